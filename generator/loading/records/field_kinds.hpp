#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

/// What texts mean for the fields of each kind. A kind has one function and one row in the table of field_kinds.cpp.
/// The functions stand there too, and here where they stand with those of their kin in contacts.cpp, dates.cpp,
/// hours.cpp and series.cpp.
namespace tebiki::loading {

/// Why a text is not what its field's kind asks for: the end of 「電話番号「0463-00」は…」, and the remedy.
struct FormatMistake {
  base::Message is;  ///< ja: `桁数が合いません。` en: `has the wrong number of digits.`
  base::Message hint;
};

/// Where a text stands: in a cell people and spreadsheets write more forms (○, ¥1,500) than a file of JSON or a front
/// matter may hold.
enum class Form { file, cell };

/// A value and what is wrong with it. What could not be read stays text.
struct ReadValue {
  model::FieldValue::Data data;
  std::optional<FormatMistake> mistake = std::nullopt;
};

/// Whether words of the site are to be filled into the text ({{site.contact.tel}}).
bool waits_for_site_words(std::string_view text);
/// Reads one text for the field; linear in it, and no regular expression is involved. A telephone number or address
/// into which words of the site are to be filled stays text until then: see `check_site_words`.
ReadValue read_text(model::Field const& field, std::string_view text, Form form);
/// The same for what JSON and YAML have besides texts: a number, true, two numbers. What else it is, is wrong.
ReadValue read_other(model::Field const& field, model::FieldValue::Data data);
/// Makes of what a view asks for, written as in a cell, the text that records have: 9:00-17:00 is 9:00〜17:00,
/// 令和8年4月1日 is 2026-04-01. False after an error. Words are wrong where the value can only be a number; what is no
/// answer is left to the view, which names the answers that there are.
bool read_wanted(model::Field const& field, model::Value& value, base::Diagnostics& diagnostics);
/// What is wrong with a text in a file for a field of that kind; nothing when all is well.
std::optional<FormatMistake> format_mistake(model::FieldKind kind, std::string_view text);

/// Why the digits are no number that can be kept: there are more than eighteen of them; nothing for all other texts.
std::optional<FormatMistake> too_many_digits(std::string_view text);

/// The remedy for a text where a number is wanted: in one that is full-width or stands in quotation marks it is seen.
base::Message number_remedy(std::string_view text);

/// Reports the text that a setting has where it is not what that kind asks for.
void check_format(model::Value const& settings, std::string_view key, std::string_view label, model::FieldKind kind,
                  base::Diagnostics& diagnostics);

// ---- kinds that have files of their own ----

/// Japanese numbers of 10 or 11 digits with hyphens or brackets, short ones (119, #7119), +81; 内線 may follow.
ReadValue read_telephone(model::Field const& field, std::string_view text, Form form);
ReadValue read_email(model::Field const& field, std::string_view text, Form form);
/// http, https, mailto and tel only.
ReadValue read_uri(model::Field const& field, std::string_view text, Form form);
/// 254-0043.
ReadValue read_postal_code(model::Field const& field, std::string_view text, Form form);
/// A day as `day_in` reads it.
ReadValue read_date(model::Field const& field, std::string_view text, Form form);
/// Times alone become ranges, anything else beside them stays text; times that do not exist are refused.
ReadValue read_hours(model::Field const& field, std::string_view text, Form form);
/// R5 6（9月末現在）、R6 計画 18、R7 中止: years of any era or Gregorian ones, in any order, no year's twice and
/// none left out in between; R5 未集計 where it is not known yet.
ReadValue read_series(model::Field const& field, std::string_view text, Form form);

/// Latitude and longitude, in Japan.
ReadValue read_place(model::Decimal latitude, model::Decimal longitude);
/// 9:00〜17:00 of the opening and closing time, each of which may be absent; of several at once (9:00、13:00 and
/// 12:00、17:00) each with its own. Text where one of them is.
ReadValue join_hours(model::FieldValue const* opening, model::FieldValue const* closing);

/// The whole telephone numbers between other words.
std::vector<std::string> telephones_in(std::string_view text);

// ---- days ----

/// 2026-04-01, 2026/4/1, 令和8年4月1日(水), R8.4.1, 平2.10.17; nothing for any other form and for days that do not
/// exist.
std::optional<model::Date> day_in(std::string_view text);

/// A month or day that words name: 8月8日（予定）, 令和5年8月, 2026/4/2(木), 4/2（木）.
struct NamedDay {
  std::optional<int> year;  ///< that stands beside it, or beside the day before in 令和8年4月2日（木）・9日（木）
  int month = 0;
  std::optional<int> day;
  std::optional<int> weekday;  ///< that is said of it; 0 is Sunday
  base::SourceLocation at;     ///< bytes of the words, without a file

