// How people and places are reached: telephone, mail, web and post.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "model/typed_values.hpp"

namespace tebiki::loading {
namespace {

bool is_ascii_graphic(char c) { return c > 0x20 && c < 0x7f; }

/// Full-width digits and the many hyphens become ASCII: what was probably meant.
std::string plain_digits(std::string_view text) {
  std::string result;
  auto folded = base::nfkc(text);
  for (std::size_t at = 0; at < folded.size();) {
    auto character = base::next_character(folded, at);
    base::append_utf8(result, base::is_hyphen_between_digits(character) ? U'-' : character);
  }
  return result;
}

std::size_t digit_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), base::is_digit));
}

/// 119, 110, 188; #7119, #8000.
bool is_short_number(std::string_view text) {
  auto const digits = text.substr(text.starts_with('#') ? 1 : 0);
  return !text.starts_with('0') && digit_count(digits) == digits.size() && model::is_whole_telephone(text);
}

/// The number without the words that may follow it: 内線, 代表, a bracket.
std::string_view without_extension(std::string_view text) {
  for (std::string_view mark : {"内線", "（", "代表", "(内", "(代", " ext"}) text = text.substr(0, text.find(mark));
  return base::trimmed(text);
}

bool has_number_shape(std::string_view number) {
  bool shape = std::all_of(number.begin(), number.end(),
                           [](char c) { return base::is_digit(c) || c == '-' || c == '(' || c == ')' || c == ' '; });
  return shape && !number.empty() && base::is_digit(number.back());
}

bool has_right_length(std::string_view number) {
  auto const digits = base::digits_of(number);
  if (number.starts_with("+81")) return model::is_whole_telephone("+" + digits);
  return digits.starts_with('0') && model::is_whole_telephone(digits);
}

/// The 0 at its head is gone: people leave it out, and Excel does so where it takes the number for an amount.
std::optional<FormatMistake> number_without_zero(std::string_view number) {
  auto meant = "0" + std::string(number);
  bool lacks_it = has_number_shape(number) && base::is_digit(number[0]) && number[0] != '0' && has_right_length(meant);
  if (!lacks_it) return std::nullopt;
  if (digit_count(number) < number.size())
    return FormatMistake{{"先頭の 0 がありません。", "lacks its first 0."},
                         {fmt::format("「{}」と書いてください。", meant), fmt::format("Write {}.", meant)}};
  return FormatMistake{
      {"先頭の 0 がありません。Excel が数と見なして消したようです。",
       "lacks its first 0; Excel took it for an amount."},
      {fmt::format("「{}」と書いてください。Excel では、列の書式を「文字列」にしてから打ち直します。", meant),
       fmt::format("Write {}; in Excel, format the column as text first.", meant)}};
}

}  // namespace

// 0463-00-0001、0463-00-0002 or 0463-00-0001（訪問看護）0463-00-0002.
std::vector<std::string> telephones_in(std::string_view text) {
  constexpr std::string_view of_a_number = "0123456789-";
  std::vector<std::string> numbers;
  auto const folded = plain_digits(text);
  for (auto start = folded.find_first_of(of_a_number); start != folded.npos;) {
    auto const end = std::min(folded.find_first_not_of(of_a_number, start), folded.size());
    auto const number = folded.substr(start, end - start);
    if (has_number_shape(number) && has_right_length(number)) numbers.push_back(number);
    start = folded.find_first_of(of_a_number, end);
  }
  return numbers;
}

