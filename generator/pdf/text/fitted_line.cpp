#include "pdf/text/fitted_line.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "pdf/text/text_run.hpp"

namespace tebiki::pdf {

namespace {

constexpr std::string_view ellipsis = "…";

/// Where the words may end: after each character that no number goes on behind.
std::vector<std::size_t> ends_of(std::string_view words) {
  std::vector<std::size_t> ends;
  auto numbers = unbreakable_ranges(words);
  auto number = numbers.begin();
  for (std::size_t at = 0; at < words.size();) {
    base::next_character(words, at);
    while (number != numbers.end() && number->end <= at) ++number;
    bool within = number != numbers.end() && number->begin < at;
    if (!within) ends.push_back(at);
  }
  return ends;
}

/// The words up to there, with “…” in the place of blanks, commas and what follows.
std::string ending_at(std::string_view words, std::size_t end) {
  words = words.substr(0, end);
  for (bool more = true; more;) {
    more = false;
    for (std::string_view mark : {" ", "　", "、", "，", "…"})
      if (words.ends_with(mark)) words.remove_suffix(mark.size()), more = true;
  }
  return std::string(words) + std::string(ellipsis);
}

}  // namespace

FittedLine fit_line(Fonts const& fonts, std::string_view words, TextLook look, double width, double least) {
  FittedLine line{std::string(words), look, text_width(fonts, words, look.font, look.size)};
  if (line.width <= width) return line;
  double size = std::clamp(look.size * width / line.width, std::min<double>(least, look.size), double(look.size));
  line.width *= size / look.size;
  line.look.size = float(size);
  if (line.width <= width + 0.01) return line;
  auto ends = ends_of(words);
  // Widths grow with the words, so the last end that fits is found by halving.
  auto fits = [&](std::size_t end) { return text_width(fonts, ending_at(words, end), look.font, size) <= width; };
  auto cut = std::partition_point(ends.begin(), ends.end(), fits);
  if (cut == ends.begin()) return line;
  line.words = ending_at(words, *std::prev(cut));
  line.width = text_width(fonts, line.words, look.font, size);
  return line;
}

std::string shortened(std::string_view words, std::size_t bytes) {
  auto ends = ends_of(words);
  auto cut = std::upper_bound(ends.begin(), ends.end(), bytes);
  return cut == ends.begin() ? std::string(words) : ending_at(words, *std::prev(cut));
}

}  // namespace tebiki::pdf
