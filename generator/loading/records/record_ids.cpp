#include "loading/records/record_ids.hpp"

#include <fmt/format.h>

#include <map>

#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::Record;

/// Gives the record its id from its fields; false when it has none that could be a URL.
bool take_id(Record& record, support::Diagnostics& diagnostics) {
  auto* id = record.fields.find("id");
  if (!id || id->is_null()) {
    diagnostics.error(
        id ? id->at : record.at, "missing-id", {"この記録に「id」がありません。", "This record has no “id”."},
        {"半角の英小文字、数字、ハイフンで「id」を書いてください。URLになります。例：aoba-kango",
         "Give it an “id” of lower-case letters, digits and hyphens; it becomes the URL, like aoba-kango."});
    return false;
  }
  record.id = id->text() ? *id->text() : id->number() ? model::plain_number(*id->number()) : std::string();
  if (id->text() && is_slug(record.id)) return true;
  auto hint = id->number()
                  ? support::Words{"「\"」で囲んで文字として書いてください。", "Put it between quotation marks."}
                  : support::Words{"半角の英小文字、数字、ハイフンだけにしてください。例：aoba-kango",
                                   "Use lower-case ASCII letters, digits and hyphens only, like aoba-kango."};
  diagnostics.error(id->at, "malformed-id",
                    {fmt::format("「{}」は id として使えません。", record.id),
                     fmt::format("“{}” cannot be used as an id.", record.id)},
                    hint);
  return false;
}

support::Position id_position(Record const& record) {
  auto* id = record.find("id");
  return id ? id->at : record.at;
}

/// Leaves out every record whose id was there before, and says so at the second place.
void refuse_repeated_ids(std::vector<Record>& records, support::Sources const& sources,
                         support::Diagnostics& diagnostics) {
  std::map<std::string, support::Position> seen;
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

Ids give_ids(std::vector<Record>& records, support::Sources const& sources, support::Diagnostics& diagnostics) {
  auto const all = records.size();
  std::erase_if(records, [&](Record& record) { return !take_id(record, diagnostics); });
  refuse_repeated_ids(records, sources, diagnostics);
  return records.size() == all ? Ids::all_given : Ids::some_left_out;
}

}  // namespace tebiki::loading
