#include "pdf/painting/page_painter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_embedding.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

namespace {

/// A difference that nobody sees, in thousandths of the type size; corrected before it can add up.
constexpr double tolerance = 2;

/// The stroke around a glyph that has to look bold, as a share of the type size.
constexpr double made_stroke = 1.0 / 30;

/// Collects glyphs and corrections for one Tj or TJ.
class ShownGlyphs {
 public:
  explicit ShownGlyphs(std::size_t expected) { text_.reserve(6 * expected + 8); }

  void glyph(std::uint16_t glyph) {
    text_ += open_ ? "" : "<";
    open_ = true;
    append_hex(text_, glyph);
  }
  void correct(long thousandths) {
    close();
    append_integer(text_, thousandths);
    corrected_ = true;
  }
  void flush(ContentStream& to) {
    close();
    if (text_.empty()) return;
    if (corrected_) to.raw("[");
    text_ += corrected_ ? "]TJ\n" : "Tj\n";
    to.raw(text_);
    text_.clear();
    corrected_ = false;
  }

 private:
  void close() {
    text_ += open_ ? ">" : "";
    open_ = false;
  }
  std::string text_;
  bool open_ = false;
  bool corrected_ = false;
};

/// Lengths within are thousandths of the type size, along the line.
class TextPainter {
 public:
  TextPainter(TextRun const& run, GlyphUsage const& usage, ContentStream& to)
      : run_(run), usage_(usage), to_(to), shown_(run.glyphs.size()) {}

  void paint() {
    bool made_bold = usage_.is_made_bold(run_.font);
    to_.fill_colour(run_.colour);
    if (made_bold) to_.embolden(run_.colour, run_.size * made_stroke);
    to_.font(font_name(run_.font, run_.vertical), run_.size);
    to_.move_pen(run_.origin.x, run_.origin.y);
    for_each_cluster(run_, [&](GlyphCluster const& cluster) { paint(cluster); });
    shown_.flush(to_);
    to_.rise(0);
    if (made_bold) to_.end_embolden();
  }

 private:
  double thousandths(double points) const { return points * 1000 / run_.size; }

  void paint(GlyphCluster const& cluster) {
    auto const& first = run_.glyphs[cluster.first];
    auto code = usage_.code(run_, cluster);
    run_.vertical ? down(first, code) : across(first, code);
    for (auto i = cluster.first; i < cluster.end; ++i) laid_ += thousandths(run_.glyphs[i].advance);
  }

  void across(PlacedGlyph const& glyph, std::uint16_t code) {
    if (glyph.y_offset != raised_) {
      shown_.flush(to_);
      to_.rise(glyph.y_offset);
      raised_ = glyph.y_offset;
    }
    long short_by = std::lround(laid_ + thousandths(glyph.x_offset) - pen_);
    if (std::abs(short_by) >= tolerance) {
      shown_.correct(-short_by);
      pen_ += double(short_by);
    }
    shown_.glyph(code);
    pen_ += usage_.width(run_.font, code);
  }

  void down(PlacedGlyph const& glyph, std::uint16_t code) {
    if (glyph.x_offset != aside_) {
      shown_.flush(to_);
      aside_ = glyph.x_offset;
      pen_ = laid_;
      to_.move_pen(run_.origin.x + aside_, run_.origin.y + pen_ * run_.size / 1000);
    }
    long short_by = std::lround(laid_ - thousandths(glyph.y_offset) - pen_);
    if (std::abs(short_by) >= tolerance) {
      shown_.correct(short_by);
      pen_ += double(short_by);
    }
    shown_.glyph(code);
    pen_ += usage_.vertical(run_.font, code).advance;
  }

  TextRun const& run_;
  GlyphUsage const& usage_;
  ContentStream& to_;
  ShownGlyphs shown_;
  double laid_ = 0;  ///< where the layout puts the next glyph
  double pen_ = 0;   ///< where a viewer puts it if nothing is said
  float raised_ = 0;
  float aside_ = 0;
};

}  // namespace

void paint_text(TextRun const& run, GlyphUsage const& usage, ContentStream& to) {
  if (run.font == FontId::none || run.glyphs.empty() || run.size <= 0) return;
  TextPainter(run, usage, to).paint();
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

  void operator()(Widget const&) {}  // viewers paint what is typed

  void operator()(PlacedDrawing const& placed) { paint_drawing(placed, role(placed.tag), resources_.usage, to_); }

 private:
  void enter_decoration() { to_.enter(Mode::graphics, TagId::artifact, Role::span, Artifact::layout); }
  Role role(TagId tag) const { return tag == TagId::artifact ? Role::span : resources_.tags.role(tag); }

  PageResources const& resources_;
  ContentStream& to_;
};

}  // namespace

PaintedPage paint_page(PageFrame const& page, PageResources const& resources) {
  ContentStream content(page.height);
  ItemPainter painter(resources, content);
  for (auto const& item : page.items) std::visit(painter, item);
  auto finished = content.finish();
  return {deflated(finished.operators, resources.effort), std::move(finished.marks)};
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

namespace {

ObjectNumber add_image(ImageSamples const& samples, PdfDocument& document) {
  std::string entries = samples.entries;
  if (!samples.mask_entries.empty())
    entries += "/SMask " + reference(document.add_stream(samples.mask_entries + "\n", samples.mask_bytes));
  return document.add_stream(entries + "\n", samples.bytes);
}

}  // namespace

Images add_images(Frames const& frames, model::Site const& site, PdfDocument& document, unsigned jobs) {
  struct Job {
    model::ImageFile const* file;
    base::PixelSize enough;
    ImageSamples samples;
  };
  std::vector<Job> pictures;
  for (auto const& [path, enough] : printed_sizes(frames)) {
    auto file = site.images.find(path);
    if (file != site.images.end()) pictures.push_back({&file->second, enough, {}});
  }
  base::parallel_for(pictures.size(), jobs, [&](std::size_t i) {
    auto& [file, enough, samples] = pictures[i];
    if (base::exchanges_sides(file->info.orientation)) std::swap(enough.width, enough.height);
    samples = image_samples(*file->bytes, enough);
  });
  Images added;
  for (auto const& [file, enough, samples] : pictures) {
    if (samples.entries.empty()) continue;
    auto name = fmt::format("I{}", added.stored.size());
    added.resources += fmt::format("/{} {}", name, reference(add_image(samples, document)));
    added.stored[file->path] = {name, file->info.orientation};
  }
  return added;
}

}  // namespace tebiki::pdf
