#include "loading/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>
#include <utility>

#include "loading/yaml_reading.hpp"

namespace tebiki::loading {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

constexpr std::size_t deepest_nesting = 32;

/// Ends the reading at once; caught in `read_yaml`.
struct Refusal {
  YamlMistake mistake;
  std::string_view code = "yaml-syntax";
};

std::size_t offset_of(YAML::Mark const& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

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

/// YAML 1.2.2 §10.3, the core schema, less what `number_of` leaves out.
Value plain_scalar(std::string const& text, support::Position at) {
  if (text == "true" || text == "True" || text == "TRUE") return {true, at};
  if (text == "false" || text == "False" || text == "FALSE") return {false, at};
  if (auto number = number_of(text)) return {*number, at};
  return {text, at};
}

/// Builds the values from the parser's events.
class ValueBuilder : public YAML::EventHandler {
 public:
  ValueBuilder(YamlText const& yaml, support::Diagnostics& diagnostics) : yaml_(yaml), diagnostics_(diagnostics) {}

  Value take() { return std::move(root_); }
  std::optional<std::size_t> open_bracket() const {
    auto open = std::find_if(open_.rbegin(), open_.rend(), [](Open const& item) { return item.bracketed; });
    return open == open_.rend() ? std::nullopt : std::optional(open->at);
  }

  void OnDocumentStart(YAML::Mark const& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override;
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override;
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& text) override;
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    refuse_tag_and_anchor(mark, tag, anchor);
    open(mark, Values{}, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    refuse_tag_and_anchor(mark, tag, anchor);
    open(mark, Object{}, style);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or object whose end has not been seen.
  struct Open {
    Value value;
    std::size_t at = 0;
    bool bracketed = false;
    std::optional<Member> member;  ///< the key that waits for its value
    std::set<std::string> keys;
  };

  void open(YAML::Mark const& mark, decltype(Value::data) data, YAML::EmitterStyle::value style);
  void close();
  void put(Value value);
  bool expects_key() const {
    return !open_.empty() && std::holds_alternative<Object>(open_.back().value.data) && !open_.back().member;
  }
  void begin_member(std::string const& key, std::size_t at);
  void refuse_tag_and_anchor(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor);
  void refuse_unclosed_quote(std::size_t at);

  YamlText const& yaml_;
  support::Diagnostics& diagnostics_;
  Value root_;
  std::vector<Open> open_;
  bool started_ = false;
};

void ValueBuilder::OnDocumentStart(YAML::Mark const& mark) {
  if (!std::exchange(started_, true)) return;
  auto at = offset_of(mark);
  if (yaml_.text.substr(at).starts_with("---")) {
    throw Refusal{{at,
                   {"YAML の途中に「---」の行があります。", "There is a “---” line inside the YAML."},
                   {"この行を消してください。", "Remove this line."}}};
  }
  throw Refusal{explain_yaml_mistake(yaml_.text, at, std::nullopt)};
}

void ValueBuilder::OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) {
  refuse_tag_and_anchor(mark, "", anchor);
  auto at = offset_of(mark);
  // yaml-cpp takes a line without a colon as a key without a value, and puts the value where the key stands.
  bool no_colon = !open_.empty() && open_.back().member && yaml_.at(at) == open_.back().member->key_at;
  bool swallowed_colon = !open_.empty() && open_.back().bracketed && open_.back().member &&
                         open_.back().member->key.find_first_of(':') != std::string::npos;
  if (expects_key() || no_colon) throw Refusal{explain_yaml_mistake(yaml_.text, at, std::nullopt)};
  if (swallowed_colon) throw Refusal{missing_yaml_blank(yaml_.text, at, open_.back().member->key)};
  put({std::monostate(), yaml_.at(at)});
}

void ValueBuilder::OnAlias(YAML::Mark const& mark, YAML::anchor_t) {
  throw Refusal{{offset_of(mark),
                 {"YAML のエイリアス（「*」で始まる参照）は使えません。", "YAML aliases (“*name”) are not allowed."},
                 {"中身をそのまま書いてください。「*」で始まる文字なら「\"」で囲みます。",
                  "Write the content itself; if it is text that begins with *, put it in quotation marks."}},
                "yaml-alias"};
}

void ValueBuilder::OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                            std::string const& text) {
  auto at = offset_of(mark);
  refuse_tag_and_anchor(mark, tag, anchor);
  bool quoted = at < yaml_.text.size() && (yaml_.text[at] == '"' || yaml_.text[at] == '\'');
  if (quoted) refuse_unclosed_quote(at);
  if (expects_key()) return begin_member(text, at);
  put(tag == "?" ? plain_scalar(text, yaml_.at(at)) : Value{text, yaml_.at(at)});
}

void ValueBuilder::open(YAML::Mark const& mark, decltype(Value::data) data, YAML::EmitterStyle::value style) {
  auto at = offset_of(mark);
  // yaml-cpp takes a bracket that is never closed for the beginning of a key.
  if (expects_key()) throw Refusal{explain_yaml_mistake(yaml_.text, at, at)};
  if (open_.size() >= deepest_nesting) {
    throw Refusal{{at,
                   {fmt::format("入れ子が深すぎます（{} 段まで）。", deepest_nesting),
                    fmt::format("This is nested too deeply (at most {} levels).", deepest_nesting)},
                   {"入れ子を浅くしてください。", "Use fewer levels."}},
                  "too-deep"};
  }
  open_.push_back({{std::move(data), yaml_.at(at)}, at, style == YAML::EmitterStyle::Flow, std::nullopt, {}});
}

void ValueBuilder::close() {
  auto value = std::move(open_.back().value);
  open_.pop_back();
  put(std::move(value));
}

void ValueBuilder::put(Value value) {
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

void ValueBuilder::begin_member(std::string const& key, std::size_t at) {
  auto& top = open_.back();
  if (key.starts_with("　")) throw Refusal{explain_yaml_mistake(yaml_.text, at, std::nullopt)};
  if (top.keys.contains(key)) {
    diagnostics_.error(yaml_.at(at), "duplicate-key",
                       {fmt::format("「{}」が二度書かれています。", key), fmt::format("“{}” is given twice.", key)},
                       {"どちらか一方を消してください。", "Remove one of them."});
  }
  top.member = Member{key, yaml_.at(at), {}};
}

void ValueBuilder::refuse_tag_and_anchor(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor) {
    throw Refusal{{offset_of(mark),
                   {"YAML のアンカー（「&」で始まる名前）は使えません。", "YAML anchors (“&name”) are not allowed."},
                   {"消してください。「&」で始まる文字なら「\"」で囲みます。",
                    "Remove it; if it is text that begins with &, put it in quotation marks."}},
                  "yaml-alias"};
  }
  if (tag.empty() || tag == "?" || tag == "!") return;
  throw Refusal{{offset_of(mark),
                 {"YAML のタグ（「!」で始まる型の指定）は使えません。", "YAML tags (“!type”) are not allowed."},
                 {"消してください。「!」で始まる文字なら「\"」で囲みます。",
                  "Remove it; if it is text that begins with !, put it in quotation marks."}},
                "yaml-tag"};
}

/// yaml-cpp takes the end of the text for the closing mark.
void ValueBuilder::refuse_unclosed_quote(std::size_t at) {
  auto quote = yaml_.text[at];
  for (auto i = at + 1; i < yaml_.text.size(); ++i) {
    if (yaml_.text[i] == quote) return;
    if (quote == '"' && yaml_.text[i] == '\\') ++i;
  }
  throw Refusal{
      {at,
       {fmt::format("この「{}」で始まる文字列が閉じられていません。", quote),
        fmt::format("The text that begins with this {} is not closed.", quote)},
       {fmt::format("文字列の終わりに「{}」を書いてください。", quote), fmt::format("Write {} at its end.", quote)}}};
}

/// Control characters are reported where files are read; here they must only do no harm (yaml-cpp ends at U+0004).
std::string without_control_characters(std::string_view text) {
  std::string result(text);
  auto control = [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  };
  std::replace_if(result.begin(), result.end(), control, ' ');
  return result;
}

/// yaml-cpp silently ends at a `%` line.
void refuse_percent_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '%') throw Refusal{explain_yaml_mistake(text, at, std::nullopt)};
    auto end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

