#include "pdf/tagging/local_tags.hpp"

#include "pdf/overloaded.hpp"

namespace tebiki::pdf {

namespace {

/// The tag of an item, or nullptr for boxes, which are decoration always.
TagId* tag_of(Item& item) {
  return std::visit(Overloaded{[](Box&) -> TagId* { return nullptr; }, [](auto& other) { return &other.tag; }}, item);
}

}  // namespace

std::vector<TagId> adopt(Tags& tags, TagId owner, LocalTags const& local) {
  std::vector<TagId> result{owner};
  result.reserve(local.size() + 1);
  for (auto const& tag : local) {
    auto parent = result[tag.parent];
    auto id = parent == TagId::artifact ? TagId::artifact : tags.add(parent, tag.role);
    bool detailed = !tag.detail.alternative.empty() || !tag.detail.actual_text.empty();
    if (detailed && id != TagId::artifact) tags.detail(id) = tag.detail;
    result.push_back(id);
  }
  return result;
}

void settle(std::vector<Item>& items, std::vector<TagId> const& tags) {
  for (auto& item : items)
    if (auto* tag = tag_of(item); tag && *tag != TagId::artifact) *tag = tags[std::size_t(*tag)];
}

void settle(std::vector<LinkArea>& links, std::vector<TagId> const& tags) {
  for (auto& link : links)
    if (link.tag != TagId::artifact) link.tag = tags[std::size_t(link.tag)];
}

void shift(Item& item, double x, double y) {
  std::visit(Overloaded{[&](TextRun& run) {
                          run.origin = {run.origin.x + x, run.origin.y + y};
                        },
                        [&](auto& other) {
                          other.area.x += x;
                          other.area.y += y;
                        }},
             item);
}

void shift(std::vector<Item>& items, double x, double y) {
  for (auto& item : items) shift(item, x, y);
}

void shift(std::vector<LinkArea>& links, double x, double y) {
  for (auto& link : links) {
    link.area.x += x;
    link.area.y += y;
  }
}

void make_artifacts(std::vector<Item>& items) {
  for (auto& item : items)
    if (auto* tag = tag_of(item)) *tag = TagId::artifact;
}

}  // namespace tebiki::pdf
