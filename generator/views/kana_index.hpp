#pragma once
#include <span>

#include "base/diagnostics.hpp"
#include "views/site_index.hpp"

namespace tebiki::views {

/// The 五十音 index of all records that stand as entries or rows in these blocks, each once: by あ-row heads,
/// within them by reading (ja collation). n log n in records.
model::Index kana_index(std::span<model::Blocks* const> parts, SiteIndex const& site_index);

/// Warns once for each list with records in the index whose names are in kanji and have no reading.
void report_missing_readings(model::Index const& index, SiteIndex const& site_index, base::Diagnostics& diagnostics);

bool holds_index(model::Blocks const& blocks);
/// Puts `index` wherever an `index` directive stood.
void fill_index(model::Blocks& blocks, model::Index const& index);

}  // namespace tebiki::views
