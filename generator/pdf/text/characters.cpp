// How characters behave in a line: their class, the space between two of them, and what is never
// parted; how wide the words of drawings are.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/unicode.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/line_breaking.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

namespace {

using enum CharacterClass;

bool one_of(char32_t character, std::u32string_view set) { return set.find(character) != set.npos; }

CharacterClass ascii_class(char32_t c) {
  if (c == U'\n') return newline;
  if (c == U' ') return space;
  if (c >= U'0' && c <= U'9') return figure;
  bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return letter ? western : western_mark;
}

bool closes(CharacterClass c) { return c == closing || c == comma || c == stop; }
bool blank_itself(CharacterClass c) { return c == space || c == wide_space || c == newline; }
bool latin(CharacterClass c) { return c == western || c == western_mark || c == figure; }
bool japanese(CharacterClass c) { return c == ideographic || c == exclamation || c == object; }

/// Nothing is ever put between two parts of a word, a number or a run of dashes.
bool solid(CharacterClass a, CharacterClass b) {
  return (latin(a) && latin(b)) || (a == dash && b == dash) || a == opening || closes(b);
}

Spacing beside_word_space() { return {0, 0.08F, 0.2F, 0.05F}; }
Spacing beside_blank() { return {0, 0, 0, 0.25F}; }
constexpr Spacing quarter{0.25F, 0.125F, 0.2F, 0.05F};
Spacing flexible(float natural, float shrink) { return {natural, shrink, 0.1F, 0.15F}; }

}  // namespace

CharacterClass character_class(char32_t c) {
  if (c < 0x80) return ascii_class(c);
  bool plain = (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ヺ') || (c >= 0x4e00 && c <= 0x9fff);
  if (plain) return ideographic;
  if (c == U'\u3000') return wide_space;
  if (c == U'\u00a0' || one_of(c, U"〒№℡")) return western_mark;
  if (one_of(c, U"「『（［｛〔〈《【〖〘｟“‘")) return opening;
  if (one_of(c, U"」』）］｝〕〉》】〗〙｠”’")) return closing;
  if (one_of(c, U"、，")) return comma;
  if (one_of(c, U"。．")) return stop;
  if (one_of(c, U"・：；･")) return middle_dot;
  if (one_of(c, U"！？‼⁇⁈⁉")) return exclamation;
  if (one_of(c, U"—―─…‥〜～–→←↑↓")) return dash;
  if (c == U'\ufffc') return object;
  bool symbol = (c >= 0x2100 && c < 0x2c00) || one_of(c, U"※×÷±§¶°");
  if (symbol || c >= 0x2e80) return ideographic;
  return c >= 0x2000 && c < 0x2100 ? western_mark : western;
}

Spacing spacing_between(Neighbour before, Neighbour after) {
  auto a = before.kind;
  auto b = after.kind;
  if (a == space) return beside_word_space();
  if (blank_itself(a) || blank_itself(b)) return beside_blank();
  if (closes(a) && closes(b)) return {};
  if (closes(a) && b == middle_dot) return flexible(after.blank / 2, after.blank / 2);
  if (solid(a, b)) return {};
  if (closes(a) && b == opening) {
    float blank = std::max(before.blank, after.blank);
    return flexible(blank, a == stop ? 0 : blank);
  }
  if (a == stop) return flexible(before.blank, 0);
  if (closes(a)) return flexible(before.blank, before.blank);
  if (b == opening) return flexible(after.blank, after.blank);
  if (a == middle_dot || b == middle_dot) {
    float blank = (a == middle_dot ? before.blank : after.blank) - proportional_blank;
    return flexible(blank, blank);
  }
  if ((a == western && japanese(b)) || (japanese(a) && b == western)) return quarter;
  return {0, 0, 0, 0.25F};
}

namespace {

bool is_figure(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// Signs that join figures to one number, time or span when a figure follows.
bool joins(char32_t c) {
  return std::u32string_view(U"-‐‑−–－.,:/()〜～，．：／（）ー").find(c) != std::u32string_view::npos;
}

constexpr std::array<std::string_view, 47> units = {
    "回目", "年目", "番目", "時間", "ページ", "か所", "カ所", "ヶ所", "か月", "カ月", "ヶ月", "年度",
    "週間", "階建", "丁目", "番地", "日間",   "年間", "円",   "時",   "分",   "秒",   "年",   "月",
    "日",   "人",   "名",   "台",   "回",     "件",   "歳",   "枚",   "階",   "号",   "番",   "歩",
    "割",   "倍",   "度",   "床",   "章",     "級",   "名",   "％",   "%",    "km",   "kg"};
constexpr std::array<std::string_view, 6> prefixes = {"〒", "第", "約", "¥", "￥", "№"};

bool is_kanji(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

/// Behind the unit that follows figures; of a kanji that is none of these one character stays with them: 3町.
std::uint32_t after_unit(std::string_view text, std::uint32_t at) {
  for (auto unit : units)
    if (text.substr(at).starts_with(unit)) return at + std::uint32_t(unit.size());
  std::size_t next = at;
  return next < text.size() && is_kanji(base::next_character(text, next)) ? std::uint32_t(next) : at;
}

std::uint32_t before_prefix(std::string_view text, std::uint32_t at) {
  for (auto prefix : prefixes)
    if (text.substr(0, at).ends_with(prefix)) return at - std::uint32_t(prefix.size());
  return at;
}

/// The end of the figures that begin at `at`, joining signs between figures included.
std::uint32_t after_figures(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (at < text.size()) {
    char32_t c = base::next_character(text, at);
    if (is_figure(c)) {
      end = at;
    } else if (!joins(c)) {
      break;
    }
  }
  return std::uint32_t(end);
}

}  // namespace

std::vector<TextRange> unbreakable_ranges(std::string_view text) {
  std::vector<TextRange> ranges;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = std::uint32_t(at);
    if (!is_figure(base::next_character(text, at))) continue;
    auto figures = after_figures(text, begin);
    TextRange range{before_prefix(text, begin), after_unit(text, figures)};
    at = range.end;
    ranges.push_back(range);
  }
  return ranges;
}

std::vector<TextRange> named_numbers(std::string_view text) {
  constexpr std::array<std::string_view, 6> names = {"令和", "平成", "昭和", "要支援", "要介護", "第"};
  std::vector<TextRange> ranges;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    if (!is_figure(base::next_character(text, at))) continue;
    for (auto name : names)
      if (text.substr(0, begin).ends_with(name))
        ranges.push_back({std::uint32_t(begin - name.size()), std::uint32_t(at)});
  }
  return ranges;
}

namespace {

/// Letters, a point and a slash, or a scheme: not a date, not a span of numbers.
bool is_web_address(std::string_view word) {
  if (word.find("://") != word.npos) return true;
  bool const letters = std::any_of(word.begin(), word.end(), [](char c) { return ascii_class(c) == western; });
  return letters && word.find('.') != word.npos && word.find('/') != word.npos;
}

}  // namespace

std::vector<TextRange> web_addresses(std::string_view text) {
  std::vector<TextRange> ranges;
  auto const within = [](char c) { return c > ' ' && c < 0x7F; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto end = at;
    while (end < text.size() && within(text[end])) ++end;
    if (end > at && is_web_address(text.substr(at, end - at)))
      ranges.push_back({std::uint32_t(at), std::uint32_t(end)});
    at = end;
  }
  return ranges;
}

std::vector<TextRange> short_pieces(std::string_view text, std::u32string_view separators, std::size_t longest) {
  std::vector<TextRange> ranges;
  std::uint32_t begin = 0;
  bool parted = false;
  auto add = [&](std::size_t end) {
    bool fits = end > begin && base::character_count(text.substr(begin, end - begin)) <= longest;
    if (fits) ranges.push_back({begin, std::uint32_t(end)});
  };
  for (std::size_t at = 0; at < text.size();) {
    auto before = at;
    char32_t character = base::next_character(text, at);
    if (separators.find(character) == separators.npos) continue;
    parted = true;
    add(character == U'\u3000' ? before : at);
    begin = std::uint32_t(at);
  }
  if (!parted) return {};
  add(text.size());
  return ranges;
}

std::vector<TextRange> short_brackets(std::string_view text, std::size_t longest) {
  constexpr std::u32string_view opening = U"（(［[「", closing = U"）)］]」";
  std::vector<TextRange> ranges;
  std::optional<std::uint32_t> begin;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    auto before = std::uint32_t(at);
    char32_t character = base::next_character(text, at);
    if (opening.find(character) != opening.npos) {
      begin = before;
      characters = 0;
    } else if (begin && closing.find(character) != closing.npos) {
      if (characters < longest) ranges.push_back({*begin, std::uint32_t(at)});
      begin.reset();
    }
  }
  return ranges;
}

