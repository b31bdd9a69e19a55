#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "importing/source_row.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::importing {

/// What one row says of something.
struct Claim {
  std::string text;
  std::string key;  ///< equal for spellings of the same
  SourceRow const* row = nullptr;
  Column column = Column::name;
};

/// What the list has now of the same thing; both empty when nothing.
struct Present {
  std::string_view text;
  std::string key;
};

/// What the rows agree on: the value of most of them, among equals the first, but before all the one that the list
/// has now, for somebody may have found out. Every other value is a warning that names both rows. Of its spellings
/// the fullest is taken, the list's own among equals. Empty without claims.
std::string agreed(std::vector<Claim> const& claims, Present const& present, support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
