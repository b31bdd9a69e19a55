#include "views/drawings.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "model/list.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

/// Of blocks of words, as multiples of their size: from line to line, and from the top of a line to its baseline.
constexpr double block_leading = 1.4, block_ascent = 1.05;

}  // namespace

model::TextShape text_at(model::Point baseline, std::string text, model::MeasuredFont font, model::Colour colour,
                         model::TextShape::Anchor anchor) {
  model::TextShape shape;
  shape.baseline = baseline;
  shape.size = font.size;
  shape.text = std::move(text);
  shape.colour = colour;
  shape.anchor = anchor;
  shape.bold = font.bold;
  shape.leading = drawing_leading;
  return shape;
}

model::PathShape polygon(std::vector<model::Point> const& points) {
  using Step = model::PathStep::Kind;
  model::PathShape path;
  for (auto const& point : points) path.steps.push_back({path.steps.empty() ? Step::move : Step::line, {}, {}, point});
  if (!points.empty()) path.steps.push_back({Step::close, {}, {}, points.front()});
  return path;
}

model::RectangleShape rectangle(double x, double y, double width, double height) {
  model::RectangleShape shape;
  shape.corner = {x, y};
  shape.width = width;
  shape.height = height;
  return shape;
}

double TextBlock::height() const {
  if (text_.empty()) return 0;
  return double(1 + std::count(text_.begin(), text_.end(), '\n')) * font_.size * block_leading;
}

model::TextShape TextBlock::at(double x, double y, model::Colour colour, model::TextShape::Anchor anchor) const {
  auto shape = text_at({x, y + font_.size * block_ascent}, text_, font_, colour, anchor);
  shape.leading = block_leading;
  return shape;
}

model::PathShape arrow_head(model::DrawingStyle const& style, model::Point tip, ArrowTo to, model::Colour colour) {
  double const length = style.arrow_length, half = style.arrow_half_width;
  bool const right = to == ArrowTo::right;
  model::Point const first =
      right ? model::Point{tip.x - length, tip.y - half} : model::Point{tip.x - half, tip.y - length};
  model::Point const last =
      right ? model::Point{tip.x - length, tip.y + half} : model::Point{tip.x + half, tip.y - length};
  auto path = polygon({first, tip, last});
  path.fill = colour;
  return path;
}

std::string diagram_words(View const& view, model::Record const& record, SortedLists const& lists) {
  auto columns = view.columns;
  auto const* summary = view.list->with_role(model::Role::summary);
  if (columns.empty() && summary) columns.push_back(summary);
  std::string words;
  for (auto const* field : columns) {
    for (auto const& word : field_words(lists, *field, record.find(*field))) {
      if (!words.empty()) words += lists.site().words["join.gap"];
      words += word;
    }
  }
  return words;
}

model::Blocks diagram(model::Drawing drawing, std::string told, View const& view) {
  model::Figure figure;
  figure.picture = std::move(drawing);
  figure.alternative = std::move(told);
  if (!view.caption.empty()) figure.caption.push_back(model::words(view.caption, view.at));
  model::Blocks out;
  out.push_back({std::move(figure), view.at});
  return out;
}

// What charts are made of: the values of their axis, and how each kind of number looks and is called.

namespace {

constexpr int most_steps = 4, ten = 10, most_decimals = 9;
constexpr double tolerance = 1e-9, decimal_tolerance = 1e-6;
constexpr double round_factors[] = {1.0, 2.0, 2.5, 5.0};

/// The least round number that is no smaller.
double round_step(double rough) {
  double const power = std::pow(ten, std::floor(std::log10(rough)));
  for (double factor : round_factors) {
    if (rough <= factor * power * (1 + tolerance)) return factor * power;
  }
  return ten * power;
}

}  // namespace

