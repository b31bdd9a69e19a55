// Lists: a label in the indent, the item's blocks beside it; notes at the end of a part are set alike. Calendars and
// agendas print as tables.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

namespace {

using Task = model::ListItem::Task;

/// Passes flowables on and lets the first one carry a label.
class LabelSink : public FlowableSink {
 public:
  LabelSink(FlowableSink& next, std::vector<Item> label, std::vector<std::string> anchors)
      : next_(next), label_(std::move(label)), anchors_(std::move(anchors)) {}

  void add(Flowable flowable) override {
    flowable.items.insert(flowable.items.begin(), std::make_move_iterator(label_.begin()),
                          std::make_move_iterator(label_.end()));
    label_.clear();
    flowable.anchors.insert(flowable.anchors.end(), anchors_.begin(), anchors_.end());
    anchors_.clear();
    next_.add(std::move(flowable));
  }
  void break_page() override { next_.break_page(); }
  void repeat(Repeated repeated) override { next_.repeat(std::move(repeated)); }
  void set_columns(Columns const& columns) override { next_.set_columns(columns); }
  double room() const override { return next_.room(); }
  double page_room() const override { return next_.page_room(); }

 private:
  FlowableSink& next_;
  std::vector<Item> label_;
  std::vector<std::string> anchors_;
};

bool has_own_labels(model::ListBlock const& list) {
  return std::any_of(list.items.begin(), list.items.end(), [](auto const& item) { return !item.label.empty(); });
}

Numbering numbering_of(model::ListBlock const& list) {
  bool const tasks =
      std::any_of(list.items.begin(), list.items.end(), [](auto const& item) { return item.task != Task::none; });
  if (tasks || has_own_labels(list)) return Numbering::own_words;
  return list.ordered ? Numbering::decimal : Numbering::disc;
}

std::string label_of(model::ListBlock const& list, std::size_t index, bool own, model::Words const& words) {
  if (own) return list.items[index].label;
  auto task = list.items[index].task;
  if (task != Task::none) return task == Task::done ? "■" : "□";
  return list.ordered ? fmt::format("{}.", std::size_t(list.start) + index) : std::string(words["print.bullet"]);
}

struct Labelled {
  std::string label;
  double indent = 0;
  model::Blocks const& blocks;
  std::vector<std::string> anchors;
};

void add_labelled(BlockTarget const& target, Labelled const& item, TagId label_tag, TagId body_tag) {
  auto const& style = target.context.style.body;
  auto look = look_of(style);
  auto lines = set_lines(target.context, plain(item.label, look),
                         {item.indent - target.context.style.list_label_gap, style.leading, model::Alignment::end});
  std::vector<Item> label;
  if (!lines.lines.empty()) label = std::move(lines.lines.front().items);
  resolve_tags(label, {label_tag});
  shift(label, target.column.x, 0);
  auto inner = indented(target.context.style, target.column, item.indent, 0);
  // Too deep to indent: beside the label there is no room.
  if (inner.x == target.column.x) {
    Flowable above;
    above.height = style.leading;
    above.keep_with_next = true;
    above.items = std::exchange(label, {});
    target.sink.add(std::move(above));
  }
  LabelSink sink(target.sink, std::move(label), item.anchors);
  lay_out_blocks({target.context, target.tags, sink, body_tag, inner}, item.blocks);
}

/// Items of a tight list follow one another as lines do: paragraphs lose their space. Everything goes on one flowable
/// late, what is asked of the page in its place between them, so that the last can be given the space below the list.
class TightSink : public FlowableSink {
 public:
  TightSink(FlowableSink& next, double space) : next_(next), space_(space) {}
  void add(Flowable flowable) override {
    flowable.after = std::min(flowable.after, space_);
    flowable.before = std::min(flowable.before, space_);
    hand_on();
    held_.add(std::move(flowable));
  }
  void break_page() override { held_.break_page(); }
  void repeat(Repeated repeated) override { held_.repeat(std::move(repeated)); }
  void set_columns(Columns const& columns) override {
    hand_on();
    next_.set_columns(columns);
  }
  double room() const override {
    double room = next_.room();
    for (auto const& flowable : held_.flowables) room -= flowable.height + flowable.after;
    return room;
  }
  double page_room() const override { return next_.page_room(); }
  void finish(double after) {
    for (auto& flowable : held_.flowables) flowable.after = after;
    hand_on();
  }

 private:
  void hand_on() { std::exchange(held_, {}).hand_on(next_); }

  FlowableSink& next_;
  double space_;  ///< the most between two flowables
  FlowableList held_;
};

/// What bullets stand in, in ems.
constexpr double bullet_ems = 1.4;

double indent_of(BookletContext const& context, model::ListBlock const& list) {
  auto const& style = context.style.body;
  double const gaps = 2 * context.style.list_label_gap;
  double labels = 0;
  for (auto const& item : list.items)
    labels = std::max(labels, text_width(context.fonts, item.label, look_of(style).font, style.size) + gaps);
  if (!list.ordered) return std::max(style.size * bullet_ems, labels);
  auto widest = fmt::format("{}.", std::size_t(list.start) + list.items.size());
  return text_width(context.fonts, widest, look_of(style).font, style.size) + gaps;
}

}  // namespace

