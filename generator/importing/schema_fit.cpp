#include "importing/schema_fit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/understood_fields.hpp"

namespace tebiki::importing {

namespace {

using model::Field;
using model::Value;

/// What a schema lacks, in the order in which it was found, each once.
class Lacks {
 public:
  Lacks(std::vector<Value> const& written, model::Schema const& schema) : schema_(schema) {
    for (Value const& record : written) look_at(record, schema.fields, "");
    for (Field const& field : schema.fields) {
      if (field.key == "id") continue;  // every record has one
      bool const given = std::any_of(written.begin(), written.end(),
                                     [&](Value const& record) { return record.find(field.key) != nullptr; });
      if (field.required && !given && !written.empty()) add(required_, field.key);
    }
  }

  bool none() const { return fields_.empty() && choices_.empty() && required_.empty(); }

  void report(base::Diagnostics& diagnostics) const {
    std::string ja, en;
    append(ja, en, fields_, "書きこむ項目{}がありません。", "It lacks the fields {}.");
    append(ja, en, choices_, "選べる値に{}がありません。", "It lacks the choices {}.");
    append(ja, en, required_, "必ず要る項目{}が、元のデータにありません。",
           "It requires {}, which the files do not give.");
    diagnostics.error(
        schema_.at, "import-schema",
        {fmt::format("この一覧「{}」には取り込めません。{}", schema_.title, ja),
         fmt::format("The list \"{}\" cannot take this import. {}", schema_.title, en)},
        {"何も書きこんでいません。まず、--list の名前が正しいか確かめてください。正しければ、見本の "
         "content/lists/facilities/schema.json を写して項目を足してください。",
         "Nothing was written. See first whether --list names the right list; if it does, add what is missing as in "
         "the sample's content/lists/facilities/schema.json."});
  }

 private:
  using Names = std::vector<std::string>;

  static void add(Names& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }

  static void append(std::string& ja, std::string& en, Names const& names, std::string_view ja_words,
                     std::string_view en_words) {
    if (names.empty()) return;
    ja += fmt::format(fmt::runtime(ja_words), fmt::format("「{}」", fmt::join(names, "」「")));
    std::string const quoted = fmt::format("\"{}\"", fmt::join(names, "\", \""));
    en += (en.empty() ? "" : " ") + fmt::format(fmt::runtime(en_words), quoted);
  }

  void look_at(Value const& object, std::vector<Field> const& fields, std::string const& prefix) {
    for (model::Member const& member : object.object() ? *object.object() : model::Object{}) {
      auto const found =
          std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == member.key; });
      if (found != fields.end()) {
        look_into(*found, member.value);
      } else if (!prefix.empty() || !model::understood_field(member.key)) {
        add(fields_, prefix + member.key);
      }
    }
  }

  void look_into(Field const& field, Value const& value) {
    for (Value const& item : value.list() ? *value.list() : model::Values{}) {
      if (item.object()) look_at(item, field.fields, field.key + ".");
      bool const open = field.choices.empty() || !item.text();
      if (open || std::find(field.choices.begin(), field.choices.end(), *item.text()) != field.choices.end()) continue;
      add(choices_, *item.text());
    }
  }

  model::Schema const& schema_;
  Names fields_, choices_, required_;
};

}  // namespace

bool fits(std::vector<Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics) {
  Lacks const lacks(written, schema);
  if (lacks.none()) return true;
  lacks.report(diagnostics);
  return false;
}

}  // namespace tebiki::importing
