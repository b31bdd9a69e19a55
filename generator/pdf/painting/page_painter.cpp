#include "pdf/painting/page_painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "pdf/layout/frames.hpp"
#include "pdf/painting/content_stream.hpp"

namespace tebiki::pdf {

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

  void operator()(PlacedDrawing const& placed) { paint_drawing(placed, role(placed.tag), resources_.usage, to_); }

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
        for (auto const& words : drawing->words)
          for (auto const& run : words) usage.add(run);
    }
  usage.number_added_glyphs();
  return usage;
}

}  // namespace tebiki::pdf
