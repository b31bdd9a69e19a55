#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "importing/names.hpp"
#include "importing/read_cell.hpp"

namespace tebiki::importing {
namespace {

using base::Diagnostics;
using Claims = std::vector<Claim>;

/// A field that one column gives.
struct Property {
  std::string_view key;
  Column column;
  ReadCell (*read)(std::string_view);
  std::string (*same)(std::string_view);  ///< the key of a value, equal for its spellings
  Compatible compatible;
  std::string (*spelled)(std::string_view);  ///< the cell but for its spelling; null where characters never change
};

std::string itself(std::string_view text) { return std::string(text); }
std::string spelled_kana(std::string_view text) { return base::hiragana(even_width(base::nfkc(text))); }

constexpr Property name{"name", Column::name, read_name, base::search_key, are_one_name, even_width};
constexpr Property kana{"kana", Column::kana, read_kana, base::search_key, are_one_reading, spelled_kana};
constexpr Property corporation{"corporation",    Column::corporation, read_name,
                               base::search_key, are_one_corporation, even_width};
constexpr Property corporate_number{
    "corporate_number", Column::corporate_number, read_corporate_number, itself, never_compatible, nullptr};
constexpr Property tel{"tel", Column::tel, read_telephone, base::digits_of, never_compatible, nullptr};
constexpr Property fax{"fax", Column::fax, read_telephone, base::digits_of, never_compatible, nullptr};
constexpr Property url{"url", Column::url, read_web_address, web_address_key, are_of_one_site, even_width};
constexpr Property note{"note", Column::note, read_words, base::search_key, never_compatible, even_width};

class Office {
 public:
  Office(OfficeRows const& rows, OfficeBefore const& before, MunicipalityCentres const& centres,
         Diagnostics& diagnostics)
      : centres_(centres), office_(rows, before, diagnostics) {}

  ReadOffice read(std::set<std::string> const& covered) {
    office_.result.services = with_uncovered(read_services(office_.rows, office_.conflicts, office_.diagnostics),
                                             office_.before.services, covered);
    std::string const taken_name = add_property(name, all_rows());
    add_property(kana, rows_named(taken_name));
    add_member(office_.result.fields, "services", service_names(office_.result.services));
    office_.add_text("office_number", office_.rows.front().office_number);
    add_property(corporation, all_rows());
    add_property(corporate_number, all_rows());
    auto const address = importing::add_address(office_);
    // Numbers that differ by service are with the services; what differs within one was told there.
    Diagnostics untold;
    ConflictReport of_services{{}, untold};
    add_property(tel, all_rows(), of_services);
    add_property(fax, all_rows(), of_services);
    importing::add_coordinates(office_, address, centres_);
    add_service_fields(office_.result.services, office_.result.fields);
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
    std::string const text = office_.agreed_on(property.key, claims, office_.present(property.key, property.same),
                                               property.compatible, conflicts);
    if (text.empty()) {
      report_left_out(property, rows);
    } else {
      note_claim(property, claims, text);
    }
    office_.add_text(property.key, text);
    return text;
  }

  /// The name of a service, or the reading in its place; a house that stands for its corporation.
  static bool is_minor(Property const& property, SourceRow const& row, std::string const& text) {
    if (property.key == corporation.key) return !names_a_corporation(text);
    bool const read = base::search_key(text) == base::search_key(read_kana(row.text(Column::kana)).text);
    return property.key == name.key && (read || names_a_service(text));
  }

  /// No row gives a value: why, unless the list has one.
  void report_left_out(Property const& property, Rows const& rows) {
    for (SourceRow const* row : rows) {
      std::string_view const cell = row->text(property.column);
      ReadCell const reading = property.read(cell);
      if (reading.doubt && !office_.listed(property.key)) return office_.report(*reading.doubt, *row, property.column);
      if (reading.doubt || even_width(cell).empty()) continue;
      return office_.note_mend(property.key, property.column, std::string(cell), "", Mend::Extent::characters);
    }
  }

  void note_claim(Property const& property, Claims const& claims, std::string const& text) {
    auto const claim = std::find_if(claims.begin(), claims.end(), [&](Claim const& some) { return some.text == text; });
    if (claim == claims.end()) return;
    std::string_view const cell = claim->row->text(property.column);
    if (cell == text) return;
    bool const characters = property.spelled && property.spelled(cell) != text;
    office_.note_mend(property.key, property.column, std::string(cell), text,
                      characters ? Mend::Extent::characters : Mend::Extent::spelling);
  }

  void note_service_cells() {
    for (SourceRow const& row : office_.rows) {
      std::string_view const capacity = row.text(Column::capacity);
      ReadCell const read = read_capacity(capacity);
      if (read.text.empty() && !read.doubt && !capacity.empty())
        office_.note_mend("capacity", Column::capacity, std::string(capacity), "", Mend::Extent::spelling);
      for (auto const& [key, column] :
           {std::pair{"services", Column::service}, {"days", Column::days}, {"days_note", Column::days_note}}) {
        std::string_view const cell = row.text(column);
        if (plain_width(cell) == even_width(cell)) continue;
        office_.note_mend(key, column, std::string(cell), plain_width(cell), Mend::Extent::characters);
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

model::Value const* OfficeFields::last(std::string_view key) const {
  if (!before.last) return nullptr;
  auto const found =
      std::find_if(before.last->begin(), before.last->end(), [&](model::Member const& m) { return m.key == key; });
  return found == before.last->end() ? nullptr : &found->value;
}

model::Value const* OfficeFields::listed(std::string_view key) const {
  return before.record ? before.record->find(key) : nullptr;
}

Present OfficeFields::present(std::string_view key, std::string (*same)(std::string_view)) const {
  model::Value const* value = before.last ? last(key) : listed(key);
  std::string_view const text = value && value->text() ? std::string_view(*value->text()) : std::string_view();
  return {text, same(text)};
}

/// Whether the list has a value that is not the source's, or staff took it away.
bool OfficeFields::is_settled(std::string_view key) const {
  model::Value const* mine = listed(key);
  model::Value const* theirs = last(key);
  if (!before.last || (!mine && !theirs)) return false;
  return !mine || !theirs || model::to_json(*mine) != model::to_json(*theirs);
}

std::string OfficeFields::agreed_on(std::string_view key, std::vector<Claim> const& claims, Present const& present,
                                    Compatible compatible, ConflictReport& told) const {
  base::Diagnostics untold;
  ConflictReport settled{{}, untold};
  return agreed(claims, present, compatible, is_settled(key) ? settled : told);
}

void OfficeFields::add_text(std::string_view key, std::string text) { add_member(result.fields, key, std::move(text)); }

void OfficeFields::note_mend(std::string_view key, Column column, std::string from, std::string to,
                             Mend::Extent extent) {
  result.mends.push_back({std::string(key), column, std::move(from), std::move(to), extent});
}

void OfficeFields::report(Doubt const& doubt, SourceRow const& row, Column column) const {
  diagnostics.warning(row.at(column), doubt.code, doubt.message, doubt.hint);
}

ReadOffice read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                       MunicipalityCentres const& centres, Diagnostics& diagnostics) {
  return Office(rows, before, centres, diagnostics).read(covered);
}

}  // namespace tebiki::importing
