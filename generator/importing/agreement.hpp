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

/// What the rows agree on: the value of most of them, among equals the first, in its fullest spelling. `present` is
/// the key of what the list has now; a claim equal to it wins. Every other value is a warning that names both rows.
/// Empty without claims.
std::string agreed(std::vector<Claim> const& claims, std::string_view present, support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
