// The one table of what an import knows of an office: in which column, and which field of a list takes it.
#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/unicode.hpp"

namespace tebiki::importing {
namespace {

using model::Field;
using model::FieldKind;
using model::Role;
using model::Value;

/// Where something comes from, and how the field for it is found.
struct FieldEntry {
  ImportField field;
  Column column;
  std::string_view key;                ///< the usual one: of the sample, and of a list that is made new
  std::string_view label = {};         ///< the usual one besides: the heading of the open-data standards
  Role role = Role::none;              ///< that the field has
  std::string_view service_key = {};   ///< the usual one in a row of services; empty where rows have nothing of it
  std::optional<FieldKind> kind = {};  ///< of which a list has one field
};

constexpr std::array<FieldEntry, import_field_count> entries = {{
    {ImportField::name, Column::name, "name", {}, Role::name},
    {ImportField::reading, Column::kana, "kana", {}, Role::reading},
    {ImportField::services, Column::service, "services", "サービスの種類", Role::none, "service"},
    {ImportField::office_number, Column::office_number, "office_number", "事業所番号"},
    {ImportField::corporation, Column::corporation, "corporation", "法人の名称"},
    {ImportField::corporate_number, Column::corporate_number, "corporate_number", "法人番号"},
    {ImportField::address, Column::address, "address", "住所", Role::address},
    {ImportField::building, Column::building, "building", "方書"},
    {ImportField::area, Column::address, "areas", {}, Role::area},
    {ImportField::telephone, Column::tel, "tel", "電話番号", Role::telephone, "tel"},
    {ImportField::fax, Column::fax, "fax", "FAX番号", Role::fax, "fax"},
    {ImportField::coordinates, Column::latitude, "coordinates", {}, Role::none, {}, FieldKind::coordinates},
    {ImportField::days, Column::days, "days", {}, Role::days, "days"},
    {ImportField::days_note, Column::days_note, "days_note", "利用可能曜日特記事項", Role::none, "days_note"},
    {ImportField::hours, Column::opening, "hours", {}, Role::hours},
    {ImportField::departments, Column::departments, "departments", "診療科目"},
    {ImportField::capacity, Column::capacity, "capacity", "定員", Role::none, "capacity"},
    {ImportField::service_details, Column::service, "service_details", "サービスごとの内容"},
    {ImportField::web_address, Column::url, "url", "URL", Role::none, {}, FieldKind::uri},
    {ImportField::note, Column::note, "note", "備考"},
}};
static_assert(std::ranges::all_of(entries,
                                  [](FieldEntry const& entry) { return &entries[std::size_t(entry.field)] == &entry; }),
              "in the order of ImportField, by which they are looked up");

/// The key of the first field of which that holds, or empty.
template <class Holds>
std::string_view first_key(std::vector<Field> const& fields, Holds&& holds) {
  auto const found = std::find_if(fields.begin(), fields.end(), holds);
  return found == fields.end() ? std::string_view() : std::string_view(found->key);
}

std::string_view key_of(FieldEntry const& entry, std::string_view usual, std::vector<Field> const& fields) {
  auto key = first_key(fields, [&](Field const& f) { return entry.role != Role::none && f.role == entry.role; });
  if (key.empty()) key = first_key(fields, [&](Field const& f) { return f.key == usual; });
  if (key.empty() && !entry.label.empty())
    key = first_key(fields, [&](Field const& f) { return base::nfkc(f.label) == entry.label; });
  if (key.empty())
    key = first_key(fields, [&](Field const& f) { return entry.kind == f.kind && f.role == Role::none; });
  return key.empty() ? usual : key;
}

std::vector<Field> rows_of(std::string_view key, model::Schema const& schema) {
  Field const* field = schema.find(key);
  return field ? field->fields : std::vector<Field>();
}

/// What a schema lacks, in the order in which it was found, each once.
class Lacks {
 public:
  Lacks(std::vector<Value> const& written, model::Schema const& schema) : schema_(schema) {
    for (Value const& record : written) look_at(record, schema.fields, "");
    for (Field const& field : schema.fields) {
      if (field.key == model::understood_field(Role::id).key) continue;  // every record has one
      bool const given = std::any_of(written.begin(), written.end(),
                                     [&](Value const& record) { return record.find(field.key) != nullptr; });
      if (field.required && !given && !written.empty()) add(required_, field.key);
    }
  }

  bool none() const { return fields_.empty() && choices_.empty() && required_.empty(); }

