#include "importing/read_cell.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "model/typed_values.hpp"

namespace tebiki::importing {

namespace {

/// Digits with single hyphens between them; brackets count as hyphens, all else is left out.
std::string digits_and_hyphens(std::string_view text) {
  std::string const folded = base::nfkc(text);
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = base::next_character(folded, at);
    if (base::is_digit(c)) {
      result += static_cast<char>(c);
    } else if (c == '(' || c == ')' || base::is_hyphen_between_digits(c)) {
      if (!result.empty() && result.back() != '-') result += '-';
    }
  }
  while (result.ends_with('-')) result.pop_back();
  return result;
}

bool is_whole_number(std::string_view number) {
  return number.starts_with('0') && model::is_whole_telephone(base::digits_of(number));
}

/// The narrow spelling, with one kind of hyphen, up to the first blank.
std::string narrow_address(std::string_view text) {
  // NFKC would make a blank and a mark of ‾, which stands for a hyphen.
  std::string const folded = base::nfkc(replaced(std::string(text), "‾", "-"));
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = base::next_character(folded, at);
    if (c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x200B) break;
    base::append_utf8(result, base::is_hyphen(c) ? U'-' : c);
  }
  return result;
}

struct Split {
  std::string_view scheme;
  std::string_view rest;
};

/// `http` or `https`, however it is mistyped (HTTP, htpp, htts, h-ttp), and what follows the marks behind it, be they
/// `://`, `:/`, `;/`, `.//` or `//`.
Split split(std::string_view address) {
  constexpr std::string_view marks = ":;.,/";
  constexpr std::size_t longest_scheme = 7;
  auto const end = std::min(address.find_first_of(marks), address.size());
  std::string_view const head = address.substr(0, end);
  auto const behind = address.find_first_not_of(marks, end);
  std::string_view const between = address.substr(end, std::min(behind, address.size()) - end);
  bool const exact = head == "http" || head == "https" || head == "htts" || head == "htt";
  bool const mistyped = head.size() >= 3 && head.size() <= longest_scheme && (head[0] == 'h' || head[0] == 'H') &&
                        std::all_of(head.begin(), head.end(), [](char c) { return base::is_letter(c) || c == '-'; }) &&
                        between.find('/') != between.npos && between != "/";
  bool const nothing = head.empty();
  if (!nothing && !(exact && !between.empty()) && !mistyped) return {"http", address};
  std::string_view const scheme = head.ends_with('s') || head.ends_with('S') ? "https" : "http";
  return {scheme, behind == address.npos ? std::string_view() : address.substr(behind)};
}

/// A path may hold any character, but some are not to be in an attribute or a line of text.
std::string escaped(std::string_view address) {
  std::string result;
  for (char c : address) {
    bool const unsafe =
        c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`' || c == '{' || c == '}' || c == '|';
    result += unsafe ? fmt::format("%{:02X}", c) : std::string(1, c);
  }
  return result;
}

bool is_host(std::string_view rest) {
  std::string_view const host = rest.substr(0, rest.find_first_of("/?#"));
  auto const dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && !host.ends_with('.') &&
         host.find("..") == std::string_view::npos && host.find(',') == std::string_view::npos;
}

ReadCell refused(std::string_view text, base::Message why) {
  return {"", Doubt{"import-url",
                    std::move(why),
                    {fmt::format("「{}」は取り込みませんでした。正しいURLがあれば書き足してください。", text),
                     fmt::format("“{}” was left out. Add the right address if there is one.", text)}}};
}

}  // namespace

ReadCell read_telephone(std::string_view text) {
  std::string const given = plain_width(text);
  if (given.empty()) return {};
  std::string const number = digits_and_hyphens(given);
  // 「なし」
  if (number.empty()) return {};
  if (is_whole_number(number)) return {number, {}};
  return {"", Doubt{"import-telephone",
                    {fmt::format("電話番号・FAX番号「{}」の桁数が合いません。", given),
                     fmt::format("The telephone or fax number “{}” has a wrong number of digits.", given)},
                    {"取り込みませんでした。事業所に確かめて、正しい番号を書き足してください。",
                     "It was left out. Ask the office and add the right number."}}};
}

ReadCell read_web_address(std::string_view text) {
  std::string const given = plain_width(text);
  std::string const address = narrow_address(given);
  if (address.empty()) return {};
  auto const [scheme, rest] = split(address);
  std::string_view const host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.find('@') != std::string_view::npos) return {};
  // 「なし」, 「準備中」, or the form's own http://www. with nothing behind it.
  bool const nothing = rest.find_first_of(".,/") == rest.npos || rest == "www.";
  if (nothing) return {};
  if (!is_host(rest)) return refused(given, {"URLの形ではありません。", "This is no web address."});
  std::string_view const address_proper = rest.substr(0, rest.find_last_not_of("\\,;、。") + 1);
  return {fmt::format("{}://{}", scheme, escaped(address_proper)), {}};
}

bool are_of_one_site(std::string_view one, std::string_view other) {
  auto const host = [](std::string_view key) {
    if (key.starts_with("www.")) key.remove_prefix(4);
    return key.substr(0, key.find_first_of("/?#:"));
  };
  std::string_view const a = host(one);
  std::string_view const b = host(other);
  return a == b || a.ends_with("." + std::string(b)) || b.ends_with("." + std::string(a));
}

std::string web_address_key(std::string_view address) {
  auto const scheme_end = address.find("://");
  std::string key(scheme_end == std::string_view::npos ? address : address.substr(scheme_end + 3));
  while (key.ends_with('/')) key.pop_back();
  return base::lower_case(key);
}

}  // namespace tebiki::importing
