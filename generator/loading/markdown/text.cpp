#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

/// Whether what stands behind the words of a link was meant to be its address, in parentheses of whatever width.
bool begins_target(std::string_view rest) {
  auto skip = [&](std::string_view sign) {
    bool found = rest.starts_with(sign);
    if (found) rest.remove_prefix(sign.size());
    return found;
  };
  if (!skip(" ")) skip("　");
  if (!skip("(") && !skip("（")) return false;
  if (!skip(" ")) skip("　");
  constexpr std::array<std::string_view, 7> targets = {"ref:", "ref：", "ｒｅｆ", "http", "images/", "mailto:", "tel:"};
  return std::any_of(targets.begin(), targets.end(), [&](auto target) { return rest.starts_with(target); });
}

/// Cuts the text of one node into Text and Ruby. The bytes of a Text stand in the file as they are from its place on,
/// unless it was filled in; so it ends at escapes and marks.
class TextReader {
 public:
  TextReader(MarkdownFile& markdown, PlacedText const& text, model::Inlines& inlines)
      : markdown_(markdown), text_(text.text), at_(text.at), inlines_(inlines) {}

  void read() {
    for (std::size_t i = 0; i < text_.size();) i = step(i);
    flush();
  }

 private:
  std::size_t step(std::size_t i);
  std::size_t take(std::size_t i);
  std::size_t brace(std::size_t i);
  void check_unclosed_ruby(std::size_t i, std::string_view inside);
  std::size_t ruby(std::size_t i, std::size_t bar);
  std::size_t site_word_here(std::size_t i);
  std::size_t stray_bar(std::size_t i);
  void check_bracket(std::size_t i);
  void check_link(std::size_t i);
  void report_broken_link(std::size_t i);
  void check_wide_bracket(std::size_t i);
  void check_wide_brace(std::size_t i);
  void check_stars(std::size_t i);

  bool escaped(std::size_t i) const {
    auto const& written = markdown_.marked.text;
    return at_[i] < written.size() && written[at_[i]] != text_[i];
  }
  bool here(std::size_t i, std::string_view wanted) const {
    return !wanted.empty() && text_.substr(i).starts_with(wanted) && !escaped(i);
  }
  void flush() {
    if (!piece_.empty()) inlines_.push_back(model::words(std::exchange(piece_, {}), markdown_.at(piece_at_)));
  }

  MarkdownFile& markdown_;
  std::string_view text_;
  std::vector<std::size_t> const& at_;
  model::Inlines& inlines_;
  std::string piece_;
  std::size_t piece_at_ = 0;
  std::size_t next_at_ = 0;  ///< where the next byte must stand to belong to the piece
  bool stars_reported_ = false;
};

std::size_t TextReader::step(std::size_t i) {
  auto const& marked = markdown_.marked;
  if (auto mark = marked.mark_at(text_.substr(i))) {
    if (*mark == Mark::bar) return stray_bar(i);
    flush();
    return i + marked.length(*mark);
  }
  if (here(i, "{")) return brace(i);
  if (here(i, "[^")) check_bracket(i);
  if (here(i, "]")) check_link(i);
  if (here(i, "］")) check_wide_bracket(i);
  if (here(i, "**") || here(i, "＊＊")) check_stars(i);
  if (here(i, "｛")) check_wide_brace(i);
  return take(i);
}

std::size_t TextReader::take(std::size_t i) {
  bool backslash = escaped(i) && markdown_.marked.text[at_[i]] == '\\';
  bool same_character = i > 0 && (at_[i - 1] == at_[i] || (text_[i] & 0xC0) == 0x80);
  auto at = at_[i] + (backslash ? 1 : 0);
  if (!same_character && (at != next_at_ || escaped(i))) flush();
  if (piece_.empty()) piece_at_ = at;
  piece_ += text_[i];
  next_at_ = at + 1;
  return i + 1;
}

std::size_t TextReader::brace(std::size_t i) {
  if (here(i, "{{")) return site_word_here(i);
  auto const& bar = markdown_.marked.bar;
  auto end = text_.find_first_of("{}", i + 1);
  auto inside = text_.substr(i, end == npos ? npos : end - i);
  auto bar_at = bar.empty() ? npos : inside.find(bar);
  if (bar_at != npos && end != npos && text_[end] == '}') return ruby(i, i + bar_at);
  auto wide_bar = inside.find("｜");
  if (wide_bar != npos && end != npos && text_[end] == '}') {
    markdown_.error(
        at_[i + wide_bar], "ruby",
        {"ふりがなの区切りが全角の「｜」です。", "The bar of this ruby is a full-width “｜”."},
        {"半角の「|」にして、「{漢字|かんじ}」のように書いてください。", "Use an ASCII bar: {漢字|かんじ}."});
  }
  if (end == npos || text_[end] == '{') check_unclosed_ruby(i, inside);
  return take(i);
}

/// `{漢字|かんじ` without its brace: letters of Japanese stand on both sides of the bar.
void TextReader::check_unclosed_ruby(std::size_t i, std::string_view inside) {
  auto bar_at = inside.find('|');
  if (bar_at == npos || bar_at < 2 || bar_at + 1 >= inside.size()) return;
  auto base_at = std::size_t(1), reading_at = bar_at + 1;
  bool japanese =
      base::is_wide(base::next_character(inside, base_at)) && base::is_wide(base::next_character(inside, reading_at));
  if (!japanese) return;
  markdown_.error(at_[i], "ruby", {"ふりがなが「}」で閉じられていません。", "This ruby is not closed with “}”."},
                  {"「{漢字|かんじ}」のように閉じてください。ふりがなでなければ「\\{」と書きます。",
                   "Close it: {漢字|かんじ}. If it is no ruby, write \\{."});
}

