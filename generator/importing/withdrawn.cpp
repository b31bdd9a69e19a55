#include "importing/withdrawn.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "importing/reading.hpp"
#include "importing/service_kinds.hpp"

namespace tebiki::importing {

namespace {

/// A field that nobody but the source is likely to have given to an imported record.
struct Contact {
  std::string_view key;
  Column column;
  support::Words name;
};

/// A row too short to have the cell says nothing; that is another warning's matter.
bool leaves_blank(SourceRow const& row, Column column) {
  auto const index = (*row.columns)[static_cast<std::size_t>(column)];
  return index && *index < row.cells.size() && plain_width(row.text(column)).empty();
}

/// Whether the files would have every row of the record's office. Services outside the care insurance (病院) have none.
bool all_covered(model::Value const& record, std::set<std::string> const& covered) {
  model::Value const* services = record.find("services");
  if (!services || !services->list()) return true;
  return std::all_of(services->list()->begin(), services->list()->end(), [&](model::Value const& service) {
    auto const kind = service_kind(service.text() ? *service.text() : "");
    return !kind || covered.contains(kind->name);
  });
}

}  // namespace

void report_withdrawn(OfficeRows const& rows, model::Value const& record, std::set<std::string> const& covered,
                      support::Diagnostics& diagnostics) {
  if (!all_covered(record, covered)) return;
  for (Contact const& contact :
       {Contact{"tel", Column::tel, {"電話番号", "telephone number"}},
        Contact{"fax", Column::fax, {"FAX", "fax number"}}, Contact{"url", Column::url, {"URL", "web address"}}}) {
    std::string_view const value = record.text_of(contact.key);
    auto const blank = [&](SourceRow const& row) { return leaves_blank(row, contact.column); };
    if (value.empty() || !std::all_of(rows.begin(), rows.end(), blank)) continue;
    SourceRow const& row = rows.front();
    diagnostics.warning(
        row.at(contact.column), "import-withdrawn",
        {fmt::format("事業所番号 {} の「{}」は、元のデータで空欄になりました。前の値「{}」を残しました。",
                     row.office_number, contact.name.ja, value),
         fmt::format("Office {}: its {} is blank in the files now. \"{}\" was kept.", row.office_number,
                     contact.name.en, value)},
        {"電話などで確かめ、使われていなければ消してください。",
         "Ask the office, and remove it if it is not used any more."});
  }
}

}  // namespace tebiki::importing
