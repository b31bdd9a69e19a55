#pragma once
#include "loading/records/records.hpp"
#include "loading/site_file.hpp"

namespace tebiki::loading {

/// Resolves every reference of pages, parts, record bodies, record fields, menu and scenes, what QR codes lead to and
/// what views ask for, by the index of the site: names of before become those of today, `ref:offices/aoba` in a field
/// the id `aoba`, a publication's heading (`care-guide#sec`) that of its part. Looks for the pictures, too. Linear in
/// blocks and records. Errors: names that lead nowhere, headings that do not exist, missing pictures; not what may only
/// be missing because a file could not be read.
void resolve_references(model::Site& site, base::Diagnostics& diagnostics);

/// Two things with one URL, or an alias with that of something else: an error that names both files.
void check_urls(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
