#include "model/list.hpp"

#include <algorithm>

namespace tebiki::model {
namespace {

std::string number_text(double number, FieldKind kind) {
  auto digits = plain_number(number);
  if (kind != FieldKind::yen) return digits;
  auto whole = digits.find('.') == std::string::npos ? digits.size() : digits.find('.');
  for (auto at = std::ptrdiff_t(whole) - 3; at > (digits[0] == '-' ? 1 : 0); at -= 3)
    digits.insert(std::size_t(at), ",");
  return digits + "円";
}

std::string text_value(std::string const& text, FieldKind kind) {
  if (kind == FieldKind::date) {
    auto date = parse_date(text);
    return date ? japanese(*date) : text;
  }
  if (kind == FieldKind::availability)
    return sign(text == "yes"   ? Availability::yes
                : text == "ask" ? Availability::ask
                : text == "no"  ? Availability::no
                                : Availability::unanswered);
  return text;
}

/// One row of a `rows` field: its values in the order of the schema, apart by a full-width blank.
std::string row_text(Field const& field, Value const& row) {
  std::string out;
  for (auto& column : field.fields) {
    auto text = plain_text(column, row.find(column.key));
    if (!text.empty()) out += (out.empty() ? "" : "　") + text;
  }
  return out;
}

std::string list_text(Field const& field, Values const& values) {
  std::string out;
  for (auto& value : values) {
    auto text = field.kind == FieldKind::rows ? row_text(field, value) : plain_text(field, &value);
    if (!text.empty()) out += (out.empty() ? "" : field.kind == FieldKind::rows ? "\n" : "、") + text;
  }
  return out;
}

}  // namespace

Field const* Schema::find(std::string_view key) const {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

Field const* Schema::first(FieldKind kind) const {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.kind == kind; });
  return found == fields.end() ? nullptr : &*found;
}

Field const* Schema::with_role(Role role) const {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.role == role; });
  return found == fields.end() ? nullptr : &*found;
}

Field const* Schema::part(std::string_view key) const {
  for (auto const& field : fields) {
    auto found = std::find_if(field.parts.begin(), field.parts.end(), [&](auto& part) { return part.key == key; });
    if (found != field.parts.end()) return &*found;
  }
  return nullptr;
}

std::string_view Record::name() const {
  if (!called.empty()) return called;
  for (auto key : {"name", "title"}) {
    if (auto text = fields.text_of(key); !text.empty()) return text;
  }
  return id;
}

std::string_view Record::kana() const { return reading.empty() ? fields.text_of("kana") : reading; }

Record const* List::find(std::string_view id) const {
  auto found = std::find_if(records.begin(), records.end(), [&](Record const& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

std::string plain_text(Field const& field, Value const* value) {
  if (!value || value->is_null()) return {};
  if (auto* flag = value->boolean()) return *flag ? "あり" : "なし";
  if (auto* number = value->number()) return number_text(*number, field.kind);
  if (auto* text = value->text()) return text_value(*text, field.kind);
  if (auto* values = value->list()) return list_text(field, *values);
  return {};
}

Availability availability_of(Value const* value) {
  auto* text = value ? value->text() : nullptr;
  if (!text) return Availability::unanswered;
  return *text == "yes"   ? Availability::yes
         : *text == "ask" ? Availability::ask
         : *text == "no"  ? Availability::no
                          : Availability::unanswered;
}

}  // namespace tebiki::model
