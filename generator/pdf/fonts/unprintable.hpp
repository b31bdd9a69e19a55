#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

/// Control characters and Unicode's line ends: no font has them, they are set as blanks.
constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/// Blanks and control characters: nothing is painted, and no font need have them.
constexpr bool is_blank(char32_t c) {
  return is_control(c) || c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

/// A selector of the Ideographic Variation Database (UTS #37).
constexpr bool is_ideographic_variation(char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; }

/// Characters that only steer how others are shown, variation selectors among them.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || is_ideographic_variation(c);
}

/// The name of the writing system of a character whose letters join, stack or run to the left, so that setting glyph
/// beside glyph would be wrong (Arabic, Thai, Devanagari). Nothing for those that we set.
base::Message const* complex_writing_system(char32_t character);

/// 外字: what it shows is a private matter of the machine on which it was typed.
constexpr bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF); }

/// What cannot be printed, with where it stands, gathered over all booklets of a run. Safe to use from several threads.
class Unprintable {
 public:
  /// No font of the list has the character, or it is of a writing system that cannot be set. `at` is at or before the
  /// character in its file.
  void add(char32_t character, FontChoice::List fonts, base::SourceLocation at);
  /// One error for each character, and for each writing system: how often, the first three places, what to do. The
  /// places are looked up in the files, where JSON and Markdown may spell a character by its number.
  void report(base::Sources const& sources, base::Diagnostics& diagnostics) const;

 private:
  struct Key {
    char32_t character = 0;
    FontChoice::List fonts{};
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  using Places = std::map<base::FileId, std::set<std::uint32_t>>;

  mutable std::mutex mutex_;
  std::map<Key, Places> found_;
};

}  // namespace tebiki::pdf
