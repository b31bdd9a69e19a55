// What records answer to those who search the whole site.
#include <map>
#include <tuple>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::KindEntry;
using model::Record;
using model::Role;
using model::SearchTerm;

/// A record's answers before its terms are numbered.
struct Answers {
  std::vector<std::pair<SearchTerm, bool>> said;  ///< whether one has to ask
  model::SearchFacts facts;
  std::string row;
};

void add(std::string& words, std::string_view piece) {
  auto key = base::search_key(piece);
  if (!key.empty()) words.append(words.empty() ? "" : "|").append(key);
}

SearchTerm::Sort sort_of(Field const& field) {
  return field.role == Role::area || field.role == Role::visited_area ? SearchTerm::Sort::town : SearchTerm::Sort::kind;
}

/// Choices, towns and what there is; nothing of what there is not: 「ストレッチャー：なし」 must not be found.
bool add_terms(Answers& answers, Field const& field, model::FieldValue const& value, SortedLists const& lists) {
  if (auto const* flag = value.as<bool>()) {
    if (*flag) answers.said.push_back({{SearchTerm::Sort::ability, field.label, field.label}, false});
    return true;
  }
  if (field.kind == FieldKind::availability) {
    auto const answer = model::availability_of(&value);
    bool const ask = answer == model::Availability::ask;
    if (is_offered(answer)) answers.said.push_back({{SearchTerm::Sort::ability, field.label, field.label}, ask});
    return true;
  }
  bool const town = sort_of(field) == SearchTerm::Sort::town;
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

/// 「内科、外科」 are two facts.
void add_text(model::SearchFacts& facts, std::string_view text, model::Words const& words) {
  if (is_prose(text, words)) return add(facts.remarks, text);
  std::string_view const comma = words["join.comma"];
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = holds(text.substr(at), comma) ? text.find(comma, at) : text.size();
    add(facts.facts, text.substr(at, end - at));
    at = end + std::max<std::size_t>(1, comma.size());
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
  for (auto const& field : list.fields) {
    auto const* value = is_searched(field) ? record.find(field) : nullptr;
    if (!value || &field == shown || &field == fax || add_terms(answers, field, *value, lists)) continue;
    auto const text = model::plain_text(field, value, lists.site().words);
    auto const& kind = model::kind_entry(field.kind);
    if (field.role == Role::days) {
      facts.days = text;
    } else if (field.role == Role::hours) {
      facts.hours = text;
    } else if (kind.place == KindEntry::Place::numbers) {
      for (auto& number : field_words(lists, field, value)) add(facts.numbers, base::digits_of(number));
    } else if (kind.searched == KindEntry::Searched::sentences) {
      add(facts.remarks, text);
    } else if (kind.searched == KindEntry::Searched::words) {
      add_text(facts, text, lists.site().words);
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

}  // namespace

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
    auto name = reference_name(list, records[i]);
    index.records[name].row = std::move(all[i].row);
    index.facts.emplace(std::move(name), std::move(all[i].facts));
  }
}

}  // namespace tebiki::views
