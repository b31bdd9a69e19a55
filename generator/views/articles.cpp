#include "views/field_text.hpp"
#include "views/record_page.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

/// What the columns say of the record, small and in one paragraph: 書いた人：医師（見本）
model::Blocks told_below(View const& view, model::Record const& record, SortedLists const& lists) {
  model::DefinitionList const said = record_definitions(view.columns, *view.list, record, lists);
  auto const& words = lists.site().words;
  model::Paragraph paragraph;
  for (auto const& definition : said.definitions) {
    if (!paragraph.text.empty()) paragraph.text.push_back(model::words(std::string(words["join.gap"])));
    paragraph.text.push_back(model::words(words.filled("join.label", {{"label", definition.term}})));
    paragraph.text.insert(paragraph.text.end(), definition.text.begin(), definition.text.end());
  }
  if (paragraph.text.empty()) return {};
  model::Paragraph small{{{model::Small{std::move(paragraph.text)}, record.at}}};
  return {{std::move(small), record.at, model::Block::Origin::view}};
}

/// Headings of a body stand below the record's.
void lower_headings(model::Blocks& blocks, int level) {
  for (auto& block : blocks) {
    if (auto* heading = std::get_if<model::Heading>(&block.node))
      heading->level = std::min(6, heading->level + level - 1);
  }
}

}  // namespace

model::Blocks articles(View const& view, Selection const& selection, ViewPlace const& place) {
  int level = place.level;
  model::Blocks out;
  if (!view.caption.empty()) out.push_back(heading(level++, view.caption, view.at));
  for (auto const& group : selection) {
    if (!group.title.empty()) out.push_back(heading(level, group.title, view.at));
    int const own_level = group.title.empty() ? level : level + 1;
    for (auto const index : group.records) {
      auto const& record = view.list->source->records[index];
      out.push_back(heading(own_level, record.name(), record.at, view.list->source->slug + "-" + record.id));
      auto body = record.body;
      lower_headings(body, own_level);
      out.insert(out.end(), std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
      auto below = told_below(view, record, place.context.lists);
      out.insert(out.end(), std::make_move_iterator(below.begin()), std::make_move_iterator(below.end()));
    }
  }
  return out;
}

}  // namespace tebiki::views
