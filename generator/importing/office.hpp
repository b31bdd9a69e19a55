#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/doubts.hpp"
#include "importing/read_cell.hpp"
#include "importing/source.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What the source says of one service of an office.
struct Service {
  std::string name;    ///< plain name
  std::string detail;  ///< national name; no two services of an office share it
  std::string days;
  std::string days_note;
  std::string capacity;  ///< digits
  std::string tel;
  std::string fax;
};
using Services = std::vector<Service>;

/// The services of an office in the order of their codes. Doubts within a service are warnings, contradictions
/// conflicts.
Services read_services(OfficeRows const& rows, ConflictReport& conflicts, base::Diagnostics& diagnostics);
/// As `read_services`, with those of an earlier import (`last`) that the files are not about (`covered`).
Services with_uncovered(Services services, Services const& last, std::set<std::string> const& covered);

/// A list of objects that `services_in` reads.
model::Values services_value(Services const& services);
Services services_in(model::Value const& value);

/// The plain names of services, each once.
model::Values service_names(Services const& services);

/// Adds `days`, `days_note` and `capacity`. Where the services differ, days and notes name the service, `capacity` is
/// absent, and `service_details` has a row for each service, with telephone and fax where those differ from the ones
/// that `fields` has for the whole office; also where a national name says more than the plain one.
void add_service_fields(Services const& services, model::Object& fields);

/// Appends a member unless the value is empty.
void add_member(model::Object& object, std::string_view key, std::string text);
void add_member(model::Object& object, std::string_view key, model::Values values);

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
struct ReadOffice {
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
ReadOffice read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                       MunicipalityCentres const& centres, base::Diagnostics& diagnostics);

/// What is gathered of one office on the way through its fields, beside what was known of it before.
class OfficeFields {
 public:
  OfficeFields(OfficeRows const& rows, OfficeBefore const& before, base::Diagnostics& diagnostics)
      : rows(rows), before(before), diagnostics(diagnostics), conflicts{before.conflicts, diagnostics} {}

  /// What the source said of the field last time, and what the list has; null where nothing.
  model::Value const* last(std::string_view key) const;
  model::Value const* listed(std::string_view key) const;
  /// What the source said last time, otherwise what the list has. `same` gives the key of a value's spellings.
  Present present(std::string_view key, std::string (*same)(std::string_view)) const;
  /// What the claims agree on. Nobody need decide between values of the source where staff have settled the field.
  std::string agreed_on(std::string_view key, std::vector<Claim> const& claims, Present const& present,
                        Compatible compatible, ConflictReport& conflicts) const;
  void add_text(std::string_view key, std::string text);
  void note_mend(std::string_view key, Column column, std::string from, std::string to, Mend::Extent extent);
  void report(Doubt const& doubt, SourceRow const& row, Column column) const;

  OfficeRows const& rows;
  OfficeBefore const& before;
  base::Diagnostics& diagnostics;
  ConflictReport conflicts;
  ReadOffice result;

 private:
  bool is_settled(std::string_view key) const;
};

/// Adds address, building, town and coordinates, which belong together: they are those of the rows whose address holds.
std::string add_address(OfficeFields& office);
/// `address` is the key of the one that holds, as `add_address` gave it.
void add_coordinates(OfficeFields& office, std::string const& address, MunicipalityCentres const& centres);

}  // namespace tebiki::importing
