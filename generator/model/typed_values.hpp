#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"

/// The types of the values that content holds, and how they are written in content files, in exports and in messages to
/// staff: in Japanese, whatever the language of the site. What readers see is made of `Words`, in list.hpp.
namespace tebiki::model {

/// A day of the proleptic Gregorian calendar, in Asia/Tokyo.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend auto operator<=>(Date const&, Date const&) = default;
};

/// Reads `YYYY-MM-DD`; nothing for any other form and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);
Date day_after(Date date);
/// The first day of the month after that of `date`.
Date next_month(Date date);
/// 0 is Sunday.
int day_of_week(Date date);
std::string iso(Date date);
/// The year in which the fiscal year of that day began: it goes from April to March.
int fiscal_year_of(Date date);

/// Days of the week, Sunday first.
using Weekdays = std::array<bool, 7>;
/// 月〜土, 月・水・金, 月曜日〜金曜日, 土日, 平日, 毎日, 無休; nothing for words that say anything more. The words for
/// whole weeks are those by which the search box is asked (`search.understand-…` of templates/words/ja.json).
std::optional<Weekdays> parse_weekdays(std::string_view words);
/// The same of the days with which the words begin, which are cut off.
std::optional<Weekdays> take_weekdays(std::string_view& words);

/// A year of the Japanese calendar. Before 明治 there is no era, and the number is Gregorian.
struct EraYear {
  std::string era;     ///< 令和
  std::string letter;  ///< R
  int number = 0;
};
EraYear era_year(Date day);
/// By the era in which the fiscal year that begins in `year` ends: the one from April 2019 is the first of 令和.
EraYear fiscal_era_year(int year);

/// The days on which something is shown: from `from` to `until`, both included, and without an end where one is absent.
struct PublishingPeriod {
  std::optional<Date> from;
  std::optional<Date> until;

  bool includes(Date day) const { return !(from && day < *from) && !(until && *until < day); }
  bool is_limited() const { return from || until; }
  /// The first day after `day` on which this is shown and was not the day before, or the other way round.
  std::optional<Date> next_change(Date day) const;
};

/// The first day from `today` on on which `holder` is shown and `target` is not; nothing when there is none.
std::optional<Date> first_day_without(PublishingPeriod const& target, PublishingPeriod const& holder, Date today);

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

/// What an office says of something that it may be able to do: ○ △ × —. Absent means unanswered, which is never shown
/// as no.
enum class Availability { yes, ask, no, unanswered };
/// ○ △ × —
char const* sign(Availability availability);
/// What stands for it in files: yes, ask, no, unanswered.
std::string_view key_of(Availability availability);
/// What people write as ○, 〇, 可, △, 要相談, ×, — …, or by its word or key; nothing for other words.
std::optional<Availability> parse_availability(std::string_view text);
/// Of あり, なし, ○, ×, はい … whether it is so; nothing for other words.
std::optional<bool> parse_boolean(std::string_view text);

/// A telephone number as it is written and as it is called. Both in one string, so that a `FieldValue` stays small.
class Telephone {
 public:
  Telephone() = default;
  Telephone(std::string_view written, std::string_view address);

  bool empty() const { return text_.empty(); }
  /// 0463-00-0011（内線12）
  std::string_view written() const { return std::string_view(text_).substr(0, written_); }
  /// The address that calls it (RFC 3966): `tel:0463000011;ext=12`, `tel:%237119`; empty where nothing can be dialled.
  std::string_view address() const { return std::string_view(text_).substr(written_); }

  friend bool operator==(Telephone const&, Telephone const&) = default;

 private:
  std::string text_;
  std::uint32_t written_ = 0;  ///< the length of what is written
};
/// A number however it is written, the first one where there are several; what follows a complete one, such as hours in
/// brackets, is no part of it. Linear.
Telephone parse_telephone(std::string_view written);
/// Whether what is dialled – digits, perhaps behind + or # – is a whole number of Japan's numbering plan (MIC):
/// 0463000011, +81463000011, 119, #7119.
bool is_whole_telephone(std::string_view dialled);

struct Url {
  std::string address;  ///< http, https, mailto or tel; anything else was refused while loading

  friend bool operator==(Url const&, Url const&) = default;
};
/// Whether an address is one of the web: http, https.
bool is_web_address(std::string_view address);
/// Whether it begins with a scheme that a `Url` may have, and goes on behind it.
bool has_url_scheme(std::string_view address);

/// Times of one day in minutes after midnight. One time alone has no range; `until` beyond 24:00 is on the next day.
struct TimeRange {
  static constexpr std::int16_t unsaid = -1;
  std::int16_t from = unsaid;
  std::int16_t until = unsaid;
  bool is_range = true;

  friend bool operator==(TimeRange, TimeRange) = default;
};
constexpr int minutes_of_day = 24 * 60;
/// 9:05
std::string clock_text(int minutes);
/// Times that are fully understood; such with other words (月〜金 9:00〜17:00) are text.
struct Hours {
  static constexpr std::size_t most = 4;
  std::array<TimeRange, most> ranges{};
  std::uint8_t count = 0;

