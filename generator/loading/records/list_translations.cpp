// What is said of a list and its records in other languages.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/diagnostics.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/records.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::FieldKind;
using model::Value;

constexpr std::array schema_keys = {Key{"$comment"},
                                    Key{"title", Shape::text},
                                    Key{"description", Shape::text},
                                    Key{"labels", Shape::object},
                                    Key{"groups", Shape::object},
                                    Key{"choices", Shape::object}};

using Said = std::vector<std::pair<std::string, std::string>>;

/// The texts of an object whose keys are among those known; others are errors.
Said said_of(Value const& owner, std::string_view key, std::vector<std::string> const& known, base::Message const& what,
             base::Diagnostics& diagnostics) {
  Said said;
  auto const* object = owner.find(key);
  if (!object || !object->object()) return said;
  for (auto const& [name, name_at, value] : *object->object()) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      diagnostics.error(name_at, "missing-original",
                        {fmt::format("「{}」という{}は、schema.json にありません。", name, what.ja),
                         fmt::format("schema.json has no {} “{}”.", what.en, name)},
                        did_you_mean(name, known));
    } else if (value.text()) {
      said.emplace_back(name, *value.text());
    } else {
      diagnostics.error(
          value.at, "wrong-type", {"ここには言葉を書いてください。", "Write words here."},
          {fmt::format("例　\"{}\": \"言葉\"", name), fmt::format("For example, \"{}\": \"words\"", name)});
    }
  }
  return said;
}

void read_schema_translation(TextFile const& file, model::List& list, LoadContext const& around) {
  auto const value = file.usable ? read_json(file.file, around.sources, around.diagnostics) : std::nullopt;
  if (!value || !check_object(*value, schema_keys, file.path, around.diagnostics)) return;
  std::vector<std::string> keys, groups, choices;
  for (auto const& field : list.schema.fields) {
    keys.push_back(field.key);
    for (auto const& group : {field.group, field.subgroup, field.quick})
      if (!group.empty()) groups.push_back(group);
    choices.insert(choices.end(), field.choices.begin(), field.choices.end());
  }
  auto const said = [&](std::string_view key, std::vector<std::string> const& known, base::Message const& what) {
    return said_of(*value, key, known, what, around.diagnostics);
  };
  list.schema_translations.push_back({file.language, text_of(*value, "title"), text_of(*value, "description"),
                                      said("labels", keys, {"項目名", "field"}),
                                      said("groups", groups, {"まとまり（x-group、x-subgroup、x-quick）", "group"}),
                                      said("choices", choices, {"選択肢（enum）", "choice"})});
}

/// Whether it is said otherwise in another language: a number, a day or an answer is not.
bool is_of_words(model::Field const& field) {
  constexpr std::array kinds{FieldKind::text, FieldKind::markdown, FieldKind::rows, FieldKind::kana,
                             FieldKind::address};
  return std::find(kinds.begin(), kinds.end(), field.kind) != kinds.end();
}

/// Takes what is no words out of the object, and says that the record has it already.
void refuse_what_is_no_words(Value& object, model::Schema const& schema, base::Diagnostics& diagnostics) {
  std::erase_if(std::get<model::Object>(object.data), [&](model::Member const& one) {
    auto const* field = schema.find(one.key);
    if (!field) field = model::understood_field(one.key);
    bool const named = field && (field->role == model::Role::name || field->role == model::Role::reading);
    if (!field || named || (schema.find(one.key) && is_of_words(*field))) return false;
    diagnostics.error(one.key_at, "untranslatable-field",
                      {fmt::format("「{}」は、もとの記録のものが、そのまま使われます。", one.key),
                       fmt::format("“{}” is taken from the record itself.", one.key)},
                      {"この行を消してください。直すときは、もとの記録を直します。",
                       "Remove this line; what is to be changed is changed in the record."});
    return true;
  });
}

/// The day of `translated`, which it takes out of the object.
std::optional<model::Date> take_day_of_translation(Value& object, base::Diagnostics& diagnostics) {
  check_format(object, "translated", "訳した日", FieldKind::date, diagnostics);
  auto const day = day_in(object.text_of("translated"));
  std::erase_if(std::get<model::Object>(object.data), [](model::Member const& one) { return one.key == "translated"; });
  return day;
}

