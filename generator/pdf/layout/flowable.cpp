// What is done with flowables: they are handed out in slices, levelled in columns, placed on faces and pages.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

namespace {

/// Where an item begins: the baseline of text, which stands in the slice that ends at or below it.
double top_of(Item const& item) {
  return std::visit(
      model::Overloaded{[](TextRun const& run) { return run.origin.y; }, [](Box const& box) { return box.area.y; },
                        [](Leader const& leader) { return leader.area.y; },
                        [](Picture const& picture) { return picture.area.y; },
                        [](PlacedDrawing const& drawing) { return drawing.area.y; },
                        [](Widget const& widget) { return widget.area.y; }},
      item);
}
double top_of(LinkArea const& link) { return link.area.y; }

/// Whether it stands in a slice that ends there.
bool begins_before(Item const& item, double to) {
  return std::holds_alternative<TextRun>(item) ? top_of(item) <= to : top_of(item) < to;
}

template <class Part>
std::vector<std::size_t> sorted_by_top(std::vector<Part> const& parts) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return top_of(parts[a]) < top_of(parts[b]); });
  return order;
}

Box cut(Box box, double from, double to) {
  double top = std::max(box.area.y, from);
  box.area.height = std::min(box.area.y + box.area.height, to) - top;
  box.area.y = top;
  return box;
}

}  // namespace

/// However many frames stand in one another, in points.
constexpr double least_page_room = 1;

FlowableList::FlowableList(FlowableSink const& next, double frame) {
  if (next.page_room() >= unbounded_room) return;
  page_room_ = std::max(next.page_room() - frame, least_page_room);
  room_ = std::min(next.room() - frame, page_room_);
}

void FlowableList::add(Flowable flowable) {
  if (page_room_ < unbounded_room) {
    room_ -= flowable.height + std::max(flowable.before, flowable.after);
    if (room_ < 0) room_ = page_room_ - std::fmod(-room_, page_room_);
  }
  flowables.push_back(std::move(flowable));
}

bool FlowableList::breaks_before(std::size_t index) const {
  return std::any_of(requests.begin(), requests.end(),
                     [&](Request const& request) { return request.breaks_page && request.behind == index; });
}

void FlowableList::hand_on(FlowableSink& next) {
  auto request = requests.begin();
  for (std::size_t i = 0; i <= flowables.size(); ++i) {
    for (; request != requests.end() && request->behind == i; ++request)
      request->breaks_page ? next.break_page() : next.repeat(std::move(request->repeated));
    if (i < flowables.size()) next.add(std::move(flowables[i]));
  }
}

Slicer::Slicer(Flowable flowable) : flowable_(std::move(flowable)) {
  items_.parts = std::move(flowable_.items);
  links_.parts = std::move(flowable_.links);
  items_.by_top = sorted_by_top(items_.parts);
  links_.by_top = sorted_by_top(links_.parts);
}

Flowable Slicer::next(double to) {
  Flowable slice;
  slice.height = to - from_;
  slice.mark = flowable_.mark;
  slice.series = flowable_.series;
  take_items(slice, to);
  take_links(slice, to);
  shift(slice.items, 0, -from_);
  shift(slice.links, 0, -from_);
  if (from_ == 0) {
    slice.before = flowable_.before;
    slice.anchors = flowable_.anchors;
    slice.outline = flowable_.outline;
    slice.outline_level = flowable_.outline_level;
  }
  from_ = to;
  return slice;
}

void Slicer::take_items(Flowable& slice, double to) {
  auto taken = std::move(open_);
  open_.clear();
  for (; items_.done < items_.by_top.size(); ++items_.done) {
    auto index = items_.by_top[items_.done];
    // At the very cut text goes above and all else below: what is not text waits.
    if (!begins_before(items_.parts[index], to)) {
      if (top_of(items_.parts[index]) > to) break;
      open_.push_back(index);
      continue;
    }
    taken.push_back(index);
  }
  std::sort(taken.begin(), taken.end());
  for (auto index : taken) {
    auto& item = items_.parts[index];
    auto const* box = std::get_if<Box>(&item);
    if (!box) {
      slice.items.push_back(std::move(item));
      continue;
    }
    slice.items.emplace_back(cut(*box, from_, to));
    if (box->area.y + box->area.height > to) open_.push_back(index);
  }
}

