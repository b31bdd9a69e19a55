#pragma once
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/field_value.hpp"
#include "model/words.hpp"
#include "views/view.hpp"

namespace tebiki::views {

/// What one chart shows. Its figures stand in the order of the years, of a year's two the result after the plan.
struct ChartContent {
  std::string title;  ///< 参加人数（人）
  std::vector<model::YearFigure> figures;
  std::vector<std::string> marks;  ///< of the note of each figure: ※1, or empty
  ChartShape shape = ChartShape::bars;
  double headroom = 0;  ///< at least so much between legend and plot, in points
};

/// How charts are drawn.
struct ChartLook {
  model::TextMeasure const& measure;
  model::Words const& words;
  model::Colour colour, ink, pale_ink, line;
};

/// The values that the axis names: round ones from zero on, in at most four steps, whole where all numbers are.
class ChartScale {
 public:
  explicit ChartScale(std::vector<model::YearFigure> const& figures);
  double least() const { return least_; }
  double most() const { return most_; }
  int steps() const;
  double value(int i) const { return least_ + i * step_; }
  /// In the digits that its step has.
  std::string text(int i) const;

 private:
  double least_ = 0, most_ = 1, step_ = 1;
};

/// Makes an area look as its kind does: a result filled, a plan hatched, what is expected empty. All are outlined.
void look_as(model::RectangleShape& area, model::YearFigure::Kind kind, model::Colour colour);
/// A point of a line: a disc, of a plan a diamond, of what is expected a ring.
constexpr double point_radius = 4;
model::PathShape point_of(model::Point at, model::YearFigure::Kind kind, model::Colour colour);

/// Bars, or points joined by lines, from zero on: results solid, plans hatched, what is expected outlined, what did not
/// take place in words. Values stand at their bars, upright where they are too wide. 240 points wide, wider where years
/// need the room; no letters below 9.5 points. Linear in figures.
model::Drawing chart_drawing(ChartContent const& content, ChartLook const& look);

/// What the values need above the plot: charts side by side take the most of all, so that they stand level.
double chart_headroom(ChartContent const& content, ChartLook const& look);

}  // namespace tebiki::views
