#include "loading/syntax/common_keys.hpp"

#include <fmt/format.h>

#include "loading/syntax/object_check.hpp"

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

void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto const* names = object.find("aliases");
  if (!names || !names->list()) return;
  for (auto const& name : *names->list()) {
    if (!name.text()) continue;
    if (!refuse_bad_path(*name.text(), name.at, diagnostics)) continue;
    bool whole = name.text()->find('/') != std::string::npos;
    aliases.push_back({(whole ? std::string() : folder) + *name.text(), target, name.at});
  }
}

}  // namespace tebiki::loading
