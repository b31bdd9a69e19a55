#include "importing/read_cell.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::importing {

namespace {

/// Dashes behind digits become hyphens. ー stays where it is a long vowel (センター2階).
std::string plain_dashes(std::string_view text) {
  std::string result;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = base::next_character(text, at);
    base::append_utf8(result, base::is_hyphen_between_digits(c) && base::is_digit(before) ? U'-' : c);
    before = c;
  }
  return result;
}

/// Without the blanks that stand beside digits: 平塚 1-9-23.
std::string closed_up(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const digit = [&](std::size_t at) { return at < text.size() && base::is_digit(text[at]); };
    if (text[i] == ' ' && ((i > 0 && digit(i - 1)) || digit(i + 1))) continue;
    result += text[i];
  }
  return result;
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

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), base::is_digit); }

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

/// Text of six decimals sorts like its number while all of it lies in Japan.
std::string median(std::vector<std::string>& values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Address read_address(std::string_view address_cell, std::string_view building_cell, std::string_view prefecture,
                     std::string_view municipality) {
  Address address;
  address.text = closed_up(plain_dashes(plain_width(address_cell)));
  address.building = plain_dashes(plain_width(building_cell));
  std::string const building = closed_up(address.building);
  if (!building.empty() && address.text.size() > building.size() && address.text.ends_with(building)) {
    address.text.resize(address.text.size() - building.size());
    address.text = base::trimmed(address.text);
  }
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
  std::string key = with_digits_before_chome(base::search_key(address));
  for (std::string_view mark : {"丁目", "丁", "番地の", "番地", "番", "号", "の"})
    key = replaced(std::move(key), mark, "-");
  for (auto const& [from, to] : {std::pair{"ゖ", "け"}, {"大字", ""}, {"字", ""}, {"階", "f"}}) {
    key = replaced(std::move(key), from, to);
  }
  while (key.find("--") != std::string::npos) key = replaced(std::move(key), "--", "-");
  while (key.ends_with('-')) key.pop_back();
  return key;
}

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

MunicipalityCentres::MunicipalityCentres(std::vector<OfficeRows> const& offices) {
  constexpr std::size_t fewest = 5;
  std::map<std::string_view, std::pair<std::vector<std::string>, std::vector<std::string>>> points;
  for (OfficeRows const& rows : offices) {
    for (SourceRow const& row : rows) {
      std::string const point = read_coordinates(row.text(Column::latitude), row.text(Column::longitude)).text;
      if (point.empty()) continue;
      auto& [latitudes, longitudes] = points[row.text(Column::municipality_code)];
      latitudes.push_back(point.substr(0, point.find(',')));
      longitudes.push_back(point.substr(point.find(',') + 1));
    }
  }
  for (auto& [municipality, both] : points) {
    if (both.first.size() < fewest) continue;
    middles_.emplace(municipality, median(both.first) + "," + median(both.second));
  }
}

bool MunicipalityCentres::far_off(std::string_view municipality, std::string_view coordinates) const {
  constexpr double farthest = 50'000;
  auto const middle = middles_.find(municipality);
  return middle != middles_.end() && metres_between(middle->second, coordinates) > farthest;
}

}  // namespace tebiki::importing
