#pragma once
#include <string>
#include <string_view>

#include "pdf/text/inline_text.hpp"

namespace tebiki::pdf {

/// Words that must stand on one line, as they will be set.
struct FittedLine {
  std::string words;
  TextLook look;     ///< with the size that they got
  double width = 0;  ///< points; at most what there was, but for a number that is wider
};

/// Makes words fit: first the type gets smaller, down to `least` points; then the end of the words gives way to “…”,
/// but never part of a number. Linear in the words, times the logarithm where they are shortened.
FittedLine fit_line(Fonts const& fonts, std::string_view words, TextLook look, double width, double least);

/// The beginning of the words, of at most so many bytes, and “…”; numbers stay whole. All where no such beginning is.
std::string shortened(std::string_view words, std::size_t bytes);

}  // namespace tebiki::pdf
