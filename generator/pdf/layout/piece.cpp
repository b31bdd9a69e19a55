#include "pdf/layout/piece.hpp"

#include <algorithm>

#include "pdf/overloaded.hpp"
#include "pdf/tagging/local_tags.hpp"

namespace tebiki::pdf {

namespace {

/// Backgrounds and rules are cut; everything else belongs to the slice in which its line begins.
bool clip(Item& item, double from, double to) {
  return std::visit(Overloaded{[&](TextRun& run) { return run.origin.y > from && run.origin.y <= to; },
                               [&](Box& box) {
                                 double top = std::max(box.area.y, from);
                                 double bottom = std::min(box.area.y + box.area.height, to);
                                 if (bottom <= top) return false;
                                 box.area.y = top;
                                 box.area.height = bottom - top;
                                 return true;
                               },
                               [&](auto& other) { return other.area.y >= from && other.area.y < to; }},
                    item);
}

}  // namespace

Piece slice(Piece const& piece, double from, double to) {
  Piece result;
  result.height = to - from;
  result.mark = piece.mark;
  result.series = piece.series;
  for (auto item : piece.items)
    if (clip(item, from, to)) result.items.push_back(std::move(item));
  for (auto const& link : piece.links)
    if (link.area.y >= from && link.area.y < to) result.links.push_back(link);
  shift(result.items, 0, -from);
  shift(result.links, 0, -from);
  if (from == 0) {
    result.before = piece.before;
    result.anchors = piece.anchors;
    result.outline = piece.outline;
    result.outline_level = piece.outline_level;
  }
  return result;
}

}  // namespace tebiki::pdf
