// How a publication stands on its pages: columns, masthead, folds.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "loading/load.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

constexpr std::array masthead_keys = {Key{"above", Shape::text}, Key{"number", Shape::text}, Key{"note", Shape::text}};

/// More leave no room for words.
constexpr double most_columns = 3;
/// Panels of a sheet that is folded.
constexpr double folded_in_three = 3;

/// What was written, for messages.
std::string shown(Value const& value) {
  if (auto const* number = value.number()) return model::plain_number(*number);
  return value.text() ? *value.text() : std::string();
}

/// 「columns」に「9」は使えません。
void report_number(Value const& value, std::string_view key, base::Message const& remedy,
                   base::Diagnostics& diagnostics) {
  auto const written = shown(value);
  auto const what = written.empty() ? base::Message{"この値", "this value"}
                                    : base::Message{fmt::format("「{}」", written), fmt::format("“{}”", written)};
  diagnostics.error(
      value.at, "malformed-value",
      {fmt::format("「{}」に{}は使えません。", key, what.ja), fmt::format("“{}” cannot be {}.", key, what.en)}, remedy);
}

void refuse_beside_fold(Value const& settings, base::Diagnostics& diagnostics) {
  for (auto const* key : {"sheet", "columns", "masthead", "contents", "index"}) {
    auto const* value = settings.find(key);
    if (!value) continue;
    diagnostics.error(value->at, "not-in-folded-sheet",
                      {fmt::format("折る紙（fold）では「{}」は使えません。", key),
                       fmt::format("A folded sheet (fold) has no “{}”.", key)},
                      {"この行を消してください。", "Leave this line out."});
  }
}

void read_fold(Value const& settings, model::Publication& publication, base::Diagnostics& diagnostics) {
  auto const* value = settings.find("fold");
  if (!value) return;
  if (!value->number() || *value->number() != folded_in_three)
    return report_number(*value, "fold",
                         {"三つ折りにするときは \"fold\": 3 と書いてください。ほかの折り方はありません。",
                          "For a sheet folded in three write \"fold\": 3. There is no other fold."},
                         diagnostics);
  publication.fold = int(folded_in_three);
  publication.landscape = true;
  publication.sheet.clear();
  if (!publication.cover) publication.cover = model::Cover{{publication.title}, "", ""};
  refuse_beside_fold(settings, diagnostics);
}

}  // namespace

std::optional<int> read_columns(Value const& settings, base::Diagnostics& diagnostics) {
  auto const* value = settings.find("columns");
  if (!value) return std::nullopt;
  auto const* number = value->number();
  if (number && *number >= 1 && *number <= most_columns && std::floor(*number) == *number) return int(*number);
  report_number(*value, "columns",
                {"段の数は 1、2、3 のどれかです。2段なら columns に 2 と、かぎかっこや引用符をつけずに書いてください。",
                 "There are 1, 2 or 3 columns: for two write the number 2, without quotes."},
                diagnostics);
  return std::nullopt;
}

void read_page_layout(Value const& settings, model::Publication& publication, base::Diagnostics& diagnostics) {
  publication.columns = read_columns(settings, diagnostics).value_or(1);
  auto const* masthead = settings.find("masthead");
  if (masthead && masthead->object()) {
    check_object(*masthead, masthead_keys, "masthead", diagnostics);
    publication.masthead = {text_of(*masthead, "above"), text_of(*masthead, "number"), text_of(*masthead, "note")};
  }
  read_fold(settings, publication, diagnostics);
}

}  // namespace tebiki::loading
