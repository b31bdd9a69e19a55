#pragma once
#include "base/diagnostics.hpp"
#include "model/publishing_period.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// `publish_from` and `publish_until` of an object. Malformed dates are reported elsewhere and count as absent; an end
/// before the beginning is an error.
model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
