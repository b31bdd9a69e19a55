#pragma once
#include "model/date.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// Whether `publish_from` and `publish_until` of the object, both included, let it be seen today.
/// Malformed dates are reported elsewhere and let it be seen.
bool is_published(model::Value const& object, model::Date today);

}  // namespace tebiki::loading
