// Records as rows of cells: tables of any fields, and matrices of ○ △ × —.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "model/list.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Availability;
using model::Field;
using model::FieldKind;

/// Where the reading of a name stands.
enum class KanaPlace { above, elsewhere };

/// The cell that names a row: a link to the record's page, with its small reading above.
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

using RowOf = std::function<model::Row(model::Record const&)>;

/// All rows of a selection: each titled group begins with a row of its own.
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

namespace {

/// What the marks mean. — is no "no": it stands for an office that has not answered.
model::Block meaning_of_marks(model::Words const& words, base::SourceLocation at) {
  model::Inlines text;
  for (auto answer : {Availability::yes, Availability::ask, Availability::no, Availability::unanswered}) {
    text.push_back({model::AvailabilityMark{answer, true}, at});
    text.push_back(model::words(" " + std::string(words[answer]), at));
    auto const close = words[answer == Availability::unanswered ? "availability.unanswered-meaning" : "join.gap"];
    text.push_back(model::words(std::string(close), at));
  }
  model::Note note;
  note.blocks.push_back({model::Paragraph{std::move(text)}, at});
  return {std::move(note), at};
}

std::vector<Field const*> all_availability_fields(SortedList const& list) {
  std::vector<Field const*> out;
  for (auto& field : list.fields) {
    if (field.kind == FieldKind::availability) out.push_back(&field);
  }
  return out;
}

void report_no_availability(View const& view, base::Diagnostics& diagnostics) {
  auto& slug = view.list->source->slug;
  diagnostics.error(
      view.kind_at, "matrix-without-support",
      {fmt::format("一覧「{}」には ○ △ × で答える項目がないので、matrix では表せません。", slug),
       fmt::format("The list “{}” has no field answered by yes, ask or no, so it cannot be a matrix.", slug)},
      {"schema.json の項目に \"format\": \"support\" を付けるか、as: table を使ってください。",
       "Give fields of its schema.json \"format\": \"support\", or use as: table."});
}

/// A telephone number may stand between the name and the marks, for those who are to call.
bool stands_in_matrix(Field const* field) {
  return field->kind == FieldKind::availability || field->kind == FieldKind::tel;
}

void report_column(View const& view, Field const& field, base::Diagnostics& diagnostics) {
  diagnostics.error(
      view.kind_at, "matrix-column",
      {fmt::format("「{}」は ○ △ × で答える項目でも、電話番号でもないので、matrix の列にできません。", field.key),
       fmt::format("“{}” is neither answered by yes, ask or no nor a telephone number: no column of a matrix.",
                   field.key)},
      {"columns から外すか、as: table を使ってください。", "Leave it out of columns, or use as: table."});
}

/// The columns of the matrix: all marks where none is named; empty after an error. Where the schema has mistakes, the
/// kind of a field may be one of them.
std::vector<Field const*> matrix_columns(View const& view, base::Diagnostics& diagnostics) {
  bool kinds_known = view.list->source->schema.completeness == model::Completeness::whole;
  auto columns = view.columns;
  std::erase(columns, &view.list->name_field());
  auto named = columns.size();
  for (auto* field : columns) {
    if (kinds_known && !stands_in_matrix(field)) report_column(view, *field, diagnostics);
  }
  std::erase_if(columns, [](Field const* field) { return !stands_in_matrix(field); });
  if (columns.size() < named) return {};
  auto marks = [](Field const* field) { return field->kind == FieldKind::availability; };
  if (std::any_of(columns.begin(), columns.end(), marks)) return columns;
  auto all = all_availability_fields(*view.list);
  if (all.empty()) {
    if (kinds_known) report_no_availability(view, diagnostics);
    return {};
  }
  columns.insert(columns.end(), all.begin(), all.end());
  return columns;
}

model::Column name_column(SortedList const& list) {
  model::Column column;
  column.label.push_back(model::words(list.name_field().label));
  return column;
}

model::Table matrix_table(View const& view, Selection const& selection, SortedLists const& lists,
                          std::vector<Field const*> const& columns) {
  model::Table table;
  if (!view.caption.empty()) table.caption.push_back(model::words(view.caption, view.at));
  table.row_headers = true;
  table.columns.push_back(name_column(*view.list));
  for (auto* field : columns) {
    bool const marks = field->kind == FieldKind::availability;
    model::Column column{{}, marks ? model::Alignment::centre : model::Alignment::start, marks};
    column.label.push_back(model::words(field->label));
    column.group = field->subgroup;
    table.columns.push_back(std::move(column));
  }
  table.rows = rows_of(selection, *view.list, [&](model::Record const& record) {
    model::Row row;
    row.anchor = reference_name(*view.list, record);
    row.cells.reserve(columns.size() + 1);
    row.cells.push_back(name_cell(*view.list, record, KanaPlace::elsewhere));
    for (auto* field : columns) row.cells.push_back({field_text(lists, *field, record.find(*field))});
    return row;
  });
  return table;
}

}  // namespace

