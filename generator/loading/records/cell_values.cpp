#include "loading/records/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/unicode.hpp"
#include "loading/records/contact_formats.hpp"
#include "model/written_date.hpp"
#include "model/written_hours.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

std::optional<double> number_of(std::string_view text) {
  std::string digits;
  for (char c : base::nfkc(text)) {
    if (c != ',') digits += c;
  }
  double number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// 1,500 ¥1,500 1500円
std::optional<double> yen_of(std::string_view text) {
  auto folded = base::nfkc(text);
  std::string_view rest = folded;
  for (std::string_view sign : {"¥", "\\"}) {
    if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  constexpr std::string_view unit = "円";
  if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  return number_of(rest);
}

std::optional<bool> boolean_of(std::string_view text) {
  constexpr std::array yes = {"○", "〇", "◯", "yes", "true", "TRUE", "あり", "有", "有り", "はい", "1"};
  constexpr std::array no = {"×", "✕", "x", "no", "false", "FALSE", "なし", "無", "無し", "いいえ", "0"};
  if (std::find(yes.begin(), yes.end(), text) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), text) != no.end()) return false;
  return std::nullopt;
}

/// The stored word of an answer's sign; nothing for no answer.
std::optional<std::string> availability_of(std::string_view text) {
  constexpr std::array signs = {std::pair{"○", "yes"},      std::pair{"〇", "yes"},   std::pair{"◯", "yes"},
                                std::pair{"可", "yes"},     std::pair{"△", "ask"},    std::pair{"▲", "ask"},
                                std::pair{"要相談", "ask"}, std::pair{"相談", "ask"}, std::pair{"×", "no"},
                                std::pair{"✕", "no"},       std::pair{"✖", "no"},     std::pair{"x", "no"},
                                std::pair{"X", "no"},       std::pair{"ｘ", "no"},    std::pair{"不可", "no"}};
  constexpr std::array nothing = {"—", "―", "－", "-", "ー", "–", "未回答"};
  if (std::find(nothing.begin(), nothing.end(), text) != nothing.end()) return std::nullopt;
  auto sign = std::find_if(signs.begin(), signs.end(), [&](auto& pair) { return text == pair.first; });
  return std::string(sign == signs.end() ? text : std::string_view(sign->second));
}

/// Marks that part the values of a cell. Those of lists of words do so only where no choice holds one.
struct Separators {
  bool comma = true;       ///< , and ，
  bool wide_comma = true;  ///< 、
};

Separators separators_for(Field const& field) {
  auto none_holds = [&](std::string_view mark) {
    return std::none_of(field.choices.begin(), field.choices.end(),
                        [&](std::string const& choice) { return choice.find(mark) != choice.npos; });
  };
  bool closed = !field.choices.empty() || field.key == "areas" || field.key == "scenes";
  return {closed && none_holds(",") && none_holds("，"), none_holds("、")};
}

/// How long the separator is that stands at `at`; 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t at, Separators also) {
  if (text[at] == ';' || text[at] == '\n' || text[at] == '\r' || (also.comma && text[at] == ',')) return 1;
  auto rest = text.substr(at);
  bool wide =
      rest.starts_with("；") || (also.wide_comma && rest.starts_with("、")) || (also.comma && rest.starts_with("，"));
  return wide ? 3 : 0;
}

Value split(CellText const& cell, Field const& field) {
  auto const also = separators_for(field);
  model::Values items;
  std::size_t start = 0;
  auto finish = [&](std::size_t end) {
    auto item = base::trimmed(cell.text.substr(start, end - start));
    if (!item.empty())
      items.push_back({std::string(item), cell.at(static_cast<std::size_t>(item.data() - cell.text.data()))});
  };
  for (std::size_t at = 0; at < cell.text.size(); ++at) {
    auto length = separator_at(cell.text, at, also);
    if (length == 0) continue;
    finish(at);
    start = at + length;
    at += length - 1;
  }
  finish(cell.text.size());
  return {std::move(items), cell.at(0)};
}

Value numbers_of(std::string_view text, base::SourceLocation at) {
  model::Values pair;
  for (std::size_t start = 0; start <= text.size();) {
    auto comma = std::min(text.find(',', start), text.size());
    auto number = number_of(base::trimmed(text.substr(start, comma - start)));
    if (!number) return {std::string(text), at};
    pair.push_back({*number, at});
    start = comma + 1;
  }
  return {std::move(pair), at};
}

}  // namespace

Value cell_value(CellText const& cell, Field const& field, std::string_view type) {
  auto text = cell.text;
  Value value{std::string(text), cell.at(0)};
  bool numeric = type.empty() || type == "number" || type == "integer";
  if (field.kind == FieldKind::number) {
    if (auto number = number_of(text)) value.data = *number;
  } else if (field.kind == FieldKind::yen && numeric) {
    if (auto number = yen_of(text)) value.data = *number;
  } else if (field.kind == FieldKind::boolean) {
    if (auto flag = boolean_of(text)) value.data = *flag;
  } else if (field.kind == FieldKind::date) {
    if (auto date = model::date_as_written(text)) value.data = model::iso(*date);
  } else if (field.kind == FieldKind::hours) {
    if (auto hours = model::hours_as_written(text)) value.data = *hours;
  } else if (field.kind == FieldKind::tel || field.kind == FieldKind::fax) {
    if (auto number = plain_telephone(text)) value.data = *number;
  } else if (field.kind == FieldKind::postal_code) {
    if (auto code = plain_postal_code(text)) value.data = *code;
  } else if (field.kind == FieldKind::availability) {
    if (auto answer = availability_of(text)) {
      value.data = *answer;
    } else {
      value.data = std::monostate();
    }
  } else if (field.kind == FieldKind::coordinates) {
    if (type == "array") value = numbers_of(text, cell.at(0));
  } else if (field.kind == FieldKind::choices || type == "array") {
    value = split(cell, field);
  }
  return value;
}

}  // namespace tebiki::loading
