#include "commands/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {
namespace {

using base::Failure;

/// The text before a character that is cut in half at the end of UTF-8 or CP932; nothing where none is.
std::optional<std::string> before_half_character(std::string_view bytes) {
  constexpr std::size_t longest = 3;
  auto const bad = base::first_invalid_utf8(bytes);
  if (!bad) return std::nullopt;
  auto const rest = bytes.substr(*bad);
  auto const goes_on = [](unsigned char byte) { return byte >= 0x80 && byte < 0xC0; };
  bool const begins = static_cast<unsigned char>(rest[0]) >= 0xC2;
  if (rest.size() <= longest && begins && std::all_of(rest.begin() + 1, rest.end(), goes_on))
    return std::string(bytes.substr(0, *bad));
  return base::from_cp932(bytes) ? std::nullopt : base::from_cp932(bytes.substr(0, bytes.size() - 1));
}

/// The files in the order of their names, whatever the shell's: the result does not depend on it.
std::vector<importing::ImportFile> read_sources(std::vector<std::filesystem::path> paths, Run& run) {
  std::sort(paths.begin(), paths.end());
  std::vector<importing::ImportFile> files;
  for (auto& path : paths) {
    auto bytes = base::read_file(path);
    if (!bytes) {
      throw Failure({fmt::format("ファイル「{}」を読むことができません。"
                                 "名前と、置いたフォルダーが正しいか、開く権限があるか確かめてください。",
                                 path.string()),
                     fmt::format("Cannot read the file “{}”. Check its name and folder, and that you may open it.",
                                 path.string())});
    }
    auto half = before_half_character(*bytes);
    bool const cut = half.has_value();
    if (cut || base::first_invalid_utf8(*bytes)) bytes = cut ? std::move(half) : base::from_cp932(*bytes);
    if (!bytes) {
      throw Failure(
          {fmt::format("ファイル「{}」の文字コードが UTF-8 でも CP932 でもありません。"
                       "表計算ソフトで開き、「CSV UTF-8」で保存し直してください。",
                       path.string()),
           fmt::format("The file “{}” is neither UTF-8 nor CP932. Save it again as “CSV UTF-8”.", path.string())});
    }
    auto const end = std::uint32_t(bytes->size());
    auto const& file = files.emplace_back(path.string(), run.sources.add(path.string(), std::move(*bytes)));
    if (cut) importing::report_cut_off({file.file, end}, run.diagnostics);
  }
  return files;
}

/// Whether there is anything at the path, hidden, unreadable or a link to nowhere.
bool stands(std::filesystem::path const& path) {
  std::error_code failed;
  return std::filesystem::symlink_status(path, failed).type() != std::filesystem::file_type::not_found;
}

/// A file of an earlier import; nothing when there is none or after an error. Not to be had and none at all are two
/// things: the file is going to be replaced.
std::optional<model::Value> read_earlier(std::filesystem::path const& root, std::string const& path,
                                         base::Sources& sources, base::Diagnostics& diagnostics) {
  auto bytes = base::DiskTree(root).read(path);
  if (!bytes && stands(root / path)) {
    throw Failure({fmt::format("「{}」を読むことができません。前に取り込んだ内容を失わないよう、止めました。"
                               "アクセス権を確かめて、もう一度取り込んでください。",
                               path),
                   fmt::format("cannot read “{}”; stopped, so that nothing imported before is lost. Check its "
                               "permissions and import again",
                               path)});
  }
  if (!bytes) return std::nullopt;
  if (auto bad = base::first_invalid_utf8(*bytes)) {
    auto const file = sources.add(path, bytes->substr(0, *bad));
    diagnostics.error({file, std::uint32_t(*bad)}, "encoding",
                      {"ここに、UTF-8 として正しくない文字があります。", "From here on this is not UTF-8."},
                      {"前に取り込んだときの形に戻してください。", "Restore the form that the import gave it."});
    return std::nullopt;
  }
  return loading::read_json(sources.add(path, std::move(*bytes)), sources, diagnostics);
}

model::Values existing_records(std::filesystem::path const& root, std::string const& path, Run& run) {
  auto value = read_earlier(root, path, run.sources, run.diagnostics);
  if (!value) return {};
  if (value->object()) return {std::move(*value)};
  if (auto* records = value->list()) return *records;
  run.diagnostics.error(value->at, "wrong-type",
                        {"ここには、項目の並び [ … ] が要ります。", "A list [ … ] of records is wanted here."},
                        {"前に取り込んだときの形に戻してください。", "Restore the form that the import gave it."});
  return {};
}

/// What the source said last time. Without the list's own file that is of no use: the list begins anew.
importing::Baseline last_said(std::filesystem::path const& root, std::string const& path, bool list_stands, Run& run) {
  base::Diagnostics mistakes;  // how to mend JSON is nothing to tell of a file that nobody should open
  auto const value = list_stands ? read_earlier(root, path, run.sources, mistakes) : std::nullopt;
  if (mistakes.has_errors()) {
    importing::report_damaged_baseline(mistakes.sorted(run.sources).front().at, run.diagnostics);
    return {};
  }
  if (!value) return {};
  return importing::read_baseline(*value, run.diagnostics).value_or(importing::Baseline{});
}

std::vector<std::string> names_of_lists(base::FileTree const& content) {
  constexpr std::string_view above = "lists/", file = "/schema.json";
  std::vector<std::string> names;
  for (auto const& [path, kind] : content.entries()) {
    if (!path.starts_with(above) || !path.ends_with(file) || path.size() <= above.size() + file.size()) continue;
    auto const name = path.substr(above.size(), path.size() - above.size() - file.size());
    if (name.find('/') == name.npos) names.push_back(name);
  }
  return names;
}

importing::Importer const& importer_called(std::string const& name) {
  if (auto const* found = importing::importer(name)) return *found;
  std::vector<std::string> names;
  for (auto const& some : importing::importers()) names.emplace_back(some.name);
  auto const remedy = base::did_you_mean(name, names);
  throw Failure({fmt::format("「{}」という取り込み元はありません。{}", name, remedy.ja),
                 fmt::format("There is no source “{}”. {}", name, remedy.en)});
}

void require_list(base::FileTree const& content, std::string const& list) {
  auto const names = names_of_lists(content);
  if (std::find(names.begin(), names.end(), list) != names.end()) return;
  auto const remedy = base::did_you_mean(list, names);
  throw Failure(
      {fmt::format("一覧「{}」がありません（lists/{}/schema.json が見つかりません）。{}", list, list, remedy.ja),
       fmt::format("There is no list “{}” (lists/{}/schema.json not found). {}", list, list, remedy.en)});
}

/// Only the list, whose records nothing else of the content tells, and the site, for its areas.
base::MemoryTree other_files(base::FileTree const& content, std::string const& list, std::string const& own_path) {
  std::map<std::string, std::string> files;
  for (auto const& entry : content.entries()) {
    bool const of_list = entry.path.starts_with("lists/" + list + "/") && entry.path != own_path;
    if (!of_list && entry.path != "site.json") continue;
    if (auto bytes = content.read(entry.path)) files.emplace(entry.path, std::move(*bytes));
  }
  return base::MemoryTree(std::move(files));
}

model::Schema schema_of(ListAround const& around, std::string const& list) {
  if (around.schema) return *around.schema;
  throw Failure({fmt::format("lists/{}/schema.json に誤りがあります。tebiki check で確かめて直してください。", list),
                 fmt::format("lists/{}/schema.json has mistakes; run tebiki check", list)});
}

/// The fields that the import wrote, office by office.
std::vector<model::Value> written_fields(importing::Baseline const& baseline) {
  std::vector<model::Value> written;
  for (auto const& [number, said] : baseline) {
    if (said.listing == importing::LastSaid::Listing::listed) written.push_back({said.fields, {}});
  }
  return written;
}

void write(std::filesystem::path const& folder, std::string const& source, importing::Imported const& imported,
           std::string const& last_baseline, Run& run) {
  if (imported.added + imported.changed > 0) {
    publishing::replace_file(folder / (source + ".json"), importing::records_json(imported.records, run.sources));
  }
  auto const baseline = importing::baseline_json(imported.baseline);
  if (baseline == last_baseline) return;
  auto const beside = folder / ".import";
  std::error_code failed;
  if (std::filesystem::is_symlink(beside, failed)) {
    throw Failure({fmt::format("「{}」がリンクです。フォルダーそのものを置いてください。", beside.string()),
                   fmt::format("“{}” is a link; put the folder itself there", beside.string())});
  }
  publishing::replace_file(beside / (source + ".json"), baseline);
}

}  // namespace

