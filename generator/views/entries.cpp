#include "views/entries.hpp"

#include <algorithm>

#include "model/roles.hpp"
#include "support/unicode.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

using model::Answer;
using model::Entry;
using model::Field;
using model::FieldKind;
using model::Inlines;
using model::Record;

std::vector<Inlines> details_of(Record const& record, std::vector<Field const*> const& fields,
                                Catalogue const& catalogue) {
  std::vector<Inlines> out;
  for (auto* field : fields) {
    auto text = field_text(catalogue, *field, record.find(field->key));
    if (text.empty()) continue;
    if (speaks_for_itself(*field)) {
      out.push_back(std::move(text));
      continue;
    }
    Inlines labelled;
    labelled.reserve(text.size() + 1);
    labelled.push_back(model::words(field->label + "：", record.at));
    std::move(text.begin(), text.end(), std::back_inserter(labelled));
    out.push_back(std::move(labelled));
  }
  return out;
}

/// Where the schema chose columns, all their answers are shown, so that rows compare; otherwise those given.
/// An office that answered nothing shows nothing.
std::vector<Entry::Ability> abilities_of(Record const& record, std::vector<Field const*> const& fields) {
  std::vector<Entry::Ability> out;
  bool answered = false;
  for (auto* field : fields) {
    auto answer = model::answer_of(record.find(field->key));
    if (answer != Answer::unanswered) answered = true;
    if (answer != Answer::unanswered || field->column) out.push_back({field->label, answer});
  }
  if (!answered) out.clear();
  return out;
}

std::vector<std::string> facet_values(Record const& record, Field const& field, Catalogue const& catalogue) {
  auto* value = record.find(field.key);
  // Nobody looks for an office without a lift: only what there is can be chosen.
  auto* flag = value ? value->boolean() : nullptr;
  if (flag && !*flag) return {};
  if (field.kind != FieldKind::support) return field_words(catalogue, field, value);
  auto answer = model::answer_of(value);
  if (answer == Answer::yes) return {"yes"};
  if (answer == Answer::ask) return {"ask"};
  return {};
}

/// Words in the making, all folded at the end. The bar keeps them from running into each other.
class Words {
 public:
  explicit Words(std::string first) : text_(std::move(first)) {}
  void add(std::string_view words) {
    if (!words.empty()) text_.append("|").append(words);
  }
  /// What follows is only mentioned.
  void end_of_names() { text_ += '|'; }
  std::string folded() const { return support::search_key(text_); }

 private:
  std::string text_;
};

/// What the office is, has and can do, each word by itself.
void add_names(Words& words, Entry const& entry, Record const& record, Shelf const& shelf,
               DirectoryFields const& fields, Catalogue const& catalogue) {
  words.add(entry.kana);
  for (auto& tag : entry.tags) words.add(tag);
  Field areas;
  areas.key = "areas";
  for (auto& area : field_words(catalogue, areas, record.find("areas"))) words.add(area);
  for (auto* field : fields.abilities) {
    auto answer = model::answer_of(record.find(field->key));
    if (answer == Answer::yes || answer == Answer::ask) words.add(field->label);
  }
  for (auto& field : shelf.fields) {
    // 「ストレッチャー：なし」 must not be found by ストレッチャー.
    auto* value = field.kind == FieldKind::boolean ? record.find(field.key) : nullptr;
    if (value && value->boolean() && *value->boolean()) words.add(field.label);
  }
}

/// All words one may look for: names first, then behind an empty piece what is told.
std::string search_text(Entry const& entry, Record const& record, Shelf const& shelf, DirectoryFields const& fields,
                        Catalogue const& catalogue) {
  Words words(entry.name);
  add_names(words, entry, record, shelf, fields, catalogue);
  words.end_of_names();
  for (auto* field : fields.details) {
    auto* value = record.find(field->key);
    if (!value || field->kind == FieldKind::boolean) continue;
    auto text = model::plain_text(*field, value);
    words.add(speaks_for_itself(*field) ? text : field->label + "：" + text);
  }
  for (auto& field : shelf.fields) {
    if (field.kind != FieldKind::tel && field.kind != FieldKind::fax) continue;
    for (auto& number : field_words(catalogue, field, record.find(field.key))) {
      words.add(number);
      words.add(support::digits_of(number));
    }
  }
  return words.folded();
}

std::string confirmed(Shelf const& shelf, Record const& record) {
  auto field = std::find_if(shelf.fields.begin(), shelf.fields.end(),
                            [](Field const& f) { return model::has_role(f, model::Role::confirmed); });
  auto date = field == shelf.fields.end() ? std::nullopt : model::parse_date(record.fields.text_of(field->key));
  return date ? model::japanese_month(*date) + " 確認" : std::string();
}

}  // namespace

Entry entry_of(Shelf const& shelf, std::size_t index, DirectoryFields const& fields, Catalogue const& catalogue) {
  auto& record = shelf.list->records[index];
  Entry entry;
  entry.number = shelf.numbers[index];
  entry.anchor = reference_name(shelf, record);
  entry.name = record.name();
  entry.kana = record.kana();
  entry.page.name = entry.anchor;
  entry.at = record.at;
  for (auto* field : fields.tags) {
    for (auto& word : field_words(catalogue, *field, record.find(field->key))) entry.tags.push_back(std::move(word));
  }
  entry.details = details_of(record, fields.details, catalogue);
  if (auto* field = shelf.first(FieldKind::tel)) entry.tel = model::plain_text(*field, record.find(field->key));
  if (auto* field = shelf.first(FieldKind::fax)) entry.fax = model::plain_text(*field, record.find(field->key));
  entry.abilities = abilities_of(record, fields.abilities);
  entry.confirmed = confirmed(shelf, record);
  for (auto* field : fields.facets) {
    auto values = facet_values(record, *field, catalogue);
    if (!values.empty()) entry.facets.push_back({field->key, std::move(values)});
  }
  entry.search = search_text(entry, record, shelf, fields, catalogue);
  return entry;
}

Entries::Entries(Catalogue const& catalogue) {
  for (auto& shelf : catalogue.shelves()) {
    auto& fields = fields_[&shelf] = directory_fields(shelf);
    auto& entries = entries_[&shelf];
    entries.reserve(shelf.list->records.size());
    for (std::size_t i = 0; i < shelf.list->records.size(); ++i) {
      entries.push_back(entry_of(shelf, i, fields, catalogue));
    }
  }
}

}  // namespace tebiki::views
