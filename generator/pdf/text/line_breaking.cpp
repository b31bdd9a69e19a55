#include "pdf/text/line_breaking.hpp"

#include <algorithm>
#include <array>
#include <limits>
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

/// What a break costs, in lines: so many more lines are better than so many such breaks.
double cost_of(BreakBefore willingness) {
  switch (willingness) {
    case BreakBefore::never:
      return 1000;
    case BreakBefore::unwilling:
      return 20;
    case BreakBefore::within_item:
      return 0.7;
    case BreakBefore::within_phrase:
      return 0.35;
    case BreakBefore::allowed:
    case BreakBefore::forced:
      return 0;
  }
  return 0;
}

/// The end of a phrase that no mark and no blank shows.
constexpr double cost_of_unmarked_end = 0.1;
/// A line that is half empty costs a quarter of this.
constexpr double cost_of_slack = 0.5;
/// A line of one character is worse than a name that is parted.
constexpr double cost_of_lone_character = 1.5;
/// Punctuation set as tight as can be.
constexpr double cost_of_compression = 0.3;
/// A character that is wider than the line.
constexpr double cost_of_overflow = 1000;

/// Texts of up to so many lines end as full as they begin.
constexpr double few_lines = 4;

/// Clusters from the beginning of a line to where they end visibly.
struct Stretch {
  double natural = 0;
  double shrink = 0;
  std::uint32_t seen = 0;  ///< clusters that are neither blank nor closing marks
};

bool marks_end(Cluster const& cluster) {
  using enum CharacterClass;
  return is_blank(cluster) || cluster.kind == closing || cluster.kind == comma || cluster.kind == stop ||
         cluster.kind == middle_dot || cluster.kind == exclamation;
}

bool stands_alone(Cluster const& cluster) {
  using enum CharacterClass;
  return cluster.kind != closing && cluster.kind != comma && cluster.kind != stop && cluster.kind != middle_dot;
}

class EvenLines {
 public:
  EvenLines(std::vector<Cluster> const& clusters, double width)
      : clusters_(clusters), width_(width), steps_(clusters.size() + 1) {
    double natural = 0;
    for (auto const& cluster : clusters) natural += cluster.width + cluster.space.natural;
    full_to_the_end_ = natural <= few_lines * width;
  }

  std::vector<LineRange> lines() {
    steps_.front().cost = 0;
    for (std::uint32_t begin = 0; begin < clusters_.size(); ++begin)
      if (steps_[begin].cost < std::numeric_limits<double>::infinity()) extend(begin);
    std::vector<LineRange> result;
    for (auto end = std::uint32_t(clusters_.size()); end > 0; end = steps_[end].begin) {
      auto const& step = steps_[end];
      result.push_back({step.begin, end, step.natural, last(end)});
    }
    std::reverse(result.begin(), result.end());
    return result;
  }

 private:
  /// The best way to a break: the line that ends there.
  struct Step {
    double cost = std::numeric_limits<double>::infinity();
    double natural = 0;
    std::uint32_t begin = 0;
  };

  bool forced(std::uint32_t at) const { return clusters_[at].break_before == BreakBefore::forced; }
  bool last(std::uint32_t end) const { return end == clusters_.size() || forced(end); }

  /// Every line that begins there and fits.
  void extend(std::uint32_t begin) {
    Stretch now, visible;
    for (auto i = begin; i < clusters_.size(); ++i) {
      auto const& cluster = clusters_[i];
      if (i > begin) {
        now.natural += cluster.space.natural;
        now.shrink += cluster.space.shrink;
      }
      now.natural += cluster.width;
      if (!is_blank(cluster)) {
        now.seen += stands_alone(cluster);
        visible = now;
      }
      bool fits = visible.natural - visible.shrink <= width_ + tolerance;
      if (!fits && i > begin) return;
      consider(begin, i + 1, visible);
      if (last(i + 1)) return;
    }
  }

  void consider(std::uint32_t begin, std::uint32_t end, Stretch const& line) {
    double cost = steps_[begin].cost + 1 + cost_of_line(line, last(end));
    if (end < clusters_.size()) cost += cost_of_break(end);
    bool alone = line.seen == 1 && !(begin == 0 && end == clusters_.size());
    if (alone) cost += cost_of_lone_character;
    if (cost < steps_[end].cost) steps_[end] = {cost, line.natural, begin};
  }

  double cost_of_break(std::uint32_t at) const {
    auto const& next = clusters_[at];
    bool marked = marks_end(clusters_[at - 1]) || next.kind == CharacterClass::opening;
    bool unmarked = next.break_before == BreakBefore::allowed && !marked;
    return cost_of(next.break_before) + (unmarked ? cost_of_unmarked_end : 0);
  }

  double cost_of_line(Stretch const& line, bool last) const {
    double slack = width_ - line.natural;
    if (slack + line.shrink < -tolerance) return cost_of_overflow;
    if (slack < -tolerance) return cost_of_compression * -slack / line.shrink;
    if (last && !full_to_the_end_) return 0;
    return cost_of_slack * (slack / width_) * (slack / width_);
  }

  std::vector<Cluster> const& clusters_;
  double width_;
  bool full_to_the_end_ = false;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<LineRange> even_lines(std::vector<Cluster> const& clusters, double width) {
  return EvenLines(clusters, width).lines();
}

}  // namespace tebiki::pdf
