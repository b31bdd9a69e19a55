#include "loading/records/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::FieldValue;
using model::Record;
using model::Role;
using model::Value;

/// What may stand in a URL: １４ １２３−Ａ becomes 14-123-a. Characters that have no such form stay.
std::string url_form(std::string_view text) {
  std::string out;
  for (char c : base::nfkc(base::trimmed(text))) {
    auto byte = static_cast<unsigned char>(c);
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (letter) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

bool has_matching_braces(std::string_view text) {
  bool inside = false;
  for (char c : text) {
    if ((c == '{' && inside) || (c == '}' && !inside)) return false;
    if (c == '{' || c == '}') inside = c == '{';
  }
  return !inside;
}

FieldValue const* value_called(Record const& record, std::string const& name, model::Schema const& schema) {
  auto const* field = schema.find(name);
  auto const found = std::find_if(schema.fields.begin(), schema.fields.end(),
                                  [&](model::Field const& field) { return base::nfkc(field.label) == name; });
  if (!field && found != schema.fields.end()) field = &*found;
  if (!field) field = model::understood_field(name);
  return field ? record.find(*field) : nullptr;
}

/// Gives the record its id from its fields; false when it has none that could be a URL.
bool take_id(Record& record, std::uint16_t slot, base::Diagnostics& diagnostics) {
  auto const* id = record.find(slot);
  if (!id || id->is_absent()) {
    diagnostics.error(
        id ? id->at : record.at, "missing-id", {"この記録に「id」がありません。", "This record has no “id”."},
        {"半角の英小文字、数字、ハイフンで、aoba-kango のような「id」を書いてください。URLになります。",
         "Give it an “id” of lower-case letters, digits and hyphens; it becomes the URL, like aoba-kango."});
    return false;
  }
  bool const number = id->as<model::Decimal>() != nullptr;
  record.id = id->text() || number ? model::exported_text(*id) : std::string();
  if (id->text() && is_slug(record.id)) return true;
  auto hint = record.id.size() > longest_slug ? too_long_slug()
              : number ? base::Message{"「\"」で囲んで文字として書いてください。", "Put it between quotation marks."}
                       : base::Message{"半角の英小文字、数字、ハイフンだけで、aoba-kango のように書いてください。",
                                       "Use lower-case ASCII letters, digits and hyphens only, like aoba-kango."};
  diagnostics.error(id->at, "malformed-id",
                    {fmt::format("「{}」は id として使えません。", record.id),
                     fmt::format("“{}” cannot be used as an id.", record.id)},
                    hint);
  return false;
}

base::SourceLocation id_position(Record const& record, std::uint16_t slot) {
  auto const* id = record.find(slot);
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
void refuse_repeated_ids(std::vector<Record>& records, std::uint16_t slot, base::Sources const& sources,
                         base::Diagnostics& diagnostics) {
  std::unordered_map<std::string, base::SourceLocation> seen;
  std::vector<Record> kept;
  kept.reserve(records.size());
  for (auto& record : records) {
    auto [first, added] = seen.emplace(record.id, id_position(record, slot));
    if (added) {
      kept.push_back(std::move(record));
      continue;
    }
    auto const& file = sources.path(first->second.file);
    auto line = sources.place(first->second).line;
    diagnostics.error(id_position(record, slot), "duplicate-id",
                      {fmt::format("id「{}」は {} の{}行目でも使われています。", record.id, file, line),
                       fmt::format("The id “{}” is used on line {} of {}, too.", record.id, line, file)},
                      {"同じものを2回書いたなら一方を消し、別のものなら、まだ使っていない id に変えてください。",
                       "If both are the same, remove one; otherwise give one of them an id of its own."});
  }
  records = std::move(kept);
}

}  // namespace

IdRule::IdRule(std::string_view text) {
  if (text.empty()) return;
  if (text.find('{') == text.npos) {
    pieces_.push_back({base::nfkc(text), true});
    return;
  }
  while (!text.empty()) {
    auto const open = std::min(text.find('{'), text.size());
    if (open > 0) pieces_.push_back({std::string(text.substr(0, open)), false});
    auto const close = std::min(text.find('}', open), text.size());
    if (open < text.size())
      pieces_.push_back({base::nfkc(base::trimmed(text.substr(open + 1, close - open - 1))), true});
    text.remove_prefix(std::min(close + 1, text.size()));
  }
}

std::vector<std::string> IdRule::names() const {
  std::vector<std::string> names;
  for (auto const& piece : pieces_) {
    if (piece.name) names.push_back(piece.text);
  }
  return names;
}

std::string IdRule::make(std::function<std::string_view(std::size_t)> const& value_of) const {
  std::string id;
  std::size_t index = 0;
  for (auto const& piece : pieces_) id += piece.name ? url_form(value_of(index++)) : piece.text;
  return id;
}

std::string read_id_rule(Value const& source, base::Diagnostics& diagnostics) {
  auto rule = loading::text_of(source, "x-id");
  if (has_matching_braces(rule)) return rule;
  diagnostics.error(source.find("x-id")->at, "malformed-id-rule",
                    {"x-id の「{」と「}」の数が合いません。", "The braces of x-id do not match."},
                    {"列の名前を「office-{事業所番号}」のように囲んでください。",
                     "Put the names of columns between braces, like office-{number}."});
  return {};
}

void make_ids(std::vector<Record>& records, model::Schema const& schema) {
  IdRule const rule(schema.id_rule);
  if (rule.empty()) return;
  auto const names = rule.names();
  auto const slot = schema.field_for(Role::id).slot;
  for (auto& record : records) {
    if (record.find(slot)) continue;
    std::vector<std::string> values;
    for (auto const& name : names) {
      auto const* value = value_called(record, name, schema);
      values.push_back(value ? model::exported_text(*value) : std::string());
    }
    if (std::any_of(values.begin(), values.end(), [](auto& value) { return value.empty(); })) continue;
    auto id = rule.make([&](std::size_t i) { return std::string_view(values[i]); });
    record.values.push_back({std::move(id), record.at, slot});
  }
}

Ids give_ids(std::vector<Record>& records, model::Schema const& schema, base::Sources const& sources,
             base::Diagnostics& diagnostics) {
  auto const all = records.size();
  auto const slot = schema.field_for(Role::id).slot;
  std::erase_if(records, [&](Record& record) { return !take_id(record, slot, diagnostics); });
  refuse_copies(records, sources, diagnostics);
  refuse_repeated_ids(records, slot, sources, diagnostics);
  return records.size() == all ? Ids::all_given : Ids::some_left_out;
}

}  // namespace tebiki::loading
