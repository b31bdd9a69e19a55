// Tables of contents: of the booklet after its cover, or of the part in which `toc` stands.
#include <cmath>

#include "pdf/fonts/text_run.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/booklet_parts.hpp"

namespace tebiki::pdf {

namespace {

/// Dots stand on one grid for all lines, so that they align below one another.
void add_dots(TextContext const& context, Line& line, double from, double to) {
  double const dot = context.style.leader_dot;
  double first = std::ceil(from / context.style.leader_distance) * context.style.leader_distance;
  auto count = std::ceil((to - dot - first) / context.style.leader_distance);
  if (count < 1) return;
  line.items.emplace_back(Leader{
      {first, line.baseline - 3, dot, dot}, std::size_t(count), context.style.leader_distance, context.style.line});
}

}  // namespace

Lines leader_line(TextContext const& context, LeaderLine line, double width) {
  auto look = look_of(line.style);
  double const gap = context.style.leader_gap;
  double number_width = tabular_width(context.fonts, line.number, look.font, look.size);
  auto description = line.words.text + " " + line.number;
  line.words.tags = {{0, Role::reference, {}}, {1, Role::link, {}}};
  for (auto& span : line.words.spans) span.tag = 2;
  auto lines = set_lines(context, std::move(line.words),
                         {width - number_width - 2 * gap, line.style.leading, model::Alignment::start, Fit::balanced,
                          base::LineBreaking::phrase});
  if (lines.lines.empty()) return lines;
  auto& last = lines.lines.back();
  if (line.dots) add_dots(context, last, last.width + gap, width - number_width - gap);
  look.colour = context.style.ink;
  for (auto& run : tabular_runs(context.fonts, line.number, look, {width - number_width, last.baseline}, TagId(2)))
    last.items.emplace_back(std::move(run));
  for (auto& one : lines.lines)
    one.links.push_back({{0, 0, width, one.height}, "", line.destination, description, TagId(2)});
  return lines;
}

namespace {

struct ContentsEntry {
  std::string title;
  std::string anchor;
  model::TextStyle style;
  double indent = 0;
};

void add_entry(BlockTarget const& target, ContentsEntry const& entry, TagId toc, bool keep) {
  auto const& context = target.context;
  LeaderLine line{plain(entry.title, look_of(entry.style)), page_number(context, entry.anchor), entry.anchor,
                  entry.style};
  auto lines = leader_line(context, std::move(line), target.column.width - entry.indent);
  auto tag = target.tags.add(toc, Role::toci);
  Column column{target.column.x + entry.indent, target.column.width - entry.indent};
  add_lines({context, target.tags, target.sink, target.parent, column}, std::move(lines), tag,
            {entry.style.before, entry.style.after, keep, {}, ""});
}

model::TextStyle chapter_style(model::PrintStyle const& style) {
  auto chapter = style.contents;
  chapter.bold = true;
  chapter.leading += 3;
  chapter.before = 9;
  return chapter;
}

model::TextStyle section_style(model::PrintStyle const& style) {
  auto section = style.contents;
  section.size = style.small.size;
  section.leading = style.contents.leading - 1;
  section.before = section.after = 0;
  return section;
}

void add_headings(BlockTarget const& target, model::Blocks const& blocks, std::string const& part, int depth,
                  TagId toc) {
  for (auto const& block : blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (!heading || heading->level > depth) continue;
    add_entry(target,
              {model::plain_text(heading->text), heading_key(part, heading->anchor),
               section_style(target.context.style), target.context.style.contents_indent * (heading->level - 1)},
              toc, false);
  }
}

}  // namespace

void add_booklet_contents(BlockTarget const& target) {
  auto const& context = target.context;
  auto const& publication = context.booklet.publication;
  auto toc = target.tags.add(target.parent, Role::toc);
  for (auto const& part : publication.parts) {
    auto key = part_key(publication, part);
    add_entry(target, {part.title, key, chapter_style(context.style), 0}, toc, false);
    add_headings(target, part.blocks, key, 2, toc);
  }
}

void lay_out(BlockTarget const& target, model::Contents const& contents) {
  auto const& publication = target.context.booklet.publication;
  auto toc = target.tags.add(target.parent, Role::toc);
  for (auto const& part : publication.parts)
    if (part_key(publication, part) == target.context.part)
      add_headings(target, part.blocks, target.context.part, contents.depth, toc);
}

}  // namespace tebiki::pdf
