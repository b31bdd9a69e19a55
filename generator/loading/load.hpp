#pragma once
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/source.hpp"
#include "model/print_style.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// Reads a whole content folder. Every mistake of every file goes to `diagnostics`; what could be read is returned,
/// so one broken file does not hide the mistakes of the others.
/// Records, pages and parts are kept with their publishing periods, whatever the day: `select` follows. `today` is what
/// the dates in records are compared with.
model::Site load(base::FileTree const& content, model::Date today, unsigned jobs, base::Sources& sources,
                 base::Diagnostics& diagnostics);

/// Reads `print/<edition>.json` of the template folder; names that it does not know are errors.
model::PrintStyle load_print_style(base::FileTree const& templates, std::string const& edition, base::Sources& sources,
                                   base::Diagnostics& diagnostics);

/// Reads `words/<language>.json` of the template folder. Errors: a missing file, a word that the program asks for and
/// does not find, a name in braces that it does not fill in.
model::Words load_words(base::FileTree const& templates, std::string const& language, base::Sources& sources,
                        base::Diagnostics& diagnostics);

/// A day on which something appears or is withdrawn because of its publishing period, or on which one can no longer
/// apply for an event or come to it.
struct DatedChange {
  model::Date day;
  std::string what;  ///< what it is called: its title or name
  enum class Kind { appears, disappears, closes, is_over } kind = Kind::appears;
};

/// The next day after `today` on which the site would show something else though nobody edits it; nothing when there is
/// none. To be asked before `select`, which forgets pages and parts. Linear in records, pages and parts.
std::optional<DatedChange> next_change(model::Site const& site, model::Date today);

/// Takes out of the site what is not shown today: pages and parts go, records are put aside as withheld. A link to such
/// a thing becomes its plain words, a menu entry or a `qr` block is left out, each with a warning; a reference that
/// will end so within sixty days is told beforehand with its day. Linear in blocks and records.
void select(model::Site& site, model::Date today, base::Diagnostics& diagnostics);

/// The site as one of its areas shows it, to be made in a folder of its own: only what belongs to the area or to all,
/// with the area's contact. What it leaves out can still be linked to: `SiteIndex::is_elsewhere`. After `select`; its
/// words must have been loaded. Linear in records.
model::Site select_area(model::Site const& whole, model::Area const& area);

}  // namespace tebiki::loading
