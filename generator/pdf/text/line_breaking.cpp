#include "pdf/text/line_breaking.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pdf/text/paragraph.hpp"

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

/// A last line has so many characters, if the line before stays that full without them.
constexpr std::size_t least_characters = 3;
constexpr double least_share_of_line = 0.8;

class LineBreaker {
 public:
  LineBreaker(Clusters const& clusters, double width, Fit fit) : clusters_(clusters), width_(width), fit_(fit) {}

  std::vector<LineRange> lines() {
    std::vector<LineRange> result;
    std::uint32_t begin = 0;
    while (begin < clusters_.size()) {
      result.push_back(line_from(begin));
      begin = result.back().end;
      if (result.back().last) lengthen_last(result);
    }
    return result;
  }

 private:
  /// The longest line that ends at a break of each willingness.
  using Loose = std::array<Extent, std::size_t(BreakBefore::forced)>;

  /// A last line of a character or two takes more along from the one before, which stays nearly full.
  void lengthen_last(std::vector<LineRange>& lines) const {
    auto const count = lines.size();
    bool const many = count > 2 && !lines[count - 2].last && !lines[count - 3].last;
    if (!many || characters(lines.back().begin, lines.back().end) >= least_characters) return;
    auto &before = lines[count - 2], &last = lines.back();
    double const least = width_ * least_share_of_line;
    for (auto at = last.begin - 1; at > before.begin; --at) {
      if (clusters_[at].break_before != BreakBefore::allowed || characters(at, last.end) < least_characters) continue;
      double const natural = natural_width(before.begin, at), more = natural_width(at, last.end);
      if (natural < least || more > width_) return;
      before = {before.begin, at, natural, false};
      last = {at, last.end, more, true};
      return;
    }
  }

  /// Those that are neither blank nor closing marks.
  std::size_t characters(std::uint32_t begin, std::uint32_t end) const {
    std::size_t count = 0;
    for (auto i = begin; i < end; ++i) count += !is_blank(clusters_[i]) && stands_alone(clusters_[i]);
    return count;
  }

  double natural_width(std::uint32_t begin, std::uint32_t end) const {
    end = visible_end(clusters_, begin, end);
    double width = 0;
    for (auto i = begin; i < end; ++i) width += clusters_[i].width + (i > begin ? clusters_[i].space.natural : 0);
    return width;
  }

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

bool stands_alone(Cluster const& cluster) {
  using enum CharacterClass;
  return cluster.kind != closing && cluster.kind != comma && cluster.kind != stop && cluster.kind != middle_dot;
}

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

// How willingly lines break at each place of a text.

namespace {

/// Items of a list in a row, such as the names of towns, are parted between rather than within; so many characters they
/// have at most, the mark behind them included.
constexpr std::size_t longest_item = 10;

void mark(std::vector<Cluster>& clusters, std::vector<std::uint32_t> const& breaks, BreakBefore willingness) {
  auto cluster = clusters.begin();
  for (auto at : breaks) {
    while (cluster != clusters.end() && cluster->begin < at) ++cluster;
    if (cluster == clusters.end()) break;
    if (cluster->begin == at && cluster->break_before == BreakBefore::never) cluster->break_before = willingness;
  }
}

/// Breaks inside these ranges become no more willing than that.
void hold_together(std::vector<Cluster>& clusters, std::vector<TextRange> const& ranges, BreakBefore willingness) {
  auto cluster = clusters.begin();
  for (auto range : ranges) {
    auto before = [](Cluster const& c, std::uint32_t at) { return c.begin <= at; };
    cluster = std::lower_bound(clusters.begin(), clusters.end(), range.begin, before);
    for (; cluster != clusters.end() && cluster->begin < range.end; ++cluster) {
      if (cluster->break_before != BreakBefore::forced)
        cluster->break_before = std::min(cluster->break_before, willingness);
      cluster->space.spread = 0;
    }
  }
}

/// Behind a hyphen one would take the break for a part of the address.
void part_addresses(std::vector<Cluster>& clusters, std::string_view text) {
  constexpr std::string_view parted_behind = "/?&=";
  auto cluster = clusters.begin();
  for (auto range : web_addresses(text)) {
    auto before = [](Cluster const& c, std::uint32_t at) { return c.begin <= at; };
    cluster = std::lower_bound(cluster, clusters.end(), range.begin, before);
    for (; cluster != clusters.end() && cluster->begin < range.end; ++cluster) {
      bool const slash = parted_behind.find(text[cluster->begin - 1]) != parted_behind.npos &&
                         parted_behind.find(text[cluster->begin]) == parted_behind.npos;
      cluster->break_before = slash ? BreakBefore::allowed : BreakBefore::never;
    }
  }
}

}  // namespace

void mark_breaks(ShapedText& shaped, StyledText const& text, base::LineBreaking breaking, Items items) {
  using base::LineBreaking;
  mark(shaped.clusters, base::line_breaks(text.text, breaking), BreakBefore::allowed);
  if (breaking == LineBreaking::phrase)
    mark(shaped.clusters, base::line_breaks(text.text, LineBreaking::strict), BreakBefore::within_phrase);
  if (items == Items::held) {
    hold_together(shaped.clusters, short_pieces(text.text, U"・、／", longest_item), BreakBefore::within_item);
    hold_together(shaped.clusters, short_brackets(text.text, longest_item), BreakBefore::within_item);
  }
  hold_together(shaped.clusters, named_numbers(text.text), BreakBefore::within_item);
  hold_together(shaped.clusters, text.held, BreakBefore::within_item);
  hold_together(shaped.clusters, unbreakable_ranges(text.text), BreakBefore::unwilling);
  hold_together(shaped.clusters, text.unbreakable, BreakBefore::unwilling);
  part_addresses(shaped.clusters, text.text);
}

}  // namespace tebiki::pdf
