#include "model/field_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/japanese_era.hpp"

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

constexpr int minutes_of_day = 24 * 60;

std::string clock_text(int minutes) {
  auto const minute = minutes % 60;
  return std::to_string(minutes / 60) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

std::string range_text(TimeRange range) {
  std::string out;
  if (range.from != TimeRange::unsaid) out += clock_text(range.from);
  if (range.is_range) out += "〜";
  if (range.until == TimeRange::unsaid) return out;
  bool const next_day = range.until > minutes_of_day;
  return out + (next_day ? "翌" : "") + clock_text(next_day ? range.until - minutes_of_day : range.until);
}

/// Appends the inlines of blocks, each paragraph on a line of its own.
struct LineWriter {
  Inlines& out;

  void line(Inlines const& inlines, std::string_view mark = {}) {
    if (inlines.empty()) return;
    auto const at = inlines.front().at;
    if (!out.empty()) out.push_back({LineBreak{}, at});
    if (!mark.empty()) out.push_back(words(std::string(mark), at));
    out.insert(out.end(), inlines.begin(), inlines.end());
  }
  void all(Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }
  void operator()(Paragraph const& node) { line(node.text); }
  void operator()(Heading const& node) { line(node.text); }
  void operator()(Quote const& node) { all(node.blocks); }
  void operator()(Note const& node) { all(node.blocks); }
  void operator()(CodeBlock const& node) { line({words(node.text)}); }
  void operator()(ListBlock const& node) {
    auto number = node.start;
    for (auto const& item : node.items) {
      auto const lines = lines_of(item.blocks);
      line(lines, node.ordered ? std::to_string(number++) + ". " : "・");
    }
  }
  template <class Other>
  void operator()(Other const&) {}
};

struct ExportedText {
  std::string operator()(std::string const& text) const { return text; }
  std::string operator()(Decimal number) const { return text_of(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(Date date) const { return iso(date); }
  std::string operator()(Hours const& hours) const { return text_of(hours); }
  std::string operator()(Coordinates const& place) const {
    return text_of(place.latitude) + "," + text_of(place.longitude);
  }
  std::string operator()(Availability answer) const { return std::string(key_of(answer)); }
  std::string operator()(Series const& series) const { return text_of(series); }
  std::string operator()(Blocks const& blocks) const { return plain_text(lines_of(blocks)); }
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(FieldValues const&) const { return {}; }
  std::string operator()(FieldRows const&) const { return {}; }
};

struct SortNumbers {
  using Numbers = std::optional<std::array<double, 2>>;

  Numbers operator()(Decimal number) const { return {{number.approximate(), 0}}; }
  Numbers operator()(bool flag) const { return {{flag ? 0.0 : 1.0, 0}}; }
  Numbers operator()(Date date) const { return {{double(date.year), date.month * 100.0 + date.day}}; }
  Numbers operator()(Availability answer) const { return {{double(answer), 0}}; }
  Numbers operator()(Hours const& hours) const {
    return {{double(hours.ranges.front().from), double(hours.ranges.front().until)}};
  }
  Numbers operator()(Coordinates const& place) const {
    return {{place.latitude.approximate(), place.longitude.approximate()}};
  }
  Numbers operator()(Series const& series) const {
    auto const& figures = series.figures;
    auto const earlier = [](YearFigure const& a, YearFigure const& b) { return a.year < b.year; };
    auto const last = std::max_element(figures.begin(), figures.end(), earlier);
    if (last == figures.end()) return std::nullopt;
    return {{last->number.approximate(), double(last->year)}};
  }
  Numbers operator()(std::string const&) const { return std::nullopt; }
  Numbers operator()(Blocks const&) const { return std::nullopt; }
  Numbers operator()(std::monostate) const { return std::nullopt; }
  Numbers operator()(FieldValues const&) const { return std::nullopt; }
  Numbers operator()(FieldRows const&) const { return std::nullopt; }
};

}  // namespace

FieldData::FieldData() = default;
FieldData::FieldData(FieldData const& other) = default;
FieldData::FieldData(FieldData&& other) noexcept = default;
FieldData& FieldData::operator=(FieldData const& other) = default;
FieldData& FieldData::operator=(FieldData&& other) noexcept = default;
FieldData::~FieldData() = default;

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

std::string text_of(Hours const& hours) {
  std::string out;
  for (std::size_t i = 0; i < hours.count; ++i) out += (i ? "、" : "") + range_text(hours.ranges[i]);
  return out;
}

std::string grouped_text(Decimal number) {
  auto text = text_of(number);
  auto const begin = text.starts_with('-') ? std::size_t(1) : 0;
  auto at = std::min(text.find('.'), text.size());
  while (at > begin + 3) text.insert(at -= 3, ",");
  return text;
}

std::string era_year_text(int year) {
  // By the era in which the year ends: the year from April 2019 is 令和元年度.
  auto const whole = japanese({year, 12, 31});
  return whole.substr(0, whole.find("年"));
}

std::string fiscal_year_text(int year) { return era_year_text(year) + "年度"; }

ShortYear short_fiscal_year(int year) {
  auto const* era = base::japanese_era_on(std::chrono::year(year) / 12 / 31);
  return era ? ShortYear{era->letter, year - era->gregorian(1) + 1} : ShortYear{"", year};
}

std::string text_of(Series const& series) {
  constexpr std::array<std::string_view, 5> kinds{"", "計画 ", "予定 ", "中止", "未集計"};
  std::string out;
  for (auto const& figure : series.figures) {
    out.append(out.empty() ? "" : "、").append(fiscal_year_text(figure.year)).append(" ");
    out += kinds[std::size_t(figure.kind)];
    if (figure.has_number()) out += text_of(figure.number);
    if (!figure.note.empty()) out.append("（").append(figure.note).append("）");
  }
  return out;
}

FieldValue const* FieldRow::find(std::uint16_t slot) const {
  auto found = std::find_if(values.begin(), values.end(), [&](FieldValue const& value) { return value.slot == slot; });
  return found == values.end() ? nullptr : &*found;
}

std::vector<FieldValue> const* FieldValue::several() const {
  auto* values = as<FieldValues>();
  return values ? &values->items : nullptr;
}

std::string exported_text(FieldValue const& value) { return std::visit(ExportedText{}, value.data); }

std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value) {
  return std::visit(SortNumbers{}, value.data);
}

Inlines lines_of(Blocks const& blocks) {
  Inlines out;
  LineWriter{out}.all(blocks);
  return out;
}

}  // namespace tebiki::model
