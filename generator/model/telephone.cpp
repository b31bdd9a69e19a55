#include "model/telephone.hpp"

#include <algorithm>
#include <optional>

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

/// Between the digits of one number; all else ends it.
bool separates_digits(char32_t c) {
  return c == U'(' || c == U')' || c == U' ' || c == U'.' || base::is_hyphen_between_digits(c);
}

/// How many signs a number that begins so has: Japan's numbering plan (MIC), with 119, 110, 188 and #7119.
/// Nothing where it tells nothing, as behind 184 and 186, which only say whether one's own number is shown.
std::optional<std::size_t> length_of(std::string_view dialled) {
  constexpr std::size_t geographic = 10, mobile = 11, country = 3;
  auto is_mobile = [](std::string_view national) {  // 50, 60, 70, 80 (also 800), 90: without the 0 at their head
    return national.size() > 1 && national[0] >= '5' && national[1] == '0';
  };
  if (dialled.starts_with('#')) return 5;
  if (dialled.starts_with("+81")) return country - 1 + (is_mobile(dialled.substr(country)) ? mobile : geographic);
  if (dialled.starts_with('0')) return is_mobile(dialled.substr(1)) ? mobile : geographic;
  if (dialled.starts_with('1') && !dialled.starts_with("18")) return 3;
  return dialled == "188" ? std::optional<std::size_t>(3) : std::nullopt;
}

/// Where the words that name an extension begin, or the end.
std::size_t extension_mark(std::string_view text) {
  return std::min({text.find("内線"), text.find("ext"), text.size()});
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("0123456789", at), text.size());
}
std::size_t digits_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size());
}

/// The digits behind 内線 or ext, before another number.
std::string extension(std::string_view rest) {
  rest = rest.substr(0, std::min({rest.find("、"), rest.find(','), rest.find('/'), rest.find('\n')}));
  auto const from = digits_from(rest, extension_mark(rest));
  return std::string(rest.substr(from, digits_end(rest, from) - from));
}

struct Dialled {
  std::string signs;
  std::size_t end = 0;  ///< in the text
};

/// The first number of the text: it ends where it is complete, or at a sign that no number has within it.
Dialled first_number(std::string_view text, std::size_t at) {
  Dialled number;
  for (number.end = at; at < text.size(); number.end = at) {
    auto const c = base::next_character(text, at);
    bool const dials = base::is_digit(c) || c == U'*' || c == U'#' || (c == U'+' && number.signs.empty());
    if (dials) number.signs += char(c);
    if (dials || number.signs.empty()) continue;
    if (!separates_digits(c) || is_whole_telephone(number.signs)) break;
  }
  return number;
}

}  // namespace

bool is_whole_telephone(std::string_view dialled) { return length_of(dialled) == dialled.size(); }

std::string telephone_address(std::string_view written) {
  auto const text = base::nfkc(written);
  auto const mark = extension_mark(text);
  bool const extension_first = mark < digits_from(text, 0);
  std::size_t const begin = extension_first ? digits_end(text, digits_from(text, mark)) : 0;
  auto const number = first_number(text, begin);
  if (digits_from(number.signs, 0) == number.signs.size()) return {};
  auto const inner = extension(std::string_view(text).substr(extension_first ? mark : number.end));
  auto dialled = number.signs;
  if (auto const hash = dialled.find('#'); hash != dialled.npos) dialled.replace(hash, 1, "%23");
  return "tel:" + dialled + (inner.empty() ? "" : ";ext=" + inner);
}

}  // namespace tebiki::model
