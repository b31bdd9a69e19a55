#include "pdf/painting/image_painter.hpp"

#include <fmt/format.h>

#include <vector>

#include "pdf/file/image_samples.hpp"
#include "support/parallel.hpp"

namespace tebiki::pdf {
namespace {

std::map<std::string, ImageSamples> wanted(Frames const& frames) {
  std::map<std::string, ImageSamples> images;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* picture = std::get_if<Picture>(&item)) images.try_emplace(picture->path);
  return images;
}

ObjectNumber add_image(ImageSamples const& samples, PdfDocument& document) {
  std::string entries = samples.entries;
  if (!samples.mask_entries.empty())
    entries += "/SMask " + reference(document.add_stream(samples.mask_entries + "\n", samples.mask_bytes));
  return document.add_stream(entries + "\n", samples.bytes);
}

}  // namespace

Images add_images(Frames const& frames, model::Site const& site, PdfDocument& document, unsigned jobs) {
  auto images = wanted(frames);
  std::vector<std::pair<std::string const, ImageSamples>*> each;
  each.reserve(images.size());
  for (auto& image : images) each.push_back(&image);
  support::parallel_for(each.size(), jobs, [&](std::size_t i) {
    auto file = site.images.find(each[i]->first);
    if (file != site.images.end()) each[i]->second = image_samples(file->second.bytes);
  });
  Images added;
  for (auto const& [path, samples] : images) {
    if (samples.entries.empty()) continue;
    auto name = fmt::format("I{}", added.names.size());
    added.resources += fmt::format("/{} {}", name, reference(add_image(samples, document)));
    added.names[path] = name;
  }
  return added;
}

}  // namespace tebiki::pdf
