#include "pdf/tagging/role_names.hpp"

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

}  // namespace tebiki::pdf
