#include "views/drawings.hpp"

#include <algorithm>
#include <cmath>

namespace tebiki::views {
namespace {

using model::Colour;
using model::MeasuredFont;
using model::TextShape;
using model::YearFigure;
using Kind = YearFigure::Kind;

constexpr double share_of_bar = 0.62;
/// An upright value may take so much more than its year has, in points.
constexpr double upright_tolerance = 0.9;
/// The white behind a value, in ems: from its top to the baseline, and all of it.
constexpr double ground_above_ems = 0.86, ground_ems = 0.95;
constexpr int upright = -90;

std::string shown_year(int year) {
  auto const shown = model::fiscal_era_year(year);
  return shown.letter + std::to_string(shown.number);
}

class Chart {
 public:
  Chart(ChartContent const& content, ChartLook const& look) : content_(content), look_(look), scale_(content.figures) {
    choose_slots();
  }

  /// How far values reach beyond the plot.
  double headroom() const {
    double most = sizes_.chart_headroom;
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      double const value = std::max(0.0, content_.figures[i].number.approximate());
      double const below_top = (scale_.most() - value) / (scale_.most() - scale_.least()) * sizes_.chart_plot_height;
      most = std::max(most, stack_height(i) - below_top);
    }
    return most;
  }

  model::Drawing draw() {
    add_title();
    add_legend();
    place_plot();
    add_grid();
    if (content_.shape == ChartShape::lines) add_lines();
    for (std::size_t i = 0; i < content_.figures.size(); ++i) add_figure(i);
    add_axis();
    drawing_.width = width_;
    drawing_.height =
        bottom_ + (has_kind_words_ || letters_apart_ ? 2 : 1) * line_height(year_font_) + sizes_.chart_foot;
    return std::move(drawing_);
  }

 private:
  template <class AnyShape>
  void add(AnyShape shape) {
    drawing_.shapes.emplace_back(std::move(shape));
  }
  double width_of(std::string_view text, MeasuredFont font) const { return look_.measure.width(text, font); }
  std::string value_text(std::size_t i) const { return model::grouped_text(content_.figures[i].number); }
  std::string word(Kind kind) const { return std::string(kind_word(look_.words, kind)); }

  /// How wide the years stand, and what that leaves room for.
  void choose_slots() {
    double axis = 0;
    for (int i = 0; i <= scale_.steps(); ++i) axis = std::max(axis, width_of(scale_.text(i), label_font_));
    left_ = axis + sizes_.chart_axis_gap;
    double const count = double(std::max<std::size_t>(1, content_.figures.size()));
    slot_ = std::clamp((sizes_.chart_width - left_) / count, sizes_.chart_slot_least, sizes_.chart_slot_most);
    width_ = std::max(sizes_.chart_width, left_ + slot_ * count);
    first_ = left_ + (width_ - left_ - slot_ * count) / 2;
    double widest_value = 0, widest_year = 0, widest_word = 0;
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      auto const& figure = content_.figures[i];
      widest_year = std::max(widest_year, width_of(shown_year(figure.year), year_font_));
      widest_word = std::max(widest_word, width_of(word(figure.kind), label_font_));
      widest_value = std::max(widest_value, figure.has_number() ? width_of(value_text(i), usual_value_font_) : 0);
    }
    value_font_ = usual_value_font_;
    if (widest_value > slot_ - 1)
      value_font_.size = std::max(usual_value_font_.size * (slot_ - 1) / widest_value, sizes_.chart_value_least);
    upright_ = widest_value * value_font_.size / usual_value_font_.size > slot_ - upright_tolerance;
    letters_apart_ = widest_year > slot_ - 1;
    has_kind_words_ = widest_word <= slot_ - 1 && !letters_apart_;
  }

  /// What stands above the top of a figure's bar or point.
  double stack_height(std::size_t i) const {
    auto const& figure = content_.figures[i];
    if (!figure.has_number()) return 0;
    auto const& mark = content_.marks[i];
    double height = sizes_.chart_value_gap + (goes_on(figure) ? sizes_.chart_shoulder : 0) +
                    (content_.shape == ChartShape::lines ? sizes_.chart_point_radius : 0);
    if (upright_) return height + width_of(value_text(i) + mark, value_font_) + sizes_.chart_value_gap;
    return height + line_height(value_font_) + (mark.empty() ? 0 : label_font_.size);
  }
  bool goes_on(YearFigure const& figure) const {
    return figure.so_far && figure.kind == Kind::actual && content_.shape == ChartShape::bars;
  }

  void add_title() {
    for (auto const& line : look_.measure.lines(content_.title, title_font_, width_)) {
      add(text_at({0, y_ + ascent(title_font_)}, line, title_font_, look_.style.ink, TextShape::Anchor::start));
      y_ += line_height(title_font_);
    }
    y_ += sizes_.chart_title_after;
  }

