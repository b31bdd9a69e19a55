#include "commands/import.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "commands/listed_elsewhere.hpp"
#include "loading/syntax/json.hpp"
#include "publishing/replace.hpp"
#include "support/failure.hpp"
#include "support/files.hpp"
#include "support/unicode.hpp"

namespace tebiki::commands {
namespace {

using support::Failure;

/// The files in the order of their names, whatever the shell's: the result does not depend on it.
std::vector<importing::ImportFile> read_sources(std::vector<std::filesystem::path> paths, Run& run) {
  std::sort(paths.begin(), paths.end());
  std::vector<importing::ImportFile> files;
  for (auto& path : paths) {
    auto bytes = support::read_file(path);
    if (!bytes) {
      throw Failure({fmt::format("ファイル「{}」を読むことができません。", path.string()),
                     fmt::format("cannot read file '{}'", path.string())});
    }
    if (support::first_invalid_utf8(*bytes)) bytes = support::from_cp932(*bytes);
    if (!bytes) {
      throw Failure({fmt::format("ファイル「{}」の文字コードが UTF-8 でも CP932 でもありません。", path.string()),
                     fmt::format("file '{}' is neither UTF-8 nor CP932", path.string())});
    }
    files.push_back({path.string(), run.sources.add(path.string(), std::move(*bytes))});
  }
  return files;
}

bool stands(support::FileTree const& content, std::string_view path) {
  auto entries = content.entries();
  return std::any_of(entries.begin(), entries.end(), [&](auto& entry) { return entry.path == path; });
}

/// The records of an earlier import. Not to be had and none at all are two things: the file is going to be replaced.
model::Values existing_records(support::FileTree const& content, std::string const& path, Run& run) {
  auto bytes = content.read(path);
  if (!bytes && stands(content, path)) {
    throw Failure({fmt::format("「{}」を読むことができません。前に取り込んだ内容を失わないよう、止めました。", path),
                   fmt::format("cannot read '{}'; stopped, so that nothing imported before is lost", path)});
  }
  if (!bytes) return {};
  auto value = loading::read_json(run.sources.add(path, std::move(*bytes)), run.sources, run.diagnostics);
  if (!value) return {};
  if (value->object()) return {std::move(*value)};
  if (auto* records = value->list()) return *records;
  run.diagnostics.error(value->at, "wrong-type",
                        {"ここには、項目の並び [ … ] が要ります。", "A list [ … ] of records is wanted here."},
                        {"前に取り込んだときの形に戻してください。", "Restore the form that the import gave it."});
  return {};
}

void require_list(support::FileTree const& content, std::string const& list) {
  if (list.find_first_of("/\\.") == std::string::npos && content.read("lists/" + list + "/schema.json")) return;
  throw Failure({fmt::format("一覧「{}」がありません（lists/{}/schema.json が見つかりません）。", list, list),
                 fmt::format("there is no list '{}' (lists/{}/schema.json not found)", list, list)});
}

}  // namespace

std::optional<importing::Imported> import(ImportRequest const& request, Settings const& settings, Run& run) {
  support::DiskTree content(settings.folders.content);
  require_list(content, request.list);
  auto path = fmt::format("lists/{}/{}.json", request.list, request.source);
  auto files = read_sources(request.files, run);
  auto existing = existing_records(content, path, run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  auto elsewhere = listed_elsewhere(content, request.list, path, settings.today);
  auto imported =
      importing::import_mhlw_care(files, request.municipality, existing, elsewhere, run.sources, run.diagnostics);
  if (run.diagnostics.has_errors()) return std::nullopt;
  bool changes = imported.added + imported.changed > 0;
  if (changes && request.writing == Writing::real) {
    publishing::replace_file(settings.folders.content / path, importing::records_json(imported.records));
  }
  return imported;
}

}  // namespace tebiki::commands
