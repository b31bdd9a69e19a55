#include <fmt/format.h>

#include <algorithm>

#include "model/visit.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Block;
using model::Blocks;

/// A directive and where it stands.
struct Place {
  model::Directive const& directive;
  base::SourceLocation at;
  int level;
  Legend& legend;
};

Blocks one(Block block) {
  Blocks out;
  out.push_back(std::move(block));
  return out;
}

/// Whether records that are not shown today fit: on other days the view is not empty.
bool fits_on_other_days(View const& view) {
  auto const& withheld = view.list->source->withheld;
  return std::any_of(withheld.begin(), withheld.end(),
                     [&](model::Record const& record) { return satisfies(record, view.where); });
}

Blocks nothing_found(View const& view, ComposeContext const& context) {
  if (view.where_at && view.only == ShownEvents::all && !fits_on_other_days(view)) {
    context.diagnostics.warning(
        *view.where_at, "view-empty",
        {fmt::format("一覧「{}」に、この条件に合うものがありません。", view.list->source->slug),
         fmt::format("No record of “{}” fits these conditions.", view.list->source->slug)},
        {"where の値の書き方を確かめてください。", "See whether the values in “where” are right."});
  }
  model::Paragraph paragraph;
  paragraph.text.push_back(model::words(std::string(context.lists.site().words["view.none"]), view.at));
  return one({std::move(paragraph), view.at});
}

Blocks expand_view(Place const& place, ComposeContext const& context) {
  auto view = read_view(place.directive, place.at, context);
  if (!view) return {};
  auto selection = select(*view, context.lists);
  auto made = selection.empty() ? nothing_found(*view, context)
                                : view->kind(*view, selection, {context, place.level + 1, place.legend});
  for (auto& block : made) block.origin = Block::Origin::view;
  return made;
}

Blocks expand_toc(Place const& place, ComposeContext const& context) {
  OptionReader options(place.directive, place.at, context.diagnostics);
  options.expect_only({"depth"});
  model::Contents contents;
  contents.depth = options.whole_number("depth", 1, 6).value_or(contents.depth);
  return one({contents, place.at});
}

/// What takes no options.
Blocks expand_bare(Place const& place, ComposeContext const& context, model::BlockNode node) {
  OptionReader(place.directive, place.at, context.diagnostics).expect_only({});
  return one({std::move(node), place.at});
}

Blocks expand_directive(Place const& place, ComposeContext const& context) {
  switch (place.directive.kind) {
    case model::DirectiveKind::view:
      return expand_view(place, context);
    case model::DirectiveKind::form:
      return form(place.directive, place.at, place.level + 1, context);
    case model::DirectiveKind::qr:
      return qr_code(place.directive, place.at, context.lists.site(), context.diagnostics);
    case model::DirectiveKind::toc:
      return expand_toc(place, context);
    case model::DirectiveKind::index:
      return expand_bare(place, context, model::Index{});
    case model::DirectiveKind::page_break:
      return expand_bare(place, context, model::PageBreak{});
  }
  return {};
}

bool is_directive(Block const& block) { return std::holds_alternative<model::Directive>(block.node); }

}  // namespace

void expand(Blocks& blocks, ComposeContext const& context, int level) {
  bool any = std::any_of(blocks.begin(), blocks.end(), is_directive);
  auto legend = Legend::wanted;
  Blocks out;
  for (auto& block : blocks) {
    if (auto* heading = std::get_if<model::Heading>(&block.node)) level = heading->level;
    if (auto* directive = std::get_if<model::Directive>(&block.node)) {
      auto made = expand_directive({*directive, block.at, level, legend}, context);
      std::move(made.begin(), made.end(), std::back_inserter(out));
      continue;
    }
    model::for_each_inner_blocks(block, [&](Blocks& inside) { expand(inside, context, level); });
    if (any) out.push_back(std::move(block));
  }
  if (any) blocks = std::move(out);
}

}  // namespace tebiki::views
