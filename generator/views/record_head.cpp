#include "views/record_head.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "model/roles.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

template <class Fits>
Field const* first_where(ListIndex const& list, Fits const& fits) {
  auto const found = std::find_if(list.fields.begin(), list.fields.end(), fits);
  return found == list.fields.end() ? nullptr : &*found;
}

Field const* first_of(ListIndex const& list, FieldKind kind) {
  return first_where(list, [&](Field const& field) { return field.kind == kind; });
}

Field const* with_role(ListIndex const& list, model::Role role) {
  return first_where(list, [&](Field const& field) { return model::has_role(field, role); });
}

/// One value in one field; a list of them is told below.
std::string single_text(model::Value const& value) { return value.text() ? *value.text() : std::string(); }

bool is_coordinate(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos;
}

/// `35.33/139.34`; empty unless the value is two numbers.
std::string map_place(model::Value const& value) {
  if (auto const* pair = value.list(); pair && pair->size() == 2) {
    auto const *latitude = (*pair)[0].number(), *longitude = (*pair)[1].number();
    return latitude && longitude ? fmt::format("{:.6f}/{:.6f}", *latitude, *longitude) : std::string();
  }
  auto const* text = value.text();
  auto const comma = text ? text->find(',') : std::string::npos;
  if (comma == std::string::npos) return {};
  auto const latitude = base::trimmed(std::string_view(*text).substr(0, comma));
  auto const longitude = base::trimmed(std::string_view(*text).substr(comma + 1));
  return is_coordinate(latitude) && is_coordinate(longitude) ? fmt::format("{}/{}", latitude, longitude) : "";
}

/// The map of the Geospatial Information Authority: no advertisement, no following of readers.
std::string map_address(model::Value const& value) {
  auto const place = map_place(value);
  return place.empty() ? place : "https://maps.gsi.go.jp/#17/" + place + "/";
}

std::string day(model::Value const& value) {
  auto const date = model::parse_date(single_text(value));
  return date ? model::japanese(*date) : std::string();
}

std::string video(model::Value const& value) { return value.text() ? video_address(*value.text()) : std::string(); }

}  // namespace

HeadFacts head_facts(ListIndex const& list, model::Record const& record, model::Entry const& row) {
  HeadFacts facts;
  facts.head.tags = row.tags;
  auto const place = [&](std::string& fact, Field const* field, auto const& read) {
    auto const* value = field ? record.find(field->key) : nullptr;
    if (value) fact = read(*value);
    if (!fact.empty()) facts.fields.push_back(field);
  };
  place(facts.head.kana, with_role(list, model::Role::reading), single_text);
  place(facts.head.tel, first_of(list, FieldKind::tel), single_text);
  place(facts.head.fax, first_of(list, FieldKind::fax), single_text);
  place(facts.head.map_address, first_of(list, FieldKind::coordinates), map_address);
  place(facts.head.video_address, first_of(list, FieldKind::youtube), video);
  place(facts.head.confirmed, with_role(list, model::Role::confirmed), day);
  return facts;
}

}  // namespace tebiki::views
