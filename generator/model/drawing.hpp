#pragma once
#include <optional>
#include <string>
#include <string_view>
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

/// Parallel lines over a filled area: what tells areas apart where there is no colour.
struct Hatching {
  Colour colour;
  double distance = 4;  ///< between the middles of neighbouring lines
  double width = 0.6;
  double angle = 45;  ///< degrees, clockwise from the right
};

struct PathShape {
  std::vector<PathStep> steps;
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double stroke_width = 1;
  std::vector<double> dashes = {};                  ///< lengths of marks and gaps in turn; none: a line without gaps
  std::optional<Hatching> hatching = std::nullopt;  ///< above the fill, below the stroke
};

struct RectangleShape {
  Point corner;  ///< top left
  double width = 0;
  double height = 0;
  double radius = 0;
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double stroke_width = 1;
  std::vector<double> dashes = {};
  std::optional<Hatching> hatching = std::nullopt;
};

/// Words on one line, or on several where a line feed parts them: see `wrapped`.
struct TextShape {
  Point baseline;  ///< of the first line
  double size = 12;
  std::string text;
  Colour colour;
  enum class Anchor { start, middle, end } anchor = Anchor::start;
  bool bold = false;
  double angle = 0;      ///< degrees, clockwise around `baseline`
  double leading = 1.4;  ///< from line to line, as a multiple of the size
};

struct GroupShape;
using Shape = std::variant<PathShape, RectangleShape, TextShape, GroupShape>;

/// Shapes with an origin of their own.
struct GroupShape {
  std::vector<Shape> shapes;
  Point origin;
  std::vector<PathStep> clip = {};  ///< from `origin`: nothing shows outside this outline; none: everything shows
};

/// A picture made once by a view and rendered twice: inline SVG on the web, vector operators in print.
/// Lengths are points, the origin is the top left, y grows downwards.
struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<Shape> shapes;
};

/// A straight line from one point to another.
PathShape line(Point from, Point to, Colour colour, double width, std::vector<double> dashes = {});

/// The outline of a rectangle; with a radius its corners are quarter circles, of at most half a side.
std::vector<PathStep> rectangle_path(RectangleShape const& rectangle);

/// Calls `visit` for every text of the shapes, those of groups too, in the order of painting.
template <class Visit>
void for_each_text_shape(std::vector<Shape> const& shapes, Visit const& visit) {
  for (auto const& shape : shapes) {
    if (auto const* text = std::get_if<TextShape>(&shape)) visit(*text);
    if (auto const* group = std::get_if<GroupShape>(&shape)) for_each_text_shape(group->shapes, visit);
  }
}

/// The letters of a drawing's text; the size is points.
struct MeasuredFont {
  double size = 12;
  bool bold = false;
};

/// Says how much room words take as they are printed. Views that draw charts ask it; the layer that knows fonts
/// gives it.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Points from the first letter to the end of the last.
  virtual double width(std::string_view text, MeasuredFont font) const = 0;
  /// The text in lines of at most that width, parted between phrases where that can be. Linear.
  virtual std::vector<std::string> lines(std::string_view text, MeasuredFont font, double width) const = 0;
};

/// Counts an em for every wide character and three fifths of one for others: for where no fonts are at hand.
class EvenTextMeasure : public TextMeasure {
 public:
  double width(std::string_view text, MeasuredFont font) const override;
  std::vector<std::string> lines(std::string_view text, MeasuredFont font, double width) const override;
};

/// The text with a line feed wherever a line of that width ends: for a TextShape.
inline std::string wrapped(TextMeasure const& measure, std::string_view text, MeasuredFont font, double width) {
  std::string all;
  for (auto const& line : measure.lines(text, font, width)) all += (all.empty() ? "" : "\n") + line;
  return all;
}

}  // namespace tebiki::model
