#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "importing/merge.hpp"
#include "importing/office.hpp"
#include "model/list.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// A record that an import made different, and the fields that it changed.
struct ChangedRecord {
  std::string id;
  std::string name;
  std::vector<FieldChange> fields;
  std::size_t place = 0;  ///< in `Imported::records`
};

/// A new or changed record and the cells of the source that were not taken letter by letter.
struct MendedRecord {
  std::string id;
  std::string name;
  std::vector<Mend> mends;
};

/// A record of the list that is not the import's own, and where it stands: `lists/facilities/facilities.json:12`.
struct Listed {
  model::Value record;
  std::string place;
};

/// What is there before an import.
struct ListBefore {
  std::vector<model::Value> records;  ///< of the import's own file
  Baseline baseline;                  ///< of the last import; empty when nothing is known of it
  std::vector<Listed> elsewhere;      ///< the records of the list's other files
  model::Schema schema;               ///< of the list: what its fields are called
};

struct Imported {
  std::vector<model::Value> records;  ///< objects, in the order they are to be written: the existing ones first
  Baseline baseline;                  ///< for the next import
  std::size_t offices = 0;            ///< of the municipality, in the files
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;  ///< offices of the source that stay as they were
  std::size_t vanished = 0;   ///< records whose office the source no longer has; they are kept
  std::size_t doubts = 0;     ///< warnings that were added to the diagnostics
  std::vector<ChangedRecord> changes;
  std::vector<MendedRecord> mends;
  std::vector<std::string> removed;  ///< numbers of offices that staff took out of the list; they are not added again
};

/// Reads `jigyosho_NNN.csv` files (介護サービス情報公表システム) into records of a list, one per 事業所番号 with its
/// services. `municipality` is a 団体コード of six or five digits, also that of a city with its wards.
///
/// Rows that contradict one another: what most rows say holds, among equals the file with the lowest number; but
/// where the source's value of last time is among them, that stays. Mere differences of spelling (width, blanks,
/// 三丁目 and 3丁目) are no contradiction; the fullest spelling is taken. Nor is it one where services have numbers and
/// hours of their own: they are kept by service.
///
/// An office of the list is found by `office_number`, otherwise by id, and merged as `merge` tells, so that what staff
/// wrote is never lost; services whose files were not given stay as they are, so do records that the source lacks.
/// Importing the same files again changes nothing. An office that stands in another file of the list is not added,
/// with a warning.
///
/// Every doubt is a warning at its cell; conflicting values name both rows, once
/// until either changes. Missing columns, a wrong municipality
/// and files without any row of it are errors.
Imported import_mhlw_care(std::vector<ImportFile> const& files, std::string const& municipality,
                          ListBefore const& before, base::Sources const& sources, base::Diagnostics& diagnostics);

/// The text of the list's file: pretty JSON, two blanks a level, a line end at the end. Numbers that stand in `sources`
/// keep all their digits.
std::string records_json(std::vector<model::Value> const& records, base::Sources const& sources);

/// What an import did, in one line.
base::Message summary(Imported const& imported);

/// What an import did: a line for each changed field (office, field, old, new), for each cell whose characters were
/// changed and for each office that staff took out of the list; then how many cells were only spelled in another way,
/// by column, and the numbers in one line. Fields are called by the labels of the list's schema; `path` is the file
/// that the import fills: `lists/facilities/mhlw-care.json`.
base::Message report(Imported const& imported, model::Schema const& schema, std::string_view path);

/// Whether a list of that schema can hold what an import wrote. If not, one error at the schema names all that is
/// missing: fields, columns of rows, choices; and fields that the schema requires but no record has.
bool fits(std::vector<model::Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
