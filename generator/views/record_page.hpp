#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {

/// The head of a record's page, and which fields it says: they need no place below.
struct HeadFacts {
  model::RecordHead head;
  std::vector<model::Field const*> fields;
};

/// `row` is the record as its list shows it. A field whose value has no place at the head, such as several numbers
/// in one field, is not among `fields`.
HeadFacts head_facts(SortedList const& list, model::Record const& record, model::Entry const& row,
                     ComposeContext const& context);

/// What a record's own page says below its head: what belongs to no group, then each `x-group` under a heading of
/// `level`, then its body. Left out are the fields that the record does not have and those `said_above`; a group of
/// questions that the office has not answered at all says so in one sentence.
model::Blocks record_blocks(SortedList const& list, model::Record const& record, SortedLists const& lists, int level,
                            std::vector<model::Field const*> const& said_above);

/// The fields as one list of terms, in their order; the record's name is a link to its page.
model::DefinitionList record_definitions(std::vector<model::Field const*> const& fields, SortedList const& list,
                                         model::Record const& record, SortedLists const& lists);

/// Rows as items of a list: behind its mark what the row says. For rows of words; nothing for those that are a table,
/// with several fields and no mark among them.
std::optional<model::ListBlock> list_of_rows(model::Field const& field, model::FieldRows const& rows,
                                             SortedLists const& lists);

/// The fields of a list that say something beside the record's name.
std::vector<model::Field const*> telling_fields(SortedList const& list);

model::Block heading(int level, std::string_view words, base::SourceLocation at, std::string anchor = {});

}  // namespace tebiki::views
