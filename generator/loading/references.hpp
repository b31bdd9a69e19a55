#pragma once
#include "loading/records/records.hpp"
#include "loading/site_file.hpp"

namespace tebiki::loading {

/// Looks up every reference and picture of pages, parts, record bodies, record fields, menu and scenes, and what QR
/// codes lead to. Errors:
/// names that lead nowhere, headings that do not exist, missing pictures.
/// A publication's heading (`care-guide#sec`) is turned into that of its part. Linear in blocks and records.
void check_references(model::Site& site, Absent const& absent, base::Diagnostics& diagnostics);

/// Two things with one URL, or an alias with that of something else: an error that names both files.
void check_urls(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
