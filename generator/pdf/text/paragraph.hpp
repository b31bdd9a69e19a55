#pragma once
#include <vector>

#include "model/document.hpp"
#include "pdf/text/shaped_text.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

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
