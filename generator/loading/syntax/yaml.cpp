#include "loading/syntax/json_and_yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

/// yaml-cpp counts bytes.
std::size_t offset_of(YAML::Mark const& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

constexpr std::size_t deepest_nesting = 32;

/// Builds values from what yaml-cpp meets, in its order, and refuses what we do not want or what yaml-cpp is too
/// lenient with. Offsets are those of the text.
class YamlBuilder : public YAML::EventHandler {
 public:
  YamlBuilder(YamlText const& yaml, base::Diagnostics& diagnostics) : yaml_(yaml), diagnostics_(diagnostics) {}

  void OnDocumentStart(YAML::Mark const& mark) override { begin_document(offset_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    refuse_tag_and_anchor(offset_of(mark), "", anchor);
    null(offset_of(mark));
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override { refuse_alias(offset_of(mark)); }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    refuse_tag_and_anchor(offset_of(mark), tag, anchor);
    scalar(offset_of(mark), tag, value);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    refuse_tag_and_anchor(offset_of(mark), tag, anchor);
    open(offset_of(mark), Values{}, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    refuse_tag_and_anchor(offset_of(mark), tag, anchor);
    open(offset_of(mark), Object{}, style);
  }
  void OnMapEnd() override { close(); }

  /// The innermost bracket that is still open.
  std::optional<std::size_t> open_bracket() const;
  Value take() { return std::move(root_); }

 private:
  /// A list or object whose end has not been seen.
  struct Open {
    Value value;
    std::size_t at = 0;
    bool bracketed = false;
    std::optional<Member> member{};  ///< the key that waits for its value
    std::size_t member_at = 0;
    std::set<std::string> keys{};
  };

  void begin_document(std::size_t at);
  void open(std::size_t at, decltype(Value::data) empty, YAML::EmitterStyle::value style);
  void close();
  void null(std::size_t at);
  void scalar(std::size_t at, std::string const& tag, std::string const& text);
  void tell_of_comment(std::size_t end);
  [[noreturn]] static void refuse_alias(std::size_t at);
  static void refuse_tag_and_anchor(std::size_t at, std::string_view tag, YAML::anchor_t anchor);
  bool expects_key() const;
  void put(Value value);
  void begin_member(std::string const& key, base::SourceLocation span, std::size_t at);

  YamlText const& yaml_;
  base::Diagnostics& diagnostics_;
  Value root_;
  std::vector<Open> open_;
  std::size_t end_ = 0;  ///< of what was read last
  bool started_ = false;
};

void YamlBuilder::begin_document(std::size_t at) {
  if (!std::exchange(started_, true)) return;
  if (!yaml_.text.substr(std::min(at, yaml_.text.size())).starts_with("---"))
    throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  throw YamlMistake{at,
                    {"YAML の途中に「---」の行があります。", "There is a “---” line inside the YAML."},
                    {"この行を消してください。", "Remove this line."}};
}

void YamlBuilder::open(std::size_t at, decltype(Value::data) empty, YAML::EmitterStyle::value style) {
  // yaml-cpp takes a bracket that is never closed for the beginning of a key.
  if (expects_key()) throw explain_yaml_mistake(yaml_.text, at, at);
  if (open_.size() >= deepest_nesting) {
    throw YamlMistake{at,
                      {fmt::format("入れ子が深すぎます（{} 段まで）。", deepest_nesting),
                       fmt::format("This is nested too deeply (at most {} levels).", deepest_nesting)},
                      {"入れ子を浅くしてください。", "Use fewer levels."},
                      "too-deep"};
  }
  bool const bracketed = style == YAML::EmitterStyle::Flow;
  open_.push_back({{std::move(empty), yaml_.at(at)}, at, bracketed});
  end_ = at + (bracketed ? 1 : 0);
}

void YamlBuilder::close() {
  auto closed = std::move(open_.back());
  open_.pop_back();
  auto const bracket = yaml_.text.find_first_not_of(" \t\r\n,", end_);
  bool const ends = bracket != std::string_view::npos && (yaml_.text[bracket] == ']' || yaml_.text[bracket] == '}');
  if (closed.bracketed && ends) end_ = bracket + 1;
  // The settings as a whole have no brackets: where they begin is all there is to point at.
  if (!open_.empty() || closed.bracketed) closed.value.at = yaml_.span(closed.at, end_ - closed.at);
  put(std::move(closed.value));
}

void YamlBuilder::null(std::size_t at) {
  if (expects_key()) throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  auto* top = open_.empty() || !open_.back().member ? nullptr : &open_.back();
  // yaml-cpp takes a line without a colon as a key without a value, and puts the value where the key stands.
  if (top && top->member_at == at) throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  bool swallowed_colon = top && top->bracketed && top->member->key.find(':') != std::string::npos;
  if (swallowed_colon) throw missing_yaml_blank(yaml_.text, at, top->member->key);
  put({std::monostate(), yaml_.at(at)});
}

void YamlBuilder::scalar(std::size_t at, std::string const& tag, std::string const& text) {
  bool const quoted = at < yaml_.text.size() && (yaml_.text[at] == '"' || yaml_.text[at] == '\'');
  // Text set off by | or > is text, whatever it looks like.
  bool const plain = !quoted && tag == "?";
  auto const size = quoted  ? quoted_size(yaml_.text, at)
                    : plain ? plain_size(yaml_.text, at, text)
                            : block_scalar_size(yaml_.text, at);
  end_ = at + size;
  auto const span = yaml_.span(at, size);
  if (plain) tell_of_comment(end_);
  if (quoted) refuse_hidden_character(text, yaml_.text.substr(at, size), span, diagnostics_);
  if (expects_key()) return begin_member(text, span, at);
  put(plain ? plain_value(text, span) : Value{text, span});
}

/// YAML drops what stands behind a blank and a `#`: of 「電話は #7119 へ」 it leaves 「電話は」.
void YamlBuilder::tell_of_comment(std::size_t end) {
  auto const sign = yaml_.text.find_first_not_of(" \t", end);
  if (sign == std::string_view::npos || sign == end || yaml_.text[sign] != '#') return;
  auto const line_end = std::min(yaml_.text.find_first_of("\r\n", sign), yaml_.text.size());
  diagnostics_.warning(yaml_.span(sign, line_end - sign), "yaml-comment",
                       {"空白のあとの「#」から行の終わりまでは、メモとみなして読みとばします。",
                        "What follows a blank and “#” is skipped as a comment."},
                       {"値の一部なら、値の全体を「\"」で囲んでください。メモなら、その前の行に移します。",
                        "If it is part of the value, put the whole value in quotation marks; if it is a comment, move "
                        "it to the line before."});
}

void YamlBuilder::refuse_alias(std::size_t at) {
  throw YamlMistake{at,
                    {"YAML のエイリアス（「*」で始まる参照）は使えません。", "YAML aliases (“*name”) are not allowed."},
                    {"中身をそのまま書いてください。「*」で始まる文字なら「\"」で囲みます。",
                     "Write the content itself; if it is text that begins with *, put it in quotation marks."},
                    "yaml-alias"};
}

void YamlBuilder::refuse_tag_and_anchor(std::size_t at, std::string_view tag, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor) {
    throw YamlMistake{at,
                      {"YAML のアンカー（「&」で始まる名前）は使えません。", "YAML anchors (“&name”) are not allowed."},
                      {"消してください。「&」で始まる文字なら「\"」で囲みます。",
                       "Remove it; if it is text that begins with &, put it in quotation marks."},
                      "yaml-alias"};
  }
  if (tag.empty() || tag == "?" || tag == "!") return;
  throw YamlMistake{at,
                    {"YAML のタグ（「!」で始まる型の指定）は使えません。", "YAML tags (“!type”) are not allowed."},
                    {"消してください。「!」で始まる文字なら「\"」で囲みます。",
                     "Remove it; if it is text that begins with !, put it in quotation marks."},
                    "yaml-tag"};
}

std::optional<std::size_t> YamlBuilder::open_bracket() const {
  auto open = std::find_if(open_.rbegin(), open_.rend(), [](Open const& item) { return item.bracketed; });
  return open == open_.rend() ? std::nullopt : std::optional(open->at);
}

bool YamlBuilder::expects_key() const {
  return !open_.empty() && std::holds_alternative<Object>(open_.back().value.data) && !open_.back().member;
}

void YamlBuilder::put(Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (auto* list = std::get_if<Values>(&open_.back().value.data)) {
    list->push_back(std::move(value));
  } else {
    auto& top = open_.back();
    auto member = std::move(*top.member);
    top.member.reset();
    if (!top.keys.insert(member.key).second) return;  // reported when the key was seen; the first one counts
    member.value = std::move(value);
    std::get<Object>(top.value.data).push_back(std::move(member));
  }
}

void YamlBuilder::begin_member(std::string const& key, base::SourceLocation span, std::size_t at) {
  auto& top = open_.back();
  if (key.starts_with("　")) throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  if (top.keys.contains(key)) {
    diagnostics_.error(span, "duplicate-key",
                       {fmt::format("「{}」が二度書かれています。", key), fmt::format("“{}” is given twice.", key)},
                       {"どちらか一方を消してください。", "Remove one of them."});
  }
  top.member = Member{key, span, {}};
  top.member_at = at;
}

/// Control characters are reported where files are read; here they must only do no harm (yaml-cpp ends at U+0004).
std::string without_control_characters(std::string_view text) {
  std::string result(text);
  std::replace_if(result.begin(), result.end(), base::is_control_character, ' ');
  return result;
}

/// yaml-cpp silently ends at a `%` line.
void refuse_percent_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '%') throw explain_yaml_mistake(text, at, std::nullopt);
    auto end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

Value build(YamlText const& yaml, base::Diagnostics& diagnostics) {
  YamlBuilder builder(yaml, diagnostics);
  std::istringstream stream{std::string(yaml.text)};
  try {
    refuse_percent_line(yaml.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (YAML::Exception const& problem) {
    auto at = problem.mark.is_null() ? yaml.text.size() : offset_of(problem.mark);
    throw explain_yaml_mistake(yaml.text, at, builder.open_bracket());
  }
  return builder.take();
}

}  // namespace

std::optional<Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics) {
  auto text = without_control_characters(yaml.text);
  YamlText cleaned{text, yaml.map, yaml.file};
  try {
    auto value = build(cleaned, diagnostics);
    if (value.at.file == base::FileId::none) value.at = yaml.at(0);
    return value;
  } catch (YamlMistake const& mistake) {
    diagnostics.error(yaml.at(mistake.at), mistake.code, mistake.message, mistake.hint);
    return std::nullopt;
  }
}

std::optional<Value> read_yaml(std::string_view text, base::SourceLocation begin, base::Diagnostics& diagnostics) {
  YamlText yaml{text, {}, begin.file};
  yaml.map.add(0, begin.offset);
  return read_yaml(yaml, diagnostics);
}

}  // namespace tebiki::loading
