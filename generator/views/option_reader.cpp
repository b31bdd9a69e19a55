#include "views/option_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "views/mistakes.hpp"

namespace tebiki::views {
namespace {

void report_no_text(base::Diagnostics& diagnostics, base::SourceLocation at, std::string_view key) {
  diagnostics.error(at, "option-value",
                    {fmt::format("「{}」には文字を書いてください。", key), fmt::format("'{}' must be a text.", key)},
                    {fmt::format("例　{}: 値", key), fmt::format("For example, {}: value", key)});
}

}  // namespace

void OptionReader::expect_only(std::initializer_list<char const*> keys) {
  auto* members = directive_.options.object();
  if (!members) {
    if (directive_.options.is_null()) return;
    diagnostics_.error(at_, "directive-shape",
                       {fmt::format("「{}」の中は「項目: 値」の形で書きます。", directive_.kind),
                        fmt::format("The lines of '{}' take the form 'option: value'.", directive_.kind)},
                       {"一行に一つずつ、コロンのうしろに空白を入れて書いてください。",
                        "Write one to a line, with a blank behind the colon."});
    return;
  }
  for (auto& member : *members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    report_unknown(diagnostics_, member.key_at,
                   {"unknown-option",
                    {fmt::format("項目は {} に", directive_.kind), fmt::format("an option of '{}'", directive_.kind)},
                    member.key,
                    {keys.begin(), keys.end()}});
  }
}

model::Member const* OptionReader::member(std::string_view key) const {
  auto* members = directive_.options.object();
  if (!members) return nullptr;
  auto found = std::find_if(members->begin(), members->end(), [&](model::Member const& m) { return m.key == key; });
  return found == members->end() || found->value.is_null() ? nullptr : &*found;
}

std::optional<std::string> OptionReader::text(std::string_view key) {
  auto* found = member(key);
  if (!found) return std::nullopt;
  if (auto* text = found->value.text()) return *text;
  if (auto* number = found->value.number()) return model::plain_number(*number);
  report_no_text(diagnostics_, found->value.at, key);
  return std::nullopt;
}

std::optional<int> OptionReader::whole_number(std::string_view key, int least, int most) {
  auto* found = member(key);
  if (!found) return std::nullopt;
  auto* number = found->value.number();
  if (number && *number >= least && *number <= most && std::floor(*number) == *number) return int(*number);
  diagnostics_.error(found->value.at, "option-value",
                     {fmt::format("「{}」には{}から{}までの整数を書いてください。", key, least, most),
                      fmt::format("'{}' must be a whole number from {} to {}.", key, least, most)},
                     {fmt::format("例　{}: {}", key, least), fmt::format("For example, {}: {}", key, least)});
  return std::nullopt;
}

std::vector<model::Value const*> texts(model::Value const& value, std::string_view key,
                                       base::Diagnostics& diagnostics) {
  std::vector<model::Value const*> out;
  auto add = [&](model::Value const& item) {
    if (item.text())
      out.push_back(&item);
    else
      report_no_text(diagnostics, item.at, key);
  };
  if (auto* values = value.list())
    for (auto& item : *values) add(item);
  else
    add(value);
  return out;
}

}  // namespace tebiki::views
