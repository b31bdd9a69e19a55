#include "loading/syntax/json_and_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/unicode.hpp"
#include "model/typed_values.hpp"

namespace tebiki::loading {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) { return base::is_digit(c) || base::is_letter(c) || c == '_' || (c & 0x80) != 0; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The offending token, and the comma or colon before it that was still right.
struct Offence {
  std::size_t at = 0;
  std::size_t separator = 0;
  bool separated = false;
  JsonExpected expected = JsonExpected::value;
};

Offence find_offence(std::string_view text, JsonStop const& stop) {
  Offence result{skip_blanks(text, stop.after), 0, false, stop.expected};
  bool comma = result.at < text.size() && text[result.at] == ',' && stop.expected == JsonExpected::comma;
  bool colon = result.at < text.size() && text[result.at] == ':' && stop.expected == JsonExpected::colon;
  if (!comma && !colon) return result;
  result.separator = result.at;
  result.separated = true;
  result.at = skip_blanks(text, result.at + 1);
  bool in_object = !stop.open.empty() && text[stop.open.back()] == '{';
  result.expected = comma && in_object ? JsonExpected::key : JsonExpected::value;
  return result;
}

std::string shown(std::string_view text, std::size_t at) {
  auto end = at + 1;
  if (is_word(text[at])) {
    while (end < text.size() && is_word(text[end]) && end - at < 60) ++end;
  }
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return std::string(text.substr(at, end - at));
}

JsonMistake unclosed(std::string_view text, std::size_t opening) {
  char closing = text[opening] == '{' ? '}' : ']';
  return {
      opening,
      {fmt::format("この「{}」に対応する「{}」がないまま、ファイルが終わっています。", text[opening], closing),
       fmt::format("The file ends before this “{}” is closed with “{}”.", text[opening], closing)},
      {fmt::format("終わりに「{}」を書き足してください。", closing), fmt::format("Add the missing “{}”.", closing)}};
}

JsonMistake at_end(std::string_view text, JsonStop const& stop) {
  if (!stop.open.empty()) return unclosed(text, stop.open.back());
  return {0,
          {"ファイルの中身がありません。", "The file is empty."},
          {"一覧なら「[」と「]」の間に、ほかは「{」と「}」の間に書くか、いらないファイルなら消してください。",
           "Write a list between “[” and “]”, anything else between “{” and “}”, or delete the file."}};
}

/// What is wrong inside the string that begins at `at`; nothing when it is a whole, sound string.
std::optional<JsonMistake> broken_string(std::string_view text, std::size_t at) {
  constexpr std::string_view escapes = "\"\\/bfnrt";
  for (auto i = at + 1; i < text.size() && text[i] != '\n' && text[i] != '\r'; ++i) {
    if (text[i] == '"') return std::nullopt;
    if (static_cast<unsigned char>(text[i]) < 0x20) {
      return JsonMistake{
          i,
          {"文字列の中にタブなどの制御文字があります。", "The text holds a tab or another control character."},
          {"消すか、タブなら「\\t」と書いてください。", "Remove it, or write \\t for a tab."}};
    }
    if (text[i] != '\\') continue;
    if (i + 1 >= text.size() || is_blank(text[i + 1])) continue;
    auto hexadecimal = [&](char c) { return base::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    bool unicode = text[i + 1] == 'u' && text.size() > i + 5 &&
                   std::all_of(text.begin() + i + 2, text.begin() + i + 6, hexadecimal);
    if (!unicode && escapes.find(text[i + 1]) == std::string_view::npos) {
      return JsonMistake{
          i,
          {"「\\」の使い方が正しくありません。", "This backslash is not a proper escape."},
          {"「\\」そのものを書くときは「\\\\」と重ねてください。", "Write \\\\ for a backslash itself."}};
    }
    if (auto const half = unicode ? half_character(text, i) : std::nullopt) return half;
    ++i;
  }
  return JsonMistake{
      at,
      {"この「\"」で始まる文字列が、その行の中で閉じられていません。",
       "The text that begins with this quotation mark is not closed on its line."},
      {"終わりに「\"」を書いてください。改行は「\\n」と書きます。", "Close it with \"; write a line break as \\n."}};
}

std::optional<JsonMistake> foreign_notation(std::string_view text, std::size_t at) {
  auto begins = [&](std::string_view prefix) { return text.substr(at).starts_with(prefix); };
  if (begins("//") || begins("/*") || begins("#")) {
    return JsonMistake{at,
                       {"JSON には注釈（コメント）を書けません。", "JSON has no comments."},
                       {"この注釈を消してください。", "Remove the comment."}};
  }
  for (std::string_view quote : {"'", "“", "”", "＂", "「"}) {
    if (!begins(quote)) continue;
    return JsonMistake{at,
                       {fmt::format("文字列は「{}」ではなく「\"」で囲みます。", quote),
                        fmt::format("Text is written between \" and not {}.", quote)},
                       {"半角の「\"」に直してください。", "Use the straight quotation mark \"."}};
  }
  for (auto [wide, narrow] : {std::pair{"，", ","},
                              {"、", ","},
                              {"：", ":"},
                              {"｛", "{"},
                              {"｝", "}"},
                              {"［", "["},
                              {"］", "]"},
                              {"　", " "}}) {
    if (!begins(wide)) continue;
    return JsonMistake{
        at,
        {fmt::format("全角の「{}」は使えません。", wide), fmt::format("The full-width “{}” is not understood.", wide)},
        {fmt::format("半角の「{}」に直してください。", narrow), fmt::format("Use the ASCII “{}”.", narrow)}};
  }
  return std::nullopt;
}

/// １２ or －３: what a Japanese keyboard writes unless it is told not to.
std::optional<JsonMistake> wide_number(std::string_view text, std::size_t at) {
  auto end = at;
  for (auto next = at; next < text.size(); end = next) {
    auto const c = base::next_character(text, next);
    bool const wide = (c >= U'０' && c <= U'９') || c == U'．' || c == U'－' || c == U'＋' || c == U'−';
    if (!wide && !(c < 0x80 && (base::is_digit(char(c)) || c == U'.'))) break;
  }
  auto number = base::nfkc(text.substr(at, end - at));
  for (std::string_view sign : {"−", "+"}) {
    if (number.starts_with(sign)) number.replace(0, sign.size(), sign == "+" ? "" : "-");
  }
  bool const whole = model::parse_decimal(number).has_value();
  if (end == at || !whole) return std::nullopt;
  auto const written = text.substr(at, end - at);
  return JsonMistake{at,
                     {fmt::format("「{}」は全角の数字です。数は半角で書きます。", written),
                      fmt::format("“{}” is written in full-width digits; numbers take ASCII ones.", written)},
                     {fmt::format("半角の「{}」に直してください。", number), fmt::format("Write {}.", number)}};
}

/// 12名: what is behind the number, if that is a word.
std::optional<JsonMistake> number_with_unit(std::string_view text, std::size_t at) {
  auto const unit = shown(text, at);
  if (at == 0 || !base::is_digit(text[at - 1]) || !(text[at] & 0x80)) return std::nullopt;
  auto begin = at;
  while (begin > 0 && (base::is_digit(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-')) --begin;
  auto const number = text.substr(begin, at - begin);
  return JsonMistake{begin,
                     {fmt::format("数「{}」のうしろに「{}」が続いています。", number, unit),
                      fmt::format("The number {} is followed by “{}”.", number, unit)},
                     {fmt::format("「{0}」と数だけを書くか、言葉として「\"{0}{1}\"」と書いてください。", number, unit),
                      fmt::format("Write the number {0} alone, or the text \"{0}{1}\".", number, unit)}};
}

JsonMistake trailing_comma(std::string_view text, Offence const& offence) {
  return {offence.separator,
          {fmt::format("「{}」の前に余分な「,」があります。", text[offence.at]),
           fmt::format("There is a comma too many before “{}”.", text[offence.at])},
          {"この「,」を消してください。", "Remove this comma."}};
}

JsonMistake doubled_comma(std::size_t at) {
  return {at,
          {"「,」が2つ続いています。", "There are two commas in a row."},
          {"どちらか一方を消してください。", "Remove one of them."}};
}

JsonMistake other_bracket(std::string_view text, std::size_t at, JsonStop const& stop) {
  char const opening = text[stop.open.back()], right = opening == '{' ? '}' : ']';
  auto const outer = stop.open.size() > 1 ? text[stop.open[stop.open.size() - 2]] : '\0';
  bool const last = stop.open.size() > 2 || skip_blanks(text, at + 1) == text.size();
  if (last && outer == (text[at] == '}' ? '{' : '['))
    return {at,
            {fmt::format("「{}」の前に「{}」が要ります。", text[at], right),
             fmt::format("“{}” is missing before “{}”.", right, text[at])},
            {fmt::format("すぐ前の値の終わりに「{}」を書き足してください。", right),
             fmt::format("Add “{}” behind the value before it.", right)}};
  return {at,
          {fmt::format("「{}」で始まったところが「{}」で閉じられています。", opening, text[at]),
           fmt::format("What began with “{}” is closed with “{}”.", opening, text[at])},
          {fmt::format("「{}」に直してください。", right), fmt::format("Use “{}” here.", right)}};
}

/// A bracket that is missing between two records of a list.
std::optional<JsonMistake> missing_brace(std::string_view text, Offence const& offence, JsonStop const& stop) {
  auto const at = offence.at;
  bool const in_list = !stop.open.empty() && text[stop.open.back()] == '[';
  bool const in_record =
      stop.open.size() > 1 && text[stop.open.back()] == '{' && text[stop.open[stop.open.size() - 2]] == '[';
  bool const between = offence.expected == JsonExpected::comma || offence.expected == JsonExpected::key;
  if (text[at] == '{' && in_record && between) {
    return JsonMistake{at,
                       {"この「{」の前で、前の記録が「}」で閉じられていません。",
                        "The record before this “{” is not closed with “}”."},
                       {"すぐ上の行の終わりを「},」にしてください。", "End the line above with “},”."}};
  }
  if (text[at] != ':' || !in_list || stop.after < 2 || text[stop.after - 1] != '"') return std::nullopt;
  auto const key = text.rfind('"', stop.after - 2);
  return JsonMistake{
      key,
      {"この項目の前に、記録の始まりの「{」がありません。", "The “{” that begins this record is missing."},
      {"ここに「{」を書き足してください。", "Add “{” here."}};
}

JsonMistake unexpected(std::string_view text, Offence const& offence) {
  auto at = offence.at;
  auto word = shown(text, at);
  switch (offence.expected) {
    case JsonExpected::comma:
      return {
          at,
          {fmt::format("「{}」の前に「,」が要ります。", word), fmt::format("A comma is missing before “{}”.", word)},
          {"すぐ前の値（たいてい、上の行）の終わりに「,」を書いてください。",
           "Put a comma after the value before it, most likely at the end of the line above."}};
    case JsonExpected::colon:
      return {at,
              {fmt::format("項目名の後ろに「:」が要りますが、「{}」があります。", word),
               fmt::format("A colon must follow the key, but here is “{}”.", word)},
              {"項目名と値の間に「:」を書いてください。", "Put a colon between the key and its value."}};
    case JsonExpected::key:
      return {at,
              {fmt::format("ここには項目名が要りますが、「{}」があります。", word),
               fmt::format("A key is expected here, but found “{}”.", word)},
              {"項目名を「\"name\"」のように「\"」で囲んで書いてください。",
               "Write the key between quotation marks, like \"name\"."}};
    case JsonExpected::end:
      return {at,
              {fmt::format("JSON が終わった後に「{}」があります。", word),
               fmt::format("“{}” stands after the end of the JSON.", word)},
              {"いらない部分を消すか、全体を「[」と「]」で囲んでください。",
               "Remove it, or put everything between [ and ]."}};
    case JsonExpected::value:
      break;
  }
  if (text[at] == '}' || text[at] == ']' || text[at] == ',') {
    return {at,
            {fmt::format("「{}」の前に値がありません。", word), fmt::format("A value is missing before “{}”.", word)},
            {"値を書くか、余分な記号を消してください。", "Write the value or remove what is too much."}};
  }
  return {at,
          {fmt::format("「{}」は JSON の値ではありません。", word), fmt::format("“{}” is no JSON value.", word)},
          {"文字は「\"」で囲み、ほかは数、true、false、null、「{」、「[」のどれかにしてください。",
           "Put text between quotation marks; otherwise write a number, true, false, null, { or [."}};
}

JsonMistake bad_number(std::size_t at) {
  return {at,
          {"数の書き方が正しくありません。", "This is not a proper number."},
          {"「12」や「35.33」のように書いてください。0 で始まる番号は「\"0463\"」のように「\"」で囲みます。",
           "Write it like 12 or 35.33; put numbers that begin with 0 between quotation marks, like \"0463\"."}};
}

}  // namespace

JsonMistake explain_json(std::string_view text, JsonStop const& stop) {
  auto offence = find_offence(text, stop);
  auto at = offence.at;
  if (at >= text.size()) return at_end(text, stop);
  char c = text[at];
  bool closing = c == '}' || c == ']';
  if (stop.number_too_large) return bad_number(at);
  if (closing && offence.separated && text[offence.separator] == ',') return trailing_comma(text, offence);
  if (c == ',' && offence.separated && text[offence.separator] == ',') return doubled_comma(at);
  if (closing && !stop.open.empty() && offence.expected != JsonExpected::colon &&
      !(offence.separated && text[offence.separator] == ':')) {
    return other_bracket(text, at, stop);
  }
  if (auto mistake = missing_brace(text, offence, stop)) return *mistake;
  if (c == '"') {
    if (auto mistake = broken_string(text, at)) return *mistake;
  }
  if (auto mistake = foreign_notation(text, at)) return *mistake;
  if (offence.expected == JsonExpected::value) {
    if (auto mistake = wide_number(text, at)) return *mistake;
  }
  if (!offence.separated && at == stop.after) {
    if (auto mistake = number_with_unit(text, at)) return *mistake;
  }
  bool glued = !offence.separated && at == stop.after && at > 0 && base::is_digit(text[at - 1]) &&
               (base::is_digit(c) || c == '.');
  if (glued || c == '-' || c == '+' || (base::is_digit(c) && offence.expected == JsonExpected::value)) {
    while (glued && at > 0 && (base::is_digit(text[at - 1]) || text[at - 1] == '-')) --at;
    return bad_number(at);
  }
  return unexpected(text, offence);
}

}  // namespace tebiki::loading
