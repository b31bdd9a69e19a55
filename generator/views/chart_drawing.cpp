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

/// Lengths are points. A screen of 360 pixels shows a chart of this width as large as it is.
constexpr double usual_width = 240;
constexpr MeasuredFont title_font{12, true}, value_font{12, true}, small_value_font{9.5, true}, label_font{9.5, false},
    year_font{10.5, true}, word_font{10, true};
constexpr double plot_height = 104;
/// An upright value stands in so much beside its neighbours; where years have less, the drawing gets wider.
constexpr double narrowest_slot = 13, widest_slot = 52;
constexpr double share_of_bar = 0.62;
constexpr double axis_gap = 5;
constexpr double value_gap = 3;  ///< between a value and its bar
constexpr double shoulder = 9;   ///< of the bar of a year that goes on
constexpr Colour white{255, 255, 255};

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
    double most = 9;
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      double const value = std::max(0.0, content_.figures[i].number.approximate());
      double const below_top = (scale_.most() - value) / (scale_.most() - scale_.least()) * plot_height;
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
    drawing_.height = bottom_ + (has_kind_words_ || letters_apart_ ? 2 : 1) * line_height(year_font) + 5;
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
    for (int i = 0; i <= scale_.steps(); ++i) axis = std::max(axis, width_of(scale_.text(i), label_font));
    left_ = axis + axis_gap;
    double const count = double(std::max<std::size_t>(1, content_.figures.size()));
    slot_ = std::clamp((usual_width - left_) / count, narrowest_slot, widest_slot);
    width_ = std::max(usual_width, left_ + slot_ * count);
    first_ = left_ + (width_ - left_ - slot_ * count) / 2;
    double widest_value = 0, widest_year = 0, widest_word = 0;
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      auto const& figure = content_.figures[i];
      widest_year = std::max(widest_year, width_of(shown_year(figure.year), year_font));
      widest_word = std::max(widest_word, width_of(word(figure.kind), label_font));
      widest_value = std::max(widest_value, figure.has_number() ? width_of(value_text(i), value_font) : 0);
    }
    value_font_ = value_font;
    if (widest_value > slot_ - 1)
      value_font_.size = std::max(value_font.size * (slot_ - 1) / widest_value, small_value_font.size);
    upright_ = widest_value * value_font_.size / value_font.size > slot_ - 0.9;
    letters_apart_ = widest_year > slot_ - 1;
    has_kind_words_ = widest_word <= slot_ - 1 && !letters_apart_;
  }

  /// What stands above the top of a figure's bar or point.
  double stack_height(std::size_t i) const {
    auto const& figure = content_.figures[i];
    if (!figure.has_number()) return 0;
    auto const& mark = content_.marks[i];
    double height =
        value_gap + (goes_on(figure) ? shoulder : 0) + (content_.shape == ChartShape::lines ? point_radius : 0);
    if (upright_) return height + width_of(value_text(i) + mark, value_font_) + value_gap;
    return height + line_height(value_font_) + (mark.empty() ? 0 : label_font.size);
  }
  bool goes_on(YearFigure const& figure) const {
    return figure.so_far && figure.kind == Kind::actual && content_.shape == ChartShape::bars;
  }

  void add_title() {
    for (auto const& line : look_.measure.lines(content_.title, title_font, width_)) {
      add(text_at({0, y_ + ascent(title_font)}, line, title_font, look_.ink, TextShape::Anchor::start));
      y_ += line_height(title_font);
    }
    y_ += 3;
  }

  /// A sample of each kind that the chart has, on as many lines as it takes.
  void add_legend() {
    constexpr double sample = 18, height = 9, gap = 12;
    double x = 0;
    for (auto kind : {Kind::actual, Kind::plan, Kind::expected}) {
      bool const used = std::any_of(content_.figures.begin(), content_.figures.end(),
                                    [&](YearFigure const& figure) { return figure.kind == kind; });
      if (!used) continue;
      double const wide = sample + 4 + width_of(word(kind), label_font);
      if (x > 0 && x + wide > width_) x = 0, y_ += line_height(label_font);
      if (content_.shape == ChartShape::lines) {
        add(point_of({x + sample / 2, y_ + 7}, kind, look_.colour));
      } else {
        auto area = rectangle(x + 0.6, y_ + 2.5, sample, height);
        look_as(area, kind, look_.colour);
        add(area);
      }
      add(text_at({x + sample + 5, y_ + ascent(label_font) + 1}, word(kind), label_font, look_.ink,
                  TextShape::Anchor::start));
      x += wide + gap;
    }
    if (x > 0) y_ += line_height(label_font) + 2;
  }

  void place_plot() {
    top_ = y_ + std::max(headroom(), content_.headroom);
    bottom_ = top_ + plot_height;
  }
  double place(double value) const {
    return bottom_ - (value - scale_.least()) / (scale_.most() - scale_.least()) * plot_height;
  }
  double middle(std::size_t i) const { return first_ + (double(i) + 0.5) * slot_; }

  void add_grid() {
    for (int i = 0; i <= scale_.steps(); ++i) {
      double const y = place(scale_.value(i));
      add(model::line({left_, y}, {width_, y}, look_.line, 0.5));
      add(text_at({left_ - axis_gap, y + 3.4}, scale_.text(i), label_font, look_.pale_ink, TextShape::Anchor::end));
    }
    for (std::size_t i = 1; i < content_.figures.size(); ++i) {
      bool const plan = content_.figures[i].kind == Kind::plan;
      bool const border = plan && content_.figures[i - 1].kind != Kind::plan &&
                          content_.figures[i].year != content_.figures[i - 1].year;
      if (!border) continue;
      double const x = first_ + double(i) * slot_;
      add(model::line({x, y_ + 2}, {x, bottom_}, look_.pale_ink, 0.8, {3, 2.5}));
    }
  }

  void add_figure(std::size_t i) {
    auto const& figure = content_.figures[i];
    if (!figure.has_number()) return add_word(i);
    double const value = place(figure.number.approximate()), zero = place(0);
    if (content_.shape == ChartShape::lines) {
      add(point_of({middle(i), value}, figure.kind, look_.colour));
    } else {
      add_bar(i, value, zero);
    }
    double const above = content_.shape == ChartShape::lines ? value - point_radius : std::min(value, zero);
    add_value(i, above - value_gap - (goes_on(figure) ? shoulder : 0));
  }

  void add_bar(std::size_t i, double value, double zero) {
    double const bar = slot_ * share_of_bar, x = middle(i) - bar / 2, top = std::min(value, zero);
    auto area = rectangle(x, top, bar, std::abs(zero - value));
    look_as(area, content_.figures[i].kind, look_.colour);
    add(area);
    // The year goes on: so does the bar.
    if (!goes_on(content_.figures[i])) return;
    for (double side : {x, x + bar}) add(model::line({side, top}, {side, top - shoulder}, look_.colour, 1.2, {2, 1.6}));
  }

  /// From point to point; dashed towards what is not yet so; none across a year without a number.
  void add_lines() {
    for (std::size_t i = 1; i < content_.figures.size(); ++i) {
      auto const &from = content_.figures[i - 1], &to = content_.figures[i];
      if (!from.has_number() || !to.has_number()) continue;
      bool const solid = to.kind == Kind::actual;
      add(model::line({middle(i - 1), place(from.number.approximate())}, {middle(i), place(to.number.approximate())},
                      look_.colour, 1.6, solid ? std::vector<double>() : std::vector<double>{4, 3}));
    }
  }

  /// On white, so that no line of the grid runs through it; the mark of its note above.
  void add_value(std::size_t i, double foot) {
    auto const text = value_text(i);
    auto const& mark = content_.marks[i];
    if (upright_) return add_upright(i, foot, text + mark);
    double const wide = width_of(text, value_font_);
    auto ground =
        rectangle(middle(i) - wide / 2 - 1, foot - value_font_.size * 0.86, wide + 2, value_font_.size * 0.95);
    ground.fill = white;
    add(ground);
    add(text_at({middle(i), foot}, text, value_font_, look_.ink));
    if (!mark.empty()) add(text_at({middle(i), foot - value_font_.size - 0.5}, mark, label_font, look_.ink));
  }

  void add_upright(std::size_t i, double foot, std::string const& text) {
    double const wide = width_of(text, value_font_);
    auto ground = rectangle(middle(i) - value_font_.size / 2, foot - wide - 1, value_font_.size, wide + 1);
    ground.fill = white;
    add(ground);
    auto shape =
        text_at({middle(i) + value_font_.size * 0.36, foot}, text, value_font_, look_.ink, TextShape::Anchor::start);
    shape.angle = -90;
    add(shape);
  }

  /// 中止 above a short rule, one character below the other where there is no room; the mark of its note above.
  void add_word(std::size_t i) {
    auto const text =
        model::wrapped(look_.measure, word(content_.figures[i].kind), word_font, std::max(slot_ - 1, word_font.size));
    double const below = double(std::count(text.begin(), text.end(), '\n')) * line_height(word_font);
    double const y = place(0), half = std::min(10.0, slot_ * share_of_bar / 2);
    add(model::line({middle(i) - half, y - 5}, {middle(i) + half, y - 5}, look_.ink, 1.2));
    add(text_at({middle(i), y - 9 - below}, text, word_font, look_.ink));
    if (!content_.marks[i].empty())
      add(text_at({middle(i), y - 9 - below - line_height(word_font)}, content_.marks[i], label_font, look_.ink));
  }

  void add_axis() {
    add(model::line({left_, place(0)}, {width_, place(0)}, look_.ink, 1.2));
    double const y = bottom_ + 3 + ascent(year_font);
    for (std::size_t i = 0; i < content_.figures.size(); ++i) {
      add_year(i, y);
      if (!has_kind_words_ || !content_.figures[i].has_number()) continue;
      add(text_at({middle(i), y + line_height(year_font)}, word(content_.figures[i].kind), label_font, look_.pale_ink));
    }
  }

  /// R5; where there is no room, R above the first year of the era only.
  void add_year(std::size_t i, double y) {
    auto const year = content_.figures[i].year;
    bool const second = i > 0 && content_.figures[i - 1].year == year;
    if (second && slot_ < widest_slot / 2) return;
    if (!letters_apart_)
      return add(text_at({middle(i), y}, shown_year(content_.figures[i].year), year_font, look_.ink));
    auto const era = model::fiscal_era_year(year);
    bool const begins = i == 0 || model::fiscal_era_year(content_.figures[i - 1].year).letter != era.letter;
    if (begins) add(text_at({middle(i), y}, era.letter, year_font, look_.ink));
    auto const number = std::to_string(era.number);
    auto const font = width_of(number, year_font) <= slot_ - 1 ? year_font : label_font;
    add(text_at({middle(i), y + line_height(year_font)}, number, font, look_.ink));
  }

  ChartContent const& content_;
  ChartLook const& look_;
  ChartScale scale_;
  model::Drawing drawing_;
  double width_ = usual_width, left_ = 0, first_ = 0, slot_ = widest_slot;
  double y_ = 0, top_ = 0, bottom_ = 0;
  MeasuredFont value_font_ = value_font;
  bool upright_ = false, has_kind_words_ = true, letters_apart_ = false;
};

}  // namespace

model::Drawing chart_drawing(ChartContent const& content, ChartLook const& look) { return Chart(content, look).draw(); }

double chart_headroom(ChartContent const& content, ChartLook const& look) { return Chart(content, look).headroom(); }

}  // namespace tebiki::views
