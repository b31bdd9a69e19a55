#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "views/view.hpp"

/// The pieces that drawings of views are made of; lengths are points.
namespace tebiki::views {

/// From line to line of text in a chart, as a multiple of its size.
constexpr double drawing_leading = 1.3;

inline double line_height(model::MeasuredFont font) { return font.size * drawing_leading; }
/// From the top of a line to its baseline.
inline double ascent(model::MeasuredFont font) { return font.size * 0.98; }

model::TextShape text_at(model::Point baseline, std::string text, model::MeasuredFont font, model::Colour colour,
                         model::TextShape::Anchor anchor = model::TextShape::Anchor::middle);

/// Closed, through these points.
model::PathShape polygon(std::vector<model::Point> const& points);

/// Without fill and stroke.
model::RectangleShape rectangle(double x, double y, double width, double height);

/// The width of a column of print on A4: a diagram of that width stands in it unscaled.
constexpr double diagram_width = 474;

constexpr model::Colour diagram_ink{0x1b, 0x20, 0x23}, diagram_pale_ink{0x4a, 0x52, 0x57},
    diagram_line{0x6d, 0x78, 0x7c}, diagram_ground{0xff, 0xff, 0xff};

/// Words that are broken into lines of some width.
class TextBlock {
 public:
  TextBlock(model::TextMeasure const& measure, std::string_view text, model::MeasuredFont font, double width)
      : text_(text.empty() ? std::string() : model::wrapped(measure, text, font, width)), font_(font) {}

  double height() const;
  /// With its top at `y`.
  model::TextShape at(double x, double y, model::Colour colour,
                      model::TextShape::Anchor anchor = model::TextShape::Anchor::start) const;
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
  model::MeasuredFont font_;
};

/// A filled triangle whose tip is `tip`, to the right or downwards.
enum class ArrowTo { right, bottom };
model::PathShape arrow_head(model::Point tip, ArrowTo to, model::Colour colour);

/// What a diagram says of a record beside its name: the view's columns, or the field with the role `summary`.
std::string diagram_words(View const& view, model::Record const& record, SortedLists const& lists);

/// A drawing with the view's caption; `told` says all of it in words.
model::Blocks diagram(model::Drawing drawing, std::string told, View const& view);

}  // namespace tebiki::views