Value build(YamlText const& yaml, support::Diagnostics& diagnostics) {
  ValueBuilder builder(yaml, diagnostics);
  std::istringstream stream{std::string(yaml.text)};
  try {
    refuse_percent_line(yaml.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (YAML::Exception const& problem) {
    auto at = problem.mark.is_null() ? yaml.text.size() : offset_of(problem.mark);
    throw Refusal{explain_yaml_mistake(yaml.text, at, builder.open_bracket())};
  }
  return builder.take();
}

}  // namespace

std::optional<Value> read_yaml(YamlText const& yaml, support::Diagnostics& diagnostics) {
  auto text = without_control_characters(yaml.text);
  YamlText cleaned{text, yaml.map, yaml.file};
  try {
    auto value = build(cleaned, diagnostics);
    if (value.at.file == support::FileId::none) value.at = yaml.at(0);
    return value;
  } catch (Refusal const& refusal) {
    auto& mistake = refusal.mistake;
    diagnostics.error(yaml.at(mistake.at), refusal.code, mistake.message, mistake.hint);
    return std::nullopt;
  }
}

std::optional<Value> read_yaml_object(YamlText const& yaml, support::Words const& what,
                                      support::Diagnostics& diagnostics) {
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

std::optional<Value> read_yaml(std::string_view text, support::Position begin, support::Diagnostics& diagnostics) {
  YamlText yaml{text, {}, begin.file};
  yaml.map.add(0, begin.offset);
  return read_yaml(yaml, diagnostics);
}

}  // namespace tebiki::loading
