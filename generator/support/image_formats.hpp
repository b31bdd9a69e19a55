#pragma once
#include "support/images.hpp"

/// What images.hpp asks of each format. Nothing is thrown: the libraries' jumps stay in their files.
namespace tebiki::support {

/// More pixels than this are no picture for a page.
constexpr bool sane_size(std::uint64_t width, std::uint64_t height) {
  return width > 0 && height > 0 && width * height <= 100'000'000;
}

bool looks_like_png(std::string_view bytes);
std::optional<ImageInfo> png_header(std::string_view bytes);
bool sound_png(std::string_view bytes);
std::optional<Pixels> decode_png(std::string_view bytes);

bool looks_like_jpeg(std::string_view bytes);
std::optional<ImageInfo> jpeg_header(std::string_view bytes);
bool sound_jpeg(std::string_view bytes);
std::optional<Pixels> decode_jpeg(std::string_view bytes);

}  // namespace tebiki::support
