#pragma once
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// A day on which something appears or is withdrawn because of its publishing period.
struct DatedChange {
  model::Date day;
  std::string what;  ///< what it is called: its title or name
  enum class Kind { appears, disappears } kind = Kind::appears;
};

/// The next day after `today` on which the site would show something else though nobody edits it; nothing when there is
/// none. To be asked before `select`, which forgets pages and parts. Linear in records, pages and parts.
std::optional<DatedChange> next_change(model::Site const& site, model::Date today);

/// Takes out of the site what is not shown today: pages and parts go, records are put aside as withheld. A link to such
/// a thing becomes its plain words, a menu entry or a `qr` block is left out, each with a warning; a reference that
/// will end so within sixty days is told beforehand with its day. Linear in blocks and records.
void select(model::Site& site, model::Date today, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
