#include "support/images.hpp"

#include <jpeglib.h>
#include <png.h>

#include <csetjmp>
#include <cstddef>

namespace tebiki::support {
namespace {

constexpr std::uint64_t most_pixels = 100'000'000;

bool sane(std::uint64_t width, std::uint64_t height) { return width && height && width * height <= most_pixels; }

bool looks_like_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }
bool looks_like_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

/// libpng's simplified reader; freed whatever happens.
struct PngImage {
  png_image image{};
  explicit PngImage(std::string_view bytes) {
    image.version = PNG_IMAGE_VERSION;
    readable = png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) && sane(image.width, image.height);
  }
  ~PngImage() { png_image_free(&image); }
  PngImage(PngImage const&) = delete;
  bool readable = false;
};

std::optional<Pixels> decode_png(std::string_view bytes) {
  PngImage png(bytes);
  if (!png.readable) return std::nullopt;
  bool transparent = png.image.format & PNG_FORMAT_FLAG_ALPHA;
  png.image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> rgba(PNG_IMAGE_SIZE(png.image));
  if (!png_image_finish_read(&png.image, nullptr, rgba.data(), 0, nullptr)) return std::nullopt;
  Pixels pixels{png.image.width, png.image.height, {}, {}};
  std::size_t count = rgba.size() / 4;
  pixels.rgb.reserve(count * 3);
  if (transparent) pixels.alpha.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    pixels.rgb.insert(pixels.rgb.end(), &rgba[4 * i], &rgba[4 * i + 3]);
    if (transparent) pixels.alpha.push_back(rgba[4 * i + 3]);
  }
  return pixels;
}

/// libjpeg reports errors by a callback that must not return; it jumps back to where decoding began.
struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

[[noreturn]] void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->back, 1); }

enum class JpegPart { header, all };

/// No object with a destructor may be made between setjmp and a jump, so the result is filled from outside.
bool read_jpeg(std::string_view bytes, JpegPart part, Pixels& pixels) {
  jpeg_decompress_struct info{};
  JpegErrors errors;
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = leave;
  errors.base.output_message = [](j_common_ptr) {};
  if (setjmp(errors.back)) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  pixels.width = info.image_width;
  pixels.height = info.image_height;
  bool fine = sane(pixels.width, pixels.height);
  if (fine && part == JpegPart::all) {
    info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    pixels.rgb.resize(std::size_t(info.output_width) * info.output_height * 3);
    while (info.output_scanline < info.output_height) {
      JSAMPROW row = pixels.rgb.data() + std::size_t(info.output_scanline) * info.output_width * 3;
      jpeg_read_scanlines(&info, &row, 1);
    }
    // A truncated file only warns; it is damaged all the same.
    fine = info.err->num_warnings == 0;
    jpeg_finish_decompress(&info);
  }
  jpeg_destroy_decompress(&info);
  return fine;
}

}  // namespace

std::optional<ImageInfo> image_info(std::string_view bytes) {
  if (looks_like_png(bytes)) {
    PngImage png(bytes);
    if (!png.readable) return std::nullopt;
    return ImageInfo{ImageFormat::png, png.image.width, png.image.height};
  }
  Pixels pixels;
  if (!looks_like_jpeg(bytes) || !read_jpeg(bytes, JpegPart::header, pixels)) return std::nullopt;
  return ImageInfo{ImageFormat::jpeg, pixels.width, pixels.height};
}

std::optional<Pixels> decode_image(std::string_view bytes) {
  if (looks_like_png(bytes)) return decode_png(bytes);
  Pixels pixels;
  if (!looks_like_jpeg(bytes) || !read_jpeg(bytes, JpegPart::all, pixels)) return std::nullopt;
  return pixels;
}

}  // namespace tebiki::support
