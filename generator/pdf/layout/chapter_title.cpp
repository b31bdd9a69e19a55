#include "pdf/layout/chapter_title.hpp"

namespace tebiki::pdf {

void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at) {
  auto const& style = target.context.style.heading1;
  auto lines = set_lines(
      target.context, plain(title, look_of(style), at),
      {target.column.width, style.leading, model::Alignment::start, Fit::balanced, base::LineBreaking::phrase});
  if (lines.lines.empty()) return;
  PieceList list;
  if (target.context.heading_level) *target.context.heading_level = 1;
  auto tag = target.tags.add(target.parent, Role::h1);
  add_lines({target.context, target.tags, list, target.parent, target.column}, std::move(lines), tag,
            {style.before, 0, true, std::move(anchors), title});
  list.pieces.front().outline_level = 1;
  auto& last = list.pieces.back();
  last.height += 7;
  last.items.emplace_back(
      Box{{target.column.x, last.height - 1.4, target.column.width, 1.4}, 0, target.context.brand, {}, 0});
  last.after = style.after;
  for (auto& piece : list.pieces) target.sink.add(std::move(piece));
}

}  // namespace tebiki::pdf
