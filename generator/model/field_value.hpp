#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/document.hpp"
#include "model/typed_values.hpp"

/// What the fields of records hold, each of its own type. Loading makes these values, once; nobody after it looks at
/// how they were written.
namespace tebiki::model {

struct FieldValue;
struct FieldValues {
  std::vector<FieldValue> items;
};
/// One row of a field of rows: its values in the order of the field's own fields, absent ones left out.
struct FieldRow {
  std::vector<FieldValue> values;
  base::SourceLocation at;

  FieldValue const* find(std::uint16_t slot) const;
};
struct FieldRows {
  std::vector<FieldRow> rows;
};

using FieldVariant = std::variant<std::monostate, std::string, Decimal, bool, Date, Hours, OpeningDays, Coordinates,
                                  Availability, Telephone, Url, Blocks, Series, FieldValues, FieldRows>;
/// Compiled once, as `BlockNode` is.
struct FieldData : FieldVariant {
  using FieldVariant::FieldVariant;
  using FieldVariant::operator=;
  FieldData();
  FieldData(FieldData const& other);
  FieldData(FieldData&& other) noexcept;
  FieldData& operator=(FieldData const& other);
  FieldData& operator=(FieldData&& other) noexcept;
  ~FieldData();
};

/// The value of one field. Which of the types it has follows from the kind of the field; text stands also for what
/// could not be read as that kind, which was reported or is allowed (運賃「応相談」).
/// A choice, a reference (`facilities/aoba`), the path of an image or the id of a video is a text whose meaning the
/// kind tells.
struct FieldValue {
  using Data = FieldData;
  FieldData data;
  base::SourceLocation at;
  std::uint16_t slot = 0;  ///< the field's

  bool is_absent() const { return std::holds_alternative<std::monostate>(data); }
  template <class Type>
  Type const* as() const {
    return std::get_if<Type>(&data);
  }
  std::string const* text() const { return as<std::string>(); }
  /// The values of a field that holds several; nullptr for a single one.
  std::vector<FieldValue> const* several() const;
};

/// The value in the one form in which it is compared, filtered and exported: 12.5, true, 2026-04-01, yes; what a file
/// may hold for it. Empty where it holds several.
std::string exported_text(FieldValue const& value);

/// What a value is sorted by, the second number where the first ones are equal: numbers by size, days and hours by when
/// they begin, places from the south, a series by its latest year, availability as ○ △ × —. Nothing for what is sorted
/// by its words.
std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value);

/// The words of blocks for where only inlines can stand, such as the cell of a table: paragraphs, headings and the
/// items of lists, behind their numbers or that bullet, one below the other. Tables and pictures are left out.
Inlines lines_of(Blocks const& blocks, std::string_view bullet);

}  // namespace tebiki::model
