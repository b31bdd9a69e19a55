// Headings, paragraphs, code, rules: blocks that are no more than lines.
#include <algorithm>

#include "pdf/layout/block_kinds.hpp"

namespace tebiki::pdf {

namespace {

model::TextStyle const& heading_style(model::PrintStyle const& style, int level) {
  if (level <= 1) return style.heading1;
  if (level == 2) return style.heading2;
  return level == 3 ? style.heading3 : style.heading4;
}

/// It looks as written, but its tag is at most one level below the heading before (ISO 14289-1 §7.4.2).
Role heading_role(LayoutContext const& context, int level) {
  constexpr Role roles[] = {Role::h1, Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};
  int role = std::clamp(level, 1, 6);
  if (context.heading_level) {
    role = std::min(role, *context.heading_level + 1);
    *context.heading_level = role;
  }
  return roles[role - 1];
}

bool holds_marks(model::Inlines const& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](model::Inline const& one) {
    return std::holds_alternative<model::AvailabilityMark>(one.node);
  });
}

}  // namespace

void lay_out(BlockTarget const& target, model::Heading const& heading) {
  auto const& context = target.context;
  auto const& style = heading_style(context.style, heading.level);
  Setting setting{target.column.width, style.leading, model::Alignment::start, Fit::balanced,
                  base::LineBreaking::phrase};
  auto lines = set_lines(context, flatten(context, heading.text, look_of(style)), setting);
  TextBlock block{style.before, style.after, true, {heading_key(context.part, heading.anchor)}, ""};
  if (heading.level == 2) block.outline = model::plain_text(heading.text);
  add_lines(target, std::move(lines), target.tags.add(target.parent, heading_role(context, heading.level)), block);
}

void lay_out(BlockTarget const& target, model::Paragraph const& paragraph) {
  auto const& style = target.context.style.body;
  // Marks with their words are a list in disguise: a legend.
  auto fit = holds_marks(paragraph.text) ? Fit::ragged : Fit::justified;
  Setting setting{target.column.width, style.leading, model::Alignment::start, fit};
  auto lines = set_lines(target.context, flatten(target.context, paragraph.text, look_of(style)), setting);
  if (lines.lines.empty()) return;
  add_lines(target, std::move(lines), target.tags.add(target.parent, Role::p),
            {style.before, style.after, false, {}, ""});
}

void lay_out(BlockTarget const& target, model::ThematicBreak const&) {
  Piece piece;
  piece.before = piece.after = 14;
  piece.height = 0.6;
  piece.items.emplace_back(Box{{target.column.x, 0, target.column.width, 0.6}, 0, target.context.style.line, {}, 0});
  target.sink.add(std::move(piece));
}

void lay_out(BlockTarget const& target, model::PageBreak const&) { target.sink.break_page(); }

void lay_out(BlockTarget const&, model::Directive const&) {}

}  // namespace tebiki::pdf