namespace {

class FontMeasure : public model::TextMeasure {
 public:
  explicit FontMeasure(Fonts const& fonts) : fonts_(fonts) {}

  double width(std::string_view text, model::MeasuredFont font) const override {
    return text_width(fonts_, text, {FontChoice::List::body, font.bold, false}, font.size);
  }

  /// As many phrases on each line as fit; one that is wider is parted between characters.
  std::vector<std::string> lines(std::string_view text, model::MeasuredFont font, double width) const override {
    std::vector<std::string> lines;
    std::string_view line;
    std::size_t begin = 0;
    auto take = [&](std::size_t end) {
      auto longer = text.substr(line.empty() ? begin : std::size_t(line.data() - text.data()));
      longer = longer.substr(0, end - std::size_t(longer.data() - text.data()));
      bool fits = this->width(longer, font) <= width;
      if (!fits && !line.empty()) lines.emplace_back(line);
      line = fits || line.empty() ? longer : text.substr(begin, end - begin);
      begin = end;
    };
    for (auto end : ends_of_phrases(text)) {
      bool whole = this->width(text.substr(begin, end - begin), font) <= width;
      for (auto at = begin; !whole && at < end;) {
        base::next_character(text, at);
        take(at);
      }
      if (whole) take(end);
    }
    if (!line.empty()) lines.emplace_back(line);
    return lines;
  }

 private:
  static std::vector<std::size_t> ends_of_phrases(std::string_view text) {
    std::vector<std::size_t> ends;
    for (auto at : base::line_breaks(text, base::LineBreaking::phrase)) ends.push_back(at);
    if (ends.empty() || ends.back() < text.size()) ends.push_back(text.size());
    return ends;
  }

  Fonts const& fonts_;
};

}  // namespace

std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts) { return std::make_unique<FontMeasure>(fonts); }

}  // namespace tebiki::pdf
