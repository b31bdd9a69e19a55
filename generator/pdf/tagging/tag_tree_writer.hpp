#pragma once
#include <string>
#include <vector>

#include "pdf/file/compact_save.hpp"
#include "pdf/frames.hpp"
#include "pdf/tagging/tag_content.hpp"

namespace tebiki::pdf {

/// Writes the logical tree (ISO 32000-1 §14.7) straight into object streams. libharu would need two kilobytes a tag.
/// Objects, from `first` on: the structure tree root, the parent tree, the identifiers of notes, the tags, the leaves
/// of the parent tree. Tags are numbered role by role: alike ones side by side deflate to two thirds.
class TagTreeWriter {
 public:
  /// All arguments must outlive the writer. `pages` are the page objects; the links have the /StructParent keys that
  /// follow the pages'.
  TagTreeWriter(Frames const& frames, std::vector<std::vector<TagId>> const& marks,
                std::vector<LinkAnnotation> const& links, std::vector<ObjectNumber> const& pages, ObjectNumber first);

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
  void write_link(LinkAnnotation const& link, std::string& to) const;
  void write_attributes(std::size_t tag, std::string& to) const;
  std::size_t page_of(std::size_t tag) const;
  ObjectNumber numbered(std::size_t index) const { return ObjectNumber(std::uint32_t(first_) + std::uint32_t(index)); }
  std::size_t leaves() const;
  std::size_t keys() const { return marks_.size() + links_.size(); }

  Tags const& tags_;
  std::vector<std::vector<TagId>> const& marks_;
  std::vector<LinkAnnotation> const& links_;
  std::vector<ObjectNumber> const& pages_;
  ObjectNumber first_;
  TagContent content_;
  std::vector<std::uint32_t> by_role_;             ///< tags in the order of their objects
  std::vector<std::uint32_t> place_;               ///< of each tag in that order
  std::map<TagId, std::string> extra_attributes_;  ///< bounds of figures, numbering of lists
};

}  // namespace tebiki::pdf
