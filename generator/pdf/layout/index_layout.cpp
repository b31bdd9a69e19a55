// The 五十音 index: columns from top to bottom, a head for every あ-row, all pages on which a name stands.
#include <algorithm>
#include <map>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/booklet_parts.hpp"

namespace tebiki::pdf {

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

PageReferences references_to(BookletContext const& context, IndexName const& name) {
  std::map<std::pair<std::size_t, std::string>, std::string> anchors;
  for (auto const& anchor : name.anchors) {
    std::vector<std::string> pages{page_number(context, anchor)};
    if (auto found = context.numbers.find(anchor); found != context.numbers.end()) pages = found->second;
    for (auto& page : pages) anchors.try_emplace({page.size(), page}, anchor);
  }
  PageReferences references;
  for (auto const& [page, anchor] : anchors) {
    references.numbers += (references.numbers.empty() ? "" : ", ") + page.second;
    if (references.anchor.empty()) references.anchor = anchor;
  }
  return references;
}

Flowable joined(Lines lines, std::vector<TagId> const& tags) {
  Flowable result;
  for (auto& line : lines.lines) {
    resolve_tags(line.items, tags);
    resolve_tags(line.links, tags);
    shift(line.items, 0, result.height);
    shift(line.links, 0, result.height);
    result.height += line.height;
    std::move(line.items.begin(), line.items.end(), std::back_inserter(result.items));
    std::move(line.links.begin(), line.links.end(), std::back_inserter(result.links));
  }
  return result;
}

Flowable head_line(BlockTarget const& target, std::string const& head, double width) {
  auto const& style = target.context.style.heading4;
  auto look = look_of(style);
  look.colour = target.context.brand;
  auto lines = set_lines(target.context, plain(head, look), {width, style.leading});
  auto tags = attach_tags(target.tags, target.tags.add(target.parent, Role::p), lines.tags);
  auto result = joined(std::move(lines), tags);
  result.before = 12;
  result.keep_with_next = true;
  result.items.emplace_back(Box{{0, result.height, width, 0.8}, 0, target.context.brand, {}, 0});
  result.height += 4;
  return result;
}

Flowable name_line(BlockTarget const& target, IndexName const& name, TagId list, double width) {
  auto const& style = target.context.style.small;
  auto look = look_of(style);
  look.colour = target.context.style.ink;
  auto references = references_to(target.context, name);
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

}  // namespace tebiki::pdf
