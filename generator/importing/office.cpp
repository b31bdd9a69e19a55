#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "importing/office_rows.hpp"

namespace tebiki::importing {
namespace {

using base::Diagnostics;
using Claims = std::vector<Claim>;

/// Text of six decimals sorts like its number while all of it lies in Japan.
std::string median(std::vector<std::string>& values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// A field that one column gives.
struct Property {
  ImportField field;
  Column column;
  ReadCell (*read)(std::string_view);
  std::string (*same)(std::string_view);  ///< the key of a value, equal for its spellings
  Compatible compatible;
  std::string (*spelled)(std::string_view);  ///< the cell but for its spelling; null where characters never change
};

std::string itself(std::string_view text) { return std::string(text); }
std::string spelled_kana(std::string_view text) { return base::hiragana(even_width(base::nfkc(text))); }

constexpr Property name{ImportField::name, Column::name, read_name, base::search_key, are_one_name, even_width};
constexpr Property kana{ImportField::reading, Column::kana, read_kana, base::search_key, are_one_reading, spelled_kana};
constexpr Property corporation{ImportField::corporation, Column::corporation, read_name,
                               base::search_key,         are_one_corporation, even_width};
constexpr Property corporate_number{
    ImportField::corporate_number, Column::corporate_number, read_corporate_number, itself, never_compatible, nullptr};
constexpr Property tel{ImportField::telephone, Column::tel, read_telephone, base::digits_of, never_compatible, nullptr};
constexpr Property fax{ImportField::fax, Column::fax, read_telephone, base::digits_of, never_compatible, nullptr};
constexpr Property url{ImportField::web_address, Column::url,     read_web_address,
                       web_address_key,          are_of_one_site, even_width};
constexpr Property note{ImportField::note, Column::note, read_words, base::search_key, never_compatible, even_width};

constexpr Property departments{ImportField::departments, Column::departments, read_items,
                               base::search_key,         never_compatible,    even_width};

class Office {
 public:
  Office(OfficeRows const& rows, OfficeBefore const& before, Surroundings const& surroundings, Diagnostics& diagnostics)
      : centres_(surroundings.centres), office_(rows, before, surroundings, diagnostics) {}

  ReadOffice read(std::set<std::string> const& covered) {
    office_.result.services = with_uncovered(read_services(office_.rows, office_.conflicts, office_.diagnostics),
                                             office_.before.services, covered);
    std::string const taken_name = add_property(name, all_rows());
    add_property(kana, rows_named(taken_name));
    add_member(office_.result.fields, office_.list.record[ImportField::services],
               service_names(office_.result.services));
    add_number();
    add_property(corporation, all_rows());
    add_property(corporate_number, all_rows());
    auto const address = importing::add_address(office_);
    // Numbers that differ by service are with the services; what differs within one was told there.
    Diagnostics untold;
    ConflictReport of_services{{}, untold};
    add_property(tel, all_rows(), of_services);
    add_property(fax, all_rows(), of_services);
    importing::add_coordinates(office_, address, centres_);
    add_consultation();
    add_service_fields(office_.result.services, office_.list, office_.result.fields);
    note_service_cells();
    add_property(url, all_rows());
    add_property(note, all_rows());
    report_suspension();
    office_.result.conflicts = std::move(office_.conflicts.now);
    return std::move(office_.result);
  }

 private:
  using Rows = std::vector<SourceRow const*>;

  Rows all_rows() const {
    Rows rows;
    for (SourceRow const& row : office_.rows) rows.push_back(&row);
    return rows;
  }

  /// The rows of that name: only they say how it is read.
  Rows rows_named(std::string const& text) const {
    Rows rows = all_rows();
    std::erase_if(rows, [&](SourceRow const* row) {
      return base::search_key(read_name(row->text(Column::name)).text) != base::search_key(text);
    });
    return rows.empty() ? all_rows() : rows;
  }

  /// Of medical institutions: the hours, and the departments apart by 、.
  void add_consultation() {
    add_property(departments, all_rows());
    SourceRow const& row = office_.rows.front();
    ReadCell const hours = read_hours(row.text(Column::opening), row.text(Column::closing));
    if (hours.doubt && !office_.listed(ImportField::hours)) office_.report(*hours.doubt, row, Column::opening);
    office_.add_text(ImportField::hours, hours.text);
  }

  /// Only a number of the office's own: that of a row is nothing to tell it by elsewhere.
  void add_number() {
    SourceRow const& row = office_.rows.front();
    if (!plain_width(row.text(Column::office_number)).empty())
      office_.add_text(ImportField::office_number, row.office_number);
  }

  std::string add_property(Property const& property, Rows const& rows) {
    return add_property(property, rows, office_.conflicts);
  }

  std::string add_property(Property const& property, Rows const& rows, ConflictReport& conflicts) {
    Claims claims;
    for (SourceRow const* row : rows) {
      ReadCell reading = property.read(row->text(property.column));
      if (reading.text.empty()) continue;
      std::string key = property.same(reading.text);
      bool const minor = is_minor(property, *row, reading.text);
      claims.push_back({std::move(reading.text), std::move(key), row, property.column,
                        minor ? Claim::Standing::minor : Claim::Standing::main});
    }
    std::string const text = office_.agreed_on(property.field, claims, office_.present(property.field, property.same),
                                               property.compatible, conflicts);
    if (text.empty()) {
      report_left_out(property, rows);
    } else {
      note_claim(property, claims, text);
    }
    office_.add_text(property.field, text);
    return text;
  }

  /// The name of a service, or the reading in its place; a house that stands for its corporation.
  static bool is_minor(Property const& property, SourceRow const& row, std::string const& text) {
    if (property.field == corporation.field) return !names_a_corporation(text);
    bool const read = base::search_key(text) == base::search_key(read_kana(row.text(Column::kana)).text);
    return property.field == name.field && (read || names_a_service(text));
  }

  /// No row gives a value: why, unless the list has one.
  void report_left_out(Property const& property, Rows const& rows) {
    for (SourceRow const* row : rows) {
      std::string_view const cell = row->text(property.column);
      ReadCell const reading = property.read(cell);
      if (reading.doubt && !office_.listed(property.field))
        return office_.report(*reading.doubt, *row, property.column);
      if (reading.doubt || even_width(cell).empty()) continue;
      return office_.note_mend(property.field, property.column, std::string(cell), "", Mend::Extent::characters);
    }
  }

  void note_claim(Property const& property, Claims const& claims, std::string const& text) {
    auto const claim = std::find_if(claims.begin(), claims.end(), [&](Claim const& some) { return some.text == text; });
    if (claim == claims.end()) return;
    std::string_view const cell = claim->row->text(property.column);
    if (cell == text) return;
    bool const characters = property.spelled && property.spelled(cell) != text;
    office_.note_mend(property.field, property.column, std::string(cell), text,
                      characters ? Mend::Extent::characters : Mend::Extent::spelling);
  }

  void note_service_cells() {
    for (SourceRow const& row : office_.rows) {
      std::string_view const capacity = row.text(Column::capacity);
      ReadCell const read = read_capacity(capacity);
      if (read.text.empty() && !read.doubt && !capacity.empty())
        office_.note_mend(ImportField::capacity, Column::capacity, std::string(capacity), "", Mend::Extent::spelling);
      for (auto const& [field, column] : {std::pair{ImportField::services, Column::service},
                                          {ImportField::days, Column::days},
                                          {ImportField::days_note, Column::days_note}}) {
        std::string_view const cell = row.text(column);
        if (plain_width(cell) == even_width(cell)) continue;
        office_.note_mend(field, column, std::string(cell), plain_width(cell), Mend::Extent::characters);
      }
    }
  }

  void report_suspension() {
    for (SourceRow const& row : office_.rows) {
      std::string_view const text = row.text(Column::name);
      bool const suspended = std::any_of(suspensions.begin(), suspensions.end(), [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
      });
      if (!suspended) continue;
      office_.diagnostics.warning(
          row.at(Column::name), "import-suspended",
          {fmt::format("事業所名「{}」によると、休止か廃止のようです。", plain_width(text)),
           fmt::format("By its name, “{}”, this office is closed.", plain_width(text))},
          {"そのまま取り込みました。事業所に確かめ、休止中なら publish_until などで掲載を止めてください。",
           "It was taken as it is. Ask the office, and hide it with publish_until if it is closed."});
      return;
    }
  }

  static constexpr std::array<std::string_view, 4> suspensions = {"休止", "廃止", "休業", "閉鎖"};
  MunicipalityCentres const& centres_;
  OfficeFields office_;
};

}  // namespace

MunicipalityCentres::MunicipalityCentres(std::vector<OfficeRows> const& offices) {
  constexpr std::size_t fewest = 5;
  std::map<std::string_view, std::pair<std::vector<std::string>, std::vector<std::string>>> points;
  for (OfficeRows const& rows : offices) {
    for (SourceRow const& row : rows) {
      std::string const point = read_coordinates(row.text(Column::latitude), row.text(Column::longitude)).text;
      if (point.empty()) continue;
      auto& [latitudes, longitudes] = points[row.text(Column::municipality_code)];
      latitudes.push_back(point.substr(0, point.find(',')));
      longitudes.push_back(point.substr(point.find(',') + 1));
    }
  }
  for (auto& [municipality, both] : points) {
    if (both.first.size() < fewest) continue;
    middles_.emplace(municipality, median(both.first) + "," + median(both.second));
  }
}

bool MunicipalityCentres::far_off(std::string_view municipality, std::string_view coordinates) const {
  constexpr double farthest = 50'000;
  auto const middle = middles_.find(municipality);
  return middle != middles_.end() && metres_between(middle->second, coordinates) > farthest;
}

ReadOffice read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                       Surroundings const& surroundings, Diagnostics& diagnostics) {
  return Office(rows, before, surroundings, diagnostics).read(covered);
}

}  // namespace tebiki::importing
