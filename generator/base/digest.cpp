#include "base/digest.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace tebiki::base {

Digest& Digest::add(std::string_view bytes) {
  auto hash = XXH3_128bits(bytes.data(), bytes.size());
  std::uint64_t const words[] = {high_, low_, hash.high64, hash.low64, bytes.size()};
  hash = XXH3_128bits(words, sizeof words);
  high_ = hash.high64;
  low_ = hash.low64;
  return *this;
}

Digest& Digest::add(std::uint64_t number) {
  return add(std::string_view(reinterpret_cast<char const*>(&number), sizeof number));
}

std::string Digest::hex() const { return fmt::format("{:016x}{:016x}", high_, low_); }

std::string digest_of(std::string_view bytes) { return Digest().add(bytes).hex(); }

}  // namespace tebiki::base