namespace {

std::optional<FormatMistake> several_numbers(std::string_view text) {
  auto const numbers = telephones_in(text);
  if (numbers.size() < 2) return std::nullopt;
  return FormatMistake{
      {fmt::format("1つの欄に番号が{}つ入っています。", numbers.size()),
       fmt::format("holds {} numbers.", numbers.size())},
      {fmt::format(
           "ここには「{}」だけを書き、ほかの番号は、schema.json に項目を足してそこに書くか、備考に移してください。",
           numbers[0]),
       fmt::format("Write {} alone; give the other its own field in schema.json, or move it to the remarks.",
                   numbers[0])}};
}

/// Nothing when the text is a telephone number.
std::optional<FormatMistake> telephone_mistake(std::string_view text) {
  auto number = without_extension(text);
  if (is_short_number(number)) return std::nullopt;
  // #7119, #8000 and #9110 are often written without their sign.
  auto const digits = plain_digits(number);
  bool const lacks_sign = digits.size() == 4 && digits[0] >= '7';
  for (auto const& meant : {digits, (lacks_sign ? "#" : "") + digits}) {
    if (is_short_number(meant))
      return FormatMistake{{"そのままでは、かけられる番号になりません。", "cannot be dialled as it is written."},
                           {fmt::format("半角で「{}」と書いてください。", meant), fmt::format("Write {}.", meant)}};
  }
  if (auto mistake = several_numbers(text)) return mistake;
  auto bare = number.starts_with("+81") ? number.substr(1) : number;
  if (!has_number_shape(bare)) {
    auto meant = plain_digits(number);
    if (meant != number && has_number_shape(meant) && has_right_length(meant))
      return FormatMistake{{"全角の数字や記号で書かれています。", "is written in full-width characters."},
                           {fmt::format("半角で「{}」と書いてください。", meant), fmt::format("Write {}.", meant)}};
    return FormatMistake{{"電話番号の形ではありません。", "is no telephone number."},
                         {"半角の数字とハイフンだけで「0463-00-0001」のように書いてください。",
                          "Write digits and hyphens only, like 0463-00-0001."}};
  }
  if (has_right_length(number)) return std::nullopt;
  if (auto mistake = number_without_zero(number)) return mistake;
  return FormatMistake{
      {fmt::format("{}桁で、電話番号の桁数と合いません。", digit_count(number)),
       fmt::format("has {} digits, which is no telephone number.", digit_count(number))},
      {"市外局番から「0463-00-0001」のように書いてください。", "Write it with the area code, like 0463-00-0001."}};
}

/// The telephone number that a text in full-width characters or with odd hyphens stands for; nothing when it is none.
std::optional<std::string> plain_telephone(std::string_view text) {
  if (!telephone_mistake(text)) return std::string(text);
  auto plain = plain_digits(text);
  return has_number_shape(plain) && has_right_length(plain) ? std::optional(plain) : std::nullopt;
}

std::optional<FormatMistake> email_mistake(std::string_view text) {
  auto at = text.find('@');
  bool fine = at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
              std::all_of(text.begin(), text.end(), is_ascii_graphic) &&
              text.find_first_of("\"<>(),;:\\[]") == text.npos;
  auto domain = fine ? text.substr(at + 1) : std::string_view();
  fine = fine && domain.find('.') != domain.npos && domain.front() != '.' && domain.back() != '.' &&
         domain.find("..") == domain.npos;
  if (fine) return std::nullopt;
  return FormatMistake{{"メールアドレスの形ではありません。", "is no e-mail address."},
                       {"半角で「name@example.jp」のように書いてください。", "Write it like name@example.jp."}};
}

std::optional<FormatMistake> uri_mistake(std::string_view text) {
  if (text.starts_with("mailto:")) return email_mistake(text.substr(7));
  if (text.starts_with("tel:")) return telephone_mistake(text.substr(4));
  bool web = model::is_web_address(text);
  auto host = web ? text.substr(text.find("//") + 2) : std::string_view();
  host = host.substr(0, host.find_first_of("/?#"));
  bool sound = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\';
  });
  if (web && sound && !host.empty() && host.find('@') == host.npos && text.find("　") == text.npos) return std::nullopt;
  if (!email_mistake(text))
    return FormatMistake{{"URLではなくメールアドレスです。", "is an e-mail address and no URL."},
                         {fmt::format("メールアドレスの欄に移すか、「mailto:{}」と書いてください。", text),
                          fmt::format("Move it to an e-mail field or write mailto:{}.", text)}};
  if (sound && text.find(':') == text.npos && text.find('.') != text.npos)
    return FormatMistake{
        {"「https://」で始まっていません。", "does not begin with https://."},
        {fmt::format("「https://{}」と書いてください。", text), fmt::format("Write https://{}.", text)}};
  return FormatMistake{{"URLの形ではありません。", "is no URL."},
                       {"「https://」か「http://」で始まるアドレスを書いてください。",
                        "Write an address that begins with https:// or http://."}};
}

std::optional<std::string> plain_postal_code(std::string_view text) {
  std::string digits;
  for (char c : plain_digits(text)) {
    if (base::is_digit(c)) {
      digits += c;
    } else if (c == ',' || c == '.') {
      return std::nullopt;
    }
  }
  return digits.size() == 7 ? std::optional(digits.substr(0, 3) + "-" + digits.substr(3)) : std::nullopt;
}

std::optional<FormatMistake> postal_code_mistake(std::string_view text) {
  if (text.size() == 8 && text[3] == '-' && digit_count(text) == 7) return std::nullopt;
  auto meant = plain_postal_code(text).value_or("254-0043");
  return FormatMistake{
      {"郵便番号の形ではありません。", "is no postal code."},
      {fmt::format("半角で「{}」のように書いてください。", meant), fmt::format("Write it like {}.", meant)}};
}

/// The text itself, or the plain form that a cell may stand for.
ReadValue read_in_form(std::string_view text, Form form, std::optional<std::string> (*plain)(std::string_view),
                       std::optional<FormatMistake> (*mistake)(std::string_view)) {
  if (form == Form::cell) {
    if (auto meant = plain(text)) return {std::move(*meant)};
  }
  return {std::string(text), mistake(text)};
}

}  // namespace

ReadValue read_telephone(model::Field const&, std::string_view text, Form form) {
  auto read = read_in_form(text, form, plain_telephone, telephone_mistake);
  if (!read.mistake) read.data = model::parse_telephone(std::get<std::string>(read.data));
  return read;
}

ReadValue read_email(model::Field const&, std::string_view text, Form) {
  return {std::string(text), email_mistake(text)};
}

ReadValue read_uri(model::Field const&, std::string_view text, Form) {
  if (auto mistake = uri_mistake(text)) return {std::string(text), std::move(mistake)};
  return {model::Url{std::string(text)}};
}

ReadValue read_postal_code(model::Field const&, std::string_view text, Form form) {
  return read_in_form(text, form, plain_postal_code, postal_code_mistake);
}

}  // namespace tebiki::loading
