#include "views/diagram.hpp"

#include <algorithm>

#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

constexpr double leading = 1.4;
/// From the top of a line to its baseline, as a multiple of the size.
constexpr double ascent = 1.05;

}  // namespace

double TextBlock::height() const {
  if (text_.empty()) return 0;
  return double(1 + std::count(text_.begin(), text_.end(), '\n')) * font_.size * leading;
}

model::TextShape TextBlock::at(double x, double y, model::Colour colour, model::TextShape::Anchor anchor) const {
  model::TextShape shape;
  shape.baseline = {x, y + font_.size * ascent};
  shape.size = font_.size;
  shape.text = text_;
  shape.colour = colour;
  shape.anchor = anchor;
  shape.bold = font_.bold;
  shape.leading = leading;
  return shape;
}

model::PathShape diagram_rule(model::Point from, model::Point to, double width, model::Colour colour) {
  using enum model::PathStep::Kind;
  model::PathShape path;
  path.steps = {{move, {}, {}, from}, {line, {}, {}, to}};
  path.stroke = colour;
  path.stroke_width = width;
  return path;
}

model::PathShape arrow_head(model::Point tip, ArrowTo to, model::Colour colour) {
  using enum model::PathStep::Kind;
  constexpr double length = 9, half = 6;
  bool const right = to == ArrowTo::right;
  model::Point const first =
      right ? model::Point{tip.x - length, tip.y - half} : model::Point{tip.x - half, tip.y - length};
  model::Point const last =
      right ? model::Point{tip.x - length, tip.y + half} : model::Point{tip.x + half, tip.y - length};
  model::PathShape path;
  path.steps = {{move, {}, {}, first}, {line, {}, {}, tip}, {line, {}, {}, last}, {close, {}, {}, first}};
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
