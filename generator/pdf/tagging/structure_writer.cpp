#include "pdf/tagging/structure_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "pdf/file/pdf_document.hpp"

namespace tebiki::pdf {

namespace {

ByTag<std::uint32_t> children_of(StructureTree const& tags) {
  std::vector<std::uint32_t> below(tags.size() - 1);  // the root is nobody's child
  std::iota(below.begin(), below.end(), 1U);
  return {below, tags.size(), [&](std::size_t i) { return tags.parent(TagId(i + 1)); }};
}

ByTag<Mark> marks_of(StructureTree const& tags, std::vector<std::vector<TagId>> const& marks) {
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

TagContent::TagContent(StructureTree const& tags, std::vector<std::vector<TagId>> const& marks,
                       std::vector<TaggedAnnotation> const& links)
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

namespace {

constexpr std::size_t root_object = 0, parent_tree_object = 1, identifiers_object = 2, first_tag_object = 3;
constexpr std::size_t keys_in_a_leaf = 32;
constexpr std::size_t no_page = std::size_t(-1);

/// Identifiers sort as their tags do, because a name tree must be sorted.
void append_identifier(std::string& to, std::size_t tag) {
  to += "(n";
  append_hex(to, std::uint16_t(tag >> 16));
  append_hex(to, std::uint16_t(tag));
  to += ')';
}

void append_entry(std::string& to, char const* key, std::size_t value) {
  to += key;
  append_integer(to, std::int64_t(value));
}

char const* name_of(Numbering numbering) {
  if (numbering == Numbering::decimal) return "Decimal";
  return numbering == Numbering::disc ? "Disc" : "None";
}

/// `<</O/Table/Scope/Column/RowSpan 2>>` or `<</O/List/ListNumbering/Decimal>>`, as PDF/UA asks, or empty.
std::string attributes_of(TagDetail const& detail) {
  if (detail.numbering != Numbering::unlabelled)
    return fmt::format("<</O/List/ListNumbering/{}>>", name_of(detail.numbering));
  std::string entries;
  if (detail.scope != Scope::none) entries += detail.scope == Scope::row ? "/Scope/Row" : "/Scope/Column";
  if (detail.row_span > 1) entries += fmt::format("/RowSpan {}", detail.row_span);
  if (detail.column_span > 1) entries += fmt::format("/ColSpan {}", detail.column_span);
  return entries.empty() ? "" : "<</O/Table" + entries + ">>";
}

}  // namespace

StructureWriter::StructureWriter(StructureTree const& tags, std::map<TagId, std::string> attributes,
                                 std::vector<std::vector<TagId>> const& marks,
                                 std::vector<TaggedAnnotation> const& links, std::vector<ObjectNumber> const& pages,
                                 ObjectNumber first)
    : tags_(tags),
      marks_(marks),
      links_(links),
      pages_(pages),
      first_(first),
      content_(tags, marks, links),
      by_role_(tags_.size()),
      place_(tags_.size()),
      extra_attributes_(std::move(attributes)) {
  std::iota(by_role_.begin(), by_role_.end(), 0U);
  std::ranges::stable_sort(by_role_, {}, [&](std::uint32_t tag) { return tags_.role(TagId(tag)); });
  for (std::uint32_t place = 0; place < by_role_.size(); ++place) place_[by_role_[place]] = place;
}

std::size_t StructureWriter::leaves() const { return (keys() + keys_in_a_leaf - 1) / keys_in_a_leaf; }
std::size_t StructureWriter::count() const { return first_tag_object + tags_.size() + leaves(); }

ObjectNumber StructureWriter::object(TagId tag) const { return numbered(first_tag_object + place_[std::size_t(tag)]); }

void StructureWriter::write(std::size_t index, std::string& to) const {
  if (index == root_object) return write_root(to);
  if (index == parent_tree_object) return write_parent_tree(to);
  if (index == identifiers_object) return write_identifiers(to);
  std::size_t place = index - first_tag_object;
  place < tags_.size() ? write_tag(by_role_[place], to) : write_leaf(place - tags_.size(), to);
}

void StructureWriter::write_root(std::string& to) const {
  to += "<</Type/StructTreeRoot/K " + reference(object(StructureTree::root)) + "/ParentTree " +
        reference(numbered(parent_tree_object)) + "/IDTree " + reference(numbered(identifiers_object));
  append_entry(to, "/ParentTreeNextKey ", keys());
  to += ">>";
}

void StructureWriter::write_parent_tree(std::string& to) const {
  to += "<</Kids[";
  for (std::size_t leaf = 0; leaf < leaves(); ++leaf) {
    append_reference(to, numbered(first_tag_object + tags_.size() + leaf));
    to += ' ';
  }
  to += "]>>";
}

/// From a page's marks, or a link, to the tag that owns them.
void StructureWriter::write_leaf(std::size_t leaf, std::string& to) const {
  std::size_t from = leaf * keys_in_a_leaf, end = std::min(keys(), from + keys_in_a_leaf);
  append_entry(to, "<</Limits[", from);
  append_entry(to, " ", end - 1);
  to += "]/Nums[";
  for (std::size_t key = from; key < end; ++key) {
    append_integer(to, std::int64_t(key));
    to += ' ';
    if (key >= marks_.size()) {
      append_reference(to, object(links_[key - marks_.size()].tag));
      to += ' ';
      continue;
    }
    to += '[';
    for (TagId owner : marks_[key]) {
      append_reference(to, object(owner));
      to += ' ';
    }
    to += "]\n";
  }
  to += "]>>";
}

void StructureWriter::write_identifiers(std::string& to) const {
  to += "<</Names[";
  for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
    if (tags_.role(TagId(tag)) != Role::note) continue;
    append_identifier(to, tag);
    append_reference(to, object(TagId(tag)));
    to += ' ';
  }
  to += "]>>";
}

/// The page that the tag's marks are on unless they say otherwise.
std::size_t StructureWriter::page_of(std::size_t tag) const {
  auto marks = content_.marks(tag);
  return marks.empty() ? no_page : marks.front().page;
}

void StructureWriter::write_tag(std::size_t tag, std::string& to) const {
  Role role = tags_.role(TagId(tag));
  to += "<</S/";
  to += name_of(role);
  to += "/P ";
  append_reference(to, tag == 0 ? first_ : object(tags_.parent(TagId(tag))));
  if (auto page = page_of(tag); page != no_page) to += "/Pg " + reference(pages_[page]);
  if (role == Role::note) {
    to += "/ID";
    append_identifier(to, tag);
  }
  if (auto const* detail = tags_.find_detail(TagId(tag))) {
    if (!detail->alternative.empty()) to += "/Alt" + text_string(detail->alternative);
    if (!detail->actual_text.empty()) to += "/ActualText" + text_string(detail->actual_text);
  }
  write_attributes(tag, to);
  write_kids(tag, to);
  to += ">>";
}

void StructureWriter::write_attributes(std::size_t tag, std::string& to) const {
  if (auto const* detail = tags_.find_detail(TagId(tag)))
    if (auto attributes = attributes_of(*detail); !attributes.empty()) to += "/A" + attributes;
  if (auto found = extra_attributes_.find(TagId(tag)); found != extra_attributes_.end()) to += "/A" + found->second;
}

/// Child tags in their order; a mark stands before the first child that appears after it.
void StructureWriter::write_kids(std::size_t tag, std::string& to) const {
  auto children = content_.children(tag);
  auto marks = content_.marks(tag);
  auto links = content_.links(tag);
  std::size_t count = children.size() + marks.size() + links.size();
  if (count == 0) return;
  to += count == 1 ? "/K " : "/K[";
  std::size_t next = 0, page = page_of(tag);
  auto write_marks_before = [&](Mark place) {
    for (; next < marks.size() && marks[next] < place; ++next) write_mark(marks[next], page, to);
  };
  for (std::uint32_t child : children) {
    if (auto place = content_.first(child); place != TagContent::never) write_marks_before(place);
    append_reference(to, object(TagId(child)));
    to += ' ';
  }
  write_marks_before(TagContent::never);
  for (auto const& link : links) write_link(link, to);
  if (count > 1) to += ']';
}

void StructureWriter::write_mark(Mark mark, std::size_t tag_page, std::string& to) const {
  if (mark.page == tag_page) {
    append_integer(to, mark.id);
    to += ' ';
    return;
  }
  to += "<</Type/MCR/Pg " + reference(pages_[mark.page]);
  append_entry(to, "/MCID ", mark.id);
  to += ">>";
}

void StructureWriter::write_link(TaggedAnnotation const& link, std::string& to) const {
  to += "<</Type/OBJR/Pg " + reference(pages_[link.page]) + "/Obj " + reference(link.object) + ">>";
}

}  // namespace tebiki::pdf
