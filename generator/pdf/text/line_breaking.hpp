#pragma once
#include <cstdint>
#include <vector>

#include "pdf/text/character_class.hpp"

namespace tebiki::pdf {

/// How willingly a line begins at a cluster, least first.
enum class BreakBefore : std::uint8_t {
  never,          ///< only when nothing else fits: inside a word that is longer than the line
  unwilling,      ///< inside a number or time, when it alone is longer than the line
  within_item,    ///< inside a short item of a list
  within_phrase,  ///< where any text may be broken, but no phrase ends
  allowed,
  forced,
};

/// One shaped cluster of a paragraph, with the space that parts it from the cluster before. Lengths are points.
struct Cluster {
  std::uint32_t begin = 0;  ///< bytes of the paragraph's text
  std::uint32_t end = 0;
  std::uint32_t first_glyph = 0;  ///< of its span's shaped glyphs
  std::uint32_t span = 0;
  std::uint16_t glyphs = 0;
  CharacterClass kind = CharacterClass::ideographic;
  BreakBefore break_before = BreakBefore::never;
  float width = 0;
  float shift = 0;  ///< blank at the left of the glyph, cut off: it is drawn that much further left
  Spacing space;    ///< before it, in points; nothing counts at the beginning of a line
};

/// Clusters of one line: `end` excluded. White space at its end stands in it, but has no width.
struct LineRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double natural = 0;  ///< width before justification
  bool last = false;   ///< ends the paragraph or a forced line: is not justified

  friend bool operator==(LineRange const&, LineRange const&) = default;
};

enum class Fit {
  ragged,    ///< lines keep their natural width
  balanced,  ///< ragged, broken as a whole: see even_lines
  justified  ///< a line may be compressed to hold one more word when that looks better than parting it
};

/// White space: it has no width at the end of a line.
bool is_blank(Cluster const& cluster);

/// First-fit line breaking, but of the whole where lines are to be balanced. Linear in clusters. A line that nothing
/// fits is broken between clusters.
std::vector<LineRange> break_lines(std::vector<Cluster> const& clusters, double width, Fit fit);

/// The space before each cluster of a line so that it fills `width`; the first one's is 0.
/// Shrinks where punctuation allows it; grows at spaces and punctuation first, then everywhere, but never beyond what
/// looks like a line (JLREQ §3.8). Lines that would have to grow more stay short.
std::vector<float> justified_spaces(std::vector<Cluster> const& clusters, LineRange line, double width);
std::vector<float> natural_spaces(std::vector<Cluster> const& clusters, LineRange line);

/// Where the visible part of a line ends: white space behind it does not count.
std::uint32_t visible_end(std::vector<Cluster> const& clusters, std::uint32_t begin, std::uint32_t end);

}  // namespace tebiki::pdf
