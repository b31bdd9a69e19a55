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

std::string shown(support::Position at, support::Sources const& sources) {
  auto place = sources.place(at);
  return fmt::format("{}:{}:{}", sources.path(at.file), place.line, place.column);
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
    auto other = shown(first->second, sources);
    diagnostics.error(id_position(record), "duplicate-id",
                      {fmt::format("id「{}」は {} でも使われています。", record.id, other),
                       fmt::format("The id “{}” is used at {}, too.", record.id, other)},
                      {"一覧の中で重ならない id にしてください。", "Give each record of a list an id of its own."});
  }
  records = std::move(kept);
}

}  // namespace

void give_ids(std::vector<Record>& records, support::Sources const& sources, support::Diagnostics& diagnostics) {
  std::erase_if(records, [&](Record& record) { return !take_id(record, diagnostics); });
  refuse_repeated_ids(records, sources, diagnostics);
}

}  // namespace tebiki::loading
