// Answers of a survey on wide pages: in two columns beside the name, set anew for every page that they go on to.
#include <algorithm>
#include <iterator>
#include <set>

#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

/// A point of more lines, or of more of a page's height, may go on in the next column or on the next page.
constexpr double most_whole_lines = 12, most_whole_share = 0.4;
/// An answer that takes less of a page's height begins on the next one rather than being parted.
constexpr double least_parted_share = 0.25;

/// What can stand in one column only: a point of the answer, or some lines of a long one.
struct Point {
  Flowable flowable;
  std::string label;  ///< of the point
};

/// An answer with all that each of its parts needs; every part is set anew from its points.
struct SetAnswer {
  model::PrintStyle const& style;
  Column across;    ///< name and answer
  Columns columns;  ///< of the answer
  double left = 0;  ///< of the first column, from the left of the text area
  double name_height = 0, again_height = 0;
  Flowable name;                 ///< with anchors, mark and members
  std::vector<Item> name_again;  ///< with （続き）, as decoration
  std::vector<Point> points;
  std::vector<Lines> goes_on;  ///< of each point: what is said where a page ends before it
  double page_room = 0;
};

/// Of what stands in columns, but for what is seen.
std::vector<Flowable> heights_of(SetAnswer const& answer, std::size_t begin, std::size_t end) {
  std::vector<Flowable> heights;
  for (auto i = begin; i < end; ++i) {
    auto const& one = answer.points[i].flowable;
    Flowable height;
    height.before = one.before, height.height = one.height, height.after = one.after;
    height.keep_with_next = one.keep_with_next;
    heights.push_back(std::move(height));
  }
  return heights;
}

class AnswerPart {
 public:
  AnswerPart(SetAnswer const& answer, std::size_t begin, std::size_t end)
      : answer_(answer), begin_(begin), end_(end), heights_(heights_of(answer, begin, end)) {
    column_height_ = level_height(heights_, answer_.columns.count, unbounded_room, 1).value_or(0);
  }

  double height() const {
    double const name = begin_ == 0 ? answer_.name_height : answer_.again_height;
    double const both = std::max(name, column_height_) + 2 * answer_.style.answer_padding;
    return goes_on() ? both + answer_.goes_on[end_].height() + answer_.style.answer_padding : both;
  }

  Flowable flowable() const {
    auto const& style = answer_.style;
    Flowable row;
    if (begin_ == 0) row = answer_.name;
    if (begin_ > 0) {
      row.items = answer_.name_again;
      row.mark = answer_.name.mark, row.series = answer_.name.series, row.members = answer_.name.members;
      add_cut(row, 0);
    }
    row.shows_part = begin_ > 0 || goes_on();
    add_columns(row);
    row.height = height();
    if (goes_on()) {
      auto below = answer_.goes_on[end_];
      double const y = row.height - below.height();
      add_cut(row, y - style.answer_padding / 2);
      place_decoration(below, answer_.across.x, y, row.items);
    } else {
      row.after = answer_.name.after;
      row.items.emplace_back(
          Box{{answer_.across.x, row.height - style.table_rule, answer_.across.width, style.table_rule},
              0,
              style.strong_line,
              {},
              0});
    }
    return row;
  }

 private:
  bool goes_on() const { return end_ < answer_.points.size(); }

  void add_columns(Flowable& row) const {
    auto const& columns = answer_.columns;
    double const top = answer_.style.answer_padding;
    std::size_t at = 0;
    for (std::size_t i = 0; i < columns.count; ++i) {
      bool const last = i + 1 == columns.count;
      auto const end = last ? heights_.size() : column_end(heights_, at, column_height_, 1);
      double const shifted = double(i) * (columns.width_in(full_width()) + columns.gap);
      if (i > 0 && at < end) add_rule(row, shifted, top);
      for (auto j = at; j < end; ++j) {
        auto one = answer_.points[begin_ + j].flowable;
        double const y = top + height_of(heights_, at, j + 1, 1) - one.height;
        shift(one.items, shifted, y);
        shift(one.links, shifted, y);
        std::move(one.items.begin(), one.items.end(), std::back_inserter(row.items));
        std::move(one.links.begin(), one.links.end(), std::back_inserter(row.links));
        std::move(one.anchors.begin(), one.anchors.end(), std::back_inserter(row.anchors));
      }
      at = end;
    }
  }

