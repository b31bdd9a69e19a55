#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/drawing.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

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
  base::SourceLocation at = {};  ///< where its words were written; nowhere for what the program says
};

/// How a stretch of text is drawn.
struct TextLook {
  FontChoice font;
  float size = 12;
  model::Colour colour;
  bool underlined = false;
  bool struck = false;
  float raised = 0;  ///< points above the baseline
};

TextLook look_of(model::TextStyle const& style);

/// Glyphs of a run that stand together for one piece of its text.
struct GlyphCluster {
  std::size_t first = 0;
  std::size_t end = 0;  ///< one past the last glyph
  std::string_view text;
};

/// Calls `body(GlyphCluster)` for each cluster of the run, in order.
template <class Body>
void for_each_cluster(TextRun const& run, Body&& body) {
  auto const& glyphs = run.glyphs;
  for (std::size_t first = 0, end = 0; first < glyphs.size(); first = end) {
    end = first + 1;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[first].cluster) ++end;
    std::size_t from = std::min<std::size_t>(glyphs[first].cluster, run.text.size());
    std::size_t to =
        end < glyphs.size() ? std::min<std::size_t>(glyphs[end].cluster, run.text.size()) : run.text.size();
    body(GlyphCluster{first, end, std::string_view(run.text).substr(from, to > from ? to - from : 0)});
  }
}

/// Short words on one line as their font sets them, without line breaking or spacing of punctuation:
/// page numbers, tabs, marks. One run for each face. Vertical text goes down from the middle of its origin.
std::vector<TextRun> text_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                               TagId tag);
/// Their extent along the line, in points.
double text_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

/// Text whose figures are all as wide as 0, so that numbers stand in columns: the body face's are proportional.
std::vector<TextRun> tabular_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                                  TagId tag);
double tabular_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

/// Measures words as drawings set them, in the body's fonts. The fonts must outlive it; safe from several threads.
std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts);

}  // namespace tebiki::pdf
