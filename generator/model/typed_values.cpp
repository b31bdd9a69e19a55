#include "model/typed_values.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/unicode.hpp"

namespace tebiki::model {

// ---- numbers ----

double Decimal::approximate() const {
  double power = 1;
  for (int i = 0; i < scale; ++i) power *= 10;
  return double(digits) / power;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  constexpr std::size_t most_digits = 18;
  std::string digits;
  std::optional<std::size_t> point;
  bool const signs = text.starts_with('-');
  for (char c : text.substr(signs ? 1 : 0)) {
    if (c == '.' && !point) {
      point = digits.size();
    } else if (base::is_digit(c)) {
      digits += c;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty()) return std::nullopt;
  auto scale = point ? digits.size() - *point : 0;
  while (scale > 0 && digits.back() == '0') digits.pop_back(), --scale;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > most_digits || scale > most_digits) return std::nullopt;
  Decimal number;
  std::from_chars(digits.data(), digits.data() + digits.size(), number.digits);
  if (signs) number.digits = -number.digits;
  number.scale = number.digits == 0 ? 0 : std::uint8_t(scale);
  return number;
}

std::string text_of(Decimal number) {
  auto text = std::to_string(number.digits < 0 ? -number.digits : number.digits);
  if (text.size() <= number.scale) text.insert(0, number.scale + 1 - text.size(), '0');
  if (number.scale > 0) text.insert(text.size() - number.scale, ".");
  return number.digits < 0 ? "-" + text : text;
}

std::string grouped_text(Decimal number) {
  auto text = text_of(number);
  auto const begin = text.starts_with('-') ? std::size_t(1) : 0;
  auto at = std::min(text.find('.'), text.size());
  while (at > begin + 3) text.insert(at -= 3, ",");
  return text;
}

// ---- availability, yes and no ----

namespace {

using Texts = std::span<std::string_view const>;

constexpr std::array<std::string_view, 7> yes_texts{"yes", "○", "〇", "◯", "可", "対応できます", "true"};
constexpr std::array<std::string_view, 5> ask_texts{"ask", "△", "▲", "要相談", "相談"};
constexpr std::array<std::string_view, 10> no_texts{"no",   "×", "✕", "✖", "x", "X", "ｘ", "不可", "対応していません",
                                                    "false"};
constexpr std::array<std::string_view, 8> unanswered_texts{"unanswered", "—", "―", "－", "-", "ー", "–", "未回答"};

/// A sign and all that stands for it; the first of these is its key.
struct SignEntry {
  Availability availability;
  char const* sign;
  Texts texts;
};
constexpr std::array<SignEntry, 4> sign_entries{
    SignEntry{Availability::yes, "○", yes_texts}, SignEntry{Availability::ask, "△", ask_texts},
    SignEntry{Availability::no, "×", no_texts}, SignEntry{Availability::unanswered, "—", unanswered_texts}};

constexpr std::array<std::string_view, 11> true_texts{"○",    "〇", "◯",    "yes",  "true", "TRUE",
                                                      "あり", "有", "有り", "はい", "1"};
constexpr std::array<std::string_view, 11> false_texts{"×",    "✕",  "x",    "no",     "false", "FALSE",
                                                       "なし", "無", "無し", "いいえ", "0"};

SignEntry const& entry_of(Availability availability) { return sign_entries[std::size_t(availability)]; }

bool holds(Texts texts, std::string_view text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

}  // namespace

char const* sign(Availability availability) { return entry_of(availability).sign; }

std::string_view key_of(Availability availability) { return entry_of(availability).texts.front(); }

std::optional<Availability> parse_availability(std::string_view text) {
  for (auto const& entry : sign_entries) {
    if (holds(entry.texts, text)) return entry.availability;
  }
  return std::nullopt;
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (holds(true_texts, text)) return true;
  return holds(false_texts, text) ? std::optional(false) : std::nullopt;
}

// ---- telephone numbers and addresses ----

namespace {

/// Between the digits of one number; all else ends it.
bool separates_digits(char32_t c) {
  return c == U'(' || c == U')' || c == U' ' || c == U'.' || base::is_hyphen_between_digits(c);
}

/// How many signs a number that begins so has: Japan's numbering plan (MIC), with 119, 110, 188, 189 and #7119.
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
  return dialled == "188" || dialled == "189" ? std::optional<std::size_t>(3) : std::nullopt;
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
std::string extension_in(std::string_view rest) {
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

bool begins_with_one(std::string_view address, std::array<std::string_view, 2> const& schemes) {
  return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return address.starts_with(scheme) && address.size() > scheme.size();
  });
}

}  // namespace

bool is_whole_telephone(std::string_view dialled) { return length_of(dialled) == dialled.size(); }

Telephone::Telephone(std::string_view written, std::string_view address) : written_(std::uint32_t(written.size())) {
  text_.append(written).append(address);
}

Telephone parse_telephone(std::string_view written) {
  auto const text = base::nfkc(written);
  auto const mark = extension_mark(text);
  bool const extension_first = mark < digits_from(text, 0);
  std::size_t const begin = extension_first ? digits_end(text, digits_from(text, mark)) : 0;
  auto number = first_number(text, begin);
  if (digits_from(number.signs, 0) == number.signs.size()) return {written, {}};
  auto const extension = extension_in(std::string_view(text).substr(extension_first ? mark : number.end));
  if (auto const hash = number.signs.find('#'); hash != number.signs.npos) number.signs.replace(hash, 1, "%23");
  return {written, "tel:" + number.signs + (extension.empty() ? "" : ";ext=" + extension)};
}

bool is_web_address(std::string_view address) { return begins_with_one(address, {"https://", "http://"}); }

bool has_url_scheme(std::string_view address) {
  return is_web_address(address) || begins_with_one(address, {"mailto:", "tel:"});
}

// ---- as they are written ----

namespace {

/// 令和8年, 令和元年; without an era the Gregorian year.
std::string written_year(EraYear const& year) {
  bool const first = !year.era.empty() && year.number == 1;
  return year.era + (first ? "元" : std::to_string(year.number)) + "年";
}

std::string written_range(TimeRange range) {
  std::string out;
  if (range.from != TimeRange::unsaid) out += clock_text(range.from);
  if (range.is_range) out += "〜";
  if (range.until == TimeRange::unsaid) return out;
  bool const next_day = range.until > minutes_of_day;
  return out + (next_day ? "翌" : "") + clock_text(next_day ? range.until - minutes_of_day : range.until);
}

}  // namespace

std::string clock_text(int minutes) {
  auto const minute = minutes % 60;
  return std::to_string(minutes / 60) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

bool are_all_day(Hours const& hours) {
  return hours.count == 1 && hours.ranges[0] == TimeRange{0, minutes_of_day, true};
}

std::string written_text(Hours const& hours) {
  if (are_all_day(hours)) return "24時間";
  std::string out;
  for (std::size_t i = 0; i < hours.count; ++i) out += (i ? "、" : "") + written_range(hours.ranges[i]);
  return out;
}

std::string written_text(Coordinates const& place) { return text_of(place.latitude) + "," + text_of(place.longitude); }

std::string written_text(Series const& series) {
  constexpr std::array<std::string_view, 5> kinds{"", "計画 ", "予定 ", "中止", "未集計"};
  std::string out;
  for (auto const& figure : series.figures) {
    out.append(out.empty() ? "" : "、").append(written_fiscal_year(figure.year)).append(" ");
    out += kinds[std::size_t(figure.kind)];
    if (figure.has_number()) out += text_of(figure.number);
    if (!figure.note.empty()) out.append("（").append(figure.note).append("）");
  }
  return out;
}

std::string_view written_bullet() { return "・"; }

std::string_view written_separator() { return "、"; }

std::string written_together(std::vector<std::string> const& values) {
  auto const has_comma = [](std::string const& value) { return value.find(written_separator()) != value.npos; };
  std::string_view const between = std::any_of(values.begin(), values.end(), has_comma) ? ";" : written_separator();
  std::string out;
  for (auto const& value : values) out.append(&value == values.data() ? "" : between).append(value);
  return out;
}

std::string_view written_gap() { return "\u3000"; }

std::string written_text(Date date) {
  return written_year(era_year(date)) + std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

std::string written_fiscal_year(int year) { return written_year(fiscal_era_year(year)) + "度"; }

}  // namespace tebiki::model
