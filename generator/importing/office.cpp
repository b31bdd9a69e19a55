#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/unicode.hpp"
#include "importing/address.hpp"
#include "importing/agreement.hpp"
#include "importing/names.hpp"
#include "importing/reading.hpp"

namespace tebiki::importing {

namespace {

using base::Diagnostics;
using Claims = std::vector<Claim>;

/// A field that one column gives.
struct Property {
  std::string_view key;
  Column column;
  Reading (*read)(std::string_view);
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

void report(Doubt const& doubt, SourceRow const& row, Column column, Diagnostics& diagnostics) {
  diagnostics.warning(row.at(column), doubt.code, doubt.message, doubt.hint);
}

Reading far_off(SourceRow const& row, std::string const& coordinates) {
  std::string const municipality = plain_width(row.text(Column::municipality));
  return {"", Doubt{"import-coordinates",
                    {fmt::format("緯度・経度「{}」は{}から遠く離れています。", coordinates, municipality),
                     fmt::format("The coordinates \"{}\" are far from {}.", coordinates, municipality)},
                    {"取り込みませんでした。地図で確かめて書き足してください。",
                     "They were left out. Look the place up and add them."}}};
}

class Office {
 public:
  Office(OfficeRows const& rows, OfficeBefore const& before, Surroundings const& surroundings, Diagnostics& diagnostics)
      : rows_(rows),
        before_(before),
        surroundings_(surroundings),
        diagnostics_(diagnostics),
        conflicts_{before.conflicts, diagnostics} {}

  OfficeReading read(std::set<std::string> const& covered) {
    result_.services = with_uncovered(read_services(rows_, conflicts_, diagnostics_), before_.services, covered);
    std::string const taken_name = add_property(name, all_rows());
    add_property(kana, rows_named(taken_name));
    add_member(fields(), "services", service_names(result_.services));
    add_text("office_number", rows_.front().office_number);
    add_property(corporation, all_rows());
    add_property(corporate_number, all_rows());
    add_address();
    // Numbers that differ by service are with the services; what differs within one was told there.
    Diagnostics untold;
    ConflictReport of_services{{}, untold};
    add_property(tel, all_rows(), of_services);
    add_property(fax, all_rows(), of_services);
    add_coordinates();
    add_service_fields(result_.services, fields());
    note_service_cells();
    add_property(url, all_rows());
    add_property(note, all_rows());
    report_suspension();
    result_.conflicts = std::move(conflicts_.now);
    return std::move(result_);
  }

 private:
  using Rows = std::vector<SourceRow const*>;

  model::Object& fields() { return result_.fields; }

  Rows all_rows() const {
    Rows rows;
    for (SourceRow const& row : rows_) rows.push_back(&row);
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

  model::Value const* last(std::string_view key) const {
    if (!before_.last) return nullptr;
    auto const found =
        std::find_if(before_.last->begin(), before_.last->end(), [&](model::Member const& m) { return m.key == key; });
    return found == before_.last->end() ? nullptr : &found->value;
  }
  model::Value const* listed(std::string_view key) const {
    return before_.record ? before_.record->find(key) : nullptr;
  }

  /// What the source said last time, otherwise what the list has.
  Present present(std::string_view key, std::string (*same)(std::string_view)) const {
    model::Value const* value = before_.last ? last(key) : listed(key);
    std::string_view const text = value && value->text() ? std::string_view(*value->text()) : std::string_view();
    return {text, same(text)};
  }

  /// Whether the list has a value that is not the source's, or staff took it away: then nobody need decide between
  /// values of the source.
  bool is_settled(std::string_view key) const {
    model::Value const* mine = listed(key);
    model::Value const* theirs = last(key);
    if (!before_.last || (!mine && !theirs)) return false;
    return !mine || !theirs || model::to_json(*mine) != model::to_json(*theirs);
  }

  void add_text(std::string_view key, std::string text) { add_member(fields(), key, std::move(text)); }

  std::string agreed_on(std::string_view key, Claims const& claims, Present const& before, Compatible compatible,
                        ConflictReport& conflicts) {
    Diagnostics untold;
    ConflictReport settled{{}, untold};
    return agreed(claims, before, compatible, is_settled(key) ? settled : conflicts);
  }

  std::string add_property(Property const& property, Rows const& rows) {
    return add_property(property, rows, conflicts_);
  }

  std::string add_property(Property const& property, Rows const& rows, ConflictReport& conflicts) {
    Claims claims;
    for (SourceRow const* row : rows) {
      Reading reading = property.read(row->text(property.column));
      if (reading.text.empty()) continue;
      std::string key = property.same(reading.text);
      bool const minor = is_minor(property, *row, reading.text);
      claims.push_back({std::move(reading.text), std::move(key), row, property.column,
                        minor ? Claim::Standing::minor : Claim::Standing::main});
    }
    std::string const text =
        agreed_on(property.key, claims, present(property.key, property.same), property.compatible, conflicts);
    if (text.empty()) {
      report_left_out(property, rows);
    } else {
      note_claim(property, claims, text);
    }
    add_text(property.key, text);
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
      Reading const reading = property.read(cell);
      if (reading.doubt && !listed(property.key)) return report(*reading.doubt, *row, property.column, diagnostics_);
      if (reading.doubt || even_width(cell).empty()) continue;
      return note_mend(property.key, property.column, std::string(cell), "", Mend::Extent::characters);
    }
  }