ListAround list_around(base::FileTree const& content, std::string const& list, std::string const& own_path,
                       model::Date today, base::Sources& sources) {
  base::Diagnostics untold;
  auto site = loading::load(other_files(content, list, own_path), today, 1, sources, untold);
  ListAround around;
  around.areas = std::move(site.areas);
  auto const* loaded = site.list(list);
  if (!loaded) return around;
  around.schema = loaded->schema;
  for (auto const& record : loaded->records) {
    auto place = fmt::format("{}:{}", sources.path(record.at.file), sources.place(record.at).line);
    around.elsewhere.push_back({model::as_json(loaded->schema, record), std::move(place)});
  }
  return around;
}

std::optional<ImportOutcome> import(ImportRequest const& request, Settings const& settings, Run& run) {
  auto const& importer = importer_called(request.source);
  auto const& root = settings.folders.content;
  InputFolder const content(root, "--content");
  require_list(content, request.list);
  auto const folder = "lists/" + request.list;
  auto const path = fmt::format("{}/{}.json", folder, request.source);
  auto const baseline_path = fmt::format("{}/.import/{}.json", folder, request.source);
  auto files = read_sources(request.files, run);
  auto existing = existing_records(root, path, run);
  auto baseline = last_said(root, baseline_path, stands(root / path), run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  auto around = list_around(content, request.list, path, settings.today, run.sources);
  auto const schema = schema_of(around, request.list);
  importing::ListBefore const before{std::move(existing), std::move(baseline), std::move(around.elsewhere), schema,
                                     std::move(around.areas)};
  auto imported = importer.import({files, request.municipality, before, run.sources}, run.diagnostics);
  if (run.diagnostics.has_errors()) return std::nullopt;
  if (!importing::fits(written_fields(imported.baseline), schema, run.sources, run.diagnostics)) return std::nullopt;
  if (request.writing == Writing::real) {
    write(root / folder, request.source, imported, content.read(baseline_path).value_or(""), run);
  }
  auto report = importing::report(imported, schema, path);
  return ImportOutcome{std::move(imported), std::move(report)};
}

}  // namespace tebiki::commands
