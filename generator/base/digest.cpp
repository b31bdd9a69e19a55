#include "base/digest.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace tebiki::base {
namespace {

/// The finishing steps of MurmurHash3 (public domain): every bit of the input changes half of those of the result.
std::uint64_t spread(std::uint64_t value) {
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
  return value ^ (value >> 33);
}

}  // namespace

void Digest::mix(std::uint64_t word) {
  one_ = std::rotl((one_ ^ word) * 0x9FB21C651E98DF25, 32) + other_;
  other_ = std::rotl(other_ + word, 29) * 0xD6E8FEB86659FD93 ^ one_;
}

Digest& Digest::add(std::uint64_t number) {
  mix(number);
  return *this;
}

Digest& Digest::add(std::string_view bytes) {
  mix(bytes.size());
  std::uint64_t word = 0;
  while (bytes.size() >= sizeof word) {
    std::memcpy(&word, bytes.data(), sizeof word);
    mix(word);
    bytes.remove_prefix(sizeof word);
  }
  word = 0;
  if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
  mix(word);
  return *this;
}

std::string Digest::hex() const { return fmt::format("{:016x}{:016x}", spread(one_ + other_), spread(other_ ^ one_)); }

std::string digest_of(std::string_view bytes) { return Digest().add(bytes).hex(); }

}  // namespace tebiki::base