  /// Whether there is such a day; without its year, whether there ever is.
  bool exists() const;
};
/// All of them, in the order of the words. Linear.
std::vector<NamedDay> named_days(std::string_view words);
/// Takes (木), (木・祝), (木曜日) or 木曜日 from the beginning of words, 0 for Sunday. Digits and signs are ASCII
/// there.
std::optional<int> take_weekday(std::string_view& words);
/// 木 and Thursday for 4; 0 is Sunday.
base::Message weekday_named(int day);

/// What is wrong with a day that words name.
struct DayDoubt {
  std::string_view code;
  base::Message message, hint;
  base::SourceLocation at;  ///< bytes of the words, without a file
};
/// The year of a month and day where the words do not say it; nothing where it is not certain.
using YearOfDay = std::function<std::optional<int>(int month, int day)>;
/// Days that do not exist (2月30日), and weekdays that are not theirs where the year is certain.
std::vector<DayDoubt> doubts_of_days(std::string_view words, YearOfDay const& year_of_day);

/// Whether words stand in their file byte by byte as they are, or are the value at a place.
enum class WordsPlace { verbatim, value };
/// Warns of the doubts of words that are no record's.
void tell_of_days(std::string_view words, base::SourceLocation at, WordsPlace place, base::Diagnostics& diagnostics);
void tell_of_days(model::Blocks const& blocks, base::Diagnostics& diagnostics);

/// 令和8年度, R8, 2026年度: the year in which it begins.
std::optional<int> fiscal_year_in(std::string_view text);

// ---- times ----

/// What words say of the days and times at which somebody is there.
struct ReadWeeklyHours {
  std::vector<model::WeeklyHours> hours;      ///< none where they say more, or less, than days and times
  std::optional<FormatMistake> mistake = {};  ///< a time that does not exist, an end before the beginning
};
/// 月〜金 8:30〜17:15（祝日を除く）, 平日 9:00〜12:00、13:00〜17:00, 月〜金 9:00〜18:00、土 9:00〜12:00,
/// 毎日 22:00〜6:00, 24時間.
ReadWeeklyHours read_weekly_hours(std::string_view text);

/// Whether one of its ranges is 9:00〜9:00: no time at all, or all day.
bool ends_when_it_begins(model::Hours const& hours);
/// Whether one of its ranges begins before another one is over: 9:00〜12:00、11:00〜17:00.
bool overlap(model::Hours const& hours);

constexpr int noon = model::minutes_of_day / 2;

/// Times that stand alone in a text: 9時半 → 9:30, 午後1時30分 → 13:30, 9時〜17時 and 9:00-17:00 → 9:00〜17:00,
/// 9:00～12:00，13時から17時 → 9:00〜12:00、13:00〜17:00, 21:00〜翌6:00, Excel's 0.375 → 9:00.
/// Nothing when there are other words or a time that does not exist.
std::optional<model::Hours> hours_in(std::string_view text);

/// The end of a range in minutes: one that begins after noon and ends earlier than it begins ends on the next day
/// (17:00〜9:00).
std::int16_t until_after(std::int16_t from, std::int16_t until);

}  // namespace tebiki::loading
