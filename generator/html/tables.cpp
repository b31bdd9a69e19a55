#include <fmt/format.h>
#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "base/unicode.hpp"
#include "html/page_writer.hpp"
#include "model/visit.hpp"

namespace tebiki::html {
namespace {

/// More columns than these take the whole width of the page.
constexpr std::size_t columns_in_measure = 6;
/// More columns of marks than these are moved sideways on a wide screen, too.
constexpr std::size_t columns_in_sight = 18;

std::vector<TemplateData> columns_of(model::Table const& table, InlineWriter const& inlines) {
  std::vector<TemplateData> columns;
  columns.reserve(table.columns.size());
  for (auto const& column : table.columns)
    columns.push_back(TemplateData().text("label", inlines.html(column.label)).flag("upright", column.upright));
  return columns;
}

TemplateData cell_data(model::Table const& table, model::Row const& row, std::size_t i, PageState& state) {
  bool const there = i < row.cells.size();
  auto const answer = there && i < table.columns.size() ? bare_answer(table.columns[i], row.cells[i]) : std::nullopt;
  TemplateData cell;
  cell.reserve(4);
  if (answer)
    cell.text("text", escaped(state.context.site.words[*answer])).text("class", std::string(model::key_of(*answer)));
  else
    cell.text("text", there ? state.inlines.html(row.cells[i].text) : "")
        .text("class", there && i < table.columns.size() ? cell_class(table.columns[i]) : "");
  cell.text("kind", i == 0 && is_matrix(table) ? kind_of_row(row, state) : "")
      .flag("names_row", i == 0 && table.row_headers);
  return cell;
}

void append_row(std::string& out, model::Table const& table, model::Row const& row, PageState& state) {
  auto const count = std::max(row.cells.size(), table.columns.size());
  std::vector<TemplateData> cells;
  cells.reserve(count);
  for (std::size_t i = 0; i < count; ++i) cells.push_back(cell_data(table, row, i, state));
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

void append_table(std::string& out, model::Table const& source, PageState& state) {
  bool const matrix = is_matrix(source);
  auto const extended = matrix ? with_telephones(source, state) : model::Table();
  auto const& table = matrix ? extended : source;
  auto const labelled = [](model::Column const& column) { return !column.label.empty(); };
  TemplateData data;
  data.text("number", std::to_string(++state.tables))
      .flag("wide", table.columns.size() > (matrix ? columns_in_sight : columns_in_measure))
      .text("aligned", alignment_classes(table))
      .text("caption", state.inlines.html(table.caption))
      .flag("has_head", std::any_of(table.columns.begin(), table.columns.end(), labelled))
      .flag("has_groups", std::any_of(table.columns.begin(), table.columns.end(),
                                      [](model::Column const& column) { return !column.group.empty(); }))
      .list("groups", column_groups(table))
      .list("columns", columns_of(table, state.inlines))
      .list("bodies", bodies_of(table, state));
  state.context.renderer.block(out, matrix ? "matrix" : "table", data);
}

// A Gantt chart as a table: a row for each activity, of which the cell over its months holds the bar.
namespace {

using model::Gantt;
using Kind = Gantt::Kind;
using Certainty = Gantt::Certainty;
using Shape = Gantt::Mark::Shape;

char const* name_of(Kind kind) { return kind == Kind::done ? "done" : "considered"; }

char const* name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::fixed:
      return "fixed";
    case Certainty::yearly:
      return "yearly";
    case Certainty::unknown:
      return "unknown";
  }
  return "";
}

char const* name_of(Shape shape) {
  switch (shape) {
    case Shape::fixed:
      return "on-day";
    case Shape::monthly:
      return "monthly";
    case Shape::earlier:
      return "earlier";
  }
  return "";
}

std::string name_of(Gantt::BarLook look) { return std::string(name_of(look.kind)) + " " + name_of(look.certainty); }

/// A month's figures stand out, and on a phone alone: 前年度 | 3 | 月. A label without figures is all in the middle.
TemplateData column_data(std::string const& label) {
  auto const first = label.find_first_of("0123456789");
  if (first == label.npos) return TemplateData().text("before", "").text("month", label).text("after", "");
  auto const last = std::min(label.find_first_not_of("0123456789", first), label.size());
  return TemplateData()
      .text("before", label.substr(0, first))
      .text("month", label.substr(first, last - first))
      .text("after", label.substr(last));
}

/// Columns that the cell of an activity takes: its bar and its marks.
struct Extent {
  std::size_t first, last;
};

Extent extent_of(Gantt::Activity const& activity) {
  Extent extent{activity.first, activity.last};
  for (auto const& mark : activity.marks)
    extent = {std::min(extent.first, mark.column), std::max(extent.last, mark.column)};
  return extent;
}

/// How wide words are about, in columns of a table that fills the page.
double columns_taken(std::string const& words) {
  constexpr double ems_of_column = 3.6;
  double ems = 2;
  for (std::size_t at = 0; at < words.size();) ems += base::is_wide(base::next_character(words, at)) ? 1 : 0.6;
  return ems / ems_of_column;
}

/// Words that are longer than their bar stand beside it where there is more room than in it.
char const* place_of(Gantt::Activity const& activity, std::size_t columns) {
  auto const words = model::plain_text(activity.name) + activity.words;
  auto const inside = activity.last - activity.first + 1, left = activity.first, right = columns - 1 - activity.last;
  if (columns_taken(words) <= double(inside) || inside >= std::max(left, right)) return "inside";
  return right >= left ? "right" : "left";
}

class GanttWriter {
 public:
  GanttWriter(Gantt const& gantt, PageState& state) : gantt_(gantt), state_(state) {}

