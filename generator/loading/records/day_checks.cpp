// What the days and times of a record say against each other.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "base/japanese_era.hpp"
#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "model/event.hpp"

namespace tebiki::loading {
namespace {

using model::Date;
using model::Event;
using model::Field;
using model::FieldValue;
using model::Record;
using model::Role;
using model::Schema;

/// A day and the field that says it.
struct SaidDay {
  Field const& field;
  Date day;

  std::string ja() const { return fmt::format("{}（{}）", field.label, model::written_text(day)); }
  std::string en() const { return fmt::format("“{}” ({})", field.label, model::iso(day)); }
};

/// An end before the beginning, or a deadline after the end.
void refuse(SaidDay const& said, SaidDay const& other, std::string_view relation_ja, std::string_view relation_en,
            FieldValue const& value, RecordMistakes& mistakes) {
  mistakes.error(
      value.at, "event-days",
      {fmt::format("{}が、{}より{}です。", said.ja(), other.ja(), relation_ja),
       fmt::format("{} is {} {}.", said.en(), relation_en, other.en())},
      {fmt::format("年と月を確かめて、どちらかの日付を直してください。決まっていなければ「{}」を消します。",
                   said.field.label),
       fmt::format("Look at year and month and correct one of the days, or leave “{}” out.", said.field.label)});
}

/// A single day whose hours run into the next: 16:00〜14:00 is read so, but is rather a slip.
void doubt_night(model::Schema const& schema, model::Record const& record, model::Hours const& hours,
                 RecordMistakes& mistakes) {
  auto const end = hours.ranges.begin() + hours.count;
  if (std::none_of(hours.ranges.begin(), end, [](auto const& range) { return range.until > model::minutes_of_day; }))
    return;
  auto const& field = *schema.with_role(model::Role::hours);
  auto const* ends = schema.with_role(model::Role::ends);
  auto const last = ends ? ends->label : std::string("終了日");
  mistakes.warning(
      record.find(field)->at, "event-days",
      {fmt::format("{}は「{}」で、次の日に終わることになります。", field.label, model::written_text(hours)),
       fmt::format("“{}” is {}, which ends on the next day.", field.label, model::written_text(hours))},
      {fmt::format("時刻を確かめてください。次の日まで続くなら、「{}」に次の日を書きます。", last),
       fmt::format("Look at the times; if it does run into the next day, write that day into “{}”.", last)});
}

/// A month or day that a text names among other words: 8月8日（予定）, 令和5年8月.
struct NamedDay {
  std::optional<int> year;
  int month = 0;
  std::optional<int> day;

  /// Whether there is such a day; without its year, whether there ever is.
  bool exists() const {
    constexpr int leap_year = 2024;
    return model::parse_date(model::iso({year.value_or(leap_year), month, day.value_or(1)})).has_value();
  }
};

/// Cuts a whole number of up to four digits from the end of the words; nothing where there is none.
std::optional<int> take_number_before(std::string_view& words) {
  words = base::trimmed(words);
  auto begin = words.size();
  while (begin > 0 && base::is_digit(words[begin - 1])) --begin;
  auto const digits = words.substr(begin);
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  words.remove_suffix(digits.size());
  return number;
}

bool take_word_before(std::string_view& words, std::string_view word) {
  bool const found = words.ends_with(word);
  if (found) words.remove_suffix(word.size());
  return found;
}

/// The year of 令和8年 or 2026年 at the end of the words.
std::optional<int> year_before(std::string_view words) {
  words = base::trimmed(words);
  if (!take_word_before(words, "年")) return std::nullopt;
  auto const number = take_word_before(words, "元") ? std::optional(1) : take_number_before(words);
  if (!number) return std::nullopt;
  for (auto const& era : base::japanese_eras()) {
    if (words.ends_with(era.name)) return era.gregorian(*number);
  }
  return *number >= 1000 ? number : std::nullopt;
}

/// The day of 15日 at the beginning of the words; nothing for 15日間 and the like.
std::optional<int> day_behind(std::string_view words) {
  words = base::trimmed(words);
  auto const digits = std::min(words.find_first_not_of("0123456789"), words.size());
  if (digits == 0 || digits > 2 || !words.substr(digits).starts_with("日")) return std::nullopt;
  auto const rest = words.substr(digits + std::string_view("日").size());
  for (std::string_view more : {"間", "分", "以", "目"}) {
    if (rest.starts_with(more)) return std::nullopt;
  }
  int day = 0;
  std::from_chars(words.data(), words.data() + digits, day);
  return day;
}

/// All of them, in the order of the text.
std::vector<NamedDay> named_days(std::string_view text) {
  constexpr std::string_view sign = "月";
  std::vector<NamedDay> days;
  if (text.find(sign) == text.npos) return days;
  auto const folded = base::nfkc(text);
  std::string_view const words = folded;
  for (auto at = words.find(sign); at != words.npos; at = words.find(sign, at + 1)) {
    auto before = words.substr(0, at);
    auto const month = take_number_before(before);
    if (!month || *month > 99) continue;
    days.push_back({year_before(before), *month, day_behind(words.substr(at + sign.size()))});
  }
  return days;
}

/// A field of a role with its value in the record; nothing where one of them is absent.
struct Said {
  Field const* field = nullptr;
  FieldValue const* value = nullptr;

