#include "support/images.hpp"

#include "support/image_formats.hpp"

namespace tebiki::support {

std::optional<ImageInfo> image_header(std::string_view bytes) {
  if (looks_like_png(bytes)) return png_header(bytes);
  if (looks_like_jpeg(bytes)) return jpeg_header(bytes);
  return std::nullopt;
}

std::optional<ImageInfo> image_info(std::string_view bytes) {
  auto info = image_header(bytes);
  if (!info) return std::nullopt;
  bool sound = info->format == ImageFormat::png ? sound_png(bytes) : sound_jpeg(bytes);
  return sound ? info : std::nullopt;
}

std::optional<Pixels> decode_image(std::string_view bytes) {
  if (looks_like_png(bytes)) return decode_png(bytes);
  if (looks_like_jpeg(bytes)) return decode_jpeg(bytes);
  return std::nullopt;
}

}  // namespace tebiki::support
