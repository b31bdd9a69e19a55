// Days that words name: 8月8日（予定）, 令和5年8月, 2026/4/2(木). Some do not exist, some have a wrong weekday.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Date;

std::string_view without_blanks_behind(std::string_view words) {
  while (words.ends_with(' ')) words.remove_suffix(1);
  return words;
}

bool skip(std::string_view& words, std::string_view word) {
  bool const found = words.starts_with(word);
  if (found) words.remove_prefix(word.size());
  return found;
}

/// Words with ASCII for full-width digits, signs and blanks, and of each byte its place in them as they are written.
struct PlainWords {
  std::string text;
  std::vector<std::uint32_t> at;

  explicit PlainWords(std::string_view words) {
    text.reserve(words.size());
    at.reserve(words.size() + 1);
    for (std::size_t i = 0; i < words.size();) {
      auto const begin = i;
      auto const character = base::next_character(words, i);
      bool const full_width = character >= U'！' && character <= U'～';
      if (full_width || character == U'　') {
        text += full_width ? static_cast<char>(character - U'！' + U'!') : ' ';
        at.push_back(std::uint32_t(begin));
        continue;
      }
      text.append(words.substr(begin, i - begin));
      for (auto byte = begin; byte < i; ++byte) at.push_back(std::uint32_t(byte));
    }
    at.push_back(std::uint32_t(words.size()));
  }
};

/// What stands between two days that belong together: 4月2日（木）・9日（木）.
bool joins_days(std::string_view between) {
  constexpr std::array<std::string_view, 11> joints = {"、", "，", ",",    "・",   "〜", "~",
                                                       "-",  "と", "から", "及び", " "};
  auto const skip_one = [&] {
    return std::any_of(joints.begin(), joints.end(), [&](auto joint) { return skip(between, joint); });
  };
  while (skip_one()) {
  }
  return between.empty();
}

/// Takes the days out of words from left to right.
class DayScanner {
 public:
  explicit DayScanner(std::string_view words) : plain_(words), words_(plain_.text) {}

  std::vector<NamedDay> read() {
    for (std::size_t i = 0; i < words_.size();) {
      bool const number = base::is_digit(words_[i]);
      auto const end = number ? day_at(i) : std::nullopt;
      if (end)
        i = *end;
      else
        i = number ? std::min(words_.find_first_not_of("0123456789", i), words_.size()) : i + 1;
    }
    return std::move(days_);
  }

 private:
  /// A number of up to four digits.
  static std::optional<int> take_number(std::string_view& words, std::size_t most_digits) {
    auto const length = std::min(words.find_first_not_of("0123456789"), words.size());
    if (length == 0 || length > most_digits) return std::nullopt;
    int number = 0;
    std::from_chars(words.data(), words.data() + length, number);
    words.remove_prefix(length);
    return number;
  }

  /// Where the day that begins with a number ends; nothing where there is none.
  std::optional<std::size_t> day_at(std::size_t begin) {
    auto rest = words_.substr(begin);
    auto const number = take_number(rest, 4);
    if (!number) return std::nullopt;
    auto const day = skip(rest, "月")   ? day_of_month(begin, *number, rest)
                     : skip(rest, "日") ? day_alone(begin, *number, rest)
                                        : day_of_numbers(begin, *number, rest);
    if (!day) return std::nullopt;
    return keep(*day, begin, words_.size() - rest.size());
  }

  /// 8月8日, 令和5年8月.
  std::optional<NamedDay> day_of_month(std::size_t begin, int month, std::string_view& rest) const {
    if (month > 99) return std::nullopt;
    NamedDay day{year_before(words_.substr(0, begin)), month, {}, {}, {}};
    auto behind = rest;
    while (skip(behind, " ")) {
    }
    auto const number = take_number(behind, 2);
    if (!number || !skip(behind, "日")) return day;
    for (std::string_view more : {"間", "分", "以", "目"}) {
      if (behind.starts_with(more)) return day;
    }
    day.day = number;
    rest = behind;
    day.weekday = take_weekday(rest);
    return day;
  }

  /// 9日（木） behind 4月2日.
  std::optional<NamedDay> day_alone(std::size_t begin, int number, std::string_view& rest) const {
    auto const weekday = take_weekday(rest);
    if (!weekday || number > 31 || !joins_last(begin)) return std::nullopt;
    return NamedDay{{}, days_.back().month, number, weekday, {}};
  }

  /// 2026-04-02, R8.4.2; 4/2 with a weekday.
  std::optional<NamedDay> day_of_numbers(std::size_t begin, int first, std::string_view& rest) const {
    auto const separator = rest.substr(0, 1);
    if (separator != "/" && separator != "-" && separator != ".") return std::nullopt;
    skip(rest, separator);
    auto const second = take_number(rest, 2);
    if (!second) return std::nullopt;
    if (skip(rest, separator)) {
      auto const third = take_number(rest, 2);
      auto const year = year_of(first, words_.substr(0, begin));
      if (!third || !year || *second > 12 || *third > 31) return std::nullopt;
      return NamedDay{year, *second, third, take_weekday(rest), {}};
    }
    auto const weekday = take_weekday(rest);
    if (separator != "/" || !weekday || first > 12 || *second > 31) return std::nullopt;
    return NamedDay{year_before(words_.substr(0, begin)), first, second, weekday, {}};
  }

  /// The year of 令和8年 or 2026年 at the end of the words.
  static std::optional<int> year_before(std::string_view words) {
    words = without_blanks_behind(words);
    constexpr std::string_view sign = "年", first = "元";
    if (!words.ends_with(sign)) return std::nullopt;
    words = without_blanks_behind(words.substr(0, words.size() - sign.size()));
    if (words.ends_with(first)) return year_of(1, words.substr(0, words.size() - first.size()));
    auto begin = words.size();
    while (begin > 0 && base::is_digit(words[begin - 1])) --begin;
    auto digits = words.substr(begin);
    auto const number = take_number(digits, 4);
    return number ? year_of(*number, words.substr(0, begin)) : std::nullopt;
  }

