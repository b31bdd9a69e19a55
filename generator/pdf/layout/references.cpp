// Where references lead: to places of the booklet, and on which page those are, or outside.
#include <fmt/format.h>

#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/directory_layout.hpp"

namespace tebiki::pdf {

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

PrintedTarget outside(BookletContext const& context, std::string const& name, std::string const& fragment) {
  auto const url = context.site.url_of(name);
  if (!url) return {};
  return {"", *url + (fragment.empty() ? "" : "#" + fragment)};
}

/// `ref:care-guide#sec` names a heading of any part of the publication.
std::string heading_anywhere(BookletContext const& context, std::string_view fragment) {
  auto const& publication = context.booklet.publication;
  for (auto const& part : publication.parts) {
    auto key = heading_key(part_key(publication, part), fragment);
    if (context.anchors.contains(key)) return key;
  }
  return {};
}

PrintedTarget inside_or_outside(BookletContext const& context, model::Reference const& reference) {
  auto const& own = context.booklet.publication.slug;
  auto name = reference.name.empty() ? context.state.part : reference.name;
  if (!reference.fragment.empty()) {
    auto key = name == own ? heading_anywhere(context, reference.fragment) : heading_key(name, reference.fragment);
    if (context.anchors.contains(key)) return {key, ""};
  }
  if (auto near = heading_key(context.state.part, name); context.anchors.contains(near)) return {near, ""};
  if (auto kind = heading_key(context.state.chapter, name); context.anchors.contains(kind)) return {kind, ""};
  if (context.anchors.contains(name)) return {name, ""};
  return outside(context, name, reference.fragment);
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

void report_shortened(BookletContext const& context, std::string_view words, base::SourceLocation at) {
  context.state.diagnostics.warning(at.file == base::FileId::none ? context.booklet.publication.at : at,
                                    "words-shortened",
                                    {fmt::format("紙では「{}」が入りきらず、終わりが「…」になります。", words),
                                     fmt::format("On paper there is no room for “{}”: it ends with “…”.", words)},
                                    {"この言葉を短くしてください。", "Make these words shorter."});
}

std::string chapter_of(BookletContext const& context, model::Table const& table) {
  std::set<std::string> names;
  for (auto const& row : table.rows) {
    if (row.cells.empty()) continue;
    model::for_each_inline(row.cells.front().text, [&](model::Inline const& piece) {
      auto const* link = std::get_if<model::Link>(&piece.node);
      auto const* reference = link ? std::get_if<model::Reference>(&link->target) : nullptr;
      if (reference) names.insert(reference->name);
    });
  }
  std::string chapter;
  std::ptrdiff_t most = 0;
  for (auto const& part : context.booklet.publication.parts) {
    auto key = part_key(context.booklet.publication, part);
    auto const here = std::count_if(names.begin(), names.end(), [&](std::string const& name) {
      return context.anchors.contains(heading_key(key, name));
    });
    if (here > most) most = here, chapter = std::move(key);
  }
  return chapter;
}

PrintedTarget printed_target(BookletContext const& context, model::Target const& target) {
  if (auto const* url = std::get_if<model::Url>(&target)) return {"", url->address};
  return inside_or_outside(context, std::get<model::Reference>(target));
}

std::string page_number(BookletContext const& context, std::string_view anchor) {
  context.state.asked_for_numbers = true;
  auto found = context.numbers.find(anchor);
  return found == context.numbers.end() || found->second.empty() ? "00" : found->second.front();
}

}  // namespace tebiki::pdf
