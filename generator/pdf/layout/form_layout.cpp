// Forms: rows of cells in a frame, or of fields with lines to write on; tables to be filled in, whose columns and rows
// are named beforehand.
#include <algorithm>
#include <iterator>
#include <utility>

#include "model/form.hpp"
#include "pdf/layout/forms.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

using model::FormField;
using Kind = FormField::Kind;

/// The names of rows take no more of a table's width; from line to line of them, in ems.
constexpr double share_of_names = 0.4, leading_ems = 1.25;

/// A table to be filled in, row by row.
class FormTable {
 public:
  FormTable(FormTarget const& form, FormField const& field, FormLabel label)
      : target_(form.target),
        set_(form.set),
        form_(form.form),
        field_(field),
        label_(label),
        tag_(target_.tags.add(target_.parent, Role::table)) {
    auto columns = field.columns;
    bool const named = !field.row_names.empty();
    double const names = named ? std::min(widest_name() + 2 * padding(), target_.column.width * share_of_names) : 0;
    if (named) edges_.push_back(target_.column.x), labels_.emplace_back();
    double const each = (target_.column.width - names) / double(std::max<std::size_t>(1, columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      edges_.push_back(target_.column.x + names + each * double(i));
      labels_.push_back(columns[i]);
    }
    edges_.push_back(target_.column.x + target_.column.width);
  }

  /// Its label and the names of its columns.
  Flowable head() {
    Flowable row;
    auto const caption = target_.tags.add(tag_, Role::caption);
    Column const column{target_.column.x + set_.padding, target_.column.width - 2 * set_.padding};
    double const padding_y = style_.form_table_head_padding;
    double const y = add_form_label({target_, set_, form_}, field_, label_, column, caption, row.items) + 2;
    row.items.emplace_back(rule(y));
    auto const heads = target_.tags.add(target_.tags.add(tag_, Role::thead), Role::tr);
    double bottom = y;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      auto const cell = target_.tags.add(heads, labels_[i].empty() ? Role::td : Role::th);
      if (labels_[i].empty()) continue;
      target_.tags.detail(cell).scope = Scope::column;
      auto label = set_lines(target_.context, plain(labels_[i], look_of(set_.label), field_.at), room(i));
      bottom = std::max(bottom, place(row, label, edges_[i] + padding(), y + padding_y, cell) + padding_y);
    }
    add_dividers(row, y, bottom);
    row.height = bottom;
    row.keep_with_next = true;
    body_ = target_.tags.add(tag_, Role::tbody);
    return row;
  }

  Flowable row(int number) {
    Flowable row;
    row.height = set_.line;
    auto const tag = target_.tags.add(body_, Role::tr);
    auto name = target_.context.site.words.filled("form.row", {{"number", std::to_string(number + 1)}});
    std::size_t first = 0;
    if (!field_.row_names.empty()) {
      name = std::size_t(number) < field_.row_names.size() ? field_.row_names[std::size_t(number)] : name;
      add_name(row, tag, std::size_t(number) < field_.row_names.size() ? name : "");
      first = 1;
    }
    for (std::size_t i = first; i < labels_.size(); ++i) add_field(row, tag, i, name);
    add_dividers(row, 0, row.height);
    return row;
  }

 private:
  double padding() const { return std::max(set_.padding, style_.form_table_padding); }
  Setting room(std::size_t column) const {
    return {std::max(style_.form_table_column, edges_[column + 1] - edges_[column] - 2 * padding()),
            set_.label.leading};
  }
  double widest_name() const {
    double widest = 0;
    for (auto const& name : field_.row_names) widest = std::max(widest, line_width(target_.context, name, set_.choice));
    return widest + 1;
  }

  double place(Flowable& row, Lines& lines, double x, double y, TagId owner) {
    return place_lines(lines, x, y, row.items, row.links, attach_tags(target_.tags, owner, lines.tags));
  }

  Box rule(double y) const {
    auto const& style = target_.context.style;
    return {{target_.column.x, y - style.form_rule / 2, target_.column.width, style.form_rule}, 0, style.ink, {}, 0};
  }

  void add_dividers(Flowable& row, double from, double to) const {
    auto const& style = target_.context.style;
    for (std::size_t i = 1; i + 1 < edges_.size(); ++i)
      row.items.emplace_back(
          Box{{edges_[i] - style.form_rule / 2, from, style.form_rule, to - from}, 0, style.strong_line, {}, 0});
  }

