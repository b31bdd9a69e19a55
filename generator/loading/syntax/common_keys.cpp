#include "loading/syntax/common_keys.hpp"

#include <fmt/format.h>

#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {

void check_period(model::PublishingPeriod const& period, base::SourceLocation at, base::Diagnostics& diagnostics) {
  if (!period.from || !period.until || *period.from <= *period.until) return;
  diagnostics.error(at, "empty-period",
                    {fmt::format("公開終了日（{}）が公開開始日（{}）より前なので、一日も表示されません。",
                                 model::japanese(*period.until), model::japanese(*period.from)),
                     fmt::format("publish_until ({}) is before publish_from ({}), so this is never shown.",
                                 model::iso(*period.until), model::iso(*period.from))},
                    {"どちらかの日付を直してください。", "Correct one of the two dates."});
}

model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics) {
  model::PublishingPeriod const period{model::parse_date(object.text_of("publish_from")),
                                       model::parse_date(object.text_of("publish_until"))};
  auto const* until = object.find("publish_until");
  check_period(period, until ? until->at : object.at, diagnostics);
  return period;
}

void read_alias(std::string const& written, base::SourceLocation at, std::string const& folder, std::string const& target,
                std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto name = reference_from(written).name;
  if (!refuse_bad_path(name, at, diagnostics)) return;
  bool const whole = name.find('/') != std::string::npos;
  aliases.push_back({(whole ? std::string() : folder) + name, target, at});
}

void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto const* names = object.find("aliases");
  if (!names || !names->list()) return;
  for (auto const& name : *names->list()) {
    if (name.text()) read_alias(*name.text(), name.at, folder, target, aliases, diagnostics);
  }
}

}  // namespace tebiki::loading
