// The slips that people make in YAML, and how far its scalars go.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

/// One line and where it begins in the text.
struct Line {
  std::string_view text;
  std::size_t begin = 0;
};

Line line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  auto previous = at == 0 ? npos : text.rfind('\n', at - 1);
  auto begin = previous == npos ? 0 : previous + 1;
  auto end = std::min(text.find_first_of("\r\n", begin), text.size());
  return {text.substr(begin, end - begin), begin};
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == npos; }

/// The nearest line above that says something.
std::optional<Line> line_above(std::string_view text, Line line) {
  while (line.begin > 0) {
    line = line_at(text, line.begin - 1);
    if (!is_blank(line.text)) return line;
  }
  return std::nullopt;
}

/// Where the words of a line begin, behind indentation and `- `.
std::size_t content_begin(std::string_view line) {
  auto at = std::min(line.find_first_not_of(" \t"), line.size());
  while (line.substr(at).starts_with("- ")) at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  return at;
}

std::optional<YamlMistake> tab_indentation(Line line) {
  auto words = std::min(line.text.find_first_not_of(" \t"), line.text.size());
  auto tab = line.text.substr(0, words).find('\t');
  if (tab == npos) return std::nullopt;
  return YamlMistake{line.begin + tab,
                     {"字下げにタブが使われています。", "This line is indented with a tab."},
                     {"タブを消し、半角の空白で字下げしてください。", "Indent with blanks instead of the tab."}};
}

std::optional<YamlMistake> wide_blank_indentation(Line line) {
  auto at = std::min(line.text.find_first_not_of(' '), line.text.size());
  if (!line.text.substr(at).starts_with("　")) return std::nullopt;
  return YamlMistake{line.begin + at,
                     {"字下げに全角の空白が使われています。", "This line is indented with a full-width blank."},
                     {"全角の空白を半角の空白に直してください。", "Replace it with ordinary blanks."}};
}

std::optional<YamlMistake> wide_colon(Line line) {
  auto at = content_begin(line.text);
  auto colon = line.text.find("：", at);
  bool has_key = colon != npos && colon > at && line.text.find_first_of(":\"'#", at) > colon;
  if (!has_key) return std::nullopt;
  auto key = base::trimmed(line.text.substr(at, colon - at));
  return YamlMistake{line.begin + colon,
                     {"項目名の後ろのコロンが全角の「：」です。", "The colon after the key is a full-width “：”."},
                     {fmt::format("半角にして後ろに空白を入れ、「{}: …」のように書いてください。", key),
                      fmt::format("Use an ASCII colon and a blank: “{}: …”.", key)}};
}

YamlMistake blank_after_colon(std::size_t at, std::string_view key, std::string_view value) {
  value = base::trimmed(value);
  return {
      at,
      {fmt::format("「{}:」の後ろに半角の空白がありません。", key), fmt::format("There is no blank after “{}:”.", key)},
      {fmt::format("「{}: {}」のように書いてください。", key, value), fmt::format("Write “{}: {}”.", key, value)}};
}

std::optional<YamlMistake> missing_blank(Line line) {
  auto at = std::min(line.text.find_first_not_of(" \t{", content_begin(line.text)), line.text.size());
  auto colon = line.text.find(':', at);
  if (colon == npos || colon == at || colon + 1 >= line.text.size()) return std::nullopt;
  auto key = line.text.substr(at, colon - at);
  auto value = line.text.substr(colon + 1);
  bool likely = key.find_first_of(" \"'#,[]{}") == npos && !value.starts_with(' ') && !value.starts_with('\t') &&
                !value.starts_with("//");
  if (!likely) return std::nullopt;
  return blank_after_colon(line.begin + colon + 1, key, value.substr(0, value.find_first_of(",}")));
}

/// `above` says `key: value`, and this line is indented further, as if it belonged to that value.
std::optional<YamlMistake> needless_indentation(Line line, Line above) {
  auto indentation = line.text.find_first_not_of(' ');
  bool deeper = indentation != npos && indentation > content_begin(above.text);
  bool both_keys = line.text.find(": ") != npos && above.text.find(": ") != npos;
  if (!deeper || !both_keys) return std::nullopt;
  return YamlMistake{line.begin + indentation,
                     {"上の行より字下げが深くなっています。", "This line is indented further than the one above it."},
                     {"上の行と字下げをそろえてください。", "Align it with the line above."}};
}

