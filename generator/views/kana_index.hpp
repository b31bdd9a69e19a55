#pragma once
#include <span>
#include <string_view>

#include "base/diagnostics.hpp"
#include "views/sorted_lists.hpp"

namespace tebiki::views {

/// The 五十音 index of all records that stand as entries or rows in these blocks, each once: by あ-row heads,
/// within them by reading (ja collation). n log n in records.
model::Index kana_index(std::span<model::Blocks* const> parts, SortedLists const& lists);

/// Warns once for each list with records in the index whose names are in kanji and have no reading.
void report_missing_readings(model::Index const& index, SortedLists const& lists, base::Diagnostics& diagnostics);

constexpr std::size_t kana_row_count = 10;
/// The place of a reading's head among あかさたなはまやらわ; `kana_row_count` where it has none.
std::size_t kana_row_place(std::string_view reading);

bool holds_index(model::Blocks const& blocks);
/// Puts `index` wherever an `index` directive stood.
void fill_index(model::Blocks& blocks, model::Index const& index);

}  // namespace tebiki::views
