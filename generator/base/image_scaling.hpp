#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/images.hpp"

namespace tebiki::base {

/// The picture in a smaller size, every new pixel the mean of the area it covers. `size` is at most the picture's own,
/// and at least one pixel each way. Exact in whole numbers: the same on every machine. Linear in pixels.
Pixels shrunk(Pixels const& pixels, PixelSize size);

/// The samples turned upright, none altered. `size` is that of the stored rows; every pixel has the same number of
/// bytes.
std::vector<std::uint8_t> turned(std::vector<std::uint8_t> const& samples, PixelSize size, Orientation orientation);

/// A PNG turned upright with all that decides how its pixels look: palette, transparency, sixteen bits, colour profile.
/// A moving one keeps its first picture only. Nothing when the file is damaged.
std::optional<std::string> turned_png(std::string_view png, Orientation orientation);

}  // namespace tebiki::base
