#include "views/compose_context.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "model/visit.hpp"

namespace tebiki::views {
namespace {

/// The bar keeps pieces from running into each other.
void add(std::string& words, std::string_view piece) {
  if (!base::trimmed(piece).empty()) words.append(words.empty() ? "" : "|").append(piece);
}

/// Folding has its price for every call: it is done when all pieces are gathered.
model::SearchWords folded(model::SearchWords const& words) {
  return {words.row, base::search_key(words.names), base::search_key(words.told)};
}

bool shows_records(model::Table const& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](auto const& row) { return !row.anchor.empty(); });
}

/// Terms, directories and tables of records are found as records.
bool is_of_records(model::Block const& block) {
  auto const* table = std::get_if<model::Table>(&block.node);
  return std::holds_alternative<model::Directory>(block.node) || std::holds_alternative<model::Gantt>(block.node) ||
         std::holds_alternative<model::DefinitionList>(block.node) || (table && shows_records(*table));
}

void add_block(model::SearchWords& words, model::Block const& block) {
  if (is_of_records(block)) return;
  bool const heading = std::holds_alternative<model::Heading>(block.node);
  if (auto const* code = std::get_if<model::CodeBlock>(&block.node)) add(words.told, code->text);
  if (auto const* figure = std::get_if<model::Figure>(&block.node)) add(words.told, figure->alternative);
  model::for_each_text(block, [&](model::Inlines const& text) {
    if (!heading) add(words.told, model::plain_text(text));
  });
}

/// Notes – legends, that nobody has answered yet – are made of records as what views make is.
void add_blocks(model::SearchWords& words, model::Blocks const& blocks) {
  for (auto const& block : blocks) {
    if (block.origin == model::Block::Origin::view || std::holds_alternative<model::Note>(block.node)) continue;
    add_block(words, block);
    model::for_each_inner_blocks(block, [&](model::Blocks const& inside) { add_blocks(words, inside); });
  }
}

model::SearchWords page_words(model::Document const& page) {
  model::SearchWords words;
  bool const entry = page.kind == model::DocumentKind::entry;
  if (!entry) add(words.told, page.description);
  for (auto const& block : page.blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (heading && !entry && block.origin == model::Block::Origin::written)
      add(words.names, model::plain_text(heading->text));
  }
  add_blocks(words, page.blocks);
  return folded(words);
}

/// A line a group, blanks between the words.
std::string synonym_lines(model::Site const& site) {
  std::string lines;
  for (auto const& group : site.synonyms) {
    if (!lines.empty()) lines += '\n';
    for (auto const& word : group) {
      if (&word != group.data()) lines += ' ';
      lines += base::search_key(word);
    }
  }
  return lines;
}

}  // namespace

model::SearchIndex search_index(ComposeContext const& context, std::vector<model::Document> const& pages) {
  model::SearchIndex index;
  index.synonyms = synonym_lines(context.lists.site());
  for (auto const& list : context.lists.all()) add_search_facts(list, context, index);
  auto words = base::parallel_map(pages.size(), context.jobs, [&](std::size_t i) { return page_words(pages[i]); });
  for (std::size_t i = 0; i < words.size(); ++i) index.pages.emplace(pages[i].path, std::move(words[i]));
  return index;
}

}  // namespace tebiki::views
