#include "pdf/layout/blocks.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::pdf {

namespace {

template <class... Kinds>
bool is_any(model::Block const& block) {
  return (std::holds_alternative<Kinds>(block.node) || ...);
}

bool introduces(model::Block const& block, model::Block const& next) {
  return is_any<model::Paragraph, model::Note>(block) &&
         is_any<model::Table, model::Gantt, model::FigureRow, model::Directory, model::ListBlock, model::Note>(next);
}

/// A few words before a table or list are not left alone at the foot of a page; what is higher stands by itself, lest
/// too much be pushed to the next one.
void add_introduction(BlockTarget const& target, model::Block const& block) {
  FlowableList list;
  lay_out_block({target.context, target.tags, list, target.parent, target.column, target.at}, block);
  double height = 0;
  for (auto const& flowable : list.flowables) height += flowable.height;
  for (auto& flowable : list.flowables) {
    if (height <= target.context.style.introduction_highest) flowable.keep_with_next = true;
    target.sink.add(std::move(flowable));
  }
}

}  // namespace

Column indented(model::PrintStyle const& style, Column const& column, double left, double right) {
  double width = column.width - left - right;
  return width < style.narrowest_column ? column : Column{column.x + left, width};
}

void lay_out_block(BlockTarget const& target, model::Block const& block) {
  BlockTarget here = target;
  if (block.at.file != base::FileId::none) here.at = block.at;
  std::visit([&](auto const& node) { lay_out(here, node); }, block.node);
}

void lay_out_blocks(BlockTarget const& target, std::span<model::Block const> blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i + 1 < blocks.size() && stands_beside(target, blocks[i], blocks[i + 1])) {
      lay_out_beside(target, blocks[i], blocks[i + 1]);
      ++i;
      continue;
    }
    bool introduction = i + 1 < blocks.size() && introduces(blocks[i], blocks[i + 1]);
    introduction ? add_introduction(target, blocks[i]) : lay_out_block(target, blocks[i]);
  }
}

void add_lines(BlockTarget const& target, Lines lines, TagId tag, TextBlock const& block) {
  auto tags = attach_tags(target.tags, tag, lines.tags);
  std::size_t count = lines.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto& line = lines.lines[i];
    Flowable flowable;
    flowable.height = line.height;
    flowable.items = std::move(line.items);
    flowable.links = std::move(line.links);
    resolve_tags(flowable.items, tags);
    resolve_tags(flowable.links, tags);
    shift(flowable.items, target.column.x, 0);
    shift(flowable.links, target.column.x, 0);
    if (i == 0) {
      flowable.before = block.before;
      flowable.anchors = block.anchors;
      flowable.outline = block.outline;
    }
    bool last = i + 1 == count;
    // Two lines at least stay together at either end.
    bool bound = !last && (i == 0 || i + 2 == count);
    flowable.keep_with_next = block.keep_with_next || bound;
    if (last) flowable.after = block.after;
    target.sink.add(std::move(flowable));
  }
}

