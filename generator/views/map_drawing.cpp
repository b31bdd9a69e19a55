// A map without ground: numbered marks where records are, names of parts, a scale, north at the top.
#include <algorithm>
#include <cmath>

#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Point;

constexpr double least_metres = 600, least_up_share = 0.6;  ///< across the frame, and from its top to its foot
constexpr double metres_a_degree = 111320, metres_a_kilometre = 1000, radians_a_degree = 3.14159265358979323846 / 180;
constexpr double joined_from = 0.6;       ///< a pin that was moved by more of its height is joined with its place
constexpr int scale_share = 5, ten = 10;  ///< of the width the scale's
constexpr double grid_rule = 0.4;
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
  bool shows(Point degrees) const {
    auto const at = (*this)(degrees);
    return at.x >= 0 && at.x <= width_ && at.y >= 0 && at.y <= height;
  }
  double points_a_metre() const { return scale_; }

  double height = 0;  ///< of the frame

 private:
  double width_;
  Point middle_;
  double metres_x_ = 1, scale_ = 1;
};

class MapDrawing {
 public:
  MapDrawing(MapContent const& content, MapLook const& look)
      : content_(content), look_(look), project_(content.places, look.sizes) {}

  model::Drawing make() const {
    double const width = look_.sizes.diagram_width;
    model::Drawing drawing{width, project_.height + look_.sizes.map_foot, {}};
    auto frame = rectangle(0.5, 0.5, width - 1, project_.height - 1);
    frame.fill = look_.style.wash;
    frame.stroke = look_.style.strong_line;
    drawing.shapes.emplace_back(frame);
    if (look_.ground == MapLook::Ground::grid) add_grid(drawing);
    auto places = content_.places;
    for (auto& place : places) place.at = project_(place.at);
    auto pins = pins_of(places);
    move_apart(pins, width, project_.height, look_.sizes);
    if (look_.ground == MapLook::Ground::grid) round(pins);
    add_names(drawing, pins);
    add_pins(drawing, pins);
    add_scale(drawing);
    add_north(drawing);
    return drawing;
  }

 private:
  static double tenths(double length) { return std::round(length * ten) / ten; }

  /// To tenths: web pages are the shorter for it.
  static void round(std::vector<Pin>& pins) {
    for (auto& pin : pins) {
      for (auto* length : {&pin.place.x, &pin.place.y, &pin.middle.x, &pin.middle.y, &pin.half_width, &pin.half_height})
        *length = tenths(*length);
    }
  }

  /// What the scale shows: about a fifth of the width.
  double round_metres() const {
    double const wanted = look_.sizes.diagram_width / scale_share / project_.points_a_metre();
    double const power = std::pow(ten, std::floor(std::log10(wanted)));
    double length = power;
    for (double const factor : round_factors)
      if (factor * power * scale_tolerance <= wanted) length = factor * power;
    return length;
  }

  /// Squares whose sides are as long as the scale.
  void add_grid(model::Drawing& drawing) const {
    double const side = round_metres() * project_.points_a_metre(), width = look_.sizes.diagram_width;
    model::PathShape lines;
    auto const add = [&](Point from, Point to) {
      lines.steps.push_back({model::PathStep::Kind::move, {}, {}, from});
      lines.steps.push_back({model::PathStep::Kind::line, {}, {}, to});
    };
    double const right = tenths(width - 1), bottom = tenths(project_.height - 1);
    for (double x = side; x < right; x += side) add({tenths(x), 1}, {tenths(x), bottom});
    for (double y = side; y < bottom; y += side) add({1, tenths(y)}, {right, tenths(y)});
    lines.stroke = look_.style.line;
    lines.stroke_width = grid_rule;
    drawing.shapes.emplace_back(std::move(lines));
  }

  std::vector<Pin> pins_of(std::vector<PlacedNumber> const& places) const {
    auto const found = sharing_pins(places);
    auto const look = look_of_pins(look_.sizes, found.size());
    std::vector<Pin> pins;
    for (auto const& near : found) {
      Pin pin;
      pin.words = near.front().number > 0 ? std::to_string(near.front().number) : content_.here;
      if (near.size() > 1)
        pin.words =
            look_.words.filled("map.several", {{"number", pin.words}, {"others", std::to_string(near.size() - 1)}});
      for (auto const& place : near) pin.place.x += place.at.x, pin.place.y += place.at.y;
      pin.place = pin.middle = {pin.place.x / double(near.size()), pin.place.y / double(near.size())};
      pin.half_height = look.radius;
      pin.half_width =
          std::max(look.radius, look_.measure.width(pin.words, look.font) / 2 + look_.sizes.map_pin_padding);
      pins.push_back(std::move(pin));
    }
    return pins;
  }

