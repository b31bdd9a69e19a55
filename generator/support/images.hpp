#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::support {

enum class ImageFormat { png, jpeg };

struct ImageInfo {
  ImageFormat format = ImageFormat::png;
  std::uint32_t width = 0;   ///< pixels
  std::uint32_t height = 0;  ///< pixels
};

/// Eight-bit sRGB samples, row by row; `alpha` is empty for an opaque picture.
struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> rgb;
  std::vector<std::uint8_t> alpha;
};

/// Reads a PNG or JPEG to its end without keeping its samples; nothing when it is neither, damaged anywhere, or larger
/// than 100 megapixels. Who has asked this once need not fear the picture later.
std::optional<ImageInfo> image_info(std::string_view bytes);
/// The same from the header alone: quick, for pictures that are known to be sound.
std::optional<ImageInfo> image_header(std::string_view bytes);
/// Decodes a PNG or JPEG wholly, CMYK as the eye sees it; nothing where image_info gives nothing.
std::optional<Pixels> decode_image(std::string_view bytes);

}  // namespace tebiki::support
