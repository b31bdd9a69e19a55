#include <cstdio>
// jpeglib.h needs the types above, and jerror.h those of jpeglib.h.
#include <jpeglib.h>
//
#include <jerror.h>

#include <csetjmp>

#include "support/image_formats.hpp"

namespace tebiki::support {
namespace {

/// libjpeg reports errors by a callback that must not return; it jumps back to where decoding began.
struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

[[noreturn]] void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->back, 1); }

/// Of what libjpeg warns, bytes between two segments harm nobody: some cameras leave them there.
void count(j_common_ptr info, int level) {
  if (level < 0 && info->err->msg_code != JWRN_EXTRANEOUS_DATA) ++info->err->num_warnings;
}

/// A decompressor fed from memory; freed whatever happens.
struct JpegReader {
  jpeg_decompress_struct info{};
  JpegErrors errors{};

  JpegReader() {
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = count;
  }
  ~JpegReader() { jpeg_destroy_decompress(&info); }
  JpegReader(JpegReader const&) = delete;
};

// No object with a destructor may be made between setjmp and a jump, so the functions below fill what lies outside.

bool read_header(JpegReader& reader, std::string_view bytes) {
  auto& info = reader.info;
  if (setjmp(reader.errors.back)) return false;
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK && sane_size(info.image_width, info.image_height);
}

/// A truncated file only warns; it is damaged all the same.
bool finish(jpeg_decompress_struct& info) {
  bool sound = info.err->num_warnings == 0;
  jpeg_finish_decompress(&info);
  return sound && info.err->num_warnings == 0;
}

/// Every code of the file is read, but only an eighth of the picture is worked out.
bool read_to_the_end(JpegReader& reader) {
  auto& info = reader.info;
  if (setjmp(reader.errors.back)) return false;
  info.scale_num = 1;
  info.scale_denom = 8;
  info.dct_method = JDCT_IFAST;
  info.do_fancy_upsampling = FALSE;
  jpeg_start_decompress(&info);
  auto width = info.output_width * JDIMENSION(info.output_components);
  auto row = (*info.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info), JPOOL_IMAGE, width, 1);
  while (info.output_scanline < info.output_height) jpeg_read_scanlines(&info, row, 1);
  return finish(info);
}

bool read_samples(JpegReader& reader, std::vector<std::uint8_t>& samples) {
  auto& info = reader.info;
  if (setjmp(reader.errors.back)) return false;
  bool ink = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
  info.out_color_space = ink ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress(&info);
  auto row = std::size_t(info.output_width) * std::size_t(info.output_components);
  samples.resize(row * info.output_height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW to = samples.data() + info.output_scanline * row;
    jpeg_read_scanlines(&info, &to, 1);
  }
  return finish(info);
}

/// Four inks to three lights. Adobe's programs store how much light each ink lets through, others how much ink there
/// is.
std::vector<std::uint8_t> lights(std::vector<std::uint8_t> const& inks, bool adobe) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(inks.size() / 4 * 3);
  auto light = [&](std::size_t at) { return adobe ? inks[at] : 255 - inks[at]; };
  for (std::size_t i = 0; i + 3 < inks.size(); i += 4)
    for (std::size_t ink = 0; ink < 3; ++ink) rgb.push_back(std::uint8_t(light(i + ink) * light(i + 3) / 255));
  return rgb;
}

}  // namespace

bool looks_like_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

std::optional<ImageInfo> jpeg_header(std::string_view bytes) {
  JpegReader reader;
  if (!read_header(reader, bytes)) return std::nullopt;
  return ImageInfo{ImageFormat::jpeg, reader.info.image_width, reader.info.image_height};
}

bool sound_jpeg(std::string_view bytes) {
  JpegReader reader;
  return read_header(reader, bytes) && read_to_the_end(reader);
}

std::optional<Pixels> decode_jpeg(std::string_view bytes) {
  JpegReader reader;
  Pixels pixels;
  if (!read_header(reader, bytes) || !read_samples(reader, pixels.rgb)) return std::nullopt;
  pixels.width = reader.info.output_width;
  pixels.height = reader.info.output_height;
  if (reader.info.out_color_space == JCS_CMYK) pixels.rgb = lights(pixels.rgb, reader.info.saw_Adobe_marker);
  return pixels;
}

}  // namespace tebiki::support
