#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tebiki::pdf {

/// Bytes of a text, the end excluded.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(TextRange, TextRange) = default;
};

/// Telephone numbers, times and spans of time, prices and counts with their unit (1,500円, 9:00〜17:00, 〒254-0811,
/// 第3回), in order: places where no line may break though Unicode would allow it. Linear.
std::vector<TextRange> unbreakable_ranges(std::string_view text);

/// The pieces between separators that have at most `longest` characters; a piece ends behind its separator unless that
/// is a blank. Nothing where there is no separator. Linear.
std::vector<TextRange> short_pieces(std::string_view text, std::u32string_view separators, std::size_t longest);

/// Short words in brackets, （１回目） or [注1], the brackets included. Linear.
std::vector<TextRange> short_brackets(std::string_view text, std::size_t longest);

}  // namespace tebiki::pdf
