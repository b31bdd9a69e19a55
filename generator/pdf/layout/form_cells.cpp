// What stands in one cell of a form: a label, what is written on by hand, places of fields for viewers.
#include "pdf/layout/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/form.hpp"

namespace tebiki::pdf {

namespace {

/// Room for words on one line, however many; and what rounding may take, in points.
constexpr double unbounded = 1e4, tolerance = 0.1;
/// Choices in more columns are no longer found at a glance.
constexpr std::size_t most_columns = 5;
/// Between an era and the next, as a share of the space between choices; lines that stay free below a field of many.
constexpr double share_of_gap = 0.8, lines_below = 4;
/// For the figures of a date, and for the words behind its parts, in ems.
constexpr double least_part_ems = 1.6, most_part_ems = 2.6, words_of_date_ems = 3, parts_of_date = 3;

using model::FormField;
using Kind = FormField::Kind;

/// Takes what stands in one cell, from its top down; positions are the row's.
class Cell {
 public:
  Cell(FormTarget const& form, FormField const& field, Column const& column)
      : target_(form.target), set_(form.set), form_(form.form), field_(field), column_(column), y_(form.set.above) {}

  void add_label(FormLabel label) {
    y_ = add_form_label({target_, set_, form_}, field_, label, column_, target_.tags.add(target_.parent, Role::p),
                        items_);
  }

  void add_text() {
    if (field_.kind != Kind::signature)
      add_widget(writing_area(set_.line), Widget::Kind::text, field_.name, full_label());
    y_ += set_.line;
    rule_line(y_);
  }

  void add_long_text() {
    // What is written on one page cannot go on behind its end.
    double const room = target_.sink.page_room() - y_ - lines_below * set_.line;
    int const count = std::clamp(int(room / set_.line), 1, model::count_of(field_));
    double const height = set_.line * count;
    add_widget(writing_area(height), Widget::Kind::long_text, field_.name, full_label());
    for (int i = 1; i <= count; ++i) {
      y_ += set_.line;
      if (i < count || !set_.framed) rule_line(y_, true);
    }
  }

  void add_boxes() {
    int const count = model::count_of(field_);
    double const width = std::min(style_.form_box, column_.width / count), height = set_.line - 2;
    if (width < style_.form_box_least - tolerance) report_narrow_boxes(count);
    Rectangle const area{column_.x, y_ + 1, width * count, height};
    items_.emplace_back(Box{area, 0, {}, style_.ink, style_.form_box_rule});
    for (int i = 1; i < count; ++i)
      items_.emplace_back(Box{
          {area.x + width * i - style_.form_rule / 2, area.y, style_.form_rule, height}, 0, style_.strong_line, {}, 0});
    add_widget(area, Widget::Kind::digits, field_.name, full_label());
    std::get<Widget>(items_.back()).digits = count;
    y_ += set_.line + (set_.framed ? 1 : set_.gap / 4);
  }

  void add_choices() {
    auto const list = target_.tags.add(target_.parent, Role::l);
    double const indent = set_.mark + style_.form_mark_gap;
    double widest = 0;
    for (auto const& choice : field_.choices) widest = std::max(widest, indent + width_of(choice));
    auto const in_columns = columns_for(widest);
    double x = 0, bottom = y_, more = style_.form_open_line_long - style_.form_open_line;
    for (std::size_t i = 0; i < field_.choices.size(); ++i) {
      double width = std::min(in_columns ? in_columns : indent + width_of(field_.choices[i]), column_.width);
      bool const open_end = field_.choices[i].is_open && i + 1 == field_.choices.size();
      double const longer = open_end && !set_.on_card && !target_.context.booklet.flyer ? width + more : width;
      if (x > 0 && x + (longer > column_.width ? width : longer) > column_.width + tolerance)
        x = 0, y_ = bottom, cuts_.push_back(y_);
      if (open_end) width = column_.width - x;
      bottom = std::max(bottom, add_choice(list, i, {column_.x + x, width}));
      x += width + (in_columns ? 0 : set_.gap);
    }
    y_ = bottom;
  }

  void add_list() {
    add_widget(writing_area(set_.line), Widget::Kind::list, field_.name, full_label());
    for (auto const& choice : field_.choices) std::get<Widget>(items_.back()).choices.push_back(choice.words);
    y_ += set_.line;
    rule_line(y_, true);
    std::string listed;
    auto const& words = target_.context.site.words;
    for (auto const& choice : field_.choices)
      listed.append(listed.empty() ? "" : words["join.comma"]).append(choice.words);
    auto text = plain(words.filled("form.listed", {{"listed", listed}}), look_of(set_.note), field_.at);
    auto lines = set_lines(target_.context, std::move(text), {column_.width, set_.note.leading});
    y_ = place(lines, column_.x, y_ + 2, target_.tags.add(target_.parent, Role::p)) + 2;
  }