  /// A sample of each kind that the chart has, on as many lines as it takes.
  void add_legend() {
    double const sample = sizes_.chart_sample, height = sizes_.chart_sample_height, gap = sizes_.chart_sample_words_gap;
    double x = 0;
    for (auto kind : {Kind::actual, Kind::plan, Kind::expected}) {
      bool const used = std::any_of(content_.figures.begin(), content_.figures.end(),
                                    [&](YearFigure const& figure) { return figure.kind == kind; });
      if (!used) continue;
      double const wide = sample + gap - 1 + width_of(word(kind), label_font_);
      if (x > 0 && x + wide > width_) x = 0, y_ += line_height(label_font_);
      if (content_.shape == ChartShape::lines) {
        add(point_of({x + sample / 2, y_ + sizes_.chart_sample_top + height / 2}, kind, look_));
      } else {
        auto area = rectangle(x + sizes_.outline / 2, y_ + sizes_.chart_sample_top, sample, height);
        look_as(area, kind, look_);
        add(area);
      }
      add(text_at({x + sample + gap, y_ + ascent(label_font_) + 1}, word(kind), label_font_, look_.style.ink,
                  TextShape::Anchor::start));
      x += wide + sizes_.chart_sample_gap;
    }
    if (x > 0) y_ += line_height(label_font_) + 2;
  }

  void place_plot() {
    top_ = y_ + std::max(headroom(), content_.headroom);
    bottom_ = top_ + sizes_.chart_plot_height;
  }
  double place(double value) const {
    return bottom_ - (value - scale_.least()) / (scale_.most() - scale_.least()) * sizes_.chart_plot_height;
  }
  double middle(std::size_t i) const { return first_ + (double(i) + 0.5) * slot_; }

  void add_grid() {
    for (int i = 0; i <= scale_.steps(); ++i) {
      double const y = place(scale_.value(i));
      add(model::line({left_, y}, {width_, y}, look_.style.strong_line, sizes_.chart_grid_rule));
      add(text_at({left_ - sizes_.chart_axis_gap, y + sizes_.chart_axis_baseline}, scale_.text(i), label_font_,
                  look_.style.pale_ink, TextShape::Anchor::end));
    }
    for (std::size_t i = 1; i < content_.figures.size(); ++i) {
      bool const plan = content_.figures[i].kind == Kind::plan;
      bool const border = plan && content_.figures[i - 1].kind != Kind::plan &&
                          content_.figures[i].year != content_.figures[i - 1].year;
      if (!border) continue;
      double const x = first_ + double(i) * slot_;
      add(model::line({x, y_ + 2}, {x, bottom_}, look_.style.pale_ink, sizes_.chart_border_rule,
                      {sizes_.chart_border_dash, sizes_.chart_border_gap}));
    }
  }

  void add_figure(std::size_t i) {
    auto const& figure = content_.figures[i];
    if (!figure.has_number()) return add_word(i);
    double const value = place(figure.number.approximate()), zero = place(0);
    if (content_.shape == ChartShape::lines) {
      add(point_of({middle(i), value}, figure.kind, look_));
    } else {
      add_bar(i, value, zero);
    }
    double const above =
        content_.shape == ChartShape::lines ? value - sizes_.chart_point_radius : std::min(value, zero);
    add_value(i, above - sizes_.chart_value_gap - (goes_on(figure) ? sizes_.chart_shoulder : 0));
  }

  void add_bar(std::size_t i, double value, double zero) {
    double const bar = slot_ * share_of_bar, x = middle(i) - bar / 2, top = std::min(value, zero);
    auto area = rectangle(x, top, bar, std::abs(zero - value));
    look_as(area, content_.figures[i].kind, look_);
    add(area);
    // The year goes on: so does the bar.
    if (!goes_on(content_.figures[i])) return;
    for (double side : {x, x + bar})
      add(model::line({side, top}, {side, top - sizes_.chart_shoulder}, look_.colour, sizes_.outline,
                      {sizes_.chart_shoulder_dash, sizes_.chart_shoulder_gap}));
  }

  /// From point to point; dashed towards what is not yet so; none across a year without a number.
  void add_lines() {
    for (std::size_t i = 1; i < content_.figures.size(); ++i) {
      auto const &from = content_.figures[i - 1], &to = content_.figures[i];
      if (!from.has_number() || !to.has_number()) continue;
      bool const solid = to.kind == Kind::actual;
      add(model::line(
          {middle(i - 1), place(from.number.approximate())}, {middle(i), place(to.number.approximate())}, look_.colour,
          sizes_.chart_line_rule,
          solid ? std::vector<double>() : std::vector<double>{sizes_.chart_line_dash, sizes_.chart_line_gap}));
    }
  }

