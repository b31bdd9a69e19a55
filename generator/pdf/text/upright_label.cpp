#include "pdf/text/upright_label.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/text/text_run.hpp"
#include "support/unicode.hpp"

namespace tebiki::pdf {

namespace {

/// Distance of the two lines of a long label, in ems.
constexpr double line_distance = 1.2;

std::size_t break_near_middle(std::string const& text) {
  for (auto style : {support::LineBreaking::phrase, support::LineBreaking::strict}) {
    std::size_t best = 0;
    auto distance = [&](std::size_t at) { return std::abs(double(at) - double(text.size()) / 2); };
    for (auto at : support::line_breaks(text, style))
      if (best == 0 || distance(at) < distance(best)) best = at;
    if (best > text.size() / 4 && best < text.size() * 3 / 4) return best;
  }
  return text.size();
}

}  // namespace

UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, double longest) {
  look.font.vertical = true;
  UprightLabel label{{text}, text_width(fonts, text, look.font, look.size)};
  if (label.length <= longest) return label;
  auto at = break_near_middle(text);
  if (at >= text.size()) return label;
  label.lines = {text.substr(0, at), text.substr(at)};
  label.length = 0;
  for (auto const& line : label.lines)
    label.length = std::max(label.length, text_width(fonts, line, look.font, look.size));
  return label;
}

std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, TextLook look, double middle,
                                  double top, TagId tag) {
  look.font.vertical = true;
  std::vector<TextRun> runs;
  double x = middle + look.size * line_distance * double(label.lines.size() - 1) / 2;
  for (auto const& line : label.lines) {
    for (auto& run : text_runs(fonts, line, look, {x, top}, tag)) runs.push_back(std::move(run));
    x -= look.size * line_distance;
  }
  return runs;
}

}  // namespace tebiki::pdf
