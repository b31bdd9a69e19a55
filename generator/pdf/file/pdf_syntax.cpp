#include "pdf/file/pdf_syntax.hpp"

#include <charconv>
#include <cmath>

#include "base/unicode.hpp"

namespace tebiki::pdf {

void append_integer(std::string& to, long long value) {
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  to.append(digits, end);
}

void append_hundredths(std::string& to, long long hundredths) {
  if (hundredths < 0) to += '-', hundredths = -hundredths;
  append_integer(to, hundredths / 100);
  int rest = int(hundredths % 100);
  if (rest == 0) return;
  to += '.';
  to += char('0' + rest / 10);
  if (rest % 10) to += char('0' + rest % 10);
}

void append_number(std::string& to, double value) { append_hundredths(to, std::llround(value * 100)); }

void append_hex(std::string& to, std::uint16_t value) {
  constexpr char const* digits = "0123456789ABCDEF";
  char four[] = {digits[value >> 12], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]};
  to.append(four, 4);
}

void append_reference(std::string& to, ObjectNumber object) {
  append_integer(to, std::uint32_t(object));
  to += " 0 R";
}

void append_utf16_hex(std::string& to, char32_t character) {
  if (character < 0x10000) return append_hex(to, std::uint16_t(character));
  character -= 0x10000;
  append_hex(to, std::uint16_t(0xD800 + (character >> 10)));
  append_hex(to, std::uint16_t(0xDC00 + (character & 0x3FF)));
}

void append_text(std::string& to, std::string_view utf8) {
  to += "<FEFF";
  for (std::size_t at = 0; at < utf8.size();) append_utf16_hex(to, base::next_character(utf8, at));
  to += '>';
}

void append_literal(std::string& to, std::string_view bytes) {
  to += '(';
  for (char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') to += '\\';
    if (c == '\r')
      to += "\\r";
    else
      to += c;
  }
  to += ')';
}

std::string number(double value) {
  std::string to;
  append_number(to, value);
  return to;
}

std::string reference(ObjectNumber object) {
  std::string to;
  append_reference(to, object);
  return to;
}

std::string text_string(std::string_view utf8) {
  std::string to;
  append_text(to, utf8);
  return to;
}

std::string literal_string(std::string_view bytes) {
  std::string to;
  append_literal(to, bytes);
  return to;
}

}  // namespace tebiki::pdf
