#include "loading/syntax/json_and_yaml.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <new>
#include <set>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

/// libyaml counts characters, we count bytes. One mark lies near the one before it, so that all take linear time.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) : text_(text) {}
  std::size_t operator()(yaml_mark_t const& mark) {
    for (; character_ < mark.index && byte_ < text_.size(); ++character_) base::next_character(text_, byte_);
    for (; character_ > mark.index; --character_) {
      do --byte_;
      while ((text_[byte_] & 0xC0) == 0x80);
    }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t character_ = 0;
  std::size_t byte_ = 0;
};

void replace_all(std::string& text, std::string_view old, std::string_view replacement) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos;) text.replace(at, old.size(), replacement);
}

/// What libyaml refuses and files may hold: hidden characters, which were told where files are read, are blanks; U+2028
/// and U+2029, which are line ends to it, are U+FDD0 and U+FDD1, which are no characters and as long.
std::string readable(std::string_view text) {
  std::string result(text);
  for (auto hidden = base::first_hidden_character(text); hidden;
       hidden = base::first_hidden_character(text, hidden->at + hidden->length))
    result.replace(hidden->at, hidden->length, hidden->length, ' ');
  replace_all(result, "\u2028", "\uFDD0");
  replace_all(result, "\u2029", "\uFDD1");
  return result;
}

/// The characters for which `readable` put others.
std::string as_written(yaml_char_t const* scalar, std::size_t length) {
  std::string text(reinterpret_cast<char const*>(scalar), length);
  replace_all(text, "\uFDD0", "\u2028");
  replace_all(text, "\uFDD1", "\u2029");
  return text;
}

void refuse_tag_and_anchor(std::size_t at, yaml_char_t const* tag, yaml_char_t const* anchor) {
  if (anchor) throw yaml_anchor(at);
  if (tag) throw yaml_tag(at);
}

/// Builds values from the events of libyaml, in their order, and refuses what we do not want.
class YamlBuilder {
 public:
  YamlBuilder(YamlText const& yaml, base::Diagnostics& diagnostics) : yaml_(yaml), diagnostics_(diagnostics) {}

  /// `begin` and `end` say where it stands; bytes.
  void take(yaml_event_t const& event, std::size_t begin, std::size_t end);
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
    std::set<std::string> keys{};
  };

  void begin_document(std::size_t at, bool has_directives);
  void open(std::size_t at, decltype(Value::data) empty, bool bracketed);
  void close(std::size_t end);
  void null(std::size_t at);
  void scalar(std::size_t at, std::string_view written, yaml_scalar_style_t style, std::string const& text);
  void tell_of_comment(std::size_t end);
  bool expects_key() const;
  void put(Value value);
  void begin_member(std::string const& key, base::SourceLocation span, std::size_t at);

  YamlText const& yaml_;
  base::Diagnostics& diagnostics_;
  Value root_;
  std::vector<Open> open_;
  std::size_t end_ = 0;  ///< of the scalar or bracket that was read last
  bool started_ = false;
};

void YamlBuilder::take(yaml_event_t const& event, std::size_t begin, std::size_t end) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT: {
      auto const& start = event.data.document_start;
      return begin_document(begin, start.version_directive || start.tag_directives.start);
    }
    case YAML_ALIAS_EVENT:
      throw yaml_alias(begin);
    case YAML_SCALAR_EVENT: {
      auto const& scalar = event.data.scalar;
      refuse_tag_and_anchor(begin, scalar.tag, scalar.anchor);
      return this->scalar(begin, yaml_.text.substr(begin, end - begin), scalar.style,
                          as_written(scalar.value, scalar.length));
    }
    case YAML_SEQUENCE_START_EVENT: {
      auto const& start = event.data.sequence_start;
      refuse_tag_and_anchor(begin, start.tag, start.anchor);
      return open(begin, Values{}, start.style == YAML_FLOW_SEQUENCE_STYLE);
    }
    case YAML_MAPPING_START_EVENT: {
      auto const& start = event.data.mapping_start;
      refuse_tag_and_anchor(begin, start.tag, start.anchor);
      return open(begin, Object{}, start.style == YAML_FLOW_MAPPING_STYLE);
    }
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      return close(end);
    default:
      return;
  }
}

