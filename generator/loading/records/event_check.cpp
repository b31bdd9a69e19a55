#include <fmt/format.h>

#include <algorithm>

#include "loading/records/field_kinds.hpp"
#include "loading/records/record_check.hpp"
#include "model/event.hpp"

namespace tebiki::loading {
namespace {

using model::Date;
using model::Field;
using model::FieldValue;

/// A day and the field that says it.
struct SaidDay {
  Field const& field;
  Date day;

  std::string ja() const { return fmt::format("{}（{}）", field.label, model::japanese(day)); }
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
  if (std::none_of(hours.ranges.begin(), end, [](auto const& range) { return range.until > minutes_of_day; })) return;
  auto const& field = *schema.with_role(model::Role::hours);
  auto const* ends = schema.with_role(model::Role::ends);
  auto const last = ends ? ends->label : std::string("終了日");
  mistakes.warning(
      record.find(field)->at, "event-days",
      {fmt::format("{}は「{}」で、次の日に終わることになります。", field.label, model::text_of(hours)),
       fmt::format("“{}” is {}, which ends on the next day.", field.label, model::text_of(hours))},
      {fmt::format("時刻を確かめてください。次の日まで続くなら、「{}」に次の日を書きます。", last),
       fmt::format("Look at the times; if it does run into the next day, write that day into “{}”.", last)});
}

}  // namespace

void check_event_days(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) {
  auto const event = model::event_of(schema, record);
  if (!event) return;
  auto const* begins = schema.with_role(model::Role::begins);
  auto const* ends = schema.with_role(model::Role::ends);
  auto const* end = ends ? record.find(*ends) : nullptr;
  auto const* last = end ? end->as<Date>() : nullptr;
  if (last && *last < event->first()) {
    refuse({*ends, *last}, {*begins, event->first()}, "前", "before", *end, mistakes);
    return;
  }
  if (!last && event->hours) doubt_night(schema, record, *event->hours, mistakes);
  auto const* deadline = schema.with_role(model::Role::deadline);
  if (!deadline || !event->deadline || *event->deadline <= event->last()) return;
  auto const& last_field = last && *last == event->last() ? *ends : *begins;
  refuse({*deadline, *event->deadline}, {last_field, event->last()}, "後", "after", *record.find(*deadline), mistakes);
}

}  // namespace tebiki::loading
