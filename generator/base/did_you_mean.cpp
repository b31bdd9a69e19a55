#include "base/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

/// What is compared: the characters of the search key. Plain ASCII, as most names are, needs no Unicode for it.
void fold(std::string_view text, std::u32string& out) {
  out.clear();
  bool ascii = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
  auto key = ascii ? std::string() : search_key(text);
  if (!ascii) text = key;
  for (std::size_t i = 0; i < text.size();) {
    auto c = ascii ? char32_t(text[i++]) : next_character(text, i);
    if (ascii && (c == ' ' || (c >= '\t' && c <= '\r'))) continue;
    out += ascii && c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  }
}

/// `edit_distance` within Ukkonen's band; its rows serve for many words.
class BandedDistance {
 public:
  explicit BandedDistance(Swaps swaps) : swaps_(swaps) {}

  std::size_t operator()(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    auto const longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
    if (longer - shorter >= limit) return limit;
    drop_common_ends(a, b);
    if (a.empty() || b.empty()) return std::min(limit, std::max(a.size(), b.size()));
    for (auto& row : rows_) row.assign(b.size() + 1, limit);
    for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) rows_[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      auto const from = i > limit ? i - limit : 1;
      auto const to = std::min(b.size(), i + limit);
      if (fill(a, b, i, from, to, limit) >= limit) return limit;
    }
    return std::min(limit, rows_[a.size() % 3][b.size()]);
  }

 private:
  /// Ids of one list often differ in a few characters only; what is equal at both ends costs nothing.
  static void drop_common_ends(std::u32string_view& a, std::u32string_view& b) {
    auto const head = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    a.remove_prefix(std::size_t(head));
    b.remove_prefix(std::size_t(head));
    auto const tail = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
    a.remove_suffix(std::size_t(tail));
    b.remove_suffix(std::size_t(tail));
  }

  /// One row of the table within the band; gives its least distance.
  std::size_t fill(std::u32string_view a, std::u32string_view b, std::size_t i, std::size_t from, std::size_t to,
                   std::size_t limit) {
    auto& row = rows_[i % 3];
    auto const& above = rows_[(i + 2) % 3];
    auto const& above_that = rows_[(i + 1) % 3];
    row[from - 1] = from == 1 ? i : limit;
    auto least = row[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      bool const swapped = swaps_ == Swaps::one_slip && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], above_that[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (to < b.size()) row[to + 1] = limit;
    return least;
  }

  Swaps swaps_;
  std::array<std::vector<std::size_t>, 3> rows_;
};

}  // namespace

std::size_t edit_distance(std::u32string_view one, std::u32string_view other, std::size_t limit, Swaps swaps) {
  return BandedDistance(swaps)(one, other, limit);
}

std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates) {
  // Longer words are no one's slip of the finger.
  if (word.size() > 200) return std::nullopt;
  std::u32string wanted, other;
  fold(word, wanted);
  std::optional<std::size_t> best;
  auto limit = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  BandedDistance distance(Swaps::one_slip);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    // Folding makes a text at most so much shorter or longer; most candidates need not be looked at for that.
    if (candidates[i].size() > 4 * (wanted.size() + limit) + 40) continue;
    fold(candidates[i], other);
    auto apart = distance(wanted, other, limit);
    if (apart < limit) limit = apart, best = i;
    if (limit == 0) break;
  }
  return best ? std::optional(candidates[*best]) : std::nullopt;
}

Message did_you_mean(std::string_view word, std::vector<std::string> const& candidates) {
  auto const near = nearest(word, candidates);
  return near ? meant(*near) : possible_names(candidates);
}

Message meant(std::string_view name) {
  return {fmt::format("「{}」のことでしょうか。", name), fmt::format("Did you mean “{}”?", name)};
}

std::optional<std::string> NearNames::nearest(std::string_view word) {
  constexpr std::size_t most = 30;
  return looked_at_++ < most ? base::nearest(word, names_) : std::nullopt;
}

Message possible_names(std::vector<std::string> const& names) {
  if (names.empty()) return {"書き直すか、消してください。", "Correct or remove it."};
  constexpr std::size_t shown = 10;
  std::string ja, en;
  for (std::size_t i = 0; i < std::min(shown, names.size()); ++i) {
    ja += (i ? "、" : "") + names[i];
    en += (i ? ", " : "") + names[i];
  }
  if (names.size() > shown)
    return {fmt::format("使えるのは「{}」など {} 個です。", ja, names.size()),
            fmt::format("Possible are: {} and {} others.", en, names.size() - shown)};
  return {fmt::format("使えるのは「{}」です。", ja), fmt::format("Possible are: {}.", en)};
}

}  // namespace tebiki::base
