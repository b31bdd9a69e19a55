#include "importing/municipality.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::importing {

namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Cities with wards (政令指定都市), without check digit. The wards' codes follow that of their city, up to the next.
constexpr std::array<std::string_view, 20> designated_cities = {
    "01100", "04100", "11100", "12100", "14100", "14130", "14150", "15100", "22100", "22130",
    "23100", "26100", "27100", "27140", "28100", "33100", "34100", "40100", "40130", "43100"};

/// The city of a ward: 14100 of 14118; empty for what is no ward.
std::string_view city_of_ward(std::string_view five) {
  auto const after = std::upper_bound(designated_cities.begin(), designated_cities.end(), five);
  if (after == designated_cities.begin()) return {};
  std::string_view const city = *std::prev(after);
  return city.substr(0, 3) == five.substr(0, 3) ? city : std::string_view();
}

}  // namespace

char check_digit(std::string_view five) {
  int sum = 0;
  for (std::size_t i = 0; i < 5; ++i) sum += (five[i] - '0') * (6 - static_cast<int>(i));
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

std::optional<Municipality> Municipality::parse(std::string_view text) {
  std::string const code = base::nfkc(base::trimmed(text));
  bool const known_length = code.size() == 5 || code.size() == 6;
  if (!known_length || !all_digits(code)) return std::nullopt;
  if (code.size() == 6 && code[5] != check_digit(code)) return std::nullopt;
  bool const prefecture = code.substr(2, 3) == "000";
  if (prefecture) return std::nullopt;
  return Municipality(code.substr(0, 5));
}

bool Municipality::includes(std::string_view code) const {
  bool const eaten_zero = five_.front() == '0' && code.size() == 5 && code.front() != '0';
  std::string const whole = (eaten_zero ? "0" : "") + std::string(code);
  if (whole.size() < 5 || whole.size() > 6 || !all_digits(whole)) return false;
  std::string_view const five = std::string_view(whole).substr(0, 5);
  if (whole.size() == 6 && whole[5] != check_digit(five)) return false;
  return five == five_ || city_of_ward(five) == five_;
}

}  // namespace tebiki::importing
