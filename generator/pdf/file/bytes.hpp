#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tebiki::pdf {

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
