// Lines of about one length: a short text broken as a whole.
#include <algorithm>
#include <limits>

#include "pdf/text/line_breaking.hpp"

namespace tebiki::pdf {

namespace {

/// Rounding must not push the last character of a cell that was measured just so.
constexpr double tolerance = 0.01;

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
