#include "pdf/layout/blocks.hpp"

#include <algorithm>

#include "base/parallel.hpp"

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

/// A picture and the table of its numbers: what both are called is said once, above the table.
bool says_the_same(model::Block const& block, model::Block const& next) {
  auto const* figure = std::get_if<model::Figure>(&block.node);
  auto const* table = std::get_if<model::Table>(&next.node);
  return figure && table && !figure->caption.empty() &&
         model::plain_text(figure->caption) == model::plain_text(table->caption);
}

/// A few words before a table or list are not left alone at the foot of a page; what is higher stands by itself, lest
/// too much be pushed to the next one.
void add_introduction(BlockTarget const& target, model::Block const& block) {
  FlowableList list(target.sink);
  lay_out_block({target.context, target.tags, list, target.parent, target.column, target.at}, block);
  double height = 0;
  for (auto const& flowable : list.flowables) height += flowable.height;
  if (height <= target.context.style.introduction_highest)
    for (auto& flowable : list.flowables) flowable.keep_with_next = true;
  list.hand_on(target.sink);
}

bool holds_marks(model::Inlines const& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](model::Inline const& one) {
    return std::holds_alternative<model::AvailabilityMark>(one.node);
  });
}

Lines set_paragraph(BlockTarget const& target, model::Paragraph const& paragraph) {
  auto const& style = target.context.style.body;
  // Marks with their words are a list in disguise: a legend.
  auto const fit = holds_marks(paragraph.text) ? Fit::ragged : Fit::justified;
  Setting const setting{target.column.width, style.leading, model::Alignment::start, fit};
  return set_lines(target.context, flatten(target.context, paragraph.text, look_of(style)), setting);
}

void add_paragraph(BlockTarget const& target, Lines lines) {
  auto const& style = target.context.style.body;
  if (lines.lines.empty()) return;
  add_lines(target, std::move(lines), target.tags.add(target.parent, Role::p),
            {style.before, style.after, false, {}, ""});
}

/// So many paragraphs in a row are set by several threads.
constexpr std::size_t least_at_once = 8;

/// Without one that may introduce what follows.
std::size_t paragraphs_in_a_row(std::span<model::Block const> blocks) {
  auto const other = std::find_if_not(blocks.begin(), blocks.end(), is_any<model::Paragraph>);
  auto const count = std::size_t(other - blocks.begin());
  return other == blocks.end() || count == 0 ? count : count - 1;
}

