#pragma once
#include <string>
#include <string_view>

#include "base/images.hpp"

/// Photographs made in the test: four fields of one colour each, and what a camera writes beside them.
namespace tebiki::base::photograph {

/// Red, green over blue, yellow: no two orientations look alike.
inline Pixels four_fields(std::uint32_t width = 48, std::uint32_t height = 32) {
  constexpr std::uint8_t colours[4][3] = {{220, 30, 30}, {30, 180, 30}, {30, 30, 220}, {220, 220, 30}};
  Pixels pixels{width, height, {}, {}};
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      auto const& colour = colours[(y * 2 >= height ? 2 : 0) + (x * 2 >= width ? 1 : 0)];
      pixels.rgb.insert(pixels.rgb.end(), std::begin(colour), std::end(colour));
    }
  }
  return pixels;
}

inline Pixels turned(Pixels const& pixels, Orientation orientation) {
  Pixels out{pixels.width, pixels.height, base::turned(pixels.rgb, {pixels.width, pixels.height}, orientation), {}};
  if (exchanges_sides(orientation)) std::swap(out.width, out.height);
  return out;
}

/// r, g, b or y for the field in the middle of each quarter, row by row: `rgby` for a picture that stands upright.
inline std::string fields(Pixels const& pixels) {
  std::string seen;
  for (std::uint32_t y : {pixels.height / 4, pixels.height * 3 / 4}) {
    for (std::uint32_t x : {pixels.width / 4, pixels.width * 3 / 4}) {
      auto const* rgb = &pixels.rgb[(std::size_t(y) * pixels.width + x) * 3];
      seen += rgb[0] > 120 ? (rgb[1] > 120 ? 'y' : 'r') : (rgb[1] > 120 ? 'g' : 'b');
    }
  }
  return seen;
}

/// A JPEG segment: marker, length, content.
inline std::string segment(char marker, std::string_view content) {
  auto const length = content.size() + 2;
  return std::string{'\xFF', marker, char(length >> 8), char(length & 0xFF)} + std::string(content);
}

/// Exif of a camera in either order of bytes: its maker, the orientation, a position and a small copy behind them.
inline std::string exif(Orientation orientation, bool little_endian = false) {
  auto number = [&](std::uint32_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += char(value >> 8 * (little_endian ? i : count - 1 - i));
    return bytes;
  };
  auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::string const& value) {
    return number(tag, 2) + number(type, 2) + number(count, 4) + value;
  };
  std::string tiff = (little_endian ? "II" : "MM") + number(42, 2) + number(8, 4) + number(3, 2);
  tiff += entry(0x010F, 2, 9, number(50, 4));
  tiff += entry(0x0112, 3, 1, number(std::uint32_t(orientation), 2) + number(0, 2));
  tiff += entry(0x8825, 4, 1, number(59, 4));
  tiff += number(0, 4) + std::string("NIKOMAKER") + "GPS35.3355N139.3496E" + "\xFF\xD8small copy\xFF\xD9";
  return std::string("Exif\0\0", 6) + tiff;
}

/// The words that a published picture must not hold.
inline std::string_view const secrets[] = {"Exif",         "NIKOMAKER",    "GPS35",    "small copy",
                                           "ns.adobe.com", "Photoshop",    "comment",  "MPF",
                                           "second one",   "motion video", "thumbnail"};

/// A JPEG as a telephone writes it: Exif, XMP, IPTC, a comment, the index of further pictures, and those behind its
/// end.
inline std::string of_a_camera(Pixels const& pixels, Orientation orientation, bool little_endian = false) {
  auto const jpeg = encode_jpeg(pixels, 95);
  auto const first = std::size_t(2) + 2 + 16;  // behind JFIF
  std::string profile("ICC_PROFILE\0\1\1a colour profile", 30);
  return jpeg.substr(0, first) + segment('\xE1', exif(orientation, little_endian)) +
         segment('\xE1', "http://ns.adobe.com/xap/1.0/<x:xmpmeta/>") + segment('\xE2', profile) +
         segment('\xE2', std::string("MPF\0index", 9)) + segment('\xED', "Photoshop 3.0 8BIM") +
         segment('\xE0', std::string("JFXX\0\x10thumbnail", 15)) + segment('\xFE', "a comment") + jpeg.substr(first) +
         jpeg + "second one" + "motion video";
}

}  // namespace tebiki::base::photograph
