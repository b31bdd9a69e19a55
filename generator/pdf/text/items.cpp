#include "pdf/text/items.hpp"

#include <algorithm>
#include <cmath>

#include "model/visit.hpp"

namespace tebiki::pdf {

namespace {

/// The tag of an item, or nullptr for what is decoration always.
TagId* tag_of(Item& item) {
  return std::visit(model::Overloaded{[](Box&) -> TagId* { return nullptr; }, [](Leader&) -> TagId* { return nullptr; },
                                      [](auto& other) { return &other.tag; }},
                    item);
}

}  // namespace

void resolve_tags(std::vector<Item>& items, std::vector<TagId> const& tags) {
  for (auto& item : items)
    if (auto* tag = tag_of(item); tag && *tag != TagId::artifact) *tag = tags[std::size_t(*tag)];
}

void resolve_tags(std::vector<LinkArea>& links, std::vector<TagId> const& tags) {
  for (auto& link : links)
    if (link.tag != TagId::artifact) link.tag = tags[std::size_t(link.tag)];
}

void shift(Item& item, double x, double y) {
  std::visit(model::Overloaded{[&](TextRun& run) {
                                 run.origin = {run.origin.x + x, run.origin.y + y};
                               },
                               [&](auto& other) {
                                 other.area.x += x;
                                 other.area.y += y;
                               }},
             item);
}

void shift(std::vector<Item>& items, double x, double y) {
  for (auto& item : items) shift(item, x, y);
}

void shift(std::vector<LinkArea>& links, double x, double y) {
  for (auto& link : links) {
    link.area.x += x;
    link.area.y += y;
  }
}

void make_artifacts(std::vector<Item>& items) {
  for (auto& item : items)
    if (auto* tag = tag_of(item)) *tag = TagId::artifact;
}

namespace {

double start_of(model::TextShape::Anchor anchor, double width) {
  using enum model::TextShape::Anchor;
  return anchor == start ? 0 : anchor == middle ? -width / 2 : -width;
}

std::vector<TextRun> runs_of(Fonts const& fonts, model::TextShape const& shape, double size) {
  std::vector<TextRun> runs;
  TextLook look{{FontChoice::List::body, shape.bold, false}, float(size), shape.colour};
  double y = 0;
  for (std::string_view rest = shape.text; !rest.empty();) {
    auto line = rest.substr(0, rest.find('\n'));
    double x = start_of(shape.anchor, text_width(fonts, line, look.font, size));
    for (auto& run : text_runs(fonts, line, look, {x, y}, TagId::artifact)) runs.push_back(std::move(run));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    y += shape.leading * size;
  }
  return runs;
}

}  // namespace

DrawingScale::DrawingScale(PlacedDrawing const& placed)
    : x(placed.drawing.width > 0 ? placed.area.width / placed.drawing.width : 1),
      y(placed.drawing.height > 0 ? placed.area.height / placed.drawing.height : 1),
      size(std::sqrt(x * y)) {}

PlacedDrawing placed(Fonts const& fonts, model::Drawing drawing, Rectangle const& area, TagId tag) {
  PlacedDrawing result{area, std::move(drawing), tag};
  double size = DrawingScale(result).size;
  model::for_each_text_shape(result.drawing.shapes, [&](model::TextShape const& shape) {
    result.words.push_back(runs_of(fonts, shape, shape.size * size));
  });
  return result;
}

}  // namespace tebiki::pdf
