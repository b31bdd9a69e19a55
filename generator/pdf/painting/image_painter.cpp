#include "pdf/painting/image_painter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/file/image_samples.hpp"
#include "pdf/print.hpp"

namespace tebiki::pdf {
namespace {

ObjectNumber add_image(ImageSamples const& samples, PdfDocument& document) {
  std::string entries = samples.entries;
  if (!samples.mask_entries.empty())
    entries += "/SMask " + reference(document.add_stream(samples.mask_entries + "\n", samples.mask_bytes));
  return document.add_stream(entries + "\n", samples.bytes);
}

}  // namespace

std::map<std::string, base::PixelSize> printed_sizes(Frames const& frames) {
  constexpr double pixels_a_point = 300.0 / 72;
  auto pixels = [&](double points) { return std::uint32_t(std::max(1.0, std::ceil(points * pixels_a_point - 0.001))); };
  std::map<std::string, base::PixelSize> sizes;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* picture = std::get_if<Picture>(&item)) {
        auto& size = sizes[picture->path];
        size.width = std::max(size.width, pixels(picture->area.width));
        size.height = std::max(size.height, pixels(picture->area.height));
      }
  return sizes;
}

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
