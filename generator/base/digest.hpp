#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tebiki::base {

/// Tells whether bytes are the same as before: 128 bits (XXH3) of all that was added, in its order. It knows no secret:
/// who wants to can make two texts of one digest, and would only be shown their own old output. Ten bytes a nanosecond.
class Digest {
 public:
  /// Each text counts with its length: "a", "bc" is not "ab", "c".
  Digest& add(std::string_view bytes);
  Digest& add(std::uint64_t number);
  /// 32 hexadecimal digits.
  std::string hex() const;

 private:
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

/// The digest of one text.
std::string digest_of(std::string_view bytes);

}  // namespace tebiki::base
