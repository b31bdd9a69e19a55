#include "pdf/file/pdf_syntax.hpp"

#include <libdeflate.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <memory>
#include <new>

#include "base/diagnostics.hpp"
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

namespace {

// The mixing steps of xxHash64 and MurmurHash3's finaliser, spelt out so that every machine agrees.
std::uint64_t mixed(std::uint64_t lane, std::uint64_t word, std::uint64_t factor) {
  return std::rotl(lane ^ (word * factor), 31) * 0x9FB21C651E98DF25U + word;
}

std::uint64_t finished(std::uint64_t value) {
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33);
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) word |= std::uint64_t(std::uint8_t(bytes[i])) << (8 * i);
  return word;
}

}  // namespace

void ContentHash::add(std::string_view bytes) {
  auto add_word = [this](std::uint64_t word) {
    lanes_[0] = mixed(lanes_[0], word, 0x9E3779B185EBCA87U);
    lanes_[1] = mixed(lanes_[1], word, 0x165667B19E3779F9U);
  };
  add_word(bytes.size());
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) add_word(little_endian(bytes.substr(at, 8)));
  add_word(little_endian(bytes.substr(at)));
}

std::string ContentHash::hex() const {
  std::string digits;
  for (std::uint64_t lane : lanes_)
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789ABCDEF"[finished(lane) >> shift & 15];
  return digits;
}

std::string ContentHash::subset_tag() const {
  std::string tag;
  std::uint64_t rest = finished(lanes_[0] ^ std::rotl(lanes_[1], 17));
  for (int i = 0; i < 6; ++i, rest /= 26) tag += char('A' + rest % 26);
  return tag;
}

namespace {

struct CompressorRelease {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

using Compressor = std::unique_ptr<libdeflate_compressor, CompressorRelease>;

libdeflate_compressor* compressor(Effort effort) {
  thread_local Compressor quick{libdeflate_alloc_compressor(7)}, thorough;
  if (effort == Effort::quick) return quick.get();
  if (!thorough) thorough.reset(libdeflate_alloc_compressor(10));
  return thorough.get();
}

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
  auto* with = compressor(effort);
  std::string out(with ? libdeflate_zlib_compress_bound(with, bytes.size()) : 0, '\0');
  std::size_t size = with ? libdeflate_zlib_compress(with, bytes.data(), bytes.size(), out.data(), out.size()) : 0;
  if (!with) throw std::bad_alloc();
  if (size == 0) throw base::Failure({"PDF の圧縮に失敗しました。", "compressing the PDF failed"});
  out.resize(size);
  return out;
}

}  // namespace tebiki::pdf
