#include <algorithm>

#include "model/roles.hpp"
#include "views/field_text.hpp"
#include "views/kinds.hpp"
#include "views/rows.hpp"

namespace tebiki::views {
namespace {

using model::Field;

/// Without `x-column` anywhere: what the record is called, its telephone number and where it is.
std::vector<Field const*> usual_columns(ListIndex const& list) {
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
  RowWriter(ListIndex const& list, std::vector<Field const*> const& columns, SiteIndex const& site_index)
      : columns_(columns), site_index_(site_index), name_(&list.name_field()) {
    bool own = std::any_of(columns.begin(), columns.end(),
                           [](Field const* field) { return model::has_role(*field, model::Role::reading); });
    reading_ = own ? Reading::left_out : Reading::above;
  }

  model::Row operator()(ListIndex const& list, model::Record const& record) const {
    model::Row row;
    row.anchor = reference_name(list, record);
    row.cells.reserve(columns_.size());
    for (auto* field : columns_) {
      row.cells.push_back(field == name_ ? name_cell(list, record, reading_)
                                         : model::Cell{field_text(site_index_, *field, record.find(*field))});
    }
    return row;
  }

 private:
  std::vector<Field const*> const& columns_;
  SiteIndex const& site_index_;
  Field const* name_;
  Reading reading_;
};

}  // namespace

model::Blocks table(View const& view, Selection const& selection, SiteIndex const& site_index) {
  auto& list = *view.list;
  auto columns = view.columns.empty() ? usual_columns(list) : view.columns;
  model::Table table;
  if (!view.caption.empty()) table.caption.push_back(model::words(view.caption, view.at));
  for (auto* field : columns) table.columns.push_back(column_of(*field));
  table.row_headers = columns.front() == &list.name_field();
  table.rows = rows_of(selection, list, RowWriter(list, columns, site_index));
  model::Blocks out;
  out.push_back({std::move(table), view.at});
  return out;
}

}  // namespace tebiki::views
