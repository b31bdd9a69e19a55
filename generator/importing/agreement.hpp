#pragma once
#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/source_row.hpp"

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

/// Two values of the source that contradict one another.
struct Conflict {
  std::string column;  ///< what it is called
  std::string taken;   ///< the keys of the value that was taken and of one that was not
  std::string other;

  friend auto operator<=>(Conflict const&, Conflict const&) = default;
};
using Conflicts = std::set<Conflict>;

/// Tells the conflicts of an office, each once: one that an earlier import told is told again when either value
/// changes.
struct ConflictReport {
  Conflicts told;  ///< by the last import
  base::Diagnostics& diagnostics;
  Conflicts now = {};  ///< those that stand, told now or before
};

/// What the rows agree on: the value of most of them, among equals the first, but before all the one that was known
/// before, for somebody may have found out. Every other value that is not compatible is a conflict; its warning
/// names both rows. Of its spellings the fullest is taken, the known one among equals. Empty without claims.
std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   ConflictReport& conflicts);

}  // namespace tebiki::importing
