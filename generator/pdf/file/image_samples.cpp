#include "pdf/file/pdf_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/images.hpp"

namespace tebiki::pdf {

/// The compressed rows of a PNG, which PDF's predictor 15 reads as they stand, and how to read them.
struct PngStream {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int bits = 8;
  int components = 3;   ///< 1: grey, or an index into the palette
  std::string palette;  ///< three bytes a colour; empty without one
  std::string rows;
};

/// Takes the rows out of a PNG that was found sound. Nothing where the file needs work: transparency, interlacing,
/// sixteen bits, a colour space other than sRGB.
std::optional<PngStream> png_stream(std::string_view file);

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

namespace {

using Bytes = std::span<std::uint8_t const>;

/// Colour components of a JPEG that every viewer decodes as it stands: eight bits, grey or colour.
/// Nothing for CMYK, twelve bits and lossless ones (ITU-T T.81 §B.2.2).
std::optional<int> plain_jpeg_components(std::string_view file) {
  auto byte = [&](std::size_t at) { return at < file.size() ? std::uint8_t(file[at]) : std::uint8_t(0); };
  for (std::size_t at = 2; at + 9 < file.size();) {
    if (byte(at) != 0xFF) return std::nullopt;
    int marker = byte(at + 1);
    if (marker >= 0xC0 && marker <= 0xC2) {
      int components = byte(at + 9);
      if (byte(at + 4) == 8 && (components == 1 || components == 3)) return components;
      return std::nullopt;
    }
    if (marker == 0xFF)
      ++at;
    else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
      at += 2;
    else if (marker == 0xDA || marker == 0xD9)
      return std::nullopt;
    else
      at += 2 + std::size_t(byte(at + 2) << 8 | byte(at + 3));
  }
  return std::nullopt;
}

std::string dictionary(std::uint32_t width, std::uint32_t height, std::string_view colours, int bits,
                       std::string_view filter) {
  return fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace{}/BitsPerComponent {}/Filter/{}", width,
                     height, colours, bits, filter);
}

char const* device(std::size_t components) { return components == 1 ? "/DeviceGray" : "/DeviceRGB"; }

std::string parameters(std::size_t components, int bits, std::uint32_t width) {
  return fmt::format("/DecodeParms<</Predictor 15/Colors {}/BitsPerComponent {}/Columns {}>>", components, bits, width);
}

std::uint8_t paeth(int left, int up, int corner) {
  int guess = left + up - corner;
  int to_left = std::abs(guess - left), to_up = std::abs(guess - up), to_corner = std::abs(guess - corner);
  return std::uint8_t(to_left <= to_up && to_left <= to_corner ? left : to_up <= to_corner ? up : corner);
}

/// PNG's Paeth filter on every row: photographs and flat graphics both shrink well.
std::string predicted(Bytes samples, std::size_t row, std::size_t components) {
  std::string out;
  out.reserve(samples.size() + samples.size() / row);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    std::size_t column = i % row;
    if (column == 0) out += '\4';
    int left = column >= components ? samples[i - components] : 0;
    int up = i >= row ? samples[i - row] : 0;
    int corner = column >= components && i >= row ? samples[i - row - components] : 0;
    out += char(samples[i] - paeth(left, up, corner));
  }
  return out;
}

bool is_grey(Bytes rgb) {
  for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
    if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) return false;
  return true;
}

struct Deflated {
  std::string entries;
  std::string bytes;
};

/// Predicted rows suit photographs, plain ones flat graphics; the smaller is taken.
Deflated deflated_samples(std::uint32_t width, std::uint32_t height, Bytes samples, std::size_t components) {
  std::string entries = dictionary(width, height, device(components), 8, "FlateDecode");
  std::string rows = deflated(predicted(samples, width * components, components));
  std::string plain = deflated({reinterpret_cast<char const*>(samples.data()), samples.size()});
  if (plain.size() <= rows.size()) return {entries, plain};
  return {entries + parameters(components, 8, width), rows};
}

