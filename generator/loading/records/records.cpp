#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/csv.hpp"
#include "base/did_you_mean.hpp"
#include "loading/markdown/headings.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/csv_records.hpp"
#include "loading/records/id_rule.hpp"
#include "loading/records/record_ids.hpp"
#include "loading/records/record_names.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/common_keys.hpp"
#include "loading/syntax/json.hpp"
#include "loading/syntax/object_check.hpp"
#include "loading/syntax/yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Completeness;
using model::Record;
using model::Value;

/// A schema and the object it was read from.
struct ReadSchema {
  model::Schema fields;
  Value source;
};

/// The records of a list while its files are being read.
struct Reading {
  std::vector<Record> records;
  std::map<base::FileId, RecordFile> files;  ///< what CSV files say of all their rows
};

/// `lists/taxis/aoba.md` → `aoba`.
std::string stem(std::string const& path) {
  auto start = path.rfind('/') + 1;
  return path.substr(start, path.rfind('.') - start);
}

/// False when the file is no JSON.
bool take_json(TextFile const& file, LoadContext const& around, std::vector<Record>& records) {
  auto value = read_json(file.file, around.sources, around.diagnostics);
  if (!value) return false;
  model::Values single;
  auto* items = std::get_if<model::Values>(&value->data);
  if (!items) {
    single.push_back(std::move(*value));
    items = &single;
  }
  for (auto& item : *items) {
    if (!item.object()) {
      around.diagnostics.error(
          item.at, "wrong-type",
          {"記録は項目の集まり（{ … }）でなければなりません。", "A record must be an object ({ … })."},
          {"「{\"id\": …}」の形にしてください。", "Write it like {\"id\": …}."});
      continue;
    }
    auto at = item.at;
    records.push_back({{}, std::move(item), {}, at});
  }
  return true;
}

/// False when rows had to be left out.
bool take_csv(TextFile const& file, ReadSchema const& schema, LoadContext const& around, Reading& reading) {
  auto read = read_csv_records(file.file, schema.fields, schema.source, around.sources, around.diagnostics);
  for (auto& row : read.rows) {
    auto at = row.at;
    reading.records.push_back({{}, std::move(row), {}, at});
  }
  reading.files[file.file] = std::move(read.about);
  return read.whole;
}

/// False when the front matter could not be read; the body's mistakes are reported all the same.
bool take_markdown(TextFile const& file, LoadContext const& around, std::vector<Record>& records) {
  auto front = read_front_matter(file.file, around.sources, around.diagnostics);
  auto blocks = read_markdown(front.body, around.site_file, around.sources, around.diagnostics);
  lower_headings(blocks);
  if (!front.sound) return false;
  auto& members = std::get<model::Object>(front.data.data);
  if (!front.data.find("id")) members.push_back({"id", file.begin(), {stem(file.path), file.begin()}});
  records.push_back({{}, std::move(front.data), std::move(blocks), file.begin()});
  return true;
}

/// `shema.json` and the like, where there is no schema.json.
TextFile const* misnamed_schema(ListFolder const& folder) {
  auto near = [](TextFile const& file) {
    auto name = file.path.substr(file.path.rfind('/') + 1);
    return name.ends_with(".json") && base::nearest(name, {"schema.json"}).has_value();
  };
  auto found = std::find_if(folder.records.begin(), folder.records.end(), near);
  return folder.schema || found == folder.records.end() ? nullptr : &*found;
}

void report_missing_schema(ListFolder const& folder, TextFile const* misnamed, LoadContext const& around) {
  auto const& at = misnamed ? *misnamed : folder.records[0];
  base::Message hint = {
      "一覧の題名（title）と項目（properties）を schema.json "
      "に書いてください。一覧でないなら、フォルダを移してください。",
      "Write the list's title and properties in schema.json; if it is no list, move the folder elsewhere."};
  if (misnamed) hint = {"このファイルの名前を「schema.json」に直してください。", "Rename this file to schema.json."};
  around.diagnostics.error(at.begin(), "missing-schema",
                           {fmt::format("lists/{}/ に schema.json がありません。", folder.slug),
                            fmt::format("There is no schema.json in lists/{}/.", folder.slug)},
                           hint);
}

/// Every word of a file that could not be read may be the id of a record in it; of bytes that are no text nothing is
/// known at all.
void doubt_words(std::string const& slug, TextFile const& file, LoadContext const& around, Absent& absent) {
  constexpr std::string_view of_an_id = "abcdefghijklmnopqrstuvwxyz0123456789-";
  auto text = around.sources.text(file.file);
  if (!file.usable) absent.doubtful_owners.push_back(slug);
  std::unordered_set<std::string_view> words;
  for (auto start = text.find_first_of(of_an_id); start != text.npos; start = text.find_first_of(of_an_id, start)) {
    auto end = std::min(text.find_first_not_of(of_an_id, start), text.size());
    words.insert(text.substr(start, end - start));
    start = end;
  }
  absent.doubtful.push_back(slug + "/" + stem(file.path));
  for (auto word : words) absent.doubtful.push_back(slug + "/" + std::string(word));
}

