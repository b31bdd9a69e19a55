#include "pdf/file/content_hash.hpp"

#include <bit>

namespace tebiki::pdf {
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

}  // namespace tebiki::pdf
