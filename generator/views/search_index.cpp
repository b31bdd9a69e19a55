#include "views/compose_context.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "model/visit.hpp"

namespace tebiki::views {
namespace {

using model::Entry;
using model::Field;
using model::Record;
using model::Role;

/// The bar keeps pieces from running into each other.
void add(std::string& words, std::string_view piece) {
  if (!base::trimmed(piece).empty()) words.append(words.empty() ? "" : "|").append(piece);
}

/// Folding has its price for every call: it is done when all pieces are gathered.
model::SearchWords folded(model::SearchWords const& words) {
  return {base::search_key(words.row), base::search_key(words.names), base::search_key(words.told)};
}

std::string row_words(Entry const& entry, Record const& record, DirectoryFields const& fields) {
  std::string words;
  add(words, entry.name);
  add(words, entry.kana);
  for (auto* field : fields.abilities) {
    if (is_offered(model::availability_of(record.find(*field)))) add(words, field->label);
  }
  return words;
}

bool holds_piece(std::string_view words, std::string_view piece) {
  for (auto at = words.find(piece); at != words.npos; at = words.find(piece, at + 1)) {
    auto const end = at + piece.size();
    if ((at == 0 || words[at - 1] == '|') && (end == words.size() || words[end] == '|')) return true;
  }
  return false;
}

/// What the office is and has, each word by itself; not what its row says.
std::string other_names(Entry const& entry, Record const& record, SortedList const& list, SortedLists const& lists,
                        std::string_view row) {
  std::string words;
  auto const add_new = [&](std::string_view piece) {
    if (!holds_piece(row, piece)) add(words, piece);
  };
  for (auto& tag : entry.tags) add_new(tag);
  if (auto* areas = list.with_role(Role::area)) {
    for (auto& area : field_words(lists, *areas, record.find(*areas))) add_new(area);
  }
  for (auto& field : list.fields) {
    // 「ストレッチャー：なし」 must not be found by ストレッチャー.
    auto* value = record.find(field);
    auto* flag = value ? value->as<bool>() : nullptr;
    if (flag && *flag) add_new(field.label);
  }
  return words;
}

/// Details with their labels, and every number as it is written and as it is dialled.
std::string told(Record const& record, SortedList const& list, DirectoryFields const& fields,
                 SortedLists const& lists) {
  std::string words;
  auto const& interface = lists.site().words;
  for (auto* field : fields.details) {
    auto* value = record.find(*field);
    if (!value || value->as<bool>()) continue;
    auto text = model::plain_text(*field, value, interface);
    add(words, needs_no_label(*field) ? text : interface.filled("join.label", {{"label", field->label}}) + text);
  }
  for (auto& field : list.fields) {
    if (model::kind_entry(field.kind).place != model::KindEntry::Place::numbers) continue;
    for (auto& number : field_words(lists, field, record.find(field))) {
      add(words, number);
      add(words, base::digits_of(number));
    }
  }
  return words;
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
  for (auto const& list : context.lists.all()) {
    auto const& entries = context.entries.of(list);
    auto const& fields = context.entries.fields(list);
    auto words = base::parallel_map(entries.size(), context.jobs, [&](std::size_t i) {
      auto const& record = list.source->records[i];
      model::SearchWords words;
      words.row = row_words(entries[i], record, fields);
      words.names = other_names(entries[i], record, list, context.lists, words.row);
      words.told = told(record, list, fields, context.lists);
      return folded(words);
    });
    for (std::size_t i = 0; i < words.size(); ++i) index.records.emplace(entries[i].page.name, std::move(words[i]));
    add_search_facts(list, context.lists, context.jobs, index);
  }
  auto words = base::parallel_map(pages.size(), context.jobs, [&](std::size_t i) { return page_words(pages[i]); });
  for (std::size_t i = 0; i < words.size(); ++i) index.pages.emplace(pages[i].path, std::move(words[i]));
  return index;
}

}  // namespace tebiki::views
