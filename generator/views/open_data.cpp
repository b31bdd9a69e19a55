// The page of open data.
#include <fmt/format.h>

#include <algorithm>

#include "views/compose.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

using model::Block;
using model::Blocks;
using model::Inlines;

/// `312 KB`
std::string size_text(std::size_t bytes) {
  return fmt::format("{} KB", std::max<std::size_t>(1, (bytes + 500) / 1000));
}

Inlines plain(std::string text) { return {model::words(std::move(text))}; }

Inlines link(model::Target target, std::string text) {
  Inlines out;
  out.push_back({model::Link{std::move(target), plain(std::move(text))}, {}});
  return out;
}

model::Column column(std::string_view label, model::Alignment alignment = model::Alignment::start) {
  model::Column made;
  made.label = plain(std::string(label));
  made.alignment = alignment;
  return made;
}

model::Row row(std::vector<Inlines> cells) {
  model::Row made;
  for (auto& cell : cells) made.cells.push_back({std::move(cell)});
  return made;
}

/// Under which terms they may be used.
void add_terms(Blocks& blocks, model::Site const& site) {
  auto const& terms = site.open_data;
  if (terms.licence.empty()) return;
  auto text = plain(std::string(site.words["open-data.licence"]));
  auto name = terms.url.empty() ? plain(terms.licence) : link(model::Url{terms.url}, terms.licence);
  std::move(name.begin(), name.end(), std::back_inserter(text));
  blocks.push_back({model::Paragraph{std::move(text)}, {}});
}

Block file_table(model::List const& list, std::vector<model::OpenDataFile> const& files, model::Words const& words) {
  model::Table table;
  table.caption = plain(words.filled("open-data.files", {{"list", list.schema.title}}));
  table.row_headers = true;
  table.columns = {column(words["open-data.file"]), column(words["open-data.records"], model::Alignment::end),
                   column(words["open-data.size"], model::Alignment::end)};
  for (auto const& file : files) {
    if (file.list != list.slug) continue;
    table.rows.push_back(row({link(model::Reference{file.path, {}}, file.label), plain(std::to_string(file.records)),
                              plain(size_text(file.bytes))}));
  }
  return {std::move(table), {}};
}

/// What a field holds, in words: of texts, whether they are chosen.
std::string kind_text(model::Field const& field, model::Words const& words) {
  auto const& kind = model::kind_entry(field.kind);
  bool const chosen = !field.choices.empty() && kind.meaning == model::KindEntry{}.meaning;
  return std::string(words[chosen ? "open-data.kind-choice" : kind.meaning]);
}

Block column_table(model::List const& list, model::Words const& words) {
  model::Table table;
  table.caption = plain(words.filled("open-data.columns", {{"list", list.schema.title}}));
  table.row_headers = true;
  table.columns = {column(words["open-data.column"]), column(words["open-data.key"]), column(words["open-data.kind"]),
                   column(words["open-data.meaning"])};
  for (auto const& field : list.schema.fields)
    table.rows.push_back(
        row({plain(field.label), plain(field.key), plain(kind_text(field, words)), plain(field.description)}));
  return {std::move(table), {}};
}

}  // namespace

std::optional<model::Document> open_data_page(model::Site const& site, std::vector<model::OpenDataFile> const& files) {
  if (files.empty()) return std::nullopt;
  model::Document page;
  page.subject = model::open_data_page;
  page.path = page.subject + "/";
  page.title = model::title_of_made_page(model::open_data_page, site.words);
  page.description = site.words["open-data.lead"];
  add_terms(page.blocks, site);
  for (auto const& list : site.lists) {
    page.blocks.push_back(heading(2, list.schema.title, {}, list.slug));
    page.blocks.push_back(file_table(list, files, site.words));
    page.blocks.push_back(column_table(list, site.words));
  }
  return page;
}

}  // namespace tebiki::views