void tell_of_later_confirmation(model::Record const& record, model::Schema const& schema, model::Date translated,
                                base::SourceLocation at, base::Diagnostics& diagnostics) {
  auto const* field = schema.with_role(model::Role::confirmed);
  auto const* value = field ? record.find(*field) : nullptr;
  auto const* confirmed = value ? value->as<model::Date>() : nullptr;
  if (!confirmed || !(translated < *confirmed)) return;
  diagnostics.warning(at, "older-translation",
                      {fmt::format("訳した日（{}）より後に、もとの記録が確かめられています（{}）。",
                                   model::written_text(translated), model::written_text(*confirmed)),
                       fmt::format("The record was confirmed on {}, after it was translated on {}.",
                                   model::iso(*confirmed), model::iso(translated))},
                      {"もとの記録と見比べて、直すところがなければ、translated をきょうの日付にしてください。",
                       "Compare it with the record; when it is right, let “translated” be today."});
}

/// Reads what is said of a list's records in other languages. What is looked up by name is sorted once for the list.
class RecordTranslations {
 public:
  RecordTranslations(model::List& list, LoadContext const& around)
      : list_(list), reader_(list.schema, around.scenes, around.sources) {
    for (auto const& record : list.records) originals_.emplace(record.id, &record);
  }

  void read(TextFile const& file, LoadContext const& around) {
    if (!file.usable) return;
    auto front = read_front_matter(file.file, around.sources, around.diagnostics);
    auto body = read_markdown(front.body, around.site_file, around.sources, around.diagnostics);
    lower_top_headings(body);
    tell_of_days(body, around.diagnostics);
    auto const stem = path_without_language(file.path);
    auto const id = stem.substr(stem.rfind('/') + 1);
    auto const original = originals_.find(id);
    if (original == originals_.end()) return report_no_record(file, id, around.diagnostics);
    if (!front.sound || list_.schema.completeness != model::Completeness::whole) return;
    auto const day_at = place_of(front.data, "translated");
    auto const day = take_day_of_translation(front.data, around.diagnostics);
    if (day) tell_of_later_confirmation(*original->second, list_.schema, *day, day_at, around.diagnostics);
    refuse_what_is_no_words(front.data, list_.schema, around.diagnostics);
    auto record = read_values(front.data, around);
    record.id = id;
    record.body = std::move(body);
    record.at = file.begin();
    record.period = original->second->period;
    list_.record_translations.push_back({file.language, std::move(record)});
  }

 private:
  model::Record read_values(Value const& data, LoadContext const& around) const {
    RecordMistakes mistakes(around.diagnostics);
    auto record = reader_.read(data, mistakes);
    std::erase_if(record.values, [](model::FieldValue const& value) { return value.is_absent(); });
    read_markdown_values(record.values, list_.schema.fields, around);
    check_site_words(list_.schema.fields, record.values, around.site_file, around.diagnostics);
    return record;
  }

  void report_no_record(TextFile const& file, std::string const& id, base::Diagnostics& diagnostics) {
    if (list_.completeness != model::Completeness::whole) return;
    if (!ids_) {
      std::vector<std::string> names;
      for (auto const& record : list_.records) names.push_back(record.id);
      ids_.emplace(std::move(names));
    }
    diagnostics.error(file.begin(), "missing-original",
                      {fmt::format("もとの記録「{}」が、一覧「{}」にありません。", id, list_.slug),
                       fmt::format("There is no record “{}” in “{}” to be translated.", id, list_.slug)},
                      remedy_for_lost_original(id, file.language, *ids_));
  }

  model::List& list_;
  RecordReader reader_;
  std::unordered_map<std::string_view, model::Record const*> originals_;
  std::optional<base::NearNames> ids_;
};

}  // namespace

LoadContext in_language(LoadContext const& context, std::string const& language) {
  auto const& [site_file, scenes, areas, lists, today, sources, diagnostics, translated] = context;
  bool const known = translated && translated->contains(language);
  return {known ? translated->at(language) : site_file, scenes, areas, lists, today, sources, diagnostics, translated};
}

base::Message remedy_for_lost_original(std::string const& name, std::string_view language, base::NearNames& originals) {
  auto const near = originals.nearest(name);
  auto const meant = near ? base::meant(*near) : base::Message();
  return {
      fmt::format("{}もとのものを消したなら、この訳も消してください。名前を変えたなら、このファイルの名前も、"
                  "新しい名前に「.{}.md」をつけたものに変えてください。",
                  meant.ja, language),
      fmt::format("{}{}If the original is gone, remove the translation, too; if it was renamed, give this file its new "
                  "name with .{}.md behind it.",
                  meant.en, near ? " " : "", language)};
}

void read_list_translations(ListFolder const& folder, model::List& list, LoadContext const& around) {
  if (folder.translations.empty()) return;
  RecordTranslations records(list, around);
  for (auto const& file : folder.translations) {
    auto const own = in_language(around, file.language);
    if (file.path.ends_with(".json"))
      read_schema_translation(file, list, own);
    else
      records.read(file, own);
  }
}

}  // namespace tebiki::loading
