#pragma once
#include "views/view_options.hpp"

namespace tebiki::views {

/// One spelling for a value and for what is asked of it: ○, yes and 対応できます are the same answer,
/// a scene is its id, a reference is `list/id`. Nothing when the value is no plain value.
std::optional<std::string> comparable(Catalogue const& catalogue, model::Field const& field, model::Value const& value);

/// Reads `where`. Unknown fields and values that a field cannot have are errors at their place.
std::vector<Condition> read_conditions(model::Value const& where, Shelf const& shelf, Catalogue const& catalogue,
                                       support::Diagnostics& diagnostics);

/// Whether it is known of each condition what may fit it: neither the list nor what its fields refer to lost a part.
bool are_judged(std::vector<Condition> const& conditions, Shelf const& shelf, Catalogue const& catalogue);
bool satisfies(model::Record const& record, Condition const& condition, Catalogue const& catalogue);

}  // namespace tebiki::views