  void report(base::Sources const& sources, base::Diagnostics& diagnostics) const {
    if (fields_.empty() && required_.empty()) return report_choices(sources, diagnostics);
    Names names;
    for (auto const& [field, name] : choices_) add(names, name);
    std::string ja, en;
    append(ja, en, fields_, "書きこむ項目{}がありません。", "It lacks the fields {}.");
    append(ja, en, names, "選べる値に{}がありません。", "It lacks the choices {}.");
    append(ja, en, required_, "必ず要る項目{}が、元のデータにありません。",
           "It requires {}, which the files do not give.");
    diagnostics.error(
        schema_.at, "import-schema",
        {fmt::format("この一覧「{}」には取り込めません。{}", schema_.title, ja),
         fmt::format("The list “{}” cannot take this import. {}", schema_.title, en)},
        {"何も書きこんでいません。まず、--list の名前が正しいか確かめてください。正しければ、見本の "
         "content/lists/facilities/schema.json を写して項目を足してください。",
         "Nothing was written. See first whether --list names the right list; if it does, add what is missing as in "
         "the sample's content/lists/facilities/schema.json."});
  }

 private:
  using Names = std::vector<std::string>;

  /// The list is the right one: each name is told where it is to be added.
  void report_choices(base::Sources const& sources, base::Diagnostics& diagnostics) const {
    for (auto const& [field, name] : choices_) {
      auto const& file = sources.path(field->at.file);
      auto const line = sources.place(field->at).line;
      diagnostics.error(
          field->at, "import-schema",
          {fmt::format("「{}」に選べる値の中に「{}」がないので、何も書きこんでいません。", field->label, name),
           fmt::format("“{}” is no choice of “{}”: nothing was written.", name, field->label)},
          {fmt::format("{} の{}行目からの「{}」の enum に「{}」を書き足して、もう一度取り込んでください。", file, line,
                       field->key, name),
           fmt::format("Add “{}” to the enum of “{}” from line {} of {} on, and import again.", name, field->key, line,
                       file)});
    }
  }

  static void add(Names& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }

  static void append(std::string& ja, std::string& en, Names const& names, std::string_view ja_words,
                     std::string_view en_words) {
    if (names.empty()) return;
    ja += fmt::format(fmt::runtime(ja_words), fmt::format("「{}」", fmt::join(names, "」「")));
    std::string const quoted = fmt::format("“{}”", fmt::join(names, "”, “"));
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
      bool const known = std::any_of(choices_.begin(), choices_.end(), [&](auto const& choice) {
        return choice.first == &field && choice.second == *item.text();
      });
      if (!known) choices_.emplace_back(&field, *item.text());
    }
  }

  model::Schema const& schema_;
  Names fields_, required_;
  std::vector<std::pair<Field const*, std::string>> choices_;
};

}  // namespace

FieldKeys::FieldKeys(std::vector<Field> const& fields, Owner owner) {
  for (FieldEntry const& entry : entries) {
    auto const usual = owner == Owner::record ? entry.key : entry.service_key;
    if (!usual.empty()) keys_[static_cast<std::size_t>(entry.field)] = key_of(entry, usual, fields);
  }
}

std::optional<ImportField> FieldKeys::field(std::string_view key) const {
  auto const found = std::find(keys_.begin(), keys_.end(), key);
  if (key.empty() || found == keys_.end()) return std::nullopt;
  return static_cast<ImportField>(found - keys_.begin());
}

ListFields::ListFields(model::Schema const& schema)
    : schema(schema),
      record(schema.fields, FieldKeys::Owner::record),
      service_row(rows_of(record[ImportField::service_details], schema), FieldKeys::Owner::service_row),
      id(model::understood_field(Role::id).key) {}

std::string field_label(std::string_view key, model::Schema const& schema) {
  model::Field const* field = schema.find(key);
  if (!field) field = model::understood_field(key);
  return field ? field->label : std::string(key);
}

Column column_of(std::string_view key, ListFields const& list) {
  auto const field = list.record.field(key);
  return field ? entries[static_cast<std::size_t>(*field)].column : Column::office_number;
}

std::string shown(model::Value const& value) {
  if (value.text()) return *value.text();
  if (value.number()) return model::plain_number(*value.number());
  std::string text;
  for (model::Value const& item : value.list() ? *value.list() : model::Values{}) {
    text += (text.empty() ? "" : item.object() ? "／" : "、") + shown(item);
  }
  for (model::Member const& member : value.object() ? *value.object() : model::Object{}) {
    text += (text.empty() ? "" : " ") + shown(member.value);
  }
  return text;
}

bool fits(std::vector<Value> const& written, model::Schema const& schema, base::Sources const& sources,
          base::Diagnostics& diagnostics) {
  Lacks const lacks(written, schema);
  if (lacks.none()) return true;
  lacks.report(sources, diagnostics);
  return false;
}

}  // namespace tebiki::importing
