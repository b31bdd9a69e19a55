#include <algorithm>
#include <string>
#include <vector>

#include "support/unicode.hpp"

namespace tebiki::support {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) out += next_character(text, i);
  return out;
}

/// Levenshtein distance in which a swap of neighbours counts once (optimal string alignment).
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates) {
  // Longer words are no one's slip of the finger, and their distance would cost its square.
  // Nor is a suggestion out of thousands worth its cost, when every row of a table may ask for one.
  if (word.size() > 200 || candidates.size() > 1000) return std::nullopt;
  auto wanted = characters(search_key(word));
  std::optional<std::string> best;
  auto limit = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (auto& candidate : candidates) {
    auto apart = distance(wanted, characters(search_key(candidate)));
    if (apart < limit) limit = apart, best = candidate;
  }
  return best;
}

}  // namespace tebiki::support
