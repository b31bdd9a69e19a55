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

/// Reads the header of a PNG or JPEG; nothing when it is neither, or damaged.
std::optional<ImageInfo> image_info(std::string_view bytes);
/// Decodes a PNG or JPEG wholly; nothing when it is damaged or larger than 100 megapixels.
std::optional<Pixels> decode_image(std::string_view bytes);

}  // namespace tebiki::support
