#include "loading/records/row_shift.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/records/field_formats.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

/// Whether the value looks like those of the field; never for kinds that take any text.
bool fits(Field const* field, Value const& value) {
  if (!field) return false;
  auto const text = value.text() ? *value.text() : value.number() ? model::plain_number(*value.number()) : "";
  switch (field->kind) {
    case FieldKind::number:
    case FieldKind::yen:
      return !text.empty() && text.find_first_not_of("0123456789,.") == text.npos;
    case FieldKind::tel:
    case FieldKind::fax:
    case FieldKind::email:
    case FieldKind::uri:
    case FieldKind::postal_code:
    case FieldKind::date:
    case FieldKind::availability:
      return !text.empty() && !format_mistake(field->kind, {text, value.at});
    default:
      return false;
  }
}

}  // namespace

RowShift find_row_shift(model::Object const& members, std::vector<Field const*> const& columns, std::size_t cells) {
  bool const few = cells < columns.size();
  std::size_t own = 0, neighbour = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto member = std::find_if(members.begin(), members.end(),
                               [&](model::Member const& m) { return columns[i] && m.key == columns[i]->key; });
    if (member == members.end()) continue;
    auto const beside = few ? i + 1 : i - 1;
    own += fits(columns[i], member->value) ? 1 : 0;
    neighbour += beside < columns.size() && fits(columns[beside], member->value) ? 1 : 0;
  }
  if (neighbour <= own) return RowShift::none;
  return few ? RowShift::left : RowShift::right;
}

}  // namespace tebiki::loading
