#pragma once
#include "base/images.hpp"

/// What images.hpp asks of each format. The libraries' jumps stay in their files; std::bad_alloc is
/// thrown where a library failed for want of memory.
namespace tebiki::base {

constexpr bool sane_size(std::uint64_t width, std::uint64_t height) {
  return width > 0 && height > 0 && width * height <= most_pixels;
}

bool looks_like_png(std::string_view bytes);
std::optional<ImageInfo> png_header(std::string_view bytes);
bool sound_png(std::string_view bytes);
std::optional<Pixels> decode_png(std::string_view bytes);

bool looks_like_jpeg(std::string_view bytes);
std::optional<ImageInfo> jpeg_header(std::string_view bytes);
bool sound_jpeg(std::string_view bytes);
std::optional<Pixels> decode_jpeg(std::string_view bytes, std::optional<PixelSize> enough);

}  // namespace tebiki::base
