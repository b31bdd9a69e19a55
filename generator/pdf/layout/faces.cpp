#include "pdf/layout/faces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tebiki::pdf {

namespace {

/// Shares of the usual space between blocks that are tried in turn.
constexpr double spacings[] = {1, 0.8, 0.6, 0.45};
/// More than this, in points, is seen.
constexpr double tolerance = 0.5;

void report_too_much(BlockTarget const& target, std::string const& title, double points) {
  auto const over = int(std::ceil(points / model::millimetre));
  target.context.diagnostics.error(
      target.at, "card-too-full",
      {fmt::format("「{}」の面に入りきりません。{}ミリはみ出します。", title, over),
       fmt::format("The face “{}” is {} mm too small for what stands on it.", title, over)},
      target.context.booklet.publication.fold > 1
          ? base::Message{"文を短くするか、次の面に移してください。",
                          "Make the text shorter, or move some to another panel."}
          : base::Message{"欄を減らすか、幅（width）を半分にして2つ並べるか、次の面（.md）に移してください。",
                          "Take a field away, put two side by side (width), or move some to another face (.md)."});
}

/// The space above each flowable.
std::vector<double> gaps(std::vector<Flowable> const& flowables, double height, Filling filling) {
  std::vector<double> gaps(flowables.size());
  if (filling == Filling::spread) {
    double rows = 0;
    for (auto const& flowable : flowables) rows += flowable.height;
    for (auto& gap : gaps) gap = std::max(0.0, height - rows) / double(flowables.size());
    return gaps;
  }
  double spacing = spacings[0];
  for (auto share : spacings) {
    spacing = share;
    if (height_of(flowables, 0, flowables.size(), share) <= height) break;
  }
  for (std::size_t i = 1; i < gaps.size(); ++i)
    gaps[i] = spacing * std::max(flowables[i - 1].after, flowables[i].before);
  return gaps;
}

}  // namespace

void add_to_face(Face& face, BlockTarget const& target, std::span<model::Block const> blocks, FaceArea const& place) {
  auto const& area = place.area;
  FlowableList list;
  lay_out_blocks({target.context, target.tags, list, target.parent, {area.x, area.width}, target.at}, blocks);
  auto const above = gaps(list.flowables, area.height, place.filling);
  double y = area.y;
  for (std::size_t i = 0; i < list.flowables.size(); ++i) {
    auto& flowable = list.flowables[i];
    y += above[i];
    shift(flowable.items, 0, y);
    shift(flowable.links, 0, y);
    std::move(flowable.items.begin(), flowable.items.end(), std::back_inserter(face.items));
    std::move(flowable.links.begin(), flowable.links.end(), std::back_inserter(face.links));
    std::move(flowable.anchors.begin(), flowable.anchors.end(), std::back_inserter(face.anchors));
    y += flowable.height;
  }
  double const over = y - area.y - area.height;
  if (over > tolerance) report_too_much(target, place.title, over);
}

void shift(Face& face, double x, double y) {
  shift(face.items, x, y);
  shift(face.links, x, y);
}

}  // namespace tebiki::pdf
