#include "model/list.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tebiki::model {
namespace {

template <class Items, class Fits>
auto* first_that(Items& items, Fits fits) {
  auto found = std::find_if(items.begin(), items.end(), fits);
  return found == items.end() ? nullptr : &*found;
}

std::string range_text(TimeRange range, Words const& words) {
  auto const clock = [](std::int16_t time) { return time == TimeRange::unsaid ? std::string() : clock_text(time); };
  if (!range.is_range) return clock(range.from);
  bool const next_day = range.until > minutes_of_day;
  auto const until = next_day ? words.filled("hours.next-day", {{"time", clock_text(range.until - minutes_of_day)}})
                              : clock(range.until);
  return words.filled("hours.range", {{"from", clock(range.from)}, {"until", until}});
}

std::string figure_text(YearFigure const& figure, Words const& words) {
  auto const year = fiscal_year_text(figure.year, words), number = text_of(figure.number);
  auto const kind = kind_word(words, figure.kind);
  auto text = !figure.has_number() ? words.filled("series.uncounted", {{"year", year}, {"kind", kind}})
              : figure.kind == YearFigure::Kind::actual
                  ? words.filled("series.actual", {{"year", year}, {"number", number}})
                  : words.filled("series.planned", {{"year", year}, {"kind", kind}, {"number", number}});
  return figure.note.empty() ? text : text + words.filled("series.note", {{"note", figure.note}});
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

/// A value as readers see it.
struct ShownText {
  Field const& field;
  Words const& words;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::string const& text) const { return said_choice(field, text); }
  std::string operator()(bool flag) const { return std::string(words[flag ? "boolean.true" : "boolean.false"]); }
  std::string operator()(Decimal number) const {
    auto const with_unit = kind_entry(field.kind).with_unit;
    return with_unit.empty() ? text_of(number) : words.filled(with_unit, {{"amount", grouped_text(number)}});
  }
  std::string operator()(Date date) const { return date_text(date, words); }
  std::string operator()(Hours const& hours) const {
    if (are_all_day(hours)) return std::string(words["hours.all-day"]);
    auto const ranges = std::span(hours.ranges).first(hours.count);
    return joined(ranges, words["join.comma"], [&](TimeRange range) { return range_text(range, words); });
  }
  std::string operator()(OpeningDays const& opening) const {
    if (!field.choices.empty()) return said_choice(field, opening.written);
    return words.filled("days.shown", {{"written", opening.written}, {"days", weekdays_text(opening.days, words)}});
  }
  std::string operator()(Coordinates const& place) const { return written_text(place); }
  std::string operator()(Availability availability) const { return sign(availability); }
  std::string operator()(Telephone const& telephone) const { return std::string(telephone.written()); }
  std::string operator()(Url const& url) const { return url.address; }
  std::string operator()(Blocks const& blocks) const { return plain_text(lines_of(blocks, words["join.bullet"])); }
  std::string operator()(Series const& series) const {
    return joined(series.figures, words["join.comma"],
                  [&](YearFigure const& figure) { return figure_text(figure, words); });
  }
  std::string operator()(FieldValues const& several) const {
    return joined(several.items, words["join.comma"],
                  [&](FieldValue const& item) { return plain_text(field, &item, words); });
  }
  /// Rows on lines of their own, their values in the order of the schema.
  std::string operator()(FieldRows const& value) const {
    return joined(value.rows, "\n", [&](FieldRow const& row) {
      return joined(field.fields, words["join.gap"],
                    [&](Field const& column) { return plain_text(column, row.find(column.slot), words); });
    });
  }
};

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
  if (auto* place = value.as<Coordinates>(); place && field.type != JsonType::string)
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

namespace kinds {

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
using Searched = Kind::Searched;
constexpr auto unsearched = Searched::not_at_all;
constexpr auto entries = std::to_array<Kind>({
    {.kind = text},
    {.kind = number,
     .notation = digits,
     .alignment = end,
     .label = needed,
     .heading = labelled,
     .meaning = "open-data.kind-number"},
    {.kind = boolean, .label = needed, .heading = labelled, .meaning = "open-data.kind-boolean"},
    {.kind = rows, .format = "rows", .array = Array::rows, .place = Place::below, .meaning = "open-data.kind-rows"},
    {.kind = tel,
     .format = "tel",
     .notation = form,
     .label = needed,
     .several = on_lines,
     .shown = Shown::telephone,
     .place = Place::numbers},
    {.kind = fax, .format = "fax", .notation = form, .label = needed, .several = on_lines, .place = Place::numbers},
    {.kind = email,
     .format = "email",
     .notation = form,
     .several = on_lines,
     .shown = Shown::mail_link,
     .searched = unsearched},
    {.kind = uri, .format = "uri", .notation = form, .several = on_lines, .searched = unsearched},
    {.kind = FieldKind::postal_code,
     .format = "postal-code",
     .notation = form,
     .shown = Shown::postal_code,
     .place = Place::page},
    {.kind = address, .format = "address"},
    {.kind = coordinates,
     .format = "coordinates",
     .array = Array::pair,
     .place = Place::map,
     .searched = unsearched,
     .meaning = "open-data.kind-coordinates"},
    {.kind = date, .format = "date", .notation = form, .label = needed, .meaning = "open-data.kind-date"},
    {.kind = hours, .format = "hours"},
    {.kind = yen,
     .format = "yen",
     .notation = digits,
     .alignment = end,
     .label = needed,
     .with_unit = "yen.amount",
     .meaning = "open-data.kind-yen"},
    {.kind = kana, .format = "kana", .place = Place::reading},
    {.kind = youtube, .format = "youtube", .several = on_lines, .shown = Shown::video_link, .searched = unsearched},
    {.kind = image, .format = "image", .shown = Shown::picture, .place = Place::below, .searched = unsearched},
    {.kind = markdown, .format = "markdown", .several = on_lines},
    {.kind = reference, .format = "reference", .shown = Shown::record_link, .searched = unsearched},
    {.kind = choice, .format = "choice", .place = Place::tags},
    {.kind = choices, .format = "choices", .array = Array::several, .place = Place::tags},
    {.kind = availability,
     .format = "support",
     .notation = form,
     .alignment = centre,
     .heading = labelled,
     .place = Place::marks,
     .meaning = "open-data.kind-availability"},
    {.kind = series, .format = "series", .label = needed, .several = on_lines},
});

}  // namespace kinds

}  // namespace

std::span<KindEntry const> kind_entries() { return kinds::entries; }

KindEntry const& kind_entry(FieldKind kind) { return kind_entries()[std::size_t(kind)]; }

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

base::SourceLocation Record::name_at() const {
  auto const* called = find(name_slot);
  return called ? called->at : at;
}

std::string_view Record::kana() const { return text_of(reading_slot); }

std::string const& said_choice(Field const& field, std::string const& choice) {
  auto const* said = first_that(field.said_choices, [&](auto const& one) { return one.first == choice; });
  return said ? said->second : choice;
}

std::string plain_text(Field const& field, FieldValue const* value, Words const& words) {
  return value ? std::visit(ShownText{field, words}, value->data) : std::string();
}

std::string text_of(Schema const& schema, Record const& record, Role role, Words const& words) {
  auto const* field = schema.with_role(role);
  return field ? plain_text(*field, record.find(*field), words) : std::string();
}

Availability availability_of(FieldValue const* value) {
  auto* availability = value ? value->as<Availability>() : nullptr;
  return availability ? *availability : Availability::unanswered;
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
