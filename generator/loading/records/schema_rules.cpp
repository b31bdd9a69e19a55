#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

/// Others were reported with the schema.
bool is_known_type(std::string_view type) {
  constexpr std::array types = {"string", "number", "integer", "boolean", "array", "object", "null"};
  return std::find(types.begin(), types.end(), type) != types.end();
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

/// A rule that a value breaks, in words; {} takes the label.
struct Breach {
  base::Message message;
  base::Message hint;
  base::SourceLocation at;
};

Breach wrong_type(Instance const& instance, std::string_view word) {
  auto const words = type_name(word);
  bool const text = instance.type == Instance::Type::text;
  base::Message hint{fmt::format("{}に書き直してください。", words.ja), fmt::format("Write it as {}.", words.en)};
  if (text && (word == "number" || word == "integer")) hint = number_remedy(model::exported_text(*instance.value));
  if (text && word == "boolean")
    hint = {"CSV なら ○ か ×、ほかのファイルなら「\"」で囲まずに true か false と書いてください。",
            "Write ○ or × in a CSV file, otherwise true or false without quotation marks."};
  return {{fmt::format("「{}」は{}でなければなりません。", instance.label, words.ja),
           fmt::format("“{}” must be {}.", instance.label, words.en)},
          hint,
          instance.at};
}

/// A limit that JSON Schema sets with a number, the values that it holds for, and its words.
struct Limit {
  std::string_view key;
  Instance::Type type;
  bool (*allows)(double value, double limit);
  std::string_view ja;
  std::string_view en;
};

bool at_most(double value, double limit) { return value <= limit; }
bool at_least(double value, double limit) { return value >= limit; }
bool below(double value, double limit) { return value < limit; }
bool above(double value, double limit) { return value > limit; }
bool is_multiple(double value, double limit) {
  return limit <= 0 || std::abs(std::remainder(value, limit)) <= 1e-9 * std::max(1.0, std::abs(value));
}

constexpr std::array limits{
    Limit{"maxLength", Instance::Type::text, at_most, "文字以内で書いてください。", "not be longer in characters than"},
    Limit{"minLength", Instance::Type::text, at_least, "文字以上で書いてください。",
          "have at least this many characters:"},
    Limit{"maximum", Instance::Type::number, at_most, "以下でなければなりません。", "be at most"},
    Limit{"exclusiveMaximum", Instance::Type::number, below, "より小さくなければなりません。", "be less than"},
    Limit{"minimum", Instance::Type::number, at_least, "以上でなければなりません。", "be at least"},
    Limit{"exclusiveMinimum", Instance::Type::number, above, "より大きくなければなりません。", "be greater than"},
    Limit{"maxItems", Instance::Type::list, at_most, "個以内でなければなりません。", "have at most this many items:"},
    Limit{"minItems", Instance::Type::list, at_least, "個以上でなければなりません。", "have at least this many items:"},
    Limit{"multipleOf", Instance::Type::number, is_multiple, "の倍数でなければなりません。", "be a multiple of"}};

/// Whether we are among the declared properties, of which our own checks say choices and required keys, or inside a
/// condition, where these count.
enum class Standing { declared, condition };

class Evaluation {
 public:
  /// Whether the value keeps all rules; adds those it breaks where somebody wants to know.
  bool holds(Value const& rules, Instance const& instance, Standing standing, std::vector<Breach>* breaches) {
    bool fine = true;
    auto const refuse = [&](Breach breach) {
      fine = false;
      if (breaches) breaches->push_back(std::move(breach));
    };
    if (standing == Standing::condition || instance.value) check_type(rules, instance, refuse);
    check_words(rules, instance, standing, refuse);
    for (auto const& limit : limits) check_limit(rules, instance, limit, refuse);
    if (auto* unique = rules.find("uniqueItems"); unique && unique->boolean() && *unique->boolean())
      check_unique(instance, refuse);
    if (standing == Standing::condition) check_required(rules.find("required"), instance, refuse);
    check_dependencies(rules, instance, refuse, breaches, fine);
    fine = holds_inside(rules, instance, standing, breaches) && fine;
    return holds_conditions(rules, instance, breaches) && fine;
  }

 private:
  template <class Refuse>
  static void check_type(Value const& rules, Instance const& instance, Refuse const& refuse) {
    auto* type = rules.find("type");
    if (!type) return;
    auto const words = type->text() ? std::vector{*type->text()} : texts_of(rules, "type");
    bool const known = std::all_of(words.begin(), words.end(), is_known_type);
    bool const fits = std::any_of(words.begin(), words.end(), [&](auto& word) { return has_type(instance, word); });
    if (!fits && known && !words.empty()) refuse(wrong_type(instance, type->text() ? *type->text() : std::string()));
  }

  template <class Refuse>
  static void check_words(Value const& rules, Instance const& instance, Standing standing, Refuse const& refuse) {
    auto* only = rules.find("const");
    auto* choices = rules.find("enum");
    auto* type = rules.find("type");
    bool const textual = !type || (type->text() && (*type->text() == "string" || *type->text() == "array"));
    bool const told_elsewhere = standing == Standing::declared && textual;
    auto const* list = choices && !told_elsewhere ? choices->list() : nullptr;
    bool const fits =
        !list || std::any_of(list->begin(), list->end(), [&](Value const& v) { return is_equal(v, instance); });
    if (fits && (!only || is_equal(*only, instance))) return;
    refuse({{fmt::format("「{}」は、許された値ではありません。", instance.label),
             fmt::format("“{}” is none of the allowed values.", instance.label)},
            {"schema.json の enum か const にある値にしてください。", "Use a value of enum or const in schema.json."},
            instance.at});
  }

  template <class Refuse>
  static void check_limit(Value const& rules, Instance const& instance, Limit const& limit, Refuse const& refuse) {
    auto* rule = rules.find(limit.key);
    auto* number = rule ? rule->number() : nullptr;
    if (!number || instance.type != limit.type || !instance.value || limit.allows(measure(instance), *number)) return;
    auto const shown = model::plain_number(*number);
    refuse({{fmt::format("「{}」は{}{}", instance.label, shown, limit.ja),
             fmt::format("“{}” must {} {}.", instance.label, limit.en, shown)},
            {"値を直すか、schema.json の制限を見直してください。", "Correct the value, or the limit in schema.json."},
            instance.at});
  }

  template <class Refuse>
  static void check_unique(Instance const& instance, Refuse const& refuse) {
    if (instance.type != Instance::Type::list) return;
    std::set<std::string> seen;
    for (auto const& item : items_of(instance)) {
      if (!item.value || seen.insert(model::exported_text(*item.value)).second) continue;
      refuse({{fmt::format("「{}」に同じ値が2回あります。", instance.label),
               fmt::format("“{}” holds the same value twice.", instance.label)},
              {"どちらか一方を消してください。", "Remove one of the two."},
              item.at});
    }
  }

  template <class Refuse>
  static void check_required(Value const* keys, Instance const& instance, Refuse const& refuse) {
    if (!keys || !keys->list() || instance.type != Instance::Type::object) return;
    for (auto const& key : *keys->list()) {
      if (!key.text() || member_of(instance, *key.text())) continue;
      refuse({{fmt::format("「{}」がありません。", *key.text()), fmt::format("“{}” is missing.", *key.text())},
              {"書き足してください。", "Add it."},
              instance.at});
    }
  }

  template <class Refuse>
  void check_dependencies(Value const& rules, Instance const& instance, Refuse const& refuse,
                          std::vector<Breach>* breaches, bool& fine) {
    auto* dependencies = rules.find("dependencies");
    if (!dependencies || !dependencies->object()) return;
    for (auto const& dependency : *dependencies->object()) {
      if (!member_of(instance, dependency.key)) continue;
      check_required(&dependency.value, instance, refuse);
      if (dependency.value.object() && !holds(dependency.value, instance, Standing::condition, breaches)) fine = false;
    }
  }

  bool holds_inside(Value const& rules, Instance const& instance, Standing standing, std::vector<Breach>* breaches) {
    bool fine = true;
    if (auto* items = rules.find("items"); items && items->object()) {
      for (auto const& item : items_of(instance)) fine = holds(*items, item, standing, breaches) && fine;
    }
    auto* properties = rules.find("properties");
    if (!properties || !properties->object() || !instance.members) return fine;
    for (auto const& property : *properties->object()) {
      auto const member = property.value.object() ? member_of(instance, property.key) : std::nullopt;
      if (member) fine = holds(property.value, *member, standing, breaches) && fine;
    }
    return fine;
  }

  /// How many of the schemas of that key hold; what the others say is added to `breaches`.
  std::optional<std::pair<std::size_t, std::size_t>> holding(Value const& rules, std::string_view key,
                                                             Instance const& instance, std::vector<Breach>* breaches) {
    auto* schemas = rules.find(key);
    if (!schemas || !schemas->list()) return std::nullopt;
    std::size_t count = 0;
    for (auto const& schema : *schemas->list()) count += holds(schema, instance, Standing::condition, breaches) ? 1 : 0;
    return std::pair{count, schemas->list()->size()};
  }

  bool holds_conditions(Value const& rules, Instance const& instance, std::vector<Breach>* breaches) {
    bool fine = true;
    if (auto const all = holding(rules, "allOf", instance, breaches)) fine = all->first == all->second;
    for (std::string_view key : {"anyOf", "oneOf"}) {
      std::vector<Breach> of_all;
      auto const some = holding(rules, key, instance, &of_all);
      if (!some || some->first == 1 || (key == "anyOf" && some->first > 1)) continue;
      fine = false;
      if (breaches && some->first == 0) breaches->insert(breaches->end(), of_all.begin(), of_all.end());
    }
    if (auto* denied = rules.find("not")) fine = !holds(*denied, instance, Standing::condition, nullptr) && fine;
    if (auto* condition = rules.find("if")) {
      auto* then = rules.find(holds(*condition, instance, Standing::condition, nullptr) ? "then" : "else");
      if (then) fine = holds(*then, instance, Standing::condition, breaches) && fine;
    }
    return fine;
  }
};

/// A pattern that only decides whether something else holds would be passed over, and the condition turn round.
void refuse_patterns(Value const& schema, Standing standing, base::Diagnostics& diagnostics) {
  if (auto* items = schema.list()) {
    for (auto const& item : *items) refuse_patterns(item, standing, diagnostics);
  }
  if (!schema.object()) return;
  constexpr std::array conditions = {"not", "if", "then", "else", "allOf", "anyOf", "oneOf"};
  for (auto const& [key, at, value] : *schema.object()) {
    if (key == "properties" && value.object()) {
      for (auto const& property : *value.object()) refuse_patterns(property.value, standing, diagnostics);
      continue;
    }
    bool condition = std::find(conditions.begin(), conditions.end(), key) != conditions.end();
    refuse_patterns(value, condition ? Standing::condition : standing, diagnostics);
    if (key != "pattern" || standing != Standing::condition || !value.text()) continue;
    diagnostics.error(
        at, "pattern-in-condition",
        {"条件（if、not、allOf など）の中では、pattern は使えません。",
         "No pattern can be used inside a condition (if, not, allOf, …)."},
        {"pattern は、項目のすぐ下（properties の中）に書いてください。条件では enum か const を使えます。",
         "Write patterns right below a property; conditions may use enum or const."});
  }
}

/// The first length or number of items that is none; empty when all make sense.
std::string senseless_limit(Value const& schema) {
  if (auto* items = schema.list()) {
    for (auto const& item : *items) {
      if (auto key = senseless_limit(item); !key.empty()) return key;
    }
  }
  if (!schema.object()) return {};
  constexpr std::array counts = {"minLength", "maxLength", "minItems", "maxItems"};
  for (auto const& [key, at, value] : *schema.object()) {
    bool const count = std::find(counts.begin(), counts.end(), key) != counts.end();
    auto* number = value.number();
    if (count && number && (*number < 0 || *number != std::floor(*number))) return key;
    if (auto inner = senseless_limit(value); !inner.empty()) return inner;
  }
  return {};
}

}  // namespace

