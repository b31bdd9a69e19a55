#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/typed_values.hpp"
#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::Point;

constexpr double least_metres = 600, least_up_share = 0.6;  ///< across the frame, and from its top to its foot
constexpr double metres_a_degree = 111320, metres_a_kilometre = 1000, radians_a_degree = 3.14159265358979323846 / 180;
constexpr double joined_from = 0.6;       ///< a pin that was moved by more of its height is joined with its place
constexpr int scale_share = 5, ten = 10;  ///< of the width the scale's
constexpr double round_factors[] = {2, 5}, scale_tolerance = 0.9;

/// From degrees to points: the same scale in both directions, north at the top.
class Projection {
 public:
  Projection(std::vector<PlacedNumber> const& places, model::DrawingStyle const& sizes) : width_(sizes.diagram_width) {
    double west = HUGE_VAL, east = -HUGE_VAL, south = HUGE_VAL, north = -HUGE_VAL;
    for (auto const& place : places) {
      west = std::min(west, place.at.x), east = std::max(east, place.at.x);
      south = std::min(south, place.at.y), north = std::max(north, place.at.y);
    }
    middle_ = {(west + east) / 2, (south + north) / 2};
    metres_x_ = metres_a_degree * std::cos(middle_.y * radians_a_degree);
    double const across = std::max(least_metres, (east - west) * metres_x_);
    double const up = std::max(least_metres * least_up_share, (north - south) * metres_a_degree);
    double const padding = 2 * sizes.map_frame_padding;
    scale_ = std::min((width_ - padding) / across, (sizes.map_height_most - padding) / up);
    height = std::clamp(up * scale_ + padding, sizes.map_height_least, sizes.map_height_most);
  }

  Point operator()(Point degrees) const {
    return {width_ / 2 + (degrees.x - middle_.x) * metres_x_ * scale_,
            height / 2 - (degrees.y - middle_.y) * metres_a_degree * scale_};
  }
  double points_a_metre() const { return scale_; }

  double height = 0;  ///< of the frame

