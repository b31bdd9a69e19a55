#include <algorithm>

#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

using model::Colour;
using model::PathStep;

/// Lengths on A4, in millimetres.
constexpr double foot = 64;
constexpr double highest_wave = 30, its_swing = 16;
constexpr Colour white{255, 255, 255};

model::RectangleShape ground(double top, model::Paper const& paper, Colour colour) {
  model::RectangleShape shape;
  shape.corner = {0, top};
  shape.width = paper.width;
  shape.height = paper.height - top;
  shape.fill = colour;
  return shape;
}

/// From the left edge on, half a wave up and half a wave down, past the right edge, then closed along `bottom`.
struct Wave {
  double level, swing, half_length, bottom, width;
  Colour colour;
};
model::PathShape wave_shape(Wave const& wave) {
  using enum PathStep::Kind;
  model::PathShape path;
  path.fill = wave.colour;
  path.steps.push_back({move, {}, {}, {0, wave.level}});
  double x = 0;
  for (double swing = -wave.swing; x < wave.width; swing = -swing, x += wave.half_length) {
    double const third = wave.half_length / 3;
    path.steps.push_back({curve,
                          {x + third, wave.level + swing},
                          {x + 2 * third, wave.level + swing},
                          {x + wave.half_length, wave.level}});
  }
  path.steps.push_back({line, {}, {}, {x, wave.bottom}});
  path.steps.push_back({line, {}, {}, {0, wave.bottom}});
  path.steps.push_back({close, {}, {}, {0, wave.level}});
  return path;
}

}  // namespace

model::CoverArt cover_art(model::Publication const& publication, model::Site const& site,
                          model::PrintStyle const& style) {
  auto paper = style.paper(publication.paper);
  if (publication.landscape) std::swap(paper.width, paper.height);
  auto const colour = publication.colour == Colour{} ? site.brand : publication.colour;
  double const unit = std::min(paper.width, paper.height) / 210;
  double const shore = paper.height - foot * unit;
  auto wave = [&](double above_shore, double swing, Colour tint) {
    return wave_shape({shore - above_shore * unit, swing * unit, 60 * unit, shore, paper.width, tint});
  };
  model::Drawing drawing{paper.width, paper.height, {}};
  drawing.shapes.emplace_back(ground(0, paper, colour));
  drawing.shapes.emplace_back(wave(highest_wave, its_swing, model::mixed(colour, white, 0.14)));
  drawing.shapes.emplace_back(wave(17, 14, model::mixed(colour, white, 0.36)));
  drawing.shapes.emplace_back(wave(6, 7, white));
  drawing.shapes.emplace_back(ground(shore - 0.1, paper, white));
  // A crest reaches three quarters of the way to its control points.
  double const crest = shore - (highest_wave + 0.75 * its_swing) * unit;
  return {std::move(drawing), crest, shore};
}

}  // namespace tebiki::views
