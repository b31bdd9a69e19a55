#include "model/telephone.hpp"

#include <algorithm>

#include "support/unicode.hpp"

namespace tebiki::model {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Between the digits of one number; all else ends it.
bool separates_digits(char32_t c) {
  return c == U'-' || c == U'(' || c == U')' || c == U' ' || c == U'.' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
         c == U'ー';
}

/// The digits behind 内線 or ext.
std::string extension(std::string_view rest) {
  auto at = rest.find("内線");
  if (at == rest.npos) at = rest.find("ext");
  if (at == rest.npos) return {};
  auto from = std::min(rest.find_first_of("0123456789", at), rest.size());
  return std::string(rest.substr(from, rest.find_first_not_of("0123456789", from) - from));
}

}  // namespace

std::string telephone_address(std::string_view number) {
  auto const plain = support::nfkc(number);
  std::string dialled;
  bool digits = false;
  std::size_t at = 0;
  while (at < plain.size()) {
    auto next = at;
    auto const c = support::next_character(plain, next);
    bool const dials = is_digit(c) || c == U'*' || c == U'#' || (c == U'+' && dialled.empty());
    if (!dials && !dialled.empty() && !separates_digits(c)) break;
    if (dials) dialled += c == U'#' ? "%23" : std::string(1, char(c));
    digits = digits || is_digit(c);
    at = next;
  }
  if (!digits) return {};
  auto const inner = extension(std::string_view(plain).substr(at));
  return "tel:" + dialled + (inner.empty() ? "" : ";ext=" + inner);
}

}  // namespace tebiki::model
