// What ○ △ × — mean, above the first marks of a chapter: a chapter is opened where it is needed.
#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

using model::Availability;

bool any_mark(model::Inlines const& inlines, bool worded) {
  bool found = false;
  model::for_each_inline(inlines, [&](model::Inline const& piece) {
    auto const* mark = std::get_if<model::AvailabilityMark>(&piece.node);
    found = found || (mark && mark->word_follows == worded);
  });
  return found;
}

/// Marks by themselves in rows or entries, which a reader has to know.
bool holds_bare_marks(model::Block const& block) {
  bool found = false;
  if (std::holds_alternative<model::Table>(block.node))
    model::for_each_text(block, [&](model::Inlines const& text) { found = found || any_mark(text, false); });
  auto const* directory = std::get_if<model::Directory>(&block.node);
  if (!directory) return found;
  for (auto const& group : directory->groups)
    found = found || std::any_of(group.entries.begin(), group.entries.end(),
                                 [](model::Entry const& entry) { return !entry.abilities.empty(); });
  return found;
}

/// Drawn marks with their words, or signs in the words that somebody wrote.
bool explains_marks(model::Block const& block) {
  bool found = false;
  model::for_each_text(block, [&](model::Inlines const& text) {
    auto const words = model::plain_text(text);
    found = found || (words.find("○") != words.npos && words.find("△") != words.npos && !any_mark(text, false));
  });
  return found;
}

model::Block legend(model::Words const& words, base::SourceLocation at) {
  model::Inlines text;
  for (auto answer : {Availability::yes, Availability::ask, Availability::no, Availability::unanswered}) {
    if (!text.empty()) text.push_back(model::words(std::string(words["join.gap"]), at));
    text.push_back({model::AvailabilityMark{answer, true}, at});
    text.push_back(model::words("\u2009" + std::string(words[answer]), at));
  }
  return {model::Paragraph{std::move(text)}, at};
}

}  // namespace

std::optional<model::Blocks> with_legend(BookletContext const& context, model::Blocks const& blocks) {
  auto const explained = [](std::span<model::Block const> some) {
    bool found = false;
    model::for_each_block(some, [&](model::Block const& block) { found = found || explains_marks(block); });
    return found;
  };
  auto const first = std::find_if(blocks.begin(), blocks.end(), holds_bare_marks);
  if (first == blocks.end() || explained({blocks.data(), std::size_t(first - blocks.begin()) + 1})) return {};
  model::Blocks more(blocks.begin(), first);
  more.push_back(legend(context.site.words, first->at));
  more.insert(more.end(), first, blocks.end());
  return more;
}

}  // namespace tebiki::pdf
