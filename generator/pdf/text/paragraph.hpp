/// Text with looks, shaped and set in lines.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.hpp"
#include "model/document.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/line_breaking.hpp"

namespace tebiki::pdf {

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
  std::vector<TextRange> held;         ///< parted only when they are longer than a line: days and their hours
};

StyledText plain(std::string_view text, TextLook look, base::SourceLocation at = {});
/// Adds words of another look behind.
void append(StyledText& to, std::string_view text, TextLook look, base::SourceLocation at = {});

/// Notes every character of a text that cannot be printed, for words that are set without a paragraph.
/// `at` is where the text begins, or before.
void report_missing_glyphs(TextContext const& context, std::string_view text, FontChoice font, base::SourceLocation at);

/// A reading above its base: from cluster `first` to before `end`.
struct PlacedReading {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  int reading = 0;  ///< index of StyledText::readings
  float size = 8;
  float overhang = 0;      ///< points by which it begins left of its base
  std::uint32_t span = 0;  ///< of its base
};

/// A paragraph's text as clusters with widths and spaces, not yet broken.
struct ShapedText {
  std::vector<Cluster> clusters;
  std::vector<PlacedReading> readings;                  ///< in the order of the text
  std::vector<std::vector<ShapedGlyph> const*> glyphs;  ///< of each span; nothing for an object
  double natural = 0;                                   ///< width of all on one line
  bool forced_breaks = false;
};

/// Shapes every span and sets the spaces between clusters. Characters that no font has leave a blank and are
/// noted in `context.unprintable`. Linear.
ShapedText shape(TextContext const& context, StyledText const& text);

/// Short items of a list in a row (胃ろう・在宅酸素): parted like any text, or between rather than within.
enum class Items : std::uint8_t { loose, held };

/// Notes where lines may begin, and how willingly; costly, so only for text that does not fit on one line.
void mark_breaks(ShapedText& shaped, StyledText const& text, base::LineBreaking breaking, Items items);

/// Width of the widest line when only forced breaks are taken.
double widest_line(ShapedText const& shaped);

/// Widths of the longest stretches that should not be parted.
struct Unbroken {
  double number = 0;  ///< a telephone number, a price, a time; what is held together by hand
  double word = 0;    ///< a Latin word; a character with small kana, ー and marks behind it
};
Unbroken longest_unbroken(ShapedText const& shaped, StyledText const& text);

/// Readings are half as large as their base, but never smaller than the style's least size: small kana must stay
/// legible. Points.
float reading_size(TextContext const& context, float base_size);

/// Widens the base where its reading is longer, letting it hang over kana and punctuation beside
/// (JLREQ §3.3.8), and notes where the reading stands.
void fit_reading(TextContext const& context, StyledText const& text, InlineSpan const& span, std::uint32_t first,
                 ShapedText& shaped);
/// The reading's glyphs over its base, spread 1:2:1 where it is shorter (JLREQ §3.3.6).
std::vector<Item> reading_items(TextContext const& context, StyledText const& text, PlacedReading const& reading,
                                double base_x, double base_width, double baseline);

/// How a paragraph is to be set. Lengths are points.
struct Setting {
  double width = 0;
  double leading = 20.4;
  model::Alignment alignment = model::Alignment::start;
  Fit fit = Fit::ragged;
  base::LineBreaking breaking = base::LineBreaking::strict;
};

/// For what is read at a glance, headings and names: lines of about one length, parted between phrases.
inline Setting in_phrases(double width, double leading, model::Alignment alignment = model::Alignment::start) {
  return {width, leading, alignment, Fit::balanced, base::LineBreaking::phrase};
}

/// One line, placed from its own top left; tags are local to the paragraph.
struct Line {
  double height = 0;
  double baseline = 0;  ///< from the line's top
  double width = 0;     ///< of its ink
  std::vector<Item> items;
  std::vector<LinkArea> links;
};

struct Lines {
  std::vector<Line> lines;
  LocalTags tags;

  double height() const;
};

/// Moves the lines to their place, one below the other from `y` on; gives where they end. `tags` are those that stand
/// for the lines' local ones, see `attach_tags`.
double place_lines(Lines& lines, double x, double y, std::vector<Item>& items, std::vector<LinkArea>& links,
                   std::vector<TagId> const& tags);
/// The same for what is decoration; it cannot be followed.
double place_decoration(Lines& lines, double x, double y, std::vector<Item>& items);

/// Breaks and places a paragraph. Safe from several threads. Linear in its characters.
Lines set_lines(TextContext const& context, StyledText text, Setting const& setting);
Lines set_lines(TextContext const& context, StyledText text, ShapedText shaped, Setting const& setting);

}  // namespace tebiki::pdf