namespace {

constexpr std::ptrdiff_t least_equipment = 3;

/// Whom to call and when; then what tells such things as cars apart: what they have, what they do, what they cost.
std::vector<Field const*> compared_fields(SortedList const& list) {
  std::vector<Field const*> fields;
  for (auto role : {model::Role::telephone, model::Role::days, model::Role::hours}) {
    if (auto* field = list.with_role(role)) fields.push_back(field);
  }
  for (auto& field : list.fields) {
    constexpr std::array kinds{FieldKind::boolean, FieldKind::availability, FieldKind::yen};
    bool const counted = field.kind == FieldKind::number && field.column;
    if (counted || std::find(kinds.begin(), kinds.end(), field.kind) != kinds.end()) fields.push_back(&field);
  }
  return fields;
}

/// Of what is there or not the same marks as of answers.
model::Cell compared_cell(SortedLists const& lists, Field const& field, model::Record const& record) {
  auto* value = record.find(field);
  auto* flag = value ? value->as<bool>() : nullptr;
  if (!flag) return {field_text(lists, field, value)};
  model::Cell cell;
  cell.text.push_back({model::AvailabilityMark{*flag ? Availability::yes : Availability::no, false}, record.at});
  return cell;
}

}  // namespace

std::optional<model::Table> compared(SortedList const& list, Selection const& selection, SortedLists const& lists) {
  auto const fields = compared_fields(list);
  auto const is_flag = [](Field const* field) { return field->kind == FieldKind::boolean; };
  std::size_t count = 0;
  for (auto& group : selection) count += group.records.size();
  bool const wanted = count > 1 && std::count_if(fields.begin(), fields.end(), is_flag) >= least_equipment;
  if (!wanted || count > most_compared) return std::nullopt;
  model::Table table;
  table.caption.push_back(model::words(list.source->schema.title));
  table.row_headers = true;
  table.columns.push_back(name_column(list));
  for (auto* field : fields) {
    auto column = column_of(*field);
    column.upright = !field->group.empty();
    column.group = field->group;
    if (is_flag(field)) column.alignment = model::Alignment::centre;
    table.columns.push_back(std::move(column));
  }
  table.rows = rows_of(selection, list, [&](model::Record const& record) {
    model::Row row;
    row.cells.push_back(name_cell(list, record, KanaPlace::elsewhere));
    for (auto* field : fields) row.cells.push_back(compared_cell(lists, *field, record));
    return row;
  });
  return table;
}

model::Blocks matrix(View const& view, Selection const& selection, ViewPlace const& place) {
  auto const& lists = place.context.lists;
  auto columns = matrix_columns(view, place.context.diagnostics);
  if (columns.empty()) return {};
  model::Blocks out;
  if (std::exchange(place.legend, Legend::given) == Legend::wanted)
    out.push_back(meaning_of_marks(lists.site().words, view.at));
  out.push_back({matrix_table(view, selection, lists, columns), view.at});
  return out;
}

}  // namespace tebiki::views
