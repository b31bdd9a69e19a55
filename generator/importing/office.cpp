#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "importing/address.hpp"
#include "importing/agreement.hpp"
#include "importing/reading.hpp"
#include "importing/service_fields.hpp"
#include "support/unicode.hpp"

namespace tebiki::importing {

namespace {

using support::Diagnostics;
using Claims = std::vector<Claim>;

/// A field that one column gives.
struct Property {
  std::string_view key;
  Column column;
  Reading (*read)(std::string_view);
  std::string (*same)(std::string_view);  ///< the key of a value, equal for its spellings
};

std::string itself(std::string_view text) { return std::string(text); }

constexpr Property name{"name", Column::name, read_name, support::search_key};
constexpr Property kana{"kana", Column::kana, read_kana, support::search_key};
constexpr Property corporation{"corporation", Column::corporation, read_name, support::search_key};
constexpr Property corporate_number{"corporate_number", Column::corporate_number, read_corporate_number, itself};
constexpr Property tel{"tel", Column::tel, read_telephone, support::digits_of};
constexpr Property fax{"fax", Column::fax, read_telephone, support::digits_of};
constexpr Property url{"url", Column::url, read_web_address, web_address_key};
constexpr Property note{"note", Column::note, read_words, support::search_key};

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
  Office(OfficeRows const& rows, model::Value const& present, Surroundings const& surroundings,
         Diagnostics& diagnostics)
      : rows_(rows), present_(present), surroundings_(surroundings), diagnostics_(diagnostics) {}

  model::Object fields() {
    add_property(name);
    add_property(kana);
    add_member(fields_, "services", service_names(rows_));
    add_text("office_number", rows_.front().office_number);
    add_property(corporation);
    add_property(corporate_number);
    add_address();
    add_property(tel);
    add_property(fax);
    add_coordinates();
    add_service_fields(rows_, fields_, diagnostics_);
    add_property(url);
    add_property(note);
    report_suspension();
    return std::move(fields_);
  }

 private:
  Present present(std::string_view key, std::string (*same)(std::string_view)) const {
    std::string_view const text = present_.text_of(key);
    return {text, same(text)};
  }

  void add_text(std::string_view key, std::string text) { add_member(fields_, key, std::move(text)); }

  void add_property(Property const& property) {
    Claims claims;
    for (SourceRow const& row : rows_) {
      Reading reading = property.read(row.text(property.column));
      if (reading.doubt) report(*reading.doubt, row, property.column, diagnostics_);
      if (reading.text.empty()) continue;
      std::string key = property.same(reading.text);
      claims.push_back({std::move(reading.text), std::move(key), &row, property.column});
    }
    add_text(property.key, agreed(claims, present(property.key, property.same), diagnostics_));
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
    std::string const text = agreed(claims, present("address", address_key), diagnostics_);
    Claims buildings;
    std::string town;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Address const& address = addresses[i];
      if (address_key(address.text) != address_key(text)) continue;
      if (town.empty()) town = address.town;
      if (address.building.empty()) continue;
      buildings.push_back({address.building, address_key(address.building), &rows_[i], Column::building});
    }
    add_text("address", text);
    add_text("building", agreed(buildings, present("building", address_key), diagnostics_));
    if (!town.empty()) add_member(fields_, "areas", model::Values{model::Value{town, {}}});
  }

  /// Points nearer than a hundred metres are the same place, measured twice.
  void add_coordinates() {
    constexpr double same_place = 100;
    Claims claims;
    std::vector<std::string> places;
    auto place_key = [&](std::string const& text) {
      auto const known = std::find_if(places.begin(), places.end(),
                                      [&](std::string const& p) { return metres_between(p, text) < same_place; });
      return known == places.end() ? places.emplace_back(text) : *known;
    };
    for (SourceRow const& row : rows_) {
      Reading reading = read_coordinates(row.text(Column::latitude), row.text(Column::longitude));
      bool const known = !reading.text.empty();
      if (known && surroundings_.far_off(row.text(Column::municipality), reading.text)) {
        reading = far_off(row, reading.text);
      }
      if (reading.doubt) report(*reading.doubt, row, Column::latitude, diagnostics_);
      if (!reading.text.empty()) claims.push_back({reading.text, place_key(reading.text), &row, Column::latitude});
    }
    std::string const now(present_.text_of("coordinates"));
    add_text("coordinates", agreed(claims, {now, now.empty() ? now : place_key(now)}, diagnostics_));
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
  model::Value const& present_;
  Surroundings const& surroundings_;
  Diagnostics& diagnostics_;
  model::Object fields_;
};

}  // namespace

model::Object office_fields(OfficeRows const& rows, model::Value const& present, Surroundings const& surroundings,
                            Diagnostics& diagnostics) {
  return Office(rows, present, surroundings, diagnostics).fields();
}

}  // namespace tebiki::importing
