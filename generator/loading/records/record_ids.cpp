#include "loading/records/record_ids.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::Record;

/// Gives the record its id from its fields; false when it has none that could be a URL.
bool take_id(Record& record, base::Diagnostics& diagnostics) {
  auto* id = record.fields.find("id");
  if (!id || id->is_null()) {
    diagnostics.error(
        id ? id->at : record.at, "missing-id", {"この記録に「id」がありません。", "This record has no “id”."},
        {"半角の英小文字、数字、ハイフンで、aoba-kango のような「id」を書いてください。URLになります。",
         "Give it an “id” of lower-case letters, digits and hyphens; it becomes the URL, like aoba-kango."});
    return false;
  }
  record.id = id->text() ? *id->text() : id->number() ? model::plain_number(*id->number()) : std::string();
  if (id->text() && is_slug(record.id)) return true;
  auto hint = id->number()
                  ? base::Message{"「\"」で囲んで文字として書いてください。", "Put it between quotation marks."}
                  : base::Message{"半角の英小文字、数字、ハイフンだけで、aoba-kango のように書いてください。",
                                  "Use lower-case ASCII letters, digits and hyphens only, like aoba-kango."};
  diagnostics.error(id->at, "malformed-id",
                    {fmt::format("「{}」は id として使えません。", record.id),
                     fmt::format("“{}” cannot be used as an id.", record.id)},
                    hint);
  return false;
}

base::SourceLocation id_position(Record const& record) {
  auto* id = record.find("id");
  return id ? id->at : record.at;
}

/// A file whose records stand in another one, too, and how many.
struct Copy {
  base::FileId original = base::FileId::none;
  std::size_t shared = 0;
};

/// Of two files with the same records the copy: its name goes on where that of the original ends (facilities-copy.csv),
/// otherwise it is the later one.
bool is_copy(std::string_view path, std::string_view other) {
  auto const own_stem = path.substr(0, path.rfind('.')), other_stem = other.substr(0, other.rfind('.'));
  return own_stem.starts_with(other_stem) || !other_stem.starts_with(own_stem);
}

/// Files of which at least half of the records stand in one file before, with two or more of them.
std::map<base::FileId, Copy> find_copies(std::vector<Record> const& records, base::Sources const& sources) {
  std::unordered_map<std::string_view, base::FileId> first;
  std::map<base::FileId, std::size_t> count;
  std::map<std::pair<base::FileId, base::FileId>, std::size_t> shared;
  for (auto const& record : records) {
    auto const file = record.at.file;
    ++count[file];
    auto [place, added] = first.emplace(record.id, file);
    if (!added && place->second != file) ++shared[{place->second, file}];
  }
  std::map<base::FileId, Copy> copies;
  for (auto const& [files, number] : shared) {
    bool const later = is_copy(sources.path(files.second), sources.path(files.first));
    auto const copy = later ? files.second : files.first, original = later ? files.first : files.second;
    if (number > 1 && 2 * number >= count[copy]) copies.emplace(copy, Copy{original, number});
  }
  return copies;
}

/// Leaves out what a copied file holds once more, and says so once, at the copy.
void refuse_copies(std::vector<Record>& records, base::Sources const& sources, base::Diagnostics& diagnostics) {
  auto const copies = find_copies(records, sources);
  if (copies.empty()) return;
  std::set<std::pair<base::FileId, std::string>> there;
  for (auto const& record : records) there.emplace(record.at.file, record.id);
  std::erase_if(records, [&](Record const& record) {
    auto const copy = copies.find(record.at.file);
    return copy != copies.end() && there.contains({copy->second.original, record.id});
  });
  for (auto const& [file, copy] : copies) {
    auto const& original = sources.path(copy.original);
    diagnostics.error(
        {file, 0}, "copied-file",
        {fmt::format("このファイルは {} の写しのようです（{}件の id が同じです）。", original, copy.shared),
         fmt::format("This file seems to be a copy of {} ({} ids are the same).", original, copy.shared)},
        {"写しなら、このファイルを content の外へ移すか、消してください。別のものなら、id を変えてください。",
         "If it is one, move it out of the content folder or remove it; otherwise change its ids."});
  }
}

/// Leaves out every record whose id was there before, and says so at the second place.
void refuse_repeated_ids(std::vector<Record>& records, base::Sources const& sources, base::Diagnostics& diagnostics) {
  std::map<std::string, base::SourceLocation> seen;
  std::vector<Record> kept;
  for (auto& record : records) {
    auto [first, added] = seen.emplace(record.id, id_position(record));
    if (added) {
      kept.push_back(std::move(record));
      continue;
    }
    auto const& file = sources.path(first->second.file);
    auto line = sources.place(first->second).line;
    diagnostics.error(id_position(record), "duplicate-id",
                      {fmt::format("id「{}」は {} の{}行目でも使われています。", record.id, file, line),
                       fmt::format("The id “{}” is used on line {} of {}, too.", record.id, line, file)},
                      {"同じものを2回書いたなら一方を消し、別のものなら、まだ使っていない id に変えてください。",
                       "If both are the same, remove one; otherwise give one of them an id of its own."});
  }
  records = std::move(kept);
}

}  // namespace

Ids give_ids(std::vector<Record>& records, base::Sources const& sources, base::Diagnostics& diagnostics) {
  auto const all = records.size();
  std::erase_if(records, [&](Record& record) { return !take_id(record, diagnostics); });
  refuse_copies(records, sources, diagnostics);
  refuse_repeated_ids(records, sources, diagnostics);
  return records.size() == all ? Ids::all_given : Ids::some_left_out;
}

}  // namespace tebiki::loading
