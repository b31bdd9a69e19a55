#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/office.hpp"
#include "model/list.hpp"
#include "model/site.hpp"
#include "model/typed_values.hpp"

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
Merged merge(model::Value const& record, model::Object const* last, model::Object const& source,
             ListFields const& list);

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
  std::vector<model::Area> areas;     ///< of the site: what is imported is given the one that its municipality is
};

/// What an importer is given.
struct ImportInput {
  std::vector<ImportFile> const& files;
  std::string const& municipality;  ///< 団体コード of six or five digits, also that of a city with its wards
  ListBefore const& before;
  base::Sources const& sources;
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

/// A source of public data.
struct Importer {
  std::string_view name;  ///< SOURCE on the command line; the file of the list is called after it
  base::Message reads;    ///< what its files are
  Imported (*import)(ImportInput const& input, base::Diagnostics& diagnostics);
};

/// All importers.
std::vector<Importer> const& importers();
/// The one of that name, or nullptr.
Importer const* importer(std::string_view name);

/// Reads tables of that format into records of a list, one per office number with its services.
///
/// Rows that contradict one another: what most rows say holds, among equals the file with the lowest number; but
/// where the source's value of last time is among them, that stays. Mere differences of spelling (width, blanks,
/// 三丁目 and 3丁目) are no contradiction; the fullest spelling is taken. Nor is it one where services have numbers and
/// hours of their own: they are kept by service.
///
/// An office of the list is found by its number, otherwise by id, and merged as `merge` tells, so that what staff
/// wrote is never lost; services whose files were not given stay as they are, so do records that the source lacks.
/// Importing the same files again changes nothing. An office that stands in another file of the list is not added,
/// with a warning.
///
/// Every doubt is a warning at its cell; conflicting values name both rows, once until either changes. Missing columns,
/// a file that is cut off, a wrong municipality and files without any row of it are errors.
Imported import_offices(TableFormat const& format, ImportInput const& input, base::Diagnostics& diagnostics);

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

/// What staff are to look into after an import: each a warning at the cell or record that it is about; the first two
/// are errors of the whole import.
void report_municipality(std::string const& municipality, base::Diagnostics& diagnostics);
void report_no_rows(std::string const& municipality, base::Diagnostics& diagnostics);
/// The file ends in the middle of a row or character: an error.
void report_cut_off(base::SourceLocation at, base::Diagnostics& diagnostics);
/// The site has areas, and the municipality is none of them.
void report_no_area(std::string const& municipality, std::vector<model::Area> const& areas,
                    base::Diagnostics& diagnostics);
/// The office stands in another file of the list, at `place`.
void report_listed(SourceRow const& row, std::string const& place, base::Diagnostics& diagnostics);
/// The source no longer has the office of that number.
void report_vanished(model::Value const& record, std::string const& number, TableFormat const& format,
                     ListFields const& list, base::Diagnostics& diagnostics);
/// Nothing is known of the last import, so nothing is taken away: services that the office may have given up, among
/// those that the files are about (`covered`).
void report_ended_services(model::Value const& record, OfficeRows const& rows, std::set<std::string> const& covered,
                           ListFields const& list, base::Diagnostics& diagnostics);
/// The source no longer gives the field; its value was kept.
void report_withdrawn(std::string const& key, model::Value const& value, SourceRow const& row, ListFields const& list,
                      base::Diagnostics& diagnostics);
/// Staff and source say different things; staff's value was kept.
void report_disagreement(Disagreement const& some, SourceRow const& row, ListFields const& list,
                         base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
