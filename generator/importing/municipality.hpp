#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::importing {

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

}  // namespace tebiki::importing
