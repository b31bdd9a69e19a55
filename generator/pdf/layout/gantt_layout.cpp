// A Gantt chart: one Table tag however many sheets it takes. What is drawn of a sheet is one drawing, for its labels at
// the left reach over several rows; its words stand above that, each with the tag of its cell.
#include "pdf/layout/gantt.hpp"

#include <algorithm>
#include <optional>

namespace tebiki::pdf {

namespace {

using model::Gantt;

/// Under the rule at the foot of a sheet, in points.
constexpr double below_sheet = 1;
/// From the middle of figures to their baseline, in ems.
constexpr double half_figure_ems = 0.36;
/// Below a label that stands above its bar, as a share of a row; and the height of a bar, as one of its row's.
constexpr double share_below_label = 0.4, share_of_bar = 0.8;

/// What is drawn and written of some rows.
struct Sheet {
  model::Drawing drawing;
  std::vector<Item> words;
  std::vector<LinkArea> links;
  bool first = true;  ///< words that stand again on a further one are decoration

  void draw(model::Shape shape) { drawing.shapes.push_back(std::move(shape)); }
};

class GanttLayout {
 public:
  GanttLayout(BlockTarget const& target, Gantt const& gantt)
      : target_(target),
        context_(target.context),
        style_(context_.style),
        gantt_(gantt),
        shapes_(style_, context_.brand),
        legend_(gantt.legend.empty() ? TagId::artifact : target.tags.add(target.parent, Role::p)),
        tag_(target.tags.add(target.parent, Role::table)) {}

  void lay_out() {
    add_caption();
    choose_size();
    for (std::size_t begin = 0; begin < plan_->rows().size();) {
      if (begin > 0) target_.sink.break_page();
      begin = add_sheet(begin);
    }
  }

 private:
  void add_caption() {
    if (gantt_.caption.empty()) return;
    auto lines = set_lines(context_, flatten(context_, gantt_.caption, look_of(style_.caption)),
                           in_phrases(target_.column.width, style_.caption.leading));
    add_lines(target_, std::move(lines), target_.tags.add(tag_, Role::caption),
              {std::max(style_.table_before, style_.caption.before), style_.caption.after, true, {}, ""});
  }

  /// The largest words with which all rows stand on this page; where no size does it, one of easy reading.
  void choose_size() {
    double const around = space_above() + below_sheet;
    for (double size = style_.gantt_size; size >= style_.least_size; size -= style_.gantt_size_step) {
      plan_.emplace(context_, gantt_, target_.column.width, size);
      if (plan_->head_height() + plan_->height_of(0, plan_->rows().size()) + around <= target_.sink.room()) return;
    }
    plan_.emplace(context_, gantt_, target_.column.width, style_.gantt_usual_size);
  }

  GanttLook const& look() const { return plan_->look(); }
  double space_above() const { return style_.figure_space / 2; }

  /// A page that is almost full is left for the next one.
  std::size_t sheet_end(std::size_t begin) const {
    constexpr double least_share = 0.25;
    double const head = plan_->head_height(), page = target_.sink.page_room();
    auto const here = plan_->rows_within(begin, target_.sink.room() - head);
    bool const all = here == plan_->rows().size();
    return all || plan_->height_of(begin, here) > page * least_share ? here : plan_->rows_within(begin, page - head);
  }

  std::size_t add_sheet(std::size_t begin) {
    auto const end = sheet_end(begin);
    double const width = target_.column.width, top = plan_->head_height();
    double const height = top + plan_->height_of(begin, end);
    Sheet sheet{{width, height + below_sheet, {}}, {}, {}, begin == 0};
    add_legend(sheet);
    add_head(sheet);
    add_grid(sheet, top, height);
    if (begin == 0) body_ = target_.tags.add(tag_, Role::tbody);
    double y = top;
    for (auto i = begin; i < end; ++i) {
      auto const& row = plan_->rows()[i];
      if (i == begin || row.begins_group) add_band(sheet, i, end, y);
      add_row(sheet, row, i == begin, y);
      y += row.height;
    }
    sheet.draw(model::line({0, y}, {width, y}, style_.ink, style_.gantt_bottom_rule));
    add(std::move(sheet));
    return end;
  }

  void add(Sheet sheet) {
    Flowable flowable;
    flowable.before = sheet.first ? space_above() : 0;
    flowable.after = style_.table.after;
    flowable.height = sheet.drawing.height;
    shift(sheet.words, target_.column.x, 0);
    shift(sheet.links, target_.column.x, 0);
    Rectangle const area{target_.column.x, 0, sheet.drawing.width, sheet.drawing.height};
    flowable.items.push_back(placed(context_.fonts, std::move(sheet.drawing), area, TagId::artifact));
    std::move(sheet.words.begin(), sheet.words.end(), std::back_inserter(flowable.items));
    flowable.links = std::move(sheet.links);
    target_.sink.add(std::move(flowable));
  }

