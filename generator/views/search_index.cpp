#include "views/compose_context.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "model/events_and_films.hpp"
#include "model/visit.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::KindEntry;
using model::Record;
using model::Role;
using model::SearchTerm;

// ---- what records answer to those who search the whole site ----

/// A record's answers before its terms are numbered.
struct Answers {
  std::vector<std::pair<SearchTerm, bool>> said;  ///< whether one has to ask
  std::vector<SearchTerm> refused;
  model::SearchFacts facts;
  std::string row;
};

void add_folded(std::string& words, std::string_view piece) {
  auto key = base::search_key(piece);
  if (!key.empty()) words.append(words.empty() ? "" : "|").append(key);
}

SearchTerm::Sort sort_of(Field const& field) {
  if (field.role == Role::visited_area) return SearchTerm::Sort::visited;
  return field.role == Role::area ? SearchTerm::Sort::town : SearchTerm::Sort::kind;
}

/// Choices, towns and what there is; what there is not is kept apart: 「ストレッチャー：なし」 must not be found.
bool add_terms(Answers& answers, Field const& field, model::FieldValue const& value, SortedLists const& lists) {
  if (auto const* flag = value.as<bool>()) {
    SearchTerm term{SearchTerm::Sort::ability, field.label, field.label};
    if (*flag) {
      answers.said.push_back({std::move(term), false});
    } else {
      answers.refused.push_back(std::move(term));
    }
    return true;
  }
  if (field.kind == FieldKind::availability) {
    auto const answer = model::availability_of(&value);
    SearchTerm term{SearchTerm::Sort::ability, field.label, field.label};
    if (is_offered(answer)) {
      answers.said.push_back({std::move(term), answer == model::Availability::ask});
    } else if (answer == model::Availability::no) {
      answers.refused.push_back(std::move(term));
    }
    return true;
  }
  bool const town = sort_of(field) != SearchTerm::Sort::kind;
  if (!town && field.kind != FieldKind::choice && field.kind != FieldKind::choices) return false;
  for (auto& word : field_words(lists, field, &value)) {
    answers.said.push_back({{sort_of(field), field.label, std::move(word)}, false});
  }
  return true;
}

bool holds(std::string_view text, std::string_view word) { return !word.empty() && text.find(word) != text.npos; }

/// Whether it is told in sentences.
bool is_prose(std::string_view text, model::Words const& words) {
  constexpr std::size_t longest_fact = 180;  // bytes
  return text.size() > longest_fact || holds(text, words["join.stop"]);
}

/// 「内科、外科」 are two facts, and so are two values.
void add_text(model::SearchFacts& facts, Field const& field, model::FieldValue const& value,
              model::Words const& words) {
  if (auto const* several = value.several()) {
    for (auto const& item : *several) add_text(facts, field, item, words);
    return;
  }
  auto const text = model::plain_text(field, &value, words);
  // A number alone says nothing: 初乗り運賃730円. Of 定員・病床数 nobody knows which it is.
  if (value.as<model::Decimal>()) {
    if (!holds(field.label, words["join.dot"])) add_folded(facts.facts, field.label + text);
    return;
  }
  if (is_prose(text, words)) return add_folded(facts.remarks, text);
  auto const comma = model::written_separator();
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(comma, at), text.size());
    add_folded(facts.facts, std::string_view(text).substr(at, end - at));
    at = end + comma.size();
  }
}

/// Each cell by itself: 1:10 and 体温を測る are two pieces.
void add_cells(std::string& words, Field const& field, model::FieldRows const& value, model::Words const& site_words) {
  for (auto const& row : value.rows) {
    for (auto const& column : field.fields)
      add_folded(words, model::plain_text(column, row.find(column.slot), site_words));
  }
}

/// What the role says is found elsewhere.
bool is_searched(Field const& field) {
  switch (field.role) {
    case Role::name:
    case Role::reading:
    case Role::confirmed:
    case Role::scene:
    case Role::source:
    case Role::publish_from:
    case Role::publish_until:
      return false;
    default:
      return true;
  }
}

