#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "pdf/painting/annotations.hpp"
#include "pdf/tags.hpp"

namespace tebiki::pdf {

/// Items grouped by the tag they belong to, in their first order. Eight bytes an item, four a tag.
template <class Item>
class ByTag {
 public:
  /// `tag_of(i)` is the tag of the ith of `items`.
  template <class TagOf>
  ByTag(std::vector<Item> const& items, std::size_t tags, TagOf&& tag_of) : begins_(tags + 1), items_(items.size()) {
    for (std::size_t i = 0; i < items.size(); ++i) ++begins_[std::size_t(tag_of(i)) + 1];
    for (std::size_t tag = 0; tag < tags; ++tag) begins_[tag + 1] += begins_[tag];
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t i = 0; i < items.size(); ++i) items_[next[std::size_t(tag_of(i))]++] = items[i];
  }
  std::span<Item const> of(std::size_t tag) const {
    return {items_.data() + begins_[tag], items_.data() + begins_[tag + 1]};
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<Item> items_;
};

/// One marked content; ordered as the document reads.
struct Mark {
  std::uint32_t page = 0;
  std::uint32_t id = 0;  ///< MCID
  friend auto operator<=>(Mark, Mark) = default;
};

/// What each tag holds: child tags, marked contents and links.
class TagContent {
 public:
  /// `marks` by page, then by MCID. Linear in tags and marks.
  TagContent(Tags const& tags, std::vector<std::vector<TagId>> const& marks, std::vector<LinkAnnotation> const& links);

  std::span<std::uint32_t const> children(std::size_t tag) const { return children_.of(tag); }
  std::span<Mark const> marks(std::size_t tag) const { return marks_.of(tag); }
  std::span<LinkAnnotation const> links(std::size_t tag) const { return links_.of(tag); }

  static constexpr Mark never{0xFFFFFFFF, 0xFFFFFFFF};
  /// Where the tag or one below it first appears.
  Mark first(std::size_t tag) const { return first_[tag]; }

 private:
  ByTag<std::uint32_t> children_;
  ByTag<Mark> marks_;
  ByTag<LinkAnnotation> links_;
  std::vector<Mark> first_;
};

}  // namespace tebiki::pdf
