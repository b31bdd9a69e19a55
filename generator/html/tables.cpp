#include <algorithm>
#include <utility>

#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

char const* alignment_class(model::Column const& column) {
  switch (column.alignment) {
    case model::Alignment::start:
      return "";
    case model::Alignment::centre:
      return "centre";
    case model::Alignment::end:
      return "end";
  }
  return "";
}

/// More columns than these take the whole width of the page.
constexpr std::size_t columns_in_measure = 6;

std::vector<TemplateData> columns_of(model::Table const& table, InlineWriter const& inlines) {
  std::vector<TemplateData> columns;
  columns.reserve(table.columns.size());
  for (auto const& column : table.columns) {
    columns.push_back(TemplateData()
                          .text("label", inlines.html(column.label))
                          .text("alignment", alignment_class(column))
                          .flag("upright", column.upright));
  }
  return columns;
}

void append_row(std::string& out, model::Table const& table, model::Row const& row, PageState& state) {
  auto const count = std::max(row.cells.size(), table.columns.size());
  std::vector<TemplateData> cells(count);
  for (std::size_t i = 0; i < count; ++i) {
    cells[i].reserve(3);
    bool const there = i < row.cells.size();
    cells[i]
        .text("text", there ? state.inlines.html(row.cells[i].text) : "")
        .text("alignment", there && i < table.columns.size() ? alignment_class(table.columns[i]) : "")
        .flag("names_row", i == 0 && table.row_headers);
  }
  TemplateData data;
  data.text("id", state.ids.claim(row.anchor)).list("cells", std::move(cells));
  state.context.renderer.block(out, "table-row", data);
}

void append_group(std::string& out, model::Table const& table, model::Row const& row, PageState& state) {
  TemplateData data;
  data.text("id", state.ids.claim(row.anchor))
      .text("columns", std::to_string(std::max<std::size_t>(1, table.columns.size())))
      .text("title", row.cells.empty() ? "" : state.inlines.html(row.cells.front().text));
  state.context.renderer.block(out, "table-group", data);
}

/// A group of rows is a body of its own.
std::vector<TemplateData> bodies_of(model::Table const& table, PageState& state) {
  std::vector<TemplateData> bodies;
  std::string rows;
  auto const close = [&] {
    if (!rows.empty()) bodies.push_back(TemplateData().text("rows", std::exchange(rows, {})));
  };
  for (auto const& row : table.rows) {
    bool const group = row.kind == model::Row::Kind::group;
    if (group) close();
    group ? append_group(rows, table, row, state) : append_row(rows, table, row, state);
  }
  close();
  return bodies;
}

}  // namespace

void append_table(std::string& out, model::Table const& table, PageState& state) {
  auto const labelled = [](model::Column const& column) { return !column.label.empty(); };
  auto const upright = [](model::Column const& column) { return column.upright; };
  bool const matrix = std::any_of(table.columns.begin(), table.columns.end(), upright);
  TemplateData data;
  data.text("number", std::to_string(++state.tables))
      .flag("wide", table.columns.size() > columns_in_measure)
      .text("caption", state.inlines.html(table.caption))
      .flag("has_head", std::any_of(table.columns.begin(), table.columns.end(), labelled))
      .list("columns", columns_of(table, state.inlines))
      .list("bodies", bodies_of(table, state));
  state.context.renderer.block(out, matrix ? "matrix" : "table", data);
}

}  // namespace tebiki::html
