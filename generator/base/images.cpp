#include "base/images.hpp"

#include <utility>

#include "base/image_formats.hpp"
#include "base/image_metadata.hpp"

namespace tebiki::base {

std::optional<ImageInfo> image_header(std::string_view bytes) {
  auto info = looks_like_png(bytes) ? png_header(bytes) : looks_like_jpeg(bytes) ? jpeg_header(bytes) : std::nullopt;
  if (!info) return std::nullopt;
  info->orientation = orientation_of(bytes);
  if (exchanges_sides(info->orientation)) std::swap(info->width, info->height);
  return info;
}

std::optional<ImageInfo> image_info(std::string_view bytes) {
  auto info = image_header(bytes);
  if (!info) return std::nullopt;
  bool sound = info->format == ImageFormat::png ? sound_png(bytes) : sound_jpeg(bytes);
  return sound ? info : std::nullopt;
}

std::optional<Pixels> decode_image(std::string_view bytes, std::optional<PixelSize> enough) {
  if (looks_like_png(bytes)) return decode_png(bytes);
  if (looks_like_jpeg(bytes)) return decode_jpeg(bytes, enough);
  return std::nullopt;
}

}  // namespace tebiki::base
