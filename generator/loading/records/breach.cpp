#include "loading/records/breach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "loading/records/schema.hpp"
#include "loading/syntax/object_check.hpp"
#include "model/understood_fields.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

/// The value that a breach speaks of, the schema it broke and the label of its field.
struct Broken {
  Value const* value = nullptr;
  Value const* rule = nullptr;
  std::string label;
};

struct Sentence {
  base::Message message;  ///< {} takes the label
  base::Message hint;
};

std::string label_of(model::Field const* field, std::string const& key) { return field ? field->label : key; }

Broken find_broken(Breach const& breach, Value const& record, model::Schema const& schema, Value const& source) {
  Broken broken{&record, &source, {}};
  auto const* fields = &schema.fields;
  for (auto const& step : breach.context) {
    if (!step.starts_with('[')) continue;
    auto word = step.substr(1, step.size() - 2);
    if (auto* list = broken.value->list()) {
      auto index = static_cast<std::size_t>(std::strtoul(word.c_str(), nullptr, 10));
      if (index >= list->size()) break;
      broken.value = &(*list)[index];
      broken.rule = broken.rule ? broken.rule->find("items") : nullptr;
      continue;
    }
    auto* next = broken.value->find(word);
    if (!next) break;
    auto field = std::find_if(fields->begin(), fields->end(), [&](auto& candidate) { return candidate.key == word; });
    broken.label = label_of(field == fields->end() ? model::understood_field(word) : &*field, word);
    if (field != fields->end()) fields = &field->fields;
    broken.value = next;
    auto* properties = broken.rule ? broken.rule->find("properties") : nullptr;
    broken.rule = properties ? properties->find(word) : nullptr;
  }
  return broken;
}

std::string first_number(std::string_view text) {
  auto at = text.find_first_of("0123456789-");
  return at == text.npos ? "" : model::plain_number(std::strtod(std::string(text.substr(at)).c_str(), nullptr));
}

base::Message type_name(std::string_view type) {
  if (type == "string") return {"文字（「\"」で囲んだもの）", "text (between quotation marks)"};
  if (type == "number") return {"数", "a number"};
  if (type == "integer") return {"整数", "a whole number"};
  if (type == "boolean") return {"「はい」（true）か「いいえ」（false）", "true or false"};
  if (type == "array") return {"並び（[ … ]）", "a list ([ … ])"};
  if (type == "object") return {"項目の集まり（{ … }）", "an object ({ … })"};
  return {"別の型", "of another type"};
}

Sentence wrong_type(Broken const& broken) {
  auto* type = broken.rule ? broken.rule->find("type") : nullptr;
  auto words = type_name(type && type->text() ? std::string_view(*type->text()) : std::string_view());
  base::Message hint{fmt::format("{}に書き直してください。", words.ja), fmt::format("Write it as {}.", words.en)};
  auto word = type && type->text() ? std::string_view(*type->text()) : std::string_view();
  if (broken.value->text() && (word == "number" || word == "integer"))
    hint = {"「名」や「約」などをつけず、「12」のように数だけを書いてください。", "Write the number alone, like 12."};
  if (broken.value->text() && word == "boolean")
    hint = {"CSV なら ○ か ×、ほかのファイルなら「\"」で囲まずに true か false と書いてください。",
            "Write ○ or × in a CSV file, otherwise true or false without quotation marks."};
  return {{fmt::format("「{{}}」は{}でなければなりません。", words.ja), fmt::format("“{{}}” must be {}.", words.en)},
          hint};
}

Sentence limit(std::string_view ja, std::string_view en, std::string const& number) {
  return {{fmt::format("「{{}}」は{}{}", number, ja), fmt::format("“{{}}” must {} {}.", en, number)},
          {"値を直すか、schema.json の制限を見直してください。", "Correct the value, or the limit in schema.json."}};
}

std::optional<Sentence> sentence_for(Breach const& breach, Broken const& broken) {
  auto const& said = breach.description;
  auto begins = [&](std::string_view start) { return said.starts_with(start); };
  auto number = first_number(said);
  if (begins("Value type not permitted")) return wrong_type(broken);
  if (begins("String should be no more"))
    return limit("文字以内で書いてください。", "not be longer in characters than", number);
  if (begins("String should be no fewer"))
    return limit("文字以上で書いてください。", "have at least this many characters:", number);
  if (begins("Expected number less than or equal")) return limit("以下でなければなりません。", "be at most", number);
  if (begins("Expected number less")) return limit("より小さくなければなりません。", "be less than", number);
  if (begins("Expected number greater than or equal"))
    return limit("以上でなければなりません。", "be at least", number);
  if (begins("Expected number greater")) return limit("より大きくなければなりません。", "be greater than", number);
  if (begins("Array should contain no more"))
    return limit("個以内でなければなりません。", "have at most this many items:", number);
  if (begins("Array should contain no fewer"))
    return limit("個以上でなければなりません。", "have at least this many items:", number);
  if (begins("Value should be a multiple")) return limit("の倍数でなければなりません。", "be a multiple of", number);
  if (begins("Elements at indexes"))
    return Sentence{{"「{}」に同じ値が2回あります。", "“{}” holds the same value twice."},
                    {"どちらか一方を消してください。", "Remove one of the two."}};
  if (begins("Missing required property") || begins("Missing dependency")) {
    auto open = said.find('\''), close = said.rfind('\'');
    auto key = close > open ? said.substr(open + 1, close - open - 1) : std::string();
    return Sentence{{fmt::format("「{}」がありません。", key), fmt::format("“{}” is missing.", key)},
                    {"書き足してください。", "Add it."}};
  }
  if (begins("Failed to match"))
    return Sentence{
        {"「{}」は、許された値ではありません。", "“{}” is none of the allowed values."},
        {"schema.json の enum か const にある値にしてください。", "Use a value of enum or const in schema.json."}};
  return std::nullopt;
}

std::string filled(std::string text, std::string const& label) {
  auto at = text.find("{}");
  if (at != text.npos) text.replace(at, 2, label);
  return text;
}

base::SourceLocation place_of(Breach const& breach, Broken const& broken) {
  auto second = breach.description.find(" and #");
  auto* list = broken.value->list();
  if (!breach.description.starts_with("Elements at indexes") || !list || second == breach.description.npos)
    return broken.value->at;
  auto index = static_cast<std::size_t>(std::strtoul(breach.description.c_str() + second + 6, nullptr, 10));
  return index < list->size() ? (*list)[index].at : broken.value->at;
}

}  // namespace

void report_breaches(std::vector<Breach> const& breaches, Value const& record, model::Schema const& schema,
                     Value const& source, std::vector<base::SourceLocation> const& said,
                     base::Diagnostics& diagnostics) {
  bool reported = false;
  for (auto const& breach : breaches) {
    auto broken = find_broken(breach, record, schema, source);
    auto sentence = sentence_for(breach, broken);
    if (!sentence) continue;
    reported = true;
    auto at = place_of(breach, broken);
    if (std::find(said.begin(), said.end(), at) != said.end()) continue;
    diagnostics.error(at, "schema-mismatch",
                      {filled(sentence->message.ja, broken.label), filled(sentence->message.en, broken.label)},
                      sentence->hint);
  }
  if (reported) return;
  diagnostics.error(
      record.at, "schema-mismatch",
      {"この記録は schema.json の条件に合いません。", "This record does not meet the conditions of schema.json."},
      {"schema.json の allOf、anyOf、oneOf、not、if の条件を確かめてください。",
       "See the conditions allOf, anyOf, oneOf, not and if in schema.json."});
}

}  // namespace tebiki::loading
