#include <png.h>

#include <cstring>
#include <new>

#include "support/image_formats.hpp"

namespace tebiki::support {
namespace {

/// libpng's simplified reader; freed whatever happens.
struct PngImage {
  png_image image{};
  explicit PngImage(std::string_view bytes) {
    image.version = PNG_IMAGE_VERSION;
    readable =
        png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) && sane_size(image.width, image.height);
  }
  ~PngImage() { png_image_free(&image); }
  PngImage(PngImage const&) = delete;
  bool readable = false;
};

/// libpng's full reader, fed from memory; freed whatever happens.
struct PngReader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string_view rest;

  explicit PngReader(std::string_view bytes) : rest(bytes) {
    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, [](png_structp, png_const_charp) {});
    if (png) info = png_create_info_struct(png);
    if (info) png_set_read_fn(png, this, take);
  }
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(PngReader const&) = delete;

  [[noreturn]] static void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }

  static void take(png_structp png, png_bytep to, std::size_t count) {
    auto& rest = static_cast<PngReader*>(png_get_io_ptr(png))->rest;
    if (count > rest.size()) png_error(png, "the file ends too early");
    std::memcpy(to, rest.data(), count);
    rest.remove_prefix(count);
  }
};

/// Reads every row into the same place. No object with a destructor may be made between setjmp and a jump, so what is
/// needed comes from outside.
bool read_to_the_end(PngReader& reader, std::vector<png_byte>& row) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  png_read_info(reader.png, reader.info);
  if (!sane_size(png_get_image_width(reader.png, reader.info), png_get_image_height(reader.png, reader.info)))
    return false;
  int passes = png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  row.resize(png_get_rowbytes(reader.png, reader.info));
  auto height = png_get_image_height(reader.png, reader.info);
  for (int pass = 0; pass < passes; ++pass)
    for (png_uint_32 y = 0; y < height; ++y) png_read_row(reader.png, row.data(), nullptr);
  png_read_end(reader.png, nullptr);
  return true;
}

/// Four samples a pixel become three, in their own place: a large picture is not to stand in memory twice.
void take_out_alpha(Pixels& pixels) {
  auto& samples = pixels.rgb;
  std::size_t const count = samples.size() / 4;
  pixels.alpha.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    pixels.alpha[i] = samples[4 * i + 3];
    for (std::size_t c = 0; c < 3; ++c) samples[3 * i + c] = samples[4 * i + c];
  }
  samples.resize(count * 3);
}

}  // namespace

bool looks_like_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

std::optional<ImageInfo> png_header(std::string_view bytes) {
  // libpng refuses sides of more than a million pixels before it tells them; the header chunk stands at the beginning.
  constexpr std::size_t width_at = 16, height_at = 20, end = 33;
  if (bytes.size() < end || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  auto side = [&](std::size_t at) { return png_get_uint_32(reinterpret_cast<png_const_bytep>(bytes.data() + at)); };
  if (side(width_at) == 0 || side(height_at) == 0) return std::nullopt;
  return ImageInfo{ImageFormat::png, side(width_at), side(height_at)};
}

bool sound_png(std::string_view bytes) {
  PngReader reader(bytes);
  std::vector<png_byte> row;
  return reader.info && read_to_the_end(reader, row);
}

std::optional<Pixels> decode_png(std::string_view bytes) {
  PngImage png(bytes);
  if (!png.readable) return std::nullopt;
  bool const transparent = png.image.format & PNG_FORMAT_FLAG_ALPHA;
  png.image.format = transparent ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  Pixels pixels{png.image.width, png.image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(png.image)), {}};
  if (!png_image_finish_read(&png.image, nullptr, pixels.rgb.data(), 0, nullptr)) return std::nullopt;
  if (transparent) take_out_alpha(pixels);
  return pixels;
}

std::string encode_png(Pixels const& pixels) {
  bool const transparent = !pixels.alpha.empty();
  std::vector<std::uint8_t> samples;
  if (transparent) {
    samples.reserve(pixels.alpha.size() * 4);
    for (std::size_t i = 0; i < pixels.alpha.size(); ++i) {
      samples.insert(samples.end(), &pixels.rgb[3 * i], &pixels.rgb[3 * i] + 3);
      samples.push_back(pixels.alpha[i]);
    }
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = pixels.width;
  image.height = pixels.height;
  image.format = transparent ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  auto const* rows = transparent ? samples.data() : pixels.rgb.data();
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, rows, 0, nullptr)) throw std::bad_alloc();
  bytes.resize(size);
  return bytes;
}

}  // namespace tebiki::support
