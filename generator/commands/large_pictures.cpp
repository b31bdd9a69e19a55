// Pictures that are larger than their places need.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/diagnostics.hpp"
#include "commands/produce.hpp"

namespace tebiki::commands {
namespace {

constexpr std::size_t large = 300'000;  // bytes
/// No column of the website is wider, in the pixels of style sheets, with some more for finer screens.
constexpr std::uint32_t widest_on_screen = 1200;
/// A photograph that is compressed well takes less than half a byte a pixel.
constexpr double generous_bytes_a_pixel = 0.5;

/// In the picture's own proportions: as wide as the screen needs, or as large as its place in print.
base::PixelSize needed_size(base::ImageInfo const& info, base::PixelSize printed) {
  double const share = std::max({double(widest_on_screen) / std::max(info.width, info.height),
                                 double(printed.width) / info.width, double(printed.height) / info.height});
  auto side = [&](std::uint32_t pixels) { return std::uint32_t(std::lround(pixels * std::min(1.0, share))); };
  return {side(info.width), side(info.height)};
}

std::string size_in_words(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} KB", bytes / 1000) : fmt::format("{:.1f} MB", double(bytes) / 1e6);
}

void warn(model::ImageFile const& image, base::PixelSize needed, base::SourceLocation at,
          base::Diagnostics& diagnostics) {
  auto const& info = image.info;
  auto size = size_in_words(image.bytes.size());
  base::Message message{
      fmt::format("画像「{}」は {} あります（横 {} × 縦 {} ピクセル）。携帯電話では、開くのに時間がかかります。",
                  image.path, size, info.width, info.height),
      fmt::format("The picture “{}” takes {} ({} × {} pixels): pages are slow to open on phones.", image.path, size,
                  info.width, info.height)};
  if (needed.width < info.width) {
    diagnostics.warning(
        at, "large-image", std::move(message),
        {fmt::format("置く場所には、横 {} × 縦 {} ピクセルで足ります。その大きさに縮めて保存し直してください。",
                     needed.width, needed.height),
         fmt::format("Its place needs {} × {} pixels; save it again in that size.", needed.width, needed.height)});
    return;
  }
  bool const png = info.format == base::ImageFormat::png;
  diagnostics.warning(at, "large-image", std::move(message),
                      {png ? "写真なら、大きさはこのままで、JPEG（画質 80 ぐらい）で保存し直してください。"
                           : "大きさはこのままで、画質を 80 ぐらいにして保存し直してください。",
                       png ? "If it is a photograph, save it in this size as a JPEG of quality 80 or so."
                           : "Save it again in this size with a quality of 80 or so."});
}

}  // namespace

void warn_of_large_pictures(model::Site const& site, std::vector<model::OutputFile> const& published,
                            PrintedSizes const& printed, base::Sources& sources, base::Diagnostics& diagnostics) {
  for (auto const& file : published) {
    auto found = site.images.find(file.path);
    if (found == site.images.end() || file.bytes.size() <= large) continue;
    auto const& image = found->second;
    auto place = printed.find(image.path);
    auto needed = needed_size(image.info, place == printed.end() ? base::PixelSize{} : place->second);
    double const pixels = double(image.info.width) * image.info.height;
    // Where pixels and bytes are right for the place there is nothing to mend.
    if (needed.width >= image.info.width && double(image.bytes.size()) < pixels * generous_bytes_a_pixel) continue;
    warn(image, needed, {sources.add(image.path, ""), 0}, diagnostics);
  }
}

}  // namespace tebiki::commands
