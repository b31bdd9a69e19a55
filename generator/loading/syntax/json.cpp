#include "loading/syntax/json_and_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

constexpr std::size_t deepest_nesting = 200;
/// More than these nobody writes, and each costs memory and a message where it is wrong.
constexpr std::size_t longest_text = 1'000'000;
constexpr std::size_t most_items = 200'000;

/// Hands nlohmann the text and tells how far it has read: that is how values learn their positions in one pass.
struct CountingIterator {
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  char const** at;

  reference operator*() const { return **at; }
  CountingIterator& operator++() {
    ++*at;
    return *this;
  }
  CountingIterator operator++(int) {
    auto before = *this;
    ++*at;
    return before;
  }
  friend bool operator==(CountingIterator a, CountingIterator b) { return *a.at == *b.at; }
};

bool between_tokens(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':'; }

/// Where the number that begins at `at` ends (RFC 8259 §6); a digit behind a leading zero is not of it.
std::size_t number_end(std::string_view text, std::size_t at) {
  auto digits = [&] {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  };
  auto skip = [&](std::string_view any) {
    bool found = at < text.size() && any.find(text[at]) != any.npos;
    at += found ? 1 : 0;
    return found;
  };
  skip("-");
  if (!skip("0")) digits();
  if (skip(".")) digits();
  if (skip("eE")) {
    skip("+-");
    digits();
  }
  return at;
}

/// Receives nlohmann's events and builds the tree of values.
class Builder {
 public:
  Builder(base::FileId file, std::string_view text, base::Diagnostics& diagnostics)
      : file_(file), text_(text), diagnostics_(diagnostics), read_(text.data()) {}

  std::optional<Value> run() {
    char const* end = text_.data() + text_.size();
    bool fine = nlohmann::json::sax_parse(CountingIterator{&read_}, CountingIterator{&end}, this);
    if (!fine) return std::nullopt;
    return std::move(root_);
  }

