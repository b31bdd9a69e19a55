#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// Lines of one look below one another: an edition, a title, a telephone number.
struct CoverParagraph {
  std::vector<std::string> lines;  ///< each is wrapped where it is too long
  model::TextStyle style;
  Role role = Role::p;
  enum class Kind { words, number } kind = Kind::words;  ///< a number is never parted
};
using CoverWords = std::vector<CoverParagraph>;

/// What the words are set with.
struct CoverSetting {
  LayoutContext const& context;
  Tags& tags;
  TagId section = Tags::root;
  double scale = 1;  ///< of the paper to that of the styles
};

/// Sets paragraphs from the top of an area down. Where they are higher than it their type gets smaller, down to the
/// style's least size; where even that does not help the longest is shortened with “…”.
void add_cover_words(CoverSetting const& setting, CoverWords words, Rectangle const& area, PageFrame& page);

}  // namespace tebiki::pdf
