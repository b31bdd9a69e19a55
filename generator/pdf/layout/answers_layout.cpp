// Answers of a survey: who answered at the left, the answer beside it, over as many pages as it takes; and the rail,
// down the right of the pages, with the names of all who were asked.
#include <algorithm>
#include <iterator>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// The names' share of the width …
constexpr double share_of_name = 0.2;
/// … and how many of their characters stand side by side on small paper.
constexpr double least_ems_of_name = 4.2;

}  // namespace

model::PrintStyle style_of_answers(model::PrintStyle style) {
  double const size = style.table.size;
  style.heading4.size = std::min(style.heading4.size, size);
  style.body.size = size;
  style.body.leading = style.table.leading;
  style.body.after = style.answer_paragraph_after;
  return style;
}

TextLook AnswerName::look() const {
  auto look = look_of(context.style.heading2);
  look.font.bold = true;
  return look;
}

Lines AnswerName::lines() const {
  LinkStyle const link{answer.anchors.empty() ? std::string_view() : answer.anchors.front(), true};
  return set_lines(context, flatten(context, answer.name, look(), link),
                   in_phrases(width, context.style.heading2.leading));
}

Lines AnswerName::remark() const {
  auto const& small = context.style.small;
  return set_lines(context, flatten(context, answer.remark, look_of(small)), in_phrases(width, small.leading));
}

Lines AnswerName::again() const {
  auto words = flatten(context, answer.name, look(), {"", true});
  append(words, context.site.words["print.continued"], look_of(context.style.small));
  return set_lines(context, std::move(words), in_phrases(width, context.style.heading2.leading));
}

std::string AnswerName::mark() const {
  return answer.name.empty() ? std::string() : model::plain_text({answer.name.front()});
}

namespace {

class AnswersLayout {
 public:
  AnswersLayout(BlockTarget const& target, model::AnswerList const& answers)
      : target_(target),
        answers_(answers),
        style_(style_of_answers(target.context.style)),
        context_(target.context.in_style(style_)),
        name_width_(std::clamp(target.column.width * share_of_name, least_ems_of_name * style_.heading2.size,
                               style_.answer_name_widest)) {}

  void lay_out() {
    auto const list = target_.tags.add(target_.parent, Role::l);
    target_.tags.detail(list).numbering = Numbering::own_words;
    for (auto const& answer : answers_.answers) add(answer, list);
  }

 private:
  void add(model::Answer const& answer, TagId list) {
    auto const item = target_.tags.add(list, Role::li);
    auto const label = target_.tags.add(item, Role::lbl);
    AnswerName const who{context_, answer, name_width_};
    auto name = who.lines(), remark = who.remark();
    auto name_tags = attach_tags(target_.tags, label, name.tags);
    auto remark_tags = attach_tags(target_.tags, label, remark.tags);
    double const left = name_width_ + style_.answer_gap;
    FlowableList inside;
    lay_out_blocks({context_,
                    target_.tags,
                    inside,
                    target_.tags.add(item, Role::lbody),
                    {target_.column.x + left, target_.column.width - left},
                    target_.at},
                   answer.blocks);
    auto row = stacked(std::move(inside.flowables));
    row.before = row.after = 0;
    row.height += 2 * padding_;
    shift(row.items, 0, padding_);
    shift(row.links, 0, padding_);
    for (auto& cut : row.cuts) cut += padding_;
    double y = place_lines(name, target_.column.x, padding_, row.items, row.links, name_tags);
    y = place_lines(remark, target_.column.x, y, row.items, row.links, remark_tags);
    row.height = std::max(row.height, y + padding_);
    double const least = style_.answer_least_part;
    std::erase_if(row.cuts, [&](double cut) { return cut < std::max(least, y) || cut > row.height - least; });
    row.parts_readily = true;
    row.continued = continued(who);
    row.mark = who.mark();
    row.series = std::size_t(list);
    for (auto const& anchor : answer.anchors)
      if (!anchor.empty()) row.anchors.push_back(anchor);
    row.items.emplace_back(
        Box{{target_.column.x, row.height - style_.table_rule, target_.column.width, style_.table_rule},
            0,
            style_.strong_line,
            {},
            0});
    if (&answer == &answers_.answers.back()) row.after = style_.table.after;
    target_.sink.add(std::move(row));
  }

