#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::Point;

model::MapPlace place_of(int number, Point at, model::Entry const& entry) {
  return {number, at, entry.name, entry.tel, entry.page};
}

class MapView {
 public:
  MapView(View const& view, ViewPlace const& place, Field const& coordinates)
      : view_(view), context_(place.context), words_(context_.lists.site().words), coordinates_(coordinates) {}

  model::Blocks make(Selection const& selection) const {
    auto found = find(selection);
    bool const drawn = !found.places.empty();
    model::Blocks out;
    if (drawn)
      out = diagram(drawing_of(found), words_.filled("map.told", {{"count", std::to_string(found.places.size())}}),
                    view_);
    if (drawn) {
      name_pins(out, view_.list->source->slug, found.places);
      add_places(out, found);
      out.push_back(small(words_["map.sketch"]));
    }
    if (drawn || !found.unplaced.empty()) out.push_back({table_of(selection, !drawn), view_.at});
    if (!found.unplaced.empty())
      out.push_back(small(words_.filled("map.unplaced", {{"numbers", joined(found.unplaced)}})));
    return out;
  }

 private:
  /// What the selection has, each record once, and the names of its groups in the middle of their records.
  struct Found {
    std::vector<PlacedNumber> places;
    std::set<int> unplaced;
    std::vector<MapName> names;
    std::map<int, std::uint32_t> records;  ///< by number, of those that have a place
  };

  /// Whom readers reach from a map that they move.
  void add_places(model::Blocks& out, Found const& found) const {
    if (context_.lists.site().outside.map_tiles.empty()) return;
    auto& figure = std::get<model::Figure>(out.back().node);
    auto const& entries = context_.entries.of(*view_.list);
    for (auto const& [number, at] : found.places)
      figure.places.push_back(place_of(number, at, entries[found.records.at(number)]));
  }

  Found find(Selection const& selection) const {
    Found found;
    std::map<int, Point> places;
    for (auto const& group : selection) {
      std::vector<Point> here;
      for (auto const index : group.records) {
        auto const number = view_.list->numbers[index];
        auto const at = place_on_map(view_.list->source->records[index], coordinates_);
        if (!at) found.unplaced.insert(number);
        if (at) places[number] = *at, found.records[number] = index, here.push_back(*at);
      }
      if (group.title.empty() || here.empty()) continue;
      Point sum;
      for (auto const& at : here) sum.x += at.x, sum.y += at.y;
      found.names.push_back({group.title, {sum.x / double(here.size()), sum.y / double(here.size())}, 0});
    }
    for (auto const& [number, at] : places) found.places.push_back({number, at});
    return found;
  }

  model::Drawing drawing_of(Found const& found) const {
    return map_drawing({found.places, found.names},
                       {context_.measure, words_, context_.style, context_.style.drawings});
  }

  model::Block small(std::string_view words) const {
    return {model::Paragraph{{{model::Small{{model::words(std::string(words), view_.at)}}, view_.at}}}, view_.at,
            model::Block::Origin::view};
  }

  std::string joined(std::set<int> const& numbers) const {
    std::string all;
    for (auto const number : numbers)
      all += (all.empty() ? "" : std::string(words_["join.comma"])) + std::to_string(number);
    return all;
  }

  /// What stands beside number and name: the view's columns, or address and telephone number.
  std::vector<Field const*> columns() const {
    auto columns = view_.columns;
    for (auto const role : {model::Role::address, model::Role::telephone})
      if (auto const* field = view_.list->with_role(role); field && view_.columns.empty()) columns.push_back(field);
    std::erase(columns, &view_.list->name_field());
    return columns;
  }

  model::Table table_of(Selection const& selection, bool captioned) const {
    model::Table table;
    if (captioned && !view_.caption.empty()) table.caption.push_back(model::words(view_.caption, view_.at));
    auto const fields = columns();
    table.row_headers = true;
    table.columns.push_back({{model::words(std::string(words_["map.number"]))}, model::Alignment::end});
    table.columns.push_back({{model::words(view_.list->name_field().label)}});
    for (auto const* field : fields) table.columns.push_back({{model::words(field->label)}});
    for (auto const& group : selection) {
      if (!group.title.empty())
        table.rows.push_back({model::Row::Kind::group, {{{model::words(group.title, group.at)}}}, {}});
      for (auto const index : by_number(group.records)) table.rows.push_back(row_of(index, fields));
    }
    return table;
  }

  std::vector<std::uint32_t> by_number(std::vector<std::uint32_t> records) const {
    auto const& numbers = view_.list->numbers;
    if (!view_.sort.field)
      std::sort(records.begin(), records.end(), [&](auto a, auto b) { return numbers[a] < numbers[b]; });
    return records;
  }

  model::Row row_of(std::uint32_t index, std::vector<Field const*> const& fields) const {
    auto const& list = *view_.list;
    auto const& record = list.source->records[index];
    model::Row row{model::Row::Kind::entry, {}, reference_name(list, record)};
    row.cells.push_back({{model::words(std::to_string(list.numbers[index]), record.name_at())}});
    row.cells.push_back({{record_link(list, record)}});
    for (auto const* field : fields) row.cells.push_back({field_text(context_.lists, *field, record.find(*field))});
    return row;
  }

  View const& view_;
  ComposeContext const& context_;
  model::Words const& words_;
  Field const& coordinates_;
};

void report_no_coordinates(View const& view, base::Diagnostics& diagnostics) {
  auto const& slug = view.list->source->slug;
  diagnostics.error(view.kind_at, "map-without-places",
                    {fmt::format("一覧「{}」には、地図にする位置（format: coordinates）の項目がありません。", slug),
                     fmt::format("The list “{}” has no field that says a place (format: coordinates).", slug)},
                    {"schema.json に \"format\": \"coordinates\" の項目を足すか、as: table にしてください。",
                     "Add a field with \"format\": \"coordinates\" to its schema.json, or write as: table."});
}

}  // namespace

model::Blocks map(View const& view, Selection const& selection, ViewPlace const& place) {
  auto const* coordinates = coordinates_of(*view.list);
  if (coordinates) return MapView(view, place, *coordinates).make(selection);
  if (view.list->source->schema.completeness == model::Completeness::whole)
    report_no_coordinates(view, place.context.diagnostics);
  return {};
}

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
  if (context_.lists.site().outside.map_tiles.empty()) return;
  auto& places = directory.map->places;
  if (record) places.push_back(place_of(0, content.places.front().at, context_.entries.of(list_)[*record]));
  for (auto const& [entry, at] : placed) places.push_back(place_of(entry->pin, at, *entry));
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
