#include "views/view.hpp"

#include <algorithm>

#include "model/list.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {

model::Cell name_cell(SortedList const& list, model::Record const& record, KanaPlace place) {
  model::Cell cell;
  if (place == KanaPlace::above && !record.kana().empty()) {
    model::Inlines kana;
    kana.push_back(model::words(std::string(record.kana()), record.at));
    cell.text.reserve(3);
    cell.text.push_back({model::Small{std::move(kana)}, record.at});
    cell.text.push_back({model::LineBreak{}, record.at});
  }
  cell.text.push_back(record_link(list, record));
  return cell;
}

std::vector<model::Row> rows_of(Selection const& selection, SortedList const& list, RowOf const& row_of) {
  std::vector<model::Row> rows;
  std::size_t count = 0;
  for (auto& group : selection) count += group.records.size() + 1;
  rows.reserve(count);
  for (auto& group : selection) {
    if (!group.title.empty()) {
      model::Row head{model::Row::Kind::group, std::vector<model::Cell>(1), {}};
      head.cells.front().text.push_back(model::words(group.title, group.at));
      rows.push_back(std::move(head));
    }
    for (auto index : group.records) rows.push_back(row_of(list.source->records[index]));
  }
  return rows;
}

namespace {

using model::Field;

/// Without `x-column` anywhere: what the record is called, its telephone number and where it is.
std::vector<Field const*> usual_columns(SortedList const& list) {
  std::vector<Field const*> out;
  for (auto& field : list.fields) {
    if (field.column) out.push_back(&field);
  }
  auto& name = list.name_field();
  bool named = std::find(out.begin(), out.end(), &name) != out.end();
  if (!out.empty() && named) return out;
  bool asked = !out.empty();
  out.insert(out.begin(), &name);
  if (asked) return out;
  for (auto role : {model::Role::telephone, model::Role::address}) {
    if (auto* field = list.with_role(role)) out.push_back(field);
  }
  return out;
}

model::Column column_of(Field const& field) {
  model::Column column;
  column.label.push_back(model::words(field.label));
  column.alignment = model::kind_entry(field.kind).alignment;
  return column;
}

/// How a table of this view writes a record: the reading stands above the name unless it has its own column.
class RowWriter {
 public:
  RowWriter(SortedList const& list, std::vector<Field const*> const& columns, SortedLists const& lists)
      : list_(list), columns_(columns), lists_(lists), name_(&list.name_field()) {
    bool own = std::any_of(columns.begin(), columns.end(),
                           [](Field const* field) { return model::has_role(*field, model::Role::reading); });
    kana_ = own ? KanaPlace::elsewhere : KanaPlace::above;
  }

  model::Row operator()(model::Record const& record) const {
    model::Row row;
    row.anchor = reference_name(list_, record);
    row.cells.reserve(columns_.size());
    for (auto* field : columns_) {
      row.cells.push_back(field == name_ ? name_cell(list_, record, kana_)
                                         : model::Cell{field_text(lists_, *field, record.find(*field))});
    }
    return row;
  }

 private:
  SortedList const& list_;
  std::vector<Field const*> const& columns_;
  SortedLists const& lists_;
  Field const* name_;
  KanaPlace kana_;
};

}  // namespace

model::Blocks table(View const& view, Selection const& selection, ViewPlace const& place) {
  auto& list = *view.list;
  auto columns = view.columns.empty() ? usual_columns(list) : view.columns;
  model::Table table;
  if (!view.caption.empty()) table.caption.push_back(model::words(view.caption, view.at));
  for (auto* field : columns) table.columns.push_back(column_of(*field));
  table.row_headers = columns.front() == &list.name_field();
  table.rows = rows_of(selection, list, RowWriter(list, columns, place.context.lists));
  model::Blocks out;
  out.push_back({std::move(table), view.at});
  return out;
}

}  // namespace tebiki::views