  /// On further pages the name again; at the foot of those before, that it goes on.
  std::shared_ptr<Continued const> continued(AnswerName const& who) const {
    auto again = std::make_shared<Continued>();
    auto name = who.again();
    again->height = name.height() + 2 * padding_;
    place_decoration(name, target_.column.x, 0, again->items);
    auto below = set_lines(context_, plain(std::string(context_.site.words["print.goes-on"]), look_of(style_.small)),
                           {target_.column.width, style_.small.leading, model::Alignment::end});
    again->height_below = below.height() + padding_;
    again->below.emplace_back(
        Box{{target_.column.x, style_.answer_goes_on_rule, target_.column.width, style_.table_rule},
            0,
            style_.strong_line,
            {},
            0});
    place_decoration(below, target_.column.x, padding_, again->below);
    return again;
  }

  BlockTarget const& target_;
  model::AnswerList const& answers_;
  model::PrintStyle style_;
  BookletContext context_;
  double padding_ = style_.answer_padding;
  double name_width_;
};

}  // namespace

void lay_out(BlockTarget const& target, model::AnswerList const& answers) {
  bool const beside_rail = target.column.width == target.context.state.rail_column;
  beside_rail ? lay_out_beside_rail(target, answers) : AnswersLayout(target, answers).lay_out();
}

namespace {

/// Of digits and Japanese letters, to set a line in the middle of its row.
constexpr double letter_height_ems = 0.76;

/// The answers of a part that know of all who were asked; nullptr where none do.
model::AnswerList const* asked_in(model::Part const& part) {
  model::AnswerList const* found = nullptr;
  model::for_each_block(part.blocks, [&](model::Block const& block) {
    auto const* list = std::get_if<model::AnswerList>(&block.node);
    if (list && !list->asked.empty() && !found) found = list;
  });
  return found;
}

void add_rail(BookletContext const& context, model::AnswerList const& list, Rectangle const& area, PageFrame& page,
              PageNote const& note) {
  auto const& style = context.style;
  double const row = std::min(style.rail_row, area.height / double(list.asked.size() + 1));
  double const x = area.x + area.width - style.rail_width;
  page.items.emplace_back(Box{{x, area.y, style.rail_rule, row * double(list.asked.size() + 1)}, 0, style.line, {}, 0});
  auto const add = [&](std::string const& words, std::size_t at, model::Colour colour, bool bold) {
    auto look = look_of(style.running_head);
    look.colour = colour, look.font.bold = bold;
    auto const line = fit_line(context.fonts, words, look, style.rail_width - style.rail_padding, style.least_size);
    double const baseline = area.y + double(at) * row + (row + line.look.size * letter_height_ems) / 2;
    for (auto& run :
         text_runs(context.fonts, line.words, line.look, {x + style.rail_padding, baseline}, TagId::artifact))
      page.items.emplace_back(std::move(run));
  };
  add(list.asked_title, 0, style.pale_ink, false);
  for (std::size_t i = 0; i < list.asked.size(); ++i) {
    auto const here = note.members.find(i);
    if (here == note.members.end()) {
      add(list.asked[i], i + 1, style.pale_ink, false);
      continue;
    }
    bool const whole = here->second;
    Rectangle const block{x, area.y + double(i + 1) * row, whole ? style.rail_width : style.rail_bar, row};
    page.items.emplace_back(Box{block, 0, context.brand, {}, 0});
    add(list.asked[i], i + 1, whole ? style.on_dark : style.ink, true);
  }
}

}  // namespace

double rail_column(BookletContext const& context, Geometry const& geometry, model::Part const& part) {
  auto const* list = asked_in(part);
  if (!list) return 0;
  auto const& style = context.style;
  double const width = geometry.text_width() - style.rail_width - style.rail_gap;
  double const answer = width - style.answer_name_widest - style.answer_gap;
  bool const wide = answer >= 2 * style.answer_column_least + style.answer_column_gap;
  bool const high = double(list->asked.size() + 1) * style.rail_row_least <= geometry.text_height();
  return wide && high ? width : 0;
}

void add_rails(BookletContext const& context, Geometry const& geometry, FilledPages& filled) {
  auto const& parts = context.booklet.publication.parts;
  for (std::size_t i = 0; i < filled.pages.size(); ++i) {
    auto const& note = filled.notes[i];
    if (note.part < 0) continue;
    auto const& part = parts[std::size_t(note.part)];
    if (rail_column(context, geometry, part) > 0)
      add_rail(context, *asked_in(part), geometry.text_area(i), filled.pages[i], note);
  }
}

}  // namespace tebiki::pdf
