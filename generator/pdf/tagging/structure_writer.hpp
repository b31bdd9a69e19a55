#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "pdf/file/pdf_syntax.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

/// A link or the widget of a field: its annotation, and the tag that owns it.
struct TaggedAnnotation {
  TagId tag = TagId::artifact;
  std::size_t page = 0;
  ObjectNumber object = ObjectNumber::none;
};

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

/// What each tag holds: child tags, marked contents and annotations.
class TagContent {
 public:
  /// `marks` by page, then by MCID. Linear in tags and marks.
  TagContent(StructureTree const& tags, std::vector<std::vector<TagId>> const& marks,
             std::vector<TaggedAnnotation> const& links);

  std::span<std::uint32_t const> children(std::size_t tag) const { return children_.of(tag); }
  std::span<Mark const> marks(std::size_t tag) const { return marks_.of(tag); }
  std::span<TaggedAnnotation const> links(std::size_t tag) const { return links_.of(tag); }

  static constexpr Mark never{0xFFFFFFFF, 0xFFFFFFFF};
  /// Where the tag or one below it first appears.
  Mark first(std::size_t tag) const { return first_[tag]; }

 private:
  ByTag<std::uint32_t> children_;
  ByTag<Mark> marks_;
  ByTag<TaggedAnnotation> links_;
  std::vector<Mark> first_;
};

/// Writes the logical tree (ISO 32000-1 §14.7) straight into object streams. libharu would need two kilobytes a tag.
/// Objects, from `first` on: the structure tree root, the parent tree, the identifiers of notes, the tags, the leaves
/// of the parent tree. Tags are numbered role by role: alike ones side by side deflate to two thirds.
class StructureWriter {
 public:
  /// `attributes` are those that follow from where tags stand, as dictionaries; all else must outlive the writer.
  /// `pages` are the page objects; the annotations have the /StructParent keys that follow the pages'.
  StructureWriter(StructureTree const& tags, std::map<TagId, std::string> attributes,
                  std::vector<std::vector<TagId>> const& marks, std::vector<TaggedAnnotation> const& links,
                  std::vector<ObjectNumber> const& pages, ObjectNumber first);

  ObjectNumber root() const { return first_; }
  ObjectNumber object(TagId tag) const;
  std::size_t count() const;
  /// Appends the value of the nth object. Safe from several threads.
  void write(std::size_t index, std::string& to) const;

 private:
  void write_root(std::string& to) const;
  void write_parent_tree(std::string& to) const;
  void write_identifiers(std::string& to) const;
  void write_tag(std::size_t tag, std::string& to) const;
  void write_leaf(std::size_t leaf, std::string& to) const;
  void write_kids(std::size_t tag, std::string& to) const;
  void write_mark(Mark mark, std::size_t tag_page, std::string& to) const;
  void write_link(TaggedAnnotation const& link, std::string& to) const;
  void write_attributes(std::size_t tag, std::string& to) const;
  std::size_t page_of(std::size_t tag) const;
  ObjectNumber numbered(std::size_t index) const { return ObjectNumber(std::uint32_t(first_) + std::uint32_t(index)); }
  std::size_t leaves() const;
  std::size_t keys() const { return marks_.size() + links_.size(); }

  StructureTree const& tags_;
  std::vector<std::vector<TagId>> const& marks_;
  std::vector<TaggedAnnotation> const& links_;
  std::vector<ObjectNumber> const& pages_;
  ObjectNumber first_;
  TagContent content_;
  std::vector<std::uint32_t> by_role_;             ///< tags in the order of their objects
  std::vector<std::uint32_t> place_;               ///< of each tag in that order
  std::map<TagId, std::string> extra_attributes_;  ///< bounds of figures, numbering of lists
};

}  // namespace tebiki::pdf