  /// On white, so that no line of the grid runs through it; the mark of its note above.
  void add_value(std::size_t i, double foot) {
    auto const text = value_text(i);
    auto const& mark = content_.marks[i];
    if (upright_) return add_upright(i, foot, text + mark);
    double const wide = width_of(text, value_font_);
    auto ground = rectangle(middle(i) - wide / 2 - 1, foot - value_font_.size * ground_above_ems, wide + 2,
                            value_font_.size * ground_ems);
    ground.fill = look_.style.on_dark;
    add(ground);
    add(text_at({middle(i), foot}, text, value_font_, look_.style.ink));
    if (!mark.empty()) add(text_at({middle(i), foot - value_font_.size - 0.5}, mark, label_font_, look_.style.ink));
  }

  void add_upright(std::size_t i, double foot, std::string const& text) {
    double const wide = width_of(text, value_font_);
    auto ground = rectangle(middle(i) - value_font_.size / 2, foot - wide - 1, value_font_.size, wide + 1);
    ground.fill = look_.style.on_dark;
    add(ground);
    auto shape = text_at({middle(i) + value_font_.size * digit_middle_ems, foot}, text, value_font_, look_.style.ink,
                         TextShape::Anchor::start);
    shape.angle = upright;
    add(shape);
  }

  /// 中止 above a short rule, one character below the other where there is no room; the mark of its note above.
  void add_word(std::size_t i) {
    auto const text =
        model::wrapped(look_.measure, word(content_.figures[i].kind), word_font_, std::max(slot_ - 1, word_font_.size));
    double const below = double(std::count(text.begin(), text.end(), '\n')) * line_height(word_font_);
    double const y = place(0), half = std::min(sizes_.chart_word_rule_half, slot_ * share_of_bar / 2);
    add(model::line({middle(i) - half, y - sizes_.chart_word_rule_above},
                    {middle(i) + half, y - sizes_.chart_word_rule_above}, look_.style.ink, sizes_.outline));
    add(text_at({middle(i), y - sizes_.chart_word_above - below}, text, word_font_, look_.style.ink));
    if (!content_.marks[i].empty())
      add(text_at({middle(i), y - sizes_.chart_word_above - below - line_height(word_font_)}, content_.marks[i],
                  label_font_, look_.style.ink));
  }

  void add_axis() {
    add(model::line({left_, place(0)}, {width_, place(0)}, look_.style.ink, sizes_.chart_axis_rule));
    double const y = bottom_ + sizes_.chart_year_before + ascent(year_font_);
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      add_year(i, y);
      if (!has_kind_words_ || !content_.figures[i].has_number()) continue;
      add(text_at({middle(i), y + line_height(year_font_)}, word(content_.figures[i].kind), label_font_,
                  look_.style.pale_ink));
    }
  }

  /// R5; where there is no room, R above the first year of the era only.
  void add_year(std::size_t i, double y) {
    auto const year = content_.figures[i].year;
    bool const second = i > 0 && content_.figures[i - 1].year == year;
    if (second && slot_ < sizes_.chart_slot_most / 2) return;
    if (!letters_apart_)
      return add(text_at({middle(i), y}, shown_year(content_.figures[i].year), year_font_, look_.style.ink));
    auto const era = model::fiscal_era_year(year);
    bool const begins = i == 0 || model::fiscal_era_year(content_.figures[i - 1].year).letter != era.letter;
    if (begins) add(text_at({middle(i), y}, era.letter, year_font_, look_.style.ink));
    auto const number = std::to_string(era.number);
    auto const font = width_of(number, year_font_) <= slot_ - 1 ? year_font_ : label_font_;
    add(text_at({middle(i), y + line_height(year_font_)}, number, font, look_.style.ink));
  }

  ChartContent const& content_;
  ChartLook const& look_;
  ChartScale scale_;
  model::DrawingStyle const& sizes_ = look_.style.drawings;
  MeasuredFont title_font_{sizes_.chart_title_size, true}, usual_value_font_{sizes_.chart_value_size, true},
      label_font_{sizes_.chart_label_size, false}, year_font_{sizes_.chart_year_size, true},
      word_font_{sizes_.chart_word_size, true};
  model::Drawing drawing_;
  double width_ = sizes_.chart_width, left_ = 0, first_ = 0, slot_ = sizes_.chart_slot_most;
  double y_ = 0, top_ = 0, bottom_ = 0;
  MeasuredFont value_font_ = usual_value_font_;
  bool upright_ = false, has_kind_words_ = true, letters_apart_ = false;
};

}  // namespace

model::Drawing chart_drawing(ChartContent const& content, ChartLook const& look) { return Chart(content, look).draw(); }

double chart_headroom(ChartContent const& content, ChartLook const& look) { return Chart(content, look).headroom(); }

}  // namespace tebiki::views
