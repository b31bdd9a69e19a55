#include "pdf/fonts/fonts.hpp"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>
#include <vector>

#include "base/unicode.hpp"

namespace tebiki::pdf {

base::Message const* complex_writing_system(char32_t character) {
  static std::map<hb_script_t, base::Message> const names = {
      {HB_SCRIPT_ARABIC, {"アラビア文字", "Arabic"}},
      {HB_SCRIPT_HEBREW, {"ヘブライ文字", "Hebrew"}},
      {HB_SCRIPT_SYRIAC, {"シリア文字", "Syriac"}},
      {HB_SCRIPT_THAANA, {"ターナ文字", "Thaana"}},
      {HB_SCRIPT_NKO, {"ンコ文字", "N'Ko"}},
      {HB_SCRIPT_DEVANAGARI, {"デーヴァナーガリー文字（ヒンディー語、ネパール語など）", "Devanagari"}},
      {HB_SCRIPT_BENGALI, {"ベンガル文字", "Bengali"}},
      {HB_SCRIPT_GURMUKHI, {"グルムキー文字", "Gurmukhi"}},
      {HB_SCRIPT_GUJARATI, {"グジャラート文字", "Gujarati"}},
      {HB_SCRIPT_ORIYA, {"オリヤー文字", "Odia"}},
      {HB_SCRIPT_TAMIL, {"タミル文字", "Tamil"}},
      {HB_SCRIPT_TELUGU, {"テルグ文字", "Telugu"}},
      {HB_SCRIPT_KANNADA, {"カンナダ文字", "Kannada"}},
      {HB_SCRIPT_MALAYALAM, {"マラヤーラム文字", "Malayalam"}},
      {HB_SCRIPT_SINHALA, {"シンハラ文字", "Sinhala"}},
      {HB_SCRIPT_THAI, {"タイ文字", "Thai"}},
      {HB_SCRIPT_LAO, {"ラオス文字", "Lao"}},
      {HB_SCRIPT_TIBETAN, {"チベット文字", "Tibetan"}},
      {HB_SCRIPT_MYANMAR, {"ミャンマー文字", "Myanmar"}},
      {HB_SCRIPT_KHMER, {"クメール文字", "Khmer"}},
      {HB_SCRIPT_MONGOLIAN, {"モンゴル文字", "Mongolian"}},
      {HB_SCRIPT_BALINESE, {"バリ文字", "Balinese"}},
      {HB_SCRIPT_JAVANESE, {"ジャワ文字", "Javanese"}},
  };
  if (character < 0x590) return nullptr;
  auto found = names.find(hb_unicode_script(hb_unicode_funcs_get_default(), character));
  return found == names.end() ? nullptr : &found->second;
}

namespace {

using base::Message;

constexpr std::size_t shown_places = 3;

/// Places of characters in a file, ascending.
using Occurrences = std::map<char32_t, std::vector<std::uint32_t>>;

/// The number that a file gives for a character at `at`: `\u2603` in JSON, `&#x2603;` and `&#9731;` in Markdown.
std::optional<char32_t> by_number(std::string_view text, std::size_t at) {
  auto number = [&](std::size_t begin, std::size_t length, int base) -> std::optional<char32_t> {
    std::uint32_t value = 0;
    auto const* from = text.data() + std::min(begin, text.size());
    auto const* to = text.data() + std::min(begin + length, text.size());
    auto [end, error] = std::from_chars(from, to, value, base);
    if (error != std::errc{} || end == from) return {};
    return char32_t(value);
  };
  if (text.substr(at).starts_with("&#x") || text.substr(at).starts_with("&#X")) return number(at + 3, 6, 16);
  if (text.substr(at).starts_with("&#")) return number(at + 2, 7, 10);
  if (!text.substr(at).starts_with("\\u")) return {};
  auto first = number(at + 2, 4, 16);
  bool high = first && *first >= 0xD800 && *first < 0xDC00 && text.substr(at + 6).starts_with("\\u");
  auto second = high ? number(at + 8, 4, 16) : std::nullopt;
  return second ? 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00) : first;
}

/// Where the wanted characters stand in a file. Linear in the file.
Occurrences occurrences(std::string_view text, std::set<char32_t> const& wanted) {
  Occurrences found;
  for (std::size_t at = 0; at < text.size();) {
    auto before = at;
    char32_t character = base::next_character(text, at);
    if (character == U'&' || character == U'\\') character = by_number(text, before).value_or(character);
    if (wanted.contains(character)) found[character].push_back(std::uint32_t(before));
  }
  return found;
}

/// Places in the order of paths and lines.
class Found {
 public:
  explicit Found(base::Sources const& sources) : sources_(sources) {}

