#include <algorithm>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

/// Side by side up to so many; more stand in further lines.
constexpr std::size_t most_in_a_line = 4;

/// A step of the flow, its words broken for its width.
struct Step {
  TextBlock name, label, words;
  model::Colour colour;

  double head(model::DrawingStyle const& sizes) const { return name.height() + 2 * sizes.flow_padding; }
  double height(model::DrawingStyle const& sizes) const {
    double const after = label.empty() ? 0 : sizes.flow_label_after;
    return head(sizes) + label.height() + after + words.height() + 2 * sizes.flow_padding;
  }
};

class FlowDrawing {
 public:
  FlowDrawing(View const& view, ComposeContext const& context, std::size_t steps)
      : view_(view),
        lists_(context.lists),
        measure_(context.measure),
        style_(context.style),
        columns_(std::max<std::size_t>(1, std::min(steps, most_in_a_line))) {
    width_ = (sizes_.diagram_width - sizes_.flow_gap * double(columns_ - 1)) / double(columns_);
  }

  void add(model::Record const& record) {
    auto const* scene = scene_of_record(record);
    auto const inner = width_ - 2 * sizes_.flow_padding;
    auto const label = scene && scene->label != record.name() ? scene->label : std::string();
    steps_.push_back({{measure_, record.name(), {sizes_.flow_name_size, true}, inner},
                      {measure_, label, {sizes_.flow_label_size, true}, inner},
                      {measure_, diagram_words(view_, record, lists_), {sizes_.flow_words_size, false}, inner},
                      scene ? scene->colour : lists_.site().brand});
  }

  model::Drawing drawing() const {
    model::Drawing drawing{sizes_.diagram_width, 0, {}};
    for (std::size_t begin = 0; begin < steps_.size(); begin += columns_) add_line(drawing, begin);
    return drawing;
  }

 private:
  model::Scene const* scene_of_record(model::Record const& record) const {
    auto const* field = view_.list->with_role(model::Role::scene);
    auto const* value = field ? record.find(*field) : nullptr;
    if (value && value->several()) value = value->several()->empty() ? nullptr : &value->several()->front();
    auto const* id = value ? value->text() : nullptr;
    return id ? scene_of(lists_, *id) : nullptr;
  }

  void add_line(model::Drawing& drawing, std::size_t begin) const {
    auto const end = std::min(begin + columns_, steps_.size());
    double head = 0, height = 0;
    for (auto i = begin; i < end; ++i) head = std::max(head, steps_[i].head(sizes_));
    for (auto i = begin; i < end; ++i)
      height = std::max(height, steps_[i].height(sizes_) - steps_[i].head(sizes_) + head);
    double const top = drawing.height + (begin == 0 ? 1 : sizes_.flow_gap);
    for (auto i = begin; i < end; ++i) {
      double const x = double(i - begin) * (width_ + sizes_.flow_gap);
      add_step(drawing, steps_[i], x, top, head, height);
      if (i + 1 < steps_.size()) add_arrow(drawing, x, top, head, i + 1 < end);
    }
    drawing.height = top + height + 1;
  }

  void add_step(model::Drawing& drawing, Step const& step, double x, double top, double head, double height) const {
    double const outline = sizes_.outline, padding = sizes_.flow_padding;
    model::RectangleShape body{{x + outline / 2, top}, width_ - outline, height, 0,
                               style_.on_dark,         step.colour,      outline};
    drawing.shapes.emplace_back(body);
    model::RectangleShape title{{x, top}, width_, head, 0, step.colour, {}};
    drawing.shapes.emplace_back(title);
    double const centre = top + (head - step.name.height()) / 2;
    drawing.shapes.emplace_back(step.name.at(x + width_ / 2, centre, style_.on_dark, model::TextShape::Anchor::middle));
    double y = top + head + padding;
    if (!step.label.empty()) {
      drawing.shapes.emplace_back(step.label.at(x + padding, y, step.colour));
      y += step.label.height() + sizes_.flow_label_after;
    }
    if (!step.words.empty()) drawing.shapes.emplace_back(step.words.at(x + padding, y, style_.ink));
  }

  /// From a step to the next one, beside it or at the beginning of the next line.
  void add_arrow(model::Drawing& drawing, double x, double top, double head, bool beside) const {
    if (!beside) return;
    double const y = top + head / 2, gap = sizes_.flow_gap;
    drawing.shapes.emplace_back(model::line({x + width_ + 2, y}, {x + width_ + gap - (sizes_.arrow_length - 1), y},
                                            style_.strong_line, sizes_.flow_arrow_rule));
    drawing.shapes.emplace_back(arrow_head(sizes_, {x + width_ + gap - 1, y}, ArrowTo::right, style_.strong_line));
  }

  View const& view_;
  SortedLists const& lists_;
  model::TextMeasure const& measure_;
  model::PrintStyle const& style_;
  model::DrawingStyle const& sizes_ = style_.drawings;
  std::size_t columns_;
  double width_ = 0;
  std::vector<Step> steps_;
};

}  // namespace

model::Blocks flow(View const& view, Selection const& selection, ViewPlace const& place) {
  auto const& lists = place.context.lists;
  std::size_t count = 0;
  for (auto const& group : selection) count += group.records.size();
  FlowDrawing flow(view, place.context, count);
  std::string told;
  for (auto const& group : selection) {
    for (auto index : group.records) {
      auto const& record = view.list->source->records[index];
      flow.add(record);
      if (!told.empty()) told += " → ";
      auto const words = diagram_words(view, record, lists);
      told += words.empty() ? std::string(record.name())
                            : lists.site().words.filled("join.label", {{"label", record.name()}}) + words;
    }
  }
  return diagram(flow.drawing(), std::move(told), view);
}

}  // namespace tebiki::views
