#include "pdf/file/png_stream.hpp"

namespace tebiki::pdf {
namespace {

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (char c : bytes.substr(0, 4)) value = value << 8 | std::uint8_t(c);
  return value;
}

/// The header chunk (PNG §11.2.1); false where the picture needs decoding.
bool read_header(std::string_view data, PngStream& to) {
  if (data.size() != 13) return false;
  to.width = big_endian(data);
  to.height = big_endian(data.substr(4));
  to.bits = data[8];
  int colour_type = data[9], interlaced = data[12];
  to.components = colour_type == 2 ? 3 : 1;
  return to.bits <= 8 && interlaced == 0 && (colour_type == 0 || colour_type == 2 || colour_type == 3);
}

}  // namespace

std::optional<PngStream> png_stream(std::string_view file) {
  PngStream png;
  bool standard_colours = true, said_so = false;
  for (std::size_t at = 8; at + 12 <= file.size();) {
    std::size_t length = big_endian(file.substr(at));
    auto type = file.substr(at + 4, 4);
    if (length > file.size() - at - 12) return std::nullopt;
    auto data = file.substr(at + 8, length);
    if (type == "IHDR" && !read_header(data, png)) return std::nullopt;
    if (type == "tRNS") return std::nullopt;
    if (type == "sRGB") said_so = true;
    if (type == "gAMA" || type == "iCCP" || type == "cHRM") standard_colours = false;
    if (type == "PLTE" && png.components == 1) png.palette = data;
    if (type == "IDAT") png.rows += data;
    at += length + 12;
  }
  bool usable = png.width > 0 && !png.rows.empty() && (standard_colours || said_so);
  return usable ? std::optional(std::move(png)) : std::nullopt;
}

}  // namespace tebiki::pdf
