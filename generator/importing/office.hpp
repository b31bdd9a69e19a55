#pragma once
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/office_rows.hpp"
#include "model/list.hpp"
#include "model/site.hpp"
#include "model/typed_values.hpp"

namespace tebiki::importing {

/// What an import writes of an office, each into one field of the list.
enum class ImportField {
  name,
  reading,
  services,
  office_number,
  corporation,
  corporate_number,
  address,
  building,
  area,
  telephone,
  fax,
  coordinates,
  days,
  days_note,
  hours,
  departments,
  capacity,
  service_details,  ///< rows: what differs by service
  web_address,
  note,
};
inline constexpr std::size_t import_field_count = 20;

/// The keys under which a list keeps what is imported.
class FieldKeys {
 public:
  /// Whose fields: of a record, or of its rows of services.
  enum class Owner { record, service_row };

  /// Each time the field that has the role, otherwise the one of the usual key or label or, for what only one field of
  /// a list can be, of the kind. Where a list has none, the usual key, so that its lack can be told.
  FieldKeys(std::vector<model::Field> const& fields, Owner owner);

  std::string const& operator[](ImportField field) const { return keys_[static_cast<std::size_t>(field)]; }
  /// Nothing for a key that no import fills.
  std::optional<ImportField> field(std::string_view key) const;

 private:
  std::array<std::string, import_field_count> keys_;
};

/// A list as an import sees it.
struct ListFields {
  explicit ListFields(model::Schema const& schema);

  model::Schema const& schema;
  FieldKeys record, service_row;
  std::string const& id;  ///< the key of the id
};

/// What staff call a field: its label in the schema, the label that every list has for it, or its key.
std::string field_label(std::string_view key, model::Schema const& schema);
/// The column that a field is read from, so that a message can point at its cell.
Column column_of(std::string_view key, ListFields const& list);
/// A value on one line: items apart by 、, rows by ／. Empty for none.
std::string shown(model::Value const& value);

/// Whether a list of that schema can hold what an import wrote. If not, one error at the schema names all that is
/// missing: fields, columns of rows, choices; and fields that the schema requires but no record has. Where it only
/// lacks choices, each is an error at its field.
bool fits(std::vector<model::Value> const& written, model::Schema const& schema, base::Sources const& sources,
          base::Diagnostics& diagnostics);

/// What one row says of something.
struct Claim {
  enum class Standing { main, minor };

  std::string text;
  std::string key;  ///< equal for spellings of the same
  SourceRow const* row = nullptr;
  Column column = Column::name;
  Standing standing = Standing::main;  ///< a minor one holds only where there is no main one
};

/// What was known of the same thing before; both empty when nothing.
struct Present {
  std::string_view text;
  std::string key;
};

/// Whether two keys that differ say nothing against one another.
using Compatible = bool (*)(std::string_view, std::string_view);
bool never_compatible(std::string_view one, std::string_view other);
bool always_compatible(std::string_view one, std::string_view other);

/// Two values of the source that contradict one another.
struct Conflict {
  std::string column;  ///< what it is called
  std::string taken;   ///< the keys of the value that was taken and of one that was not
  std::string other;

  friend auto operator<=>(Conflict const&, Conflict const&) = default;
};
using Conflicts = std::set<Conflict>;

/// Tells the conflicts of an office, each once: one that an earlier import told is told again when either value
/// changes.
struct ConflictReport {
  Conflicts told;  ///< by the last import
  base::Diagnostics& diagnostics;
  Conflicts now = {};  ///< those that stand, told now or before
};

/// What the rows agree on: the value of most of them, among equals the first, but before all the one that was known
/// before, for somebody may have found out. Every other value that is not compatible is a conflict; its warning
/// names both rows. Of its spellings the fullest is taken, the known one among equals. Empty without claims.
std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   ConflictReport& conflicts);

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

/// The plain names of services, each once.
model::Values service_names(Services const& services);

/// Adds days, their note and the capacity. Where the services differ, days and notes name the service, the capacity is
/// absent, and the details of services have a row for each, with telephone and fax where those differ from the ones
/// that `fields` has for the whole office; also where a national name says more than the plain one.
void add_service_fields(Services const& services, ListFields const& list, model::Object& fields);

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

/// Where the offices of each municipality lie, so that a point far from all others is seen to be wrong.
class MunicipalityCentres {
 public:
  explicit MunicipalityCentres(std::vector<OfficeRows> const& offices);
  /// Farther than 50 km from the middle of the municipality, half the length of the longest one. Never for a
  /// municipality with fewer than five points.
  bool far_off(std::string_view municipality, std::string_view coordinates) const;

 private:
  std::map<std::string, std::string, std::less<>> middles_;
};

/// What is known of an office beforehand; null where nothing.
struct OfficeBefore {
  model::Value const* record = nullptr;  ///< as the list has it now
  model::Object const* last = nullptr;   ///< the fields that the source gave last time
  Services services;                     ///< of that time
  Conflicts conflicts = {};              ///< that were told then
};

/// What every office of an import shares.
struct Surroundings {
  ListFields const& list;
  std::vector<model::Area> const& areas;  ///< of the site
  MunicipalityCentres const& centres;
};

/// Reads the rows of one office; services that the files are not about (`covered`) are as they were. Every doubt that
/// staff have not settled by a value of their own is a warning, a conflict only when it was not told last time.
ReadOffice read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                       Surroundings const& surroundings, base::Diagnostics& diagnostics);

/// What is gathered of one office on the way through its fields, beside what was known of it before.
class OfficeFields {
 public:
  OfficeFields(OfficeRows const& rows, OfficeBefore const& before, Surroundings const& surroundings,
               base::Diagnostics& diagnostics)
      : rows(rows),
        before(before),
        list(surroundings.list),
        areas(surroundings.areas),
        diagnostics(diagnostics),
        conflicts{before.conflicts, diagnostics} {}

  /// What the source said of the field last time, and what the list has; null where nothing.
  model::Value const* last(ImportField field) const;
  model::Value const* listed(ImportField field) const;
  /// What the source said last time, otherwise what the list has. `same` gives the key of a value's spellings.
  Present present(ImportField field, std::string (*same)(std::string_view)) const;
  /// What the claims agree on. Nobody need decide between values of the source where staff have settled the field.
  std::string agreed_on(ImportField field, std::vector<Claim> const& claims, Present const& present,
                        Compatible compatible, ConflictReport& conflicts) const;
  void add_text(ImportField field, std::string text);
  void note_mend(ImportField field, Column column, std::string from, std::string to, Mend::Extent extent);
  void report(Doubt const& doubt, SourceRow const& row, Column column) const;

  OfficeRows const& rows;
  OfficeBefore const& before;
  ListFields const& list;
  std::vector<model::Area> const& areas;
  base::Diagnostics& diagnostics;
  ConflictReport conflicts;
  ReadOffice result;

 private:
  bool is_settled(ImportField field) const;
};

/// The area of the site that a municipality is: 愛川町 of 愛甲郡愛川町, 横浜市 of 横浜市青葉区. nullptr where it is
/// none.
model::Area const* area_of(std::string_view municipality, std::vector<model::Area> const& areas);

/// Adds address, building, area and town, which belong together: they are those of the rows whose address holds.
/// Gives the key of that address.
std::string add_address(OfficeFields& office);
/// `address` is the key of the one that holds, as `add_address` gave it.
void add_coordinates(OfficeFields& office, std::string const& address, MunicipalityCentres const& centres);

}  // namespace tebiki::importing
