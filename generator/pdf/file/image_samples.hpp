#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/images.hpp"

namespace tebiki::pdf {

/// A picture as a PDF image wants it (ISO 32000-1 §8.9.5).
struct ImageSamples {
  std::string entries;  ///< of the image dictionary; empty when the picture cannot be decoded
  std::string bytes;
  std::string mask_entries;  ///< of the soft mask, or empty
  std::string mask_bytes;
};

/// A JPEG that every viewer can read, and the rows of a plain PNG, go in as they are. What has more than 1.3 times as
/// many pixels on a side as are `enough` is made as small as that, and stored as a JPEG where that takes less than half
/// of the bytes; unless the file itself takes no more bytes than the smaller picture.
ImageSamples image_samples(std::string_view file, std::optional<base::PixelSize> enough = std::nullopt);

}  // namespace tebiki::pdf
