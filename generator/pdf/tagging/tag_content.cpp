#include "pdf/tagging/tag_content.hpp"

#include <algorithm>
#include <numeric>

namespace tebiki::pdf {
namespace {

ByTag<std::uint32_t> children_of(Tags const& tags) {
  std::vector<std::uint32_t> below(tags.size() - 1);  // the root is nobody's child
  std::iota(below.begin(), below.end(), 1U);
  return {below, tags.size(), [&](std::size_t i) { return tags.parent(TagId(i + 1)); }};
}

ByTag<Mark> marks_of(Tags const& tags, std::vector<std::vector<TagId>> const& marks) {
  std::vector<Mark> all;
  std::vector<TagId> owners;
  for (std::uint32_t page = 0; page < marks.size(); ++page)
    for (std::uint32_t id = 0; id < marks[page].size(); ++id) {
      all.push_back({page, id});
      owners.push_back(marks[page][id]);
    }
  return {all, tags.size(), [&](std::size_t i) { return owners[i]; }};
}

}  // namespace

TagContent::TagContent(Tags const& tags, std::vector<std::vector<TagId>> const& marks,
                       std::vector<LinkAnnotation> const& links)
    : children_(children_of(tags)),
      marks_(marks_of(tags, marks)),
      links_(links, tags.size(), [&](std::size_t i) { return links[i].tag; }),
      first_(tags.size(), never) {
  // A tag comes after its parent, so going backwards finishes every child before its parent is looked at.
  for (std::size_t tag = tags.size(); tag-- > 0;) {
    if (!marks_.of(tag).empty()) first_[tag] = std::min(first_[tag], marks_.of(tag).front());
    if (tag == 0) break;
    auto parent = std::size_t(tags.parent(TagId(tag)));
    first_[parent] = std::min(first_[parent], first_[tag]);
  }
}

}  // namespace tebiki::pdf
