// Forms: rows of cells in a frame, or of fields with lines to write on.
#include <algorithm>
#include <iterator>
#include <utility>

#include "model/form.hpp"
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

/// Room for words on one line, however many; and what rounding may take, in points.
constexpr double unbounded = 1e4, rounding = 0.5;

/// What takes no more of a page is not parted.
constexpr double highest_kept = 0.4;

}  // namespace

double line_width(BookletContext const& context, std::string_view words, model::TextStyle const& style) {
  auto const lines = set_lines(context, plain(words, look_of(style)), {unbounded, style.leading});
  return lines.lines.empty() ? 0 : lines.lines.front().width + rounding;
}

double add_form_label(FormTarget const& form, model::FormField const& field, FormLabel label, Column const& column,
                      TagId tag, std::vector<Item>& items) {
  auto const& [target, set, whole] = form;
  bool const heading = label == FormLabel::heading;
  auto const style = heading ? target.context.style.heading4 : set.label;
  double const block = target.context.style.form_heading_block;
  double const indent = heading ? block + target.context.style.form_heading_gap : 0;
  if (heading) {
    double const top = set.above + (style.leading - style.size) / 2;
    items.emplace_back(Box{{column.x, top, block, style.size}, 0, target.context.brand, {}, 0});
  }
  auto words = plain(field.label, look_of(style), field.at);
  if (!field.note.empty()) {
    append(words, " ", look_of(set.note));
    append(words, field.note, look_of(set.note), field.at);
  }
  auto lines = set_lines(target.context, std::move(words), {column.width - indent, style.leading});
  std::vector<LinkArea> links;
  return place_lines(lines, column.x + indent, set.above, items, links, attach_tags(target.tags, tag, lines.tags));
}

namespace {

using model::FormField;
using Kind = FormField::Kind;

/// On cards everything is set closer.
FormSetting setting_of(BookletContext const& context, model::Form const& form) {
  auto const& style = context.style;
  FormSetting set;
  set.framed = form.look == model::Form::Look::framed;
  set.label = style.form_label;
  set.note = style.form_label;
  set.note.colour = style.pale_ink;
  set.choice = style.form_choice;
  set.mark = style.form_mark;
  set.gap = style.form_gap;
  set.line = set.framed ? style.form_line : style.form_ruled_line;
  if (set.framed)
    set.padding = style.form_padding, set.above = style.form_label_above, set.below = style.form_writing_below;
  if (!set.framed) set.below = style.form_gap / 2;
  set.on_card = !context.booklet.publication.sheet.empty();
  if (!set.on_card) return set;
  set.label.size = set.note.size = style.least_size;
  set.label.leading = set.note.leading = style.card_label_leading;
  set.choice.size = style.card_choice_size, set.choice.leading = style.card_choice_leading;
  set.mark = style.card_mark;
  set.gap = style.card_gap;
  set.line = style.card_line;
  set.above = 1, set.below = 0.5;
  return set;
}

/// A row before it is known whether it is the last.
struct SetRow {
  Flowable flowable;
  std::vector<double> between;  ///< where cells meet
  int copy = 0;                 ///< of which time its fields are
};

/// Rules around and between the cells of rows that follow one another. Where a page ends between two of them, each has
/// its own.
class Frame {
 public:
  Frame(model::PrintStyle const& style, Column const& column) : style_(style), column_(column) {}

  /// Between rows of one time there is no rule through their number.
  enum class Edge { inner, same_time, outer };
  void add_row(Flowable& row, std::vector<double> const& between, Edge top, Edge bottom) const {
    double const frame = style_.form_frame;
    auto const add = [&](double x, double y, double width, double height) {
      row.items.emplace_back(Box{{x, y, width, height}, 0, style_.ink, {}, 0});
    };
    auto const across = [&](double y, Edge edge) {
      double const rule = edge == Edge::outer ? frame : style_.form_rule;
      double const left = edge == Edge::same_time ? style_.form_copy_column : 0;
      add(column_.x - frame / 2 + left, y - rule / 2, column_.width + frame - left, rule);
    };
    across(0, top);
    across(row.height, bottom);
    for (double x : {column_.x, column_.x + column_.width}) add(x - frame / 2, 0, frame, row.height);
    for (double x : between) add(x - style_.form_rule / 2, 0, style_.form_rule, row.height);
  }

 private:
  model::PrintStyle const& style_;
  Column column_;
};

class FormSetter {
 public:
  FormSetter(BlockTarget const& target, model::Form const& form)
      : target_(target),
        form_(form),
        set_(setting_of(target.context, form)),
        inner_{target.context, target.tags, target.sink, target.tags.add(target.parent, Role::div),
               target.column,  target.at} {}

  void add() {
    for (auto const& row : model::form_rows(form_)) add_row(row);
    add_numbers();
    keep_together();
    Frame const frame(target_.context.style, target_.column);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto& row = rows_[i];
      bool const first = i == 0, last = i + 1 == rows_.size();
      if (set_.framed) frame.add_row(row.flowable, row.between, edge_above(i), edge_above(i + 1));
      if (first) row.flowable.before = target_.context.style.form_padding;
      if (last) row.flowable.after = target_.context.style.form_gap;
      target_.sink.add(std::move(row.flowable));
    }
  }

