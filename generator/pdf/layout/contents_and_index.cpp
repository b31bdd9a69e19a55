// Tables of contents, of the booklet after its cover or of the part in which `toc` stands; and the 五十音 index:
// columns from top to bottom, a head for every あ-row, all pages on which a name stands. And the places that both name.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

/// A line of contents or index: words, dots, a page number at the right edge; all one link to the place.
struct LeaderLine {
  StyledText words;
  std::string number;
  std::string destination;
  model::TextStyle style;
  bool dots = true;
};

/// Dots stand on one grid for all lines, so that they align below one another.
void add_dots(TextContext const& context, Line& line, double from, double to) {
  double const dot = context.style.leader_dot;
  double first = std::ceil(from / context.style.leader_distance) * context.style.leader_distance;
  auto count = std::ceil((to - dot - first) / context.style.leader_distance);
  if (count < 1) return;
  line.items.emplace_back(Leader{{first, line.baseline - context.style.leader_height, dot, dot},
                                 std::size_t(count),
                                 context.style.leader_distance,
                                 context.style.line});
}

/// Sets the line `width` wide; the link's tags are below local tag 0 as Reference > Link.
Lines leader_line(TextContext const& context, LeaderLine line, double width) {
  auto look = look_of(line.style);
  double const gap = context.style.leader_gap;
  double number_width = tabular_width(context.fonts, line.number, look.font, look.size);
  auto description = line.words.text + " " + line.number;
  line.words.tags = {{0, Role::reference, {}}, {1, Role::link, {}}};
  for (auto& span : line.words.spans) span.tag = 2;
  auto lines =
      set_lines(context, std::move(line.words), in_phrases(width - number_width - 2 * gap, line.style.leading));
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

void add_headings(BlockTarget const& target, model::Blocks const& blocks, std::string const& part, int depth,
                  TagId toc) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto const* heading = std::get_if<model::Heading>(&blocks[i].node);
    // Who looks for a form looks for its title, not for its sections.
    bool const of_form = i + 1 < blocks.size() && std::holds_alternative<model::Form>(blocks[i + 1].node);
    if (!heading || heading->level > depth || of_form) continue;
    add_entry(target,
              {model::plain_text(heading->text), heading_key(part, heading->anchor),
               target.context.style.contents_section, target.context.style.contents_indent * (heading->level - 1)},
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
    add_entry(target, {part.title, key, context.style.contents_chapter, 0}, toc, false);
    add_headings(target, part.blocks, key, 2, toc);
  }
}

void lay_out(BlockTarget const& target, model::Contents const& contents) {
  auto const& publication = target.context.booklet.publication;
  auto toc = target.tags.add(target.parent, Role::toc);
  for (auto const& part : publication.parts)
    if (part_key(publication, part) == target.context.state.part)
      add_headings(target, part.blocks, target.context.state.part, contents.depth, toc);
}

