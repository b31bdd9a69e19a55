#include <fmt/format.h>

#include "loading/records/schema.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::loading {
namespace {

using model::FieldValue;

/// Goes through the chapters of one film.
class ChapterCheck {
 public:
  ChapterCheck(model::Schema const& schema, model::Record const& record, RecordMistakes& mistakes)
      : mistakes_(mistakes), length_field_(schema.with_role(model::Role::duration)) {
    auto const* length = length_field_ ? record.find(*length_field_) : nullptr;
    if (length && length->text()) length_ = model::film_seconds(*length->text());
  }

  void check(model::FieldRow const& row, model::Field const& field) {
    auto const* value = row.find(field.slot);
    if (!value || value->is_absent()) {
      if (!field.required)
        refuse(row.at, "チャプターに「" + field.label + "」がありません。", "A chapter without its time.", as_clock());
      return;
    }
    auto const written = model::exported_text(*value);
    auto const seconds = model::film_seconds(written);
    if (!seconds)
      return refuse(value->at, fmt::format("{}「{}」は、動画の中の時間として読めません。", field.label, written),
                    fmt::format("{} “{}” is no time within a film.", field.label, written), as_clock());
    if (last_ && *seconds <= *last_) tell_order(*value, field, *seconds);
    if (length_ && *seconds >= *length_) tell_end(*value, field, *seconds);
    last_ = last_ ? std::max(*last_, *seconds) : *seconds;
  }

 private:
  static base::Message as_clock() {
    return {"始まってからの時間を「1:30」か「1分30秒」のように書いてください。", "Write when it begins, like 1:30."};
  }
  void refuse(base::SourceLocation at, std::string ja, std::string en, base::Message hint) {
    mistakes_.error(at, "film-chapter", {std::move(ja), std::move(en)}, std::move(hint));
  }
  void tell_order(FieldValue const& value, model::Field const& field, int seconds) {
    auto const now = model::film_clock(seconds), before = model::film_clock(*last_);
    refuse(value.at, fmt::format("{}（{}）が、上のチャプター（{}）より後ではありません。", field.label, now, before),
           fmt::format("“{}” ({}) is not after the chapter above ({}).", field.label, now, before),
           {"時間を確かめて、始まる順に並べてください。", "Look at the times, and put the chapters in their order."});
  }
  void tell_end(FieldValue const& value, model::Field const& field, int seconds) {
    auto const now = model::film_clock(seconds), end = model::film_clock(*length_);
    refuse(value.at,
           fmt::format("{}（{}）に、動画はもう終わっています（{}は{}）。", field.label, now, length_field_->label, end),
           fmt::format("“{}” ({}) is not within the film, which takes {}.", field.label, now, end),
           {fmt::format("時間か「{}」を直してください。", length_field_->label),
            fmt::format("Correct the time or “{}”.", length_field_->label)});
  }

  RecordMistakes& mistakes_;
  model::Field const* length_field_;
  std::optional<int> length_, last_;
};

}  // namespace

void check_chapters(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) {
  for (auto const& field : schema.fields) {
    auto const* value = model::holds_chapters(field) ? record.find(field) : nullptr;
    auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
    if (!rows) continue;
    ChapterCheck check(schema, record, mistakes);
    for (auto const& row : rows->rows) check.check(row, model::chapter_time_field(field));
  }
}

}  // namespace tebiki::loading
