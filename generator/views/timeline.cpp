#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::MeasuredFont;
using Anchor = model::TextShape::Anchor;

constexpr int months_a_year = 12, first_fiscal_month = 4, days_a_month = 31;
/// Months stay on one line, in points.
constexpr double unbounded = 1000;

int fiscal_year(model::Date date) { return date.month >= first_fiscal_month ? date.year : date.year - 1; }

/// The first day that nothing else is known of.
Field const* first_plain_date(std::vector<Field> const& fields) {
  auto const found = std::find_if(fields.begin(), fields.end(), [](Field const& field) {
    return field.kind == model::FieldKind::date && field.role == model::Role::none;
  });
  return found == fields.end() ? nullptr : &*found;
}

/// One record in its line: where it stands, as a share of the year, and what is said below.
struct Moment {
  double place = 0;
  bool has_day = false;
  std::string label;
};

/// The records of a group: those with a day or a month, and those with neither.
struct Line {
  std::string name;
  std::vector<Moment> moments;
  std::string undated;
};

class Timeline {
 public:
  Timeline(View const& view, ViewPlace const& place)
      : view_(view),
        context_(place.context),
        words_(context_.lists.site().words),
        month_(view.list->with_role(model::Role::first_month)) {
    date_ = view.list->with_role(model::Role::begins);
    if (!date_) date_ = first_plain_date(view.list->fields);
    if (month_) months_ = month_->choices;
    for (int month = first_fiscal_month; months_.size() < months_a_year && !month_; ++month)
      months_.push_back(month_name((month - 1) % months_a_year + 1));
  }

  model::Blocks make(Selection const& selection) {
    for (auto const& group : selection) {
      Line line{group.title, {}, {}};
      for (auto index : group.records) add(line, view_.list->source->records[index]);
      std::stable_sort(line.moments.begin(), line.moments.end(),
                       [](Moment const& a, Moment const& b) { return a.place < b.place; });
      lines_.push_back(std::move(line));
    }
    auto told = told_of_lines();
    return diagram(drawing(), std::move(told), view_);
  }

 private:
  std::string month_name(int month) const {
    return words_.filled("timeline.month", {{"month", std::to_string(month)}});
  }

  void add(Line& line, model::Record const& record) {
    auto const* day = date_ ? record.find(*date_) : nullptr;
    auto const* date = day ? day->as<model::Date>() : nullptr;
    auto const* said = month_ ? record.find(*month_) : nullptr;
    auto const words = view_.columns.empty() ? std::string() : diagram_words(view_, record, context_.lists);
    if (date) {
      if (!is_of_this_year(*date, day->at)) return;
      auto const column = column_of(month_name(date->month));
      if (!column) return report_outside(month_name(date->month), day->at);
      auto const share = (double(date->day) - 0.5) / days_a_month;
      line.moments.push_back({(double(*column) + share) / double(months_.size()), true,
                              words_.filled("timeline.day", {{"month", std::to_string(date->month)},
                                                             {"day", std::to_string(date->day)}})});
    } else if (said && said->text()) {
      auto const column = column_of(*said->text());
      if (!column) return report_outside(*said->text(), said->at);
      line.moments.push_back(
          {(double(*column) + 0.5) / double(months_.size()), false, words.empty() ? *said->text() : words});
    } else {
      auto const label = std::string(record.name()) + (words.empty() ? "" : std::string(words_["join.gap"]) + words);
      line.undated += (line.undated.empty() ? "" : "\n") + label;
    }
  }

  /// The last of equal months: the first one may be of the year before.
  std::optional<std::size_t> column_of(std::string const& month) const {
    auto const found = std::find(months_.rbegin(), months_.rend(), month);
    if (found == months_.rend()) return {};
    return std::size_t(months_.rend() - found) - 1;
  }

  bool is_of_this_year(model::Date date, base::SourceLocation at) {
    if (!year_) year_ = fiscal_year(date);
    if (*year_ == fiscal_year(date)) return true;
    context_.diagnostics.error(
        at, "date-of-another-year",
        {fmt::format("{}は、この図の年度（{}）の外です。", model::written_text(date),
                     model::written_fiscal_year(*year_)),
         fmt::format("{} is outside the fiscal year {} of this timeline.", model::iso(date), *year_)},
        {"日付を確かめるか、where で1つの年度だけを選んでください。",
         "Check the date, or choose one fiscal year with “where”."});
    return false;
  }