 private:
  /// A short form stays whole; of a longer one the last row does not stand alone on a page.
  void keep_together() {
    if (target_.sink.page_room() >= unbounded_room) return;
    double const most = highest_kept * target_.sink.page_room();
    double height = 0;
    for (auto i = rows_.size(); i-- > 0;) {
      height += rows_[i].flowable.height;
      if (i + 2 == rows_.size() && height <= most) rows_[i].flowable.keep_with_next = true;
    }
    if (height > most) return;
    for (std::size_t i = 0; i + 1 < rows_.size(); ++i) rows_[i].flowable.keep_with_next = true;
  }

  /// Behind the last row is an edge, too.
  Frame::Edge edge_above(std::size_t row) const {
    if (row == 0 || row == rows_.size()) return Frame::Edge::outer;
    int const copy = rows_[row].copy;
    if (copy == 0) return Frame::Edge::inner;
    return copy == rows_[row - 1].copy ? Frame::Edge::same_time : Frame::Edge::outer;
  }

  /// What is asked of several people has a number before the fields of each.
  void add_numbers() {
    auto const& style = target_.context.style.heading2;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      int const copy = rows_[i].copy;
      if (copy == 0 || (i > 0 && rows_[i - 1].copy == copy)) continue;
      double height = 0;
      for (std::size_t j = i; j < rows_.size() && rows_[j].copy == copy; ++j) {
        height += rows_[j].flowable.height;
        rows_[j].flowable.keep_with_next = j + 1 < rows_.size() && rows_[j + 1].copy == copy;
      }
      auto lines = set_lines(target_.context, plain(std::to_string(copy), look_of(style)),
                             {target_.context.style.form_copy_column, style.leading, model::Alignment::centre});
      auto& row = rows_[i].flowable;
      place_lines(lines, target_.column.x, (height - style.leading) / 2, row.items, row.links,
                  attach_tags(target_.tags, numbers_[std::size_t(copy) - 1], lines.tags));
    }
  }

  /// The column of a row's fields; the number of a new time is read before them.
  Column column_of(int copy) {
    if (copy == 0) return target_.column;
    if (numbers_.size() < std::size_t(copy)) numbers_.push_back(target_.tags.add(inner_.parent, Role::p));
    return {target_.column.x + target_.context.style.form_copy_column,
            target_.column.width - target_.context.style.form_copy_column};
  }

  void add_row(model::FormRow const& row) {
    int const copy = row.front().field->copy;
    auto const column = column_of(copy);
    if (row.front().field->kind == Kind::table) return add_table(*row.front().field, column);
    SetRow set;
    set.copy = copy;
    double x = column.x;
    double const sixth = column.width / 6;
    if (copy > 0) set.between.push_back(x);
    for (auto const& [field, sixths] : row) {
      if (x > column.x) set.between.push_back(x);
      double const width = sixth * sixths;
      bool const last = x + width > column.x + column.width - 1;
      double const gap = set_.framed || last ? 0 : set_.gap;
      auto cell = form_cell({inner_, set_, form_}, *field, {x + set_.padding, width - 2 * set_.padding - gap},
                            label_of_row(row.size()));
      set.flowable.height = std::max(set.flowable.height, cell.height);
      if (row.size() == 1) set.flowable.cuts = std::move(cell.cuts);
      std::move(cell.items.begin(), cell.items.end(), std::back_inserter(set.flowable.items));
      x += width;
    }
    rows_.push_back(std::move(set));
  }

  /// Where no frame parts the fields, a label over the whole width heads what is below it.
  FormLabel label_of_row(std::size_t fields) const {
    bool const heading = !set_.framed && fields == 1 && !set_.on_card;
    return heading ? FormLabel::heading : FormLabel::small;
  }

  void add_table(FormField const& field, Column const& column) {
    auto inner = inner_;
    inner.column = column;
    for (auto& row : form_table({inner, set_, form_}, field, label_of_row(1))) {
      if (!set_.framed) add_bottom_rule(row);
      rows_.push_back({std::move(row), {}, field.copy});
      if (field.copy > 0) rows_.back().between.push_back(column.x);
    }
    if (!set_.framed) rows_.back().flowable.after = set_.gap;
  }

  void add_bottom_rule(Flowable& row) const {
    auto const& style = target_.context.style;
    row.items.emplace_back(Box{{target_.column.x, row.height - style.form_rule, target_.column.width, style.form_rule},
                               0,
                               style.strong_line,
                               {},
                               0});
  }

  BlockTarget const& target_;
  model::Form const& form_;
  FormSetting set_;
  BlockTarget inner_;
  std::vector<SetRow> rows_;
  std::vector<TagId> numbers_;  ///< by copy
};

}  // namespace

void lay_out(BlockTarget const& target, model::Form const& form) {
  if (!form.fields.empty()) FormSetter(target, form).add();
}

}  // namespace tebiki::pdf
