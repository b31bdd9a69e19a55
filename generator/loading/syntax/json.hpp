#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// Reads a JSON file; every value knows its position. Malformed JSON and a key given twice are errors.
/// Nothing when the file cannot be used at all.
std::optional<model::Value> read_json(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics);

/// What may come next where the reading of a JSON text stopped.
enum class JsonExpected { value, key, colon, comma, end };

/// How far the reading of a JSON text came.
struct JsonStop {
  JsonExpected expected = JsonExpected::value;  ///< after the last whole value, key or bracket
  std::size_t after = 0;                        ///< the end of that
  std::size_t read = 0;                         ///< bytes read in all
  std::vector<std::size_t> open;                ///< brackets not yet closed, outermost first
  bool number_too_large = false;
};

struct JsonMistake {
  std::size_t offset = 0;
  base::Message message;
  base::Message hint;
};

/// Finds out what a person did wrong, and at which byte. Linear in the rest of the text.
JsonMistake explain_json(std::string_view text, JsonStop const& stop);

}  // namespace tebiki::loading
