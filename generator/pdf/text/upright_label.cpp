#include "pdf/text/upright_label.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/text/fitted_line.hpp"
#include "pdf/text/text_run.hpp"
#include "support/unicode.hpp"

namespace tebiki::pdf {

namespace {

/// Distance of the lines of a long label, in ems, and what the first takes of its column.
constexpr double line_distance = 1.2, first_line = 1.35;

/// Where text is best parted between two bytes: nearest to the middle, between phrases if one ends thereabouts.
std::size_t break_near(std::string const& text, std::size_t from, std::size_t wanted) {
  double reach = double(wanted - from) / 2;
  auto distance = [&](std::size_t at) { return std::abs(double(at) - double(wanted)); };
  for (auto style : {support::LineBreaking::phrase, support::LineBreaking::strict}) {
    std::size_t best = from;
    for (auto at : support::line_breaks(text, style))
      if (at > from && distance(at) < distance(best)) best = at;
    if (best > from && best < text.size() && distance(best) < reach) return best;
  }
  return text.size();
}

std::vector<std::string> parted(std::string const& text, std::size_t count) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t i = count; i > 1 && from < text.size(); --i) {
    auto at = break_near(text, from, from + (text.size() - from) / i);
    lines.push_back(text.substr(from, at - from));
    from = at;
  }
  if (from < text.size()) lines.push_back(text.substr(from));
  return lines;
}

}  // namespace

double UprightLabel::breadth() const {
  return look.size * (first_line + line_distance * (double(std::max<std::size_t>(1, lines.size())) - 1));
}

UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, UprightRoom const& room) {
  look.font.vertical = true;
  auto length_of = [&](std::vector<std::string> const& lines) {
    double longest = 0;
    for (auto const& line : lines) longest = std::max(longest, text_width(fonts, line, look.font, look.size));
    return longest;
  };
  UprightLabel label{{text}, look, length_of({text})};
  for (std::size_t count = 2; count <= room.most_lines && label.length > room.longest; ++count) {
    label.lines = parted(text, count);
    label.length = length_of(label.lines);
  }
  if (label.length <= room.longest) return label;
  double least = std::min(room.least_size, double(look.size));
  label.look.size = float(std::clamp(look.size * room.longest / label.length, least, double(look.size)));
  label.length = 0;
  for (auto& line : label.lines) {
    auto fitted = fit_line(fonts, line, label.look, room.longest, least);
    label.shortened = label.shortened || fitted.words != line;
    line = fitted.words;
    label.length = std::max(label.length, fitted.width);
  }
  return label;
}

std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, double middle, double top,
                                  TagId tag) {
  std::vector<TextRun> runs;
  double distance = label.look.size * line_distance;
  double x = middle + distance * (double(label.lines.size()) - 1) / 2;
  for (auto const& line : label.lines) {
    for (auto& run : text_runs(fonts, line, label.look, {x, top}, tag)) runs.push_back(std::move(run));
    x -= distance;
  }
  return runs;
}

}  // namespace tebiki::pdf