  /// Eras to choose from, or the one of today; then year, month and day, on a line of their own where it is narrow.
  void add_date() {
    auto const& words = target_.context.site.words;
    auto const parent = target_.tags.add(target_.parent, Role::p);
    double x = column_.x;
    for (auto const& [era, is_open] : field_.choices) {
      double const width = set_.mark + style_.form_mark_gap + line_width(target_.context, era, set_.choice);
      if (x > column_.x && x + width > right()) x = next_date_line();
      x = add_mark(parent, Widget::Kind::one_of, era, {x, date_top()}) + style_.form_mark_gap;
      x = add_words(parent, era, x, date_top()) + set_.gap * share_of_gap;
    }
    if (field_.choices.empty()) x = add_words(parent, words["form.era"], x, date_top());
    double const least = set_.choice.size * least_part_ems, words_of_parts = words_of_date_ems * set_.choice.size;
    if (x > column_.x && right() - x - words_of_parts < parts_of_date * least) x = next_date_line();
    double const room =
        std::clamp((right() - x - words_of_parts) / parts_of_date, least, set_.choice.size * most_part_ems);
    double const inset = style_.form_field_inset;
    for (auto const part : {words["form.year"], words["form.month"], words["form.day"]}) {
      std::string const name(part);
      add_widget({x + inset, y_ + 1, room - 2 * inset, set_.line - 2}, Widget::Kind::text, field_.name + "/" + name,
                 full_label() + " " + name, parent);
      x = add_words(parent, name, x + room, date_top());
    }
    y_ += set_.line;
    rule_line(y_);
  }

  Flowable finish() {
    Flowable flowable;
    flowable.height = y_ + set_.below;
    flowable.items = std::move(items_);
    flowable.cuts = std::move(cuts_);
    return flowable;
  }

 private:
  double place(Lines& lines, double x, double y, TagId owner) {
    std::vector<LinkArea> links;
    return place_lines(lines, x, y, items_, links, attach_tags(target_.tags, owner, lines.tags));
  }

  /// Boxes in which nobody can write; in a PDF they are one field on one line, so they go on in no second one.
  void report_narrow_boxes(int count) const {
    auto const most_in = [&](double width) { return int((width + tolerance) / style_.form_box_least); };
    int const here = most_in(column_.width), in_row = most_in(target_.column.width - 2 * set_.padding);
    double const millimetres = column_.width / count / model::millimetre;
    target_.context.state.diagnostics.error(
        field_.at, "boxes-too-narrow",
        {fmt::format("「{}」のます{}個は、1つの幅が{:.1f}ミリになり、手で書けません。", field_.label, count,
                     millimetres),
         fmt::format("The {} boxes of “{}” are {:.1f} mm wide each: nobody can write in them.", count, field_.label,
                     millimetres)},
        count <= in_row
            ? base::Message{fmt::format("ここには{}個までです。「width: 全部」と書けば、{}個まで入ります。", here,
                                        in_row),
                            fmt::format("There is room for {} here, and for {} with “width: {}”.", here, in_row,
                                        "全部")}
            : base::Message{
                  fmt::format("この紙では、1行に{}個までです。count を減らすか、欄を分けてください。", in_row),
                  fmt::format("A line of this paper has room for {}: lower “count”, or part the field.", in_row)});
  }

  double width_of(model::FormChoice const& choice) const {
    auto const& [words, is_open] = choice;
    return line_width(target_.context, words, set_.choice) +
           (is_open ? style_.form_open_line_gap + style_.form_open_line : 0);
  }

  double right() const { return column_.x + column_.width; }
  double date_top() const { return y_ + (set_.line - set_.choice.leading) / 2; }
  double next_date_line() {
    y_ += set_.line;
    return column_.x;
  }

  Rectangle writing_area(double height) const { return {column_.x, y_ + 1, column_.width, height - 2}; }

  /// Where no frame holds the cell, a line to write on.
  void rule_line(double y, bool within = false) {
    if (set_.framed && !within) return;
    double const dot = style_.leader_dot, distance = style_.form_dot_distance;
    auto const count = std::size_t(std::max(1.0, std::floor(column_.width / distance)));
    items_.emplace_back(Leader{{column_.x, y - dot, dot, dot}, count, distance, style_.strong_line});
  }

  /// Choices that need more than one line stand in columns where there is no frame; otherwise 0: one after another.
  double columns_for(double widest) const {
    double all = 0;
    for (auto const& choice : field_.choices) all += set_.mark + style_.form_mark_gap + width_of(choice) + set_.gap;
    if (all - set_.gap <= column_.width) return 0;
    auto const count = std::floor((column_.width + set_.gap) / (widest + set_.gap));
    return count >= 2 ? column_.width / std::min(count, double(most_columns)) : column_.width;
  }

