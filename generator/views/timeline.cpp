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

constexpr double names_width = 104, ruler_height = 24, mark_room = 24, half_mark = 6;
constexpr MeasuredFont month_font{10.5, false}, name_font{11, true}, day_font{11, true}, words_font{9.5, false};

int fiscal_year(model::Date date) { return date.month >= 4 ? date.year : date.year - 1; }

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
    auto const& fields = view.list->fields;
    auto const found = std::find_if(fields.begin(), fields.end(), [](Field const& field) {
      return field.kind == model::FieldKind::date && field.role == model::Role::none;
    });
    date_ = found == fields.end() ? nullptr : &*found;
    if (month_) months_ = month_->choices;
    for (int month = 4; months_.size() < 12 && !month_; ++month) months_.push_back(month_name((month - 1) % 12 + 1));
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
      auto const share = (double(date->day) - 0.5) / 31;
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

  double column_width() const { return (diagram_width - names_width) / double(months_.size()); }
  double x_of(double place) const { return names_width + place * (diagram_width - names_width); }

  model::Drawing drawing() const {
    model::Drawing drawing{diagram_width, 0, {}};
    drawing.height = ruler_height;
    for (auto const& line : lines_) add_line(drawing, line);
    add_ruler(drawing);
    drawing.height += 1;
    return drawing;
  }

  void add_ruler(model::Drawing& drawing) const {
    auto const brand = context_.lists.site().brand;
    std::vector<model::Shape> behind;
    for (std::size_t i = 0; i < months_.size(); ++i) {
      double const x = names_width + double(i) * column_width();
      TextBlock const name(context_.measure, months_[i], month_font, 1000);
      drawing.shapes.emplace_back(name.at(x + column_width() / 2, 4, diagram_ink, Anchor::middle));
      behind.emplace_back(model::line({x, ruler_height}, {x, drawing.height}, {0x9a, 0xa4, 0xa7}, 0.4));
    }
    drawing.shapes.insert(drawing.shapes.begin(), behind.begin(), behind.end());
    drawing.shapes.emplace_back(model::line({0, ruler_height}, {diagram_width, ruler_height}, brand, 1.4));
  }

  void add_line(model::Drawing& drawing, Line const& line) const {
    double const top = drawing.height, axis = top + mark_room - 4;
    TextBlock const name(context_.measure, line.name, name_font, names_width - 8);
    if (!name.empty()) drawing.shapes.emplace_back(name.at(0, top + 8, diagram_ink));
    double below = axis;
    if (!line.moments.empty())
      drawing.shapes.emplace_back(model::line({names_width, axis}, {diagram_width, axis}, diagram_line, 1));
    add_labels(drawing, line, axis, below);
    for (auto const& moment : line.moments) add_mark(drawing, {x_of(moment.place), axis}, moment.has_day);
    if (!line.undated.empty()) {
      double y = line.moments.empty() ? top + 8 : below + 4;
      for (std::string_view rest = line.undated; !rest.empty();) {
        auto const one = rest.substr(0, rest.find('\n'));
        TextBlock const words(context_.measure, one, words_font, diagram_width - names_width - 6);
        add_ground(drawing, {names_width + 4, y}, context_.measure.width(one, words_font), words.height());
        drawing.shapes.emplace_back(words.at(names_width + 6, y, diagram_pale_ink));
        y += words.height();
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
      }
      below = y;
    }
    drawing.height = std::max({below + 8, top + name.height() + 16});
    drawing.shapes.emplace_back(model::line({0, drawing.height}, {diagram_width, drawing.height}, diagram_line, 0.6));
  }

  /// No line of a month runs through words.
  static void add_ground(model::Drawing& drawing, model::Point corner, double width, double height) {
    width = std::min(width + 4, diagram_width - corner.x);
    drawing.shapes.emplace_back(model::RectangleShape{corner, width, height, 0, diagram_ground, {}});
  }

  /// Below their marks; one that would touch its neighbour stands below it.
  void add_labels(model::Drawing& drawing, Line const& line, double axis, double& below) const {
    std::vector<std::pair<double, double>> levels;  // of each its end, and its foot
    double const first = axis + half_mark + 4;
    for (auto const& moment : line.moments) {
      auto const font = moment.has_day ? day_font : words_font;
      TextBlock const words(context_.measure, moment.label, font, std::max(58.0, column_width()));
      double const half = std::min(context_.measure.width(moment.label, font), std::max(58.0, column_width())) / 2;
      double const x = std::clamp(x_of(moment.place), names_width + half, diagram_width - half);
      std::size_t level = 0;
      while (level < levels.size() && levels[level].first > x - half - 4) ++level;
      double y = first;
      for (std::size_t i = 0; i < level; ++i) y = std::max(y, levels[i].second);
      if (level == levels.size()) levels.emplace_back();
      levels[level] = {x + half, y + words.height()};
      add_ground(drawing, {x - half, y}, 2 * half, words.height());
      drawing.shapes.emplace_back(words.at(x, y, diagram_ink, Anchor::middle));
      below = std::max(below, y + words.height());
    }
  }

  /// A known day is a diamond, a month alone a ring.
  void add_mark(model::Drawing& drawing, model::Point at, bool has_day) const {
    using enum model::PathStep::Kind;
    auto const brand = context_.lists.site().brand;
    if (!has_day) {
      model::RectangleShape ring{{at.x - half_mark + 1, at.y - half_mark + 1},
                                 2 * half_mark - 2,
                                 2 * half_mark - 2,
                                 half_mark - 1,
                                 diagram_ground,
                                 brand,
                                 1.8};
      return void(drawing.shapes.emplace_back(ring));
    }
    model::PathShape diamond;
    diamond.steps = {{move, {}, {}, {at.x, at.y - half_mark}},
                     {line, {}, {}, {at.x + half_mark, at.y}},
                     {line, {}, {}, {at.x, at.y + half_mark}},
                     {line, {}, {}, {at.x - half_mark, at.y}},
                     {close, {}, {}, {at.x, at.y - half_mark}}};
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