  /// Above the months, each line ending with them.
  void add_legend(Sheet& sheet) {
    auto const words = look_of(look().small);
    auto const tag = sheet.first ? legend_ : TagId::artifact;
    double middle = look().row / 2;
    std::size_t i = 0;
    for (auto end : plan_->legend_lines()) {
      double x = target_.column.width + style_.gantt_sample_distance;
      for (auto j = i; j < end; ++j) x -= plan_->sample_width(gantt_.legend[j]);
      for (; i < end; ++i) {
        auto const& sample = gantt_.legend[i];
        report_missing_glyphs(context_, sample.words, words.font, target_.at);
        for (auto& shape : shapes_.sample(sample, {x, middle}, look())) sheet.draw(std::move(shape));
        double const from = x + look().sample() + style_.gantt_sample_gap;
        for (auto& run :
             text_runs(context_.fonts, sample.words, words, {from, middle + words.size * half_figure_ems}, tag))
          sheet.words.emplace_back(std::move(run));
        x += plan_->sample_width(sample);
      }
      middle += look().row;
    }
  }

  void add_head(Sheet& sheet) {
    TagId row = TagId::artifact;
    if (sheet.first) row = target_.tags.add(target_.tags.add(tag_, Role::thead), Role::tr);
    auto const small = look_of(look().small);
    place_head(sheet, set_lines(context_, plain(gantt_.names, small), {look().left, look().small.leading}), 0, row);
    for (std::size_t i = 0; i < gantt_.columns.size(); ++i)
      place_head(sheet, plan_->column_name(gantt_.columns[i]), look().column(double(i)), row);
    double const bottom = plan_->head_height();
    sheet.draw(model::line({0, bottom}, {target_.column.width, bottom}, context_.brand, style_.gantt_head_rule));
  }

  void place_head(Sheet& sheet, Lines lines, double x, TagId row) {
    double const y = plan_->head_height() - style_.gantt_head_padding - lines.height();
    if (!sheet.first) return void(place_decoration(lines, x, y, sheet.words));
    auto const tag = target_.tags.add(row, Role::th);
    target_.tags.detail(tag).scope = Scope::column;
    place_lines(lines, x, y, sheet.words, sheet.links, attach_tags(target_.tags, tag, lines.tags));
  }

  /// Months apart from each other; quarters, and the year before, more so.
  void add_grid(Sheet& sheet, double top, double bottom) const {
    constexpr std::size_t year = 12, quarter = 3;
    auto const count = gantt_.columns.size(), before = count > year ? count - year : 0;
    model::RectangleShape background{
        {look().left, top}, look().month * double(before), bottom - top, 0, style_.wash, {}};
    if (before > 0) sheet.draw(background);
    for (std::size_t i = 0; i < count; ++i) {
      bool const strong = i >= before && (i - before) % quarter == 0;
      double const x = look().column(double(i));
      sheet.draw(strong ? model::line({x, top}, {x, bottom}, style_.strong_line, style_.gantt_quarter_rule)
                        : model::line({x, top}, {x, bottom}, style_.line, style_.gantt_month_rule));
    }
  }

  /// The title of a group from top to bottom beside its rows; on a further sheet with （続き）.
  void add_band(Sheet& sheet, std::size_t begin, std::size_t end, double y) {
    auto const& rows = plan_->rows();
    auto const& first = rows[begin];
    if (look().band <= 0) return;
    auto last = begin;
    while (last < end && rows[last].group == first.group) ++last;
    double const height = plan_->height_of(begin, last);
    sheet.draw(model::RectangleShape{{0, y}, look().band, height, 0, context_.brand, {}});
    auto const label = plan_->band_label(
        first.group->title + (first.begins_group ? "" : std::string(context_.site.words["print.continued"])), height);
    TagId tag = TagId::artifact;
    report_missing_glyphs(context_, first.group->title, label.look.font, target_.at);
    if (first.begins_group) {
      if (label.shortened) report_shortened(context_, first.group->title, target_.at);
      tag = target_.tags.add(target_.tags.add(body_, Role::tr), Role::th);
      target_.tags.detail(tag).scope = Scope::column;
      target_.tags.detail(tag).column_span = std::uint16_t(gantt_.columns.size() + 1);
    }
    for (auto& run : upright_runs(context_.fonts, label, look().band / 2, y + style_.gantt_band_padding, tag))
      sheet.words.emplace_back(std::move(run));
  }

  void add_row(Sheet& sheet, PlannedRow const& row, bool begins_sheet, double y) {
    auto const tag = target_.tags.add(body_, Role::tr);
    double const width = target_.column.width;
    if (row.begins_group && !begins_sheet) {
      sheet.draw(model::line({0, y}, {width, y}, context_.brand, style_.gantt_bottom_rule));
      sheet.draw(model::line({0, y}, {look().band, y}, style_.on_dark, style_.gantt_bottom_rule));
    } else if (row.begins_row && !begins_sheet)
      sheet.draw(model::line({look().band, y}, {width, y}, style_.strong_line, style_.gantt_row_rule));
    if (row.begins_row)
      add_name(sheet, *row.row, tag, y);
    else if (begins_sheet)
      repeat_name(sheet, *row.row, y);
    add_activity(sheet, *row.activity, tag, y);
  }

