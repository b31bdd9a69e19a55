// The matrix of ○ △ × — with telephone numbers. A telephone shows one question of it at a time, chosen above it: links
// and style sheets do that, so that it works without scripts.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "html/page_writer.hpp"
#include "model/visit.hpp"

namespace tebiki::html {
namespace {

using model::Availability;
using model::Table;

char const* alignment_class(model::Column const& column) {
  switch (column.alignment) {
    case model::Alignment::start:
      return "";
    case model::Alignment::centre:
      return "centre-";
    case model::Alignment::end:
      return "end-";
  }
  return "";
}

std::vector<std::string> questions_of(Table const& table) {
  std::vector<std::string> questions;
  for (auto const& column : table.columns) {
    if (column.upright) questions.push_back(model::plain_text(column.label));
  }
  return questions;
}

/// Where the questions stand, from the end of a row: what comes before them differs with what tables show beside names.
std::vector<std::size_t> places_of_questions(Table const& table) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].upright) places.push_back(table.columns.size() - i);
  }
  return places;
}

std::optional<Availability> answer_in(model::Cell const& cell) {
  std::optional<Availability> answer;
  for (auto const& piece : cell.text) {
    if (auto const* mark = std::get_if<model::AvailabilityMark>(&piece.node)) answer = mark->availability;
  }
  return answer;
}

/// What each question and those beside it are called together.
std::vector<std::string> question_groups_of(Table const& table) {
  std::vector<std::string> groups;
  for (auto const& column : table.columns) {
    if (column.upright) groups.push_back(column.group);
  }
  return groups;
}

/// How many answered each question so, in all matrices of a page.
using Tally = std::vector<std::map<Availability, int>>;

void count(Table const& table, Tally& tally) {
  for (auto const& row : table.rows) {
    for (std::size_t i = 0, question = 0; i < std::min(row.cells.size(), table.columns.size()); ++i) {
      if (!table.columns[i].upright) continue;
      if (auto const answer = answer_in(row.cells[i])) ++tally[question][*answer];
      ++question;
    }
  }
}

/// Of a matrix that shows but some of its rows, the questions lead to all of them.
model::Reference const* all_who_can(Table const& table, std::string_view question) {
  for (auto const& column : table.columns) {
    auto const* link = column.label.size() == 1 ? std::get_if<model::Link>(&column.label.front().node) : nullptr;
    if (link && column.upright && model::plain_text(column.label) == question)
      return std::get_if<model::Reference>(&link->target);
  }
  return nullptr;
}

std::string question_id(std::string_view question) { return "treatment-" + std::string(question); }

/// What leads from a row's name to its record's page.
model::Reference const* record_of(model::Row const& row) {
  if (row.cells.empty()) return nullptr;
  for (auto const& piece : row.cells.front().text) {
    auto const* link = std::get_if<model::Link>(&piece.node);
    if (auto const* record = link ? std::get_if<model::Reference>(&link->target) : nullptr) return record;
  }
  return nullptr;
}

bool shows_numbers(Table const& table) {
  return std::any_of(table.columns.begin() + 1, table.columns.end(),
                     [](auto const& column) { return !column.upright; });
}

}  // namespace

bool is_matrix(Table const& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](auto const& column) { return column.upright; });
}

std::string alignment_classes(Table const& table) {
  std::string classes;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string const name = table.columns[i].upright ? "" : alignment_class(table.columns[i]);
    if (!name.empty()) classes.append(classes.empty() ? "" : " ").append(name).append(std::to_string(i + 1));
  }
  return classes;
}

std::string cell_class(model::Column const& column) {
  if (!column.upright) return {};
  return column.alignment == model::Alignment::end ? "end answer" : "answer";
}

std::optional<Availability> bare_answer(model::Column const& column, model::Cell const& cell) {
  return column.upright && cell.text.size() == 1 ? answer_in(cell) : std::nullopt;
}

std::vector<TemplateData> column_groups(Table const& table) {
  std::vector<TemplateData> groups;
  for (std::size_t from = 0, to = 0; from < table.columns.size(); from = to) {
    auto const& title = table.columns[from].group;
    while (to < table.columns.size() && table.columns[to].group == title) ++to;
    groups.push_back(TemplateData().text("title", title).text("columns", std::to_string(to - from)));
  }
  return groups;
}

Table with_telephones(Table table, PageState const& state) {
  auto const& links = state.context.links;
  auto const number_of = [&](model::Row const& row) {
    auto const* record = record_of(row);
    return record ? links.telephone_of(record->name) : model::Telephone();
  };
  bool const any =
      std::any_of(table.rows.begin(), table.rows.end(), [&](auto const& row) { return !number_of(row).empty(); });
  if (shows_numbers(table) || !any) return table;
  model::Column column;
  column.label.push_back(model::words(std::string(state.context.site.words["matrix.telephone"])));
  table.columns.insert(table.columns.begin() + 1, std::move(column));
  for (auto& row : table.rows) {
    if (row.kind == model::Row::Kind::group) continue;
    model::Cell cell;
    if (auto const number = number_of(row); !number.empty()) cell.text.push_back(model::telephone(number));
    row.cells.insert(row.cells.begin() + 1, std::move(cell));
  }
  return table;
}

