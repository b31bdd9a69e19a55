#include "pdf/layout/page_flow.hpp"

#include <algorithm>

#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

namespace {

constexpr double tolerance = 0.01;

/// What is higher than a page begins below other things when that much of a page is left.
constexpr double least_slice = 0.25;

/// What stands again on a further page (a table's header, whose slice it is) leaves at least that much of it to the
/// rest.
constexpr double most_said_again = 0.5;

/// Points by which a slice goes on even where what is repeated leaves no room: only so does it come to an end.
constexpr double least_progress = 12;

}  // namespace

void PageFlow::add(Flowable flowable) {
  waiting_.push_back(std::move(flowable));
  if (!waiting_.back().keep_with_next) place_waiting();
}

void PageFlow::break_page() {
  place_waiting();
  open_ = false;
}

void PageFlow::repeat(Repeated repeated) {
  // What still waits belongs before the change when the repetition ends.
  if (!repeated) place_waiting();
  repeated_ = std::move(repeated);
}

void PageFlow::enter_part(int part, double spacing) {
  // A title that waits belongs to the part that it heads.
  part_ = part;
  spacing_ = spacing;
}

void PageFlow::add_page(PageFrame page) {
  break_page();
  filled_.pages.push_back(std::move(page));
  filled_.notes.push_back({part_, "", "", 0, false, 0});
}

double PageFlow::room() const {
  double left = open_ ? bottom() - y_ - after_ : geometry_.text_height();
  for (auto const& flowable : waiting_) left -= flowable.height + spacing_ * (flowable.before + flowable.after);
  return left;
}

FilledPages PageFlow::finish() {
  place_waiting();
  return std::move(filled_);
}

double PageFlow::gap_before(Flowable const& flowable) const { return fresh_ ? 0 : gap(after_, flowable.before); }

void PageFlow::place_waiting() {
  if (waiting_.empty()) return;
  auto flowables = std::move(waiting_);
  waiting_.clear();
  if (!open_) turn_page();
  // Where they do not all fit on one page, as many of the last ones stay together as do: a header with its row.
  std::vector<double> needed(flowables.size());
  for (std::size_t i = flowables.size(); i-- > 0;) {
    needed[i] = flowables[i].height;
    if (i + 1 < flowables.size()) needed[i] += gap(flowables[i].after, flowables[i + 1].before) + needed[i + 1];
  }
  for (std::size_t i = 0; i < flowables.size(); ++i) {
    bool together = i == 0 || needed[i] <= geometry_.text_height();
    if (together && y_ + gap_before(flowables[i]) + needed[i] > bottom() + tolerance && !fresh_) turn_page();
    place(std::move(flowables[i]));
  }
}

void PageFlow::place(Flowable flowable) {
  if (y_ + gap_before(flowable) + flowable.height > bottom() + tolerance) {
    bool endless = !flowable.cuts.empty() && flowable.height > geometry_.text_height();
    double left = bottom() - y_ - gap_before(flowable);
    if (!fresh_ && !(endless && left > least_slice * geometry_.text_height())) turn_page();
    if (y_ + flowable.height > bottom() + tolerance && !flowable.cuts.empty())
      return place_in_slices(std::move(flowable));
  }
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
  for (double from = 0; height - from > tolerance;) {
    bool again = says_again && from > 0 && from + tolerance >= continued->after;
    double taken = before + (again && continued->place == Continued::Place::above ? continued->height : 0);
    double to = height;
    if (to - from > bottom() - y_ - taken + tolerance) {
      double limit = from + std::max(bottom() - y_ - taken, least_progress) + tolerance;
      auto cut = std::upper_bound(cuts.begin(), cuts.end(), limit);
      to = cut == cuts.begin() || *std::prev(cut) <= from + tolerance ? limit : *std::prev(cut);
    }
    auto part = slicer.next(to);
    if (again) say_again(*continued, part);
    if (to >= height) part.after = after;
    put(std::move(part));
    from = to;
    before = 0;
    if (height - from > tolerance) turn_page();
  }
  if (adds_repeated) repeated_ = nullptr;
}

void PageFlow::say_again(Continued const& continued, Flowable& part) {
  if (continued.place == Continued::Place::above) {
    shift(part.items, 0, continued.height);
    shift(part.links, 0, continued.height);
    part.height += continued.height;
  }
  part.height = std::max(part.height, continued.height);
  part.items.insert(part.items.begin(), continued.items.begin(), continued.items.end());
}

void PageFlow::put(Flowable flowable) {
  y_ += gap_before(flowable);
  auto page = filled_.pages.size() - 1;
  auto& frame = filled_.pages[page];
  double x = geometry_.text_area(page).x;
  shift(flowable.items, x, y_);
  shift(flowable.links, x, y_);
  std::move(flowable.items.begin(), flowable.items.end(), std::back_inserter(frame.items));
  std::move(flowable.links.begin(), flowable.links.end(), std::back_inserter(frame.links));
  for (auto& anchor : flowable.anchors) {
    auto& pages = filled_.pages_of[anchor];
    if (pages.empty() || pages.back() != page) pages.push_back(page);
    filled_.destinations.try_emplace(std::move(anchor), Destination{page, y_});
  }
  auto& note = filled_.notes[page];
  if (!flowable.mark.empty()) {
    if (note.first_mark.empty()) note.first_mark = flowable.mark, note.series = flowable.series;
    if (note.series != flowable.series) note.mixed = true;
    note.last_mark = std::move(flowable.mark);
  }
  if (!flowable.outline.empty())
    filled_.outline.push_back({std::move(flowable.outline), flowable.outline_level, {page, y_}});
  y_ += flowable.height;
  note.filled = y_;
  after_ = flowable.after;
  fresh_ = false;
}

void PageFlow::turn_page() {
  filled_.pages.push_back({geometry_.width, geometry_.height, "", {}, {}});
  filled_.notes.push_back({part_, "", "", 0, false, 0});
  open_ = true;
  fresh_ = true;
  y_ = geometry_.top;
  after_ = 0;
  if (!repeated_) return;
  auto flowables = repeated_();
  double height = 0;
  for (auto const& flowable : flowables) height += flowable.before + flowable.height + flowable.after;
  if (height > most_said_again * geometry_.text_height()) return;
  for (auto& flowable : flowables) put(std::move(flowable));
  fresh_ = true;
}

std::vector<Bookmark> bookmarks_of(std::vector<OutlineEntry> const& outline) {
  std::vector<Bookmark> result;
  for (auto const& entry : outline) {
    Bookmark bookmark{entry.title, entry.target, {}};
    bool below = entry.level > 1 && !result.empty();
    (below ? result.back().children : result).push_back(std::move(bookmark));
  }
  return result;
}

}  // namespace tebiki::pdf
