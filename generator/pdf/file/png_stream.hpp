#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace tebiki::pdf
