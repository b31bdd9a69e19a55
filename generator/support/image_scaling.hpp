#pragma once
#include "support/images.hpp"

namespace tebiki::support {

/// The picture in a smaller size, every new pixel the mean of the area it covers. `size` is at most the picture's own,
/// and at least one pixel each way. Exact in whole numbers: the same on every machine. Linear in pixels.
Pixels shrunk(Pixels const& pixels, PixelSize size);

/// The picture turned upright, no pixel altered.
Pixels turned(Pixels const& pixels, Orientation orientation);

}  // namespace tebiki::support
