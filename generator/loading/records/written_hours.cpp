#include "loading/records/field_kinds.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Hours;
using model::TimeRange;

enum class Half { unsaid, morning, afternoon };

struct Time {
  int hour = 0;
  int minute = 0;
  Half half = Half::unsaid;
  bool next_day = false;

  /// Minutes since midnight; nothing for 午前12時 (which some mean as noon), 午後13時 and times that do not exist.
  std::optional<int> minutes() const {
    auto most = half == Half::unsaid ? 24 : half == Half::morning ? 11 : 12;
    if (hour > most || minute > 59) return std::nullopt;
    auto result = (half == Half::afternoon ? hour % 12 + 12 : hour) * 60 + minute;
    if (result > model::minutes_of_day) return std::nullopt;
    return next_day ? result + model::minutes_of_day : result;
  }
};

struct Range {
  std::optional<Time> from;
  std::optional<Time> to;
  bool open = false;  ///< a mark stands behind or before the one time

  /// 午後1時〜5時: the half of the day is said once for both. False where the second time is not later then, as in
  /// 午後9時〜6時 and 午前9時〜5時: which half it means is for whoever wrote it to say.
  bool share_half() {
    if (!from || !to || to->next_day || to->half != Half::unsaid || from->half == Half::unsaid) return true;
    if (from->half == Half::morning) return to->minutes() > from->minutes();
    if (to->hour <= 12) to->half = Half::afternoon;
    return to->minutes() > from->minutes();
  }
};

/// Takes a text of times apart from left to right.
class HoursReader {
 public:
  explicit HoursReader(std::string_view text) : rest_(text) {}

  std::optional<std::vector<Range>> read() {
    std::vector<Range> ranges;
    while (!rest_.empty()) {
      auto next = range();
      if (!next) return std::nullopt;
      ranges.push_back(*next);
      bool parted = skip_any({"、", ",", ";", "/", "・", "\n", "と"});
      skip_blanks();
      if (parted && rest_.empty()) return std::nullopt;
    }
    return ranges;
  }

 private:
  bool skip(std::string_view word) {
    bool found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }
  bool skip_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip(word); });
  }
  void skip_blanks() {
    while (skip_any({" ", "\t", "\r"})) continue;
  }

  std::optional<Range> range() {
    Range result;
    result.from = time();
    skip_blanks();
    result.open = skip_any({"〜", "~", "-", "‐", "–", "—", "―", "−", "ー", "から", "より"});
    skip_blanks();
    if (result.open) result.to = closing_time();
    skip_blanks();
    bool until = skip("まで");
    skip_blanks();
    if (until && result.from && !result.open) {
      result.to = std::exchange(result.from, std::nullopt);
      result.open = true;
    }
    if (!result.from && !result.to) return std::nullopt;
    return result.share_half() ? std::optional(result) : std::nullopt;
  }

  /// 翌6:00: on the next day.
  std::optional<Time> closing_time() {
    bool const next_day = skip_any({"翌日の", "翌日", "翌朝", "翌"});
    auto result = time();
    if (result) result->next_day = next_day;
    return result;
  }

  std::optional<Time> time() {
    auto const before = rest_;
    if (skip("正午")) return Time{12, 0, Half::unsaid};
    Time result;
    result.half = half();
    auto read = result.half == Half::unsaid ? fraction() : std::nullopt;
    if (read) return read;
    auto hour = digits(2);
    bool fine = hour && (clock(result) || kanji(result));
    if (!fine) {
      rest_ = before;
      return std::nullopt;
    }
    result.hour = *hour;
    skip_blanks();
    if (result.half == Half::unsaid) result.half = half();
    return result;
  }

  Half half() {
    auto found = skip_any({"午前", "AM", "am"})   ? Half::morning
                 : skip_any({"午後", "PM", "pm"}) ? Half::afternoon
                                                  : Half::unsaid;
    skip_blanks();
    return found;
  }

  /// Excel's part of the day that has gone by: 0.375.
  std::optional<Time> fraction() {
    if (!rest_.starts_with("0.")) return std::nullopt;
    double day = 0;
    auto const end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), day, std::chars_format::fixed).ptr;
    auto const minutes = std::lround(day * model::minutes_of_day);
    if (std::abs(day * model::minutes_of_day - double(minutes)) > 0.01) return std::nullopt;
    rest_.remove_prefix(std::size_t(end - rest_.data()));
    return Time{int(minutes / 60), int(minutes % 60), Half::unsaid};
  }

  /// :30 or :30:00 behind the hour.
  bool clock(Time& time) {
    if (!skip(":")) return false;
    auto const before = rest_.size();
    auto const minute = digits(2);
    if (!minute || before - rest_.size() != 2) return false;
    time.minute = *minute;
    skip(":00");
    return true;
  }

  /// 時, 時半, 時30分 behind the hour.
  bool kanji(Time& time) {
    if (!skip("時") || rest_.starts_with("間")) return false;
    if (skip("半")) time.minute = 30;
    if (time.minute == 30) return true;
    if (auto minute = digits(2)) {
      time.minute = *minute;
      return skip("分");
    }
    return true;
  }

  std::optional<int> digits(std::size_t most) {
    auto const end = std::find_if(rest_.begin(), rest_.end(), [](char c) { return c < '0' || c > '9'; });
    auto const length = std::size_t(end - rest_.begin());
    if (length == 0 || length > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view rest_;
};

/// The range in minutes; nothing where one of its times does not exist.
std::optional<TimeRange> minutes_of(Range const& range) {
  TimeRange result;
  result.is_range = range.open;
  for (auto [time, minutes] : {std::pair{&range.from, &result.from}, std::pair{&range.to, &result.until}}) {
    if (!*time) continue;
    auto const read = (*time)->minutes();
    if (!read) return std::nullopt;
    *minutes = std::int16_t(*read);
  }
  bool const both = range.from && range.to;
  if (both) result.until = until_after(result.from, result.until);
  return result;
}

}  // namespace

std::int16_t until_after(std::int16_t from, std::int16_t until) {
  return std::int16_t(until < from && from >= noon ? until + model::minutes_of_day : until);
}

std::optional<Hours> hours_in(std::string_view text) {
  auto const folded = base::nfkc(base::trimmed(text));
  auto const ranges = HoursReader(folded).read();
  if (!ranges || ranges->empty() || ranges->size() > Hours::most) return std::nullopt;
  Hours hours;
  for (auto const& range : *ranges) {
    auto const read = minutes_of(range);
    if (!read) return std::nullopt;
    hours.ranges[hours.count++] = *read;
  }
  return hours;
}

}  // namespace tebiki::loading
