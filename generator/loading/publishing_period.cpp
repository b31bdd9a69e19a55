#include "loading/publishing_period.hpp"

#include <fmt/format.h>

namespace tebiki::loading {

model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics) {
  model::PublishingPeriod period{model::parse_date(object.text_of("publish_from")),
                                 model::parse_date(object.text_of("publish_until"))};
  if (period.from && period.until && *period.until < *period.from) {
    diagnostics.error(object.find("publish_until")->at, "empty-period",
                      {fmt::format("公開終了日（{}）が公開開始日（{}）より前なので、一日も表示されません。",
                                   model::japanese(*period.until), model::japanese(*period.from)),
                       fmt::format("publish_until ({}) is before publish_from ({}), so this is never shown.",
                                   model::iso(*period.until), model::iso(*period.from))},
                      {"どちらかの日付を直してください。", "Correct one of the two dates."});
  }
  return period;
}

}  // namespace tebiki::loading
