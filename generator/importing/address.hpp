#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importing/source.hpp"

namespace tebiki::importing {

/// Where something stands, without the building. `town` is the part a list is narrowed down by: 高村.
struct Address {
  std::string text;      ///< with prefecture and municipality
  std::string building;  ///< name and floor
  std::string town;      ///< empty when it cannot be told
};

/// `building_cell` is 方書; when the address ends with it, too, it is taken off there.
Address read_address(std::string_view address_cell, std::string_view building_cell, std::string_view prefecture,
                     std::string_view municipality);

/// Whether two address keys can be of one place: but for the building behind it, a room, or the ward or 郡 before it.
bool are_one_place(std::string_view one, std::string_view other);

/// What spellings of one address share: 三丁目1番1号, 3丁目1-1 and ３－１－１; 袖ヶ浜 and 袖ケ浜.
std::string address_key(std::string_view address);

/// A 団体コード: six digits with a check digit, or five. Matches every code that names the same
/// municipality, also one whose leading zero a spreadsheet has eaten; a city with wards matches those of its wards.
class Municipality {
 public:
  /// Nothing when it is no code, its check digit is wrong or it is that of a prefecture, which ends in 000.
  static std::optional<Municipality> parse(std::string_view text);
  bool includes(std::string_view code) const;

 private:
  explicit Municipality(std::string five) : five_(std::move(five)) {}
  std::string five_;  ///< without check digit
};

/// The sixth digit for five, as 総務省 lays it down.
char check_digit(std::string_view five);

/// Where the offices of each municipality lie, so that a point far from all others is seen to be wrong.
class MunicipalityCentres {
 public:
  explicit MunicipalityCentres(std::vector<OfficeRows> const& offices);
  /// Farther than 50 km from the middle of the municipality, half the length of the longest one. Never for a
  /// municipality with fewer than five points.
  bool far_off(std::string_view municipality, std::string_view coordinates) const;

 private:
  std::map<std::string, std::string, std::less<>> middles_;
};

}  // namespace tebiki::importing