  /// Of groups, beside their pins; one that finds no free place is in the table alone.
  void add_names(model::Drawing& drawing, std::vector<Pin> const& pins) const {
    auto names = content_.names;
    std::erase_if(names, [&](MapName const& name) { return !project_.shows(name.at); });
    model::MeasuredFont const name_font{look_.sizes.map_name_size, false};
    for (auto& name : names) name.at = project_(name.at), name.width = look_.measure.width(name.words, name_font);
    for (auto const& name :
         freely_placed(std::move(names), pins, look_.sizes.diagram_width, project_.height, look_.sizes))
      drawing.shapes.emplace_back(text_at({name.at.x, name.at.y + name_font.size * digit_middle_ems}, name.words,
                                          name_font, look_.style.pale_ink));
  }

  /// Where pins belong that were moved away, joined with them. As one shape: a list's page holds many.
  void add_places(model::Drawing& drawing, std::vector<Pin> const& pins) const {
    model::PathShape lines;
    model::PathShape places;
    double const half = look_.sizes.map_point_radius;
    for (auto const& pin : pins) {
      bool const moved =
          std::hypot(pin.middle.x - pin.place.x, pin.middle.y - pin.place.y) > pin.half_height * joined_from;
      if (!moved) continue;
      if (look_.ground == MapLook::Ground::plain) {
        drawing.shapes.emplace_back(model::line(pin.place, pin.middle, look_.style.ink, 1));
        drawing.shapes.emplace_back(mark(pin.place, half, half, 0));
        continue;
      }
      auto const [x, y] = pin.place;
      for (auto const& step : model::line(pin.place, pin.middle, look_.style.ink, 1).steps) lines.steps.push_back(step);
      for (auto const& step : polygon({{x - half, y}, {x, y - half}, {x + half, y}, {x, y + half}}).steps)
        places.steps.push_back(step);
    }
    if (lines.steps.empty()) return;
    lines.stroke = places.fill = look_.style.ink;
    drawing.shapes.emplace_back(std::move(lines));
    drawing.shapes.emplace_back(std::move(places));
  }

  void add_pins(model::Drawing& drawing, std::vector<Pin> const& pins) const {
    auto const font = look_of_pins(look_.sizes, pins.size()).font;
    add_places(drawing, pins);
    for (auto const& pin : pins) {
      drawing.shapes.emplace_back(mark(pin.middle, pin.half_width, pin.half_height, look_.sizes.map_pin_halo));
      Point const baseline{pin.middle.x, pin.middle.y + font.size * digit_middle_ems};
      drawing.shapes.emplace_back(text_at(baseline, pin.words, font, look_.style.on_dark));
    }
  }

  model::RectangleShape mark(Point middle, double half_width, double half_height, double halo) const {
    auto shape = rectangle(middle.x - half_width, middle.y - half_height, 2 * half_width, 2 * half_height);
    shape.radius = half_height;
    shape.fill = look_.style.ink;
    if (halo > 0) shape.stroke = look_.style.on_dark, shape.stroke_width = halo;
    return shape;
  }

  void add_scale(model::Drawing& drawing) const {
    double const length = round_metres();
    double const rule = look_.sizes.map_scale_rule, y = project_.height + look_.sizes.map_scale_below,
                 end = 1 + length * project_.points_a_metre();
    drawing.shapes.emplace_back(model::line({1, y}, {end, y}, look_.style.ink, rule));
    for (double const x : {1.0, end})
      drawing.shapes.emplace_back(
          model::line({x, y - look_.sizes.map_scale_tick}, {x, y + rule / 2}, look_.style.ink, rule));
    bool const kilometres = length >= metres_a_kilometre;
    auto const number = model::plain_number(kilometres ? length / metres_a_kilometre : length);
    auto const words = kilometres ? look_.words.filled("map.kilometres", {{"number", number}})
                                  : look_.words.filled("map.metres", {{"number", number}});
    drawing.shapes.emplace_back(text_at({end + look_.sizes.map_scale_words_gap, y + look_.sizes.map_scale_baseline},
                                        words, {look_.sizes.map_scale_size, false}, look_.style.ink,
                                        model::TextShape::Anchor::start));
  }

  void add_north(model::Drawing& drawing) const {
    double const height = project_.height;
    double const x = look_.sizes.diagram_width - look_.sizes.map_north_right, half = look_.sizes.map_north_half_width;
    double const top = height + look_.sizes.map_north_below, bottom = top + look_.sizes.map_north_height;
    auto arrow = polygon({{x, top}, {x + half, bottom}, {x, bottom - look_.sizes.map_north_notch}, {x - half, bottom}});
    arrow.fill = look_.style.ink;
    drawing.shapes.emplace_back(arrow);
    drawing.shapes.emplace_back(text_at({x - look_.sizes.map_north_words_gap, bottom - look_.sizes.map_north_baseline},
                                        std::string(look_.words["map.north"]), {look_.sizes.map_scale_size, false},
                                        look_.style.ink, model::TextShape::Anchor::end));
  }

  MapContent const& content_;
  MapLook const& look_;
  Projection project_;
};

}  // namespace

model::Drawing map_drawing(MapContent const& content, MapLook const& look) { return MapDrawing(content, look).make(); }

}  // namespace tebiki::views
