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

/// What the camera noted of its position (Exif in a JPEG's APP1 or a PNG's eXIf chunk); upright where nothing, or
/// nonsense, is noted.
Orientation orientation_of(std::string_view picture);

/// The picture with its pixels as they are stored, byte by byte, and nothing that only tells of it: no Exif (place,
/// camera, time, small copy), XMP, IPTC, comments, further pictures, or bytes behind its end. What decides how the
/// pixels look stays: colour profile, transparency, Adobe's mark. For pictures that image_info found sound.
std::string without_metadata(std::string_view picture);

/// A JPEG without metadata, with an Exif segment that says its orientation and nothing else; as it is when upright.
std::string with_orientation(std::string_view jpeg, Orientation orientation);

/// The picture in a smaller size, every new pixel the mean of the area it covers. `size` is at most the picture's own,
/// and at least one pixel each way. Exact in whole numbers: the same on every machine. Linear in pixels.
Pixels shrunk(Pixels const& pixels, PixelSize size);

/// The samples turned upright, none altered. `size` is that of the stored rows; every pixel has the same number of
/// bytes.
std::vector<std::uint8_t> turned(std::vector<std::uint8_t> const& samples, PixelSize size, Orientation orientation);

/// A PNG turned upright with all that decides how its pixels look: palette, transparency, sixteen bits, colour profile.
/// A moving one keeps its first picture only. Nothing when the file is damaged.
std::optional<std::string> turned_png(std::string_view png, Orientation orientation);

// ---- what is asked of each format, by the functions above alone ----
// The libraries' jumps stay in their files; std::bad_alloc is thrown where a library failed for want of memory.

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
