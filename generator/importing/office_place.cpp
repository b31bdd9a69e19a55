// Where an office is.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "importing/office.hpp"
#include "importing/read_cell.hpp"

namespace tebiki::importing {

namespace {

using Claims = std::vector<Claim>;

ReadCell far_off(SourceRow const& row, std::string const& coordinates) {
  std::string const municipality = plain_width(row.text(Column::municipality));
  return {"", Doubt{"import-coordinates",
                    {fmt::format("緯度・経度「{}」は{}から遠く離れています。", coordinates, municipality),
                     fmt::format("The coordinates “{}” are far from {}.", coordinates, municipality)},
                    {"取り込みませんでした。地図で確かめて書き足してください。",
                     "They were left out. Look the place up and add them."}}};
}

Address address_in(SourceRow const& row) {
  return read_address(row.text(Column::address), row.text(Column::building), plain_width(row.text(Column::prefecture)),
                      plain_width(row.text(Column::municipality)));
}

void note_address(OfficeFields& office, SourceRow const& row, Address const& address) {
  for (auto const& [key, column, text] : {std::tuple{"address", Column::address, address.text},
                                          std::tuple{"building", Column::building, address.building}}) {
    std::string_view const cell = row.text(column);
    bool const noted = std::any_of(office.result.mends.begin(), office.result.mends.end(),
                                   [&](Mend const& mend) { return mend.column == column; });
    if (noted || cell == text) continue;
    bool const characters = plain_width(cell) != even_width(cell);
    office.note_mend(key, column, std::string(cell), text,
                     characters ? Mend::Extent::characters : Mend::Extent::spelling);
  }
}

}  // namespace

/// Address, building and town belong together: they are those of the rows whose address holds.
std::string add_address(OfficeFields& office) {
  std::vector<Address> addresses;
  Claims claims;
  for (SourceRow const& row : office.rows) {
    addresses.push_back(address_in(row));
    Address const& address = addresses.back();
    if (!address.text.empty()) claims.push_back({address.text, address_key(address.text), &row, Column::address});
  }
  std::string const text =
      office.agreed_on("address", claims, office.present("address", address_key), are_one_place, office.conflicts);
  Claims buildings;
  std::string town;
  for (std::size_t i = 0; i < office.rows.size(); ++i) {
    Address const& address = addresses[i];
    if (address_key(address.text) != address_key(text)) continue;
    if (town.empty()) town = address.town;
    if (address.text == text) note_address(office, office.rows[i], address);
    if (address.building.empty()) continue;
    buildings.push_back({address.building, address_key(address.building), &office.rows[i], Column::building});
  }
  // Services on two floors of one house, or one cell that says more than the other: nothing to decide.
  office.add_text("address", text);
  office.add_text("building", office.agreed_on("building", buildings, office.present("building", address_key),
                                               always_compatible, office.conflicts));
  if (!town.empty()) add_member(office.result.fields, "areas", model::Values{model::Value{town, {}}});
  return address_key(text);
}

/// Points nearer than half a kilometre are the same place, found twice. Where the address holds, they do.
void add_coordinates(OfficeFields& office, std::string const& place, MunicipalityCentres const& centres) {
  constexpr double same_place = 500;
  Claims claims;
  std::vector<std::string> places;
  auto place_key = [&](std::string const& text) {
    auto const known = std::find_if(places.begin(), places.end(),
                                    [&](std::string const& p) { return metres_between(p, text) < same_place; });
    return known == places.end() ? places.emplace_back(text) : *known;
  };
  std::vector<std::pair<SourceRow const*, Doubt>> doubts;
  for (SourceRow const& row : office.rows) {
    Address const address = address_in(row);
    if (address_key(address.text) != place) continue;
    ReadCell reading = read_coordinates(row.text(Column::latitude), row.text(Column::longitude));
    if (!reading.text.empty() && centres.far_off(row.text(Column::municipality_code), reading.text)) {
      reading = far_off(row, reading.text);
    }
    if (reading.doubt && !reading.text.empty()) office.report(*reading.doubt, row, Column::latitude);
    if (reading.doubt) doubts.emplace_back(&row, *reading.doubt);
    if (!reading.text.empty()) claims.push_back({reading.text, place_key(reading.text), &row, Column::latitude});
  }
  model::Value const* before = office.before.last ? office.last("coordinates") : office.listed("coordinates");
  std::string const now = before && before->text() ? *before->text() : "";
  std::string const text = office.agreed_on("coordinates", claims, {now, now.empty() ? now : place_key(now)},
                                            never_compatible, office.conflicts);
  bool const unknown = text.empty() && !office.listed("coordinates");
  if (!doubts.empty() && unknown) office.report(doubts.front().second, *doubts.front().first, Column::latitude);
  office.add_text("coordinates", text);
}

}  // namespace tebiki::importing
