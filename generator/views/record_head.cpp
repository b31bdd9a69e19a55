#include "views/record_head.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/roles.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

Field const* first_of(ListIndex const& list, FieldKind kind) {
  auto const found =
      std::find_if(list.fields.begin(), list.fields.end(), [&](Field const& field) { return field.kind == kind; });
  return found == list.fields.end() ? nullptr : &*found;
}

/// One value in one field; a list of them is told below.
std::string single_text(model::FieldValue const& value) { return value.text() ? *value.text() : std::string(); }

/// The map of the Geospatial Information Authority: no advertisement, no following of readers.
std::string map_address(model::FieldValue const& value) {
  auto const* place = value.as<model::Coordinates>();
  if (!place) return {};
  return fmt::format("https://maps.gsi.go.jp/#17/{}/{}/", model::text_of(place->latitude),
                     model::text_of(place->longitude));
}

std::string day(model::FieldValue const& value) {
  auto const* date = value.as<model::Date>();
  return date ? model::japanese(*date) : std::string();
}

std::string video(model::FieldValue const& value) { return video_address(single_text(value)); }

}  // namespace

HeadFacts head_facts(ListIndex const& list, model::Record const& record, model::Entry const& row) {
  HeadFacts facts;
  facts.head.tags = row.tags;
  auto const place = [&](std::string& fact, Field const* field, auto const& read) {
    auto const* value = field ? record.find(*field) : nullptr;
    if (value) fact = read(*value);
    if (!fact.empty()) facts.fields.push_back(field);
  };
  place(facts.head.kana, list.with_role(model::Role::reading), single_text);
  place(facts.head.tel, list.with_role(model::Role::telephone), single_text);
  place(facts.head.fax, list.with_role(model::Role::fax), single_text);
  place(facts.head.map_address, first_of(list, FieldKind::coordinates), map_address);
  place(facts.head.video_address, first_of(list, FieldKind::youtube), video);
  place(facts.head.confirmed, list.with_role(model::Role::confirmed), day);
  return facts;
}

}  // namespace tebiki::views