  double add_choice(TagId list, std::size_t index, Column const& place_of_it) {
    auto const& [choice, is_open] = field_.choices[index];
    auto const body = target_.tags.add(target_.tags.add(list, Role::li), Role::lbody);
    bool const one = field_.kind == Kind::one_of;
    double const words_at =
        add_mark(body, one ? Widget::Kind::one_of : Widget::Kind::mark, choice, {place_of_it.x, y_}) +
        style_.form_mark_gap;
    double const room = std::max(style_.form_words_least, place_of_it.x + place_of_it.width - words_at + 0.5);
    auto lines =
        set_lines(target_.context, plain(choice, look_of(set_.choice), field_.at), {room, set_.choice.leading});
    double const bottom = place(lines, words_at, y_, target_.tags.add(body, Role::span));
    bool const ends_cell = index + 1 == field_.choices.size();
    double const from = words_at + line_width(target_.context, choice, set_.choice) + style_.form_open_line_gap;
    if (is_open) add_open_line(from, ends_cell ? right() : from + style_.form_open_line, choice, body);
    return bottom;
  }

  /// Behind そのほか, to write what else: the last of the choices has all that is left of its line.
  void add_open_line(double from, double to, std::string const& choice, TagId parent) {
    Rectangle const area{from, y_ + 1, std::max(to - from, style_.form_words_least),
                         set_.choice.leading - style_.form_open_line_above};
    items_.emplace_back(Box{{area.x, area.y + area.height, area.width, style_.form_rule}, 0, style_.ink, {}, 0});
    add_widget(area, Widget::Kind::text, field_.name + "/" + choice + "/1", full_label() + " " + choice, parent);
  }

  /// A square or a ring on a line that begins at `from`; gives where it ends.
  double add_mark(TagId parent, Widget::Kind kind, std::string const& choice, model::Point from) {
    Rectangle const area{from.x + 0.5, from.y + (set_.choice.leading - set_.mark) / 2, set_.mark, set_.mark};
    bool const ring = kind == Widget::Kind::one_of;
    items_.emplace_back(Box{area, ring ? set_.mark / 2 : 0, {}, style_.ink, style_.form_mark_rule});
    auto const name = ring ? field_.name : field_.name + "/" + choice;
    add_widget(area, kind, name, full_label() + " " + choice, parent);
    std::get<Widget>(items_.back()).choices = {choice};
    return area.x + area.width;
  }

  double add_words(TagId parent, std::string_view words, double x, double top) {
    auto const look = look_of(set_.choice);
    auto lines = set_lines(target_.context, plain(words, look, field_.at), {unbounded, set_.choice.leading});
    if (lines.lines.empty()) return x;
    double const width = lines.lines.front().width;
    place(lines, x, top, target_.tags.add(parent, Role::span));
    return x + width;
  }

  void add_widget(Rectangle const& area, Widget::Kind kind, std::string const& name, std::string label,
                  TagId parent = TagId::artifact) {
    auto const tag = target_.tags.add(parent == TagId::artifact ? target_.parent : parent, Role::form);
    target_.tags.detail(tag).alternative = label;
    items_.emplace_back(Widget{area, kind, form_.name + "/" + name, std::move(label), {}, 0, tag});
  }

  /// With its section, which is a part of its name: 電話番号 may stand in several.
  std::string full_label() const {
    auto label = field_.name.ends_with("/" + field_.label) ? field_.name : field_.label;
    std::replace(label.begin(), label.end(), '/', ' ');
    return label + (field_.note.empty() ? "" : " " + field_.note);
  }

  BlockTarget const& target_;
  model::PrintStyle const& style_ = target_.context.style;
  FormSetting const& set_;
  model::Form const& form_;
  FormField const& field_;
  Column column_;
  double y_ = 0;
  std::vector<Item> items_;
  std::vector<double> cuts_;  ///< between lines of choices
};

void fill(Cell& cell, FormField const& field) {
  switch (field.kind) {
    case Kind::text:
    case Kind::signature:
      return cell.add_text();
    case Kind::long_text:
      return cell.add_long_text();
    case Kind::boxes:
      return cell.add_boxes();
    case Kind::marks:
    case Kind::one_of:
      return cell.add_choices();
    case Kind::list:
      return cell.add_list();
    case Kind::date:
      return cell.add_date();
    case Kind::table:
      return;
  }
}

}  // namespace

Flowable form_cell(FormTarget const& form, FormField const& field, Column const& column, FormLabel label) {
  Cell cell(form, field, column);
  cell.add_label(label);
  fill(cell, field);
  return cell.finish();
}

}  // namespace tebiki::pdf
