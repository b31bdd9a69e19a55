#pragma once
#include <cstddef>
#include <functional>
#include <string>

#include "pdf/file/deflate.hpp"
#include "pdf/file/pdf_document.hpp"

namespace tebiki::pdf {

/// Objects that libharu does not hold because there are too many of them: the tag tree.
/// The first gets the document's next number.
struct FurtherObjects {
  std::size_t count = 0;
  /// Appends the value of one object. Called from several threads.
  std::function<void(std::size_t index, std::string& to)> write = {};
};

/// The whole file, with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8), which libharu
/// cannot write: a quarter of the size, without a pass through another library. /ID is a hash of the rest.
std::string compact_save(PdfDocument& document, FurtherObjects const& further, unsigned jobs,
                         Effort effort = Effort::quick);

}  // namespace tebiki::pdf
