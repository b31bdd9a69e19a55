#include "pdf/text/styled_text.hpp"

#include <array>
#include <optional>

#include "base/unicode.hpp"

namespace tebiki::pdf {

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

std::uint32_t after_unit(std::string_view text, std::uint32_t at) {
  for (auto unit : units)
    if (text.substr(at).starts_with(unit)) return at + std::uint32_t(unit.size());
  return at;
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

void append(StyledText& to, std::string_view text, TextLook look, base::SourceLocation at) {
  auto begin = std::uint32_t(to.text.size());
  to.text += text;
  to.spans.push_back({{begin, std::uint32_t(to.text.size())}, look, 0, -1, -1, -1, at});
}

StyledText plain(std::string_view text, TextLook look, base::SourceLocation at) {
  StyledText result;
  append(result, text, look, at);
  return result;
}

void report_missing_glyphs(TextContext const& context, std::string_view text, FontChoice font,
                           base::SourceLocation at) {
  for (auto const& glyph : context.fonts.shape(text, font)) {
    if (glyph.font != FontId::none) continue;
    std::size_t offset = glyph.cluster;
    context.unprintable.add(base::next_character(text, offset), font.list, at);
  }
}

}  // namespace tebiki::pdf