namespace {

model::TextStyle const& heading_style(model::PrintStyle const& style, int level) {
  if (level <= 1) return style.heading1;
  if (level == 2) return style.heading2;
  return level == 3 ? style.heading3 : style.heading4;
}

/// It looks as written, but its tag is at most one level below the heading before (ISO 14289-1 §7.4.2).
Role heading_role(BookletContext const& context, int level) {
  constexpr Role roles[] = {Role::h1, Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};
  int role = std::clamp(level, 1, int(std::size(roles)));
  if (context.state.heading_level) {
    role = std::min(role, *context.state.heading_level + 1);
    *context.state.heading_level = role;
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
  auto lines = set_lines(context, flatten(context, heading.text, look_of(style)),
                         in_phrases(target.column.width, style.leading));
  TextBlock block{style.before, style.after, true, {heading_key(context.state.part, heading.anchor)}, ""};
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
  Flowable flowable;
  auto const& style = target.context.style;
  flowable.before = flowable.after = style.break_space;
  flowable.height = style.break_rule;
  flowable.items.emplace_back(Box{{target.column.x, 0, target.column.width, style.break_rule}, 0, style.line, {}, 0});
  target.sink.add(std::move(flowable));
}

void lay_out(BlockTarget const& target, model::PageBreak const&) { target.sink.break_page(); }

void lay_out(BlockTarget const&, model::Directive const&) {}

namespace {

struct Background {
  std::optional<model::Colour> fill;
  std::optional<model::Colour> bar;
  double padding_x = 0;
  double padding_y = 0;
};

/// Gives each flowable its share of the background, the space between flowables included, so that none shows white
/// gaps.
void add_framed(BlockTarget const& target, FlowableList list, Background const& background) {
  auto& flowables = list.flowables;
  for (std::size_t i = 0; i < flowables.size(); ++i) {
    auto& flowable = flowables[i];
    bool first = i == 0;
    bool last = i + 1 == flowables.size();
    double above = first ? background.padding_y : std::max(flowable.before, flowables[i - 1].after);
    shift(flowable.items, 0, above);
    shift(flowable.links, 0, above);
    for (auto& cut : flowable.cuts) cut += above;
    flowable.height += above + (last ? background.padding_y : 0);
    std::vector<Item> backs;
    auto const& column = target.column;
    if (background.fill)
      backs.emplace_back(Box{{column.x, 0, column.width, flowable.height}, 0, background.fill, {}, 0});
    if (background.bar)
      backs.emplace_back(Box{{column.x, 0, target.context.style.quote_bar, flowable.height}, 0, background.bar, {}, 0});
    flowable.items.insert(flowable.items.begin(), std::make_move_iterator(backs.begin()),
                          std::make_move_iterator(backs.end()));
    flowable.before = first ? target.context.style.framed_before : 0;
    if (first && !last) flowable.keep_with_next = true;
  }
  for (std::size_t i = 0; i < flowables.size(); ++i) {
    flowables[i].after = i + 1 == flowables.size() ? target.context.style.framed_after : 0;
    target.sink.add(std::move(flowables[i]));
  }
}

FlowableList inner_flowables(BlockTarget const& target, model::Blocks const& blocks, TagId parent,
                             Background const& background) {
  FlowableList list;
  auto inner = indented(target.context.style, target.column, background.padding_x, background.padding_x);
  lay_out_blocks({target.context, target.tags, list, parent, inner}, blocks);
  return list;
}

void add_framed_blocks(BlockTarget const& target, model::Blocks const& blocks, Role role,
                       Background const& background) {
  if (blocks.empty()) return;
  auto list = inner_flowables(target, blocks, target.tags.add(target.parent, role), background);
  add_framed(target, std::move(list), background);
}

/// Tabs as blanks up to the next stop: every eight columns, as browsers have them; a wide character fills two.
std::string with_tab_stops(std::string_view text) {
  constexpr std::size_t stop = 8;
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = at;
    auto character = base::next_character(text, at);
    auto blanks = character == U'\t' ? stop - column % stop : 0;
    out += blanks ? std::string(blanks, ' ') : std::string(text.substr(begin, at - begin));
    column = character == U'\n' ? 0 : column + (blanks ? blanks : base::is_wide(character) ? 2 : 1);
  }
  return out;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Note const& note) {
  auto const& style = target.context.style;
  add_framed_blocks(target, note.blocks, Role::div, {style.wash, {}, style.note_padding_x, style.note_padding_y});
}

void lay_out(BlockTarget const& target, model::Quote const& quote) {
  auto const& style = target.context.style;
  add_framed_blocks(target, quote.blocks, Role::block_quote, {{}, style.line, style.quote_indent, 0});
}

void lay_out(BlockTarget const& target, model::CodeBlock const& code) {
  auto const& style = target.context.style;
  Background background{style.wash, {}, style.code_padding_x, style.code_padding_y};
  auto look = look_of(target.context.style.small);
  look.font.list = FontChoice::List::code;
  look.colour = target.context.style.ink;
  auto text = with_tab_stops(code.text);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  auto inner = indented(target.context.style, target.column, background.padding_x, background.padding_x);
  auto lines = set_lines(target.context, plain(text, look), {inner.width, target.context.style.small.leading});
  if (lines.lines.empty()) return;
  FlowableList list;
  auto paragraph = target.tags.add(target.parent, Role::p);
  add_lines({target.context, target.tags, list, paragraph, inner}, std::move(lines),
            target.tags.add(paragraph, Role::code), {});
  add_framed(target, std::move(list), background);
}

void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at) {
  auto const& style = target.context.style.heading1;
  auto lines =
      set_lines(target.context, plain(title, look_of(style), at), in_phrases(target.column.width, style.leading));
  if (lines.lines.empty()) return;
  FlowableList list;
  if (target.context.state.heading_level) *target.context.state.heading_level = 1;
  auto tag = target.tags.add(target.parent, Role::h1);
  add_lines({target.context, target.tags, list, target.parent, target.column}, std::move(lines), tag,
            {style.before, 0, true, std::move(anchors), title});
  list.flowables.front().outline_level = 1;
  auto& last = list.flowables.back();
  double const rule = target.context.style.chapter_rule;
  last.height += target.context.style.chapter_rule_space;
  last.items.emplace_back(
      Box{{target.column.x, last.height - rule, target.column.width, rule}, 0, target.context.brand, {}, 0});
  last.after = style.after;
  for (auto& flowable : list.flowables) target.sink.add(std::move(flowable));
}

}  // namespace tebiki::pdf
