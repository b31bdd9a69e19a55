#include "pdf/layout/geometry.hpp"

#include <algorithm>

namespace tebiki::pdf {

namespace {

/// Larger paper keeps the margins: a wide table needs the room.
double margin_scale(double width, double styled_width) { return std::clamp(width / styled_width, 0.7, 1.0); }

}  // namespace

Side Geometry::fore_edge(std::size_t page) const {
  bool first_side = page % 2 == 0;
  return first_side == (binding == model::Binding::left) ? Side::right : Side::left;
}

Rectangle Geometry::text_area(std::size_t page) const {
  double left = fore_edge(page) == Side::right ? inner : outer;
  return {left, top, text_width(), text_height()};
}

std::vector<Rectangle> Geometry::regions(std::size_t page, Columns const& columns) const {
  auto area = text_area(page);
  area.width = columns.width_in(area.width);
  std::vector<Rectangle> regions;
  for (std::size_t i = 0; i < columns.count; ++i, area.x += area.width + columns.gap) regions.push_back(area);
  return regions;
}

Geometry geometry_of(model::PrintStyle const& style, model::Publication const& publication) {
  double width = style.page_width;
  double height = style.page_height;
  for (auto const& paper : style.papers)
    if (paper.name == publication.paper) width = paper.width, height = paper.height;
  double scale = margin_scale(width, style.page_width);
  Geometry geometry{width,
                    height,
                    style.margin_top * scale,
                    style.margin_bottom * scale,
                    style.margin_inner * scale,
                    style.margin_outer * scale,
                    publication.binding};
  if (publication.landscape) std::swap(geometry.width, geometry.height);
  return geometry;
}

}  // namespace tebiki::pdf
