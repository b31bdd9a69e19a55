#pragma once
#include "loading/records/record_mistakes.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Puts 9:00〜17:00 in the place of an opening and a closing time, and a pair in that of latitude and longitude.
/// Errors: a half of coordinates that is missing or no number; then there is no whole.
void join_halves(model::Record& record, model::Schema const& schema, RecordMistakes& mistakes);

}  // namespace tebiki::loading
