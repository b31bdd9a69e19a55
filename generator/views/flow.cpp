#include <algorithm>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::MeasuredFont;

/// Side by side up to so many; more stand in further lines.
constexpr std::size_t most_in_a_line = 4;
constexpr double gap = 18, padding = 8;
constexpr MeasuredFont name_font{12.5, true}, label_font{10, true}, words_font{10, false};

/// A step of the flow, its words broken for its width.
struct Step {
  TextBlock name, label, words;
  model::Colour colour;

  double head() const { return name.height() + 2 * padding; }
  double height() const { return head() + label.height() + (label.empty() ? 0 : 3) + words.height() + 2 * padding; }
};

class FlowDrawing {
 public:
  FlowDrawing(View const& view, SortedLists const& lists, model::TextMeasure const& measure, std::size_t steps)
      : view_(view),
        lists_(lists),
        measure_(measure),
        columns_(std::max<std::size_t>(1, std::min(steps, most_in_a_line))) {
    width_ = (diagram_width - gap * double(columns_ - 1)) / double(columns_);
  }

  void add(model::Record const& record) {
    auto const* scene = scene_of_record(record);
    auto const inner = width_ - 2 * padding;
    auto const label = scene && scene->label != record.name() ? scene->label : std::string();
    steps_.push_back({{measure_, record.name(), name_font, inner},
                      {measure_, label, label_font, inner},
                      {measure_, diagram_words(view_, record, lists_), words_font, inner},
                      scene ? scene->colour : lists_.site().brand});
  }

  model::Drawing drawing() const {
    model::Drawing drawing{diagram_width, 0, {}};
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
    for (auto i = begin; i < end; ++i) head = std::max(head, steps_[i].head());
    for (auto i = begin; i < end; ++i) height = std::max(height, steps_[i].height() - steps_[i].head() + head);
    double const top = drawing.height + (begin == 0 ? 1 : gap);
    for (auto i = begin; i < end; ++i) {
      double const x = double(i - begin) * (width_ + gap);
      add_step(drawing, steps_[i], x, top, head, height);
      if (i + 1 < steps_.size()) add_arrow(drawing, x, top, head, i + 1 < end);
    }
    drawing.height = top + height + 1;
  }

  void add_step(model::Drawing& drawing, Step const& step, double x, double top, double head, double height) const {
    model::RectangleShape body{{x + 0.6, top}, width_ - 1.2, height, 0, diagram_ground, step.colour, 1.2};
    drawing.shapes.emplace_back(body);
    model::RectangleShape title{{x, top}, width_, head, 0, step.colour, {}};
    drawing.shapes.emplace_back(title);
    double const centre = top + (head - step.name.height()) / 2;
    drawing.shapes.emplace_back(step.name.at(x + width_ / 2, centre, diagram_ground, model::TextShape::Anchor::middle));
    double y = top + head + padding;
    if (!step.label.empty()) {
      drawing.shapes.emplace_back(step.label.at(x + padding, y, step.colour));
      y += step.label.height() + 3;
    }
    if (!step.words.empty()) drawing.shapes.emplace_back(step.words.at(x + padding, y, diagram_ink));
  }

  /// From a step to the next one, beside it or at the beginning of the next line.
  void add_arrow(model::Drawing& drawing, double x, double top, double head, bool beside) const {
    if (!beside) return;
    double const y = top + head / 2;
    drawing.shapes.emplace_back(model::line({x + width_ + 2, y}, {x + width_ + gap - 8, y}, diagram_line, 2.4));
    drawing.shapes.emplace_back(arrow_head({x + width_ + gap - 1, y}, ArrowTo::right, diagram_line));
  }

  View const& view_;
  SortedLists const& lists_;
  model::TextMeasure const& measure_;
  std::size_t columns_;
  double width_ = 0;
  std::vector<Step> steps_;
};

}  // namespace

model::Blocks flow(View const& view, Selection const& selection, ViewPlace const& place) {
  auto const& lists = place.context.lists;
  std::size_t count = 0;
  for (auto const& group : selection) count += group.records.size();
  FlowDrawing flow(view, lists, place.context.measure, count);
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
