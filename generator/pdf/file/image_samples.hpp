#pragma once
#include <string>
#include <string_view>

namespace tebiki::pdf {

/// A picture as a PDF image wants it (ISO 32000-1 §8.9.5).
struct ImageSamples {
  std::string entries;  ///< of the image dictionary; empty when the picture cannot be decoded
  std::string bytes;
  std::string mask_entries;  ///< of the soft mask, or empty
  std::string mask_bytes;
};

ImageSamples image_samples(std::string_view file);

}  // namespace tebiki::pdf