  void write(std::string& out) {
    TemplateData data;
    data.text("number", std::to_string(++state_.tables))
        .text("caption", state_.inlines.html(gantt_.caption))
        .text("names", gantt_.names)
        .text("count", std::to_string(gantt_.columns.size()))
        .flag("has_legend", !gantt_.legend.empty())
        .list("legend", legend())
        .list("columns", columns())
        .list("bodies", bodies());
    state_.context.renderer.block(out, "gantt", data);
  }

 private:
  std::vector<TemplateData> legend() const {
    std::vector<TemplateData> samples;
    for (auto const& sample : gantt_.legend) {
      std::string const name = std::visit([](auto of) { return std::string(name_of(of)); }, sample.of);
      samples.push_back(TemplateData().text("sample", name).text("words", sample.words));
    }
    return samples;
  }

  std::vector<TemplateData> columns() const {
    std::vector<TemplateData> columns;
    for (auto const& label : gantt_.columns) columns.push_back(column_data(label));
    return columns;
  }

  std::vector<TemplateData> bodies() {
    std::vector<TemplateData> bodies;
    for (auto const& group : gantt_.groups) {
      std::string rows;
      if (!group.title.empty()) {
        TemplateData head;
        head.text("columns", std::to_string(gantt_.columns.size() + 1)).text("title", group.title);
        state_.context.renderer.block(rows, "gantt-group", head);
      }
      for (auto const& row : group.rows) append_row(rows, row);
      bodies.push_back(TemplateData().text("rows", std::move(rows)));
    }
    return bodies;
  }

  void append_row(std::string& out, Gantt::Row const& row) {
    for (auto const& activity : row.activities) {
      bool const first = &activity == row.activities.data();
      auto data = activity_data(activity);
      data.flag("begins_row", first)
          .text("rows", std::to_string(row.activities.size()))
          .text("name", first ? state_.inlines.html(row.name) : "")
          .text("note", row.note);
      state_.context.renderer.block(out, "gantt-row", data);
    }
  }

  TemplateData activity_data(Gantt::Activity const& activity) {
    auto const extent = extent_of(activity);
    std::string styles = name_of(activity.kind);
    styles.append(" ").append(name_of(activity.certainty)).append(" ");
    styles.append(activity.has_bar && activity.marks.empty() ? place_of(activity, gantt_.columns.size()) : "above");
    TemplateData data;
    data.list("before", std::vector<TemplateData>(extent.first))
        .list("after", std::vector<TemplateData>(gantt_.columns.size() - 1 - extent.last))
        .text("span", std::to_string(extent.last - extent.first + 1))
        .text("left", std::to_string(extent.first))
        .text("from", std::to_string(activity.first))
        .text("to", std::to_string(activity.last + 1))
        .text("styles", std::move(styles))
        .flag("has_bar", activity.has_bar)
        .text("label", state_.inlines.html(activity.name))
        .text("words", activity.words)
        .text("told", activity.told)
        .list("marks", marks(activity));
    return data;
  }

  static std::vector<TemplateData> marks(Gantt::Activity const& activity) {
    std::vector<TemplateData> marks;
    for (auto const& mark : activity.marks)
      marks.push_back(TemplateData().text("shape", name_of(mark.shape)).text("column", std::to_string(mark.column)));
    return marks;
  }

  Gantt const& gantt_;
  PageState& state_;
};

}  // namespace

void append_gantt(std::string& out, Gantt const& gantt, PageState& state) { GanttWriter(gantt, state).write(out); }

std::string gantt_css(std::vector<model::ComposedSite> const& sites) {
  std::size_t columns = 0;
  for (auto const& site : sites) {
    for (auto const& page : site.documents.pages) {
      model::for_each_block(page.blocks, [&](model::Block const& block) {
        if (auto const* gantt = std::get_if<Gantt>(&block.node)) columns = std::max(columns, gantt->columns.size());
      });
    }
  }
  std::string css;
  for (std::size_t n = 0; columns > 0 && n <= columns; ++n) {
    for (std::string_view const name : {"columns", "left", "span", "from", "to", "at"})
      css += fmt::format(".gantt-{0}-{1}{{--{0}:{1}}}", name, n);
    css += '\n';
  }
  return css;
}

}  // namespace tebiki::html
