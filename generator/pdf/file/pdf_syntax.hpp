/// How values are spelt in a PDF file (ISO 32000-1 §7.3). Always appended, never dependent on a locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tebiki::pdf {

/// An indirect object of the document; numbers begin with 1.
enum class ObjectNumber : std::uint32_t { none = 0 };

void append_integer(std::string& to, long long value);
/// With at most two decimals: a hundredth of a point is finer than any printer.
void append_number(std::string& to, double value);
/// `hundredths` / 100.
void append_hundredths(std::string& to, long long hundredths);
/// Four hexadecimal digits.
void append_hex(std::string& to, std::uint16_t value);
/// `12 0 R`
void append_reference(std::string& to, ObjectNumber object);
/// A text string: UTF-16BE with a byte order mark, in hexadecimal. Nothing depends on an encoding.
void append_text(std::string& to, std::string_view utf8);
/// A byte string in parentheses.
void append_literal(std::string& to, std::string_view bytes);
/// UTF-16BE in hexadecimal, without delimiters.
void append_utf16_hex(std::string& to, char32_t character);

std::string number(double value);
std::string reference(ObjectNumber object);
std::string text_string(std::string_view utf8);
std::string literal_string(std::string_view bytes);

}  // namespace tebiki::pdf