  /// The first of `real`, which ascends, at or behind each place of `near`.
  void add(base::FileId file, std::set<std::uint32_t> const& near, std::vector<std::uint32_t> const& real) {
    for (auto offset : near) {
      auto at = std::lower_bound(real.begin(), real.end(), offset);
      add({file, at == real.end() ? offset : *at});
    }
  }

  std::size_t count() const { return places_.size(); }
  base::SourceLocation first() const { return std::get<2>(*places_.begin()); }

  /// 「全部で5か所にあります（ほかに lists/a.csv 3行目）。」; nothing for a single place.
  Message summary() const {
    if (count() < 2) return {};
    auto other = others();
    bool more = count() > shown_places;
    return {fmt::format("全部で{}か所にあります{}。", count(),
                        other.ja.empty() ? "" : fmt::format("（ほかに {}{}）", other.ja, more ? " など" : "")),
            fmt::format("; there are {}{}", count(), other.en.empty() ? "" : fmt::format(" (also {})", other.en))};
  }

 private:
  void add(base::SourceLocation position) {
    bool none = position.file == base::FileId::none;
    places_.emplace(none ? "" : sources_.path(position.file), position.offset, position);
  }

  /// The first places behind the one that is shown, those of its line left out.
  Message others() const {
    Message words;
    std::set<std::pair<std::string, std::size_t>> lines;
    for (auto const& [path, offset, position] : places_) {
      if (position.file == base::FileId::none) continue;
      auto line = sources_.place(position).line;
      bool is_new = lines.emplace(path, line).second;
      if (!is_new || lines.size() == 1) continue;
      words.ja += fmt::format("{}{} {}行目", words.ja.empty() ? "" : "、", path, line);
      words.en += fmt::format("{}{}:{}", words.en.empty() ? "" : ", ", path, line);
      if (lines.size() == shown_places) break;
    }
    return words;
  }

