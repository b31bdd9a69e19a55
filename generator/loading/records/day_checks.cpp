// What the days and times of a record say against each other.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "model/events_and_films.hpp"

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

/// The years of a record's days: those that fields of dates hold, and of the words for its days those of its fiscal
/// year.
class RecordYears {
 public:
  RecordYears(Schema const& schema, Record const& record) : words_(schema, record, Role::day_words) {
    for (auto const& value : record.values) take(value);
    Said const year(schema, record, Role::fiscal_year);
    if (year.text()) fiscal_year_ = fiscal_year_in(*year.text());
  }

  YearOfDay of(FieldValue const& value) const {
    // 前年度3月10日 lies in another one.
    bool const own = &value == words_.value && fiscal_year_ && value.text()->find("前年") == std::string::npos;
    return [this, own](int month, int day) -> std::optional<int> {
      std::optional<int> year;
      for (auto const& date : days_) {
        if (date.month != month || date.day != day) continue;
        if (year && *year != date.year) return std::nullopt;
        year = date.year;
      }
      return year || !own ? year : std::optional(*fiscal_year_ + (month < 4 ? 1 : 0));
    };
  }

 private:
  void take(FieldValue const& value) {
    if (auto const* day = value.as<Date>()) days_.push_back(*day);
    if (!value.several()) return;
    for (auto const& item : *value.several()) take(item);
  }

  Said words_;
  std::vector<Date> days_;
  std::optional<int> fiscal_year_;
};

/// 2月30日 and wrong weekdays among the words of texts.
void doubt_named_days(std::vector<Field> const& fields, std::vector<FieldValue> const& values, RecordYears const& years,
                      RecordMistakes& mistakes) {
  for (auto const& value : values) {
    auto const* field = find_field(fields, value.slot);
    auto const* text = field && field->kind == model::FieldKind::text ? value.text() : nullptr;
    if (auto const* rows = field ? value.as<model::FieldRows>() : nullptr) {
      for (auto const& row : rows->rows) doubt_named_days(field->fields, row.values, years, mistakes);
    }
    if (!text) continue;
    for (auto const& doubt : doubts_of_days(*text, years.of(value))) {
      mistakes.warning(value.at, doubt.code,
                       {fmt::format("{}に、{}", field->label, doubt.message.ja),
                        fmt::format("“{}”: {}", field->label, doubt.message.en)},
                       doubt.hint);
    }
  }
}

/// A deadline that lies far before the event is mostly that of another year.
void doubt_deadline(SaidDay const& deadline, SaidDay const& begins, FieldValue const& value, RecordMistakes& mistakes) {
  constexpr std::chrono::days longest{120};
  auto const day_of = [](Date date) -> std::chrono::sys_days {
    return std::chrono::year(date.year) / date.month / date.day;
  };
  auto const before = day_of(begins.day) - day_of(deadline.day);
  if (before <= longest) return;
  mistakes.warning(value.at, "early-deadline",
                   {fmt::format("{}が、{}より{}日も前です。", deadline.ja(), begins.ja(), before.count()),
                    fmt::format("{} is {} days before {}.", deadline.en(), before.count(), begins.en())},
                   {"年を確かめてください。", "Look at the year again."});
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
  if (!deadline || !event.deadline) return;
  auto const& told = *record.find(*deadline);
  doubt_deadline({*deadline, *event.deadline}, {*begins, event.first()}, told, mistakes);
  if (*event.deadline <= event.last()) return;
  auto const& last_field = last && *last == event.last() ? *ends : *begins;
  refuse({*deadline, *event.deadline}, {last_field, event.last()}, "後", "after", told, mistakes);
}