  void report_outside(std::string const& month, base::SourceLocation at) const {
    auto const names = quoted(months_);
    context_.diagnostics.error(
        at, "month-outside-the-year",
        {fmt::format("「{}」は、この図の月の外です。", month),
         fmt::format("“{}” is outside the months of this timeline.", month)},
        {fmt::format("図の月は{}です。", names.ja), fmt::format("Its months are {}.", names.en)});
  }

  // ---- the drawing ----

  double label_width() const { return std::max(sizes_.timeline_label_least, column_width()); }
  double column_width() const { return (sizes_.diagram_width - sizes_.timeline_names) / double(months_.size()); }
  double x_of(double place) const {
    return sizes_.timeline_names + place * (sizes_.diagram_width - sizes_.timeline_names);
  }

  model::Drawing drawing() const {
    model::Drawing drawing{sizes_.diagram_width, 0, {}};
    drawing.height = sizes_.timeline_ruler;
    for (auto const& line : lines_) add_line(drawing, line);
    add_ruler(drawing);
    drawing.height += 1;
    return drawing;
  }

  void add_ruler(model::Drawing& drawing) const {
    auto const brand = context_.lists.site().brand;
    std::vector<model::Shape> behind;
    for (std::size_t i = 0; i < months_.size(); ++i) {
      double const x = sizes_.timeline_names + double(i) * column_width();
      TextBlock const name(context_.measure, months_[i], {sizes_.timeline_month_size, false}, unbounded);
      drawing.shapes.emplace_back(name.at(x + column_width() / 2, sizes_.timeline_gap, style_.ink, Anchor::middle));
      behind.emplace_back(
          model::line({x, sizes_.timeline_ruler}, {x, drawing.height}, style_.line, sizes_.timeline_month_rule));
    }
    drawing.shapes.insert(drawing.shapes.begin(), behind.begin(), behind.end());
    drawing.shapes.emplace_back(model::line({0, sizes_.timeline_ruler}, {sizes_.diagram_width, sizes_.timeline_ruler},
                                            brand, sizes_.timeline_ruler_rule));
  }

  void add_line(model::Drawing& drawing, Line const& line) const {
    double const top = drawing.height, axis = top + sizes_.timeline_mark_room - sizes_.timeline_gap;
    TextBlock const name(context_.measure, line.name, {sizes_.timeline_name_size, true},
                         sizes_.timeline_names - sizes_.timeline_padding);
    if (!name.empty()) drawing.shapes.emplace_back(name.at(0, top + sizes_.timeline_padding, style_.ink));
    double below = axis;
    if (!line.moments.empty())
      drawing.shapes.emplace_back(model::line({sizes_.timeline_names, axis}, {sizes_.diagram_width, axis},
                                              style_.strong_line, sizes_.timeline_axis_rule));
    add_labels(drawing, line, axis, below);
    for (auto const& moment : line.moments) add_mark(drawing, {x_of(moment.place), axis}, moment.has_day);
    if (!line.undated.empty()) {
      double y = line.moments.empty() ? top + sizes_.timeline_padding : below + sizes_.timeline_gap;
      for (std::string_view rest = line.undated; !rest.empty();) {
        auto const one = rest.substr(0, rest.find('\n'));
        TextBlock const words(context_.measure, one, words_font_,
                              sizes_.diagram_width - sizes_.timeline_names - sizes_.timeline_words_indent);
        add_ground(drawing, {sizes_.timeline_names + sizes_.timeline_gap, y}, context_.measure.width(one, words_font_),
                   words.height());
        drawing.shapes.emplace_back(words.at(sizes_.timeline_names + sizes_.timeline_words_indent, y, style_.pale_ink));
        y += words.height();
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
      }
      below = y;
    }
    drawing.height = std::max({below + sizes_.timeline_padding, top + name.height() + 2 * sizes_.timeline_padding});
    drawing.shapes.emplace_back(model::line({0, drawing.height}, {sizes_.diagram_width, drawing.height},
                                            style_.strong_line, sizes_.timeline_line_rule));
  }

