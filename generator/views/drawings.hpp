#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/drawing.hpp"
#include "model/list.hpp"
#include "model/print_style.hpp"
#include "model/words.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

/// The pieces that drawings of views are made of; lengths are points.
namespace tebiki::views {

/// From line to line of text in a chart, as a multiple of its size.
constexpr double drawing_leading = 1.3;

inline double line_height(model::MeasuredFont font) { return font.size * drawing_leading; }
/// From the top of a line to its baseline, and from the middle of digits to it, in ems.
constexpr double ascent_ems = 0.98, digit_middle_ems = 0.36;
inline double ascent(model::MeasuredFont font) { return font.size * ascent_ems; }

model::TextShape text_at(model::Point baseline, std::string text, model::MeasuredFont font, model::Colour colour,
                         model::TextShape::Anchor anchor = model::TextShape::Anchor::middle);

/// Closed, through these points.
model::PathShape polygon(std::vector<model::Point> const& points);

/// Without fill and stroke.
model::RectangleShape rectangle(double x, double y, double width, double height);

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
model::PathShape arrow_head(model::DrawingStyle const& style, model::Point tip, ArrowTo to, model::Colour colour);

/// What a diagram says of a record beside its name: the view's columns, or the field with the role `summary`.
std::string diagram_words(View const& view, model::Record const& record, SortedLists const& lists);

/// A drawing with the view's caption; `told` says all of it in words.
model::Blocks diagram(model::Drawing drawing, std::string told, View const& view);

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
  model::PrintStyle const& style;
  model::Colour colour;
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
void look_as(model::RectangleShape& area, model::YearFigure::Kind kind, ChartLook const& look);
/// A point of a line: a disc, of a plan a diamond, of what is expected a ring.
model::PathShape point_of(model::Point at, model::YearFigure::Kind kind, ChartLook const& look);

/// Bars, or points joined by lines, from zero on: results solid, plans hatched, what is expected outlined, what did not
/// take place in words. Values stand at their bars, upright where they are too wide. 240 points wide, wider where years
/// need the room. Linear in figures.
model::Drawing chart_drawing(ChartContent const& content, ChartLook const& look);

/// What the values need above the plot: charts side by side take the most of all, so that they stand level.
double chart_headroom(ChartContent const& content, ChartLook const& look);

// ---- the numbered marks of a map: which places share one, and where they stand so that none covers another ----

/// A record on a map.
struct PlacedNumber {
  int number = 0;
  model::Point at;  ///< degrees east and north, or points in the frame
};
/// Notes in the drawing that ends these blocks whom its pins stand for.
void name_pins(model::Blocks& map, std::string const& list, std::vector<PlacedNumber> const& places);

/// Places in points from the frame's corner for which one pin stands, by number. Several only where more of them are at
/// one place than find room around it, or more in all than on the map. n log n.
std::vector<std::vector<PlacedNumber>> sharing_pins(std::vector<PlacedNumber> const& places);

/// One mark; lengths are points.
struct Pin {
  std::string words;
  model::Point place;   ///< where it is
  model::Point middle;  ///< where the mark stands
  double half_width = 0, half_height = 0;
};

/// Letters and marks get smaller where there are many.
struct PinLook {
  model::MeasuredFont font;
  double radius = 0;
};
PinLook look_of_pins(model::DrawingStyle const& style, std::size_t count);

/// Moves pins that would cover each other apart, within a frame of that size. The pins that `sharing_pins` leaves are
/// so few that all pairs can be looked at, in a bounded number of rounds.
void move_apart(std::vector<Pin>& pins, double width, double height, model::DrawingStyle const& style);

/// What a part of a map is called; lengths are points.
struct MapName {
  std::string words;
  model::Point at;  ///< the middle of the words
  double width = 0;
};

/// The names near where they belong, none of them on a pin or on another; those without a free place are left out.
std::vector<MapName> freely_placed(std::vector<MapName> names, std::vector<Pin> const& pins, double width,
                                   double height, model::DrawingStyle const& style);

/// What stands on a map; places are degrees.
struct MapContent {
  std::vector<PlacedNumber> places;  ///< at least one
  std::vector<MapName> names;        ///< those without room, or outside of the frame, are left out
  std::string here = {};             ///< the word of the place with the number 0
};
struct MapLook {
  model::TextMeasure const& measure;
  model::Words const& words;
  model::PrintStyle const& style;
  model::DrawingStyle const& sizes;
  enum class Ground { plain, grid } ground = Ground::plain;
};
/// Numbered marks, names and a scale, north at the top; the frame is as high as the places need within its sizes.
model::Drawing map_drawing(MapContent const& content, MapLook const& look);

/// The fields of a list that decide how bars and marks of its chart look; any may be missing.
struct GanttFields {
  model::Field const *kind = nullptr, *certainty = nullptr, *months = nullptr, *earlier = nullptr;
};
/// What occurs in a chart: bars by the choices of their kind and their certainty, marks by the labels of their fields.
std::vector<model::Gantt::Sample> legend_of(model::Gantt const& gantt, GanttFields const& fields,
                                            model::Words const& words);

/// The field that says where a record is, or nullptr.
model::Field const* coordinates_of(SortedList const& list);
/// Degrees east and north; nothing where it is not known, or not in Japan.
std::optional<model::Point> place_on_map(model::Record const& record, model::Field const& coordinates);

/// Maps on web pages of the rows of one list, as narrow as a telephone. They have no ground of their own: towns stand
/// where their offices are on average. Borrows its arguments.
class ListMap {
 public:
  /// Linear in the records.
  ListMap(SortedList const& list, ComposeContext const& context);
  /// Numbers the rows that have a place from 1, in their order, and gives the directory a map of them. On that of a
  /// record's page the record itself stands, too. Nothing where fewer than two would stand on it.
  void add_to(model::Directory& directory, std::optional<std::size_t> record = std::nullopt) const;

 private:
  std::vector<MapName> names_of_towns() const;
  model::Figure figure(MapContent const& content, std::size_t rows) const;

  SortedList const& list_;
  ComposeContext const& context_;
  model::Field const* coordinates_;
  model::DrawingStyle sizes_;
  std::vector<MapName> names_;
};

}  // namespace tebiki::views
