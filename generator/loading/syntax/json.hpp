#pragma once
#include <optional>

#include "model/value.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::loading {

/// Reads a JSON file; every value knows its position. Malformed JSON and a key given twice are errors.
/// Nothing when the file cannot be used at all.
std::optional<model::Value> read_json(support::FileId file, support::Sources const& sources,
                                      support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
