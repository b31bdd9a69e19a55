#include <algorithm>

#include "model/roles.hpp"
#include "views/field_text.hpp"
#include "views/kinds.hpp"
#include "views/rows.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

/// Without `x-column` anywhere: what the record is called, its telephone number and where it is.
std::vector<Field const*> usual_columns(Shelf const& shelf) {
  std::vector<Field const*> out;
  for (auto& field : shelf.fields) {
    if (field.column) out.push_back(&field);
  }
  auto& name = shelf.name_field();
  bool named = std::find(out.begin(), out.end(), &name) != out.end();
  if (!out.empty() && named) return out;
  bool asked = !out.empty();
  out.insert(out.begin(), &name);
  if (asked) return out;
  for (auto kind : {FieldKind::tel, FieldKind::address}) {
    if (auto* field = shelf.first(kind)) out.push_back(shelf.find(field->key));
  }
  return out;
}

model::Column column_of(Field const& field) {
  model::Column column;
  column.label.push_back(model::words(field.label));
  if (field.kind == FieldKind::number || field.kind == FieldKind::yen) column.alignment = model::Alignment::end;
  if (field.kind == FieldKind::support) column.alignment = model::Alignment::centre;
  return column;
}

/// How a table of this view writes a record: the reading stands above the name unless it has its own column.
class RowWriter {
 public:
  RowWriter(Shelf const& shelf, std::vector<Field const*> const& columns, Catalogue const& catalogue)
      : columns_(columns), catalogue_(catalogue), name_(&shelf.name_field()) {
    bool own = std::any_of(columns.begin(), columns.end(), [](Field const* field) {
      return model::has_role(*field, model::Role::reading);
    });
    reading_ = own ? Reading::left_out : Reading::above;
  }

  model::Row operator()(Shelf const& shelf, model::Record const& record) const {
    model::Row row;
    row.anchor = reference_name(shelf, record);
    row.cells.reserve(columns_.size());
    for (auto* field : columns_) {
      row.cells.push_back(field == name_ ? name_cell(shelf, record, reading_)
                                         : model::Cell{field_text(catalogue_, *field, record.find(field->key))});
    }
    return row;
  }

 private:
  std::vector<Field const*> const& columns_;
  Catalogue const& catalogue_;
  Field const* name_;
  Reading reading_;
};

}  // namespace

model::Blocks table(View const& view, Selection const& selection, Catalogue const& catalogue) {
  auto& shelf = *view.shelf;
  auto columns = view.columns.empty() ? usual_columns(shelf) : view.columns;
  model::Table table;
  if (!view.caption.empty()) table.caption.push_back(model::words(view.caption, view.at));
  for (auto* field : columns) table.columns.push_back(column_of(*field));
  table.row_headers = columns.front() == &shelf.name_field();
  table.rows = rows_of(selection, shelf, RowWriter(shelf, columns, catalogue));
  model::Blocks out;
  out.push_back({std::move(table), view.at});
  return out;
}

}  // namespace tebiki::views
