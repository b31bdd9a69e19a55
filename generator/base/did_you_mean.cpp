// What a wrong name was meant to be, and how remedies say it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostics.hpp"
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

/// The digits that a folded word holds, of whatever kind: `21` of 2分の1, `10` of 010. What stands between them is a
/// matter of spelling.
std::u32string numbers_in(std::u32string_view word) {
  constexpr std::u32string_view digits = U"0123456789〇一二三四五六七八九十百千";
  std::u32string numbers;
  bool inside = false;
  for (auto const c : word) {
    bool const digit = digits.find(c) != digits.npos;
    inside = digit && (inside || c != U'0');
    if (inside) numbers += c;
  }
  return numbers;
}

std::u32string negations_in(std::u32string_view word) {
  constexpr std::u32string_view negations = U"不未非無有";
  std::u32string found;
  for (auto const c : word) {
    if (negations.find(c) != negations.npos) found += c;
  }
  return found;
}

/// Whether two folded words say different things though few of their characters differ.
bool differ_in_meaning(std::u32string_view one, std::u32string_view other) {
  if (one == other) return false;
  auto const numbers = numbers_in(one), others = numbers_in(other);
  if (!numbers.empty() && !others.empty() && numbers != others) return true;
  if (negations_in(one) != negations_in(other)) return true;
  // Of a single character nothing is left when it is another.
  return std::max(one.size(), other.size()) <= 1;
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

namespace {

/// How far a word may be from what was meant: `slips` letters of a word of that length.
using Slips = std::size_t (*)(std::u32string_view word);

std::optional<std::string> nearest_within(Slips slips, std::string_view word,
                                          std::vector<std::string> const& candidates) {
  // Longer words are no one's slip of the finger.
  if (word.size() > 200) return std::nullopt;
  std::u32string wanted, other;
  fold(word, wanted);
  std::optional<std::size_t> best;
  auto limit = slips(wanted) + 1;
  BandedDistance distance(Swaps::one_slip);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    // Folding makes a text at most so much shorter or longer; most candidates need not be looked at for that.
    if (candidates[i].size() > 4 * (wanted.size() + limit) + 40) continue;
    fold(candidates[i], other);
    auto apart = distance(wanted, other, limit);
    if (apart < limit && !differ_in_meaning(wanted, other)) limit = apart, best = i;
    if (limit == 0) break;
  }
  return best ? std::optional(candidates[*best]) : std::nullopt;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates) {
  auto const a_third = [](std::u32string_view of) { return std::max<std::size_t>(1, of.size() / 3); };
  return nearest_within(a_third, word, candidates);
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
  // What stands before the last stroke names the list, which is right.
  auto const one_or_two = [](std::u32string_view of) -> std::size_t {
    auto const own = of.size() - (of.rfind(U'/') + 1);  // npos + 1 is 0
    return own < 12 ? 1 : 2;
  };
  return looked_at_++ < most ? nearest_within(one_or_two, word, names_) : std::nullopt;
}

Message possible_names(std::vector<std::string> const& names) {
  if (names.empty()) return {"書き直すか、消してください。", "Correct or remove it."};
  constexpr std::size_t short_list = 15, first_ones = 10;
  auto const shown = names.size() <= short_list ? names.size() : first_ones;
  std::string ja, en;
  for (std::size_t i = 0; i < shown; ++i) {
    ja += (i ? "、" : "") + names[i];
    en += (i ? ", " : "") + names[i];
  }
  if (names.size() > shown)
    return {fmt::format("使えるのは「{}」など {} 個です。", ja, names.size()),
            fmt::format("Possible are: {} and {} others.", en, names.size() - shown)};
  return {fmt::format("使えるのは「{}」です。", ja), fmt::format("Possible are: {}.", en)};
}

// ---- pieces of settings files in messages ----

namespace {

/// Around such a piece; content that holds these was refused when it was read.
constexpr char piece_begins = '\x02', piece_ends = '\x03';

/// Whether YAML takes the words for a text without quotation marks.
bool is_plain_in_yaml(std::string_view words) {
  constexpr std::array<std::string_view, 3> others = {"true", "false", "null"};
  bool const number = words.find_first_not_of("0123456789.-+eE") == words.npos;
  return !words.empty() && !number && std::find(others.begin(), others.end(), words) == others.end() &&
         words.find_first_of(",[]{}#&*!|>'\"%@`\\") == words.npos && words.find(": ") == words.npos &&
         std::string_view("-?: ").find(words.front()) == std::string_view::npos && words.back() != ':' &&
         words.back() != ' ';
}

/// JSON of one line as people write it in YAML: without quotation marks where they are not needed.
std::string in_yaml(std::string_view json) {
  std::string yaml;
  for (std::size_t at = 0; at < json.size(); ++at) {
    auto end = json[at] == '"' ? at + 1 : json.npos;
    while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
    auto const words = end < json.size() ? json.substr(at + 1, end - at - 1) : std::string_view();
    yaml += is_plain_in_yaml(words) ? words : end < json.size() ? json.substr(at, end + 1 - at) : json.substr(at, 1);
    if (end < json.size()) at = end;
  }
  return yaml;
}

std::string written_out(std::string const& text, bool yaml) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = std::min(text.find(piece_begins, at), text.size());
    auto const end = text.find(piece_ends, begin);
    out.append(text, at, begin - at);
    if (end == text.npos) return out.append(text, begin, text.npos);
    auto const piece = std::string_view(text).substr(begin + 1, end - begin - 1);
    out += yaml ? in_yaml(piece) : std::string(piece);
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string in_its_syntax(std::string_view json) { return piece_begins + std::string(json) + piece_ends; }

Message written_for(std::string_view path, Message message) {
  if (message.ja.find(piece_begins) == std::string::npos) return message;
  bool const yaml = path.ends_with(".md");
  return {written_out(message.ja, yaml), written_out(message.en, yaml)};
}

}  // namespace tebiki::base
