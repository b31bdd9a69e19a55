#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/csv.hpp"
#include "base/diagnostics.hpp"
#include "base/parallel.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Completeness;
using model::Record;
using model::Role;
using model::Value;

/// A schema and the object it was read from.
struct ReadSchema {
  model::Schema schema;
  Value source;
};

/// Reads the records of a list: each is typed, checked and kept. What is wrong with them goes to `diagnostics`.
class ListReader {
 public:
  ListReader(ReadSchema const& read, LoadContext const& around, base::Diagnostics& diagnostics)
      : around_(around),
        schema_(read.schema),
        diagnostics_(diagnostics),
        reader_(read.schema, around.scenes, around.sources),
        check_(read.schema, read.source, around.today, base::MatchSteps::shared_by(around.lists.size()), around.sources,
               diagnostics) {}

  /// Keeps a place for what the object says, which must stay until `read_objects`.
  void take(Value const& object, model::Blocks body, base::SourceLocation at) {
    objects_.push_back({object, records.size()});
    auto& record = records.emplace_back();
    record.body = std::move(body);
    record.at = at;
  }

  /// What all objects say. With patterns one after the other: these share the steps that they may take.
  void read_objects(unsigned jobs) {
    base::parallel_for(objects_.size(), check_.has_patterns() ? 1 : jobs, [&](std::size_t i) {
      auto& kept = records[objects_[i].place];
      RecordMistakes mistakes(diagnostics_);
      auto record = reader_.read(objects_[i].value, mistakes);
      record.body = std::move(kept.body);
      record.at = kept.at;
      check(record, {}, mistakes);
      kept = std::move(record);
    });
    objects_.clear();
  }

  /// False when rows had to be left out.
  bool take_csv(TextFile const& file) {
    auto const take = [&](Record record, RecordFile const& about, RecordMistakes& mistakes) {
      check(record, about, mistakes);
      if (mistakes.misplaced) misplaced.insert(records.size());
      records.push_back(std::move(record));
    };
    auto read = read_csv_records(file.file, schema_, reader_, take, around_.sources, diagnostics_);
    if (read.about.missing.contains(schema_.field_for(Role::id).key)) without_ids_.insert(file.file);
    return read.whole;
  }

  /// Of files without a column for ids, which was reported once for all their rows.
  bool lacks_id_column(Record const& record) const { return without_ids_.contains(record.at.file); }

  std::vector<Record> records;
  std::set<std::size_t> misplaced;  ///< those whose values stand in wrong columns or are cut off

 private:
  /// What an object says that stands at a place among the records.
  struct TakenObject {
    Value const& value;
    std::size_t place;
  };

  void check(Record& record, RecordFile const& file, RecordMistakes& mistakes) {
    check_.check_values(record, mistakes);
    join_halves(record, schema_, mistakes);
    check_.check_presence(record, file, mistakes);
    check_days(record, schema_, mistakes);
    check_chapters(record, schema_, mistakes);
    check_day_of_event(record, schema_, mistakes);
    std::erase_if(record.values, [](model::FieldValue const& value) { return value.is_absent(); });
    read_markdown_values(record.values, schema_.fields, around_);
    check_site_words(schema_.fields, record.values, around_.site_file, diagnostics_);
  }

  LoadContext const& around_;
  model::Schema const& schema_;
  base::Diagnostics& diagnostics_;
  RecordReader reader_;
  RecordCheck check_;
  std::vector<TakenObject> objects_;
  std::set<base::FileId> without_ids_;
};

/// `lists/taxis/aoba.md` → `aoba`.
std::string stem(std::string const& path) {
  auto start = path.rfind('/') + 1;
  return path.substr(start, path.rfind('.') - start);
}

/// What a Markdown file says, its front matter with the id that its name gives; the body's mistakes are reported even
/// where the front matter could not be read.
RecordText read_markdown_record(TextFile const& file, LoadContext const& around) {
  auto front = read_front_matter(file.file, around.sources, around.diagnostics);
  auto blocks = read_markdown(front.body, around.site_file, around.sources, around.diagnostics);
  lower_top_headings(blocks);
  tell_of_days(blocks, around.diagnostics);
  if (!front.sound) return {};
  auto& members = std::get<model::Object>(front.data.data);
  auto const& id = model::understood_field(Role::id).key;
  if (!front.data.find(id)) members.push_back({id, file.begin(), {stem(file.path), file.begin()}});
  return {std::move(front.data), std::move(blocks)};
}

