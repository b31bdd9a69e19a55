#pragma once
#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Puts the whole in the place of its two halves: 9:00〜17:00 for opening and closing time, a pair of numbers for
/// latitude and longitude. Returns the whole, or nullptr when the record has no half of it.
/// Errors: a half of coordinates that is missing or no number; then there is no whole.
model::Value* join_parts(model::Object& members, model::Field const& field, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
