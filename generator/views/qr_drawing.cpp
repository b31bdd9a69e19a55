#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "views/qr_code.hpp"

namespace tebiki::views {
namespace {

using model::PathStep;

/// 0.7 mm: read by any telephone from a hand's breadth on.
constexpr double module_size = 2;
constexpr int quiet_zone = 4;

void append_run(model::PathShape& path, int row, int from, int to) {
  double const left = (quiet_zone + from) * module_size;
  double const right = (quiet_zone + to) * module_size;
  double const top = (quiet_zone + row) * module_size;
  double const bottom = top + module_size;
  auto step = [&](PathStep::Kind kind, double x, double y) { path.steps.push_back({kind, {}, {}, {x, y}}); };
  step(PathStep::Kind::move, left, top);
  step(PathStep::Kind::line, right, top);
  step(PathStep::Kind::line, right, bottom);
  step(PathStep::Kind::line, left, bottom);
  path.steps.push_back({PathStep::Kind::close, {}, {}, {left, top}});
}

/// Dark modules beside each other as one piece: fewer pieces, and no hairlines between them.
model::PathShape dark_modules(QRcode const& code) {
  model::PathShape path;
  path.fill = model::Colour{0, 0, 0};
  for (int row = 0; row < code.width; ++row) {
    auto* line = code.data + std::ptrdiff_t(row) * code.width;
    for (int column = 0; column < code.width;) {
      int end = column;
      while (end < code.width && (line[end] & 1)) ++end;
      if (end > column) append_run(path, row, column, end);
      column = std::max(end, column + 1);
    }
  }
  return path;
}

}  // namespace

std::optional<model::Drawing> qr_drawing(std::string const& text) {
  std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeData(int(text.size()), reinterpret_cast<unsigned char const*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return std::nullopt;
  double const side = (code->width + 2 * quiet_zone) * module_size;
  model::Drawing drawing{side, side, {}};
  model::RectangleShape ground;
  ground.width = ground.height = side;
  ground.fill = model::Colour{255, 255, 255};
  drawing.shapes.emplace_back(ground);
  drawing.shapes.emplace_back(dark_modules(*code));
  return drawing;
}

}  // namespace tebiki::views