/// False when the file is no JSON.
bool take_json(RecordText const& text, ListReader& list, LoadContext const& around) {
  if (!text.value) return false;
  auto const* items = text.value->list();
  std::size_t const count = items ? items->size() : 1;
  for (std::size_t i = 0; i < count; ++i) {
    auto const& item = items ? (*items)[i] : *text.value;
    if (item.object()) {
      list.take(item, {}, item.at);
      continue;
    }
    around.diagnostics.error(
        item.at, "wrong-type",
        {"記録は項目の集まり（{ … }）でなければなりません。", "A record must be an object ({ … })."},
        {"「{\"id\": …}」の形にしてください。", "Write it like {\"id\": …}."});
  }
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

enum class SchemaRead { yes, no };

/// Takes one file; false when it is broken. Without a schema only the syntax of CSV can be looked at.
bool take_file(TextFile const& file, RecordText& text, ListReader& list, SchemaRead schema, LoadContext const& around) {
  if (!file.usable) return false;
  if (file.path.ends_with(".json")) return take_json(text, list, around);
  if (file.path.ends_with(".md")) {
    if (text.value) list.take(*text.value, std::move(text.body), file.begin());
    return text.value.has_value();
  }
  if (schema == SchemaRead::yes) return list.take_csv(file);
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
  refuse_site_words(*source, around.diagnostics);
  base::Diagnostics own;
  auto schema = read_schema(*source, own);
  if (source->object()) check_reference_lists(*source, around.lists, own);
  if (own.has_errors()) schema.completeness = schema.fields.empty() ? Completeness::none : Completeness::partial;
  around.diagnostics.merge(own);
  if (!source->object()) return std::nullopt;
  return ReadSchema{std::move(schema), std::move(*source)};
}

/// Names that things had before, from the field `aliases` unless the schema declares one of that name.
void take_aliases(Record const& record, model::List const& list, LoadContext const& around, OtherNames& names) {
  auto const& field = model::understood_field(Role::aliases);
  auto const* written = record.find(field);
  if (!written || !written->several()) return;
  auto const folder = list.slug + "/";
  for (auto const& name : *written->several()) {
    if (name.text()) read_alias(*name.text(), name.at, folder, folder + record.id, names.aliases, around.diagnostics);
  }
}

/// Leaves out what has no id.
void keep_named(model::List& list, ListReader& reading, LoadContext const& around, OtherNames& names) {
  auto& records = reading.records;
  auto reported = std::erase_if(records, [&](Record const& record) { return reading.lacks_id_column(record); });
  make_ids(records, list.schema);
  auto ids = give_ids(records, list.schema, around.sources, around.diagnostics);
  if (reported > 0 || ids == Ids::some_left_out) list.completeness = Completeness::partial;
  for (auto& record : records) {
    record.period = period_of(record, list.schema, around.diagnostics);
    take_aliases(record, list, around, names);
  }
  list.records = std::move(records);
}

}  // namespace

std::vector<ListFiles> read_list_files(std::vector<ListFolder> const& folders, unsigned jobs,
                                       LoadContext const& around) {
  std::vector<ListFiles> lists;
  std::vector<std::pair<TextFile const*, RecordText*>> files;
  lists.reserve(folders.size());
  for (auto const& folder : folders) {
    auto& list = lists.emplace_back(ListFiles{folder, misnamed_schema(folder), {}});
    list.texts.resize(folder.records.size());
    for (std::size_t i = 0; i < folder.records.size(); ++i) {
      if (&folder.records[i] != list.misnamed_schema) files.emplace_back(&folder.records[i], &list.texts[i]);
    }
  }
  base::parallel_for(files.size(), jobs, [&](std::size_t i) {
    auto const& [file, text] = files[i];
    if (!file->usable) return;
    if (file->path.ends_with(".json")) text->value = read_json(file->file, around.sources, around.diagnostics);
    if (file->path.ends_with(".md")) *text = read_markdown_record(*file, around);
  });
  return lists;
}

model::List read_list(ListFiles& files, unsigned jobs, LoadContext const& around, OtherNames& names) {
  auto const& folder = files.folder;
  auto const* misnamed = files.misnamed_schema;
  model::List list;
  list.slug = folder.slug;
  auto first = folder.schema            ? folder.schema->begin()
               : folder.records.empty() ? base::SourceLocation()
                                        : folder.records[0].begin();
  refuse_bad_slug(folder.slug, first, around.diagnostics);
  auto schema = read_schema_file(folder, misnamed, around);
  // Without a schema only the ids of records are known: they can be named.
  ReadSchema none;
  base::Diagnostics untold;
  ListReader reading(schema ? *schema : none, around, schema ? around.diagnostics : untold);
  auto const has_schema = schema ? SchemaRead::yes : SchemaRead::no;
  for (std::size_t i = 0; i < folder.records.size(); ++i) {
    auto const& file = folder.records[i];
    if (&file == misnamed || take_file(file, files.texts[i], reading, has_schema, around)) continue;
    list.completeness = Completeness::partial;
  }
  reading.read_objects(jobs);
  if (!schema) {
    list.schema.completeness = Completeness::none;
    keep_named(list, reading, around, names);
    return list;
  }
  if (list.completeness == Completeness::whole && reading.records.empty()) tell_of_no_records(folder, misnamed, around);
  name_records(schema->schema, reading.records, around.diagnostics);
  tell_unconfirmed(schema->schema, reading.records, reading.misplaced, around.diagnostics);
  list.schema = std::move(schema->schema);
  keep_named(list, reading, around, names);
  read_list_translations(folder, list, around);
  return list;
}

}  // namespace tebiki::loading
