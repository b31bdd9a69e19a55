#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::base {

enum class ImageFormat { png, jpeg };

/// How the stored rows are to be turned to be seen upright, by the numbers of Exif (2.32 §4.6.4, tag 0x0112).
enum class Orientation : std::uint8_t {
  upright = 1,
  mirrored = 2,  ///< left and right exchanged
  upside_down = 3,
  flipped = 4,          ///< top and bottom exchanged
  transposed = 5,       ///< mirrored along the falling diagonal
  turn_right = 6,       ///< a quarter turn clockwise makes it upright
  anti_transposed = 7,  ///< mirrored along the rising diagonal
  turn_left = 8         ///< a quarter turn counter-clockwise makes it upright
};

/// Whether turning makes width of height.
constexpr bool exchanges_sides(Orientation orientation) { return orientation >= Orientation::transposed; }

struct ImageInfo {
  ImageFormat format = ImageFormat::png;
  std::uint32_t width = 0;   ///< pixels, as seen upright
  std::uint32_t height = 0;  ///< pixels, as seen upright
  Orientation orientation = Orientation::upright;
};

/// Eight-bit sRGB samples, row by row; `alpha` is empty for an opaque picture.
struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> rgb;
  std::vector<std::uint8_t> alpha;
};

struct PixelSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// More pixels than this are no picture for a page.
constexpr std::uint64_t most_pixels = 100'000'000;

/// Reads a PNG or JPEG to its end without keeping its samples; nothing when it is neither, damaged anywhere, or larger
/// than `most_pixels`. Who has asked this once need not fear the picture later.
std::optional<ImageInfo> image_info(std::string_view bytes);
/// The same from the header alone, whatever size that claims: quick, for pictures that are known to be sound.
std::optional<ImageInfo> image_header(std::string_view bytes);
/// Decodes a PNG or JPEG wholly, CMYK as the eye sees it; nothing where image_info gives nothing. The rows come as
/// they are stored. A JPEG that is much larger than `enough` (both sides) comes smaller, but not below that.
std::optional<Pixels> decode_image(std::string_view bytes, std::optional<PixelSize> enough = std::nullopt);

/// A PNG of the pixels, nothing else in it.
std::string encode_png(Pixels const& pixels);
/// A JPEG of the colours; `quality` from 1 to 100.
std::string encode_jpeg(Pixels const& pixels, int quality);

}  // namespace tebiki::base
