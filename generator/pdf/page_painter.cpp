#include "pdf/page_painter.hpp"

#include "pdf/content_stream.hpp"
#include "pdf/deflate.hpp"
#include "pdf/drawing_painter.hpp"
#include "pdf/text_painter.hpp"

namespace tebiki::pdf {
namespace {

using Mode = ContentStream::Mode;
using Artifact = ContentStream::Artifact;

class ItemPainter {
 public:
  ItemPainter(Palette const& palette, ContentStream& to) : palette_(palette), to_(to) {}

  void operator()(TextRun const& run) {
    if (run.font == FontId::none || run.glyphs.empty()) return;
    to_.enter(Mode::text, run.tag, role(run.tag), Artifact::pagination);
    paint_text(run, palette_.usage, to_);
  }

  void operator()(Box const& box) {
    if (!box.fill && !box.stroke) return;
    to_.enter(Mode::graphics, TagId::artifact, Role::span, Artifact::layout);
    if (box.fill) to_.fill_colour(*box.fill);
    if (box.stroke) to_.stroke(*box.stroke, box.stroke_width);
    to_.rectangle(box.area, box.radius);
    to_.paint_path(box.fill, box.stroke);
  }

  void operator()(Picture const& picture) {
    auto found = palette_.images.names.find(picture.path);
    if (found == palette_.images.names.end()) return;
    to_.enter(Mode::graphics, picture.tag, role(picture.tag), Artifact::layout);
    to_.image(found->second, picture.area);
  }

  void operator()(PlacedDrawing const& placed) {
    paint_drawing(placed, role(placed.tag), palette_.fonts, palette_.usage, to_);
  }

 private:
  Role role(TagId tag) const { return tag == TagId::artifact ? Role::span : palette_.tags.role(tag); }

  Palette const& palette_;
  ContentStream& to_;
};

ContentStream::Finished painted(PageFrame const& page, Palette const& palette) {
  ContentStream content(page.height);
  ItemPainter painter(palette, content);
  for (auto const& item : page.items) std::visit(painter, item);
  return content.finish();
}

}  // namespace

PaintedPage paint_page(PageFrame const& page, Palette const& palette) {
  auto finished = painted(page, palette);
  return {deflated(finished.operators), std::move(finished.marks)};
}

std::string page_operators(PageFrame const& page, Palette const& palette) { return painted(page, palette).operators; }

GlyphUsage glyphs_of(Frames const& frames, Fonts const& fonts) {
  GlyphUsage usage(fonts);
  for (auto const& page : frames.pages)
    for (auto const& item : page.items) {
      if (auto const* run = std::get_if<TextRun>(&item)) usage.add(*run);
      if (auto const* drawing = std::get_if<PlacedDrawing>(&item))
        for (auto const& run : runs_of_words(*drawing, fonts)) usage.add(run);
    }
  usage.settle();
  return usage;
}

}  // namespace tebiki::pdf
