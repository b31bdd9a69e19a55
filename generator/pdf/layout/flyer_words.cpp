// The words of a flyer's boxes: what pieces of a design say, and how large they are set.
#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "pdf/layout/flyer_layout.hpp"

namespace tebiki::pdf {

namespace {

using model::DesignLine;
using model::DesignPiece;
using model::DesignType;

constexpr model::Colour black{0, 0, 0}, white{255, 255, 255};
/// How much of them the deep and the pale colour of a design have.
constexpr double share_of_black = 0.35, share_of_white = 0.36;

/// What a piece says of the `index`-th speaker, or of all that there is one of; nothing where there is nothing to say.
std::string text_of(FlyerContext const& context, DesignPiece const& piece, std::size_t index) {
  auto const* value = context.value(piece.value);
  if (!value) return {};
  return index < value->items.size() ? value->items[index] : std::string();
}

std::size_t times_of(FlyerContext const& context, DesignLine const& line) {
  std::size_t times = 1;
  for (auto const& piece : line) {
    if (auto const* value = context.value(piece.value)) times = std::max(times, value->items.size());
  }
  return times;
}

double size_of(DesignPiece const& piece, DesignType const& type) { return piece.size > 0 ? piece.size : type.size; }

/// Words in katakana, which dictionaries of phrases take apart (もしバナゲー|ム), and Latin ones (addresses of mail):
/// pieces of one kind of letters on end that have at most so many characters.
std::vector<TextRange> whole_words(std::string_view text) {
  constexpr std::size_t longest = 40;
  enum class Letters { other, katakana, latin };
  auto const letters_of = [](char32_t c) {
    if ((c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return Letters::katakana;
    return c > 0x20 && c < 0x7F ? Letters::latin : Letters::other;
  };
  std::vector<TextRange> words;
  auto kind = Letters::other;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = std::uint32_t(at);
    auto const now = letters_of(base::next_character(text, at));
    if (now == Letters::other || now != kind || words.empty() || words.back().end != begin)
      words.push_back({begin, begin});
    words.back().end = std::uint32_t(at);
    kind = now;
  }
  std::erase_if(words, [&](TextRange word) {
    std::size_t first = word.begin;
    base::next_character(text, first);
    return first == word.end || base::character_count(text.substr(word.begin, word.end - word.begin)) > longest;
  });
  return words;
}

/// From each place where a line may begin to the next.
std::vector<TextRange> phrases_of(std::string_view text) {
  std::vector<TextRange> phrases;
  std::uint32_t from = 0;
  auto breaks = phrase_breaks(text);
  breaks.push_back(std::uint32_t(text.size()));
  for (auto to : breaks) {
    phrases.push_back({from, to});
    from = to;
  }
  return phrases;
}

/// A line of a design with the values in it.
struct Filled {
  StyledText text;
  double size = 0;  ///< of its largest letters
};

Filled filled(FlyerContext const& context, DesignLine const& line, DesignType const& type, std::size_t index,
              double share) {
  auto const& words = context.booklet.site.words;
  Filled result;
  bool says = false, names_values = false;
  for (auto const& piece : line) {
    auto const said = text_of(context, piece, index);
    names_values = names_values || !piece.value.empty();
    if (!piece.value.empty() && said.empty()) continue;
    says = says || !piece.value.empty();
    auto const size = std::max(std::min(type.least, size_of(piece, type)), size_of(piece, type) * share);
    TextLook look{{FontChoice::List::body, piece.bold.value_or(type.bold), false},
                  float(size),
                  context.colour(piece.colour.empty() ? type.colour : piece.colour)};
    auto const* value = context.value(piece.value);
    auto const at = value ? value->at : base::SourceLocation();
    if (!result.text.text.empty() && piece.new_line) append(result.text, "\n", look, at);
    if (!result.text.text.empty() && !piece.join.empty()) append(result.text, words[piece.join], look, at);
    append(result.text, piece.value.empty() ? std::string(words[piece.word]) : said, look, at);
    result.size = std::max(result.size, size);
  }
  result.text.unbreakable = phrases_of(result.text.text);
  return says || !names_values ? result : Filled();
}

/// The widest phrase, in points.
double widest_phrase(FlyerContext const& context, std::string_view text, FontChoice font, double size) {
  double widest = 0;
  for (auto phrase : phrases_of(text)) {
    auto const words = text.substr(phrase.begin, phrase.end - phrase.begin);
    widest = std::max(widest, text_width(context.booklet.fonts, words, font, size));
  }
  return widest;
}

}  // namespace

model::FlyerValue const* FlyerContext::value(std::string_view name) const {
  auto const found = flyer.values.find(name);
  return found == flyer.values.end() ? nullptr : &found->second;
}

model::Colour FlyerContext::colour(std::string const& name) const {
  auto const& style = booklet.style;
  if (name == "brand") return booklet.brand;
  if (name == "deep") return model::mixed(booklet.brand, black, share_of_black);
  if (name == "pale") return model::mixed(booklet.brand, white, share_of_white);
  if (name == "scene") return flyer.scene;
  if (name == "pale_ink") return style.pale_ink;
  if (name == "line") return style.line;
  if (name == "strong_line") return style.strong_line;
  if (name == "tint") return style.tint;
  if (name == "on_dark") return style.on_dark;
  return model::parse_colour(name).value_or(style.ink);
}

std::vector<std::uint32_t> phrase_breaks(std::string_view text) {
  auto breaks = base::line_breaks(text, base::LineBreaking::phrase);
  for (auto word : whole_words(text))
    std::erase_if(breaks, [&](std::uint32_t at) { return at > word.begin && at < word.end; });
  return breaks;
}

bool says_something(FlyerContext const& context, std::vector<DesignLine> const& lines) {
  auto const any_piece = [&](auto const& fits) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](DesignLine const& line) { return std::any_of(line.begin(), line.end(), fits); });
  };
  bool const words_alone = any_piece([](DesignPiece const& piece) { return !piece.word.empty(); }) &&
                           !any_piece([](DesignPiece const& piece) { return !piece.value.empty(); });
  return words_alone || any_piece([&](DesignPiece const& piece) { return context.value(piece.value) != nullptr; });
}

