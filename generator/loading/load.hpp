#pragma once
#include "model/print_style.hpp"
#include "model/site.hpp"
#include "support/diagnostics.hpp"
#include "support/files.hpp"
#include "support/source.hpp"

namespace tebiki::loading {

/// Reads a whole content folder. Every mistake of every file goes to `diagnostics`; what could be read is returned,
/// so one broken file does not hide the mistakes of the others.
/// Records, pages and parts are kept with their publishing periods, whatever the day: `select` follows. `today` is what
/// the dates in records are compared with.
model::Site load(support::FileTree const& content, model::Date today, unsigned jobs, support::Sources& sources,
                 support::Diagnostics& diagnostics);

/// Reads `print/<edition>.json` of the template folder; names that it does not know are errors.
model::PrintStyle load_print_style(support::FileTree const& templates, std::string const& edition,
                                   support::Sources& sources, support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
