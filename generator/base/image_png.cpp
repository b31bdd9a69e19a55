#include <png.h>

#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "base/diagnostics.hpp"
#include "base/images.hpp"

namespace tebiki::base {
namespace {

/// libpng's simplified functions take no memory from us, but say in words why they failed.
bool lacks_memory(png_image const& image) {
  return std::string_view(image.message).find("memory") != std::string_view::npos;
}

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

std::nullopt_t nothing(PngImage const& png) {
  if (lacks_memory(png.image)) throw std::bad_alloc();
  return std::nullopt;
}

/// What libpng's full reader and writer ask of us: memory, and where to go after a mistake.
struct PngJob {
  bool lacks_memory = false;

  [[noreturn]] static void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void ignore(png_structp, png_const_charp) {}
  static png_voidp allocate(png_structp png, png_alloc_size_t size) {
    void* memory = std::malloc(size);
    if (!memory) static_cast<PngJob*>(png_get_mem_ptr(png))->lacks_memory = true;
    return memory;
  }
  static void release(png_structp, png_voidp memory) { std::free(memory); }

  /// libpng has no code for its mistakes; only we know that the memory was ours.
  bool finished(bool well) const {
    if (!well && lacks_memory) throw std::bad_alloc();
    return well;
  }
};

/// libpng's full reader, fed from memory; freed whatever happens.
struct PngReader : PngJob {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string_view rest;

  explicit PngReader(std::string_view bytes) : rest(bytes) {
    png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, nullptr, leave, ignore, this, allocate, release);
    if (png) info = png_create_info_struct(png);
    if (info) png_set_read_fn(png, this, take);
    finished(info);
  }
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(PngReader const&) = delete;

  static void take(png_structp png, png_bytep to, std::size_t count) {
    auto& rest = static_cast<PngReader*>(png_get_io_ptr(png))->rest;
    if (count > rest.size()) png_error(png, "the file ends too early");
    std::memcpy(to, rest.data(), count);
    rest.remove_prefix(count);
  }
};

/// libpng's full writer, into memory; freed whatever happens.
struct PngWriter : PngJob {
  png_structp png = nullptr;
  std::string bytes;

  PngWriter() {
    png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, nullptr, leave, ignore, this, allocate, release);
    if (png) png_set_write_fn(png, this, append, [](png_structp) {});
    finished(png);
  }
  ~PngWriter() { png_destroy_write_struct(&png, nullptr); }
  PngWriter(PngWriter const&) = delete;

  /// No exception may pass through libpng.
  static void append(png_structp png, png_bytep from, std::size_t count) {
    auto& writer = *static_cast<PngWriter*>(png_get_io_ptr(png));
    try {
      writer.bytes.append(reinterpret_cast<char const*>(from), count);
      return;
    } catch (std::bad_alloc const&) {
      writer.lacks_memory = true;
    }
    png_error(png, "no memory");
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

/// The rows as the file has them, but with at least one byte a pixel.
struct PngRows {
  int depth = 8;  ///< bits a sample, in the file
  PixelSize size;
  std::vector<png_byte> samples;
  std::vector<png_bytep> rows;

  void find_rows() {
    for (std::size_t y = 0; y < size.height; ++y) rows.push_back(samples.data() + samples.size() / size.height * y);
  }
};

// libpng 1.6 does not know the chunk by which a picture tells its colours in numbers; it is carried along unread.
constexpr png_byte cicp[] = "cICP";

bool read_rows(PngReader& reader, PngRows& to) {
  auto* png = reader.png;
  auto* info = reader.info;
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_ALWAYS, cicp, 1);
  png_read_info(png, info);
  to.depth = png_get_bit_depth(png, info);
  to.size = {png_get_image_width(png, info), png_get_image_height(png, info)};
  if (!sane_size(to.size.width, to.size.height)) return false;
  png_set_packing(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  to.samples.resize(png_get_rowbytes(png, info) * to.size.height);
  to.find_rows();
  png_read_image(png, to.rows.data());
  png_read_end(png, info);
  return true;
}

/// Writes what the reader knows of the picture around other rows.
bool write_rows(PngWriter& writer, PngReader& reader, PngRows& upright) {
  auto* png = writer.png;
  auto* info = reader.info;
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_ALWAYS, cicp, 1);
  png_set_IHDR(png, info, upright.size.width, upright.size.height, upright.depth, png_get_color_type(png, info),
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  png_set_packing(png);
  png_write_image(png, upright.rows.data());
  png_write_end(png, nullptr);
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
  return reader.info && reader.finished(read_to_the_end(reader, row));
}

std::optional<Pixels> decode_png(std::string_view bytes) {
  PngImage png(bytes);
  if (!png.readable) return nothing(png);
  bool const transparent = png.image.format & PNG_FORMAT_FLAG_ALPHA;
  png.image.format = transparent ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  Pixels pixels{png.image.width, png.image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(png.image)), {}};
  if (!png_image_finish_read(&png.image, nullptr, pixels.rgb.data(), 0, nullptr)) return nothing(png);
  if (transparent) take_out_alpha(pixels);
  return pixels;
}

std::optional<std::string> turned_png(std::string_view bytes, Orientation orientation) {
  PngReader reader(bytes);
  PngRows stored;
  if (!reader.info || !reader.finished(read_rows(reader, stored))) return std::nullopt;
  PngRows upright{stored.depth, stored.size, turned(stored.samples, stored.size, orientation), {}};
  if (exchanges_sides(orientation)) std::swap(upright.size.width, upright.size.height);
  upright.find_rows();
  PngWriter writer;
  if (!writer.png || !writer.finished(write_rows(writer, reader, upright))) return std::nullopt;
  return std::move(writer.bytes);
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
  if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, rows, 0, nullptr)) {
    if (lacks_memory(image)) throw std::bad_alloc();
    throw Failure({fmt::format("画像を PNG にできません（{}）。", image.message),
                   std::string("libpng failed: ") + image.message});
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace tebiki::base
