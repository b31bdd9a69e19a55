#include "pdf/text/leader_line.hpp"

#include <cmath>

#include "pdf/text/tabular_figures.hpp"

namespace tebiki::pdf {

namespace {

constexpr double dot = 0.9;
constexpr double dot_distance = 5;
constexpr double gap = 8;

/// Dots stand on one grid for all lines, so that they align below one another.
void add_dots(LayoutContext const& context, Line& line, double from, double to) {
  double y = line.baseline - 3;
  for (double x = std::ceil(from / dot_distance) * dot_distance; x + dot < to; x += dot_distance)
    line.items.emplace_back(Box{{x, y, dot, dot}, dot / 2, context.style.line, {}, 0});
}

}  // namespace

Lines leader_line(LayoutContext const& context, LeaderLine line, double width) {
  auto look = look_of(line.style);
  double number_width = tabular_width(context.fonts, line.number, look.font, look.size);
  auto description = line.words.text + " " + line.number;
  line.words.tags = {{0, Role::reference, {}}, {1, Role::link, {}}};
  for (auto& span : line.words.spans) span.tag = 2;
  auto lines = set_lines(context, std::move(line.words),
                         {width - number_width - 2 * gap, line.style.leading, model::Alignment::start, Fit::balanced,
                          base::LineBreaking::phrase});
  if (lines.lines.empty()) return lines;
  auto& last = lines.lines.back();
  if (line.dots) add_dots(context, last, last.width + gap, width - number_width - gap);
  look.colour = context.style.ink;
  for (auto& run : tabular_runs(context.fonts, line.number, look, {width - number_width, last.baseline}, TagId(2)))
    last.items.emplace_back(std::move(run));
  for (auto& one : lines.lines)
    one.links.push_back({{0, 0, width, one.height}, "", line.destination, description, TagId(2)});
  return lines;
}

}  // namespace tebiki::pdf