  void add_name(Sheet& sheet, Gantt::Row const& row, TagId parent, double y) {
    auto name = plan_->row_name(row), note = plan_->row_note(row);
    double const x = look().band + look().name_padding();
    auto const tag = target_.tags.add(parent, Role::th);
    target_.tags.detail(tag).scope = Scope::row;
    target_.tags.detail(tag).row_span = std::uint16_t(row.activities.size());
    y = place_lines(name, x, y + style_.gantt_name_padding, sheet.words, sheet.links,
                    attach_tags(target_.tags, tag, name.tags));
    place_lines(note, x, y, sheet.words, sheet.links, attach_tags(target_.tags, tag, note.tags));
  }

  void repeat_name(Sheet& sheet, Gantt::Row const& row, double y) {
    auto name = plan_->row_name(row);
    auto again = set_lines(context_, plain(context_.site.words["print.continued"], look_of(look().small)),
                           {look().names, look().small.leading});
    double const x = look().band + look().name_padding();
    y = place_decoration(name, x, y + style_.gantt_name_padding, sheet.words);
    place_decoration(again, x, y, sheet.words);
  }

  TagId cell(TagId row, std::size_t columns) {
    auto const tag = target_.tags.add(row, Role::td);
    target_.tags.detail(tag).column_span = std::uint16_t(columns);
    return tag;
  }

  void add_activity(Sheet& sheet, Gantt::Activity const& activity, TagId row, double y) {
    auto const label = plan_->place_label(activity);
    double const top = y + (look().row - look().bar) / 2;
    double const middle =
        top + (label.above ? label.height + look().row * share_below_label : std::max(label.height, look().bar) / 2);
    add_bar(sheet, activity, label, middle);
    for (auto const& mark : activity.marks)
      sheet.draw(shapes_.mark(mark.shape, {look().column(double(mark.column) + 0.5), middle}, look().label.size * 0.5));
    if (label.boxed)
      sheet.draw(shapes_.label({activity.kind, activity.certainty}, {label.x, top, label.width, label.height}));
    if (activity.first > 0) cell(row, activity.first);
    auto const tag = cell(row, activity.last - activity.first + 1);
    target_.tags.detail(tag).alternative = plan_->in_words(activity);
    add_label(sheet, activity, label, tag, top);
    if (activity.last + 1 < gantt_.columns.size()) cell(row, gantt_.columns.size() - 1 - activity.last);
  }

  /// Behind a label within it the bar is a tail to its last month; otherwise it is about as high as a label.
  void add_bar(Sheet& sheet, Gantt::Activity const& activity, PlacedLabel const& label, double middle) const {
    if (!activity.has_bar) return;
    double const height = label.boxed || label.above ? look().tail : look().bar * share_of_bar;
    double const from = look().column(double(activity.first)) + style_.gantt_bar_gap,
                 to = look().column(double(activity.last) + 1) - style_.gantt_bar_gap;
    sheet.draw(shapes_.bar({activity.kind, activity.certainty}, {from, middle - height / 2, to - from, height}));
  }

  void add_label(Sheet& sheet, Gantt::Activity const& activity, PlacedLabel const& label, TagId tag, double top) {
    auto const colour =
        label.boxed && GanttShapes::is_filled({activity.kind, activity.certainty}) ? style_.on_dark : style_.ink;
    auto lines = plan_->label_lines(activity, label, colour);
    if (lines.lines.empty()) return;
    double const y = top + std::max(0.0, (label.height - lines.height()) / 2);
    if (!label.boxed) sheet.draw(shapes_.background({label.x + 1, y, label.width - 2, lines.height()}));
    place_lines(lines, label.x + look().label_padding(), y, sheet.words, sheet.links,
                attach_tags(target_.tags, tag, lines.tags));
    if (label.words <= 0) return;
    double const x = label.x + label.width;
    auto words = plan_->words_behind(activity);
    double const at = top + (look().bar - words.height()) / 2;
    sheet.draw(shapes_.background({x + style_.gantt_bar_rule / 2, at, label.words, words.height()}));
    place_lines(words, x + look().label_padding(), at, sheet.words, sheet.links,
                attach_tags(target_.tags, tag, words.tags));
  }

  BlockTarget const& target_;
  BookletContext const& context_;
  model::PrintStyle const& style_;
  Gantt const& gantt_;
  GanttShapes shapes_;
  std::optional<GanttPlan> plan_;
  TagId legend_, tag_, body_ = TagId::artifact;
};

}  // namespace

void lay_out(BlockTarget const& target, Gantt const& gantt) {
  if (gantt.columns.empty() || gantt.groups.empty()) return;
  GanttLayout(target, gantt).lay_out();
}

}  // namespace tebiki::pdf