 private:
  double width_;
  Point middle_;
  double metres_x_ = 1, scale_ = 1;
};

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
    if (drawn) name_pins(out, view_.list->source->slug, found.places), out.push_back(small(words_["map.sketch"]));
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
  };

  Found find(Selection const& selection) const {
    Found found;
    std::map<int, Point> places;
    for (auto const& group : selection) {
      std::vector<Point> here;
      for (auto const index : group.records) {
        auto const number = view_.list->numbers[index];
        auto const at = place_of(view_.list->source->records[index]);
        if (!at) found.unplaced.insert(number);
        if (at) places[number] = *at, here.push_back(*at);
      }
      if (group.title.empty() || here.empty()) continue;
      Point sum;
      for (auto const& at : here) sum.x += at.x, sum.y += at.y;
      found.names.push_back({group.title, {sum.x / double(here.size()), sum.y / double(here.size())}, 0});
    }
    for (auto const& [number, at] : places) found.places.push_back({number, at});
    return found;
  }

  std::optional<Point> place_of(model::Record const& record) const {
    auto const* value = record.find(coordinates_);
    auto const* found = value ? value->as<model::Coordinates>() : nullptr;
    if (!found) return std::nullopt;
    Point const at{found->longitude.approximate(), found->latitude.approximate()};
    return model::in_japan(at.y, at.x) ? std::optional(at) : std::nullopt;
  }

  model::Drawing drawing_of(Found const& found) const {
    Projection const project(found.places, sizes_);
    auto places = found.places;
    for (auto& place : places) place.at = project(place.at);
    model::Drawing drawing{sizes_.diagram_width, project.height + sizes_.map_foot, {}};
    auto frame = rectangle(0.5, 0.5, sizes_.diagram_width - 1, project.height - 1);
    frame.fill = style_.wash;
    frame.stroke = style_.strong_line;
    drawing.shapes.emplace_back(frame);
    auto pins = pins_of(places);
    move_apart(pins, sizes_.diagram_width, project.height, sizes_);
    add_names(drawing, pins, found.names, project);
    add_pins(drawing, pins);
    add_scale(drawing, project);
    add_north(drawing, project.height);
    return drawing;
  }

  std::vector<Pin> pins_of(std::vector<PlacedNumber> const& places) const {
    auto const found = sharing_pins(places);
    auto const look = look_of_pins(sizes_, found.size());
    std::vector<Pin> pins;
    for (auto const& near : found) {
      Pin pin;
      pin.words = std::to_string(near.front().number);
      if (near.size() > 1)
        pin.words = words_.filled("map.several", {{"number", pin.words}, {"others", std::to_string(near.size() - 1)}});
      for (auto const& place : near) pin.place.x += place.at.x, pin.place.y += place.at.y;
      pin.place = pin.middle = {pin.place.x / double(near.size()), pin.place.y / double(near.size())};
      pin.half_height = look.radius;
      pin.half_width = std::max(look.radius, context_.measure.width(pin.words, look.font) / 2 + sizes_.map_pin_padding);
      pins.push_back(std::move(pin));
    }
    return pins;
  }

  /// Of groups, beside their pins; one that finds no free place is in the table alone.
  void add_names(model::Drawing& drawing, std::vector<Pin> const& pins, std::vector<MapName> names,
                 Projection const& project) const {
    model::MeasuredFont const name_font{sizes_.map_name_size, false};
    for (auto& name : names) name.at = project(name.at), name.width = context_.measure.width(name.words, name_font);
    for (auto const& name : freely_placed(std::move(names), pins, sizes_.diagram_width, project.height, sizes_))
      drawing.shapes.emplace_back(
          text_at({name.at.x, name.at.y + name_font.size * digit_middle_ems}, name.words, name_font, style_.pale_ink));
  }

  void add_pins(model::Drawing& drawing, std::vector<Pin> const& pins) const {
    auto const font = look_of_pins(sizes_, pins.size()).font;
    auto const moved = [](Pin const& pin) {
      return std::hypot(pin.middle.x - pin.place.x, pin.middle.y - pin.place.y) > pin.half_height * joined_from;
    };
    for (auto const& pin : pins) {
      if (!moved(pin)) continue;
      drawing.shapes.emplace_back(model::line(pin.place, pin.middle, style_.ink, 1));
      drawing.shapes.emplace_back(mark(pin.place, sizes_.map_point_radius, sizes_.map_point_radius, 0));
    }
    for (auto const& pin : pins) {
      drawing.shapes.emplace_back(mark(pin.middle, pin.half_width, pin.half_height, sizes_.map_pin_halo));
      Point const baseline{pin.middle.x, pin.middle.y + font.size * digit_middle_ems};
      drawing.shapes.emplace_back(text_at(baseline, pin.words, font, style_.on_dark));
    }
  }

  model::RectangleShape mark(Point middle, double half_width, double half_height, double halo) const {
    auto shape = rectangle(middle.x - half_width, middle.y - half_height, 2 * half_width, 2 * half_height);
    shape.radius = half_height;
    shape.fill = style_.ink;
    if (halo > 0) shape.stroke = style_.on_dark, shape.stroke_width = halo;
    return shape;
  }

  /// A bar of a round length, about a fifth of the width.
  void add_scale(model::Drawing& drawing, Projection const& project) const {
    double const wanted = sizes_.diagram_width / scale_share / project.points_a_metre();
    double const power = std::pow(ten, std::floor(std::log10(wanted)));
    double length = power;
    for (double const factor : round_factors)
      if (factor * length * scale_tolerance <= wanted) length = std::max(length, factor * power);
    double const rule = sizes_.map_scale_rule, y = project.height + sizes_.map_scale_below,
                 end = 1 + length * project.points_a_metre();
    drawing.shapes.emplace_back(model::line({1, y}, {end, y}, style_.ink, rule));
    for (double const x : {1.0, end})
      drawing.shapes.emplace_back(model::line({x, y - sizes_.map_scale_tick}, {x, y + rule / 2}, style_.ink, rule));
    bool const kilometres = length >= metres_a_kilometre;
    auto const number = model::plain_number(kilometres ? length / metres_a_kilometre : length);
    auto const words = kilometres ? words_.filled("map.kilometres", {{"number", number}})
                                  : words_.filled("map.metres", {{"number", number}});
    drawing.shapes.emplace_back(text_at({end + sizes_.map_scale_words_gap, y + sizes_.map_scale_baseline}, words,
                                        {sizes_.map_scale_size, false}, style_.ink, model::TextShape::Anchor::start));
  }

  void add_north(model::Drawing& drawing, double height) const {
    double const x = sizes_.diagram_width - sizes_.map_north_right, half = sizes_.map_north_half_width;
    double const top = height + sizes_.map_north_below, bottom = top + sizes_.map_north_height;
    auto arrow = polygon({{x, top}, {x + half, bottom}, {x, bottom - sizes_.map_north_notch}, {x - half, bottom}});
    arrow.fill = style_.ink;
    drawing.shapes.emplace_back(arrow);
    drawing.shapes.emplace_back(text_at({x - sizes_.map_north_words_gap, bottom - sizes_.map_north_baseline},
                                        std::string(words_["map.north"]), {sizes_.map_scale_size, false}, style_.ink,
                                        model::TextShape::Anchor::end));
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
  model::PrintStyle const& style_ = context_.style;
  model::DrawingStyle const& sizes_ = style_.drawings;
  model::Words const& words_;
  Field const& coordinates_;
};

Field const* coordinates_of(SortedList const& list) {
  for (auto const& field : list.fields)
    if (field.kind == model::FieldKind::coordinates) return &field;
  return nullptr;
}

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

}  // namespace tebiki::views
