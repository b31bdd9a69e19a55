#include <cstdio>
// jpeglib.h needs the types above, and jerror.h those of jpeglib.h.
#include <jpeglib.h>
//
#include <jerror.h>

#include <fmt/format.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <new>

#include "base/diagnostics.hpp"
#include "base/images.hpp"

namespace tebiki::base {
namespace {

/// libjpeg reports errors by a callback that must not return; it jumps back to where decoding began.
struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

/// Says which of its mistakes stopped libjpeg: only this one is none of the picture's.
bool lacks_memory(JpegErrors const& errors) { return errors.base.msg_code == JERR_OUT_OF_MEMORY; }

[[noreturn]] void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->back, 1); }

/// What libjpeg only warns of, as of a file that ends too early, is damage all the same; to go on would be to work out
/// pixels that nobody wrote. Bytes between two segments harm nobody: some cameras leave them there.
void leave_if_damaged(j_common_ptr info, int level) {
  if (level < 0 && info->err->msg_code != JWRN_EXTRANEOUS_DATA) leave(info);
}

/// A picture of several scans is kept whole while it is read: of `most_pixels` in the colours that cameras write, this.
constexpr long most_memory = 400'000'000;

/// A decompressor fed from memory; freed whatever happens.
struct JpegReader {
  jpeg_decompress_struct info{};
  JpegErrors errors{};

  JpegReader() {
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = leave_if_damaged;
  }
  ~JpegReader() { jpeg_destroy_decompress(&info); }
  JpegReader(JpegReader const&) = delete;

  bool finished(bool well) const {
    if (!well && lacks_memory(errors)) throw std::bad_alloc();
    return well;
  }
};

// No object with a destructor may be made between setjmp and a jump, so the functions below fill what lies outside.

bool read_header(JpegReader& reader, std::string_view bytes) {
  auto& info = reader.info;
  if (setjmp(reader.errors.back)) return false;
  jpeg_create_decompress(&info);
  info.mem->max_memory_to_use = most_memory;
  jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
}

bool sane_size(JpegReader const& reader) { return base::sane_size(reader.info.image_width, reader.info.image_height); }

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
  return jpeg_finish_decompress(&info) == TRUE;
}

/// The least number of eighths of the picture's size that is still `enough`.
unsigned eighths(jpeg_decompress_struct const& info, PixelSize enough) {
  auto needed = [](std::uint64_t wanted, std::uint64_t whole) { return (wanted * 8 + whole - 1) / whole; };
  auto both = std::max(needed(enough.width, info.image_width), needed(enough.height, info.image_height));
  return unsigned(std::clamp<std::uint64_t>(both, 1, 8));
}

bool read_samples(JpegReader& reader, std::optional<PixelSize> enough, std::vector<std::uint8_t>& samples) {
  auto& info = reader.info;
  if (setjmp(reader.errors.back)) return false;
  info.scale_num = enough ? eighths(info, *enough) : 8;
  info.scale_denom = 8;
  bool ink = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
  info.out_color_space = ink ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress(&info);
  auto row = std::size_t(info.output_width) * std::size_t(info.output_components);
  samples.resize(row * info.output_height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW to = samples.data() + info.output_scanline * row;
    jpeg_read_scanlines(&info, &to, 1);
  }
  return jpeg_finish_decompress(&info) == TRUE;
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

/// A compressor that writes into memory; freed whatever happens.
struct JpegWriter {
  jpeg_compress_struct info{};
  JpegErrors errors{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;

  JpegWriter() {
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
  }
  ~JpegWriter() {
    jpeg_destroy_compress(&info);
    std::free(bytes);
  }
  JpegWriter(JpegWriter const&) = delete;
};

/// Colours are kept as fine as light: red letters on a sign stay readable.
bool write_samples(JpegWriter& writer, Pixels const& pixels, int quality) {
  auto& info = writer.info;
  if (setjmp(writer.errors.back)) return false;
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &writer.bytes, &writer.size);
  info.image_width = pixels.width;
  info.image_height = pixels.height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.optimize_coding = TRUE;
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto row = const_cast<JSAMPROW>(pixels.rgb.data() + std::size_t(info.next_scanline) * pixels.width * 3);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  return true;
}

}  // namespace

std::string encode_jpeg(Pixels const& pixels, int quality) {
  JpegWriter writer;
  if (!write_samples(writer, pixels, quality)) {
    if (lacks_memory(writer.errors)) throw std::bad_alloc();
    char words[JMSG_LENGTH_MAX];
    writer.errors.base.format_message(reinterpret_cast<j_common_ptr>(&writer.info), words);
    throw Failure({fmt::format("画像を JPEG にできません（{}）。", words), std::string("libjpeg failed: ") + words});
  }
  return {reinterpret_cast<char const*>(writer.bytes), writer.size};
}

bool looks_like_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

std::optional<ImageInfo> jpeg_header(std::string_view bytes) {
  JpegReader reader;
  if (!reader.finished(read_header(reader, bytes))) return std::nullopt;
  return ImageInfo{ImageFormat::jpeg, reader.info.image_width, reader.info.image_height};
}

bool sound_jpeg(std::string_view bytes) {
  JpegReader reader;
  return reader.finished(read_header(reader, bytes)) && sane_size(reader) && reader.finished(read_to_the_end(reader));
}

std::optional<Pixels> decode_jpeg(std::string_view bytes, std::optional<PixelSize> enough) {
  JpegReader reader;
  Pixels pixels;
  if (!reader.finished(read_header(reader, bytes)) || !sane_size(reader) ||
      !reader.finished(read_samples(reader, enough, pixels.rgb)))
    return std::nullopt;
  pixels.width = reader.info.output_width;
  pixels.height = reader.info.output_height;
  if (reader.info.out_color_space == JCS_CMYK) pixels.rgb = lights(pixels.rgb, reader.info.saw_Adobe_marker);
  return pixels;
}

}  // namespace tebiki::base
