// What the rows of one office agree on, and where it is.
#include "importing/office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "importing/office_rows.hpp"

namespace tebiki::importing {
namespace {

/// The claims of one value.
struct Candidate {
  Claim const* first;
  std::size_t votes = 0;
  std::string_view spelling;
  Claim::Standing standing = Claim::Standing::minor;
};

std::vector<Candidate> candidates_of(std::vector<Claim> const& claims) {
  std::vector<Candidate> candidates;
  for (Claim const& claim : claims) {
    auto candidate = std::find_if(candidates.begin(), candidates.end(),
                                  [&](Candidate const& c) { return c.first->key == claim.key; });
    if (candidate == candidates.end())
      candidate = candidates.insert(candidates.end(), Candidate{&claim, 0, claim.text, claim.standing});
    ++candidate->votes;
    if (claim.standing == Claim::Standing::main) candidate->standing = claim.standing;
    if (claim.text.size() > candidate->spelling.size()) candidate->spelling = claim.text;
  }
  return candidates;
}

Candidate const& winner(std::vector<Candidate> const& candidates, Present const& present) {
  auto const kept = std::find_if(candidates.begin(), candidates.end(),
                                 [&](Candidate const& c) { return c.first->key == present.key; });
  if (kept != candidates.end()) return *kept;
  auto const weight = [](Candidate const& candidate) {
    return std::pair(candidate.standing == Claim::Standing::main, candidate.votes);
  };
  return *std::max_element(candidates.begin(), candidates.end(),
                           [&](Candidate const& a, Candidate const& b) { return weight(a) < weight(b); });
}

void report(Candidate const& candidate, Candidate const& taken, base::Diagnostics& diagnostics) {
  SourceRow const& row = *candidate.first->row;
  auto const [name_ja, name_en] = row.format->label(candidate.first->column);
  diagnostics.warning(row.at(candidate.first->column), "import-conflict",
                      {fmt::format("{} の{}が食い違っています。ここでは「{}」、{} では「{}」です。", row.office().ja,
                                   name_ja, candidate.spelling, taken.first->row->place, taken.spelling),
                       fmt::format("{}: its {} is “{}” here and “{}” at {}.", row.office().en, name_en,
                                   candidate.spelling, taken.spelling, taken.first->row->place)},
                      {fmt::format("「{}」を採りました。どちらが正しいか、事業所に確かめてください。", taken.spelling),
                       fmt::format("“{}” was taken. Ask the office which is right.", taken.spelling)});
}

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
  for (auto const& [field, column, text] : {std::tuple{ImportField::address, Column::address, address.text},
                                            std::tuple{ImportField::building, Column::building, address.building}}) {
    std::string_view const cell = row.text(column);
    bool const noted = std::any_of(office.result.mends.begin(), office.result.mends.end(),
                                   [&](Mend const& mend) { return mend.column == column; });
    if (noted || cell == text) continue;
    bool const characters = plain_width(cell) != even_width(cell);
    office.note_mend(field, column, std::string(cell), text,
                     characters ? Mend::Extent::characters : Mend::Extent::spelling);
  }
}

/// The area of the site, for its pages show what is theirs; then the town. A field of one value takes the first.
void add_area(OfficeFields& office, std::string const& town) {
  model::Values values;
  auto const* area = area_of(plain_width(office.rows.front().text(Column::municipality)), office.areas);
  if (area) values.push_back({area->label, {}});
  if (!town.empty() && !(area && area->label == town)) values.push_back({town, {}});
  auto const& key = office.list.record[ImportField::area];
  auto const* field = office.list.schema.find(key);
  bool const one = field && field->kind != model::FieldKind::choices && field->type == model::JsonType::string;
  if (one && !values.empty()) return office.add_text(ImportField::area, *values.front().text());
  add_member(office.result.fields, key, std::move(values));
}

}  // namespace

model::Area const* area_of(std::string_view municipality, std::vector<model::Area> const& areas) {
  auto const found = std::find_if(areas.begin(), areas.end(), [&](model::Area const& area) {
    return !area.label.empty() && (municipality.starts_with(area.label) || municipality.ends_with(area.label));
  });
  return found == areas.end() ? nullptr : &*found;
}

