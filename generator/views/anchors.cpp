#include "views/anchors.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "model/visit.hpp"

namespace tebiki::views {
namespace {

/// Views of the anchors' own text: none of it moves meanwhile.
using Taken = std::unordered_set<std::string_view>;

void claim(Taken& taken, std::string& anchor) {
  if (!anchor.empty() && !taken.insert(anchor).second) anchor.clear();
}

void claim_entries(Taken& taken, model::Block& block) {
  auto* directory = std::get_if<model::Directory>(&block.node);
  if (!directory) return;
  for (auto& group : directory->groups) {
    for (auto& entry : group.entries) claim(taken, entry.anchor);
  }
}

void claim_rows(Taken& taken, model::Block& block) {
  auto* table = std::get_if<model::Table>(&block.node);
  if (!table) return;
  for (auto& row : table->rows) claim(taken, row.anchor);
}

void unlink(model::Inlines& text, std::string const& anchor) {
  for (auto& item : text) {
    auto* link = std::get_if<model::Link>(&item.node);
    auto* reference = link ? std::get_if<model::Reference>(&link->target) : nullptr;
    bool const plain = reference && reference->name == anchor && link->children.size() == 1;
    if (!plain) continue;
    auto child = std::move(link->children.front());
    item = std::move(child);
  }
}

std::string anchor_from(model::Inlines const& words) {
  auto anchor = model::plain_text(words);
  std::replace(anchor.begin(), anchor.end(), ' ', '-');
  return anchor;
}

}  // namespace

void keep_one_anchor_a_record(std::span<model::Blocks*> parts) {
  Taken taken;
  for (auto claim_from : {claim_entries, claim_rows}) {
    for (auto* blocks : parts) {
      model::for_each_block(*blocks, [&](model::Block& block) { claim_from(taken, block); });
    }
  }
}

void unlink_own_rows(model::Blocks& part) {
  model::for_each_block(part, [](model::Block& block) {
    auto* table = std::get_if<model::Table>(&block.node);
    if (!table) return;
    for (auto& row : table->rows) {
      if (row.anchor.empty()) continue;
      for (auto& cell : row.cells) unlink(cell.text, row.anchor);
    }
  });
}

void make_heading_anchors(model::Blocks& page) {
  std::unordered_set<std::string> taken;
  model::for_each_block(page, [&](model::Block& block) {
    auto* heading = std::get_if<model::Heading>(&block.node);
    if (!heading) return;
    if (heading->anchor.empty()) heading->anchor = anchor_from(heading->text);
    auto base = heading->anchor;
    for (int n = 2; !taken.insert(heading->anchor).second; ++n) heading->anchor = base + "-" + std::to_string(n);
  });
}

}  // namespace tebiki::views