  bool null() { return scalar({}); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, std::string const&) { return number(value); }
  bool string(std::string& value) {
    auto start = token();
    if (value.size() > longest_text) return refuse_length(position(start), value.size());
    refuse_hidden_character(value, written(start), span(start), diagnostics_);
    return place({std::move(value), span(start)});
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open({Object{}, position(token())}, '{'); }
  bool start_array(std::size_t) { return open({Values{}, position(token())}, '['); }
  bool key(std::string& name) {
    auto start = token();
    refuse_hidden_character(name, written(start), span(start), diagnostics_);
    std::get<Object>(open_.back().data).push_back({std::move(name), span(start), {}});
    expected_ = JsonExpected::colon;
    return true;
  }
  bool end_object() {
    token();
    refuse_repeated_keys(std::get<Object>(open_.back().data));
    return close();
  }
  bool end_array() {
    token();
    return close();
  }

  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const& exception) {
    JsonStop stop{expected_, end_, static_cast<std::size_t>(read_ - text_.data()), open_positions(),
                  exception.id == 406};
    auto mistake = explain_json(text_, stop);
    diagnostics_.error(position(mistake.offset), "malformed-json", mistake.message, mistake.hint);
    return false;
  }

 private:
  /// Where the token just read begins; its end is remembered.
  std::size_t token() {
    auto start = end_;
    while (start < text_.size() && between_tokens(text_[start])) ++start;
    end_ = static_cast<std::size_t>(read_ - text_.data());
    return start;
  }
  base::SourceLocation position(std::size_t offset) const { return {file_, static_cast<std::uint32_t>(offset)}; }
  /// From `start` to the end of the token just read.
  std::string_view written(std::size_t start) const { return text_.substr(start, span(start).length); }
  base::SourceLocation span(std::size_t start) const {
    return {file_, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end_ - start)};
  }

  bool scalar(decltype(Value::data) data) {
    auto start = token();
    return place({std::move(data), span(start)});
  }
  /// nlohmann has read one byte beyond a number unless the text ended there.
  bool number(double value) {
    auto start = token();
    end_ = number_end(text_, start);
    return place({value, span(start)});
  }

  /// False for one value too many.
  bool place(Value value) {
    expected_ = open_.empty() ? JsonExpected::end : JsonExpected::comma;
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* object = std::get_if<Object>(&open_.back().data)) {
      object->back().value = std::move(value);
    } else {
      auto& values = std::get<Values>(open_.back().data);
      if (values.size() == most_items) return refuse_number(value.at);
      values.push_back(std::move(value));
    }
    return true;
  }
  bool refuse_length(base::SourceLocation at, std::size_t length) {
    diagnostics_.error(
        at, "too-long",
        {fmt::format("ここから始まる言葉が長すぎます（{}バイト、{}バイトまで）。", length, longest_text),
         fmt::format("The text that begins here is too long ({} bytes; {} are the limit).", length, longest_text)},
        {"長い文章は、1件を1つの .md のファイルにするか、分けてください。",
         "Put a long text into an .md file of its own, or split it."});
    return false;
  }
  bool refuse_number(base::SourceLocation at) {
    diagnostics_.error(
        at, "too-many-items",
        {fmt::format("一つの並び（[ … ]）が{}個を超えています。ここから先は読みませんでした。", most_items),
         fmt::format("A list ([ … ]) holds more than {} items; it was not read beyond.", most_items)},
        {"書き出した道具の誤りでないか確かめ、本当に多いなら、ファイルを分けてください。",
         "See whether the tool that wrote it went wrong; otherwise split the file."});
    return false;
  }
  bool open(Value container, char bracket) {
    if (open_.size() >= deepest_nesting) {
      diagnostics_.error(container.at, "nested-too-deeply",
                         {fmt::format("かっこの入れ子が {} 段を超えています。", deepest_nesting),
                          fmt::format("Brackets are nested more than {} deep.", deepest_nesting)},
                         {"入れ子を浅くしてください。閉じかっこの書き忘れかもしれません。",
                          "Make the nesting shallower; a closing bracket may be missing."});
      return false;
    }
    open_.push_back(std::move(container));
    expected_ = bracket == '{' ? JsonExpected::key : JsonExpected::value;
    return true;
  }
  bool close() {
    auto closed = std::move(open_.back());
    closed.at = span(closed.at.offset);
    open_.pop_back();
    return place(std::move(closed));
  }
  std::vector<std::size_t> open_positions() const {
    std::vector<std::size_t> result;
    for (auto const& container : open_) result.push_back(container.at.offset);
    return result;
  }

  void refuse_repeated_keys(Object const& object) {
    std::vector<Member const*> members;
    for (auto const& member : object) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(), [](auto* a, auto* b) { return a->key < b->key; });
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i]->key != members[i - 1]->key) continue;
      diagnostics_.error(members[i]->key_at, "duplicate-key",
                         {fmt::format("「{}」が同じかっこの中に2回書かれています。", members[i]->key),
                          fmt::format("“{}” is given twice within the same braces.", members[i]->key)},
                         {"どちらか一方を消してください。", "Remove one of the two."});
    }
  }
  base::FileId file_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  char const* read_;
  std::size_t end_ = 0;
  JsonExpected expected_ = JsonExpected::value;
  std::vector<Value> open_;
  Value root_;
};

}  // namespace

void refuse_hidden_character(std::string_view value, std::string_view written, base::SourceLocation at,
                             base::Diagnostics& diagnostics) {
  auto const hidden = base::first_hidden_character(value);
  if (!hidden || base::first_hidden_character(written)) return;
  auto const code = fmt::format("U+{:04X}", std::uint32_t(hidden->character));
  diagnostics.error(at, "control-character",
                    {fmt::format("この文字列は、目に見えない制御文字（{}）を表しています。", code),
                     fmt::format("This text stands for an invisible control character ({}).", code)},
                    {"その文字を表す書き方（「\\u」や「&#」で始まります）を消してください。",
                     "Remove what stands for it: it begins with “\\u” or “&#”."});
}

std::optional<JsonMistake> half_character(std::string_view text, std::size_t at) {
  auto const half_of = [&](std::size_t i) {
    auto const digits = text.substr(std::min(i, text.size()), 4);
    if (digits.size() < 4 || !digits.starts_with("\\u") || (digits[2] | 0x20) != 'd' || digits[3] < '8') return 0;
    return (digits[3] | 0x20) < 'c' ? 1 : 2;
  };
  constexpr std::size_t length = 6;
  int const half = half_of(at);
  bool const whole = half == 1 ? half_of(at + length) == 2 : at >= length && half_of(at - length) == 1;
  if (half == 0 || whole) return std::nullopt;
  auto const written = text.substr(at, length);
  return JsonMistake{
      at,
      {fmt::format("「{}」だけでは、文字になりません。", written), fmt::format("{} alone is no character.", written)},
      {"消すか、表したい文字をそのまま書いてください。", "Remove it, or write the character itself."}};
}

std::optional<Value> read_json(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics) {
  return Builder(file, sources.text(file), diagnostics).run();
}

}  // namespace tebiki::loading