bool never_compatible(std::string_view, std::string_view) { return false; }
bool always_compatible(std::string_view, std::string_view) { return true; }

std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   ConflictReport& conflicts) {
  if (claims.empty()) return {};
  std::vector<Candidate> const candidates = candidates_of(claims);
  Candidate const& taken = winner(candidates, present);
  for (Candidate const& candidate : candidates) {
    if (candidate.first == taken.first || compatible(candidate.first->key, taken.first->key)) continue;
    Conflict conflict{candidate.first->row->format->label(candidate.first->column).ja, taken.first->key,
                      candidate.first->key};
    if (!conflicts.told.contains(conflict)) report(candidate, taken, conflicts.diagnostics);
    conflicts.now.insert(std::move(conflict));
  }
  bool const as_before = taken.first->key == present.key && present.text.size() >= taken.spelling.size();
  return std::string(as_before ? present.text : taken.spelling);
}

model::Value const* OfficeFields::last(ImportField field) const {
  if (!before.last) return nullptr;
  auto const found = std::find_if(before.last->begin(), before.last->end(),
                                  [&](model::Member const& m) { return m.key == list.record[field]; });
  return found == before.last->end() ? nullptr : &found->value;
}

model::Value const* OfficeFields::listed(ImportField field) const {
  return before.record ? before.record->find(list.record[field]) : nullptr;
}

Present OfficeFields::present(ImportField field, std::string (*same)(std::string_view)) const {
  model::Value const* value = before.last ? last(field) : listed(field);
  std::string_view const text = value && value->text() ? std::string_view(*value->text()) : std::string_view();
  return {text, same(text)};
}

/// Whether the list has a value that is not the source's, or staff took it away.
bool OfficeFields::is_settled(ImportField field) const {
  model::Value const* mine = listed(field);
  model::Value const* theirs = last(field);
  if (!before.last || (!mine && !theirs)) return false;
  return !mine || !theirs || model::to_json(*mine) != model::to_json(*theirs);
}

std::string OfficeFields::agreed_on(ImportField field, std::vector<Claim> const& claims, Present const& present,
                                    Compatible compatible, ConflictReport& told) const {
  base::Diagnostics untold;
  ConflictReport settled{{}, untold};
  return agreed(claims, present, compatible, is_settled(field) ? settled : told);
}

void OfficeFields::add_text(ImportField field, std::string text) {
  add_member(result.fields, list.record[field], std::move(text));
}

void OfficeFields::note_mend(ImportField field, Column column, std::string from, std::string to, Mend::Extent extent) {
  result.mends.push_back({list.record[field], column, std::move(from), std::move(to), extent});
}

void OfficeFields::report(Doubt const& doubt, SourceRow const& row, Column column) const {
  diagnostics.warning(row.at(column), doubt.code, doubt.message, doubt.hint);
}

/// Address, building and town belong together: they are those of the rows whose address holds.
std::string add_address(OfficeFields& office) {
  std::vector<Address> addresses;
  Claims claims;
  for (SourceRow const& row : office.rows) {
    addresses.push_back(address_in(row));
    Address const& address = addresses.back();
    if (!address.text.empty()) claims.push_back({address.text, address_key(address.text), &row, Column::address});
  }
  std::string const text = office.agreed_on(
      ImportField::address, claims, office.present(ImportField::address, address_key), are_one_place, office.conflicts);
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
  office.add_text(ImportField::address, text);
  office.add_text(ImportField::building,
                  office.agreed_on(ImportField::building, buildings, office.present(ImportField::building, address_key),
                                   always_compatible, office.conflicts));
  add_area(office, town);
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
  model::Value const* before =
      office.before.last ? office.last(ImportField::coordinates) : office.listed(ImportField::coordinates);
  std::string const now = before && before->text() ? *before->text() : "";
  std::string const text = office.agreed_on(ImportField::coordinates, claims, {now, now.empty() ? now : place_key(now)},
                                            never_compatible, office.conflicts);
  bool const unknown = text.empty() && !office.listed(ImportField::coordinates);
  if (!doubts.empty() && unknown) office.report(doubts.front().second, *doubts.front().first, Column::latitude);
  office.add_text(ImportField::coordinates, text);
}

}  // namespace tebiki::importing