std::string kind_of_row(model::Row const& row, PageState const& state) {
  auto const* record = record_of(row);
  std::string kind;
  if (!record) return kind;
  for (auto const& tag : state.context.links.kind_of(record->name))
    kind.append(kind.empty() ? "" : state.context.site.words["join.dot"]).append(tag);
  return kind;
}

std::optional<std::size_t> questions_place(model::Blocks const& blocks) {
  std::optional<std::size_t> place;
  Table const* first = nullptr;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto const* table = std::get_if<Table>(&blocks[i].node);
    if (!table || !is_matrix(*table)) continue;
    if (!first) place = i, first = table;
    bool const same =
        questions_of(*table) == questions_of(*first) && places_of_questions(*table) == places_of_questions(*first);
    if (!same) return std::nullopt;
  }
  auto const leads = [&](std::size_t i) {
    return std::holds_alternative<model::Note>(blocks[i].node) ||
           std::holds_alternative<model::Heading>(blocks[i].node);
  };
  while (place && *place > 0 && leads(*place - 1)) --*place;
  return place;
}

void append_questions(std::string& out, model::Blocks const& blocks, PageState& state) {
  std::vector<std::string> questions, titles;
  std::vector<std::size_t> places;
  Tally tally;
  std::map<std::string, std::string> leads;
  for (auto const& block : blocks) {
    auto const* table = std::get_if<Table>(&block.node);
    if (!table || !is_matrix(*table)) continue;
    questions = questions_of(*table);
    places = places_of_questions(*table);
    titles = question_groups_of(*table);
    tally.resize(questions.size());
    count(*table, tally);
    for (auto const& question : questions) {
      if (auto const* all = all_who_can(*table, question)) leads.emplace(question, state.inlines.href(*all));
    }
  }
  bool const of_list = !leads.empty();
  std::vector<TemplateData> items;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    auto id = of_list ? std::string() : state.ids.claim(question_id(questions[i]));
    std::string href = leads[questions[i]];
    append_fragment(href, id);
    items.push_back(TemplateData()
                        .text("number", std::to_string(places[i]))
                        .text("id", std::move(id))
                        .text("href", std::move(href))
                        .text("label", questions[i])
                        .text("yes", std::to_string(tally[i][Availability::yes]))
                        .text("ask", std::to_string(tally[i][Availability::ask]))
                        .text("unanswered", std::to_string(tally[i][Availability::unanswered])));
  }
  std::vector<TemplateData> groups;
  for (std::size_t from = 0, to = 0; from < items.size(); from = to) {
    while (to < items.size() && titles[to] == titles[from]) ++to;
    std::vector<TemplateData> const same(items.begin() + std::ptrdiff_t(from), items.begin() + std::ptrdiff_t(to));
    groups.push_back(TemplateData().text("title", titles[from]).list("questions", same));
  }
  TemplateData data;
  data.flag("of_list", of_list).list("groups", std::move(groups)).list("questions", std::move(items));
  state.context.renderer.block(out, "matrix-questions", data);
}

std::string table_css(std::vector<model::ComposedSite> const& sites) {
  std::size_t most = 0, columns = 0;
  for (auto const& site : sites) {
    for (auto const& page : site.documents.pages) {
      model::for_each_block(page.blocks, [&](model::Block const& block) {
        auto const* table = std::get_if<Table>(&block.node);
        if (table) columns = std::max(columns, table->columns.size());
        if (table && is_matrix(*table)) most = std::max(most, places_of_questions(*table).front());
      });
    }
  }
  std::string css;
  for (std::size_t n = 1; n <= most; ++n) {
    css += fmt::format(
        ".prose:has(.question-{0}:target) .matrix "
        ":is(td:is(.yes,.ask,.no,.unanswered,.answer):not(:nth-last-child({0})),"
        "tbody tr:not(.group,:has(td:nth-last-child({0}):is(.yes,.ask),td:nth-last-child({0}) "
        ":is(.yes,.ask)))){{display:none}}"
        ".prose:has(.question-{0}:target) tr:has(td:nth-last-child({0}).ask,td:nth-last-child({0}) .ask){{order:2}}\n",
        n);
  }
  if (!css.empty()) css = "@media (max-width:47.99rem){\n" + css + "}\n";
  // A matrix has one column more than the table that it was made of, see `with_telephones`.
  for (std::size_t n = 1; columns > 0 && n <= columns + 1; ++n) {
    css += fmt::format(
        ".centre-{0} tr:not(.groups)>:nth-child({0}){{text-align:center}}"
        ".end-{0} tr:not(.groups)>:nth-child({0}){{text-align:right}}\n",
        n);
  }
  return css;
}

}  // namespace tebiki::html