std::size_t TextReader::ruby(std::size_t i, std::size_t bar) {
  auto const& marked = markdown_.marked;
  auto end = text_.find('}', bar);
  auto reading_at = bar + marked.bar.size();
  auto base = marked.without_marks(text_.substr(i + 1, bar - i - 1));
  auto reading = marked.without_marks(text_.substr(reading_at, end - reading_at));
  if (base.empty() || reading.empty()) {
    markdown_.error(at_[i], "ruby", {"ふりがなの形が整っていません。", "This ruby lacks its base or its reading."},
                    {"「{漢字|かんじ}」のように両方を書いてください。「{」そのものなら「\\{」と書きます。",
                     "Write both: {漢字|かんじ}. For a brace itself write \\{."});
    return end + 1;
  }
  flush();
  inlines_.push_back({model::Ruby{std::move(base), std::move(reading)}, markdown_.at(at_[i])});
  return end + 1;
}

std::size_t TextReader::site_word_here(std::size_t i) {
  constexpr std::size_t longest = 200;
  auto length = text_.substr(i, longest).find("}}");
  if (length == npos) return take(i);
  auto name = markdown_.marked.without_marks(text_.substr(i + 2, length - 2));
  flush();
  auto word = site_word(markdown_, base::trimmed(name), at_[i]);
  if (word && !word->empty())
    inlines_.push_back(
        {model::Text{std::move(*word), fmt::format("{{{{{}}}}}", base::trimmed(name))}, markdown_.at(at_[i])});
  return i + length + 2;
}

/// The bar of a ruby whose braces do not stand in the same text: there is markup in it.
std::size_t TextReader::stray_bar(std::size_t i) {
  markdown_.error(
      at_[i], "ruby",
      {"ふりがなの中に、強調やリンクなどの記号があります。", "This ruby holds emphasis, a link or other markup."},
      {"「**{漢字|かんじ}**」のように、記号をふりがなの外に出してください。ふりがなでなければ「\\{」と書きます。",
       "Put the markup around it: **{漢字|かんじ}**. If it is no ruby, write \\{."});
  flush();
  return i + markdown_.marked.bar.size();
}

void TextReader::check_bracket(std::size_t i) {
  auto end = text_.substr(i, 200).find(']');
  if (end == npos) return;
  auto label = markdown_.marked.without_marks(text_.substr(i + 2, end - 2));
  if (label.empty() || label.find_first_of(" []") != std::string::npos) return;
  markdown_.error(
      at_[i], "unknown-footnote",
      {fmt::format("脚注「{}」の中身がありません。", label), fmt::format("There is no footnote “{}”.", label)},
      {fmt::format("「[^{}]: …」という段落を書き足してください。", label),
       fmt::format("Add a paragraph that begins with [^{}]: .", label)});
}

void TextReader::check_link(std::size_t i) {
  auto rest = text_.substr(i + 1, 40);
  if (rest.starts_with("(") || begins_target(rest)) report_broken_link(i);
}

/// 「［案内］（ref:taxis）」; but 「［注］（別紙）」 is as it should be.
void TextReader::check_wide_bracket(std::size_t i) {
  // An address may be a link of its own, and so stand behind this text.
  auto behind = std::min(at_[i] + std::string_view("］").size(), markdown_.marked.text.size());
  if (begins_target(std::string_view(markdown_.marked.text).substr(behind, 40))) report_broken_link(i);
}

void TextReader::check_wide_brace(std::size_t i) {
  auto inside = text_.substr(i, text_.substr(i, 200).find("｝"));
  if (inside.find("｜") == npos && inside.find('|') == npos) return;
  markdown_.error(at_[i], "ruby", {"全角の「｛｝」では、ふりがなになりません。", "Full-width braces make no ruby."},
                  {"「{漢字|かんじ}」のように、半角で書いてください。", "Write it in ASCII: {漢字|かんじ}."});
}

void TextReader::report_broken_link(std::size_t i) {
  markdown_.error(
      at_[i], "broken-link",
      {"リンクの形が整っていないため、記号のまま表示されます。",
       "This is not understood as a link and would be shown with its brackets."},
      {"「[介護タクシー](ref:taxis)」のように、半角のかっこで、間や中に空白を入れずに書いてください。"
       "リンクでなければ「\\[」と書きます。",
       "Write it without blanks and with ASCII parentheses: [Care taxis](ref:taxis). If it is no link, write \\[."});
}

void TextReader::check_stars(std::size_t i) {
  if (std::exchange(stars_reported_, true)) return;
  markdown_.warning(
      at_[i], "stray-emphasis",
      {"「**」が太字にならず、記号のまま表示されます。", "These “**” do not make bold text and are shown as they are."},
      {"「**重要**」のように、言葉の両側に空白を入れずに書いてください。記号そのものなら「\\*\\*」と書きます。",
       "Write **important** without blanks inside; for the signs themselves write \\*\\*."});
}

}  // namespace

void read_text(MarkdownFile& markdown, PlacedText const& text, model::Inlines& inlines) {
  TextReader(markdown, text, inlines).read();
}

}  // namespace tebiki::loading
