#pragma once

namespace tebiki::model {

/// In points.
constexpr double millimetre = 72 / 25.4;

/// The sizes of drawings that views make, for paper and screen alike. Lengths are points; colours are those of the
/// print style.
struct DrawingStyle {
  // Diagrams
  double diagram_width = 474;  ///< the width of a column of print on A4: a diagram of that width stands in it unscaled
  double outline = 1.2;        ///< around boxes, bars and what is left empty
  double arrow_length = 9;
  double arrow_half_width = 6;
  // Charts
  double chart_width = 240;        ///< a screen of 360 pixels shows a chart of this width as large as it is
  double chart_plot_height = 104;  ///< from zero to the highest value of the axis
  double chart_slot_least =
      13;  ///< of a year: an upright value stands in it beside its neighbours; else charts get wider
  double chart_slot_most = 52;
  double chart_title_size = 12;
  double chart_value_size = 12;
  double chart_value_least = 9.5;  ///< size of values that have little room
  double chart_label_size = 9.5;
  double chart_year_size = 10.5;
  double chart_word_size = 10;  ///< of what stands instead of a number: 中止
  double chart_title_after = 3;
  double chart_headroom = 9;         ///< the least between legend and plot
  double chart_year_before = 3;      ///< between plot and years
  double chart_foot = 5;             ///< below the years
  double chart_axis_gap = 5;         ///< between the axis and its numbers
  double chart_axis_rule = 1.2;      ///< at zero
  double chart_axis_baseline = 3.4;  ///< of a number below its line
  double chart_grid_rule = 0.5;
  double chart_value_gap = 3;  ///< between a value and its bar
  double chart_shoulder = 9;   ///< of the bar of a year that goes on
  double chart_shoulder_dash = 2;
  double chart_shoulder_gap = 1.6;
  double chart_sample = 18;  ///< width of a sample of the legend
  double chart_sample_height = 9;
  double chart_sample_top = 2.5;
  double chart_sample_words_gap = 5;
  double chart_sample_gap = 12;    ///< between samples
  double chart_border_rule = 0.8;  ///< between what was and what is planned
  double chart_border_dash = 3;
  double chart_border_gap = 2.5;
  double chart_line_rule = 1.6;  ///< from point to point
  double chart_line_dash = 4;    ///< … towards what is not yet so
  double chart_line_gap = 3;
  double chart_point_radius = 4;
  double chart_point_outline = 1.4;
  double chart_hatch = 4;  ///< between the lines of a plan
  double chart_hatch_rule = 0.9;
  double chart_word_above = 9;  ///< of a word above zero
  double chart_word_rule_above = 5;
  double chart_word_rule_half = 10;  ///< half its length, at most
  // Timelines
  double timeline_names = 104;     ///< width of the names of lines
  double timeline_ruler = 24;      ///< height of the months
  double timeline_mark_room = 24;  ///< above the labels of a line
  double timeline_half_mark = 6;
  double timeline_month_size = 10.5;
  double timeline_name_size = 11;
  double timeline_day_size = 11;
  double timeline_words_size = 9.5;
  double timeline_label_least = 58;  ///< width of a label, at least
  double timeline_gap = 4;           ///< between labels, and between a mark and its label
  double timeline_padding = 8;       ///< above and below a name
  double timeline_words_indent = 6;  ///< of what has no month
  double timeline_ruler_rule = 1.4;
  double timeline_month_rule = 0.4;
  double timeline_axis_rule = 1;
  double timeline_line_rule = 0.6;  ///< between lines
  double timeline_ring_rule = 1.8;  ///< of a mark whose day is not known
  // Trees and flows
  double tree_indent = 26;
  double tree_gap = 10;     ///< between boxes
  double tree_padding = 8;  ///< in them
  double tree_name_size = 12;
  double tree_words_size = 10;
  double tree_rule = 1.6;  ///< from box to box
  double flow_gap = 18;
  double flow_padding = 8;
  double flow_name_size = 12.5;
  double flow_label_size = 10;
  double flow_words_size = 10;
  double flow_label_after = 3;
  double flow_arrow_rule = 2.4;
  // Maps
  double map_frame_padding = 26;  ///< from the frame to the outermost places
  double map_height_least = 210;  ///< of the frame
  double map_height_most = 400;
  double map_foot = 30;  ///< below the frame: scale and north
  double map_name_size = 10.5;
  double map_name_half = 7;       ///< half its height
  double map_name_away = 20;      ///< how far from its place it is tried first, above and below
  double map_name_further = 14;   ///< … and so much further each time
  double map_point_radius = 2.6;  ///< of the place of a pin that was moved
  double map_pin_size = 12;       ///< of the number in it
  double map_pin_radius = 12.2;
  double map_pin_size_many = 10.5;
  double map_pin_radius_many = 10.4;
  double map_pin_size_most = 9;
  double map_pin_radius_most = 9.2;
  double map_pin_padding = 4;  ///< beside a number that is wider than its pin
  double map_pin_halo = 1.4;
  double map_pin_gap = 1.5;  ///< between pins
  double map_pin_from_frame = 3;
  double map_scale_below = 18;  ///< the frame
  double map_scale_rule = 1.2;
  double map_scale_tick = 5;   ///< height of its ends
  double map_scale_size = 11;  ///< of its words and those of the arrow
  double map_scale_words_gap = 8;
  double map_scale_baseline = 3;  ///< of its words below it
  double map_north_right = 14;    ///< from the arrow's middle to the right edge
  double map_north_below = 7;     ///< the frame
  double map_north_height = 18;
  double map_north_half_width = 6.5;
  double map_north_notch = 5;
  double map_north_words_gap = 12;  ///< from its middle
  double map_north_baseline = 4;    ///< of its word above its foot
  // Covers, of A4
  double cover_wave_high = 30 * millimetre;  ///< of the highest wave above the foot
  double cover_wave_high_swing = 16 * millimetre;
  double cover_wave_middle = 17 * millimetre;
  double cover_wave_middle_swing = 14 * millimetre;
  double cover_wave_low = 6 * millimetre;
  double cover_wave_low_swing = 7 * millimetre;
  double cover_wave_half_length = 60 * millimetre;
  double cover_foot_overlap = 0.1;  ///< of the foot over the waves, lest a line shine through
};

}  // namespace tebiki::model
