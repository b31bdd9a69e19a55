#pragma once
#include <optional>

#include "base/diagnostics.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// Reads a JSON file; every value knows its position. Malformed JSON and a key given twice are errors.
/// Nothing when the file cannot be used at all.
std::optional<model::Value> read_json(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