  /// No line of a month runs through words.
  void add_ground(model::Drawing& drawing, model::Point corner, double width, double height) const {
    width = std::min(width + sizes_.timeline_gap, sizes_.diagram_width - corner.x);
    drawing.shapes.emplace_back(model::RectangleShape{corner, width, height, 0, style_.on_dark, {}});
  }

  /// Below their marks; one that would touch its neighbour stands below it.
  void add_labels(model::Drawing& drawing, Line const& line, double axis, double& below) const {
    std::vector<std::pair<double, double>> levels;  // of each its end, and its foot
    double const first = axis + half_mark_ + sizes_.timeline_gap;
    for (auto const& moment : line.moments) {
      auto const font = moment.has_day ? MeasuredFont{sizes_.timeline_day_size, true} : words_font_;
      TextBlock const words(context_.measure, moment.label, font, label_width());
      double const half = std::min(context_.measure.width(moment.label, font), label_width()) / 2;
      double const x = std::clamp(x_of(moment.place), sizes_.timeline_names + half, sizes_.diagram_width - half);
      std::size_t level = 0;
      while (level < levels.size() && levels[level].first > x - half - sizes_.timeline_gap) ++level;
      double y = first;
      for (std::size_t i = 0; i < level; ++i) y = std::max(y, levels[i].second);
      if (level == levels.size()) levels.emplace_back();
      levels[level] = {x + half, y + words.height()};
      add_ground(drawing, {x - half, y}, 2 * half, words.height());
      drawing.shapes.emplace_back(words.at(x, y, style_.ink, Anchor::middle));
      below = std::max(below, y + words.height());
    }
  }

  /// A known day is a diamond, a month alone a ring.
  void add_mark(model::Drawing& drawing, model::Point at, bool has_day) const {
    using enum model::PathStep::Kind;
    auto const brand = context_.lists.site().brand;
    if (!has_day) {
      model::RectangleShape ring{{at.x - half_mark_ + 1, at.y - half_mark_ + 1},
                                 2 * half_mark_ - 2,
                                 2 * half_mark_ - 2,
                                 half_mark_ - 1,
                                 style_.on_dark,
                                 brand,
                                 sizes_.timeline_ring_rule};
      return void(drawing.shapes.emplace_back(ring));
    }
    model::PathShape diamond;
    diamond.steps = {{move, {}, {}, {at.x, at.y - half_mark_}},
                     {line, {}, {}, {at.x + half_mark_, at.y}},
                     {line, {}, {}, {at.x, at.y + half_mark_}},
                     {line, {}, {}, {at.x - half_mark_, at.y}},
                     {close, {}, {}, {at.x, at.y - half_mark_}}};
    diamond.fill = brand;
    drawing.shapes.emplace_back(std::move(diamond));
  }

  /// 推進協議会：8月4日、11月24日。
  std::string told_of_lines() const {
    std::string told;
    for (auto const& line : lines_) {
      std::string moments;
      auto const add = [&](std::string_view what) {
        if (!moments.empty()) moments += words_["join.comma"];
        moments += what;
      };
      for (auto const& moment : line.moments) add(moment.label);
      auto undated = line.undated;
      std::replace(undated.begin(), undated.end(), '\n', ' ');
      if (!undated.empty()) add(undated);
      if (!told.empty()) told += words_["join.stop"];
      told += line.name.empty() ? moments : words_.filled("join.label", {{"label", line.name}}) + moments;
    }
    return told;
  }

  View const& view_;
  ComposeContext const& context_;
  model::PrintStyle const& style_ = context_.style;
  model::DrawingStyle const& sizes_ = style_.drawings;
  MeasuredFont words_font_{sizes_.timeline_words_size, false};
  double half_mark_ = sizes_.timeline_half_mark;
  model::Words const& words_;
  Field const* month_;
  Field const* date_ = nullptr;
  std::vector<std::string> months_;
  std::vector<Line> lines_;
  std::optional<int> year_;
};

}  // namespace

model::Blocks timeline(View const& view, Selection const& selection, ViewPlace const& place) {
  return Timeline(view, place).make(selection);
}

}  // namespace tebiki::views
