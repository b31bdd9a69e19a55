#pragma once
#include <string>
#include <vector>

#include "model/value.hpp"
#include "support/diagnostics.hpp"
#include "support/source.hpp"

namespace tebiki::importing {

/// A file handed to an importer: its text is in Sources already (UTF-8, also from CP932).
struct ImportFile {
  std::string path;
  support::FileId file;
};

/// A record that an import made different, and the fields that it changed.
struct ChangedRecord {
  std::string id;
  std::string name;
  std::vector<std::string> fields;
};

/// A record of the list that is not the import's own, and where it stands: `lists/facilities/facilities.json:12`.
struct Listed {
  model::Value record;
  std::string place;
};

struct Imported {
  std::vector<model::Value> records;  ///< objects, in the order they are to be written: the existing ones first
  std::size_t offices = 0;            ///< of the municipality, in the files
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;  ///< offices of the source that stay as they were
  std::size_t vanished = 0;   ///< records whose office the source no longer has; they are kept
  std::size_t doubts = 0;     ///< warnings that were added to the diagnostics
  std::vector<ChangedRecord> changes;
};

/// Reads `jigyosho_NNN.csv` files (介護サービス情報公表システム) into records of a list, one per 事業所番号 with its
/// services. `municipality` is a 団体コード of six or five digits, that of a prefecture, or empty for everything.
///
/// Rows that contradict one another: what most rows say holds, among equals the file with the lowest number; but
/// where the list already has one of the values, that stays, for somebody may have found out. Mere differences of
/// spelling (width, blanks, 三丁目 and 3丁目) are no contradiction; the fullest spelling is taken.
///
/// `existing` are the list's records. An office is found by `office_number`, otherwise by id. Fields that the source
/// does not know or leaves empty are kept (a telephone, fax or web address with a warning), so are services whose
/// files were not given, and records that the source lacks. Importing the same files again changes nothing.
///
/// `elsewhere` are the records of the list's other files. An office among them is not added, with a warning.
///
/// Every doubt is a warning at its cell; conflicting values name both rows. Missing columns, a wrong municipality
/// and files without any row of it are errors.
Imported import_mhlw_care(std::vector<ImportFile> const& files, std::string const& municipality,
                          std::vector<model::Value> const& existing, std::vector<Listed> const& elsewhere,
                          support::Sources const& sources, support::Diagnostics& diagnostics);

/// The text of the list's file: pretty JSON, two blanks a level, a line end at the end.
std::string records_json(std::vector<model::Value> const& records);

/// What an import did, in one line.
support::Words summary(Imported const& imported);

}  // namespace tebiki::importing
