#include "pdf/painting/page_painter.hpp"

#include <algorithm>

#include "pdf/painting/content_stream.hpp"
#include "pdf/painting/drawing_painter.hpp"
#include "pdf/painting/text_painter.hpp"
#include "pdf/text/dots.hpp"

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
    enter_decoration();
    auto const* form = palette_.boxes.name_of(box);
    form ? to_.form(*form, box.area.x, box.area.y + box.area.height) : to_.box(box);
  }

  void paint_dots(Box const& first, Dots const& dots) {
    enter_decoration();
    to_.dots(first, dots.count, dots.distance);
  }

  void operator()(Picture const& picture) {
    auto found = palette_.images.stored.find(picture.path);
    if (found == palette_.images.stored.end()) return;
    to_.enter(Mode::graphics, picture.tag, role(picture.tag), Artifact::layout);
    to_.image(found->second.name, picture.area, found->second.orientation);
  }

  void operator()(PlacedDrawing const& placed) {
    paint_drawing(placed, role(placed.tag), palette_.fonts, palette_.usage, to_);
  }

 private:
  void enter_decoration() { to_.enter(Mode::graphics, TagId::artifact, Role::span, Artifact::layout); }
  Role role(TagId tag) const { return tag == TagId::artifact ? Role::span : palette_.tags.role(tag); }

  Palette const& palette_;
  ContentStream& to_;
};

ContentStream::Finished painted(PageFrame const& page, Palette const& palette) {
  ContentStream content(page.height);
  ItemPainter painter(palette, content);
  for (std::size_t i = 0; i < page.items.size();) {
    auto dots = dots_from(page.items, i);
    if (dots.count)
      painter.paint_dots(std::get<Box>(page.items[i]), dots);
    else
      std::visit(painter, page.items[i]);
    i += std::max<std::size_t>(dots.count, 1);
  }
  return content.finish();
}

}  // namespace

PaintedPage paint_page(PageFrame const& page, Palette const& palette) {
  auto finished = painted(page, palette);
  return {deflated(finished.operators, palette.effort), std::move(finished.marks)};
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
