#include "loading/syntax/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "base/unicode.hpp"
#include "loading/syntax/yaml_tree.hpp"

namespace tebiki::loading {
namespace {

using model::Object;
using model::Value;

/// yaml-cpp counts bytes.
std::size_t offset_of(YAML::Mark const& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

YamlTree::Style style_of(YAML::EmitterStyle::value style) {
  return style == YAML::EmitterStyle::Flow ? YamlTree::Style::bracketed : YamlTree::Style::block;
}

/// Hands what yaml-cpp meets to the tree.
class Events : public YAML::EventHandler {
 public:
  Events(std::string_view text, YamlTree& tree) : text_(text), tree_(tree) {}

  void OnDocumentStart(YAML::Mark const& mark) override { tree_.begin_document(offset_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    tree_.tag_and_anchor(offset_of(mark), "", anchor != YAML::NullAnchor);
    tree_.null(offset_of(mark));
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override { tree_.alias(offset_of(mark)); }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    auto at = offset_of(mark);
    tree_.tag_and_anchor(at, tag, anchor != YAML::NullAnchor);
    bool quotation = at < text_.size() && (text_[at] == '"' || text_[at] == '\'');
    if (quotation) return tree_.quoted(at, value);
    // Text set off by | or > is text, whatever it looks like.
    if (tag != "?") return tree_.literal(at, value);
    tree_.plain(at, value);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    tree_.tag_and_anchor(offset_of(mark), tag, anchor != YAML::NullAnchor);
    tree_.open(offset_of(mark), YamlTree::Kind::list, style_of(style));
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    tree_.tag_and_anchor(offset_of(mark), tag, anchor != YAML::NullAnchor);
    tree_.open(offset_of(mark), YamlTree::Kind::object, style_of(style));
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  std::string_view text_;
  YamlTree& tree_;
};

/// Control characters are reported where files are read; here they must only do no harm (yaml-cpp ends at U+0004).
std::string without_control_characters(std::string_view text) {
  std::string result(text);
  std::replace_if(result.begin(), result.end(), base::is_control_character, ' ');
  return result;
}

/// yaml-cpp silently ends at a `%` line.
void refuse_percent_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '%') throw YamlRefusal{explain_yaml_mistake(text, at, std::nullopt)};
    auto end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

Value build(YamlText const& yaml, base::Diagnostics& diagnostics) {
  YamlTree tree(yaml, diagnostics);
  Events events(yaml.text, tree);
  std::istringstream stream{std::string(yaml.text)};
  try {
    refuse_percent_line(yaml.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) continue;
  } catch (YAML::Exception const& problem) {
    auto at = problem.mark.is_null() ? yaml.text.size() : offset_of(problem.mark);
    throw YamlRefusal{explain_yaml_mistake(yaml.text, at, tree.open_bracket())};
  }
  return tree.take();
}

}  // namespace

std::optional<Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics) {
  auto text = without_control_characters(yaml.text);
  YamlText cleaned{text, yaml.map, yaml.file};
  try {
    auto value = build(cleaned, diagnostics);
    if (value.at.file == base::FileId::none) value.at = yaml.at(0);
    return value;
  } catch (YamlRefusal const& refusal) {
    auto& mistake = refusal.mistake;
    diagnostics.error(yaml.at(mistake.at), refusal.code, mistake.message, mistake.hint);
    return std::nullopt;
  }
}

std::optional<Value> read_yaml_object(YamlText const& yaml, base::Message const& what, base::Diagnostics& diagnostics) {
  auto value = read_yaml(yaml, diagnostics);
  if (!value) return std::nullopt;
  if (value->is_null()) value->data = Object{};
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

std::optional<Value> read_yaml(std::string_view text, base::SourceLocation begin, base::Diagnostics& diagnostics) {
  YamlText yaml{text, {}, begin.file};
  yaml.map.add(0, begin.offset);
  return read_yaml(yaml, diagnostics);
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