SchemaRules::SchemaRules(Value const& source, base::Diagnostics& diagnostics) : source_(&source) {
  refuse_patterns(source, Standing::declared, diagnostics);
  auto const key = senseless_limit(source);
  usable_ = key.empty();
  if (usable_) return;
  diagnostics.error(source.at, "malformed-schema",
                    {fmt::format("schema.json が JSON Schema として正しくありません（{}）。", key),
                     fmt::format("schema.json is no proper JSON Schema ({}).", key)},
                    {"項目の制約（minLength、items など）の値を確かめてください。",
                     "See whether the values of its constraints (minLength, items, …) are right."});
}

void SchemaRules::check(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) const {
  if (!usable_) return;
  Instance const whole{Instance::Type::object, nullptr, &record.values, &schema.fields, nullptr, {}, record.at};
  std::vector<Breach> breaches;
  if (Evaluation().holds(*source_, whole, Standing::declared, &breaches)) return;
  bool const in_words = !breaches.empty();
  std::erase_if(breaches, [&](Breach const& breach) { return mistakes.were_told(breach.at); });
  for (auto& breach : breaches)
    mistakes.error(breach.at, "schema-mismatch", std::move(breach.message), std::move(breach.hint));
  if (in_words) return;
  mistakes.error(
      record.at, "schema-mismatch",
      {"この記録は schema.json の条件に合いません。", "This record does not meet the conditions of schema.json."},
      {"schema.json の allOf、anyOf、oneOf、not、if の条件を確かめてください。",
       "See the conditions allOf, anyOf, oneOf, not and if in schema.json."});
}

}  // namespace tebiki::loading
