#include "views/diagram.hpp"

#include <algorithm>

#include "views/field_text.hpp"

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

model::PathShape arrow_head(model::Point tip, ArrowTo to, model::Colour colour) {
  constexpr double length = 9, half = 6;
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

}  // namespace tebiki::views
