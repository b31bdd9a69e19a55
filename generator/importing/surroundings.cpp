#include "importing/surroundings.hpp"

#include <algorithm>

#include "importing/reading.hpp"

namespace tebiki::importing {

namespace {

/// Text of six decimals sorts like its number while all of it lies in Japan.
std::string median(std::vector<std::string>& values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Surroundings::Surroundings(std::vector<OfficeRows> const& offices) {
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

bool Surroundings::far_off(std::string_view municipality, std::string_view coordinates) const {
  constexpr double farthest = 50'000;
  auto const middle = middles_.find(municipality);
  return middle != middles_.end() && metres_between(middle->second, coordinates) > farthest;
}

}  // namespace tebiki::importing
