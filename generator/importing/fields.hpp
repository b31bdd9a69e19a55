#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importing/office_rows.hpp"
#include "model/list.hpp"

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
/// missing: fields, columns of rows, choices; and fields that the schema requires but no record has.
bool fits(std::vector<model::Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
