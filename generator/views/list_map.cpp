#include "views/list_map.hpp"

#include <algorithm>
#include <map>

namespace tebiki::views {
namespace {

/// Of the widths and heights in print: what a telephone of 360 pixels shows beside its edges.
constexpr double width_share = 0.52, height_share = 0.7;
/// Of more towns those with fewer offices have no name on the map.
constexpr std::size_t most_names = 6;

/// Letters and marks are the smallest that print has: on screens maps are drawn larger.
model::DrawingStyle sizes_of_web_maps(model::DrawingStyle sizes) {
  for (auto* length : {&sizes.diagram_width, &sizes.map_frame_padding}) *length *= width_share;
  for (auto* length : {&sizes.map_height_least, &sizes.map_height_most}) *length *= height_share;
  sizes.map_pin_size = sizes.map_pin_size_many = sizes.map_pin_size_most;
  sizes.map_pin_halo = 0;
  sizes.map_pin_radius = sizes.map_pin_radius_many = sizes.map_pin_radius_most;
  return sizes;
}

}  // namespace

model::Field const* coordinates_of(SortedList const& list) {
  auto const found = std::find_if(list.fields.begin(), list.fields.end(), [](model::Field const& field) {
    return field.kind == model::FieldKind::coordinates;
  });
  return found == list.fields.end() ? nullptr : &*found;
}

std::optional<model::Point> place_on_map(model::Record const& record, model::Field const& coordinates) {
  auto const* value = record.find(coordinates);
  auto const* found = value ? value->as<model::Coordinates>() : nullptr;
  if (!found) return std::nullopt;
  model::Point const at{found->longitude.approximate(), found->latitude.approximate()};
  return model::in_japan(at.y, at.x) ? std::optional(at) : std::nullopt;
}

ListMap::ListMap(SortedList const& list, ComposeContext const& context)
    : list_(list), context_(context), coordinates_(coordinates_of(list)) {
  if (!coordinates_) return;
  sizes_ = sizes_of_web_maps(context.style.drawings);
  names_ = names_of_towns();
}

std::vector<MapName> ListMap::names_of_towns() const {
  struct Town {
    model::Point sum;
    std::size_t offices = 0;
  };
  std::map<std::string, Town> towns;
  auto const* area = list_.with_role(model::Role::area);
  for (auto const& record : list_.source->records) {
    auto const at = area ? place_on_map(record, *coordinates_) : std::nullopt;
    auto const words = at ? field_words(context_.lists, *area, record.find(*area)) : std::vector<std::string>();
    // Of several towns it is not known in which one it stands.
    if (words.size() != 1) continue;
    auto& town = towns[words.front()];
    town.sum.x += at->x, town.sum.y += at->y, ++town.offices;
  }
  std::vector<std::pair<std::size_t, MapName>> counted;
  for (auto const& [name, town] : towns) {
    auto const offices = double(town.offices);
    counted.push_back({town.offices, {name, {town.sum.x / offices, town.sum.y / offices}, 0}});
  }
  std::stable_sort(counted.begin(), counted.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  std::vector<MapName> names;
  for (auto& [offices, name] : counted) {
    if (names.size() < most_names) names.push_back(std::move(name));
  }
  return names;
}

void ListMap::add_to(model::Directory& directory, std::optional<std::size_t> record) const {
  if (!coordinates_) return;
  auto const& words = context_.lists.site().words;
  MapContent content;
  content.here = words["map.here"];
  if (record) {
    auto const at = place_on_map(list_.source->records[*record], *coordinates_);
    if (!at) return;
    content.places.push_back({0, *at});
  }
  std::vector<std::pair<model::Entry*, model::Point>> placed;
  for (auto& group : directory.groups) {
    for (auto& entry : group.entries) {
      auto const index = list_.order[std::size_t(entry.number) - 1];
      if (auto const at = place_on_map(list_.source->records[index], *coordinates_)) placed.push_back({&entry, *at});
    }
  }
  if (content.places.size() + placed.size() < 2) return;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    placed[i].first->pin = int(i) + 1;
    content.places.push_back({int(i) + 1, placed[i].second});
  }
  content.names = names_;
  directory.map = figure(content, placed.size());
}

model::Figure ListMap::figure(MapContent const& content, std::size_t rows) const {
  auto const& words = context_.lists.site().words;
  bool const of_record = rows < content.places.size();
  MapLook const look{context_.measure, words, context_.style, sizes_, MapLook::Ground::grid};
  model::Figure figure;
  figure.picture = map_drawing(content, look);
  figure.alternative = words.filled("map.told-rows", {{"count", std::to_string(rows)}});
  figure.caption.push_back(model::words(std::string(words[of_record ? "map.of-record" : "map.of-rows"])));
  return figure;
}

}  // namespace tebiki::views
