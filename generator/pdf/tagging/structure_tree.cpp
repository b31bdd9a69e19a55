#include "pdf/tagging/structure_tree.hpp"

#include <array>

namespace tebiki::pdf {

char const* name_of(Role role) {
  constexpr std::array names{"Document", "Part",      "Sect",       "Div",     "H1",    "H2",   "H3",    "H4", "H5",
                             "H6",       "P",         "BlockQuote", "Caption", "TOC",   "TOCI", "Index", "L",  "LI",
                             "Lbl",      "LBody",     "Table",      "THead",   "TBody", "TR",   "TH",    "TD", "Figure",
                             "Link",     "Reference", "Note",       "Code",    "Span",  "Ruby", "RB",    "RT"};
  static_assert(names.size() == std::size_t(Role::rt) + 1);
  return names[std::size_t(role)];
}

std::vector<TagId> attach_tags(StructureTree& tags, TagId owner, LocalTags const& local) {
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
