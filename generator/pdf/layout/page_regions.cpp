// The regions of a page that the flow fills: columns side by side end level, with rules between them.
#include <algorithm>
#include <utility>

#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

void PageFlow::open_regions(double top) {
  regions_ = geometry_.regions(filled_.pages.size() - 1, columns_);
  for (auto& region : regions_) region.height -= top - region.y, region.y = top;
  in_regions_.assign(regions_.size(), {});
  region_ = 0;
  if (columns_.count == 1) return;
  y_ = top;
  after_ = 0;
  fresh_ = true;
}

/// What stands in the columns, and the rules between them, down to where the longest ends.
void PageFlow::draw_regions() {
  double lowest = 0;
  for (std::size_t i = 0; i < in_regions_.size(); ++i) {
    double y = regions_[i].y, after = 0;
    bool first = true;
    for (auto& flowable : std::exchange(in_regions_[i], {})) {
      if (!first) y += gap(after, flowable.before);
      first = false;
      double const height = flowable.height;
      after = flowable.after;
      draw(std::move(flowable), regions_[i].x, y);
      y += height;
    }
    lowest = std::max(lowest, y);
  }
  if (regions_.size() > 1 && columns_.rule > 0) draw_rules(lowest);
}

void PageFlow::draw_rules(double bottom) {
  auto& items = filled_.pages.back().items;
  for (std::size_t i = 1; i < regions_.size(); ++i) {
    auto const& region = regions_[i];
    double const x = region.x - (columns_.gap + columns_.rule) / 2;
    if (bottom > region.y)
      items.emplace_back(Box{{x, region.y, columns_.rule, bottom - region.y}, 0, columns_.rule_colour, {}, 0});
  }
}

/// Shares out what stands in the columns of a page so that none is higher than it must be, and draws it.
void PageFlow::level_regions() {
  if (!open_ || regions_.size() < 2) return;
  std::vector<Flowable> all;
  std::vector<std::size_t> ends;  // of the columns as they were filled
  for (auto& column : in_regions_) {
    std::move(column.begin(), column.end(), std::back_inserter(all));
    ends.push_back(all.size());
    column.clear();
  }
  // Where a head that keeps with what follows leaves no even height that holds all, columns stay as they were filled.
  auto const height = level_height(all, regions_.size(), region().height, spacing_);
  std::size_t at = 0;
  double lowest = 0;
  for (std::size_t i = 0; i < in_regions_.size(); ++i) {
    auto const end = height ? column_end(all, at, *height, spacing_) : ends[i];
    lowest = std::max(lowest, height_of(all, at, end, spacing_));
    for (; at < end; ++at) in_regions_[i].push_back(std::move(all[at]));
  }
  double const top = regions_.front().y;
  double lowest_after = 0;
  for (auto const& column : in_regions_)
    if (!column.empty()) lowest_after = std::max(lowest_after, column.back().after);
  draw_regions();
  y_ = top + lowest;
  after_ = lowest_after;
  fresh_ = false;
  region_ = 0;
  regions_.resize(1);
  in_regions_.resize(1);
}

/// At its top, below what is repeated there.
void PageFlow::begin_region() {
  fresh_ = true;
  y_ = region().y;
  after_ = 0;
  if (!repeated_) return;
  auto flowables = repeated_();
  double height = 0;
  for (auto const& flowable : flowables) height += flowable.before + flowable.height + flowable.after;
  if (height > most_said_again * geometry_.text_height()) return;
  if (!flowables.empty()) flowables.back().after = 0;
  for (auto& flowable : flowables) put(std::move(flowable));
  fresh_ = true;
}

}  // namespace tebiki::pdf
