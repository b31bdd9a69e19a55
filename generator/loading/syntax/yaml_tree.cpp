#include "loading/syntax/yaml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace tebiki::loading {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

constexpr std::size_t deepest_nesting = 32;

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
Value value_of(std::string const& text, base::SourceLocation at) {
  if (text == "true" || text == "True" || text == "TRUE") return {true, at};
  if (text == "false" || text == "False" || text == "FALSE") return {false, at};
  if (auto number = number_of(text)) return {*number, at};
  return {text, at};
}

YamlRefusal unexplained(std::string_view text, std::size_t at) {
  return {explain_yaml_mistake(text, at, std::nullopt)};
}

}  // namespace

void YamlTree::begin_document(std::size_t at) {
  if (!std::exchange(started_, true)) return;
  if (!yaml_.text.substr(std::min(at, yaml_.text.size())).starts_with("---")) throw unexplained(yaml_.text, at);
  throw YamlRefusal{{at,
                     {"YAML の途中に「---」の行があります。", "There is a “---” line inside the YAML."},
                     {"この行を消してください。", "Remove this line."}}};
}

void YamlTree::open(std::size_t at, Kind kind, Style style) {
  // yaml-cpp takes a bracket that is never closed for the beginning of a key.
  if (expects_key()) throw YamlRefusal{explain_yaml_mistake(yaml_.text, at, at)};
  if (open_.size() >= deepest_nesting) {
    throw YamlRefusal{{at,
                       {fmt::format("入れ子が深すぎます（{} 段まで）。", deepest_nesting),
                        fmt::format("This is nested too deeply (at most {} levels).", deepest_nesting)},
                       {"入れ子を浅くしてください。", "Use fewer levels."}},
                      "too-deep"};
  }
  auto& opened = open_.emplace_back();
  opened.value.at = yaml_.at(at);
  if (kind == Kind::list) opened.value.data = Values{};
  if (kind == Kind::object) opened.value.data = Object{};
  opened.at = at;
  opened.style = style;
}

void YamlTree::close() {
  auto value = std::move(open_.back().value);
  open_.pop_back();
  put(std::move(value));
}

void YamlTree::null(std::size_t at) {
  if (expects_key()) throw unexplained(yaml_.text, at);
  auto* top = open_.empty() || !open_.back().member ? nullptr : &open_.back();
  // yaml-cpp takes a line without a colon as a key without a value, and puts the value where the key stands.
  if (top && top->member_at == at) throw unexplained(yaml_.text, at);
  bool swallowed_colon = top && top->style == Style::bracketed && top->member->key.find(':') != std::string::npos;
  if (swallowed_colon) throw YamlRefusal{missing_yaml_blank(yaml_.text, at, top->member->key)};
  put({std::monostate(), yaml_.at(at)});
}

void YamlTree::plain(std::size_t at, std::string const& text) {
  auto size = plain_size(at, text);
  if (expects_key()) return begin_member(text, at, size);
  put(value_of(text, yaml_.span(at, size)));
}

void YamlTree::quoted(std::size_t at, std::string const& text) {
  auto size = quoted_size(at);
  if (expects_key()) return begin_member(text, at, size);
  put({text, yaml_.span(at, size)});
}

void YamlTree::literal(std::size_t at, std::string const& text) {
  if (expects_key()) return begin_member(text, at, 0);
  put({text, yaml_.at(at)});
}

void YamlTree::alias(std::size_t at) {
  throw YamlRefusal{
      {at,
       {"YAML のエイリアス（「*」で始まる参照）は使えません。", "YAML aliases (“*name”) are not allowed."},
       {"中身をそのまま書いてください。「*」で始まる文字なら「\"」で囲みます。",
        "Write the content itself; if it is text that begins with *, put it in quotation marks."}},
      "yaml-alias"};
}

void YamlTree::tag_and_anchor(std::size_t at, std::string_view tag, bool anchored) {
  if (anchored) {
    throw YamlRefusal{
        {at,
         {"YAML のアンカー（「&」で始まる名前）は使えません。", "YAML anchors (“&name”) are not allowed."},
         {"消してください。「&」で始まる文字なら「\"」で囲みます。",
          "Remove it; if it is text that begins with &, put it in quotation marks."}},
        "yaml-alias"};
  }
  if (tag.empty() || tag == "?" || tag == "!") return;
  throw YamlRefusal{{at,
                     {"YAML のタグ（「!」で始まる型の指定）は使えません。", "YAML tags (“!type”) are not allowed."},
                     {"消してください。「!」で始まる文字なら「\"」で囲みます。",
                      "Remove it; if it is text that begins with !, put it in quotation marks."}},
                    "yaml-tag"};
}

std::optional<std::size_t> YamlTree::open_bracket() const {
  auto open =
      std::find_if(open_.rbegin(), open_.rend(), [](Open const& item) { return item.style == Style::bracketed; });
  return open == open_.rend() ? std::nullopt : std::optional(open->at);
}

bool YamlTree::expects_key() const {
  return !open_.empty() && std::holds_alternative<Object>(open_.back().value.data) && !open_.back().member;
}

void YamlTree::put(Value value) {
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

void YamlTree::begin_member(std::string const& key, std::size_t at, std::size_t size) {
  auto& top = open_.back();
  if (key.starts_with("　")) throw unexplained(yaml_.text, at);
  if (top.keys.contains(key)) {
    diagnostics_.error(yaml_.span(at, size), "duplicate-key",
                       {fmt::format("「{}」が二度書かれています。", key), fmt::format("“{}” is given twice.", key)},
                       {"どちらか一方を消してください。", "Remove one of them."});
  }
  top.member = Member{key, yaml_.span(at, size), {}};
  top.member_at = at;
}

/// Of text that goes on in further lines the first one.
std::size_t YamlTree::plain_size(std::size_t at, std::string_view text) const {
  auto rest = yaml_.text.substr(std::min(at, yaml_.text.size()));
  if (rest.starts_with(text)) return text.size();
  auto line = rest.substr(0, rest.find_first_of("\r\n"));
  return line.find_last_not_of(" \t") + 1;
}

/// With its quotation marks. yaml-cpp takes the end of the text for the closing one.
std::size_t YamlTree::quoted_size(std::size_t at) const {
  auto quote = yaml_.text[at];
  for (auto i = at + 1; i < yaml_.text.size(); ++i) {
    bool doubled = quote == '\'' && yaml_.text.substr(i).starts_with("''");
    if (yaml_.text[i] == quote && !doubled) return i + 1 - at;
    if (doubled || (quote == '"' && yaml_.text[i] == '\\')) ++i;
  }
  throw YamlRefusal{
      {at,
       {fmt::format("この「{}」で始まる文字列が閉じられていません。", quote),
        fmt::format("The text that begins with this {} is not closed.", quote)},
       {fmt::format("文字列の終わりに「{}」を書いてください。", quote), fmt::format("Write {} at its end.", quote)}}};
}

}  // namespace tebiki::loading