void Slicer::take_links(Flowable& slice, double to) {
  for (; links_.done < links_.by_top.size(); ++links_.done) {
    auto& link = links_.parts[links_.by_top[links_.done]];
    if (link.area.y >= to) break;
    slice.links.push_back(std::move(link));
  }
}

double height_of(std::vector<Flowable> const& all, std::size_t begin, std::size_t end, double spacing) {
  double height = 0;
  for (auto i = begin; i < end; ++i)
    height += all[i].height + (i == begin ? 0 : spacing * std::max(all[i - 1].after, all[i].before));
  return height;
}

Flowable stacked(std::vector<Flowable> flowables) {
  Flowable whole;
  for (std::size_t i = 0; i < flowables.size(); ++i) {
    auto& one = flowables[i];
    if (i == 0) whole.before = one.before;
    if (i > 0) whole.height += std::max(whole.after, one.before);
    shift(one.items, 0, whole.height);
    shift(one.links, 0, whole.height);
    for (double cut : one.cuts) whole.cuts.push_back(whole.height + cut);
    std::move(one.items.begin(), one.items.end(), std::back_inserter(whole.items));
    std::move(one.links.begin(), one.links.end(), std::back_inserter(whole.links));
    std::move(one.anchors.begin(), one.anchors.end(), std::back_inserter(whole.anchors));
    whole.height += one.height;
    whole.after = one.after;
    whole.keep_with_next = one.keep_with_next;
    if (!one.keep_with_next) whole.cuts.push_back(whole.height);
  }
  return whole;
}

std::size_t column_end(std::vector<Flowable> const& all, std::size_t begin, double height, double spacing) {
  double used = 0;
  auto end = begin;
  while (end < all.size()) {
    used += all[end].height + (end == begin ? 0 : spacing * std::max(all[end - 1].after, all[end].before));
    if (used > height + layout_tolerance && end > begin) break;
    ++end;
  }
  bool head_alone = end < all.size() && end > begin && all[end - 1].keep_with_next;
  if (!head_alone) return end;
  return end > begin + 1 ? end - 1 : end + 1;
}

std::optional<double> level_height(std::vector<Flowable> const& all, std::size_t columns, double most, double spacing) {
  auto fits = [&](double height) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      auto end = column_end(all, at, height, spacing);
      if (height_of(all, at, end, spacing) > height + layout_tolerance) return false;
      at = end;
    }
    return at == all.size();
  };
  if (!fits(most)) return std::nullopt;
  double low = 0, high = most;
  while (high - low > 1) {
    double middle = (low + high) / 2;
    (fits(middle) ? high : low) = middle;
  }
  return high;
}

std::vector<double> cuts_between(Lines const& lines, double top) {
  std::vector<double> cuts;
  for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) cuts.push_back(top += lines.lines[i].height);
  return cuts;
}

namespace {

/// Shares of the usual space between blocks that are tried in turn.
constexpr double spacings[] = {1, 0.8, 0.6, 0.45};
/// More than this, in points, is seen.
constexpr double face_tolerance = 0.5;

void report_too_much(BlockTarget const& target, std::string const& title, double points) {
  auto const over = int(std::ceil(points / model::millimetre));
  target.context.state.diagnostics.error(
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
  double const bottom = area.y + area.height;
  for (std::size_t i = 0; i < list.flowables.size(); ++i) {
    auto& flowable = list.flowables[i];
    double const top = y + above[i];
    y = top + flowable.height;
    if (y > bottom + face_tolerance) continue;
    shift(flowable.items, 0, top);
    shift(flowable.links, 0, top);
    std::move(flowable.items.begin(), flowable.items.end(), std::back_inserter(face.items));
    std::move(flowable.links.begin(), flowable.links.end(), std::back_inserter(face.links));
    std::move(flowable.anchors.begin(), flowable.anchors.end(), std::back_inserter(face.anchors));
  }
  if (y > bottom + face_tolerance) report_too_much(target, place.title, y - bottom);
}

void shift(Face& face, double x, double y) {
  shift(face.items, x, y);
  shift(face.links, x, y);
}

}  // namespace tebiki::pdf
