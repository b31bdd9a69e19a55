/// What the steps of a Gantt chart hand one another: how large it is, where its words stand, its shapes.
#pragma once
#include <vector>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// Lengths of a chart, in points from its left; all grow with the size of its words.
struct GanttLook {
  model::TextStyle label, small, head;
  double row = 0;  ///< height of one line of bars
  double bar = 0, tail = 0;
  double band = 0, names = 0, month = 0;  ///< widths
  double left = 0;                        ///< of the first month

  double column(double place) const { return left + place * month; }
  double name_padding() const { return label.size * name_padding_ems; }
  double label_padding() const { return label.size * label_padding_ems; }
  double sample() const { return label.size * sample_ems; }  ///< width of a sample in the legend

 private:
  static constexpr double name_padding_ems = 0.5, label_padding_ems = 0.45, sample_ems = 3.6;
};

/// One activity and what it begins.
struct PlannedRow {
  model::Gantt::Group const* group = nullptr;
  model::Gantt::Row const* row = nullptr;
  model::Gantt::Activity const* activity = nullptr;
  bool begins_group = false, begins_row = false;
  double height = 0;
};

/// Where the words of an activity stand, from the top of its row.
struct PlacedLabel {
  double x = 0, width = 0, height = 0;
  double words = 0;    ///< width of what is said behind the box of the name; 0 where both stand together
  bool boxed = false;  ///< within its bar, in a box of its own
  bool above = false;  ///< on a line above the bar
};

/// The chart at one size: its rows with their heights.
class GanttPlan {
 public:
  GanttPlan(BookletContext const& context, model::Gantt const& gantt, double width, double size);

  GanttLook const& look() const { return look_; }
  std::vector<PlannedRow> const& rows() const { return rows_; }
  double height_of(std::size_t begin, std::size_t end) const;
  /// The end of as many rows as there is height for, one at least; those of one name stay together where that leaves
  /// little room.
  std::size_t rows_within(std::size_t begin, double height) const;
  /// Of the legend and the names of the months.
  double head_height() const { return head_height_; }
  /// The name of a month: 前年度 small above 3月.
  Lines column_name(std::string const& label) const;

  /// In its bar; else where there is most room, in it or beside it, in as many lines as it needs; above it where marks
  /// are in the way.
  PlacedLabel place_label(model::Gantt::Activity const& activity) const;
  Lines label_lines(model::Gantt::Activity const& activity, PlacedLabel const& label, model::Colour colour) const;
  /// What is said behind the box of a name.
  Lines words_behind(model::Gantt::Activity const& activity) const;
  /// The title of a group, upright in a band of that height.
  UprightLabel band_label(std::string const& title, double height) const;
  /// Of a sample of the legend: drawing, words and the space behind them.
  double sample_width(model::Gantt::Sample const& sample) const;
  /// The legend in lines: the end of each.
  std::vector<std::size_t> legend_lines() const;
  /// What the bar shows, for those who do not see it.
  std::string in_words(model::Gantt::Activity const& activity) const;
  Lines row_name(model::Gantt::Row const& row) const;
  Lines row_note(model::Gantt::Row const& row) const;

 private:
  double height_of(model::Gantt::Activity const& activity) const;
  /// Within so much room, name and words together.
  PlacedLabel wrapped(model::Gantt::Activity const& activity, double natural, double room) const;
  double name_height(model::Gantt::Row const& row) const;
  void add(model::Gantt::Group const& group);
  double name_width() const { return look_.names - 2 * look_.name_padding(); }

  BookletContext const& context_;
  model::Gantt const& gantt_;
  GanttLook look_;
  std::vector<PlannedRow> rows_;
  double head_height_ = 0;
};

/// The shapes of bars and marks: solid where the months are fixed, upright lines for what is done every year, dashed
/// and hatched where no month is known. What is only considered has fewer lines, or none.
class GanttShapes {
 public:
  GanttShapes(model::PrintStyle const& style, model::Colour colour) : style_(style), colour_(colour) {}

  model::Shape bar(model::Gantt::BarLook look, Rectangle const& area) const;
  /// The box of a label: filled for what is done, but dashed where no month is known, lest it seem to tell one.
  model::Shape label(model::Gantt::BarLook look, Rectangle const& area) const;
  static bool is_filled(model::Gantt::BarLook look) {
    return look.kind == model::Gantt::Kind::done && look.certainty != model::Gantt::Certainty::unknown;
  }
  /// Behind words, so that no line of a month or bar runs through them.
  model::Shape background(Rectangle const& area) const;
  model::Shape mark(model::Gantt::Mark::Shape shape, model::Point middle, double half) const;
  /// Of the legend, around the middle of its left edge: a label with its tail, or a mark, on its line when monthly.
  std::vector<model::Shape> sample(model::Gantt::Sample const& sample, model::Point at, GanttLook const& look) const;

 private:
  model::PrintStyle const& style_;
  model::Colour colour_;
};

}  // namespace tebiki::pdf
