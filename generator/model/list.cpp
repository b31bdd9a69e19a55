#include "model/list.hpp"

#include <algorithm>

namespace tebiki::model {
namespace {

template <class Items, class Fits>
auto* first_that(Items& items, Fits fits) {
  auto found = std::find_if(items.begin(), items.end(), fits);
  return found == items.end() ? nullptr : &*found;
}

/// 1234567 as 1,234,567円.
std::string yen_text(Decimal amount) {
  auto digits = text_of(amount);
  auto whole = digits.find('.') == std::string::npos ? digits.size() : digits.find('.');
  for (auto at = std::ptrdiff_t(whole) - 3; at > (digits[0] == '-' ? 1 : 0); at -= 3)
    digits.insert(std::size_t(at), ",");
  return digits + "円";
}

/// One row of a `rows` field: its values in the order of the schema, apart by a full-width blank.
std::string row_text(Field const& field, FieldRow const& row) {
  std::string out;
  for (auto& column : field.fields) {
    auto text = plain_text(column, row.find(column.slot));
    if (!text.empty()) out += (out.empty() ? "" : "　") + text;
  }
  return out;
}

template <class Items, class Text>
std::string joined(Items const& items, std::string_view between, Text const& text_of_item) {
  std::string out;
  for (auto& item : items) {
    auto text = text_of_item(item);
    if (!text.empty()) out.append(out.empty() ? "" : between).append(text);
  }
  return out;
}

Value value_as_json(Field const& field, FieldValue const& value);

Object members_of(std::vector<Field> const& fields, std::vector<FieldValue> const& values) {
  Object members;
  for (auto& field : fields) {
    auto* value = first_that(values, [&](FieldValue const& value) { return value.slot == field.slot; });
    if (value) members.push_back({field.key, value->at, value_as_json(field, *value)});
  }
  return members;
}

Value value_as_json(Field const& field, FieldValue const& value) {
  Values items;
  if (auto* number = value.as<Decimal>()) return {number->approximate(), value.at};
  if (auto* flag = value.as<bool>()) return {*flag, value.at};
  if (auto* place = value.as<Coordinates>(); place && field.type != "string")
    return {Values{{place->latitude.approximate(), value.at}, {place->longitude.approximate(), value.at}}, value.at};
  if (auto* several = value.several()) {
    for (auto& item : *several) items.push_back(value_as_json(field, item));
    return {std::move(items), value.at};
  }
  if (auto* rows = value.as<FieldRows>()) {
    for (auto& row : rows->rows) items.push_back({members_of(field.fields, row.values), row.at});
    return {std::move(items), value.at};
  }
  return value.is_absent() ? Value{{}, value.at} : Value{exported_text(value), value.at};
}

}  // namespace

std::vector<KindEntry> const& kind_entries() {
  using enum FieldKind;
  using Shown = KindEntry::Shown;
  using Kind = KindEntry;
  constexpr auto end = Alignment::end, centre = Alignment::centre;
  constexpr auto form = Kind::Notation::form, digits = Kind::Notation::number;
  constexpr auto needed = Kind::Label::needed;
  constexpr auto labelled = Kind::Heading::labelled;
  constexpr auto on_lines = Kind::Several::on_lines;
  using Array = Kind::Array;
  using Place = Kind::Place;
  static std::vector<Kind> const entries = {
      {.kind = text},
      {.kind = number, .notation = digits, .alignment = end, .label = needed, .heading = labelled},
      {.kind = boolean, .label = needed, .heading = labelled},
      {.kind = tel,
       .format = "tel",
       .notation = form,
       .label = needed,
       .several = on_lines,
       .shown = Shown::telephone,
       .place = Place::numbers},
      {.kind = fax, .format = "fax", .notation = form, .label = needed, .several = on_lines, .place = Place::numbers},
      {.kind = email, .format = "email", .notation = form, .several = on_lines, .shown = Shown::mail_link},
      {.kind = uri, .format = "uri", .notation = form, .several = on_lines, .shown = Shown::web_link},
      {.kind = FieldKind::postal_code,
       .format = "postal-code",
       .notation = form,
       .shown = Shown::postal_code,
       .place = Place::page},
      {.kind = address, .format = "address"},
      {.kind = coordinates, .format = "coordinates", .array = Array::pair, .place = Place::map},
      {.kind = date, .format = "date", .notation = form, .label = needed},
      {.kind = hours, .format = "hours"},
      {.kind = yen, .format = "yen", .notation = digits, .alignment = end, .label = needed},
      {.kind = kana, .format = "kana", .place = Place::reading},
      {.kind = youtube, .format = "youtube", .several = on_lines, .shown = Shown::video_link},
      {.kind = image, .format = "image", .shown = Shown::picture, .place = Place::below},
      {.kind = markdown, .format = "markdown", .several = on_lines},
      {.kind = reference, .format = "reference", .shown = Shown::record_link},
      {.kind = choice, .format = "choice", .place = Place::tags},
      {.kind = choices, .format = "choices", .array = Array::several, .place = Place::tags},
      {.kind = availability,
       .format = "support",
       .notation = form,
       .alignment = centre,
       .heading = labelled,
       .place = Place::marks},
      {.kind = rows, .format = "rows", .array = Array::rows, .place = Place::below},
      {.kind = series, .format = "series", .label = needed, .several = on_lines},
  };
  return entries;
}

KindEntry const& kind_entry(FieldKind kind) {
  return *first_that(kind_entries(), [&](KindEntry const& entry) { return entry.kind == kind; });
}

Field const* understood_field(std::string_view key) {
  return first_that(understood_fields(), [&](Field const& field) { return field.key == key; });
}

Field const& understood_field(Role role) {
  return *first_that(understood_fields(), [&](Field const& field) { return field.role == role; });
}

Field const* Schema::find(std::string_view key) const {
  return first_that(fields, [&](Field const& field) { return field.key == key; });
}

Field const* Schema::first(FieldKind kind) const {
  return first_that(fields, [&](Field const& field) { return field.kind == kind; });
}

Field const* Schema::with_role(Role role) const {
  return first_that(fields, [&](Field const& field) { return field.role == role; });
}

Field const& Schema::field_for(Role role) const {
  if (auto* field = with_role(role)) return *field;
  auto& understood = understood_field(role);
  auto* declared = find(understood.key);
  return declared ? *declared : understood;
}

Field const* Schema::part(std::string_view key) const {
  for (auto const& field : fields) {
    auto* found = first_that(field.parts, [&](Field const& part) { return part.key == key; });
    if (found) return found;
  }
  return nullptr;
}

FieldValue const* Record::find(std::uint16_t slot) const {
  return first_that(values, [&](FieldValue const& value) { return value.slot == slot; });
}

FieldValue* Record::find(std::uint16_t slot) {
  return first_that(values, [&](FieldValue const& value) { return value.slot == slot; });
}

std::string_view Record::text_of(std::uint16_t slot) const {
  auto* value = find(slot);
  auto* text = value ? value->text() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::string_view Record::name() const {
  auto const called = text_of(name_slot);
  return called.empty() ? std::string_view(id) : called;
}

std::string_view Record::kana() const { return text_of(reading_slot); }

std::string plain_text(Field const& field, FieldValue const* value) {
  if (!value) return {};
  if (auto* flag = value->as<bool>()) return *flag ? "あり" : "なし";
  if (auto* number = value->as<Decimal>()) return field.kind == FieldKind::yen ? yen_text(*number) : text_of(*number);
  if (auto* date = value->as<Date>()) return japanese(*date);
  if (auto* answer = value->as<Availability>()) return sign(*answer);
  if (auto* rows = value->as<FieldRows>())
    return joined(rows->rows, "\n", [&](FieldRow const& row) { return row_text(field, row); });
  if (auto* several = value->several())
    return joined(*several, "、", [&](FieldValue const& item) { return plain_text(field, &item); });
  return exported_text(*value);
}

Availability availability_of(FieldValue const* value) {
  auto* answer = value ? value->as<Availability>() : nullptr;
  return answer ? *answer : Availability::unanswered;
}

Value as_json(Schema const& schema, Record const& record) {
  Object members{{understood_field(Role::id).key, record.at, {record.id, record.at}}};
  for (auto* fields : {&schema.fields, &understood_fields()}) {
    for (auto& member : members_of(*fields, record.values)) {
      if (member.key != members.front().key) members.push_back(std::move(member));
    }
  }
  return {std::move(members), record.at};
}

}  // namespace tebiki::model
