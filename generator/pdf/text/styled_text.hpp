#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.hpp"
#include "pdf/fonts/text_run.hpp"
#include "pdf/fonts/unprintable.hpp"
#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/items.hpp"

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

/// What text needs to become lines; nothing here changes while a booklet is laid out, but for what cannot be printed.
struct TextContext {
  model::PrintStyle const& style;
  Fonts const& fonts;
  Unprintable& unprintable;
};

/// Where a link of the printed page leads: a place in the booklet, an address outside, or nowhere.
struct PrintedTarget {
  std::string destination;
  std::string url;
};

/// What stands in the place of one object character.
struct InlineObject {
  std::optional<model::Availability> answer;
  std::string image;  ///< path; empty for an answer
  double width = 0;   ///< points
  double height = 0;
};

/// A stretch of a paragraph's text of one look.
struct InlineSpan {
  TextRange range;
  TextLook look;
  std::uint32_t tag = 0;    ///< local
  int link = -1;            ///< index of StyledText::links
  int ruby = -1;            ///< index of StyledText::readings: a base that is not broken
  int object = -1;          ///< index of StyledText::objects
  base::SourceLocation at;  ///< of the span's first character in its file
};

struct InlineLink {
  PrintedTarget target;
  std::string description;
  std::uint32_t tag = 0;
};

struct RubyReading {
  std::string text;
  std::uint32_t tag = 0;
};

/// Inlines as one string with looks: what lines are made from.
struct StyledText {
  std::string text;
  std::vector<InlineSpan> spans;
  LocalTags tags;
  std::vector<InlineLink> links;
  std::vector<RubyReading> readings;
  std::vector<InlineObject> objects;
  std::vector<TextRange> unbreakable;  ///< beside what the text itself shows: telephone numbers, ruby
};

StyledText plain(std::string_view text, TextLook look, base::SourceLocation at = {});
/// Adds words of another look behind.
void append(StyledText& to, std::string_view text, TextLook look, base::SourceLocation at = {});

/// Notes every character of a text that cannot be printed, for words that are set without a paragraph.
/// `at` is where the text begins, or before.
void report_missing_glyphs(TextContext const& context, std::string_view text, FontChoice font, base::SourceLocation at);

}  // namespace tebiki::pdf
