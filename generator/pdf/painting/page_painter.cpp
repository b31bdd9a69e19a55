#include "pdf/painting/page_painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "pdf/layout/frames.hpp"
#include "pdf/painting/content_stream.hpp"

namespace tebiki::pdf {

namespace {

/// From the drawing's coordinates to the page's.
struct Placement {
  explicit Placement(PlacedDrawing const& placed)
      : origin{placed.area.x, placed.area.y},
        x(placed.drawing.width > 0 ? placed.area.width / placed.drawing.width : 1),
        y(placed.drawing.height > 0 ? placed.area.height / placed.drawing.height : 1),
        size(std::sqrt(x * y)) {}

  model::Point origin;
  double x, y;
  double size;  ///< of strokes and letters

  model::Point operator()(model::Point p) const { return {origin.x + p.x * x, origin.y + p.y * y}; }
};

double start_of(model::TextShape const& shape, double width, double at) {
  using Anchor = model::TextShape::Anchor;
  return shape.anchor == Anchor::start ? at : shape.anchor == Anchor::middle ? at - width / 2 : at - width;
}

std::vector<TextRun> runs_of(model::TextShape const& shape, Placement const& place, Fonts const& fonts) {
  auto const& glyphs = fonts.shape(shape.text, {FontChoice::List::body, shape.bold, false});
  double size = shape.size * place.size;
  double width = 0;
  for (auto const& glyph : glyphs) width += glyph.advance * size / 1000;
  model::Point at = place(shape.baseline);
  double pen = start_of(shape, width, at.x);

  std::vector<TextRun> runs;
  for (std::size_t i = 0; i < glyphs.size();) {
    TextRun run{{pen, at.y}, glyphs[i].font, float(size), false, shape.colour, TagId::artifact, {}, {}};
    std::uint32_t from = glyphs[i].cluster;
    for (; i < glyphs.size() && glyphs[i].font == run.font; ++i) {
      float scale = float(size / 1000);
      auto const& g = glyphs[i];
      run.glyphs.push_back({g.cluster - from, g.glyph, g.advance * scale, g.x_offset * scale, g.y_offset * scale});
      pen += g.advance * size / 1000;
    }
    std::size_t end = i < glyphs.size() ? glyphs[i].cluster : shape.text.size();
    run.text = shape.text.substr(from, end - from);
    if (run.font != FontId::none) runs.push_back(std::move(run));
  }
  return runs;
}

class DrawingPainter {
 public:
  DrawingPainter(PlacedDrawing const& placed, Fonts const& fonts, GlyphUsage const& usage, ContentStream& to)
      : place_(placed), fonts_(fonts), usage_(usage), to_(to) {}

  void operator()(model::PathShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    to_.path(shape.steps, place_.origin, place_.x, place_.y);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::RectangleShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    auto corner = place_(shape.corner);
    to_.rectangle({corner.x, corner.y, shape.width * place_.x, shape.height * place_.y}, shape.radius * place_.size);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::TextShape const& shape) {
    for (auto const& run : runs_of(shape, place_, fonts_)) {
      to_.enter(ContentStream::Mode::text, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
      paint_text(run, usage_, to_);
    }
  }

 private:
  using Colour = std::optional<model::Colour>;

  bool begin(Colour const& fill, Colour const& stroke, double stroke_width) {
    if (!fill && !stroke) return false;
    to_.enter(ContentStream::Mode::graphics, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
    if (fill) to_.fill_colour(*fill);
    if (stroke) to_.stroke(*stroke, stroke_width * place_.size);
    return true;
  }

  Placement place_;
  Fonts const& fonts_;
  GlyphUsage const& usage_;
  ContentStream& to_;
};

}  // namespace

std::vector<TextRun> runs_of_words(PlacedDrawing const& placed, Fonts const& fonts) {
  std::vector<TextRun> all;
  Placement place(placed);
  for (auto const& shape : placed.drawing.shapes) {
    auto const* words = std::get_if<model::TextShape>(&shape);
    if (!words) continue;
    for (auto& run : runs_of(*words, place, fonts)) all.push_back(std::move(run));
  }
  return all;
}

void paint_drawing(PlacedDrawing const& placed, Role role, Fonts const& fonts, GlyphUsage const& usage,
                   ContentStream& to) {
  to.hold(placed.tag, role);
  DrawingPainter painter(placed, fonts, usage, to);
  for (auto const& shape : placed.drawing.shapes) std::visit(painter, shape);
  to.enter(ContentStream::Mode::graphics, placed.tag, role, ContentStream::Artifact::layout);
  to.release();
}

namespace {

using Mode = ContentStream::Mode;
using Artifact = ContentStream::Artifact;

class ItemPainter {
 public:
  ItemPainter(PageResources const& resources, ContentStream& to) : resources_(resources), to_(to) {}

  void operator()(TextRun const& run) {
    if (run.font == FontId::none || run.glyphs.empty()) return;
    to_.enter(Mode::text, run.tag, role(run.tag), Artifact::pagination);
    paint_text(run, resources_.usage, to_);
  }

  void operator()(Box const& box) {
    if (!box.fill && !box.stroke) return;
    enter_decoration();
    auto const* form = resources_.boxes.name_of(box);
    form ? to_.form(*form, box.area.x, box.area.y + box.area.height) : to_.box(box);
  }

  void operator()(Leader const& leader) {
    enter_decoration();
    to_.leader(leader);
  }

  void operator()(Picture const& picture) {
    auto found = resources_.images.stored.find(picture.path);
    if (found == resources_.images.stored.end()) return;
    to_.enter(Mode::graphics, picture.tag, role(picture.tag), Artifact::layout);
    to_.image(found->second.name, picture.area, found->second.orientation);
  }

  void operator()(PlacedDrawing const& placed) {
    paint_drawing(placed, role(placed.tag), resources_.fonts, resources_.usage, to_);
  }

 private:
  void enter_decoration() { to_.enter(Mode::graphics, TagId::artifact, Role::span, Artifact::layout); }
  Role role(TagId tag) const { return tag == TagId::artifact ? Role::span : resources_.tags.role(tag); }

  PageResources const& resources_;
  ContentStream& to_;
};

ContentStream::Finished painted(PageFrame const& page, PageResources const& resources) {
  ContentStream content(page.height);
  ItemPainter painter(resources, content);
  for (auto const& item : page.items) std::visit(painter, item);
  return content.finish();
}

}  // namespace

PaintedPage paint_page(PageFrame const& page, PageResources const& resources) {
  auto finished = painted(page, resources);
  return {deflated(finished.operators, resources.effort), std::move(finished.marks)};
}

std::string page_operators(PageFrame const& page, PageResources const& resources) {
  return painted(page, resources).operators;
}

GlyphUsage glyphs_of(Frames const& frames, Fonts const& fonts) {
  GlyphUsage usage(fonts);
  for (auto const& page : frames.pages)
    for (auto const& item : page.items) {
      if (auto const* run = std::get_if<TextRun>(&item)) usage.add(*run);
      if (auto const* drawing = std::get_if<PlacedDrawing>(&item))
        for (auto const& run : runs_of_words(*drawing, fonts)) usage.add(run);
    }
  usage.number_added_glyphs();
  return usage;
}

}  // namespace tebiki::pdf
