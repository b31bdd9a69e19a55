#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "importing/source_row.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::importing {

/// What one row says of something.
struct Claim {
  enum class Standing { main, minor };

  std::string text;
  std::string key;  ///< equal for spellings of the same
  SourceRow const* row = nullptr;
  Column column = Column::name;
  Standing standing = Standing::main;  ///< a minor one holds only where there is no main one
};

/// What was known of the same thing before; both empty when nothing.
struct Present {
  std::string_view text;
  std::string key;
};

/// Whether two keys that differ say nothing against one another.
using Compatible = bool (*)(std::string_view, std::string_view);
bool never_compatible(std::string_view one, std::string_view other);
bool always_compatible(std::string_view one, std::string_view other);

/// What the rows agree on: the value of most of them, among equals the first, but before all the one that was known
/// before, for somebody may have found out. Every other value that is not compatible is a warning that names both
/// rows. Of its spellings the fullest is taken, the known one among equals. Empty without claims.
std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
