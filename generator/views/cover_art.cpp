#include "views/cover_art.hpp"

#include <algorithm>
#include <cmath>

namespace tebiki::views {
namespace {

using model::Colour;
using model::PathStep;

constexpr double millimetre = 72 / 25.4;
/// Lengths on A4, in millimetres.
constexpr double foot = 64;
constexpr double highest_wave = 30, its_swing = 16;
constexpr Colour white{255, 255, 255};

struct Size {
  double width, height;
};

/// ISO 216, and B5 as JIS P 0138 has it.
Size paper_size(model::Publication const& publication) {
  Size size{210, 297};
  if (publication.paper == "A3") size = {297, 420};
  if (publication.paper == "A5") size = {148, 210};
  if (publication.paper == "B5") size = {182, 257};
  if (publication.landscape) std::swap(size.width, size.height);
  return {size.width * millimetre, size.height * millimetre};
}

std::uint8_t paler(std::uint8_t part, double share) { return std::uint8_t(std::lround(part + (255 - part) * share)); }
Colour paler(Colour colour, double share) {
  return {paler(colour.red, share), paler(colour.green, share), paler(colour.blue, share)};
}

model::RectangleShape ground(double top, Size size, Colour colour) {
  model::RectangleShape shape;
  shape.corner = {0, top};
  shape.width = size.width;
  shape.height = size.height - top;
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

model::CoverArt cover_art(model::Publication const& publication, model::Site const& site) {
  auto const size = paper_size(publication);
  auto const colour = publication.colour == Colour{} ? site.brand : publication.colour;
  double const unit = std::min(size.width, size.height) / 210;
  double const shore = size.height - foot * unit;
  auto wave = [&](double above_shore, double swing, Colour paint) {
    return wave_shape({shore - above_shore * unit, swing * unit, 60 * unit, shore, size.width, paint});
  };
  model::Drawing drawing{size.width, size.height, {}};
  drawing.shapes.emplace_back(ground(0, size, colour));
  drawing.shapes.emplace_back(wave(highest_wave, its_swing, paler(colour, 0.14)));
  drawing.shapes.emplace_back(wave(17, 14, paler(colour, 0.36)));
  drawing.shapes.emplace_back(wave(6, 7, white));
  drawing.shapes.emplace_back(ground(shore - 0.1, size, white));
  // A crest reaches three quarters of the way to its control points.
  double const crest = shore - (highest_wave + 0.75 * its_swing) * unit;
  return {std::move(drawing), crest, shore};
}

}  // namespace tebiki::views
