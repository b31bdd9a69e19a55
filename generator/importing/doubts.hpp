#pragma once
#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/source.hpp"
#include "model/list.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

struct Disagreement;

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

/// What staff call a field: its label in the schema, the label that every list has for it, or its key.
std::string field_label(std::string_view key, model::Schema const& schema);
/// The column that a field is read from, so that a message can point at its cell.
Column column_of(std::string_view key);
/// A value on one line: items apart by 、, rows by ／. Empty for none.
std::string shown(model::Value const& value);

/// What staff are to look into after an import: each a warning at the cell or record that it is about; the first two
/// are errors of the whole import.
void report_municipality(std::string const& municipality, base::Diagnostics& diagnostics);
void report_no_rows(std::string const& municipality, base::Diagnostics& diagnostics);
/// The office stands in another file of the list, at `place`.
void report_listed(SourceRow const& row, std::string const& place, base::Diagnostics& diagnostics);
/// The source no longer has the office of that number.
void report_vanished(model::Value const& record, std::string const& number, base::Diagnostics& diagnostics);
/// Nothing is known of the last import, so nothing is taken away: services that the office may have given up, among
/// those that the files are about (`covered`).
void report_ended_services(model::Value const& record, OfficeRows const& rows, std::set<std::string> const& covered,
                           base::Diagnostics& diagnostics);
/// The source no longer gives the field; its value was kept.
void report_withdrawn(std::string const& key, model::Value const& value, SourceRow const& row,
                      model::Schema const& schema, base::Diagnostics& diagnostics);
/// Staff and source say different things; staff's value was kept.
void report_disagreement(Disagreement const& some, SourceRow const& row, model::Schema const& schema,
                         base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