SetWords set_words(FlyerContext const& context, std::vector<DesignLine> const& lines, DesignType const& type,
                   double width, double share) {
  SetWords set;
  for (auto const& line : lines) {
    auto const times = times_of(context, line);
    for (std::size_t i = 0; i < times; ++i) {
      auto made = filled(context, line, type, i, share);
      if (made.text.text.empty()) continue;
      auto const font = made.text.spans.front().look.font;
      if (widest_phrase(context, made.text.text, font, made.size) > width) set.whole = false;
      auto const setting = in_phrases(width, made.size * type.leading, type.alignment);
      auto& paragraph = set.paragraphs.emplace_back(set_lines(context.booklet, std::move(made.text), setting));
      set.height += paragraph.height();
      for (auto const& one : paragraph.lines) set.width = std::max(set.width, one.width);
    }
  }
  return set;
}

std::vector<double> shares_of(std::vector<DesignLine> const& lines, DesignType const& type) {
  constexpr double step = 0.96;
  double largest = type.size;
  for (auto const& line : lines) {
    for (auto const& piece : line) largest = std::max(largest, size_of(piece, type));
  }
  std::vector<double> shares{1};
  while (shares.back() * largest > type.least) shares.push_back(shares.back() * step);
  return shares;
}

void report_overflow(FlyerContext const& context, std::vector<DesignLine> const& lines, DesignType const& type) {
  model::FlyerValue const* longest = nullptr;
  std::size_t most = 0;
  for (auto const& line : lines) {
    for (auto const& piece : line) {
      auto const* value = context.value(piece.value);
      std::size_t length = 0;
      for (auto const& item : value ? value->items : std::vector<std::string>()) length += item.size();
      if (length > most) most = length, longest = value;
    }
  }
  auto const at = longest ? longest->at : context.flyer.at;
  context.booklet.state.diagnostics.error(
      at, "flyer-overflow",
      {fmt::format("チラシ「{}」の枠に、ここの言葉が入りきりません。いちばん小さい字（{}ポイント）でもあふれます。",
                   context.booklet.booklet.publication.title, type.least),
       fmt::format("These words do not fit into their box of the flyer “{}”, even at {} points.",
                   context.booklet.booklet.publication.title, type.least)},
      {fmt::format("言葉を短くするか、行を減らしてください。どの催しでもあふれるなら、templates/print/flyer-{}.json "
                   "の枠を広げます。",
                   context.flyer.design),
       fmt::format("Shorten them, or make the box of templates/print/flyer-{}.json larger.", context.flyer.design)});
}

namespace {

/// From line to line of an upright title, in ems.
constexpr double upright_leading_ems = 1.2;

bool parts_no_phrase(UprightLabel const& label, std::string const& text) {
  auto const breaks = phrase_breaks(text);
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < label.lines.size(); ++i) {
    at += label.lines[i].size();
    if (std::find(breaks.begin(), breaks.end(), at) == breaks.end()) return false;
  }
  return true;
}

}  // namespace

std::optional<UprightLabel> upright_title(FlyerContext const& context, model::DesignBox const& box,
                                          std::string const& text) {
  for (bool whole : {true, false}) {
    for (double share : shares_of(box.lines, box.type)) {
      if (whole && share < least_share_for_phrases) break;
      auto const size = std::max(box.type.least, box.type.size * share);
      TextLook look{{FontChoice::List::body, box.type.bold, false}, float(size), context.colour(box.type.colour)};
      auto const most = std::size_t(std::max(1.0, box.width / (size * upright_leading_ems)));
      auto label = upright_label(context.booklet.fonts, text, look, {box.height, most, size});
      bool const fits = !label.shortened && label.length <= box.height + 0.01 && label.breadth() <= box.width + 0.01;
      if (fits && (!whole || parts_no_phrase(label, text))) return label;
    }
  }
  return std::nullopt;
}

}  // namespace tebiki::pdf
