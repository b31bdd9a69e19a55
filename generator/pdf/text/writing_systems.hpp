#pragma once
#include "base/message.hpp"

namespace tebiki::pdf {

/// The name of the writing system of a character whose letters join, stack or run to the left, so that setting glyph
/// beside glyph would be wrong (Arabic, Thai, Devanagari). Nothing for those that we set.
base::Message const* complex_writing_system(char32_t character);

/// 外字: what it shows is a private matter of the machine on which it was typed.
constexpr bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF); }

}  // namespace tebiki::pdf
