#pragma once
#include <optional>

#include "model/date.hpp"

namespace tebiki::model {

/// The days on which something is shown: from `from` to `until`, both included, and without an end where one is absent.
struct PublishingPeriod {
  std::optional<Date> from;
  std::optional<Date> until;

  bool includes(Date day) const { return !(from && day < *from) && !(until && *until < day); }
  bool is_limited() const { return from || until; }
  /// The first day after `day` on which this is shown and was not the day before, or the other way round.
  std::optional<Date> next_change(Date day) const;
};

/// The first day from `today` on on which `holder` is shown and `target` is not; nothing when there is none.
std::optional<Date> first_day_without(PublishingPeriod const& target, PublishingPeriod const& holder, Date today);

}  // namespace tebiki::model
