// Tables to be filled in: their columns and rows are named beforehand, their cells are fields.
#include <algorithm>

#include "model/form.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

using model::FormField;

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

}  // namespace

std::vector<Flowable> form_table(FormTarget const& form, FormField const& field, FormLabel label) {
  FormTable table(form, field, label);
  std::vector<Flowable> rows;
  rows.push_back(table.head());
  for (int i = 0; i < model::count_of(field); ++i) rows.push_back(table.row(i));
  return rows;
}

}  // namespace tebiki::pdf
