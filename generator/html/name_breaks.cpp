// Where the names of offices may be parted. Browsers look for phrases of sentences, and take the end of はなみず for a
// particle.
#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "html/page_data.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

/// What offices are: it stands with what is before it, and what follows is the name proper.
constexpr std::array<std::string_view, 11> kinds{"センター", "ステーション", "クリニック",  "ホーム",
                                                 "病院",     "医院",         "診療所",      "薬局",
                                                 "事業所",   "施設",         "デイサービス"};
/// What a kind begins with behind the name proper: 袖ケ浜｜訪問看護ステーション
constexpr std::array<std::string_view, 12> beginnings{"訪問", "居宅", "在宅",     "地域包括", "小規模多機能", "通所",
                                                      "歯科", "調剤", "特別養護", "介護老人", "有料老人",     "巡回"};
/// Kana that join what stands before and behind them: こころの病院
constexpr std::u32string_view joining = U"のとながへ";
/// Fewer hiragana are an ending or a particle: 小さな. Of katakana one is a part of a name: 袖ケ浜.
constexpr std::size_t least_hiragana = 3, least_katakana = 2;

enum class Script { hiragana, katakana, han, other };

Script script_of(char32_t c) {
  if (c >= 0x3041 && c <= 0x309F) return Script::hiragana;
  if ((c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return Script::katakana;
  return base::is_han(c) || c == U'々' ? Script::han : Script::other;
}

/// Characters of one script that follow each other.
struct Run {
  Script script = Script::other;
  std::size_t begin = 0, end = 0;  ///< bytes
  std::size_t length = 0;          ///< characters
  char32_t first = 0, last = 0;
};

std::vector<Run> runs_of(std::string_view name) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < name.size();) {
    auto const begin = at;
    auto const c = base::next_character(name, at);
    auto const script = script_of(c);
    // A variation selector belongs to the character before it.
    bool const same = !runs.empty() && (runs.back().script == script || c >= 0xE0100);
    if (!same) runs.push_back({script, begin, at, 0, c, c});
    runs.back().end = at;
    ++runs.back().length;
    runs.back().last = c;
  }
  return runs;
}

template <std::size_t size>
bool begins_with_any(std::string_view text, std::array<std::string_view, size> const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

bool is_word(Run const& run) {
  if (run.script == Script::hiragana) return run.length >= least_hiragana;
  return run.script == Script::han || (run.script == Script::katakana && run.length >= least_katakana);
}

bool may_part(std::string_view name, Run const& before, Run const& behind) {
  if (!is_word(before) || !is_word(behind)) return false;
  bool const joined = before.script == Script::hiragana && joining.find(before.last) != joining.npos;
  bool const kind_follows = begins_with_any(name.substr(behind.begin), kinds);
  return !joined && !kind_follows && !base::never_begins_a_line(behind.first);
}

/// Within Chinese characters: before the beginning of a kind, behind a kind.
void part_han(std::string_view name, Run const& run, std::vector<std::size_t>& breaks) {
  for (std::size_t at = run.begin; at < run.end;) {
    auto const rest = name.substr(at, run.end - at), read = name.substr(run.begin, at - run.begin);
    bool const behind_kind = std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return read.ends_with(kind); });
    if (at > run.begin && (behind_kind || begins_with_any(rest, beginnings))) breaks.push_back(at);
    base::next_character(name, at);
  }
}

}  // namespace

std::vector<std::size_t> name_breaks(std::string_view name) {
  auto const runs = runs_of(name);
  std::vector<std::size_t> breaks;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i > 0 && may_part(name, runs[i - 1], runs[i])) breaks.push_back(runs[i].begin);
    if (runs[i].script == Script::han) part_han(name, runs[i], breaks);
  }
  return breaks;
}

std::string name_html(std::string_view name, model::Site const& site) {
  std::string out;
  std::size_t begin = 0;
  for (auto const at : name_breaks(name)) {
    out += words_html(name.substr(begin, at - begin), site) + "<wbr>";
    begin = at;
  }
  return out + words_html(name.substr(begin), site);
}

}  // namespace tebiki::html
