// What scalars of YAML are, and how far they go in the text.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "loading/syntax/yaml.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

/// JSON's spelling of a number, without leading zeros and short enough to be exact.
/// All else (0463…, +81…, 1_000, 0x1F, .5) is more likely a code than a quantity.
std::optional<double> number_of(std::string_view text) {
  auto digits = text.starts_with('-') ? text.substr(1) : text;
  bool begins_well = !digits.empty() && digits[0] >= '0' && digits[0] <= '9';
  bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.' && digits[1] != 'e' && digits[1] != 'E';
  if (!begins_well || leading_zero || digits.back() == '.' || digits.size() > 17) return std::nullopt;
  if (digits.size() > 15 && digits.find_first_of(".eE") == std::string_view::npos) return std::nullopt;
  double number = 0;
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

model::Value plain_value(std::string const& text, base::SourceLocation at) {
  if (text == "true" || text == "True" || text == "TRUE") return {true, at};
  if (text == "false" || text == "False" || text == "FALSE") return {false, at};
  if (auto number = number_of(text)) return {*number, at};
  return {text, at};
}

std::size_t plain_size(std::string_view yaml, std::size_t at, std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  auto const rest = yaml.substr(std::min(at, yaml.size()));
  std::size_t size = 0;
  for (char c : text) {
    // A line end and the indentation behind it are one blank of the text.
    if (blanks.find(c) != npos) {
      size = std::min(rest.find_first_not_of(blanks, size), rest.size());
    } else if (size < rest.size() && rest[size] == c) {
      ++size;
    } else {
      return rest.substr(0, rest.find_first_of("\r\n")).find_last_not_of(" \t") + 1;
    }
  }
  return size;
}

std::size_t quoted_size(std::string_view yaml, std::size_t at) {
  auto const quote = yaml[at];
  for (auto i = at + 1; i < yaml.size(); ++i) {
    bool const doubled = quote == '\'' && yaml.substr(i).starts_with("''");
    if (yaml[i] == quote && !doubled) return i + 1 - at;
    if (doubled || (quote == '"' && yaml[i] == '\\')) ++i;
  }
  throw YamlMistake{
      at,
      {fmt::format("この「{}」で始まる文字列が閉じられていません。", quote),
       fmt::format("The text that begins with this {} is not closed.", quote)},
      {fmt::format("文字列の終わりに「{}」を書いてください。", quote), fmt::format("Write {} at its end.", quote)}};
}

std::size_t block_scalar_size(std::string_view yaml, std::size_t at) {
  auto end = std::min(yaml.find_first_of("\r\n", at), yaml.size());
  std::size_t indentation = 0;  // of its first line; what stands further left is no more of it
  for (auto begin = yaml.find('\n', end); begin != npos; begin = yaml.find('\n', begin)) {
    auto const words = yaml.find_first_not_of(' ', ++begin);
    if (words == npos) break;
    if (yaml[words] == '\n' || yaml[words] == '\r') continue;
    if (indentation == 0) indentation = words - begin;
    if (words == begin || words - begin < indentation) break;
    end = std::min(yaml.find_first_of("\r\n", words), yaml.size());
  }
  return end - at;
}

}  // namespace tebiki::loading
