// Where an office is and how to reach it.
#include "importing/office_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "model/typed_values.hpp"

namespace tebiki::importing {

namespace {

/// Dashes behind digits become hyphens. ー stays where it is a long vowel (センター2階).
std::string plain_dashes(std::string_view text) {
  std::string result;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = base::next_character(text, at);
    base::append_utf8(result, base::is_hyphen_between_digits(c) && base::is_digit(before) ? U'-' : c);
    if (c != U' ') before = c;
  }
  return result;
}

/// Without the blank before the first digit and those beside hyphens: 平塚1-9-23 of 平塚 1 - 9 - 23. Other blanks part
/// the number from a room, a floor or a house: 3-1 501.
std::string closed_up(std::string_view text) {
  std::size_t const first_digit = text.find_first_of("0123456789");
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const beside_hyphen = result.ends_with('-') || text.substr(i + 1).starts_with('-');
    if (text[i] != ' ' || (i + 1 != first_digit && !beside_hyphen)) result += text[i];
  }
  return result;
}

/// The address without the building at its end, whatever blanks the two have.
std::string without_building(std::string_view address, std::string_view building) {
  auto const closed = [](std::string_view text) { return replaced(std::string(text), " ", ""); };
  std::string const whole = closed(address), end = closed(building);
  if (end.empty() || whole.size() == end.size() || !whole.ends_with(end)) return std::string(address);
  std::size_t length = 0;
  for (auto left = whole.size() - end.size(); left > 0; ++length) left -= address[length] != ' ';
  return std::string(address.substr(0, length));
}

constexpr std::array<std::string_view, 10> kanji_numerals = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// 1 to 99 as kanji.
std::string kanji_number(int number) {
  std::string result;
  if (number >= 20) result += kanji_numerals[static_cast<std::size_t>(number / 10)];
  if (number >= 10) result += "十";
  result += kanji_numerals[static_cast<std::size_t>(number % 10)];
  return result;
}

std::string with_digits_before_chome(std::string text) {
  if (text.find("丁目") == std::string::npos) return text;
  for (int number = 99; number > 0; --number) {  // the longest first: 十二 before 二
    text = replaced(std::move(text), kanji_number(number) + "丁目", std::to_string(number) + "丁目");
  }
  return text;
}

/// 浜松市 of 浜松市中央区: a ward's name may be new and the address old.
std::string_view city_of(std::string_view municipality) {
  constexpr std::string_view mark = "市";
  auto const at = municipality.find(mark, 3);
  return at == std::string_view::npos ? municipality : municipality.substr(0, at + mark.size());
}

/// An address key from the town or the city on: without prefecture and 郡, which people leave out, and without a ward,
/// whose name may be new (浜松市浜名区 was 浜松市浜北区 before 2024).
std::string_view local_part(std::string_view key) {
  constexpr std::size_t kanji = 3;
  auto const cut_behind = [&](std::string_view mark, std::size_t from, std::size_t farthest) {
    auto const at = key.find(mark, std::min(from * kanji, key.size()));
    if (at != key.npos && at <= farthest * kanji) key.remove_prefix(at + mark.size());
  };
  for (std::string_view mark : {"都", "道", "府", "県"}) {
    auto const at = key.find(mark, 2 * kanji);
    if (at == 2 * kanji || (mark == "県" && at == 3 * kanji)) {
      key.remove_prefix(at + mark.size());
      break;
    }
  }
  cut_behind("郡", 1, 4);
  cut_behind("区", 1, 8);
  return key;
}

std::string with_prefix(std::string text, std::string_view prefecture, std::string_view municipality) {
  if (text.empty() || text.starts_with(prefecture)) return text;
  std::string_view const city = city_of(municipality);
  bool const has_city = text.starts_with(city) || (!city.empty() && text.find(municipality) != std::string::npos);
  return std::string(prefecture) + (has_city ? "" : std::string(municipality)) + text;
}

/// The words between the municipality and the first number.
std::string town_of(std::string_view address, std::string_view prefecture, std::string_view municipality) {
  auto const found = address.find(municipality);
  if (!municipality.empty() && found != std::string_view::npos) {
    address.remove_prefix(found + municipality.size());
  } else if (address.starts_with(prefecture)) {
    return "";
  }
  std::string const counted = with_digits_before_chome(std::string(address));
  std::string town = counted.substr(0, counted.find_first_of("0123456789"));
  for (std::string_view prefix : {"大字", "字"}) {
    if (town.starts_with(prefix)) town.erase(0, prefix.size());
  }
  town = replaced(std::move(town), "ヶ", "ケ");
  return base::character_count(town) <= 12 ? std::string(base::trimmed(town)) : "";
}

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

Address read_address(std::string_view address_cell, std::string_view building_cell, std::string_view prefecture,
                     std::string_view municipality) {
  Address address;
  address.text = closed_up(plain_dashes(plain_width(address_cell)));
  address.building = plain_dashes(plain_width(building_cell));
  address.text = without_building(address.text, address.building);
  address.text = with_prefix(std::move(address.text), prefecture, municipality);
  address.town = town_of(address.text, prefecture, municipality);
  return address;
}

bool are_one_place(std::string_view one, std::string_view other) {
  std::string_view const a = local_part(one);
  std::string_view const b = local_part(other);
  std::string_view const shorter = a.size() < b.size() ? a : b;
  std::string_view const longer = a.size() < b.size() ? b : a;
  if (shorter.empty() || !longer.starts_with(shorter)) return shorter.empty();
  std::string_view const rest = longer.substr(shorter.size());
  // What follows a number and is none is the building; what follows 2-10-10 and is one, a room.
  if (rest.empty() || !base::is_digit(shorter.back())) return rest.empty();
  if (rest.front() == '-') return std::count(shorter.begin(), shorter.end(), '-') >= 2;
  return !base::is_digit(rest.front());
}

std::string address_key(std::string_view address) {
  std::string key = even_width(base::nfkc(address));
  for (std::size_t i = 1; i + 1 < key.size(); ++i) {
    // Blanks are no part of a key; here one parts two numbers.
    if (key[i] == ' ' && base::is_digit(key[i - 1]) && base::is_digit(key[i + 1])) key[i] = '/';
  }
  key = with_digits_before_chome(base::search_key(key));
  for (std::string_view mark : {"丁目", "丁", "番地の", "番地", "番", "号", "の"})
    key = replaced(std::move(key), mark, "-");
  for (auto const& [from, to] : {std::pair{"ゖ", "け"}, {"大字", ""}, {"字", ""}, {"階", "f"}}) {
    key = replaced(std::move(key), from, to);
  }
  while (key.find("--") != std::string::npos) key = replaced(std::move(key), "--", "-");
  while (key.ends_with('-')) key.pop_back();
  return key;
}

}  // namespace tebiki::importing
