#pragma once
#include <map>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "importing/agreement.hpp"
#include "importing/service_fields.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What a source said of one office at the last import.
struct LastSaid {
  enum class Listing { listed, removed };

  model::Object fields;
  Services services;
  Listing listing = Listing::listed;  ///< removed: staff took the record out of the list afterwards
  Conflicts conflicts = {};           ///< of its rows, told already
};

/// The last word of the source on every office it ever named, by office number. Kept in a file beside the list, so
/// that the next import can tell what staff changed since.
using Baseline = std::map<std::string, LastSaid, std::less<>>;

/// Reads the text that `baseline_json` gave. Nothing after an error when it is something else.
std::optional<Baseline> read_baseline(model::Value const& value, base::Diagnostics& diagnostics);
/// The error of a file that is something else; also for one that cannot even be read.
void report_damaged_baseline(base::SourceLocation at, base::Diagnostics& diagnostics);
std::string baseline_json(Baseline const& baseline);

}  // namespace tebiki::importing