/// 水曜定休 says when it is closed: on which days it is open nobody can tell by it.
void doubt_opening_days(std::vector<Field> const& fields, std::vector<FieldValue> const& values,
                        RecordMistakes& mistakes) {
  for (auto const& value : values) {
    auto const* words = value.text();
    auto const* field = words && !words->empty() ? find_field(fields, value.slot) : nullptr;
    if (!field || field->role != model::Role::days || value.as<model::OpeningDays>()) continue;
    // Behind the days may stand in brackets what is otherwise: 月〜土（祝日を除く）.
    if (model::parse_weekdays(words->substr(0, std::min(words->find("（"), words->find('('))))) continue;
    mistakes.warning(
        value.at, "days-in-words",
        {fmt::format("{}（{}）からは、開いている曜日が分かりません。しぼりこみや「いま開いている」では、"
                     "曜日の分からない所になります。",
                     field->label, *words),
         fmt::format("“{}” ({}) does not tell on which days it is open; filters do not know them.", field->label,
                     *words)},
        {"「月〜火・木〜土」のように、開いている曜日を書いてください。休みのことわりは、曜日の注意の項目に書きます。",
         "Write the days on which it is open, 月〜火・木〜土; days off belong into the note on days."});
  }
}

/// Of 9〜17 or 24h nobody can tell whether somebody is there now: hours are told from 9:00〜17:00 and 24時間 alone.
void doubt_unread_hours(std::vector<Field> const& fields, std::vector<FieldValue> const& values,
                        RecordMistakes& mistakes) {
  for (auto const& value : values) {
    auto const* words = value.text();
    auto const* field = words ? find_field(fields, value.slot) : nullptr;
    bool const is_of_hours = field && field->role == model::Role::hours && !value.as<model::Hours>();
    bool const has_digits = is_of_hours && words->find_first_of("0123456789") != std::string::npos;
    if (!has_digits || words->find(':') != std::string::npos || words->find("24時間") != std::string::npos) continue;
    mistakes.warning(
        value.at, "hours-in-words",
        {fmt::format("{}（{}）からは、開いている時刻が分かりません。「いま開いている」では、時刻の"
                     "分からない所になります。",
                     field->label, *words),
         fmt::format("“{}” ({}) does not tell when it is open; filters do not know its hours.", field->label, *words)},
        {"「9:00〜17:00」や「24時間」のように、始まりと終わりの時刻を書いてください。",
         "Write when it opens and closes, 9:00〜17:00, or 24時間."});
  }
}

/// 9:00〜9:00 is no time at all, or all day; of 9:00〜12:00、11:00〜17:00 one is a slip.
void doubt_hours(std::vector<Field> const& fields, std::vector<FieldValue> const& values, RecordMistakes& mistakes) {
  for (auto const& value : values) {
    auto const* hours = value.as<model::Hours>();
    auto const* field = hours ? find_field(fields, value.slot) : nullptr;
    if (!field) continue;
    auto const ja = fmt::format("{}（{}）", field->label, model::written_text(*hours));
    auto const en = fmt::format("“{}” ({})", field->label, model::written_text(*hours));
    if (ends_when_it_begins(*hours)) {
      mistakes.warning(value.at, "hours-without-length",
                       {ja + "の始まりと終わりが、同じ時刻です。", en + " ends when it begins."},
                       {"終わりの時刻を直してください。1日中なら「0:00〜24:00」と書きます。",
                        "Correct the end; for a whole day write 0:00〜24:00."});
    } else if (overlap(*hours)) {
      mistakes.warning(value.at, "overlapping-hours", {ja + "の時間が、重なっています。", en + " overlaps itself."},
                       {"前の終わりか、後の始まりの時刻を直してください。", "Correct an end or a beginning."});
    }
  }
}

}  // namespace

void check_days(Record const& record, Schema const& schema, RecordMistakes& mistakes) {
  auto const event = model::event_of(schema, record);
  if (event) check_event_days(*event, schema, record, mistakes);
  if (event) doubt_reception(schema, record, *event, mistakes);
  doubt_fiscal_year(schema, record, event, mistakes);
  doubt_certainty(schema, record, mistakes);
  // Whether it is open now is asked of offices alone.
  if (!model::holds_events(schema)) {
    doubt_opening_days(schema.fields, record.values, mistakes);
    doubt_unread_hours(schema.fields, record.values, mistakes);
  }
  doubt_hours(schema.fields, record.values, mistakes);
  doubt_named_days(schema.fields, record.values, RecordYears(schema, record), mistakes);
}

}  // namespace tebiki::loading