void YamlBuilder::begin_document(std::size_t at, bool has_directives) {
  if (has_directives) throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  if (std::exchange(started_, true)) throw second_yaml_document(at);
}

void YamlBuilder::open(std::size_t at, decltype(Value::data) empty, bool bracketed) {
  // A bracket that is never closed looks like the beginning of a key.
  if (expects_key()) throw explain_yaml_mistake(yaml_.text, at, at);
  if (open_.size() >= deepest_yaml_nesting) throw too_deep_yaml(at);
  open_.push_back({{std::move(empty), yaml_.at(at)}, at, bracketed});
  end_ = at + (bracketed ? 1 : 0);
}

void YamlBuilder::close(std::size_t end) {
  auto closed = std::move(open_.back());
  open_.pop_back();
  if (closed.bracketed) end_ = end;
  // The settings as a whole have no brackets: where they begin is all there is to point at.
  if (!open_.empty() || closed.bracketed) closed.value.at = yaml_.span(closed.at, end_ - closed.at);
  put(std::move(closed.value));
}

void YamlBuilder::null(std::size_t at) {
  if (expects_key()) throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  auto* top = open_.empty() || !open_.back().member ? nullptr : &open_.back();
  // A word between brackets without a colon is a key without a value to YAML.
  if (top && top->bracketed && at == end_) {
    bool const swallowed_colon = top->member->key.find(':') != std::string::npos;
    if (swallowed_colon) throw missing_yaml_blank(yaml_.text, at, top->member->key);
    throw explain_yaml_mistake(yaml_.text, at, std::nullopt);
  }
  put({std::monostate(), yaml_.at(at)});
}

void YamlBuilder::scalar(std::size_t at, std::string_view written, yaml_scalar_style_t style, std::string const& text) {
  bool const plain = style == YAML_PLAIN_SCALAR_STYLE;
  bool const quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  if (plain && written.empty()) return null(at);
  // Text set off by | or > goes on to the beginning of the next line that is not its own.
  written = written.substr(0, written.find_last_not_of(" \t\r\n") + 1);
  end_ = at + written.size();
  auto const span = yaml_.span(at, written.size());
  if (plain) tell_of_comment(end_);
  if (quoted) refuse_hidden_character(text, written, span, diagnostics_);
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
}

/// libyaml's parser over a text, and its events one by one.
class YamlEvents {
 public:
  explicit YamlEvents(std::string_view text) : text_(text), offset_(text) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<yaml_char_t const*>(text.data()), text.size());
  }
  YamlEvents(YamlEvents const&) = delete;
  YamlEvents& operator=(YamlEvents const&) = delete;
  ~YamlEvents() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// Gives the next one to the builder; false after the last. Throws YamlMistake.
  bool next(YamlBuilder& builder) {
    yaml_event_delete(&event_);
    if (!yaml_parser_parse(&parser_, &event_)) throw mistake(builder);
    auto const begin = offset_(event_.start_mark);
    builder.take(event_, begin, offset_(event_.end_mark));
    return event_.type != YAML_STREAM_END_EVENT;
  }

 private:
  YamlMistake mistake(YamlBuilder const& builder) {
    auto const stumbled_at =
        parser_.error == YAML_READER_ERROR ? parser_.problem_offset : offset_(parser_.problem_mark);
    // What was begun and does not end: a text in quotation marks, or a line that should be a key.
    bool const begun = parser_.error == YAML_SCANNER_ERROR && parser_.context;
    auto const begin = begun ? offset_(parser_.context_mark) : stumbled_at;
    bool const quoted = begin < text_.size() && (text_[begin] == '"' || text_[begin] == '\'');
    if (quoted && stumbled_at >= text_.size()) return unclosed_quotation(text_, begin);
    return explain_yaml_mistake(text_, begin, builder.open_bracket());
  }

  std::string_view text_;
  ByteOffsets offset_;
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

Value build(YamlText const& yaml, base::Diagnostics& diagnostics) {
  YamlBuilder builder(yaml, diagnostics);
  YamlEvents events(yaml.text);
  while (events.next(builder)) continue;
  return builder.take();
}

}  // namespace

std::optional<Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics) {
  auto const text = readable(yaml.text);
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

}  // namespace tebiki::loading
