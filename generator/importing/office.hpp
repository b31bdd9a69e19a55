#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/address.hpp"
#include "importing/agreement.hpp"
#include "importing/service_fields.hpp"
#include "importing/source_row.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// A cell that was not taken letter by letter.
struct Mend {
  /// Whether only width, blanks and the like are others, or the characters, too.
  enum class Extent { spelling, characters };

  std::string key;  ///< of the field
  Column column = Column::name;
  std::string from;
  std::string to;  ///< empty when the cell was left out
  Extent extent = Extent::spelling;
};

/// What the source says of one office.
struct OfficeReading {
  model::Object fields;  ///< in the order in which they are to be written; what the source does not know is absent
  Services services;
  std::vector<Mend> mends;
  Conflicts conflicts = {};
};

/// What is known of an office beforehand; null where nothing.
struct OfficeBefore {
  model::Value const* record = nullptr;  ///< as the list has it now
  model::Object const* last = nullptr;   ///< the fields that the source gave last time
  Services services;                     ///< of that time
  Conflicts conflicts = {};              ///< that were told then
};

/// Reads the rows of one office; services that the files are not about (`covered`) are as they were. Every doubt that
/// staff have not settled by a value of their own is a warning, a conflict only when it was not told last time.
OfficeReading read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                          MunicipalityCentres const& centres, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
