// Answers of a survey: who answered at the left, the answer beside it, over as many pages as it takes.
#include <algorithm>
#include <iterator>

#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

/// The names' share of the width …
constexpr double share_of_name = 0.2;
/// … and how many of their characters stand side by side on small paper.
constexpr double least_ems_of_name = 4.2;

/// Answers are read by those who compare them: they are set as tables are.
model::PrintStyle as_in_tables(model::PrintStyle style) {
  double const size = style.table.size;
  style.heading4.size = std::min(style.heading4.size, size);
  style.body.size = size;
  style.body.leading = style.table.leading;
  style.body.after = style.answer_paragraph_after;
  return style;
}

BookletContext with_style(BookletContext const& context, model::PrintStyle const& style) {
  return {{style, context.fonts, context.unprintable},
          context.booklet,
          context.site,
          context.jobs,
          context.diagnostics,
          context.anchors,
          context.numbers,
          context.asked_for_numbers,
          context.cramped,
          context.brand,
          context.heading_level,
          context.spacing,
          context.part};
}

/// The flowables of an answer as one that may be parted between them.
Flowable joined(std::vector<Flowable> parts, double padding) {
  Flowable all;
  double y = padding, after = 0;
  for (auto& part : parts) {
    if (y > padding) y += std::max(after, part.before);
    shift(part.items, 0, y);
    shift(part.links, 0, y);
    for (double cut : part.cuts) all.cuts.push_back(y + cut);
    std::move(part.items.begin(), part.items.end(), std::back_inserter(all.items));
    std::move(part.links.begin(), part.links.end(), std::back_inserter(all.links));
    std::move(part.anchors.begin(), part.anchors.end(), std::back_inserter(all.anchors));
    y += part.height;
    after = part.after;
    if (!part.keep_with_next) all.cuts.push_back(y);
  }
  all.height = y + padding;
  return all;
}

class AnswersLayout {
 public:
  AnswersLayout(BlockTarget const& target, model::AnswerList const& answers)
      : target_(target),
        answers_(answers),
        style_(as_in_tables(target.context.style)),
        context_(with_style(target.context, style_)),
        name_width_(std::clamp(target.column.width * share_of_name, least_ems_of_name * style_.heading2.size,
                               style_.answer_name_widest)) {}

  void lay_out() {
    auto const list = target_.tags.add(target_.parent, Role::l);
    for (auto const& answer : answers_.answers) add(answer, list);
  }

 private:
  void add(model::Answer const& answer, TagId list) {
    auto const item = target_.tags.add(list, Role::li);
    auto const label = target_.tags.add(item, Role::lbl);
    auto name = set_name(answer);
    auto remark = set_remark(answer);
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
    auto row = joined(std::move(inside.flowables), padding_);
    double y = place_lines(name, target_.column.x, padding_, row.items, row.links, name_tags);
    y = place_lines(remark, target_.column.x, y, row.items, row.links, remark_tags);
    row.height = std::max(row.height, y + padding_);
    double const least = style_.answer_least_part;
    std::erase_if(row.cuts, [&](double cut) { return cut < std::max(least, y) || cut > row.height - least; });
    row.parts_readily = true;
    row.continued = continued(answer);
    row.mark = mark_of(answer);
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

  TextLook name_look() const {
    auto look = look_of(style_.heading2);
    look.font.bold = true;
    return look;
  }
  Lines set_name(model::Answer const& answer) const {
    LinkStyle const link{answer.anchors.empty() ? std::string_view() : answer.anchors.front(), true};
    return set_lines(context_, flatten(context_, answer.name, name_look(), link),
                     in_phrases(name_width_, style_.heading2.leading));
  }
  Lines set_remark(model::Answer const& answer) const {
    auto const& small = style_.small;
    return set_lines(context_, flatten(context_, answer.remark, look_of(small)),
                     in_phrases(name_width_, small.leading));
  }

  /// Of several who answered alike the first.
  static std::string mark_of(model::Answer const& answer) {
    return answer.name.empty() ? std::string() : model::plain_text({answer.name.front()});
  }

  /// On further pages the name again; at the foot of those before, that it goes on.
  std::shared_ptr<Continued const> continued(model::Answer const& answer) const {
    auto again = std::make_shared<Continued>();
    auto words = flatten(context_, answer.name, name_look(), {"", true});
    auto plain_look = look_of(style_.small);
    append(words, context_.site.words["print.continued"], plain_look);
    auto name = set_lines(context_, std::move(words), in_phrases(name_width_, style_.heading2.leading));
    again->height = name.height() + 2 * padding_;
    place_decoration(name, target_.column.x, 0, again->items);
    auto below = set_lines(context_, plain(std::string(context_.site.words["print.goes-on"]), plain_look),
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

void lay_out(BlockTarget const& target, model::AnswerList const& answers) { AnswersLayout(target, answers).lay_out(); }

}  // namespace tebiki::pdf
