#include "pdf/layout/page_flow.hpp"

#include <algorithm>
#include <utility>

#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

namespace {

/// What is higher than a page begins below other things when that much of a page is left.
constexpr double least_slice = 0.25;

/// Columns that would be lower begin on the next page, in points.
constexpr double least_column = 120;

/// A rule between columns begins at least so far below what stands across them, in points.
constexpr double above_ruled_columns = 12;

/// Points by which a slice goes on even where what is repeated leaves no room: only so does it come to an end.
constexpr double least_progress = 12;

/// What must find room where it begins: all of it, or all before the first cut.
double least_height(Flowable const& flowable) {
  if (!flowable.parts_readily || flowable.cuts.empty()) return flowable.height;
  return flowable.cuts.front() + (flowable.continued ? flowable.continued->height_below : 0);
}

}  // namespace

namespace {

/// Smaller paper has smaller margins, but no smaller than this share of them.
constexpr double least_share_of_margins = 0.7;

/// What stands at the foot of a page takes so many lines of a narrow margin.
constexpr double foot_lines = 1.5;

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

bool can_be_larger(model::Booklet const& booklet) {
  auto const& publication = booklet.publication;
  return !booklet.flyer && publication.fold == 1 && publication.sheet.empty() && publication.paper != "A3";
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
  if (paper.margin > 0) {
    geometry.top = geometry.inner = geometry.outer = paper.margin;
    geometry.bottom = paper.margin + foot_lines * style.running_head.leading;
  }
  if (publication.landscape) std::swap(geometry.width, geometry.height);
  return geometry;
}

void PageFlow::add(Flowable flowable) {
  waiting_.push_back(std::move(flowable));
  if (!waiting_.back().keep_with_next) place_waiting();
}

void PageFlow::break_page() {
  place_waiting();
  level_regions();
  open_ = false;
}

void PageFlow::set_columns(Columns const& columns) {
  // A title that waits goes with its columns.
  if (columns.count > 1 && open_ && !fresh_ && room() < least_column) turn_page();
  place_waiting();
  level_regions();
  columns_ = columns;
  if (!open_) return;
  double const above = columns.rule > 0 ? std::max(after_, above_ruled_columns) : after_;
  open_regions(columns.count == 1 || fresh_ ? y_ : y_ + above);
}

void PageFlow::repeat(Repeated repeated) {
  // What still waits belongs before the change when the repetition ends.
  if (!repeated) place_waiting();
  repeated_ = std::move(repeated);
}

void PageFlow::enter_part(int part) {
  part_ = part;
  filled_.first_pages.push_back(filled_.pages.size() - (open_ ? 1 : 0));
}

void PageFlow::set_as(PartSetting const& setting) {
  setting_ = setting;
  first_page_ = filled_.first_pages.back();
  // The page may have been begun by what stands above the part.
  if (open_ && is_short_page())
    for (auto& region : regions_) region.height -= setting_.shorter;
}

void PageFlow::add_page(PageFrame page) {
  break_page();
  filled_.pages.push_back(std::move(page));
  add_note();
}

double PageFlow::room() const {
  double left = open_ ? bottom() - y_ - after_ : geometry_.text_height();
  for (auto const& flowable : waiting_) left -= flowable.height + setting_.spacing * (flowable.before + flowable.after);
  return left;
}

FilledPages PageFlow::finish() {
  place_waiting();
  level_regions();
  return std::move(filled_);
}

void PageFlow::place_waiting() {
  if (waiting_.empty()) return;
  auto flowables = std::move(waiting_);
  waiting_.clear();
  if (!open_) turn_page();
  // Where they do not all fit on one page, as many of the last ones stay together as do: a header with its row.
  std::vector<double> needed(flowables.size());
  for (std::size_t i = flowables.size(); i-- > 0;) {
    needed[i] = least_height(flowables[i]);
    if (i + 1 < flowables.size()) needed[i] += gap(flowables[i].after, flowables[i + 1].before) + needed[i + 1];
  }
  for (std::size_t i = 0; i < flowables.size(); ++i) {
    bool together = i == 0 || needed[i] <= geometry_.text_height();
    if (together && y_ + gap_before(flowables[i]) + needed[i] > bottom() + layout_tolerance && !fresh_) next_region();
    place(std::move(flowables[i]));
  }
}

void PageFlow::place(Flowable flowable) {
  if (flowable.parts) return place_in_parts(std::move(flowable));
  if (y_ + gap_before(flowable) + flowable.height > bottom() + layout_tolerance) {
    bool endless = !flowable.cuts.empty() && flowable.height > geometry_.text_height();
    double left = bottom() - y_ - gap_before(flowable);
    bool begins_here = endless && left > least_slice * geometry_.text_height();
    if (flowable.parts_readily) begins_here = !flowable.cuts.empty() && least_height(flowable) <= left;
    if (!fresh_ && !begins_here) next_region();
    if (y_ + flowable.height > bottom() + layout_tolerance && !flowable.cuts.empty())
      return place_in_slices(std::move(flowable));
  }
  put(std::move(flowable));
}

void PageFlow::place_in_parts(Flowable flowable) {
  while (flowable.parts && y_ + gap_before(flowable) + flowable.height > bottom() + layout_tolerance) {
    auto parts = flowable.parts(bottom() - y_ - gap_before(flowable));
    if (parts.empty() && fresh_) break;
    if (!parts.empty()) {
      put(std::move(parts.front()));
      flowable = std::move(parts.back());
    }
    next_region();
  }
  if (!fresh_ && y_ + gap_before(flowable) + flowable.height > bottom() + layout_tolerance) next_region();
  put(std::move(flowable));
}

void PageFlow::place_in_slices(Flowable flowable) {
  double const height = flowable.height, after = flowable.after;
  auto const cuts = std::move(flowable.cuts);
  auto const continued = std::move(flowable.continued);
  double before = gap_before(flowable);
  bool const says_again = continued && continued->height < most_said_again * geometry_.text_height();
  bool const adds_repeated = continued && continued->repeated && !repeated_;
  if (adds_repeated) repeated_ = continued->repeated;
  Slicer slicer(std::move(flowable));
  for (double from = 0; height - from > layout_tolerance;) {
    bool again = says_again && from > 0 && from + layout_tolerance >= continued->after;
    double taken = before + (again && continued->position == Continued::Position::above ? continued->height : 0);
    double to = height;
    if (to - from > bottom() - y_ - taken + layout_tolerance) {
      if (continued) taken += continued->height_below;
      double limit = from + std::max(bottom() - y_ - taken, least_progress) + layout_tolerance;
      auto cut = std::upper_bound(cuts.begin(), cuts.end(), limit);
      to = cut == cuts.begin() || *std::prev(cut) <= from + layout_tolerance ? limit : *std::prev(cut);
    }
    auto part = slicer.next(to);
    if (again) say_again(*continued, part);
    if (continued && to < height) say_goes_on(*continued, part);
    if (to >= height) part.after = after;
    put(std::move(part));
    from = to;
    before = 0;
    if (height - from > layout_tolerance) next_region();
  }
  if (adds_repeated) repeated_ = nullptr;
}

void PageFlow::say_again(Continued const& continued, Flowable& part) {
  if (continued.position == Continued::Position::above) {
    shift(part.items, 0, continued.height);
    shift(part.links, 0, continued.height);
    part.height += continued.height;
  }
  part.height = std::max(part.height, continued.height);
  part.items.insert(part.items.begin(), continued.items.begin(), continued.items.end());
}

void PageFlow::say_goes_on(Continued const& continued, Flowable& part) {
  auto items = continued.below;
  shift(items, 0, part.height);
  part.height += continued.height_below;
  std::move(items.begin(), items.end(), std::back_inserter(part.items));
}

void PageFlow::put(Flowable flowable) {
  y_ += gap_before(flowable);
  double y = y_;
  y_ += flowable.height;
  after_ = flowable.after;
  fresh_ = false;
  if (regions_.size() > 1)
    in_regions_[region_].push_back(std::move(flowable));
  else
    draw(std::move(flowable), region().x, y);
}

void PageFlow::draw(Flowable flowable, double x, double y) {
  auto page = filled_.pages.size() - 1;
  auto& frame = filled_.pages[page];
  shift(flowable.items, x, y);
  shift(flowable.links, x, y);
  std::move(flowable.items.begin(), flowable.items.end(), std::back_inserter(frame.items));
  std::move(flowable.links.begin(), flowable.links.end(), std::back_inserter(frame.links));
  for (auto& anchor : flowable.anchors) {
    auto& pages = filled_.pages_of[anchor];
    if (pages.empty() || pages.back() != page) pages.push_back(page);
    filled_.destinations.try_emplace(std::move(anchor), Destination{page, y});
  }
  auto& note = filled_.notes[page];
  for (auto member : flowable.members) {
    auto const whole = note.members.try_emplace(member, true).first;
    whole->second = whole->second && !flowable.shows_part;
  }
  if (!flowable.mark.empty()) {
    if (note.first_mark.empty()) note.first_mark = flowable.mark, note.series = flowable.series;
    if (note.series != flowable.series) note.mixed = true;
    note.last_mark = std::move(flowable.mark);
  }
  if (!flowable.outline.empty())
    filled_.outline.push_back({std::move(flowable.outline), flowable.outline_level, {page, y}});
  note.filled = std::max(note.filled, y + flowable.height);
}

void PageFlow::add_note() {
  filled_.notes.emplace_back();
  filled_.notes.back().part = part_;
}

void PageFlow::next_region() {
  if (region_ + 1 == regions_.size()) return turn_page();
  ++region_;
  begin_region();
}

void PageFlow::turn_page() {
  draw_regions();
  filled_.pages.push_back({geometry_.width, geometry_.height, "", {}, {}});
  add_note();
  open_ = true;
  open_regions(geometry_.top);
  begin_region();
}

}  // namespace tebiki::pdf
