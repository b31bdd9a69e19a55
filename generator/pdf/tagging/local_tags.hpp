#pragma once
#include <vector>

#include "pdf/frames.hpp"
#include "pdf/tags.hpp"

namespace tebiki::pdf {

/// Tags of a piece of text that is laid out before its place in the tree is known (cells are, on several threads).
/// Numbers in items refer to this list: 0 is the tag that will own the text, i + 1 the list's element i.
struct LocalTag {
  std::uint32_t parent = 0;
  Role role = Role::span;
  TagDetail detail;
};
using LocalTags = std::vector<LocalTag>;

inline constexpr TagId owner_tag{0};

/// Adds the tags below `owner` and says which tag stands for each local number.
std::vector<TagId> adopt(Tags& tags, TagId owner, LocalTags const& local);

/// Gives items and links their final tags and moves them to their place.
void settle(std::vector<Item>& items, std::vector<TagId> const& tags);
void settle(std::vector<LinkArea>& links, std::vector<TagId> const& tags);

/// The real tag of everything that belongs to the owner; for text that has no tags of its own.
void shift(Item& item, double x, double y);
void shift(std::vector<Item>& items, double x, double y);
void shift(std::vector<LinkArea>& links, double x, double y);
/// Everything becomes decoration: for what is repeated on a later page.
void make_artifacts(std::vector<Item>& items);

}  // namespace tebiki::pdf
