#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/availability.hpp"
#include "model/date.hpp"
#include "model/document.hpp"

/// What the fields of records hold, each of its own type. Loading makes these values, once; nobody after it looks at
/// how they were written.
namespace tebiki::model {

/// An exact decimal number: 12.5 is 125 tenths. Without zeros at its end.
struct Decimal {
  std::int64_t digits = 0;
  std::uint8_t scale = 0;  ///< how many of the digits stand behind the point

  double approximate() const;
  friend bool operator==(Decimal, Decimal) = default;
};
/// 12.5, -3, .5; nothing for other texts and for more digits than eighteen.
std::optional<Decimal> parse_decimal(std::string_view text);
std::string text_of(Decimal number);
/// 1,234.5
std::string grouped_text(Decimal number);

/// Times of one day in minutes after midnight. One time alone has no range; `until` beyond 24:00 is on the next day.
struct TimeRange {
  static constexpr std::int16_t unsaid = -1;
  std::int16_t from = unsaid;
  std::int16_t until = unsaid;
  bool is_range = true;

  friend bool operator==(TimeRange, TimeRange) = default;
};
/// Times that are fully understood; such with other words (月〜金 9:00〜17:00) are text.
struct Hours {
  static constexpr std::size_t most = 4;
  std::array<TimeRange, most> ranges{};
  std::uint8_t count = 0;

  friend bool operator==(Hours const&, Hours const&) = default;
};
/// 9:00〜12:00、13:00〜17:00; 17:00〜翌9:00 where the range ends on the next day.
std::string text_of(Hours const& hours);

/// Degrees north and east.
struct Coordinates {
  Decimal latitude;
  Decimal longitude;
};

/// What one fiscal year had or is to have.
struct YearFigure {
  enum class Kind : std::uint8_t { actual, plan, expected, cancelled, uncounted };
  std::int16_t year = 0;  ///< in which the fiscal year begins
  Kind kind = Kind::actual;
  Decimal number;          ///< 0 where it was cancelled or is not counted yet
  std::string note;        ///< 9月末現在
  bool so_far = false;     ///< the note says that the year was not over: 現在, 時点, まで

  bool has_number() const { return kind != Kind::cancelled && kind != Kind::uncounted; }

  friend bool operator==(YearFigure const&, YearFigure const&) = default;
};
/// Figures year by year, a year's plan and what came of it as two, in the order in which they were written.
struct Series {
  std::vector<YearFigure> figures;
};
/// 令和5年度
std::string fiscal_year_text(int year);
/// 令和5
std::string era_year_text(int year);
/// A fiscal year in little room: R and 5. The letter is empty before 明治, the number then Gregorian.
struct ShortYear {
  std::string letter;
  int number = 0;
};
ShortYear short_fiscal_year(int year);
/// 令和5年度 6（9月末現在）、令和6年度 計画 18、令和7年度 中止; loading reads this form again.
std::string text_of(Series const& series);

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

using FieldVariant = std::variant<std::monostate, std::string, Decimal, bool, Date, Hours, Coordinates, Availability, Blocks,
                                  Series, FieldValues, FieldRows>;
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
/// A telephone number, an address of the web, a choice, a reference (`facilities/aoba`) or the path of an image is a
/// text whose meaning the kind tells.
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

/// The value in the one form in which it is compared, filtered and exported: 12.5, true, 2026-04-01, yes; empty where it
/// holds several.
std::string exported_text(FieldValue const& value);

/// What a value is sorted by, the second number where the first ones are equal: numbers by size, days and hours by when
/// they begin, places from the south, a series by its latest year, answers as ○ △ × —. Nothing for what is sorted by
/// its words.
std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value);

/// The words of blocks for where only inlines can stand, such as the cell of a table: paragraphs, headings and the items
/// of lists one below the other. Tables and pictures are left out.
Inlines lines_of(Blocks const& blocks);

}  // namespace tebiki::model
