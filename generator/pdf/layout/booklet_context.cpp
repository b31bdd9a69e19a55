#include "pdf/layout/booklet_context.hpp"

#include <algorithm>

#include "model/visit.hpp"

namespace tebiki::pdf {

namespace {

using Anchors = std::set<std::string, std::less<>>;

void collect(model::Blocks const& blocks, std::string const& part, Anchors& anchors) {
  auto add = [&](std::string const& anchor) {
    if (!anchor.empty()) anchors.insert(anchor);
  };
  model::for_each_block(blocks, [&](model::Block const& block) {
    if (auto const* heading = std::get_if<model::Heading>(&block.node)) add(heading_key(part, heading->anchor));
    if (auto const* directory = std::get_if<model::Directory>(&block.node)) add(directory->list);
    model::for_each_record_anchor(block, add);
  });
}

PrintedTarget outside(BookletContext const& context, std::string const& name, std::string const& fragment) {
  auto const url = context.site.url_of(name);
  if (!url) return {};
  return {"", *url + (fragment.empty() ? "" : "#" + fragment)};
}

/// `ref:care-guide#sec` names a heading of any part of the publication.
std::string heading_anywhere(BookletContext const& context, std::string_view fragment) {
  auto const& publication = context.booklet.publication;
  for (auto const& part : publication.parts) {
    auto key = heading_key(part_key(publication, part), fragment);
    if (context.anchors.contains(key)) return key;
  }
  return {};
}

PrintedTarget inside_or_outside(BookletContext const& context, model::Reference const& reference) {
  auto const& own = context.booklet.publication.slug;
  auto name = reference.name.empty() ? context.part : reference.name;
  if (!reference.fragment.empty()) {
    auto key = name == own ? heading_anywhere(context, reference.fragment) : heading_key(name, reference.fragment);
    if (context.anchors.contains(key)) return {key, ""};
  }
  if (context.anchors.contains(name)) return {name, ""};
  return outside(context, name, reference.fragment);
}

}  // namespace

std::string part_key(model::Publication const& publication, model::Part const& part) {
  return publication.slug + "/" + part.slug;
}

std::string heading_key(std::string_view part_key, std::string_view anchor) {
  return std::string(part_key) + "#" + std::string(anchor);
}

std::set<std::string, std::less<>> anchors_of(model::Publication const& publication) {
  Anchors anchors{publication.slug};
  for (auto const& part : publication.parts) {
    auto key = part_key(publication, part);
    anchors.insert(key);
    collect(part.blocks, key, anchors);
  }
  return anchors;
}

PrintedTarget printed_target(BookletContext const& context, model::Target const& target) {
  if (auto const* url = std::get_if<model::Url>(&target)) return {"", url->address};
  return inside_or_outside(context, std::get<model::Reference>(target));
}

std::string page_number(BookletContext const& context, std::string_view anchor) {
  context.asked_for_numbers = true;
  auto found = context.numbers.find(anchor);
  return found == context.numbers.end() || found->second.empty() ? "00" : found->second.front();
}

namespace {

/// Smaller paper has smaller margins, but no smaller than this share of them.
constexpr double least_share_of_margins = 0.7;

/// Larger paper keeps the margins: a wide table needs the room.
double margin_scale(double width, double styled_width) {
  return std::clamp(width / styled_width, least_share_of_margins, 1.0);
}

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
  auto const paper = style.paper(publication.paper);
  double scale = margin_scale(paper.width, style.page_width);
  Geometry geometry{paper.width,
                    paper.height,
                    style.margin_top * scale,
                    style.margin_bottom * scale,
                    style.margin_inner * scale,
                    style.margin_outer * scale,
                    publication.binding};
  if (publication.landscape) std::swap(geometry.width, geometry.height);
  return geometry;
}

}  // namespace tebiki::pdf