  void note_claim(Property const& property, Claims const& claims, std::string const& text) {
    auto const claim = std::find_if(claims.begin(), claims.end(), [&](Claim const& some) { return some.text == text; });
    if (claim == claims.end()) return;
    std::string_view const cell = claim->row->text(property.column);
    if (cell == text) return;
    bool const characters = property.spelled && property.spelled(cell) != text;
    note_mend(property.key, property.column, std::string(cell), text,
              characters ? Mend::Extent::characters : Mend::Extent::spelling);
  }

  /// Address, building and town belong together: they are those of the rows whose address holds.
  void add_address() {
    std::vector<Address> addresses;
    Claims claims;
    for (SourceRow const& row : rows_) {
      addresses.push_back(read_address(row.text(Column::address), row.text(Column::building),
                                       plain_width(row.text(Column::prefecture)),
                                       plain_width(row.text(Column::municipality))));
      Address const& address = addresses.back();
      if (!address.text.empty()) claims.push_back({address.text, address_key(address.text), &row, Column::address});
    }
    std::string const text = agreed_on("address", claims, present("address", address_key), are_one_place, conflicts_);
    Claims buildings;
    std::string town;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Address const& address = addresses[i];
      if (address_key(address.text) != address_key(text)) continue;
      if (town.empty()) town = address.town;
      if (address.text == text) note_address(rows_[i], address);
      if (address.building.empty()) continue;
      buildings.push_back({address.building, address_key(address.building), &rows_[i], Column::building});
    }
    address_ = address_key(text);
    // Services on two floors of one house, or one cell that says more than the other: nothing to decide.
    add_text("address", text);
    add_text("building",
             agreed_on("building", buildings, present("building", address_key), always_compatible, conflicts_));
    if (!town.empty()) add_member(fields(), "areas", model::Values{model::Value{town, {}}});
  }

  void note_service_cells() {
    for (SourceRow const& row : rows_) {
      std::string_view const capacity = row.text(Column::capacity);
      Reading const read = read_capacity(capacity);
      if (read.text.empty() && !read.doubt && !capacity.empty())
        note_mend("capacity", Column::capacity, std::string(capacity), "", Mend::Extent::spelling);
      for (auto const& [key, column] :
           {std::pair{"services", Column::service}, {"days", Column::days}, {"days_note", Column::days_note}}) {
        std::string_view const cell = row.text(column);
        if (plain_width(cell) == even_width(cell)) continue;
        note_mend(key, column, std::string(cell), plain_width(cell), Mend::Extent::characters);
      }
    }
  }

