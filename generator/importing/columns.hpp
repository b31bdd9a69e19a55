#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/csv.hpp"
#include "base/diagnostics.hpp"

namespace tebiki::importing {

/// The columns of 介護サービス情報公表システム that are read.
enum class Column {
  municipality_code,
  prefecture,
  municipality,
  name,
  kana,
  service,
  address,
  building,
  latitude,
  longitude,
  tel,
  fax,
  corporate_number,
  corporation,
  office_number,
  days,
  days_note,
  capacity,
  url,
  note,
};
inline constexpr std::size_t column_count = 20;

/// What the column is called in messages.
base::Message label(Column column);

/// Where each column stands in one file.
using Columns = std::array<std::optional<std::size_t>, column_count>;

/// Reads the header row in any of its spellings (No/NO, コ―ド with U+2015, blanks inside). Nothing when columns are
/// missing, after an error that names them.
std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