  double full_width() const { return answer_.across.x + answer_.across.width - answer_.left; }

  void add_rule(Flowable& row, double shifted, double top) const {
    double const x = answer_.left + shifted - (answer_.columns.gap + answer_.columns.rule) / 2;
    row.items.emplace_back(Box{{x, top, answer_.columns.rule, column_height_}, 0, answer_.columns.rule_colour, {}, 0});
  }

  /// Dashed: the answer began before, or goes on.
  void add_cut(Flowable& row, double y) const {
    auto const& style = answer_.style;
    double const dash = style.answer_cut_dash;
    auto const& across = answer_.across;
    for (double x = 0; x < across.width; x += 2 * dash)
      row.items.emplace_back(
          Box{{across.x + x, y, std::min(dash, across.width - x), style.answer_cut_rule}, 0, style.ink, {}, 0});
  }

  SetAnswer const& answer_;
  std::size_t begin_, end_;
  std::vector<Flowable> heights_;
  double column_height_ = 0;
};

/// From one point on. Parts that are asked for keep what they are made of.
Flowable flowable_from(std::shared_ptr<SetAnswer const> const& answer, std::size_t begin) {
  AnswerPart const whole(*answer, begin, answer->points.size());
  auto row = whole.flowable();
  row.parts_readily = true;
  if (begin + 1 >= answer->points.size()) return row;
  if (begin == 0 && row.height < least_parted_share * answer->page_room) return row;
  row.cuts = {AnswerPart(*answer, begin, begin + 1).height()};
  row.parts = [answer, begin](double height) {
    auto end = begin, beyond = answer->points.size();
    while (beyond - end > 1) {
      auto const middle = end + (beyond - end) / 2;
      bool const fits = AnswerPart(*answer, begin, middle).height() <= height + layout_tolerance;
      (fits ? end : beyond) = middle;
    }
    while (end > begin && answer->points[end - 1].flowable.keep_with_next) --end;
    if (end == begin && height < answer->page_room - layout_tolerance) return std::vector<Flowable>();
    end = std::max(end, begin + 1);
    return std::vector<Flowable>{AnswerPart(*answer, begin, end).flowable(), flowable_from(answer, end)};
  };
  return row;
}

class AnswersBesideRail {
 public:
  AnswersBesideRail(BlockTarget const& target, model::AnswerList const& answers)
      : target_(target),
        answers_(answers),
        context_(target.context.in_style(style_)),
        columns_{2, style_.answer_column_gap, style_.answer_column_rule, style_.line} {}

  void lay_out() {
    auto const list = target_.tags.add(target_.parent, Role::l);
    target_.tags.detail(list).numbering = Numbering::own_words;
    for (auto const& answer : answers_.answers) target_.sink.add(flowable_from(set(answer, list), 0));
  }

 private:
  std::shared_ptr<SetAnswer const> set(model::Answer const& answer, TagId list) {
    auto const item = target_.tags.add(list, Role::li);
    auto set = std::make_shared<SetAnswer>(SetAnswer{target_.context.style, target_.column, columns_});
    set->left = target_.column.x + style_.answer_name_widest + style_.answer_gap;
    set->page_room = target_.sink.page_room();
    set_name(*set, answer, target_.tags.add(item, Role::lbl));
    set->name.series = std::size_t(list);
    set->name.after = &answer == &answers_.answers.back() ? style_.table.after : 0;
    set_points(*set, answer, target_.tags.add(item, Role::lbody));
    for (std::size_t i = 0; i < set->points.size(); ++i) set->goes_on.push_back(goes_on(*set, i));
    return set;
  }

