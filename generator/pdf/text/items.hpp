/// What stands on a page, and short words and marks that stand without a paragraph.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/document.hpp"
#include "model/drawing.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
};

/// A filled or stroked rectangle: rules, bars, cell backgrounds. Always an artifact.
struct Box {
  Rectangle area;
  double radius = 0;
  std::optional<model::Colour> fill;
  std::optional<model::Colour> stroke;
  double stroke_width = 0.5;
};

struct Picture {
  Rectangle area;
  std::string path;  ///< of an image of the site
  TagId tag = TagId::artifact;
};

/// A vector drawing, scaled to its area; one Figure unless an artifact.
struct PlacedDrawing {
  Rectangle area;
  model::Drawing drawing;
  TagId tag = TagId::artifact;
  std::vector<std::vector<TextRun>> words = {};  ///< of each text of the drawing, from its baseline; see `placed`
};

/// The leaders of a contents page: equal discs on one line. Always an artifact.
struct Leader {
  Rectangle area;  ///< of the first disc
  std::size_t count = 0;
  double distance = 0;  ///< between neighbours' left edges
  model::Colour colour;
};

/// Where somebody fills in a field of a form on the screen. What paper shows of it, rules and labels, are other items.
struct Widget {
  Rectangle area;
  enum class Kind { text, long_text, digits, mark, one_of, list } kind = Kind::text;
  std::string field;                 ///< widgets of one name are one field: what is typed into one shows in all
  std::string label;                 ///< what is read aloud
  std::vector<std::string> choices;  ///< of a list; of a mark or one_of that for which it stands
  int digits = 0;                    ///< one to a box
  TagId tag = TagId::artifact;       ///< a Form; a widget without one is not made
};

using Item = std::variant<TextRun, Box, Leader, Picture, PlacedDrawing, Widget>;

/// A rectangle that can be followed. Every line of a link that breaks has its own, all under one Link tag.
struct LinkArea {
  Rectangle area;
  std::string url;          ///< or empty
  std::string destination;  ///< an anchor of this document, or empty
  std::string description;  ///< /Contents: what the link says
  TagId tag = TagId::artifact;
};

/// Gives items and links their final tags, for the local ones.
void resolve_tags(std::vector<Item>& items, std::vector<TagId> const& tags);
void resolve_tags(std::vector<LinkArea>& links, std::vector<TagId> const& tags);

/// Moves what is placed, in points.
void shift(Item& item, double x, double y);
void shift(std::vector<Item>& items, double x, double y);
void shift(std::vector<LinkArea>& links, double x, double y);
/// Everything becomes decoration: for what is repeated on a later page.
void make_artifacts(std::vector<Item>& items);

/// From a drawing's coordinates to the page's.
struct DrawingScale {
  explicit DrawingScale(PlacedDrawing const& placed);

  double x = 1, y = 1;
  double size = 1;  ///< of strokes and letters
};

/// The drawing with its words shaped: a run for each face that a line needs, from the baseline of its text.
/// Characters that no font has are left out. Linear.
PlacedDrawing placed(Fonts const& fonts, model::Drawing drawing, Rectangle const& area, TagId tag);

/// Measures words as drawings set them, in the body's fonts. The fonts must outlive it; safe from several threads.
std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts);

/// Words that must stand on one line, as they will be set.
struct FittedLine {
  std::string words;
  TextLook look;     ///< with the size that they got
  double width = 0;  ///< points; at most what there was, but for a number that is wider
};

/// Makes words fit: first the type gets smaller, down to `least` points; then the end of the words gives way to “…”,
/// but never part of a number. Linear in the words, times the logarithm where they are shortened.
FittedLine fit_line(Fonts const& fonts, std::string_view words, TextLook look, double width, double least);

/// The beginning of the words, of at most so many bytes, and “…”; numbers stay whole. All where no such beginning is.
std::string shortened(std::string_view words, std::size_t bytes);

/// What an upright label may take; lengths are points.
struct UprightRoom {
  double longest = 0;
  std::size_t most_lines = 2;
  double least_size = 9;
};

/// A label set from top to bottom, in lines side by side, the first at the right.
struct UprightLabel {
  std::vector<std::string> lines;
  TextLook look;
  double length = 0;  ///< of the longest line, in points
  bool shortened = false;

  /// Across the lines, with a little at either side, in points.
  double breadth() const;
};

/// Parts a label that is longer than there is room between phrases; what is too long then gets smaller, and in the end
/// is shortened with “…”.
UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, UprightRoom const& room);
/// Its runs, around the middle of a column, down from `top`.
std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, double middle, double top, TagId tag);

/// Side of the square that a mark takes in text of that size, in points.
double availability_mark_side(model::PrintStyle const& style, double size);

/// ○ white on green, △ outlined, × on grey, — by itself: told apart by shape, word and grey value, not by colour
/// alone; none is smaller than the style's least size. The glyph carries `tag`; the square around it is decoration. `x`
/// is its left edge on the baseline.
std::vector<Item> availability_mark(model::PrintStyle const& style, Fonts const& fonts, model::Availability answer,
                                    double size, double x, double baseline, TagId tag);

}  // namespace tebiki::pdf
