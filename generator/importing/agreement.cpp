#include "importing/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tebiki::importing {

namespace {

/// The claims of one value.
struct Camp {
  Claim const* first;
  std::size_t votes = 0;
  std::string_view spelling;
  Claim::Standing standing = Claim::Standing::minor;
};

std::vector<Camp> camps_of(std::vector<Claim> const& claims) {
  std::vector<Camp> camps;
  for (Claim const& claim : claims) {
    auto camp = std::find_if(camps.begin(), camps.end(), [&](Camp const& c) { return c.first->key == claim.key; });
    if (camp == camps.end()) camp = camps.insert(camps.end(), Camp{&claim, 0, claim.text, claim.standing});
    ++camp->votes;
    if (claim.standing == Claim::Standing::main) camp->standing = claim.standing;
    if (claim.text.size() > camp->spelling.size()) camp->spelling = claim.text;
  }
  return camps;
}

Camp const& winner(std::vector<Camp> const& camps, Present const& present) {
  auto const kept =
      std::find_if(camps.begin(), camps.end(), [&](Camp const& c) { return c.first->key == present.key; });
  if (kept != camps.end()) return *kept;
  auto const weight = [](Camp const& camp) { return std::pair(camp.standing == Claim::Standing::main, camp.votes); };
  return *std::max_element(camps.begin(), camps.end(),
                           [&](Camp const& a, Camp const& b) { return weight(a) < weight(b); });
}

void report(Camp const& camp, Camp const& taken, base::Diagnostics& diagnostics) {
  SourceRow const& row = *camp.first->row;
  auto const [name_ja, name_en] = label(camp.first->column);
  diagnostics.warning(row.at(camp.first->column), "import-conflict",
                      {fmt::format("事業所番号 {} の{}が食い違っています。ここでは「{}」、{} では「{}」です。",
                                   row.office_number, name_ja, camp.spelling, taken.first->row->place, taken.spelling),
                       fmt::format("Office {}: its {} is \"{}\" here and \"{}\" at {}.", row.office_number, name_en,
                                   camp.spelling, taken.spelling, taken.first->row->place)},
                      {fmt::format("「{}」を採りました。どちらが正しいか、事業所に確かめてください。", taken.spelling),
                       fmt::format("\"{}\" was taken. Ask the office which is right.", taken.spelling)});
}

}  // namespace

bool never_compatible(std::string_view, std::string_view) { return false; }
bool always_compatible(std::string_view, std::string_view) { return true; }

std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   ConflictReport& conflicts) {
  if (claims.empty()) return {};
  std::vector<Camp> const camps = camps_of(claims);
  Camp const& taken = winner(camps, present);
  for (Camp const& camp : camps) {
    if (camp.first == taken.first || compatible(camp.first->key, taken.first->key)) continue;
    Conflict conflict{label(camp.first->column).ja, taken.first->key, camp.first->key};
    if (!conflicts.told.contains(conflict)) report(camp, taken, conflicts.diagnostics);
    conflicts.now.insert(std::move(conflict));
  }
  bool const as_before = taken.first->key == present.key && present.text.size() >= taken.spelling.size();
  return std::string(as_before ? present.text : taken.spelling);
}

}  // namespace tebiki::importing
