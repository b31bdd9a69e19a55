#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/doubts.hpp"
#include "importing/office.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What a source said of one office at the last import.
struct LastSaid {
  enum class Listing { listed, removed };

  model::Object fields;
  Services services;
  Listing listing = Listing::listed;  ///< removed: staff took the record out of the list afterwards
  Conflicts conflicts = {};           ///< of its rows, told already
};

/// The last word of the source on every office it ever named, by office number. Kept in a file beside the list, so
/// that the next import can tell what staff changed since.
using Baseline = std::map<std::string, LastSaid, std::less<>>;

/// Reads the text that `baseline_json` gave. Nothing after an error when it is something else.
std::optional<Baseline> read_baseline(model::Value const& value, base::Diagnostics& diagnostics);
/// The error of a file that is something else; also for one that cannot even be read.
void report_damaged_baseline(base::SourceLocation at, base::Diagnostics& diagnostics);
std::string baseline_json(Baseline const& baseline);

/// A field whose value an import makes another one. Null stands for none.
struct FieldChange {
  std::string key;
  model::Value before;
  model::Value after;
};

/// A field of which staff and source say different things, and neither said so last time. The staff's value stays.
struct Disagreement {
  std::string key;
  model::Value last;  ///< of the source; null also when nothing is known of a last time
  model::Value list;
  model::Value source;
};

struct Merged {
  model::Value record;
  std::vector<FieldChange> changes;
  std::vector<Disagreement> disagreements;
  std::vector<std::string> withdrawn;  ///< fields that the source gave last time and no longer gives; they are kept
};

/// Merges three ways: the record as staff left it, what the source said `last` time (null when that is not known) and
/// what it says now. Where the source says the same as last time, staff's value stays, also when they took it away;
/// where staff left the value alone, the source's comes; where both changed it, staff's stays. Without a last time
/// nothing that stands in the record is changed or removed. Services, and rows of services, are merged one by one. What
/// a row only repeats of the office itself goes when the source no longer repeats it. Fields keep their order, new ones
/// follow.
Merged merge(model::Value const& record, model::Object const* last, model::Object const& source);

}  // namespace tebiki::importing
