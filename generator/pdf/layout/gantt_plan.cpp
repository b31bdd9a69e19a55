// How large a Gantt chart is, how its words stand, and its shapes: bars, labels, marks and samples of them.
#include <algorithm>
#include <vector>

#include "pdf/layout/gantt.hpp"

namespace tebiki::pdf {
namespace {

using model::Gantt;

/// What follows from the size of the type, in ems.
constexpr double leading_ems = 1.35, row_ems = 1.84, bar_ems = 1.54, tail_ems = 0.66, band_ems = 2.6;
/// The names' share of the width, where the least and the most for them allow it.
constexpr double share_of_names = 0.19;

model::TextStyle sized(model::TextStyle style, double size, bool bold) {
  style.leading = size * leading_ems;
  style.size = size;
  style.bold = bold;
  return style;
}

GanttLook look_for(model::PrintStyle const& style, Gantt const& gantt, double width, double size) {
  GanttLook look;
  look.label = sized(style.table, size, false);
  look.small = sized(style.small, std::max(style.least_size, size - style.gantt_small), false);
  look.head = sized(style.table_head, size + style.gantt_large, true);
  look.row = size * row_ems;
  look.bar = size * bar_ems;
  look.tail = size * tail_ems;
  bool const grouped =
      std::any_of(gantt.groups.begin(), gantt.groups.end(), [](auto& group) { return !group.title.empty(); });
  look.band = grouped ? (size + style.gantt_large) * band_ems : 0;
  look.names = std::clamp(width * share_of_names, style.gantt_name_least, style.gantt_name_most);
  look.left = look.band + look.names;
  look.month = (width - look.left) / double(gantt.columns.size());
  return look;
}

using Kind = Gantt::Kind;
using Certainty = Gantt::Certainty;
using MarkShape = Gantt::Mark::Shape;

/// The radius of a dot, as a share of half a mark; the height of a sample's label, as one of a bar's.
constexpr double share_of_dot = 0.8, share_of_bar = 0.8;
constexpr double share_of_label = 0.5;  ///< how much of a sample is its label

model::RectangleShape box(Rectangle const& area, model::Colour fill, model::Colour stroke, double rule) {
  model::RectangleShape shape{{area.x, area.y}, area.width, area.height, 0, fill, stroke};
  shape.stroke_width = rule;
  return shape;
}

}  // namespace

GanttPlan::GanttPlan(BookletContext const& context, Gantt const& gantt, double width, double size)
    : context_(context), gantt_(gantt), look_(look_for(context.style, gantt, width, size)) {
  for (auto const& group : gantt.groups) add(group);
  for (auto const& label : gantt.columns)
    head_height_ = std::max(head_height_, column_name(label).height() + 2 * context.style.gantt_head_padding);
  if (!gantt.legend.empty()) head_height_ += double(legend_lines().size()) * look_.row + 2;
}

/// Rows are high enough for their name, and those of a group for its title.
void GanttPlan::add(Gantt::Group const& group) {
  constexpr int most_steps = 40;
  auto const begin = rows_.size();
  for (auto const& row : group.rows) {
    auto const first = rows_.size();
    for (auto const& activity : row.activities) {
      bool const begins_row = &activity == row.activities.data();
      bool const begins_group = begins_row && &row == group.rows.data();
      rows_.push_back({&group, &row, &activity, begins_group, begins_row, height_of(activity)});
    }
    double const more = name_height(row) - height_of(first, rows_.size());
    if (more > 0) rows_.back().height += more;
  }
  if (look_.band <= 0 || rows_.size() == begin) return;
  for (int i = 0; i < most_steps && band_label(group.title, height_of(begin, rows_.size())).shortened; ++i)
    rows_.back().height += look_.label.size / 2;
}

UprightLabel GanttPlan::band_label(std::string const& title, double height) const {
  auto words = look_of(look_.head);
  words.colour = context_.style.on_dark;
  return upright_label(context_.fonts, title, words,
                       {height - 2 * context_.style.gantt_band_padding, 2, context_.style.least_size});
}

double GanttPlan::height_of(std::size_t begin, std::size_t end) const {
  double height = 0;
  for (auto i = begin; i < end; ++i) height += rows_[i].height;
  return height;
}

std::size_t GanttPlan::rows_within(std::size_t begin, double height) const {
  constexpr double least_full = 0.7;
  auto end = begin;
  for (double used = 0; end < rows_.size() && used + rows_[end].height <= height; ++end) used += rows_[end].height;
  if (end == rows_.size()) return end;
  auto together = end;
  while (together > begin && !rows_[together].begins_row) --together;
  bool const nearly_full = height_of(begin, together) > height_of(begin, end) * least_full;
  return nearly_full ? together : std::max(end, begin + 1);
}

double GanttPlan::height_of(Gantt::Activity const& activity) const {
  auto const label = place_label(activity);
  return std::max(look_.bar, label.height) + (label.above ? look_.row : look_.row - look_.bar);
}

double GanttPlan::sample_width(Gantt::Sample const& sample) const {
  auto const words = look_of(look_.small);
  return look_.sample() + context_.style.gantt_sample_gap + context_.style.gantt_sample_distance +
         text_width(context_.fonts, sample.words, words.font, words.size);
}

std::vector<std::size_t> GanttPlan::legend_lines() const {
  double const room = look_.column(double(gantt_.columns.size())) + context_.style.gantt_sample_distance;
  std::vector<std::size_t> ends;
  double taken = 0;
  for (std::size_t i = 0; i < gantt_.legend.size(); ++i) {
    double const width = sample_width(gantt_.legend[i]);
    if (i > 0 && taken + width > room) ends.push_back(i), taken = 0;
    taken += width;
  }
  ends.push_back(gantt_.legend.size());
  return ends;
}

Lines GanttPlan::column_name(std::string const& label) const {
  auto const figures = label.find_first_of("0123456789");
  bool const parted = figures != label.npos && figures > 0;
  auto text = plain(parted ? label.substr(0, figures) + "\n" : "", look_of(look_.small));
  auto const month = parted ? label.substr(figures) : label;
  auto look = look_of(look_.head);
  double const wide = text_width(context_.fonts, month, look.font, look.size);
  look.size = float(std::clamp(look.size * look_.month / wide, std::min<double>(context_.style.least_size, look.size),
                               double(look.size)));
  append(text, month, look);
  return set_lines(context_, std::move(text), {look_.month, look_.small.leading + 1, model::Alignment::centre});
}

namespace {

constexpr double unbounded = 1e5;
/// Behind the words beside a label, in ems; and what a mark takes of its month at either side.
constexpr double space_ems = 0.6, share_of_mark = 0.3;

StyledText name_of(GanttLook const& chart, Gantt::Activity const& activity, model::Colour colour) {
  auto look = look_of(chart.label);
  look.colour = colour;
  return plain(model::plain_text(activity.name), look, activity.at);
}

double width_of(Lines const& lines) { return lines.lines.empty() ? 0 : lines.lines.front().width + 0.5; }

}  // namespace

Lines GanttPlan::label_lines(Gantt::Activity const& activity, PlacedLabel const& label, model::Colour colour) const {
  auto text = name_of(look_, activity, colour);
  auto small = look_of(look_.small);
  small.colour = colour;
  if (label.words <= 0 && !activity.words.empty())
    append(text, (text.text.empty() ? "" : std::string(context_.site.words["join.gap"])) + activity.words, small,
           activity.at);
  return set_lines(context_, std::move(text),
                   in_phrases(label.width - 2 * look_.label_padding() + 0.5, look_.label.leading));
}

Lines GanttPlan::words_behind(Gantt::Activity const& activity) const {
  auto small = look_of(look_.small);
  small.colour = context_.style.ink;
  return set_lines(context_, plain(activity.words, small, activity.at), {unbounded, look_.small.leading});
}

PlacedLabel GanttPlan::wrapped(Gantt::Activity const& activity, double natural, double room) const {
  PlacedLabel label;
  label.width = std::min(natural, room);
  label.height = std::max(look_.bar, label_lines(activity, label, context_.style.ink).height());
  return label;
}

PlacedLabel GanttPlan::place_label(Gantt::Activity const& activity) const {
  double const words = activity.words.empty() ? 0 : width_of(words_behind(activity)) + look_.label.size * space_ems;
  auto const name =
      width_of(set_lines(context_, name_of(look_, activity, context_.style.ink), {unbounded, look_.label.leading}));
  if (name + words <= 0) return {};
  double const boxed = name + 2 * look_.label_padding(), natural = boxed + words + look_.label.size;
  double const from = look_.column(double(activity.first)), to = look_.column(double(activity.last) + 1);
  double const left = from - look_.left, right = look_.column(double(gantt_.columns.size())) - to;
  bool const in_the_way = std::any_of(activity.marks.begin(), activity.marks.end(), [&](Gantt::Mark const& mark) {
    return look_.column(double(mark.column) + 0.5) - look_.month * share_of_mark < from + natural;
  });
  if (!activity.has_bar || in_the_way) {
    bool const at_right = to - from + right >= to - look_.left || natural <= to - from + right;
    auto label = wrapped(activity, natural, at_right ? to - from + right : to - look_.left);
    label.x = at_right ? from : to - label.width;
    label.above = true;
    return label;
  }
  if (natural <= to - from && name > 0) return {from, boxed, look_.bar, words, true, false};
  bool const inside = to - from >= std::max(left, right) || natural <= to - from;
  bool const at_right = right >= left || natural <= right;
  auto label = wrapped(activity, natural, inside ? to - from : at_right ? right : left);
  label.x = inside ? from : at_right ? to : from - label.width;
  label.boxed = inside;
  return label;
}

std::string GanttPlan::in_words(Gantt::Activity const& activity) const {
  std::string words;
  for (auto const& part : {model::plain_text(activity.name), activity.words, activity.told}) {
    if (!words.empty() && !part.empty()) words += context_.site.words["join.gap"];
    words += part;
  }
  return words;
}

Lines GanttPlan::row_name(Gantt::Row const& row) const {
  auto look = look_of(look_.label);
  look.font.bold = true;
  return set_lines(context_, flatten(context_, row.name, look, {{}, true}),
                   in_phrases(name_width(), look_.label.leading));
}

Lines GanttPlan::row_note(Gantt::Row const& row) const {
  return set_lines(context_, plain(row.note, look_of(look_.small)), in_phrases(name_width(), look_.small.leading));
}

double GanttPlan::name_height(Gantt::Row const& row) const {
  return row_name(row).height() + (row.note.empty() ? 0 : row_note(row).height()) +
         2 * context_.style.gantt_name_padding;
}

model::Shape GanttShapes::bar(Gantt::BarLook look, Rectangle const& area) const {
  auto const [kind, certainty] = look;
  auto shape = box(area, style_.on_dark, colour_, style_.gantt_bar_rule);
  bool const done = kind == Kind::done;
  if (certainty == Certainty::fixed && done) shape.fill = colour_;
  constexpr double upright = 90, slanting = -45;
  if (certainty == Certainty::yearly)
    shape.hatching =
        done ? model::Hatching{colour_, style_.gantt_hatch_done, style_.gantt_hatch_done_rule, upright}
             : model::Hatching{colour_, style_.gantt_hatch_considered, style_.gantt_hatch_considered_rule, upright};
  if (certainty == Certainty::unknown) shape.dashes = {style_.gantt_dash, style_.gantt_dash_gap};
  if (certainty == Certainty::unknown && done)
    shape.hatching = model::Hatching{colour_, style_.gantt_hatch_unknown, style_.gantt_hatch_unknown_rule, slanting};
  return shape;
}

model::Shape GanttShapes::label(Gantt::BarLook look, Rectangle const& area) const {
  auto shape = box(area, is_filled(look) ? colour_ : style_.on_dark, colour_, style_.gantt_bar_rule);
  if (look.certainty == Certainty::unknown) shape.dashes = {style_.gantt_dash, style_.gantt_dash_gap};
  return shape;
}

model::Shape GanttShapes::background(Rectangle const& area) const {
  return model::RectangleShape{{area.x, area.y}, area.width, area.height, 0, style_.on_dark, {}};
}

model::Shape GanttShapes::mark(MarkShape shape, model::Point at, double half) const {
  using enum model::PathStep::Kind;
  if (shape == MarkShape::monthly) {
    double const radius = half * share_of_dot;
    return model::RectangleShape{
        {at.x - radius, at.y - radius}, 2 * radius, 2 * radius, radius, colour_, style_.on_dark};
  }
  model::PathShape path;
  path.fill = shape == MarkShape::earlier ? style_.on_dark : colour_;
  path.stroke = colour_;
  path.stroke_width = style_.gantt_mark_rule;
  path.steps = {{move, {}, {}, {at.x, at.y - half}},
                {line, {}, {}, {at.x + half, at.y}},
                {line, {}, {}, {at.x, at.y + half}},
                {line, {}, {}, {at.x - half, at.y}},
                {close, {}, {}, {at.x, at.y - half}}};
  return path;
}

std::vector<model::Shape> GanttShapes::sample(Gantt::Sample const& sample, model::Point at,
                                              GanttLook const& look) const {
  double const width = look.sample();
  auto const around = [&](double height, double share) {
    return Rectangle{at.x, at.y - height / 2, width * share, height};
  };
  std::vector<model::Shape> shapes;
  if (auto const* of = std::get_if<Gantt::BarLook>(&sample.of)) {
    shapes.push_back(bar(*of, around(look.tail, 1)));
    shapes.push_back(label(*of, around(look.bar * share_of_bar, share_of_label)));
    return shapes;
  }
  auto const shape = std::get<MarkShape>(sample.of);
  if (shape == MarkShape::monthly) shapes.push_back(bar({Kind::done, Certainty::yearly}, around(look.tail, 1)));
  shapes.push_back(mark(shape, {at.x + width / 2, at.y}, look.label.size * 0.5));
  return shapes;
}

}  // namespace tebiki::pdf
