#pragma once
#include <functional>

#include "model/list.hpp"

namespace tebiki::loading {

/// What the text of a cell means for a field.
struct CellText {
  std::string_view text;
  /// Where byte `i` of the text stands in the file.
  std::function<base::SourceLocation(std::size_t)> at;
};

/// The typed value of a cell; text that does not fit its field stays text, to be reported by the record's check.
/// `type` is the field's `type` in the schema, or empty.
model::Value cell_value(CellText const& cell, model::Field const& field, std::string_view type);

}  // namespace tebiki::loading
