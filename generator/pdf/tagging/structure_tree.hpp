/// The logical tree of a document, and how it is written.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tebiki::pdf {

enum class ObjectNumber : std::uint32_t;  // of file/pdf_document.hpp, which few users of the tree need

/// Standard structure types (ISO 32000-1 §14.8.4).
enum class Role : std::uint8_t {
  document,
  part,
  sect,
  div,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  block_quote,
  caption,
  toc,
  toci,
  index,
  l,
  li,
  lbl,
  lbody,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  figure,
  form,
  link,
  reference,
  note,
  code,
  span,
  ruby,
  rb,
  rt,
};

enum class TagId : std::uint32_t { artifact = 0xFFFFFFFF };

enum class Scope : std::uint8_t { none, column, row };

/// How the labels of a list's items are made (ISO 32000-1 §14.8.5.5): of words of their own, of marks, by counting.
enum class Numbering : std::uint8_t { unlabelled, own_words, disc, decimal };

/// What only few tags have.
struct TagDetail {
  std::string alternative;  ///< /Alt
  std::string actual_text;  ///< /ActualText
  Scope scope = Scope::none;
  Numbering numbering = Numbering::unlabelled;
  std::uint16_t row_span = 1;
  std::uint16_t column_span = 1;
};

/// The logical tree of a document, beside its frames. Tag 0 is the Document root.
/// A tag is added after its parent and in logical order among its siblings; its own content is whatever
/// the frames mark with its id, on as many pages as they like, so nothing needs rejoining.
/// A hundred thousand rows must fit: a tag is eight bytes.
class StructureTree {
 public:
  StructureTree() : nodes_{{TagId::artifact, Role::document}} {}
  static constexpr TagId root{0};

  TagId add(TagId parent, Role role) {
    nodes_.push_back({parent, role});
    return TagId(nodes_.size() - 1);
  }
  TagDetail& detail(TagId tag) { return details_[tag]; }
  TagDetail const* find_detail(TagId tag) const {
    auto found = details_.find(tag);
    return found == details_.end() ? nullptr : &found->second;
  }
  std::size_t size() const { return nodes_.size(); }
  Role role(TagId tag) const { return nodes_[std::size_t(tag)].role; }
  TagId parent(TagId tag) const { return nodes_[std::size_t(tag)].parent; }

 private:
  struct Node {
    TagId parent;
    Role role;
  };
  std::vector<Node> nodes_;
  std::map<TagId, TagDetail> details_;
};

/// The name of a standard structure type, without its slash (ISO 32000-1 §14.8.4).
inline char const* name_of(Role role) {
  constexpr std::array names{"Document", "Part",  "Sect",       "Div",     "H1",    "H2",   "H3",    "H4", "H5",
                             "H6",       "P",     "BlockQuote", "Caption", "TOC",   "TOCI", "Index", "L",  "LI",
                             "Lbl",      "LBody", "Table",      "THead",   "TBody", "TR",   "TH",    "TD", "Figure",
                             "Form",     "Link",  "Reference",  "Note",    "Code",  "Span", "Ruby",  "RB", "RT"};
  static_assert(names.size() == std::size_t(Role::rt) + 1);
  return names[std::size_t(role)];
}

/// Tags of a piece of text that is laid out before its place in the tree is known (cells are, on several
/// threads). Numbers in items refer to this list: 0 is the tag that will own the text, i + 1 the list's element i.
struct LocalTag {
  std::uint32_t parent = 0;
  Role role = Role::span;
  TagDetail detail;
};
using LocalTags = std::vector<LocalTag>;

inline constexpr TagId owner_tag{0};

/// Adds the tags below `owner` and says which tag stands for each local number.
inline std::vector<TagId> attach_tags(StructureTree& tags, TagId owner, LocalTags const& local) {
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

/// A link or the widget of a field: its annotation, and the tag that owns it.
struct TaggedAnnotation {
  TagId tag = TagId::artifact;
  std::size_t page = 0;
  ObjectNumber object{};
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
