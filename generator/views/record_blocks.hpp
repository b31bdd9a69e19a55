#pragma once
#include "views/site_index.hpp"

namespace tebiki::views {

/// What a record's own page says below its head: what belongs to no group, then each `x-group` under a heading of
/// `level`, then its body. Left out are the fields that the record does not have and those `said_above`; a group of
/// questions that the office has not answered at all says so in one sentence.
model::Blocks record_blocks(ListIndex const& list, model::Record const& record, SiteIndex const& site_index, int level,
                            std::vector<model::Field const*> const& said_above);

/// The fields as one list of terms, in their order; the record's name is a link to its page.
model::DefinitionList record_definitions(std::vector<model::Field const*> const& fields, ListIndex const& list,
                                         model::Record const& record, SiteIndex const& site_index);

/// The fields of a list that say something beside the record's name.
std::vector<model::Field const*> telling_fields(ListIndex const& list);

}  // namespace tebiki::views
