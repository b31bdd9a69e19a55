#pragma once
#include <string>

#include "views/site_index.hpp"

namespace tebiki::views {

/// Where a value stands among others of its field. Worked out once for each record.
struct Rank {
  enum class Presence { given, missing } presence = Presence::missing;  ///< missing ones come last
  double number = 0;
  std::string bytes;

  friend bool operator==(Rank const&, Rank const&) = default;
};

/// Numbers by size, dates by day, choices as the schema lists them or by reading, answers as ○ △ ×, all else by `ja`
/// collation.
/// Of several values the first counts.
Rank rank_of(SiteIndex const& site_index, model::Field const& field, model::FieldValue const* value);

bool before(Rank const& a, Rank const& b);

}  // namespace tebiki::views