ImageSamples as_it_stands(PngStream png) {
  std::string colours = device(std::size_t(png.components));
  if (!png.palette.empty()) {
    colours = fmt::format("[/Indexed/DeviceRGB {}<", png.palette.size() / 3 - 1);
    for (char c : png.palette) colours += fmt::format("{:02X}", unsigned(std::uint8_t(c)));
    colours += ">]";
  }
  return {dictionary(png.width, png.height, colours, png.bits, "FlateDecode") +
              parameters(std::size_t(png.components), png.bits, png.width),
          std::move(png.rows), "", ""};
}

bool is_opaque(Bytes alpha) {
  return std::all_of(alpha.begin(), alpha.end(), [](std::uint8_t a) { return a == 255; });
}

/// Compressed without loss. Grey pictures are stored as grey, transparency as a soft mask.
ImageSamples lossless(base::Pixels pixels) {
  if (is_grey(pixels.rgb)) {
    for (std::size_t i = 0; i * 3 < pixels.rgb.size(); ++i) pixels.rgb[i] = pixels.rgb[i * 3];
    pixels.rgb.resize(pixels.rgb.size() / 3);
  }
  std::size_t components = pixels.rgb.size() / (std::size_t(pixels.width) * pixels.height);
  auto colours = deflated_samples(pixels.width, pixels.height, pixels.rgb, components);
  Deflated mask;
  if (!is_opaque(pixels.alpha)) mask = deflated_samples(pixels.width, pixels.height, pixels.alpha, 1);
  return {std::move(colours.entries), std::move(colours.bytes), std::move(mask.entries), std::move(mask.bytes)};
}

ImageSamples photograph(base::Pixels const& pixels) {
  constexpr int quality = 88;
  return {dictionary(pixels.width, pixels.height, "/DeviceRGB", 8, "DCTDecode"), base::encode_jpeg(pixels, quality), "",
          ""};
}

/// Sharp drawings stay sharp: few bytes without loss are taken for one.
ImageSamples smaller(std::string_view file, base::ImageFormat format, base::PixelSize enough) {
  auto pixels = base::decode_image(file, enough);
  if (!pixels) return {};
  auto const now =
      base::shrunk(*pixels, {std::min(enough.width, pixels->width), std::min(enough.height, pixels->height)});
  pixels.reset();
  if (format == base::ImageFormat::jpeg) return photograph(now);
  auto exact = lossless(now);
  if (!exact.mask_entries.empty()) return exact;
  auto photo = photograph(now);
  return photo.bytes.size() * 2 < exact.bytes.size() ? photo : exact;
}

/// With every pixel of the file, and its very bytes where PDF knows their form.
ImageSamples in_full(std::string_view file, base::ImageInfo const& info) {
  if (info.format == base::ImageFormat::jpeg)
    if (auto components = plain_jpeg_components(file))
      return {dictionary(info.width, info.height, device(std::size_t(*components)), 8, "DCTDecode"), std::string(file),
              "", ""};
  if (info.format == base::ImageFormat::png)
    if (auto png = png_stream(file)) return as_it_stands(std::move(*png));
  auto pixels = base::decode_image(file);
  return pixels ? lossless(std::move(*pixels)) : ImageSamples{};
}

/// Whether so many pixels more than are enough stand on a side that to average them is worth their sharpness.
bool far_above(base::ImageInfo const& info, base::PixelSize enough) {
  auto far = [](std::uint64_t pixels, std::uint64_t wanted) { return pixels * 10 > wanted * 13; };
  return far(info.width, enough.width) || far(info.height, enough.height);
}

std::size_t size_of(ImageSamples const& samples) { return samples.bytes.size() + samples.mask_bytes.size(); }

}  // namespace

ImageSamples image_samples(std::string_view file, std::optional<base::PixelSize> enough) {
  auto info = base::image_header(file);
  if (!info) return {};
  if (!enough || !far_above(*info, *enough)) return in_full(file, *info);
  auto small = smaller(file, info->format, *enough);
  if (small.entries.empty() || size_of(small) < file.size()) return small;
  auto full = in_full(file, *info);
  return size_of(full) <= size_of(small) ? full : small;
}

}  // namespace tebiki::pdf
