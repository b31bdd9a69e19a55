#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tebiki::pdf {

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

/// What only few tags have.
struct TagDetail {
  std::string alternative;  ///< /Alt
  std::string actual_text;  ///< /ActualText
  Scope scope = Scope::none;
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

}  // namespace tebiki::pdf