ChartScale::ChartScale(std::vector<model::YearFigure> const& figures) {
  double low = 0, high = 0;
  bool whole = true;
  for (auto const& figure : figures) {
    low = std::min(low, figure.number.approximate());
    high = std::max(high, figure.number.approximate());
    whole = whole && figure.number.scale == 0;
  }
  if (high > low) step_ = round_step((high - low) / most_steps);
  if (whole) step_ = std::ceil(step_ - tolerance);
  least_ = std::floor(low / step_ + tolerance) * step_;
  most_ = std::max(std::ceil(high / step_ - tolerance) * step_, least_ + step_);
}

int ChartScale::steps() const { return int(std::lround((most_ - least_) / step_)); }

std::string ChartScale::text(int i) const {
  int scale = 0;
  for (double part = step_; scale < most_decimals && std::abs(part - std::round(part)) > decimal_tolerance; part *= ten)
    ++scale;
  model::Decimal number{std::llround(value(i) * std::pow(ten, scale)), std::uint8_t(scale)};
  while (number.scale > 0 && number.digits % ten == 0) number.digits /= ten, --number.scale;
  return model::grouped_text(number);
}

void look_as(model::RectangleShape& area, model::YearFigure::Kind kind, ChartLook const& look) {
  constexpr int hatching_angle = -45;
  auto const& sizes = look.style.drawings;
  area.fill = kind == model::YearFigure::Kind::actual ? look.colour : look.style.on_dark;
  area.stroke = look.colour;
  area.stroke_width = sizes.outline;
  if (kind == model::YearFigure::Kind::plan)
    area.hatching = model::Hatching{look.colour, sizes.chart_hatch, sizes.chart_hatch_rule, hatching_angle};
}

model::PathShape point_of(model::Point at, model::YearFigure::Kind kind, ChartLook const& look) {
  double const r = look.style.drawings.chart_point_radius;
  model::PathShape point;
  if (kind == model::YearFigure::Kind::plan) {
    point = polygon({{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}});
  } else {
    auto disc = rectangle(at.x - r, at.y - r, 2 * r, 2 * r);
    disc.radius = r;
    point.steps = model::rectangle_path(disc);
  }
  point.fill = kind == model::YearFigure::Kind::actual ? look.colour : look.style.on_dark;
  point.stroke = look.colour;
  point.stroke_width = look.style.drawings.chart_point_outline;
  return point;
}

// What the bars and marks of a Gantt chart mean.

namespace {

using model::Field;
using model::Gantt;
using Shape = Gantt::Mark::Shape;

std::string choice(Field const* field, std::size_t place) {
  return field && place < field->choices.size() ? field->choices[place] : std::string();
}

/// 実施、時期未定; nothing where the list says neither.
std::string name_of(Gantt::BarLook look, GanttFields const& fields, model::Words const& words) {
  auto name = choice(fields.kind, std::size_t(look.kind));
  auto const certainty = choice(fields.certainty, std::size_t(look.certainty));
  if (!name.empty() && !certainty.empty()) name += words["join.comma"];
  return name + certainty;
}

}  // namespace

std::vector<Gantt::Sample> legend_of(Gantt const& gantt, GanttFields const& fields, model::Words const& words) {
  std::set<std::pair<Gantt::Kind, Gantt::Certainty>> bars;
  std::set<Shape> shapes;
  for (auto const& group : gantt.groups)
    for (auto const& row : group.rows)
      for (auto const& activity : row.activities) {
        if (activity.has_bar) bars.emplace(activity.kind, activity.certainty);
        for (auto const& mark : activity.marks) shapes.insert(mark.shape);
      }
  std::vector<Gantt::Sample> legend;
  for (auto const& [kind, certainty] : bars)
    if (auto name = name_of({kind, certainty}, fields, words); !name.empty())
      legend.push_back({Gantt::BarLook{kind, certainty}, std::move(name)});
  if (shapes.contains(Shape::fixed)) legend.push_back({Shape::fixed, fields.months->label});
  if (shapes.contains(Shape::monthly)) legend.push_back({Shape::monthly, std::string(words["gantt.monthly"])});
  if (shapes.contains(Shape::earlier)) legend.push_back({Shape::earlier, fields.earlier->label});
  return legend;
}

}  // namespace tebiki::views