  void set_name(SetAnswer& set, model::Answer const& answer, TagId label) const {
    AnswerName const name{context_, answer, style_.answer_name_widest};
    auto lines = name.lines(), remark = name.remark();
    double y = place_lines(lines, target_.column.x, style_.answer_padding, set.name.items, set.name.links,
                           attach_tags(target_.tags, label, lines.tags));
    y = place_lines(remark, target_.column.x, y, set.name.items, set.name.links,
                    attach_tags(target_.tags, label, remark.tags));
    set.name_height = y - style_.answer_padding;
    auto again = name.again();
    set.again_height = again.height();
    place_decoration(again, target_.column.x, style_.answer_padding, set.name_again);
    set.name.mark = name.mark();
    set.name.members = answer.members;
    for (auto const& anchor : answer.anchors)
      if (!anchor.empty()) set.name.anchors.push_back(anchor);
  }

  void set_points(SetAnswer& set, model::Answer const& answer, TagId body) const {
    double const width = columns_.width_in(target_.column.x + target_.column.width - set.left);
    for (auto const& block : answer.blocks) {
      FlowableList list;
      lay_out_blocks({context_, target_.tags, list, body, {set.left, width}, target_.at}, {&block, 1});
      std::vector<Flowable> lines;
      std::string label;
      for (auto& line : list.flowables) {
        auto begun = label_of(line);
        if (!begun.empty()) {
          add_point(set, std::move(lines), label);
          lines.clear();
          label = std::move(begun);
        }
        lines.push_back(std::move(line));
      }
      add_point(set, std::move(lines), label);
    }
  }

  /// Whole, or where it is long in runs of lines that stay together.
  static void add_point(SetAnswer& set, std::vector<Flowable> lines, std::string const& label) {
    if (lines.empty()) return;
    bool const whole = double(lines.size()) <= most_whole_lines &&
                       height_of(lines, 0, lines.size(), 1) <= most_whole_share * set.page_room;
    std::vector<Flowable> run;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      bool const ends = i + 1 == lines.size() || (!whole && !lines[i].keep_with_next);
      run.push_back(std::move(lines[i]));
      if (ends) set.points.push_back({stacked(std::exchange(run, {})), label});
    }
  }

  /// Of the point that begins with this line; empty within one.
  std::string label_of(Flowable const& line) const {
    for (auto const& item : line.items) {
      auto const* run = std::get_if<TextRun>(&item);
      if (run && run->tag != TagId::artifact && target_.tags.role(run->tag) == Role::lbl) return run->text;
    }
    return {};
  }

  /// The labels of the points from one on; those that come again below name what belongs to a point: an address.
  static std::pair<std::string, std::string> labels_from(SetAnswer const& set, std::size_t first) {
    std::set<std::string, std::less<>> seen;
    std::pair<std::string, std::string> found;
    std::string const* last = nullptr;
    for (std::size_t i = 0; i < set.points.size(); ++i) {
      auto const& label = set.points[i].label;
      bool const begins = !last || *last != label;
      last = &label;
      if (!begins || (label.empty() && seen.empty())) continue;
      if (label.empty() || !seen.insert(label).second) break;
      if (i < first) continue;
      if (i == first) found.first = label;
      found.second = label;
    }
    return found;
  }

  /// 綾瀬市の回答 Ⅳ〜Ⅵ は次のページへ
  Lines goes_on(SetAnswer const& set, std::size_t first) const {
    auto const& words = target_.context.site.words;
    auto const [from, to] = labels_from(set, first);
    auto const points = from == to ? from : words.filled("print.from-to", {{"first", from}, {"last", to}});
    auto text = from.empty() ? words.filled("print.answer-goes-on", {{"name", set.name.mark}})
                             : words.filled("print.points-go-on", {{"name", set.name.mark}, {"points", points}});
    auto look = look_of(style_.small);
    look.colour = style_.ink;
    return set_lines(context_, plain(text, look), {target_.column.width, style_.small.leading, model::Alignment::end});
  }

  BlockTarget const& target_;
  model::AnswerList const& answers_;
  model::PrintStyle style_ = style_of_answers(target_.context.style);
  BookletContext context_;
  Columns columns_;
};

}  // namespace

void lay_out_beside_rail(BlockTarget const& target, model::AnswerList const& answers) {
  AnswersBesideRail(target, answers).lay_out();
}

}  // namespace tebiki::pdf
