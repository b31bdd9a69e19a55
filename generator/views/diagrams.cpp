// Diagrams of records: a flow, each record leading to the next, and a tree, each below its parent.
#include <fmt/format.h>

#include <algorithm>
#include <map>

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

namespace {

/// A record and those below it.
struct Node {
  model::Record const* record = nullptr;
  std::vector<std::size_t> below;
  bool has_parent = false;
};

/// The records of a selection, each below its parent where that is shown too.
std::vector<Node> nodes_of(View const& view, Selection const& selection, model::Field const& parent) {
  std::vector<Node> nodes;
  std::map<std::string, std::size_t, std::less<>> places;
  for (auto const& group : selection) {
    for (auto index : group.records) {
      auto const& record = view.list->source->records[index];
      if (places.emplace(reference_name(*view.list, record), nodes.size()).second)
        nodes.push_back({&record, {}, false});
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto const* value = nodes[i].record->find(parent);
    auto const* name = value ? value->text() : nullptr;
    auto const found = name ? places.find(*name) : places.end();
    if (found == places.end()) continue;
    nodes[found->second].below.push_back(i);
    nodes[i].has_parent = true;
  }
  return nodes;
}

class TreeDrawing {
 public:
  TreeDrawing(View const& view, std::vector<Node> const& nodes, ViewPlace const& place)
      : view_(view),
        nodes_(nodes),
        context_(place.context),
        drawing_{sizes_.diagram_width, 0, {}},
        reached_(nodes.size()) {}

  model::Blocks make(model::Field const& parent) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].has_parent) add(i, 0);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!reached_[i]) return report_circle(*nodes_[i].record, parent), model::Blocks{};
    }
    drawing_.height = y_ + 1;
    return diagram(std::move(drawing_), std::move(told_), view_);
  }

 private:
  /// A box, and those below it further right, joined by a line from its foot. Gives the middle of its height.
  double add(std::size_t index, std::size_t depth) {
    auto const& node = nodes_[index];
    reached_[index] = true;
    auto const words = diagram_words(view_, *node.record, context_.lists);
    tell(*node.record, words, depth);
    double const step = sizes_.tree_indent, padding = sizes_.tree_padding, rule = sizes_.tree_rule;
    double const x = std::min(double(depth) * step, sizes_.diagram_width / 2), width = sizes_.diagram_width - x;
    TextBlock const name(context_.measure, node.record->name(), {sizes_.tree_name_size, true}, width - 2 * padding);
    TextBlock const said(context_.measure, words, {sizes_.tree_words_size, false}, width - 2 * padding);
    double const top = y_ == 0 ? 1 : y_ + sizes_.tree_gap;
    double const height = name.height() + said.height() + 2 * (padding - 2);
    add_box(name, said, {x, top}, width, height, depth == 0);
    y_ = top + height;
    double last = 0;
    for (auto below : node.below) {
      last = add(below, depth + 1);
      drawing_.shapes.emplace_back(
          model::line({x + step / 2, last}, {x + step - (sizes_.arrow_length - 1), last}, style_.strong_line, rule));
      drawing_.shapes.emplace_back(arrow_head(sizes_, {x + step - 1, last}, ArrowTo::right, style_.strong_line));
    }
    if (!node.below.empty())
      drawing_.shapes.emplace_back(
          model::line({x + step / 2, top + height}, {x + step / 2, last + rule / 2}, style_.strong_line, rule));
    return top + height / 2;
  }

  void add_box(TextBlock const& name, TextBlock const& said, model::Point corner, double width, double height,
               bool root) {
    auto const brand = context_.lists.site().brand;
    double const outline = sizes_.outline, padding = sizes_.tree_padding;
    model::RectangleShape box{{corner.x + outline / 2, corner.y}, width - outline, height, 0,
                              root ? brand : style_.on_dark,      brand,           outline};
    drawing_.shapes.emplace_back(box);
    double const y = corner.y + padding - 2;
    drawing_.shapes.emplace_back(name.at(corner.x + padding, y, root ? style_.on_dark : brand));
    if (!said.empty())
      drawing_.shapes.emplace_back(said.at(corner.x + padding, y + name.height(), root ? style_.on_dark : style_.ink));
  }

  void tell(model::Record const& record, std::string const& words, std::size_t depth) {
    auto const& site_words = context_.lists.site().words;
    if (!told_.empty()) told_ += site_words["join.stop"];
    told_ += site_words.filled("tree.level", {{"level", std::to_string(depth + 1)}});
    told_ += record.name();
    if (!words.empty()) told_.append(site_words["join.comma"]).append(words);
  }

  void report_circle(model::Record const& record, model::Field const& parent) const {
    context_.diagnostics.error(record.find(parent)->at, "tree-in-a-circle",
                               {fmt::format("「{}」は、上をたどると自分に戻ります。", record.name()),
                                fmt::format("Those above “{}” lead back to itself.", record.name())},
                               {fmt::format("「{}」を確かめて、いちばん上のものからは消してください。", parent.label),
                                fmt::format("Check “{}”, and leave it out of the one at the top.", parent.label)});
  }

  View const& view_;
  std::vector<Node> const& nodes_;
  ComposeContext const& context_;
  model::PrintStyle const& style_ = context_.style;
  model::DrawingStyle const& sizes_ = style_.drawings;
  model::Drawing drawing_;
  std::vector<bool> reached_;
  std::string told_;
  double y_ = 0;
};

}  // namespace

model::Blocks tree(View const& view, Selection const& selection, ViewPlace const& place) {
  auto const* parent = view.list->with_role(model::Role::parent);
  if (!parent) {
    auto const& slug = view.list->source->slug;
    place.context.diagnostics.error(view.kind_at, "tree-without-parents",
                                    {fmt::format("一覧「{}」には、上にあるものを指す項目がありません。", slug),
                                     fmt::format("The list “{}” has no field that names the record above.", slug)},
                                    {"schema.json の reference の項目に \"x-role\": \"parent\" と書いてください。",
                                     "Give a reference field of schema.json \"x-role\": \"parent\"."});
    return {};
  }
  auto const nodes = nodes_of(view, selection, *parent);
  return TreeDrawing(view, nodes, place).make(*parent);
}

}  // namespace tebiki::views
