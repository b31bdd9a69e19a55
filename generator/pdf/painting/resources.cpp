#include "pdf/painting/page_painter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/file/pdf_syntax.hpp"
#include "pdf/painting/content_stream.hpp"

namespace tebiki::pdf {

namespace {

constexpr std::size_t often = 4;  // fewer repetitions do not pay for the object

int number_of(std::optional<model::Colour> const& colour) {
  return colour ? colour->red << 16 | colour->green << 8 | colour->blue : -1;
}

long long hundredths(double value) { return std::llround(value * 100); }

ObjectNumber add_form(Box const& box, PdfDocument& document) {
  ContentStream content(box.area.height);
  content.box({{0, 0, box.area.width, box.area.height}, box.radius, box.fill, box.stroke, box.stroke_width});
  double margin = box.stroke ? box.stroke_width : 0;
  return document.add_stream(
      fmt::format("/Type/XObject/Subtype/Form/BBox[{} {} {} {}]/Resources<<>>/Filter/FlateDecode\n", number(-margin),
                  number(-margin), number(box.area.width + margin), number(box.area.height + margin)),
      deflated(content.finish().operators));
}

}  // namespace

BoxForms::Look BoxForms::look_of(Box const& box) {
  return {hundredths(box.area.width),
          hundredths(box.area.height),
          hundredths(box.radius),
          box.stroke ? hundredths(box.stroke_width) : 0,
          {number_of(box.fill), number_of(box.stroke)}};
}

BoxForms::BoxForms(Frames const& frames, PdfDocument& document) {
  std::map<Look, std::size_t> seen;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items) {
      auto const* box = std::get_if<Box>(&item);
      if (!box || box->radius <= 0 || (!box->fill && !box->stroke)) continue;
      auto look = look_of(*box);
      if (++seen[look] != often) continue;
      auto name = fmt::format("B{}", names_.size());
      resources_ += fmt::format("/{} {}", name, reference(add_form(*box, document)));
      names_[look] = name;
    }
}

std::string const* BoxForms::name_of(Box const& box) const {
  if (box.radius <= 0) return nullptr;
  auto found = names_.find(look_of(box));
  return found == names_.end() ? nullptr : &found->second;
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
    samples = image_samples(file->bytes, enough);
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
