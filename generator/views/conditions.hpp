#pragma once
#include "views/view_options.hpp"

namespace tebiki::views {

/// A value in the one spelling in which `where` asks for it: a scene is its id, a reference is `list/id`. Nothing when it
/// is no plain value.
std::optional<std::string> comparable(model::Field const& field, model::FieldValue const& value);

/// Reads `where`. Unknown fields and values that a field cannot have are errors at their place.
std::vector<Condition> read_conditions(model::Value const& where, ListIndex const& list, SiteIndex const& site_index,
                                       base::Diagnostics& diagnostics);

/// Whether it is known of each condition what may fit it: neither the list nor what its fields refer to lost a part.
bool are_judged(std::vector<Condition> const& conditions, ListIndex const& list, SiteIndex const& site_index);
bool satisfies(model::Record const& record, Condition const& condition);

}  // namespace tebiki::views
