// The 五十音 index: columns from top to bottom, a head for every あ-row, all pages on which a name stands.
#include <algorithm>
#include <map>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/booklet_parts.hpp"

namespace tebiki::pdf {

namespace {

constexpr double column_gap = 26;
constexpr double least_column = 190;

/// Something that takes its place in a column: a head or a name.
struct IndexLine {
  double before = 0;
  double height = 0;
  bool keep_with_next = false;
  std::vector<Item> items;
  std::vector<LinkArea> links;
};

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
struct Places {
  std::string numbers;
  std::string anchor;
};

Places places_of(BookletContext const& context, IndexName const& name) {
  std::map<std::pair<std::size_t, std::string>, std::string> anchors;
  for (auto const& anchor : name.anchors) {
    std::vector<std::string> pages{page_number(context, anchor)};
    if (auto found = context.numbers.find(anchor); found != context.numbers.end()) pages = found->second;
    for (auto& page : pages) anchors.try_emplace({page.size(), page}, anchor);
  }
  Places places;
  for (auto const& [page, anchor] : anchors) {
    places.numbers += (places.numbers.empty() ? "" : ", ") + page.second;
    if (places.anchor.empty()) places.anchor = anchor;
  }
  return places;
}

IndexLine joined(Lines lines, std::vector<TagId> const& tags) {
  IndexLine result;
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

IndexLine head_line(BlockTarget const& target, std::string const& head, double width) {
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

IndexLine name_line(BlockTarget const& target, IndexName const& name, TagId list, double width) {
  auto const& style = target.context.style.small;
  auto look = look_of(style);
  look.colour = target.context.style.ink;
  auto places = places_of(target.context, name);
  LeaderLine line{plain(name.entry->name, look, name.entry->at), places.numbers, places.anchor, style};
  auto body = target.tags.add(target.tags.add(list, Role::li), Role::lbody);
  auto lines = leader_line(target.context, std::move(line), width);
  auto tags = attach_tags(target.tags, body, lines.tags);
  return joined(std::move(lines), tags);
}

std::vector<IndexLine> index_lines(BlockTarget const& target, model::Index const& index, double width) {
  std::vector<IndexLine> lines;
  for (auto const& group : index.groups) {
    if (group.entries.empty()) continue;
    lines.push_back(head_line(target, group.head, width));
    auto list = target.tags.add(target.parent, Role::l);
    for (auto const& name : names_of(group)) lines.push_back(name_line(target, name, list, width));
  }
  return lines;
}

/// How many lines from `begin` on go into a column of that height; a head is not left alone at its end.
std::size_t column_end(std::vector<IndexLine> const& lines, std::size_t begin, double height) {
  double used = 0;
  auto end = begin;
  while (end < lines.size()) {
    used += (end == begin ? 0 : lines[end].before) + lines[end].height;
    if (used > height && end > begin) break;
    ++end;
  }
  if (end < lines.size() && end > begin + 1 && lines[end - 1].keep_with_next) --end;
  return end;
}

/// The least column height at which all lines from `begin` on fit, if they fit at all: columns end level.
double balanced_height(std::vector<IndexLine> const& lines, std::size_t begin, std::size_t columns, double most) {
  auto fits = [&](double height) {
    auto at = begin;
    for (std::size_t i = 0; i < columns; ++i) at = column_end(lines, at, height);
    return at == lines.size();
  };
  if (!fits(most)) return most;
  double low = 0, high = most;
  while (high - low > 1) {
    double middle = (low + high) / 2;
    (fits(middle) ? high : low) = middle;
  }
  return high;
}

void move_into(Flowable& flowable, IndexLine& line, double x, double y) {
  shift(line.items, x, y);
  shift(line.links, x, y);
  std::move(line.items.begin(), line.items.end(), std::back_inserter(flowable.items));
  std::move(line.links.begin(), line.links.end(), std::back_inserter(flowable.links));
}

}  // namespace

void lay_out(BlockTarget const& target, model::Index const& index) {
  auto columns =
      std::max<std::size_t>(1, std::size_t((target.column.width + column_gap) / (least_column + column_gap)));
  double width = (target.column.width - column_gap * double(columns - 1)) / double(columns);
  auto tag = target.tags.add(target.parent, Role::index);
  auto lines = index_lines({target.context, target.tags, target.sink, tag, target.column}, index, width);
  for (std::size_t at = 0; at < lines.size();) {
    double room = std::min(target.sink.room(), 2000.0);
    if (room < 120) room = target.sink.page_room();
    double height = balanced_height(lines, at, columns, room);
    Flowable flowable;
    for (std::size_t column = 0; column < columns; ++column) {
      auto end = column_end(lines, at, height);
      double y = 0;
      for (auto first = at; at < end; ++at) {
        if (at != first) y += lines[at].before;
        move_into(flowable, lines[at], target.column.x + (width + column_gap) * double(column), y);
        y += lines[at].height;
      }
      flowable.height = std::max(flowable.height, y);
    }
    target.sink.add(std::move(flowable));
  }
}

}  // namespace tebiki::pdf