  Said(Schema const& schema, Record const& record, Role role)
      : field(schema.with_role(role)), value(field ? record.find(*field) : nullptr) {}
  std::string const* text() const { return value ? value->text() : nullptr; }
};

/// The doors open before the talk begins.
void doubt_reception(Schema const& schema, Record const& record, Event const& event, RecordMistakes& mistakes) {
  Said const reception(schema, record, Role::reception);
  if (!reception.value || !event.hours) return;
  auto const* typed = reception.value->as<model::Hours>();
  auto const opens = typed ? std::optional(*typed) : hours_in(model::exported_text(*reception.value));
  auto const from = opens && opens->count > 0 ? opens->ranges[0].from : model::TimeRange::unsaid;
  auto const begins = event.hours->ranges[0].from;
  if (begins == model::TimeRange::unsaid || from <= begins) return;
  auto const& hours = *schema.with_role(Role::hours);
  mistakes.warning(reception.value->at, "reception-after-beginning",
                   {fmt::format("{}（{}）が、{}の始まり（{}）より後です。", reception.field->label,
                                model::clock_text(from), hours.label, model::clock_text(begins)),
                    fmt::format("“{}” ({}) is after the beginning ({}).", reception.field->label,
                                model::clock_text(from), model::clock_text(begins))},
                   {"どちらかの時刻を直してください。", "Correct one of the two times."});
}

/// 令和8年度 beside a day of another fiscal year.
void doubt_fiscal_year(Schema const& schema, Record const& record, std::optional<Event> const& event,
                       RecordMistakes& mistakes) {
  Said const fiscal_year(schema, record, Role::fiscal_year), words(schema, record, Role::day_words);
  auto const year = fiscal_year.text() ? fiscal_year_in(*fiscal_year.text()) : std::nullopt;
  if (!year) return;
  std::vector<Date> days;
  for (std::size_t i = 0; event && i < event->stretches.size(); ++i)
    days.insert(days.end(), {event->stretches[i].first, event->stretches[i].last});
  for (auto const& named : !event && words.text() ? named_days(*words.text()) : std::vector<NamedDay>()) {
    if (named.year && named.exists()) days.push_back({*named.year, named.month, named.day.value_or(1)});
  }
  auto const fits = [&](Date day) { return model::fiscal_year_of(day) == *year; };
  if (days.empty() || std::any_of(days.begin(), days.end(), fits)) return;
  auto const& day_field = event ? *schema.with_role(Role::begins) : *words.field;
  auto const right = model::written_fiscal_year(model::fiscal_year_of(days.front()));
  auto const shown = event ? model::written_text(days.front()) : *words.text();
  mistakes.warning(fiscal_year.value->at, "fiscal-year",
                   {fmt::format("{}は「{}」ですが、{}（{}）は{}です。", fiscal_year.field->label, *fiscal_year.text(),
                                day_field.label, shown, right),
                    fmt::format("“{}” is {}, but “{}” ({}) lies in that of {}.", fiscal_year.field->label,
                                *fiscal_year.text(), day_field.label, shown, model::fiscal_year_of(days.front()))},
                   {fmt::format("どちらかを直してください。年度は、4月から次の年の3月までです。"),
                    "Correct one of the two. A fiscal year goes from April to March."});
}

/// 時期未定 beside 日付あり; a month or day beside 時期未定, the third of the choices, as in a Gantt chart.
void doubt_certainty(Schema const& schema, Record const& record, RecordMistakes& mistakes) {
  constexpr std::size_t unknown = 2;
  Said const certainty(schema, record, Role::certainty), words(schema, record, Role::day_words);
  if (!certainty.text()) return;
  auto const& choices = certainty.field->choices;
  auto const doubt = [&](Said const& other) {
    auto const shown = other.text() ? *other.text() : model::exported_text(other.value->several()->front());
    mistakes.warning(other.value->at, "certainty",
                     {fmt::format("{}は「{}」ですが、{}は「{}」です。", certainty.field->label, *certainty.text(),
                                  other.field->label, shown),
                      fmt::format("“{}” is “{}”, but “{}” is “{}”.", certainty.field->label, *certainty.text(),
                                  other.field->label, shown)},
                     {"どちらかを直してください。", "Correct one of the two."});
  };
  bool const is_unknown = choices.size() > unknown && *certainty.text() == choices[unknown];
  auto const contradicts = [&](std::string const& choice) {
    return choice != *certainty.text() && words.text()->find(choice) != std::string::npos;
  };
  if (words.text()) {
    auto const named = is_unknown ? named_days(*words.text()) : std::vector<NamedDay>();
    bool const named_day = std::any_of(named.begin(), named.end(), [](auto const& day) { return day.day.has_value(); });
    if (named_day || std::any_of(choices.begin(), choices.end(), contradicts)) doubt(words);
  }
  if (!is_unknown) return;
  Said const first(schema, record, Role::first_month), months(schema, record, Role::months);
  bool const several = months.value && months.value->several() && !months.value->several()->empty();
  if (first.text())
    doubt(first);
  else if (several)
    doubt(months);
}

/// 2月30日 among the words of a text.
void doubt_named_days(std::vector<Field> const& fields, std::vector<FieldValue> const& values,
                      RecordMistakes& mistakes) {
  for (auto const& value : values) {
    auto const* field = find_field(fields, value.slot);
    auto const* text = field && field->kind == model::FieldKind::text ? value.text() : nullptr;
    if (auto const* rows = field ? value.as<model::FieldRows>() : nullptr) {
      for (auto const& row : rows->rows) doubt_named_days(field->fields, row.values, mistakes);
    }
    for (auto const& day : text ? named_days(*text) : std::vector<NamedDay>()) {
      if (!day.day || day.exists()) continue;
      auto const shown = fmt::format("{}月{}日", day.month, *day.day);
      mistakes.warning(value.at, "no-such-day",
                       {fmt::format("{}に、ない日（{}）が書かれています。", field->label, shown),
                        fmt::format("“{}” names a day that does not exist ({}).", field->label, shown)},
                       {"月と日を確かめて、書き直してください。", "Look at month and day again."});
    }
  }
}

void check_event_days(Event const& event, Schema const& schema, Record const& record, RecordMistakes& mistakes) {
  auto const* begins = schema.with_role(model::Role::begins);
  auto const* ends = schema.with_role(model::Role::ends);
  auto const* end = ends ? record.find(*ends) : nullptr;
  auto const* last = end ? end->as<Date>() : nullptr;
  if (last && *last < event.first()) {
    refuse({*ends, *last}, {*begins, event.first()}, "前", "before", *end, mistakes);
    return;
  }
  if (!last && event.hours) doubt_night(schema, record, *event.hours, mistakes);
  auto const* deadline = schema.with_role(model::Role::deadline);
  if (!deadline || !event.deadline || *event.deadline <= event.last()) return;
  auto const& last_field = last && *last == event.last() ? *ends : *begins;
  refuse({*deadline, *event.deadline}, {last_field, event.last()}, "後", "after", *record.find(*deadline), mistakes);
}

}  // namespace

void check_days(Record const& record, Schema const& schema, RecordMistakes& mistakes) {
  auto const event = model::event_of(schema, record);
  if (event) check_event_days(*event, schema, record, mistakes);
  if (event) doubt_reception(schema, record, *event, mistakes);
  doubt_fiscal_year(schema, record, event, mistakes);
  doubt_certainty(schema, record, mistakes);
  doubt_named_days(schema.fields, record.values, mistakes);
}

}  // namespace tebiki::loading