  void note_mend(std::string_view key, Column column, std::string from, std::string to, Mend::Extent extent) {
    result_.mends.push_back({std::string(key), column, std::move(from), std::move(to), extent});
  }

  void note_address(SourceRow const& row, Address const& address) {
    for (auto const& [key, column, text] : {std::tuple{"address", Column::address, address.text},
                                            std::tuple{"building", Column::building, address.building}}) {
      std::string_view const cell = row.text(column);
      bool const noted = std::any_of(result_.mends.begin(), result_.mends.end(),
                                     [&](Mend const& mend) { return mend.column == column; });
      if (noted || cell == text) continue;
      bool const characters = plain_width(cell) != even_width(cell);
      note_mend(key, column, std::string(cell), text, characters ? Mend::Extent::characters : Mend::Extent::spelling);
    }
  }

  /// Points nearer than half a kilometre are the same place, found twice. Where the address holds, they do.
  void add_coordinates() {
    constexpr double same_place = 500;
    Claims claims;
    std::vector<std::string> places;
    auto place_key = [&](std::string const& text) {
      auto const known = std::find_if(places.begin(), places.end(),
                                      [&](std::string const& p) { return metres_between(p, text) < same_place; });
      return known == places.end() ? places.emplace_back(text) : *known;
    };
    std::vector<std::pair<SourceRow const*, Doubt>> doubts;
    for (SourceRow const& row : rows_) {
      Address const address =
          read_address(row.text(Column::address), row.text(Column::building), plain_width(row.text(Column::prefecture)),
                       plain_width(row.text(Column::municipality)));
      if (address_key(address.text) != address_) continue;
      Reading reading = read_coordinates(row.text(Column::latitude), row.text(Column::longitude));
      if (!reading.text.empty() && surroundings_.far_off(row.text(Column::municipality_code), reading.text)) {
        reading = far_off(row, reading.text);
      }
      if (reading.doubt && !reading.text.empty()) report(*reading.doubt, row, Column::latitude, diagnostics_);
      if (reading.doubt) doubts.emplace_back(&row, *reading.doubt);
      if (!reading.text.empty()) claims.push_back({reading.text, place_key(reading.text), &row, Column::latitude});
    }
    model::Value const* before = before_.last ? last("coordinates") : listed("coordinates");
    std::string const now = before && before->text() ? *before->text() : "";
    std::string const text =
        agreed_on("coordinates", claims, {now, now.empty() ? now : place_key(now)}, never_compatible, conflicts_);
    bool const unknown = text.empty() && !listed("coordinates");
    if (!doubts.empty() && unknown)
      report(doubts.front().second, *doubts.front().first, Column::latitude, diagnostics_);
    add_text("coordinates", text);
  }

  void report_suspension() {
    for (SourceRow const& row : rows_) {
      std::string_view const text = row.text(Column::name);
      bool const suspended = std::any_of(suspensions.begin(), suspensions.end(), [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
      });
      if (!suspended) continue;
      diagnostics_.warning(
          row.at(Column::name), "import-suspended",
          {fmt::format("事業所名「{}」によると、休止か廃止のようです。", plain_width(text)),
           fmt::format("By its name, \"{}\", this office is closed.", plain_width(text))},
          {"そのまま取り込みました。事業所に確かめ、休止中なら publish_until などで掲載を止めてください。",
           "It was taken as it is. Ask the office, and hide it with publish_until if it is closed."});
      return;
    }
  }

  static constexpr std::array<std::string_view, 4> suspensions = {"休止", "廃止", "休業", "閉鎖"};
  OfficeRows const& rows_;
  OfficeBefore const& before_;
  Surroundings const& surroundings_;
  Diagnostics& diagnostics_;
  ConflictReport conflicts_;
  OfficeReading result_;
  std::string address_;  ///< the key of the one that holds
};

}  // namespace

OfficeReading read_office(OfficeRows const& rows, OfficeBefore const& before, std::set<std::string> const& covered,
                          Surroundings const& surroundings, Diagnostics& diagnostics) {
  return Office(rows, before, surroundings, diagnostics).read(covered);
}

}  // namespace tebiki::importing