  struct InOrder {
    template <class Place>
    bool operator()(Place const& a, Place const& b) const {
      return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    }
  };
  base::Sources const& sources_;
  std::set<std::tuple<std::string, std::uint32_t, base::SourceLocation>, InOrder> places_;
};

/// Debian's fonts for what ours lack, as an entry of a print style's list.
struct KnownFont {
  char32_t first, last;
  char const* entry;
};
constexpr std::array<KnownFont, 8> known_fonts = {{
    {0x1100, 0x11FF, R"({"name": "NanumGothic", "package": "fonts-nanum"})"},
    {0x2190, 0x2BFF, R"({"name": "Symbola", "package": "fonts-symbola"})"},
    {0x3130, 0x318F, R"({"name": "NanumGothic", "package": "fonts-nanum"})"},
    {0x3400, 0x9FFF, R"({"name": "HanaMinA", "package": "fonts-hanazono"})"},
    {0xAC00, 0xD7FF, R"({"name": "NanumGothic", "package": "fonts-nanum"})"},
    {0xF900, 0xFAFF, R"({"name": "HanaMinA", "package": "fonts-hanazono"})"},
    {0x1F000, 0x1FAFF, R"({"name": "Symbola", "package": "fonts-symbola"})"},
    {0x20000, 0x2FA1F, R"({"name": "HanaMinB", "package": "fonts-hanazono"})"},
}};

Message hint_for(char32_t character, FontChoice::List fonts) {
  auto const* key = fonts == FontChoice::List::code ? "code_fonts" : "body_fonts";
  auto known = std::find_if(known_fonts.begin(), known_fonts.end(),
                            [&](KnownFont const& font) { return character >= font.first && character <= font.last; });
  Message example;
  if (known != known_fonts.end())
    example = {fmt::format("（たとえば {}。パッケージは apt で入れます）", known->entry),
               fmt::format(", for example {}, its package installed with apt", known->entry)};
  return {fmt::format("別の字に置きかえるか、その字を持つフォントを templates/print/standard.json の「{}」に加えて"
                      "ください{}。",
                      key, example.ja),
          fmt::format("use another character, or add a font that has it to “{}” in templates/print/standard.json{}",
                      key, example.en)};
}

std::string shown(char32_t character) {
  std::string text;
  base::append_utf8(text, character);
  return text;
}

void report_character(char32_t character, FontChoice::List fonts, Found const& found, base::Diagnostics& diagnostics) {
  auto code = fmt::format("U+{:04X}", std::uint32_t(character));
  auto often = found.summary();
  if (is_private_use(character)) {
    diagnostics.error(
        found.first(), "private-use-character",
        {fmt::format("外字（{}）があります。外字は機械ごとに形が違うため、印刷できません。{}", code, often.ja),
         fmt::format("a private-use character ({}) differs from machine to machine and cannot be "
                     "printed{}",
                     code, often.en)},
        {"ふつうの字に置きかえるか、かなで書いてください。", "use a character of Unicode or write it in kana"});
    return;
  }
  diagnostics.error(
      found.first(), "no-font-for-character",
      {fmt::format("文字「{}」（{}）を持つフォントがないため、印刷できません。{}", shown(character), code, often.ja),
       fmt::format("no font has the character “{}” ({}), so it cannot be printed{}", shown(character), code, often.en)},
      hint_for(character, fonts));
}

void report_writing_system(Message const& name, Found const& found, base::Diagnostics& diagnostics) {
  diagnostics.error(
      found.first(), "writing-system-not-printable",
      {fmt::format("{}は、字どうしのつなぎや並びを正しく組めないため、印刷できません。{}文字あります。", name.ja,
                   found.count()),
       fmt::format("{} letters join or stack in ways that cannot be set, so they cannot be printed; there are {}",
                   name.en, found.count())},
      {"かなやローマ字で書くか、その文を画像にして、説明（代わりの文）をつけて載せてください。",
       "write it in kana or Latin letters, or show the words as an image with a description"});
}

}  // namespace

void Unprintable::add(char32_t character, FontChoice::List fonts, base::SourceLocation at) {
  std::lock_guard lock(mutex_);
  found_[{character, fonts}][at.file].insert(at.offset);
}

void Unprintable::report(base::Sources const& sources, base::Diagnostics& diagnostics) const {
  std::lock_guard lock(mutex_);
  std::map<base::FileId, std::set<char32_t>> wanted;
  for (auto const& [key, places] : found_)
    for (auto const& [file, near] : places)
      if (file != base::FileId::none) wanted[file].insert(key.character);
  std::map<base::FileId, Occurrences> real;
  for (auto const& [file, characters] : wanted) real[file] = occurrences(sources.text(file), characters);

  std::map<Message const*, Found> systems;
  for (auto const& [key, places] : found_) {
    auto const* system = complex_writing_system(key.character);
    Found alone(sources);
    auto& found = system ? systems.try_emplace(system, sources).first->second : alone;
    for (auto const& [file, near] : places) found.add(file, near, real[file][key.character]);
    if (!system) report_character(key.character, key.fonts, found, diagnostics);
  }
  for (auto const& [name, found] : systems) report_writing_system(*name, found, diagnostics);
}

}  // namespace tebiki::pdf