  friend bool operator==(Hours const&, Hours const&) = default;
};
/// Whether they are one whole day, from 0:00 to 24:00.
bool are_all_day(Hours const& hours);
/// 9:00〜12:00、13:00〜17:00; 17:00〜翌9:00 where the range ends on the next day; 24時間.
std::string written_text(Hours const& hours);

/// Days and times that repeat each week: 月〜金 8:30〜17:15. Several of them have no day in common.
struct WeeklyHours {
  Weekdays days{};
  Hours hours;

  friend bool operator==(WeeklyHours const&, WeeklyHours const&) = default;
};

/// The days of the week on which an office is open; words that say more (第1土曜日も) are text.
struct OpeningDays {
  Weekdays days{};
  std::string written;  ///< 月〜土, 平日

  friend bool operator==(OpeningDays const&, OpeningDays const&) = default;
};

/// Degrees north and east.
struct Coordinates {
  Decimal latitude;
  Decimal longitude;
};
/// 35.3354,139.3496
std::string written_text(Coordinates const& place);
/// Whether a place lies in the rectangle from 沖ノ鳥島 to 択捉島; degrees north and east.
constexpr bool in_japan(double latitude, double longitude) {
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
}

/// What one fiscal year had or is to have.
struct YearFigure {
  enum class Kind : std::uint8_t { actual, plan, expected, cancelled, uncounted };
  std::int16_t year = 0;  ///< in which the fiscal year begins
  Kind kind = Kind::actual;
  Decimal number;       ///< 0 where it was cancelled or is not counted yet
  std::string note;     ///< 9月末現在
  bool so_far = false;  ///< the note says that the year was not over: 現在, 時点, まで

  bool has_number() const { return kind != Kind::cancelled && kind != Kind::uncounted; }

  friend bool operator==(YearFigure const&, YearFigure const&) = default;
};
/// Figures year by year, a year's plan and what came of it as two, in the order in which they were written.
struct Series {
  std::vector<YearFigure> figures;
};
/// 令和5年度 6（9月末現在）、令和6年度 計画 18、令和7年度 中止; loading reads this form again.
std::string written_text(Series const& series);

/// ・, before the items of lists.
std::string_view written_bullet();
/// 、 between values that are written one behind the other in one cell.
std::string_view written_separator();
/// The values one behind the other so that they can be read back: with ; between them where one has a 、 of its own.
std::string written_together(std::vector<std::string> const& values);
/// The wide blank between things that are written one behind the other.
std::string_view written_gap();
/// 令和8年4月1日.
std::string written_text(Date date);
/// 令和5年度
std::string written_fiscal_year(int year);

// ---- what JSON and YAML say, before a schema gives it types ----

struct Value;
struct Member;
using Values = std::vector<Value>;
using Object = std::vector<Member>;

using ValueVariant = std::variant<std::monostate, bool, double, std::string, Values, Object>;
/// Compiled once, as `BlockNode` is.
struct ValueData : ValueVariant {
  using ValueVariant::ValueVariant;
  using ValueVariant::operator=;
  ValueData();
  ValueData(ValueData const& other);
  ValueData(ValueData&& other) noexcept;
  ValueData& operator=(ValueData const& other);
  ValueData& operator=(ValueData&& other) noexcept;
  ~ValueData();
};

/// A piece of a JSON or YAML file, of which each part knows where it stood. What fields hold is `FieldValue`.
struct Value {
  ValueData data;
  base::SourceLocation at;

  bool is_null() const { return std::holds_alternative<std::monostate>(data); }
  bool const* boolean() const { return std::get_if<bool>(&data); }
  double const* number() const { return std::get_if<double>(&data); }
  std::string const* text() const { return std::get_if<std::string>(&data); }
  Values const* list() const { return std::get_if<Values>(&data); }
  Object const* object() const;
  /// The member of that name, or nullptr when there is none or this is no object. Linear in members.
  Value const* find(std::string_view key) const;
  /// The text of the member of that name, or empty.
  std::string_view text_of(std::string_view key) const;
};

struct Member {
  std::string key;
  base::SourceLocation key_at;
  Value value;
};

/// Each text in a value, constant or not, with its place, those inside lists and objects too; keys are none.
template <class AnyValue, class Visit>
void for_each_text_in(AnyValue& value, Visit const& visit) {
  std::visit(
      [&](auto& data) {
        using Data = std::remove_cvref_t<decltype(data)>;
        if constexpr (std::is_same_v<Data, std::string>) visit(data, value.at);
        if constexpr (std::is_same_v<Data, Values>) {
          for (auto& item : data) for_each_text_in(item, visit);
        }
        if constexpr (std::is_same_v<Data, Object>) {
          for (auto& member : data) for_each_text_in(member.value, visit);
        }
      },
      value.data);
}

/// A number as people write it: no exponent, no trailing zeros.
std::string plain_number(double number);

/// JSON text (RFC 8259); `indent` 0 gives one line, otherwise members stand on lines of their own.
std::string to_json(Value const& value, int indent = 0);
/// The same, but a number that was read from `sources` is written with the same digits as there: a `double` keeps
/// fifteen, 1234567890123456789 has more.
std::string to_json(Value const& value, int indent, base::Sources const& sources);

}  // namespace tebiki::model