std::optional<YamlMistake> missing_blank_after_dash(Line line) {
  auto at = std::min(line.text.find_first_not_of(' '), line.text.size());
  auto rest = line.text.substr(at);
  if (rest.size() < 2 || rest[0] != '-' || rest[1] == ' ' || rest.starts_with("--")) return std::nullopt;
  return YamlMistake{
      line.begin + at + 1,
      {"「-」の後ろに半角の空白がありません。", "There is no blank after “-”."},
      {fmt::format("「- {}」のように書いてください。", rest.substr(1)), fmt::format("Write “- {}”.", rest.substr(1))}};
}

/// Where the value of `key: value` begins; the line's end when there is none.
std::size_t value_begin(std::string_view line) {
  auto at = content_begin(line);
  auto colon = line.find(": ", at);
  return std::min(line.find_first_not_of(" \t", colon == npos ? at : colon + 1), line.size());
}

YamlMistake needs_quotation(std::size_t at, std::string_view value, base::Message message) {
  auto shown = std::string(base::trimmed(value));
  if (shown.find('"') == std::string::npos && shown.size() <= 60) {
    return {at,
            std::move(message),
            {fmt::format("値を「\"」で囲み、「\"{}\"」のように書いてください。", shown),
             fmt::format("Put the value in quotation marks: \"{}\".", shown)}};
  }
  return {at, std::move(message), {"値を「\"」で囲んでください。", "Put the value in quotation marks."}};
}

std::optional<YamlMistake> reserved_beginning(Line line) {
  auto at = value_begin(line.text);
  if (at >= line.text.size() || std::string_view("@`%&*!|>").find(line.text[at]) == npos) return std::nullopt;
  return needs_quotation(line.begin + at, line.text.substr(at),
                         {fmt::format("値が「{}」で始まっています。YAML では特別な意味になります。", line.text[at]),
                          fmt::format("The value begins with “{}”, which has a meaning in YAML.", line.text[at])});
}

std::optional<YamlMistake> colon_in_value(Line line) {
  auto at = value_begin(line.text);
  auto colon = line.text.find(": ", at);
  if (at == content_begin(line.text) || colon == npos || line.text.find_first_of("\"'", at) == at) return std::nullopt;
  return needs_quotation(
      line.begin + colon, line.text.substr(at),
      {"値の中に「: 」があり、項目名と見分けられません。", "The value holds “: ”, which looks like another key."});
}

std::optional<YamlMistake> text_after_quotation(Line line) {
  auto at = value_begin(line.text);
  if (at >= line.text.size() || (line.text[at] != '"' && line.text[at] != '\'')) return std::nullopt;
  auto quote = line.text[at];
  auto end = line.text.find(quote, at + 1);
  auto after = end == npos ? npos : line.text.find_first_not_of(" \t", end + 1);
  if (after == npos || std::string_view("#,]}:").find(line.text[after]) != npos) return std::nullopt;
  return YamlMistake{
      line.begin + after,
      {fmt::format("閉じる「{}」の後ろに余分な文字があります。", quote),
       fmt::format("There is something after the closing {}.", quote)},
      {"全体を囲むか、余分な文字を消してください。", "Put all of it between the quotation marks, or remove it."}};
}

YamlMistake unclosed_bracket(std::string_view text, std::size_t at) {
  char opening = text[at];
  char closing = opening == '{' ? '}' : ']';
  bool const doubled = opening == '{' && (text.substr(at).starts_with("{{") || (at > 0 && text[at - 1] == '{'));
  if (doubled)
    return {at,
            {"「{{」で始まる言葉が、引用符で囲まれていません。", "Words that begin with “{{” are not quoted."},
            {"言葉の全体を「\"」で囲んで、「\"{{site.name}}の案内\"」のように書いてください。",
             "Put all of the words between quotation marks: \"{{site.name}} today\"."}};
  return {
      at,
      {fmt::format("この「{}」が「{}」で閉じられていません。", opening, closing),
       fmt::format("This “{}” is not closed with “{}”.", opening, closing)},
      {fmt::format("終わりに「{}」を書き足してください。", closing), fmt::format("Add the missing “{}”.", closing)}};
}

using Slip = std::optional<YamlMistake> (*)(Line);
constexpr std::array<Slip, 8> slips{tab_indentation,          wide_blank_indentation, wide_colon,
                                    missing_blank_after_dash, reserved_beginning,     colon_in_value,
                                    text_after_quotation,     missing_blank};

