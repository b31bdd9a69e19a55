// Calendars and agendas in booklets: tables.
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

using model::Inline;
using model::Inlines;

void append_line(Inlines& out, Inline piece) {
  if (!out.empty()) out.push_back({model::LineBreak{}, {}});
  out.push_back(std::move(piece));
}

Inline strong(std::string words) { return {model::Strong{{model::words(std::move(words))}}, {}}; }
Inline small(std::string words) { return {model::Small{{model::words(std::move(words))}}, {}}; }
Inline link(std::string words, model::Reference page) {
  return {model::Link{std::move(page), {model::words(std::move(words))}}, {}};
}

model::Column column(std::string label) {
  model::Column column;
  column.label.push_back(model::words(std::move(label)));
  return column;
}

model::Cell day_cell(model::CalendarDay const& day, model::Words const& words) {
  model::Cell cell;
  if (day.date.empty()) return cell;
  cell.text.push_back(strong(std::to_string(day.number)));
  if (!day.holiday.empty()) append_line(cell.text, small(day.holiday));
  for (auto const& item : day.items) {
    bool const deadline = item.kind == model::CalendarItem::Kind::deadline;
    auto const mark = deadline ? std::string(words["calendar.deadline"]) + std::string(words["join.gap"]) : "";
    append_line(cell.text, model::words(mark + item.name));
  }
  return cell;
}

model::Cell line_cell(model::AgendaLine const& line) {
  model::Cell cell;
  append_line(cell.text, link(line.name, line.page));
  for (auto const& detail : line.details) append_line(cell.text, model::words(detail));
  if (!line.notice.now().empty()) append_line(cell.text, small(line.notice.now()));
  return cell;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Calendar const& calendar) {
  model::Table table;
  table.caption.push_back(model::words(calendar.title));
  table.widths = model::Table::Widths::even;
  for (auto const& weekday : calendar.weekdays) table.columns.push_back(column(weekday));
  for (auto const& day : calendar.days) {
    if (table.rows.empty() || table.rows.back().cells.size() == calendar.weekdays.size()) table.rows.emplace_back();
    table.rows.back().cells.push_back(day_cell(day, target.context.site.words));
  }
  lay_out(target, table);
}

void lay_out(BlockTarget const& target, model::Agenda const& agenda) {
  auto const& words = target.context.site.words;
  model::Table table;
  table.caption = agenda.caption;
  table.columns = {column(std::string(words["agenda.day"])), column(std::string(words["agenda.event"]))};
  for (auto const& group : agenda.groups) {
    model::Row head;
    head.kind = model::Row::Kind::group;
    head.cells.push_back({{model::words(group.title)}});
    table.rows.push_back(std::move(head));
    for (auto const& line : group.lines) {
      model::Row row;
      row.cells.push_back({{model::words(line.days)}});
      row.cells.push_back(line_cell(line));
      table.rows.push_back(std::move(row));
    }
  }
  lay_out(target, table);
}

}  // namespace tebiki::pdf