void lay_out(BlockTarget const& target, model::ListBlock const& list) {
  auto tag = target.tags.add(target.parent, Role::l);
  target.tags.detail(tag).numbering = numbering_of(list);
  bool const own_labels = has_own_labels(list);
  double indent = indent_of(target.context, list);
  TightSink tight(target.sink, target.context.style.list_tight_space);
  FlowableSink& sink = list.tight ? static_cast<FlowableSink&>(tight) : target.sink;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    auto item = target.tags.add(tag, Role::li);
    auto label = target.tags.add(item, Role::lbl);
    auto body = target.tags.add(item, Role::lbody);
    Labelled labelled{label_of(list, i, own_labels, target.context.site.words), indent, list.items[i].blocks, {}};
    add_labelled({target.context, target.tags, sink, item, target.column}, labelled, label, body);
  }
  tight.finish(target.context.style.body.after);
}

void lay_out(BlockTarget const& target, model::Footnotes const& footnotes) {
  Flowable rule;
  auto const& style = target.context.style;
  rule.before = style.footnotes_before;
  rule.height = style.break_rule;
  rule.after = style.footnotes_after;
  rule.keep_with_next = true;
  rule.items.emplace_back(
      Box{{target.column.x, 0, style.footnotes_rule_length, style.break_rule}, 0, style.line, {}, 0});
  if (!footnotes.notes.empty()) target.sink.add(std::move(rule));
  for (auto const& note : footnotes.notes) {
    auto tag = target.tags.add(target.parent, Role::note);
    auto label = target.tags.add(tag, Role::lbl);
    auto anchor = heading_key(target.context.state.part, fmt::format("fn-{}", note.number));
    auto const words =
        target.context.site.words.filled("print.footnote-label", {{"number", std::to_string(note.number)}});
    add_labelled(target, {words, style.footnote_indent, note.blocks, {anchor}}, label, tag);
  }
}

namespace {

using model::Inline;
using model::Inlines;

void append_line(Inlines& out, Inline piece) {
  if (!out.empty()) out.push_back({model::LineBreak{}, {}});
  out.push_back(std::move(piece));
}

Inline strong(std::string words) { return {model::Strong{{model::words(std::move(words))}}, {}}; }
Inline small(std::string words) { return {model::Small{{model::words(std::move(words))}}, {}}; }
Inline link(std::string words, model::Reference page) {
  return {model::Link{std::move(page), {model::words(std::move(words))}}, {}};
}

model::Column column(std::string label) {
  model::Column column;
  column.label.push_back(model::words(std::move(label)));
  return column;
}

model::Cell day_cell(model::CalendarDay const& day, model::Words const& words) {
  model::Cell cell;
  if (day.date.empty()) return cell;
  cell.text.push_back(strong(std::to_string(day.number)));
  if (!day.holiday.empty()) append_line(cell.text, small(day.holiday));
  for (auto const& item : day.items) {
    bool const deadline = item.kind == model::CalendarItem::Kind::deadline;
    auto const mark = deadline ? std::string(words["calendar.deadline"]) + std::string(words["join.gap"]) : "";
    append_line(cell.text, model::words(mark + item.name));
  }
  return cell;
}

model::Cell line_cell(model::AgendaLine const& line) {
  model::Cell cell;
  append_line(cell.text, link(line.name, line.page));
  for (auto const& detail : line.details) append_line(cell.text, model::words(detail));
  if (!line.notice.now().empty()) append_line(cell.text, small(line.notice.now()));
  return cell;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Calendar const& calendar) {
  model::Table table;
  table.caption.push_back(model::words(calendar.title));
  table.widths = model::Table::Widths::even;
  for (auto const& weekday : calendar.weekdays) table.columns.push_back(column(weekday));
  for (auto const& day : calendar.days) {
    if (table.rows.empty() || table.rows.back().cells.size() == calendar.weekdays.size()) table.rows.emplace_back();
    table.rows.back().cells.push_back(day_cell(day, target.context.site.words));
  }
  lay_out(target, table);
}

void lay_out(BlockTarget const& target, model::Agenda const& agenda) {
  auto const& words = target.context.site.words;
  model::Table table;
  table.caption = agenda.caption;
  table.columns = {column(std::string(words["agenda.day"])), column(std::string(words["agenda.event"]))};
  for (auto const& group : agenda.groups) {
    model::Row head;
    head.kind = model::Row::Kind::group;
    head.cells.push_back({{model::words(group.title)}});
    table.rows.push_back(std::move(head));
    for (auto const& line : group.lines) {
      model::Row row;
      row.cells.push_back({{model::words(line.days)}});
      row.cells.push_back(line_cell(line));
      table.rows.push_back(std::move(row));
    }
  }
  lay_out(target, table);
}

}  // namespace tebiki::pdf
