#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/publishing_period.hpp"
#include "model/site.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// `publish_from` and `publish_until` of an object. Malformed dates are reported elsewhere and count as absent; an end
/// before the beginning is an error.
model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics);
/// Reports an end before the beginning; `at` is where the end was written.
void check_period(model::PublishingPeriod const& period, base::SourceLocation at, base::Diagnostics& diagnostics);

/// Reads the `aliases` of an object: names that `target` had before. One without a slash is completed by `folder`
/// (`facilities/`, or empty). Errors: what cannot be a name in a URL.
void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

/// The same for one name.
void read_alias(std::string const& written, base::SourceLocation at, std::string const& folder, std::string const& target,
                std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
