#pragma once
#include "model/documents.hpp"
#include "views/site_index.hpp"

namespace tebiki::views {

/// The head of a record's page, and which fields it says: they need no place below.
struct HeadFacts {
  model::RecordHead head;
  std::vector<model::Field const*> fields;
};

/// `row` is the record as its list shows it. A field whose value has no place at the head, such as several numbers
/// in one field, is not among `fields`.
HeadFacts head_facts(ListIndex const& list, model::Record const& record, model::Entry const& row);

}  // namespace tebiki::views