Answers answers_of(Record const& record, SortedList const& list, SortedLists const& lists) {
  Answers answers;
  auto& facts = answers.facts;
  auto const *shown = list.with_role(Role::telephone), *fax = list.with_role(Role::fax);
  // Where no field is for notes on days and hours, they stand in the remark.
  // Nobody asks of an event whether it is open now: its days and hours are told with its date.
  bool const events = model::holds_events(list.source->schema);
  auto const *noted = list.with_role(Role::opening_note), *notes = noted ? noted : list.with_role(Role::remark);
  for (auto const& field : list.fields) {
    auto const* value = is_searched(field) ? record.find(field) : nullptr;
    if (!value || &field == shown || &field == fax || add_terms(answers, field, *value, lists)) continue;
    auto const& words = lists.site().words;
    if (&field == notes && !events) facts.opening_note = model::plain_text(field, value, words);
    auto const& kind = model::kind_entry(field.kind);
    if (field.role == Role::days || field.role == Role::hours) {
      if (events) continue;
      // Scripts understand days, and that it is always open, as they are written.
      auto const* hours = value->as<model::Hours>();
      bool const written = value->as<model::OpeningDays>() || (hours && model::are_all_day(*hours));
      (field.role == Role::days ? facts.days : facts.hours) =
          written ? model::exported_text(*value) : model::plain_text(field, value, words);
    } else if (kind.place == KindEntry::Place::numbers) {
      for (auto& number : field_words(lists, field, value)) add_folded(facts.numbers, base::digits_of(number));
    } else if (auto const* rows = value->as<model::FieldRows>()) {
      add_cells(facts.remarks, field, *rows, words);
    } else if (kind.searched == KindEntry::Searched::words) {
      add_text(facts, field, *value, words);
    }
  }
  return answers;
}

/// What its row says: name, reading, what it can do. Folding has its price for every call: that is done afterwards.
std::string row_words(model::Entry const& entry, Record const& record, DirectoryFields const& fields) {
  std::string words;
  auto const add_piece = [&](std::string_view piece) {
    if (!piece.empty()) words.append(words.empty() ? "" : "|").append(piece);
  };
  add_piece(entry.name);
  add_piece(entry.kana);
  for (auto* field : fields.abilities) {
    if (is_offered(model::availability_of(record.find(*field)))) add_piece(field->label);
  }
  return words;
}

/// Of all records of a list; new terms are added to those of the index.
void add_search_facts(SortedList const& list, ComposeContext const& context, model::SearchIndex& index) {
  auto const& entries = context.entries.of(list);
  auto const& fields = context.entries.fields(list);
  auto const& records = list.source->records;
  auto all = base::parallel_map(records.size(), context.jobs, [&](std::size_t i) {
    auto answers = answers_of(records[i], list, context.lists);
    answers.row = base::search_key(row_words(entries[i], records[i], fields));
    return answers;
  });
  std::map<std::tuple<SearchTerm::Sort, std::string, std::string>, std::size_t> numbers;
  for (std::size_t i = 0; i < index.terms.size(); ++i)
    numbers.emplace(std::tuple(index.terms[i].sort, index.terms[i].field, index.terms[i].label), i);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (auto& [term, ask] : all[i].said) {
      auto const [found, fresh] = numbers.emplace(std::tuple(term.sort, term.field, term.label), index.terms.size());
      if (fresh) index.terms.push_back(std::move(term));
      all[i].facts.said.push_back({found->second, ask});
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    // What nobody offers is no word of the site's.
    for (auto const& term : all[i].refused) {
      auto const found = numbers.find(std::tuple(term.sort, term.field, term.label));
      if (found != numbers.end()) all[i].facts.refused.push_back(found->second);
    }
    auto name = reference_name(list, records[i]);
    index.records[name].row = std::move(all[i].row);
    index.facts.emplace(std::move(name), std::move(all[i].facts));
  }
}

// ---- what pages say ----

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
  base::parallel_for(2, context.jobs, [&](std::size_t task) {
    if (task == 0) {
      for (auto const& list : context.lists.all()) add_search_facts(list, context, index);
      return;
    }
    auto words = base::parallel_map(pages.size(), context.jobs, [&](std::size_t i) { return page_words(pages[i]); });
    for (std::size_t i = 0; i < words.size(); ++i) index.pages.emplace(pages[i].path, std::move(words[i]));
  });
  return index;
}

}  // namespace tebiki::views
