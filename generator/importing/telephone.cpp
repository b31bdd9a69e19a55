#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "importing/reading.hpp"

namespace tebiki::importing {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with single hyphens between them; brackets count as hyphens, all else is left out.
std::string digits_and_hyphens(std::string_view text) {
  std::string const folded = base::nfkc(text);
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = base::next_character(folded, at);
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      result += static_cast<char>(c);
    } else if (c == '(' || c == ')' || base::is_hyphen_between_digits(c)) {
      if (!result.empty() && result.back() != '-') result += '-';
    }
  }
  while (result.ends_with('-')) result.pop_back();
  return result;
}

bool is_whole_number(std::string_view number) {
  auto const digits = std::count_if(number.begin(), number.end(), is_digit);
  std::string_view const head = number.substr(0, 3);
  bool const mobile = head == "050" || head == "060" || head == "070" || head == "080" || head == "090";
  return number.starts_with('0') && digits == (mobile ? 11 : 10);
}

}  // namespace

Reading read_telephone(std::string_view text) {
  std::string const given = plain_width(text);
  if (given.empty()) return {};
  std::string const number = digits_and_hyphens(given);
  // 「なし」
  if (number.empty()) return {};
  if (is_whole_number(number)) return {number, {}};
  return {"", Doubt{"import-telephone",
                    {fmt::format("電話番号・FAX番号「{}」の桁数が合いません。", given),
                     fmt::format("The telephone or fax number \"{}\" has a wrong number of digits.", given)},
                    {"取り込みませんでした。事業所に確かめて、正しい番号を書き足してください。",
                     "It was left out. Ask the office and add the right number."}}};
}

}  // namespace tebiki::importing
