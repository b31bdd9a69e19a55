// Settings: those of a block, and those between --- lines at the top of a Markdown file.
#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
std::optional<model::Value> read_yaml_object(YamlText const& yaml, base::Message const& what,
                                             base::Diagnostics& diagnostics) {
  auto value = read_yaml(yaml, diagnostics);
  if (!value) return std::nullopt;
  if (value->is_null()) value->data = model::Object{};
  if (value->object()) return value;
  auto first = std::min(yaml.text.find_first_not_of(" \t\r\n"), yaml.text.size());
  auto slip = explain_yaml_line(yaml.text, first);
  if (slip) {
    diagnostics.error(yaml.at(slip->at), "yaml-syntax", slip->message, slip->hint);
  } else {
    diagnostics.error(value->at, "wrong-type",
                      {fmt::format("{}は「項目名: 値」の行でなければなりません。", what.ja),
                       fmt::format("{} must consist of “key: value” lines.", what.en)},
                      {"1 行に一つずつ、「項目名: 値」の形で書いてください。", "Write one “key: value” on each line."});
  }
  return std::nullopt;
}

namespace {

struct Line {
  std::string_view text;  ///< without its line end and trailing blanks
  std::size_t begin = 0;
  std::size_t next = 0;  ///< where the next line begins
};

Line line_at(std::string_view text, std::size_t begin) {
  auto end = std::min(text.find_first_of("\r\n", begin), text.size());
  auto next = end;
  if (next < text.size()) next += text.substr(end).starts_with("\r\n") ? 2 : 1;
  auto line = text.substr(begin, end - begin);
  return {line.substr(0, line.find_last_not_of(" \t") + 1), begin, next};
}

/// 「－－－」, 「———」, 「--」: dashes, but not those that are wanted.
bool is_odd_fence(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++count) {
    auto character = base::next_character(line, at);
    if (!base::is_hyphen_between_digits(character)) return false;
  }
  return count > 1 && line != "---";
}

/// `title: …`: what follows an odd fence only where it was meant to open a front matter.
bool is_setting(std::string_view line) {
  auto end = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), line.size());
  return end > 0 && (line.substr(end).starts_with(":") || line.substr(end).starts_with("："));
}

void report_odd_fence(base::FileId file, Line const& line, base::Diagnostics& diagnostics) {
  diagnostics.error({file, static_cast<std::uint32_t>(line.begin)}, "front-matter-fence",
                    {"ここには、設定を囲む「---」（半角のハイフン3つ）だけの行が要ります。",
                     "A line of three ASCII hyphens is wanted here, around the settings."},
                    {"この行を、半角の「---」に書き直してください。", "Write this line as ---."});
}

/// Settings from the first line on, closed by a fence that nothing opened.
bool lacks_opening(std::string_view text, Line line) {
  if (!is_setting(line.text)) return false;
  while (!line.text.empty() && line.text != "---" && line.next < text.size()) line = line_at(text, line.next);
  return line.text == "---";
}

void report_missing_fence(base::FileId file, Line const& line, base::Diagnostics& diagnostics) {
  diagnostics.error({file, static_cast<std::uint32_t>(line.begin)}, "front-matter-fence",
                    {"設定の上に「---」だけの行がありません。", "There is no line of --- above the settings."},
                    {"この行の上に、半角の「---」だけの行を足してください。", "Add a line of --- above this one."});
}

FrontMatter unclosed(base::FileId file, std::size_t opening, std::string_view text, base::Diagnostics& diagnostics) {
  base::SourceLocation at{file, static_cast<std::uint32_t>(opening)};
  diagnostics.error(
      at, "unclosed-front-matter",
      {"先頭の「---」に対応する、終わりの「---」の行がありません。", "The “---” at the top has no closing “---” line."},
      {"項目（title など）の次の行に「---」だけの行を書いてください。",
       "After the keys (title and so on) add a line of “---”."});
  return {{model::Object{}, at}, {file, static_cast<std::uint32_t>(text.size())}};
}

/// The first line that holds something; blank lines above a front matter do no damage.
Line first_line(std::string_view text) {
  auto line = line_at(text, 0);
  while (line.text.empty() && line.next < text.size()) line = line_at(text, line.next);
  return line;
}

FrontMatter read_fenced(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics) {
  auto text = sources.text(file);
  auto opening = first_line(text);
  bool settings_follow = is_setting(line_at(text, opening.next).text);
  bool odd = settings_follow && is_odd_fence(opening.text);
  bool opens = opening.text == "---" && (opening.begin == 0 || settings_follow);
  bool unopened = !opens && !odd && lacks_opening(text, opening);
  if (!opens && !odd && !unopened) return {{model::Object{}, {file, 0}}, {file, 0}};
  if (odd) report_odd_fence(file, opening, diagnostics);
  if (unopened) report_missing_fence(file, opening, diagnostics);
  auto begin = unopened ? opening.begin : opening.next;
  for (auto at = begin; at < text.size();) {
    auto line = line_at(text, at);
    bool odd_end = is_odd_fence(line.text);
    if (odd_end && !odd) report_odd_fence(file, line, diagnostics);
    if (line.text == "---" || line.text == "..." || odd_end) {
      YamlText yaml{text.substr(begin, at - begin), {}, file};
      yaml.map.add(0, begin);
      auto data = read_yaml_object(yaml, {"ファイルの先頭の「---」の間", "The part between “---” lines"}, diagnostics);
      auto begin_at = base::SourceLocation{file, static_cast<std::uint32_t>(begin)};
      return {data ? std::move(*data) : model::Value{model::Object{}, begin_at},
              {file, static_cast<std::uint32_t>(line.next)}};
    }
    at = line.next;
  }
  return unclosed(file, opening.begin, text, diagnostics);
}

}  // namespace

FrontMatter read_front_matter(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics) {
  base::Diagnostics own;
  auto front = read_fenced(file, sources, own);
  front.sound = !own.has_errors();
  diagnostics.merge(own);
  if (!front.data.object()) front.data.data = model::Object{};
  return front;
}

}  // namespace tebiki::loading
