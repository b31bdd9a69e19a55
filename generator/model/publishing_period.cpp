#include "model/publishing_period.hpp"

#include <algorithm>

namespace tebiki::model {

std::optional<Date> PublishingPeriod::next_change(Date day) const {
  if (from && until && *until < *from) return std::nullopt;
  if (from && day < *from) return from;
  if (until && day <= *until) return day_after(*until);
  return std::nullopt;
}

std::optional<Date> first_day_without(PublishingPeriod const& target, PublishingPeriod const& holder, Date today) {
  auto first = std::max(today, holder.from.value_or(today));
  if (target.includes(first)) {
    if (!target.until) return std::nullopt;
    first = day_after(*target.until);
  }
  return holder.includes(first) ? std::optional(first) : std::nullopt;
}

}  // namespace tebiki::model