  void add_name(Flowable& row, TagId tag, std::string const& name) {
    auto const cell = target_.tags.add(tag, name.empty() ? Role::td : Role::th);
    if (name.empty()) return;
    target_.tags.detail(cell).scope = Scope::row;
    auto setting = room(0);
    setting.leading = set_.choice.size * leading_ems;
    auto lines = set_lines(target_.context, plain(name, look_of(set_.choice), field_.at), setting);
    row.height = std::max(row.height, lines.height() + 2 * style_.form_table_name_padding);
    double const top = (row.height - lines.height()) / 2;
    place(row, lines, edges_[0] + padding(), top, cell);
  }

  void add_field(Flowable& row, TagId tag, std::size_t column, std::string const& row_name) {
    auto const form = target_.tags.add(target_.tags.add(tag, Role::td), Role::form);
    auto label = field_.label + " " + row_name + " " + labels_[column];
    target_.tags.detail(form).alternative = label;
    double const inset = style_.form_field_inset, width = edges_[column + 1] - edges_[column] - 2 * inset;
    row.items.emplace_back(Widget{{edges_[column] + inset, 1, width, row.height - 2},
                                  Widget::Kind::text,
                                  form_.name + "/" + field_.name + "/" + row_name + "/" + labels_[column],
                                  std::move(label),
                                  {},
                                  0,
                                  form});
  }

  BlockTarget const& target_;
  model::PrintStyle const& style_ = target_.context.style;
  FormSetting const& set_;
  model::Form const& form_;
  FormField const& field_;
  FormLabel label_;
  TagId tag_;
  TagId body_ = TagId::artifact;
  std::vector<double> edges_;  ///< of the columns
  std::vector<std::string> labels_;
};

std::vector<Flowable> form_table(FormTarget const& form, FormField const& field, FormLabel label) {
  FormTable table(form, field, label);
  std::vector<Flowable> rows;
  rows.push_back(table.head());
  for (int i = 0; i < model::count_of(field); ++i) rows.push_back(table.row(i));
  return rows;
}

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

/// Rules around and between the cells of rows that follow one another. Where a page ends between two of them, each has
/// its own.
class Frame {
 public:
  Frame(model::PrintStyle const& style, Column const& column) : style_(style), column_(column) {}

  enum class Edge { inner, outer };
  void add_row(Flowable& row, std::vector<double> const& between, Edge top, Edge bottom) const {
    double const frame = style_.form_frame;
    auto const add = [&](double x, double y, double width, double height) {
      row.items.emplace_back(Box{{x, y, width, height}, 0, style_.ink, {}, 0});
    };
    auto const across = [&](double y, Edge edge) {
      double const rule = edge == Edge::outer ? frame : style_.form_rule;
      add(column_.x - frame / 2, y - rule / 2, column_.width + frame, rule);
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

/// A row before it is known whether it is the last.
struct SetRow {
  Flowable flowable;
  std::vector<double> between;  ///< where cells meet
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
    Frame const frame(target_.context.style, target_.column);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto& row = rows_[i];
      bool const first = i == 0, last = i + 1 == rows_.size();
      using Edge = Frame::Edge;
      if (set_.framed)
        frame.add_row(row.flowable, row.between, first ? Edge::outer : Edge::inner, last ? Edge::outer : Edge::inner);
      if (first) row.flowable.before = target_.context.style.form_padding;
      if (last) row.flowable.after = target_.context.style.form_gap;
      target_.sink.add(std::move(row.flowable));
    }
  }

 private:
  void add_row(model::FormRow const& row) {
    if (row.front().field->kind == Kind::table) return add_table(*row.front().field);
    SetRow set;
    double x = target_.column.x;
    double const sixth = target_.column.width / 6;
    for (auto const& [field, sixths] : row) {
      if (x > target_.column.x) set.between.push_back(x);
      double const width = sixth * sixths;
      bool const last = x + width > target_.column.x + target_.column.width - 1;
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

  void add_table(FormField const& field) {
    for (auto& row : form_table({inner_, set_, form_}, field, label_of_row(1))) {
      if (!set_.framed) add_bottom_rule(row);
      rows_.push_back({std::move(row), {}});
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
};

}  // namespace

void lay_out(BlockTarget const& target, model::Form const& form) {
  if (!form.fields.empty()) FormSetter(target, form).add();
}

}  // namespace tebiki::pdf