  /// The Gregorian year of a number and of the era before it; nothing for 8 alone.
  static std::optional<int> year_of(int number, std::string_view before) {
    before = without_blanks_behind(before);
    for (auto const& era : base::japanese_eras()) {
      bool const letter =
          before.ends_with(era.letter) && (before.size() == 1 || !base::is_letter(before[before.size() - 2]));
      if (before.ends_with(era.name) || letter) return era.gregorian(number);
    }
    return number >= 1000 ? std::optional(number) : std::nullopt;
  }

  bool joins_last(std::size_t begin) const {
    return !days_.empty() && joins_days(words_.substr(last_end_, begin - last_end_));
  }

  /// A day without a year has that of the day before it where both belong together.
  std::size_t keep(NamedDay day, std::size_t begin, std::size_t end) {
    if (!day.year && joins_last(begin) && days_.back().year) {
      auto const& last = days_.back();
      bool const later = std::pair(day.month, day.day.value_or(31)) >= std::pair(last.month, last.day.value_or(0));
      if (later) day.year = last.year;
    }
    day.at = {base::FileId::none, plain_.at[begin], plain_.at[end] - plain_.at[begin]};
    days_.push_back(day);
    return last_end_ = end;
  }

  PlainWords plain_;
  std::string_view words_;
  std::vector<NamedDay> days_;
  std::size_t last_end_ = 0;
};

std::string shown(NamedDay const& day) { return fmt::format("{}月{}日", day.month, *day.day); }

}  // namespace

bool NamedDay::exists() const {
  constexpr int leap_year = 2024;
  return model::parse_date(model::iso({year.value_or(leap_year), month, day.value_or(1)})).has_value();
}

std::vector<NamedDay> named_days(std::string_view words) {
  constexpr std::array<std::string_view, 4> signs = {"月", "(", "（", "曜"};
  constexpr std::string_view full_width = "\xEF\xBC";  // how full-width digits begin
  bool const digits = std::any_of(words.begin(), words.end(), base::is_digit) || words.find(full_width) != words.npos;
  auto const holds = [&](std::string_view sign) { return words.find(sign) != words.npos; };
  if (!digits || std::none_of(signs.begin(), signs.end(), holds)) return {};
  return DayScanner(words).read();
}

std::vector<DayDoubt> doubts_of_days(std::string_view words, YearOfDay const& year_of_day) {
  std::vector<DayDoubt> doubts;
  for (auto const& day : named_days(words)) {
    if (!day.day) continue;
    if (!day.exists()) {
      doubts.push_back({"no-such-day",
                        {fmt::format("ない日（{}）が書かれています。", shown(day)),
                         fmt::format("There is no such day ({}).", shown(day))},
                        {"月と日を確かめて、書き直してください。", "Look at month and day again."},
                        day.at});
      continue;
    }
    auto const year = day.year ? day.year : year_of_day(day.month, *day.day);
    auto const date = year ? model::parse_date(model::iso({*year, day.month, *day.day})) : std::nullopt;
    if (!date || !day.weekday || *day.weekday == model::day_of_week(*date)) continue;
    auto const right = weekday_named(model::day_of_week(*date));
    auto const said = weekday_named(*day.weekday);
    doubts.push_back(
        {"wrong-weekday",
         {fmt::format("「{}（{}）」と書かれていますが、{}は{}曜日です。", shown(day), said.ja,
                      model::written_text(*date), right.ja),
          fmt::format("{} is said to be a {}, but {} is a {}.", shown(day), said.en, model::iso(*date), right.en)},
         {fmt::format("日付が正しければ曜日を「{}」に、違えば日付を直してください。", right.ja),
          fmt::format("If the day is right, write {}; otherwise correct the day.", right.en)},
         day.at});
  }
  return doubts;
}

void tell_of_days(std::string_view words, base::SourceLocation at, WordsPlace place, base::Diagnostics& diagnostics) {
  for (auto& doubt : doubts_of_days(words, [](int, int) { return std::nullopt; })) {
    bool const verbatim = place == WordsPlace::verbatim;
    auto const where = verbatim ? base::SourceLocation{at.file, at.offset + doubt.at.offset, doubt.at.length} : at;
    diagnostics.warning(where, doubt.code, std::move(doubt.message), std::move(doubt.hint));
  }
}

void tell_of_days(model::Blocks const& blocks, base::Diagnostics& diagnostics) {
  model::for_each_block(blocks, [&](model::Block const& block) {
    auto const* directive = std::get_if<model::Directive>(&block.node);
    for (auto const& option :
         directive && directive->options.object() ? *directive->options.object() : model::Object()) {
      if (option.key == "where") continue;  // values of records, which are read as those
      model::for_each_text_in(option.value, [&](std::string const& text, base::SourceLocation at) {
        tell_of_days(text, at, WordsPlace::value, diagnostics);
      });
    }
    model::for_each_text(block, [&](model::Inlines const& text) {
      model::for_each_inline(text, [&](model::Inline const& piece) {
        auto const* words = std::get_if<model::Text>(&piece.node);
        // Text that does not stand in the file as it is has the place of its whole value.
        auto const place = piece.at.length == 0 ? WordsPlace::verbatim : WordsPlace::value;
        if (words && words->written.empty()) tell_of_days(words->text, piece.at, place, diagnostics);
      });
    });
  });
}

}  // namespace tebiki::loading