namespace {

/// A name of the index with every record that bears it: an office may be a contact window as well.
struct IndexName {
  model::IndexEntry const* entry = nullptr;
  std::vector<std::string> anchors;
};

std::vector<IndexName> names_of(model::IndexGroup const& group) {
  std::vector<IndexName> names;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (auto const& entry : group.entries) {
    auto [found, added] = known.try_emplace({entry.name, entry.kana}, names.size());
    if (added) names.push_back({&entry, {}});
    names[found->second].anchors.push_back(entry.anchor);
  }
  return names;
}

/// Where a name stands: pages in order, each once, and the anchor on the first of them.
struct PageReferences {
  std::string numbers;
  std::string anchor;
};

/// As many as there is room for, beside the name and before its leader; an ellipsis where there are more.
PageReferences references_to(BookletContext const& context, IndexName const& name, TextLook const& look, double room) {
  std::map<std::pair<std::size_t, std::string>, std::string> anchors;
  for (auto const& anchor : name.anchors) {
    std::vector<std::string> pages{page_number(context, anchor)};
    if (auto found = context.numbers.find(anchor); found != context.numbers.end()) pages = found->second;
    for (auto& page : pages) anchors.try_emplace({page.size(), page}, anchor);
  }
  PageReferences references;
  for (auto const& [page, anchor] : anchors) {
    if (references.anchor.empty()) references.anchor = anchor;
    auto longer = references.numbers + (references.numbers.empty() ? "" : ", ") + page.second;
    bool const fits = text_width(context.fonts, longer, look.font, look.size) <= room;
    if (!fits && !references.numbers.empty()) {
      references.numbers += ", …";
      break;
    }
    references.numbers = std::move(longer);
  }
  return references;
}

Flowable joined(Lines lines, std::vector<TagId> const& tags) {
  Flowable result;
  result.height = place_lines(lines, 0, 0, result.items, result.links, tags);
  return result;
}

Flowable head_line(BlockTarget const& target, std::string const& head, double width) {
  auto const& style = target.context.style.heading4;
  auto look = look_of(style);
  look.colour = target.context.brand;
  auto lines = set_lines(target.context, plain(head, look), {width, style.leading});
  auto tags = attach_tags(target.tags, target.tags.add(target.parent, Role::p), lines.tags);
  auto result = joined(std::move(lines), tags);
  result.before = target.context.style.index_head_before;
  result.keep_with_next = true;
  result.items.emplace_back(
      Box{{0, result.height, width, target.context.style.index_head_rule}, 0, target.context.brand, {}, 0});
  result.height += target.context.style.index_head_after;
  return result;
}

Flowable name_line(BlockTarget const& target, IndexName const& name, TagId list, double width) {
  auto const& style = target.context.style.small;
  auto look = look_of(style);
  look.colour = target.context.style.ink;
  constexpr double share_of_numbers = 0.6;
  auto references = references_to(target.context, name, look, share_of_numbers * width);
  LeaderLine line{plain(name.entry->name, look, name.entry->at), references.numbers, references.anchor, style};
  auto body = target.tags.add(target.tags.add(list, Role::li), Role::lbody);
  auto lines = leader_line(target.context, std::move(line), width);
  auto tags = attach_tags(target.tags, body, lines.tags);
  return joined(std::move(lines), tags);
}

std::vector<Flowable> index_lines(BlockTarget const& target, model::Index const& index, double width) {
  std::vector<Flowable> lines;
  for (auto const& group : index.groups) {
    if (group.entries.empty()) continue;
    lines.push_back(head_line(target, group.head, width));
    auto list = target.tags.add(target.parent, Role::l);
    for (auto const& name : names_of(group)) lines.push_back(name_line(target, name, list, width));
  }
  return lines;
}

/// As many columns as their usual width leaves room for, but no more than keep every entry lower than a page.
Columns columns_for(BlockTarget const& target, model::Index const& index) {
  double const gap = target.context.style.index_column_gap, usual = target.context.style.index_column;
  Columns columns{std::size_t(std::max(1.0, (target.column.width + gap) / (usual + gap))), gap};
  double const room = target.sink.room();
  for (; columns.count > 1; --columns.count) {
    StructureTree measured;
    auto const lines = index_lines({target.context, measured, target.sink, StructureTree::root, target.column}, index,
                                   columns.width_in(target.column.width));
    if (std::none_of(lines.begin(), lines.end(), [&](Flowable const& line) { return line.height > room; })) break;
  }
  return columns;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Index const& index) {
  auto const columns = columns_for(target, index);
  auto tag = target.tags.add(target.parent, Role::index);
  target.sink.set_columns(columns);
  double width = columns.width_in(target.column.width);
  for (auto& line : index_lines({target.context, target.tags, target.sink, tag, target.column}, index, width)) {
    shift(line.items, target.column.x, 0);
    shift(line.links, target.column.x, 0);
    target.sink.add(std::move(line));
  }
  target.sink.set_columns({});
}

// The places of a booklet, and on which page they are.

namespace {

using Anchors = std::set<std::string, std::less<>>;

/// An entry is a place of its record for the part that it stands in, too.
void add_entries(model::Directory const& directory, std::string const& part, Anchors& anchors) {
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) {
      if (!entry.anchor.empty()) anchors.insert(heading_key(part, entry.anchor));
    }
  }
}

void collect(model::Blocks const& blocks, std::string const& part, Anchors& anchors) {
  auto add = [&](std::string const& anchor) {
    if (!anchor.empty()) anchors.insert(anchor);
  };
  model::for_each_block(blocks, [&](model::Block const& block) {
    if (auto const* heading = std::get_if<model::Heading>(&block.node)) add(heading_key(part, heading->anchor));
    if (auto const* directory = std::get_if<model::Directory>(&block.node)) add(directory->list);
    model::for_each_record_anchor(block, add);
    if (auto const* directory = std::get_if<model::Directory>(&block.node)) add_entries(*directory, part, anchors);
  });
}

}  // namespace

std::string part_key(model::Publication const& publication, model::Part const& part) {
  return publication.slug + "/" + part.slug;
}

std::string heading_key(std::string_view part_key, std::string_view anchor) {
  return std::string(part_key) + "#" + std::string(anchor);
}

std::set<std::string, std::less<>> anchors_of(model::Publication const& publication) {
  Anchors anchors{publication.slug};
  for (auto const& part : publication.parts) {
    auto key = part_key(publication, part);
    anchors.insert(key);
    collect(part.blocks, key, anchors);
  }
  return anchors;
}

std::string page_number(BookletContext const& context, std::string_view anchor) {
  context.state.asked_for_numbers = true;
  auto found = context.numbers.find(anchor);
  return found == context.numbers.end() || found->second.empty() ? "00" : found->second.front();
}

}  // namespace tebiki::pdf
