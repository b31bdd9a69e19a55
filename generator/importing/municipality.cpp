#include "importing/municipality.hpp"

#include <algorithm>

#include "support/unicode.hpp"

namespace tebiki::importing {

namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

char check_digit(std::string_view five) {
  int sum = 0;
  for (std::size_t i = 0; i < 5; ++i) sum += (five[i] - '0') * (6 - static_cast<int>(i));
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

std::optional<Municipality> Municipality::parse(std::string_view text) {
  std::string const code = support::nfkc(support::trimmed(text));
  if (code.empty()) return Municipality("");
  bool const known_length = code.size() == 5 || code.size() == 6;
  if (!known_length || !all_digits(code)) return std::nullopt;
  if (code.size() == 6 && code[5] != check_digit(code)) return std::nullopt;
  return Municipality(code.substr(0, 5));
}

bool Municipality::includes(std::string_view code) const {
  if (five_.empty()) return true;
  std::string const six = five_ + check_digit(five_);
  bool const eaten_zero = five_.front() == '0' && code == std::string_view(six).substr(1);
  if (code == five_ || code == six || eaten_zero) return true;
  bool const prefecture = five_.ends_with("000");
  return prefecture && code.size() == 6 && code.substr(0, 2) == std::string_view(five_).substr(0, 2);
}

}  // namespace tebiki::importing
