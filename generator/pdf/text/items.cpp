#include "pdf/text/items.hpp"

#include "model/visit.hpp"

namespace tebiki::pdf {

namespace {

/// The tag of an item, or nullptr for what is decoration always.
TagId* tag_of(Item& item) {
  return std::visit(model::Overloaded{[](Box&) -> TagId* { return nullptr; }, [](Leader&) -> TagId* { return nullptr; },
                                      [](auto& other) { return &other.tag; }},
                    item);
}

}  // namespace

void resolve_tags(std::vector<Item>& items, std::vector<TagId> const& tags) {
  for (auto& item : items)
    if (auto* tag = tag_of(item); tag && *tag != TagId::artifact) *tag = tags[std::size_t(*tag)];
}

void resolve_tags(std::vector<LinkArea>& links, std::vector<TagId> const& tags) {
  for (auto& link : links)
    if (link.tag != TagId::artifact) link.tag = tags[std::size_t(link.tag)];
}

void shift(Item& item, double x, double y) {
  std::visit(model::Overloaded{[&](TextRun& run) {
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
