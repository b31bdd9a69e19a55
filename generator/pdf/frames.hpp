#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/document.hpp"
#include "model/drawing.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/tags.hpp"

/// Laid-out pages as plain values. Lengths are points, the origin is the page's top left, y grows downwards.
/// Painting never lays out; everything can be dumped as text.
namespace tebiki::pdf {

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
};

struct PlacedGlyph {
  std::uint32_t cluster = 0;  ///< byte of the run's text at which the glyph's text begins
  std::uint16_t glyph = 0;
  float advance = 0;   ///< points to the next glyph, justification and punctuation spacing included
  float x_offset = 0;  ///< points
  float y_offset = 0;  ///< points, upwards
};

/// Glyphs of one face at one size on one baseline; vertical runs go down from their origin.
struct TextRun {
  model::Point origin;
  FontId font = FontId::none;
  float size = 12;
  bool vertical = false;
  model::Colour colour;
  TagId tag = TagId::artifact;
  std::string text;  ///< what the glyphs stand for; copied and read aloud
  std::vector<PlacedGlyph> glyphs;
  base::SourceLocation at =
      {};  ///< where the words were written that it is a part of; nowhere for what the program says
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
};

using Item = std::variant<TextRun, Box, Picture, PlacedDrawing>;

/// A rectangle that can be followed. Every line of a link that breaks has its own, all under one Link tag.
struct LinkArea {
  Rectangle area;
  std::string url;          ///< or empty
  std::string destination;  ///< an anchor of this document, or empty
  std::string description;  ///< /Contents: what the link says
  TagId tag = TagId::artifact;
};

struct PageFrame {
  double width = 0;
  double height = 0;
  std::string label;        ///< the printed page number; empty on covers
  std::vector<Item> items;  ///< in the order of painting, which within a tag is the order of reading
  std::vector<LinkArea> links;
};

struct Destination {
  std::size_t page = 0;
  double y = 0;
};

struct Bookmark {
  std::string title;
  Destination target;
  std::vector<Bookmark> children;
};

struct Frames {
  std::vector<PageFrame> pages;
  Tags tags;
  std::map<std::string, Destination> destinations;  ///< by anchor
  std::vector<Bookmark> bookmarks;
};

/// Every item with its place, and the tag tree, as text: for golden files.
std::string dump(Frames const& frames);

}  // namespace tebiki::pdf
