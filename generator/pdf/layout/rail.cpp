// The rail: down the right of the pages of a survey the names of all who were asked.
#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

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