std::optional<YamlMistake> first_slip(Line line) {
  for (auto slip : slips) {
    if (auto mistake = slip(line)) return mistake;
  }
  return std::nullopt;
}

}  // namespace

std::optional<YamlMistake> explain_yaml_line(std::string_view text, std::size_t at) {
  return first_slip(line_at(text, at));
}

YamlMistake missing_yaml_blank(std::string_view text, std::size_t key_end, std::string_view key) {
  auto begin = text.rfind(key, key_end);
  auto colon = key.find(':');
  return blank_after_colon((begin == npos ? key_end : begin) + colon + 1, key.substr(0, colon), key.substr(colon + 1));
}

YamlMistake explain_yaml_mistake(std::string_view text, std::size_t stumbled_at,
                                 std::optional<std::size_t> open_bracket) {
  auto line = line_at(text, stumbled_at);
  bool bracket =
      open_bracket && *open_bracket < text.size() && (text[*open_bracket] == '[' || text[*open_bracket] == '{');
  if (bracket) return unclosed_bracket(text, *open_bracket);
  if (auto mistake = first_slip(line)) return *mistake;
  auto above = line_above(text, line);
  if (auto mistake = above ? first_slip(*above) : std::nullopt) return *mistake;
  if (auto mistake = above ? needless_indentation(line, *above) : std::nullopt) return *mistake;
  return {std::min(stumbled_at, text.size()),
          {"YAML として読めません。", "This cannot be read as YAML."},
          {"「項目名: 値」の形か、字下げ（半角の空白）のそろい方を確かめてください。記号を含む値は「\"」で囲みます。",
           "Check that the line reads “key: value” and is indented like its neighbours; put values with signs in "
           "quotation marks."}};
}

YamlMistake unclosed_quotation(std::string_view text, std::size_t at) {
  auto const quote = text[at];
  return {at,
          {fmt::format("この「{}」で始まる文字列が閉じられていません。", quote),
           fmt::format("The text that begins with this {} is not closed.", quote)},
          {fmt::format("文字列の終わりに「{}」を書いてください。", quote), fmt::format("Write {} at its end.", quote)}};
}

YamlMistake second_yaml_document(std::size_t at) {
  return {at,
          {"YAML の途中に「---」の行があります。", "There is a “---” line inside the YAML."},
          {"この行を消してください。", "Remove this line."}};
}

YamlMistake too_deep_yaml(std::size_t at) {
  return {at,
          {fmt::format("入れ子が深すぎます（{} 段まで）。", deepest_yaml_nesting),
           fmt::format("This is nested too deeply (at most {} levels).", deepest_yaml_nesting)},
          {"入れ子を浅くしてください。", "Use fewer levels."},
          "too-deep"};
}

YamlMistake yaml_alias(std::size_t at) {
  return {at,
          {"YAML のエイリアス（「*」で始まる参照）は使えません。", "YAML aliases (“*name”) are not allowed."},
          {"中身をそのまま書いてください。「*」で始まる文字なら「\"」で囲みます。",
           "Write the content itself; if it is text that begins with *, put it in quotation marks."},
          "yaml-alias"};
}

YamlMistake yaml_anchor(std::size_t at) {
  return {at,
          {"YAML のアンカー（「&」で始まる名前）は使えません。", "YAML anchors (“&name”) are not allowed."},
          {"消してください。「&」で始まる文字なら「\"」で囲みます。",
           "Remove it; if it is text that begins with &, put it in quotation marks."},
          "yaml-alias"};
}

YamlMistake yaml_tag(std::size_t at) {
  return {at,
          {"YAML のタグ（「!」で始まる型の指定）は使えません。", "YAML tags (“!type”) are not allowed."},
          {"消してください。「!」で始まる文字なら「\"」で囲みます。",
           "Remove it; if it is text that begins with !, put it in quotation marks."},
          "yaml-tag"};
}

// ---- scalars ----

namespace {

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
  if (text == "~" || text == "null" || text == "Null" || text == "NULL") return {std::monostate(), at};
  if (text == "true" || text == "True" || text == "TRUE") return {true, at};
  if (text == "false" || text == "False" || text == "FALSE") return {false, at};
  if (auto number = number_of(text)) return {*number, at};
  return {text, at};
}

}  // namespace tebiki::loading
