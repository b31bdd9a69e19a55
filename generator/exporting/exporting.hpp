#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.hpp"

/// Files for machines, made of records. Paths are from the folder of the site, whole or of an area.
namespace tebiki::exporting {

/// What one site, whole or of an area, gives to machines.
struct Exports {
  std::vector<model::OutputFile> files;
  std::vector<model::OpenDataFile> data;  ///< those that are open data, in the order of lists
  std::vector<model::Feed> feeds;
};
/// Of each list CSV, JSON, XLSX, GeoJSON where it has places, and the data sets that its schema names (`x-export`);
/// calendars; feeds. Nothing depends on the clock or on the number of threads. Linear in records.
Exports exports_of(model::Site const& site, unsigned jobs);

/// sitemap.xml of the pages of all sites, and robots.txt that names it. Nothing without a `base_url`: addresses there
/// are absolute.
std::vector<model::OutputFile> addresses(std::vector<model::ComposedSite> const& sites);

/// What the page shows, as JSON-LD in the words of schema.org: the record, by `x-schema-org`, and where the page
/// stands. Safe inside a script element: `<`, U+2028 and U+2029 are escaped. Empty where there is nothing to say.
std::string structured_data(model::Site const& site, model::Document const& page);

/// iCalendar files (RFC 5545) of each list of events: one for every event that has a day, `events/aoba/aoba.ics`, and
/// one for all, `events/events.ics`. Times are those of Asia/Tokyo; UIDs follow from list and id, DTSTAMP from the day
/// of confirmation or else that for which the site is made. Linear in records.
std::vector<model::OutputFile> calendars(model::Site const& site);

/// A content line with its end, folded after 75 octets between characters (RFC 5545 §3.1).
std::string folded(std::string_view line);
/// TEXT with backslash, semicolon, comma and line feed escaped (§3.3.11); other control characters are left out.
std::string escaped(std::string_view text);

// ---- the files of a list ----

/// A column of a list's files: a field, or where there is none the id or what a Markdown file says below its fields.
struct ListColumn {
  enum class Of { id, field, body };
  Of of = Of::field;
  model::Field const* field = nullptr;
  std::string label;
};
/// The id, the fields of the schema, those that every list understands and a record has, and the body.
std::vector<ListColumn> columns_of(model::List const& list, model::Words const& words);
/// A cell as text: several values with 、 between them, rows on lines of their own.
std::string cell_text(ListColumn const& column, model::Record const& record, model::Words const& words);
/// The value of a field, or nullptr.
model::FieldValue const* value_of(ListColumn const& column, model::Record const& record);

/// Rows of cells as CSV (RFC 4180): UTF-8 with BOM, CRLF.
class CsvWriter {
 public:
  /// Whether a spreadsheet program might take the cell for a formula: words might, numbers do not.
  enum class Cell { words, number };
  void cell(std::string_view text, Cell kind = Cell::words);
  void end_row();
  std::string take() { return std::move(out_); }

 private:
  std::string out_ = "\xEF\xBB\xBF";
  bool row_begun_ = false;
};

/// A workbook of one sheet: numbers and days as such, all else as text, so that telephone numbers keep their 0. It says
/// that it was made on `site.today`. What is longer than a cell of Excel can be is cut, and says so. Throws Failure
/// where it cannot be written.
std::string xlsx(model::List const& list, model::Site const& site);
/// Of a data set and a standard, the CSV of the records of the list that belong to it. Linear in records.
std::string standard_csv(model::List const& list, model::OpenDataSet set, model::OpenDataStandard standard,
                         model::Site const& site);
/// How many records of the list belong to a data set.
std::size_t count_in(model::List const& list, model::OpenDataSet set);
/// Whether fields of the list fill columns of the data set.
bool fills(model::List const& list, model::OpenDataSet set);

/// Adds the Atom feeds (RFC 4287) of what has a day of publication (`news.xml`), and of what was confirmed or put on
/// the site (`changes.xml`), the newest first. Nothing without a `base_url`.
void add_feeds(model::Site const& site, Exports& exports);
/// Text in XML (1.0): what it forbids is left out.
std::string xml_escaped(std::string_view text);

}  // namespace tebiki::exporting
