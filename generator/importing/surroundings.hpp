#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importing/source_row.hpp"

namespace tebiki::importing {

/// Where the offices of each municipality lie, so that a point far from all others is seen to be wrong.
class Surroundings {
 public:
  explicit Surroundings(std::vector<OfficeRows> const& offices);
  /// Farther than 50 km from the middle of the municipality, half the length of the longest one. Never for a
  /// municipality with fewer than five points.
  bool far_off(std::string_view municipality, std::string_view coordinates) const;

 private:
  std::map<std::string, std::string, std::less<>> middles_;
};

}  // namespace tebiki::importing
