/// How values are spelt in a PDF file (ISO 32000-1 §7.3), always appended, never dependent on a locale; how streams are
/// deflated, and what names bytes.
#pragma once
#include <array>
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

/// Names bytes by what they are, so that equal files have equal /ID entries and subset tags. Not for secrets.
class ContentHash {
 public:
  void add(std::string_view bytes);
  /// Sixteen bytes as 32 hexadecimal digits.
  std::string hex() const;
  /// Six capitals, as a font subset wants (ISO 32000-1 §9.6.4).
  std::string subset_tag() const;

 private:
  std::array<std::uint64_t, 2> lanes_{0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU};
};

/// How hard to look for repetitions. Thorough takes a twentieth off, for five times the time: right for a booklet
/// that many people fetch, wrong for a table of ten thousand rows.
enum class Effort { quick, thorough };

/// zlib data for /FlateDecode. Depends on nothing but the bytes; may run on several threads.
std::string deflated(std::string_view bytes, Effort effort = Effort::quick);

}  // namespace tebiki::pdf
