#pragma once
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

}  // namespace tebiki::loading
