#include "pdf/text/line_breaking.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tebiki::pdf {

namespace {

using Clusters = std::vector<Cluster>;

/// Widths of the line that would end before a cluster.
struct Extent {
  std::uint32_t end = 0;
  double natural = 0;
  double shrink = 0;
};

/// Rounding must not push the last character of a cell that was measured just so.
constexpr double tolerance = 0.01;

/// Half of what a line could shrink still looks even.
constexpr double comfortable_shrink = 0.6;

class LineBreaker {
 public:
  LineBreaker(Clusters const& clusters, double width, Fit fit) : clusters_(clusters), width_(width), fit_(fit) {}

  std::vector<LineRange> lines() {
    std::vector<LineRange> result;
    std::uint32_t begin = 0;
    while (begin < clusters_.size()) {
      result.push_back(line_from(begin));
      begin = result.back().end;
    }
    return result;
  }

 private:
  /// The longest line that ends at a break of each willingness.
  using Loose = std::array<Extent, std::size_t(BreakBefore::forced)>;

  LineRange line_from(std::uint32_t begin) {
    Extent now{begin, 0, 0};
    Extent visible = now;
    Extent tight;
    Loose loose{};
    for (std::uint32_t i = begin; i < clusters_.size(); ++i) {
      auto const& cluster = clusters_[i];
      if (i > begin) {
        visible.end = now.end = i;
        if (cluster.break_before == BreakBefore::forced) return {begin, i, visible.natural, true};
        if (visible.natural <= width_ + tolerance)
          loose[std::size_t(cluster.break_before)] = visible;
        else if (tight.end == 0 && cluster.break_before == BreakBefore::allowed && fits_tight(visible))
          tight = visible;
        if (visible.natural - visible.shrink > width_ + tolerance) return chosen(begin, loose, tight);
        now.natural += cluster.space.natural;
        now.shrink += cluster.space.shrink;
      }
      now.natural += cluster.width;
      if (!is_blank(cluster)) visible = now;
    }
    visible.end = std::uint32_t(clusters_.size());
    bool fits = visible.natural <= width_ + tolerance || fits_tight(visible);
    bool whole = std::all_of(loose.begin(), loose.end(), [](Extent const& extent) { return extent.end == 0; });
    if (fits || whole) return {begin, visible.end, visible.natural, true};
    return chosen(begin, loose, tight);
  }

  bool fits_tight(Extent const& extent) const { return extent.natural - extent.shrink <= width_ + tolerance; }

  LineRange chosen(std::uint32_t begin, Loose const& loose, Extent const& tight) const {
    auto as_line = [&](Extent const& e) { return LineRange{begin, e.end, e.natural, false}; };
    if (tight.end && prefers(tight, loose[std::size_t(BreakBefore::allowed)])) return as_line(tight);
    for (auto most = loose.rbegin(); most != loose.rend(); ++most)
      if (most->end) return as_line(*most);
    return {begin, begin + 1, clusters_[begin].width, false};
  }

  bool prefers(Extent const& tight, Extent const& loose) const {
    if (!loose.end) return true;
    if (fit_ != Fit::justified) return false;
    double over = tight.natural - width_;
    double under = width_ - loose.natural;
    return over <= tight.shrink * comfortable_shrink && over < under;
  }

  Clusters const& clusters_;
  double width_;
  Fit fit_;
};

struct Totals {
  double shrink = 0, stretch = 0, spread = 0;
};

Totals totals_of(Clusters const& clusters, std::uint32_t begin, std::uint32_t end) {
  Totals totals;
  for (auto i = begin + 1; i < end; ++i) {
    totals.shrink += clusters[i].space.shrink;
    totals.stretch += clusters[i].space.stretch;
    totals.spread += clusters[i].space.spread;
  }
  return totals;
}

}  // namespace

bool is_blank(Cluster const& cluster) {
  using enum CharacterClass;
  return cluster.kind == space || cluster.kind == wide_space || cluster.kind == newline;
}

std::uint32_t visible_end(Clusters const& clusters, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && is_blank(clusters[end - 1])) --end;
  return end;
}

std::vector<LineRange> break_lines(Clusters const& clusters, double width, Fit fit) {
  return fit == Fit::balanced ? even_lines(clusters, width) : LineBreaker(clusters, width, fit).lines();
}

std::vector<float> natural_spaces(Clusters const& clusters, LineRange line) {
  std::vector<float> spaces(line.end - line.begin, 0);
  for (auto i = line.begin + 1; i < line.end; ++i) spaces[i - line.begin] = clusters[i].space.natural;
  return spaces;
}

std::vector<float> justified_spaces(Clusters const& clusters, LineRange line, double width) {
  auto spaces = natural_spaces(clusters, line);
  auto end = visible_end(clusters, line.begin, line.end);
  auto totals = totals_of(clusters, line.begin, end);
  double missing = width - line.natural;
  double shrink = 0, stretch = 0, spread = 0;
  if (missing < 0) {
    shrink = totals.shrink > 0 ? std::min(1.0, -missing / totals.shrink) : 0;
  } else if (missing <= totals.stretch + totals.spread * 2) {
    stretch = totals.stretch > 0 ? std::min(1.0, missing / totals.stretch) : 0;
    double rest = missing - totals.stretch * stretch;
    spread = totals.spread > 0 ? rest / totals.spread : 0;
  }
  for (auto i = line.begin + 1; i < end; ++i) {
    auto const& space = clusters[i].space;
    spaces[i - line.begin] += float(space.stretch * stretch + space.spread * spread - space.shrink * shrink);
  }
  return spaces;
}

namespace {

using enum CharacterClass;

bool one_of(char32_t character, std::u32string_view set) { return set.find(character) != set.npos; }

CharacterClass ascii_class(char32_t c) {
  if (c == U'\n') return newline;
  if (c == U' ') return space;
  bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return letter || (c >= U'0' && c <= U'9') ? western : western_mark;
}

bool closes(CharacterClass c) { return c == closing || c == comma || c == stop; }
bool blank_itself(CharacterClass c) { return c == space || c == wide_space || c == newline; }
bool japanese(CharacterClass c) { return c == ideographic || c == exclamation || c == object; }

/// Nothing is ever put between two parts of a word, a number or a run of dashes.
bool solid(CharacterClass a, CharacterClass b) {
  bool latin_a = a == western || a == western_mark;
  bool latin_b = b == western || b == western_mark;
  return (latin_a && latin_b) || (a == dash && b == dash) || a == opening || closes(b);
}

Spacing beside_word_space() { return {0, 0.08F, 0.2F, 0.05F}; }
Spacing beside_blank() { return {0, 0, 0, 0.25F}; }
/// A quarter em to the eye: proportional figures bring half of it along.
Spacing quarter(Neighbour western) {
  float own = western.blank < full_blank ? 0.13F : 0;
  return {0.25F - own, 0.125F - own / 2, 0.2F, 0.05F};
}
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
  if ((a == western && japanese(b)) || (japanese(a) && b == western)) return quarter(a == western ? before : after);
  return {0, 0, 0, 0.25F};
}

}  // namespace tebiki::pdf
