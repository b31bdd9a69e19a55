#include <fmt/format.h>

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
  auto const* deadline = schema.with_role(model::Role::deadline);
  if (!deadline || !event->deadline || *event->deadline <= event->last()) return;
  auto const& last_field = last && *last == event->last() ? *ends : *begins;
  refuse({*deadline, *event->deadline}, {last_field, event->last()}, "後", "after", *record.find(*deadline), mistakes);
}

}  // namespace tebiki::loading