void lay_out_paragraphs(BlockTarget const& target, std::span<model::Block const> paragraphs) {
  std::vector<Lines> set(paragraphs.size());
  base::parallel_for(set.size(), target.context.jobs, [&](std::size_t i) {
    set[i] = set_paragraph(target, std::get<model::Paragraph>(paragraphs[i].node));
  });
  for (auto& lines : set) add_paragraph(target, std::move(lines));
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
    if (i + 1 < blocks.size() && says_the_same(blocks[i], blocks[i + 1])) {
      auto figure = blocks[i];
      std::get<model::Figure>(figure.node).caption.clear();
      lay_out_block(target, figure);
      continue;
    }
    if (auto const count = paragraphs_in_a_row(blocks.subspan(i)); count >= least_at_once) {
      lay_out_paragraphs(target, blocks.subspan(i, count));
      i += count - 1;
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

}  // namespace

void lay_out(BlockTarget const& target, model::Heading const& heading) {
  auto const& context = target.context;
  context.state.heading = model::plain_text(heading.text);
  context.state.heading_anchor = heading_key(context.state.part, heading.anchor);
  auto const& style = heading_style(context.style, heading.level);
  auto lines = set_lines(context, flatten(context, heading.text, look_of(style)),
                         in_phrases(target.column.width, style.leading));
  TextBlock block{style.before, style.after, true, {heading_key(context.state.part, heading.anchor)}, ""};
  if (heading.level == 2) block.outline = model::plain_text(heading.text);
  add_lines(target, std::move(lines), target.tags.add(target.parent, heading_role(context, heading.level)), block);
}

void lay_out(BlockTarget const& target, model::Paragraph const& paragraph) {
  add_paragraph(target, set_paragraph(target, paragraph));
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

/// Gives flowables that follow one another their share of the background, the space between them included, so that none
/// shows white gaps.
class FramedFlowables {
 public:
  FramedFlowables(BlockTarget const& target, Background const& background)
      : background_(background), column_(target.column), bar_(target.context.style.quote_bar) {}

  void add(BlockTarget const& target, FlowableList list) const {
    auto& flowables = list.flowables;
    double after = 0;
    for (std::size_t i = 0; i < flowables.size(); ++i) {
      auto& flowable = flowables[i];
      bool const first = i == 0 || list.breaks_before(i);
      bool const last = i + 1 == flowables.size() || list.breaks_before(i + 1);
      frame(flowable, first ? background_.padding_y : std::max(flowable.before, after),
            last ? background_.padding_y : 0);
      after = flowable.after;
      flowable.before = first ? target.context.style.framed_before : 0;
      flowable.after = last ? target.context.style.framed_after : 0;
      if (first && !last) flowable.keep_with_next = true;
    }
    for (auto& request : list.requests)
      if (request.repeated) request.repeated = framed(std::move(request.repeated));
    list.hand_on(target.sink);
  }

 private:
  void frame(Flowable& flowable, double above, double below) const {
    shift(flowable.items, 0, above);
    shift(flowable.links, 0, above);
    for (auto& cut : flowable.cuts) cut += above;
    flowable.height += above + below;
    std::vector<Item> backs;
    if (background_.fill)
      backs.emplace_back(Box{{column_.x, 0, column_.width, flowable.height}, 0, background_.fill, {}, 0});
    if (background_.bar) backs.emplace_back(Box{{column_.x, 0, bar_, flowable.height}, 0, background_.bar, {}, 0});
    flowable.items.insert(flowable.items.begin(), std::make_move_iterator(backs.begin()),
                          std::make_move_iterator(backs.end()));
    if (!flowable.continued || !flowable.continued->repeated) return;
    auto continued = std::make_shared<Continued>(*flowable.continued);
    continued->repeated = framed(std::move(continued->repeated));
    flowable.continued = std::move(continued);
  }

  /// What stands again on a further page has the background behind it, too.
  FlowableSink::Repeated framed(FlowableSink::Repeated repeated) const {
    return [frames = *this, repeated = std::move(repeated)] {
      auto flowables = repeated();
      double after = 0;
      for (std::size_t i = 0; i < flowables.size(); ++i) {
        auto& flowable = flowables[i];
        frames.frame(flowable, i == 0 ? 0 : std::max(flowable.before, after), 0);
        after = flowable.after;
        flowable.before = flowable.after = 0;
      }
      return flowables;
    };
  }

  Background background_;
  Column column_;
  double bar_;  ///< how wide it is
};

void add_framed_blocks(BlockTarget const& target, model::Blocks const& blocks, Role role,
                       Background const& background) {
  if (blocks.empty()) return;
  FlowableList list(target.sink, 2 * background.padding_y);
  auto const inner = indented(target.context.style, target.column, background.padding_x, background.padding_x);
  lay_out_blocks({target.context, target.tags, list, target.tags.add(target.parent, role), inner}, blocks);
  FramedFlowables(target, background).add(target, std::move(list));
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
  auto inner = indented(style, target.column, background.padding_x, background.padding_x);
  auto lines = set_lines(target.context, flatten(target.context, code), {inner.width, style.small.leading});
  if (lines.lines.empty()) return;
  FlowableList list;
  auto paragraph = target.tags.add(target.parent, Role::p);
  add_lines({target.context, target.tags, list, paragraph, inner}, std::move(lines),
            target.tags.add(paragraph, Role::code), {});
  FramedFlowables(target, background).add(target, std::move(list));
}

}  // namespace tebiki::pdf
