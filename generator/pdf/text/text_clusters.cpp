#include "pdf/text/text_clusters.hpp"

#include <hb.h>

#include "base/unicode.hpp"

namespace tebiki::pdf {
namespace {

bool joins_previous(char32_t c) {
  if (c < 0x300) return false;
  if (is_invisible(c)) return true;
  auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

}  // namespace

bool TextClusters::next(TextCluster& cluster) {
  if (at_ >= text_.size()) return false;
  cluster.offset = std::uint32_t(at_);
  cluster.characters.assign(1, base::next_character(text_, at_));
  while (at_ < text_.size()) {
    std::size_t after = at_;
    char32_t mark = base::next_character(text_, after);
    if (!joins_previous(mark)) break;
    cluster.characters += mark;
    at_ = after;
  }
  return true;
}

}  // namespace tebiki::pdf
