#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/colour.hpp"

namespace tebiki::model {

struct Point {
  double x = 0;
  double y = 0;
};

/// Straight and curved pieces from the last point on, as in SVG's M, L, C and Z.
struct PathStep {
  enum class Kind { move, line, curve, close } kind = Kind::move;
  Point control1, control2, to;
};

struct PathShape {
  std::vector<PathStep> steps;
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double stroke_width = 1;
};

struct RectangleShape {
  Point corner;  ///< top left
  double width = 0;
  double height = 0;
  double radius = 0;
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double stroke_width = 1;
};

struct TextShape {
  Point baseline;
  double size = 12;
  std::string text;
  Colour colour;
  enum class Anchor { start, middle, end } anchor = Anchor::start;
  bool bold = false;
};

using Shape = std::variant<PathShape, RectangleShape, TextShape>;

/// A picture made once by a view and rendered twice: inline SVG on the web, vector operators in print.
/// Lengths are points, the origin is the top left, y grows downwards.
struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<Shape> shapes;
};

}  // namespace tebiki::model
