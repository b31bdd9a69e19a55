#pragma once
#include <string>
#include <vector>

#include "model/documents.hpp"

namespace tebiki::exporting {

/// iCalendar files (RFC 5545) of each list of events: one for every event that has a day, `events/aoba/aoba.ics`, and
/// one for all, `events/events.ics`. Times are those of Asia/Tokyo; UIDs follow from list and id, DTSTAMP from the day
/// of confirmation or else that for which the site is made. Linear in records.
std::vector<model::OutputFile> calendars(model::Site const& site);

/// A content line with its end, folded after 75 octets between characters (RFC 5545 §3.1).
std::string folded(std::string_view line);
/// TEXT with backslash, semicolon, comma and line feed escaped (§3.3.11); other control characters are left out.
std::string escaped(std::string_view text);

}  // namespace tebiki::exporting
