#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "importing/agreement.hpp"
#include "importing/office.hpp"
#include "importing/read_cell.hpp"

namespace tebiki::importing {

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
  OfficeReading result;

 private:
  bool is_settled(std::string_view key) const;
};

/// Adds address, building, town and coordinates, which belong together: they are those of the rows whose address holds.
std::string add_address(OfficeFields& office);
/// `address` is the key of the one that holds, as `add_address` gave it.
void add_coordinates(OfficeFields& office, std::string const& address, MunicipalityCentres const& centres);

}  // namespace tebiki::importing