/// A file that held offices yesterday and holds none today was probably saved in a wrong way.
void tell_of_no_records(ListFolder const& folder, TextFile const* misnamed, LoadContext const& around) {
  auto first =
      std::find_if(folder.records.begin(), folder.records.end(), [&](auto& file) { return &file != misnamed; });
  if (first == folder.records.end()) return;
  around.diagnostics.warning(first->begin(), "empty-list",
                             {"この一覧には、記録が1件もありません。", "This list holds not a single record."},
                             {"見出しや「[」「]」だけになっていないか、保存し損ねていないか確かめてください。",
                              "See whether nothing but headings or brackets is left of it."});
}

/// Reads one file; false when it is broken. Without a schema only the syntax of CSV can be looked at.
bool take_file(TextFile const& file, ReadSchema const* schema, LoadContext const& around, Reading& reading) {
  if (!file.usable) return false;
  if (file.path.ends_with(".json")) return take_json(file, around, reading.records);
  if (file.path.ends_with(".md")) return take_markdown(file, around, reading.records);
  if (schema) return take_csv(file, *schema, around, reading);
  base::read_csv(file.file, around.sources, around.diagnostics);
  return false;
}

std::optional<ReadSchema> read_schema_file(ListFolder const& folder, TextFile const* misnamed,
                                           LoadContext const& around) {
  auto const* file = folder.schema ? &*folder.schema : misnamed;
  if (!folder.schema) report_missing_schema(folder, misnamed, around);
  bool readable = file && file->usable;
  auto source = readable ? read_json(file->file, around.sources, around.diagnostics) : std::nullopt;
  if (!source) return std::nullopt;
  base::Diagnostics own;
  auto schema = read_schema(*source, own);
  if (source->object()) check_reference_lists(*source, around.lists, own);
  if (own.has_errors()) schema.completeness = schema.fields.empty() ? Completeness::none : Completeness::partial;
  around.diagnostics.merge(own);
  if (!source->object()) return std::nullopt;
  return ReadSchema{std::move(schema), std::move(*source)};
}

/// Leaves out what has no id.
void keep_named(model::List& list, Reading reading, LoadContext const& around, Absent& absent) {
  auto& records = reading.records;
  auto of_file_without_ids = [&](Record const& record) {
    auto file = reading.files.find(record.at.file);
    return file != reading.files.end() && file->second.missing.contains("id");
  };
  auto reported = std::erase_if(records, of_file_without_ids);
  make_ids(records, list.schema);
  auto ids = give_ids(records, around.sources, around.diagnostics);
  if (reported > 0 || ids == Ids::some_left_out) {
    list.completeness = Completeness::partial;
    absent.doubtful_owners.push_back(list.slug);
  }
  for (auto& record : records) {
    record.period = read_period(record.fields, around.diagnostics);
    auto folder = list.slug + "/";
    if (!list.schema.find("aliases"))
      read_aliases(record.fields, folder, folder + record.id, absent.aliases, around.diagnostics);
  }
  list.records = std::move(records);
}

}  // namespace

model::List read_list(ListFolder const& folder, LoadContext const& around, Absent& absent) {
  model::List list;
  list.slug = folder.slug;
  auto first = folder.schema            ? folder.schema->begin()
               : folder.records.empty() ? base::SourceLocation()
                                        : folder.records[0].begin();
  refuse_bad_slug(folder.slug, first, around.diagnostics);
  auto const* misnamed = misnamed_schema(folder);
  auto schema = read_schema_file(folder, misnamed, around);
  Reading reading;
  for (auto const& file : folder.records) {
    if (&file == misnamed || take_file(file, schema ? &*schema : nullptr, around, reading)) continue;
    list.completeness = Completeness::partial;
    doubt_words(folder.slug, file, around, absent);
  }
  if (schema && list.completeness == Completeness::whole && reading.records.empty())
    tell_of_no_records(folder, misnamed, around);
  if (schema) {
    RecordCheck check(schema->fields, schema->source, around.scenes, around.today, around.diagnostics);
    for (auto& record : reading.records) check.check(record.fields, reading.files[record.at.file]);
    name_records(schema->fields, reading.records, around.diagnostics);
    list.schema = std::move(schema->fields);
  } else {
    list.schema.completeness = Completeness::none;
  }
  keep_named(list, std::move(reading), around, absent);
  return list;
}

}  // namespace tebiki::loading
