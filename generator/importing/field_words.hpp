#pragma once
#include <string>
#include <string_view>

#include "importing/columns.hpp"
#include "model/list.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What staff call a field: its label in the schema, the label that every list has for it, or its key.
std::string field_label(std::string_view key, model::Schema const& schema);
/// The column that a field is read from, so that a message can point at its cell.
Column column_of(std::string_view key);
/// A value on one line: items apart by 、, rows by ／. Empty for none.
std::string shown(model::Value const& value);

}  // namespace tebiki::importing
