#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::model {

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

/// The text with a line feed wherever a line of that width ends: for a TextShape.
inline std::string wrapped(TextMeasure const& measure, std::string_view text, MeasuredFont font, double width) {
  std::string all;
  for (auto const& line : measure.lines(text, font, width)) all += (all.empty() ? "" : "\n") + line;
  return all;
}

}  // namespace tebiki::model
