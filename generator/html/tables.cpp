#include <algorithm>

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

std::string column_class(model::Column const& column) {
  std::string name = alignment_class(column);
  if (column.upright) name += name.empty() ? "upright" : " upright";
  return name;
}

/// More columns than these take the whole width of the page.
constexpr std::size_t columns_in_measure = 6;

std::string table_class(model::Table const& table) {
  bool const matrix = std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return column.upright; });
  if (matrix) return "matrix wide-table";
  return table.columns.size() > columns_in_measure ? "wide-table" : "";
}

}  // namespace

void PageWriter::operator()(model::Table const& node) {
  // A wide table scrolls in its own box, which the keyboard must reach and a screen reader must name.
  auto const number = std::to_string(++tables_);
  out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\"";
  out_ += node.caption.empty() ? " aria-label=\"表" + number + '"' : " aria-labelledby=\"table-" + number + '"';
  out_ += "><table";
  if (auto const name = table_class(node); !name.empty()) attribute("class", name);
  out_ += ">\n";
  if (!node.caption.empty()) {
    out_ += "<caption id=\"table-" + number + "\">";
    write(node.caption);
    out_ += "</caption>\n";
  }
  table_head(node);
  bool open = false;
  for (auto const& row : node.rows) {
    bool const group = row.kind == model::Row::Kind::group;
    if (group && open) out_ += "</tbody>\n";
    if (group || !open) out_ += "<tbody>\n";
    open = true;
    group ? group_row(node, row) : table_row(node, row);
  }
  out_ += open ? "</tbody>\n</table></div>\n" : "</table></div>\n";
}

void PageWriter::table_head(model::Table const& table) {
  bool labelled = false;
  for (auto const& column : table.columns) labelled = labelled || !column.label.empty();
  if (!labelled) return;
  out_ += "<thead><tr>";
  for (auto const& column : table.columns) {
    bool const empty = column.label.empty();
    out_ += empty ? "<td" : "<th scope=\"col\"";
    if (auto name = column_class(column); !name.empty()) attribute("class", name);
    out_ += column.upright ? "><span>" : ">";
    write(column.label);
    if (column.upright) out_ += "</span>";
    out_ += empty ? "</td>" : "</th>";
  }
  out_ += "</tr></thead>\n";
}

void PageWriter::table_row(model::Table const& table, model::Row const& row) {
  out_ += "<tr";
  id(row.anchor);
  out_ += '>';
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    bool const header = i == 0 && table.row_headers;
    out_ += header ? "<th scope=\"row\"" : "<td";
    if (i < table.columns.size()) {
      if (auto name = alignment_class(table.columns[i]); *name) attribute("class", name);
    }
    out_ += '>';
    write(row.cells[i].text);
    out_ += header ? "</th>" : "</td>";
  }
  for (std::size_t i = row.cells.size(); i < table.columns.size(); ++i) out_ += "<td></td>";
  out_ += "</tr>\n";
}

void PageWriter::group_row(model::Table const& table, model::Row const& row) {
  out_ += "<tr class=\"group\"";
  id(row.anchor);
  out_ += "><th scope=\"rowgroup\" colspan=\"" + std::to_string(std::max<std::size_t>(1, table.columns.size())) +
          "\"><span>";
  if (!row.cells.empty()) write(row.cells.front().text);
  out_ += "</span></th></tr>\n";
}

}  // namespace tebiki::html
