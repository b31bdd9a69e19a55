#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// Who publishes it, as of when, and whom to call: the last words of a publication, kept together.
void add_imprint(BlockTarget const& target);

/// The same for the foot of every page of a publication without a cover: on one line, or on two where that is too long.
struct ImprintLine {
  std::string whole;
  std::string publisher;  ///< and on the second line:
  std::string number_and_date;
};
ImprintLine imprint_line(LayoutContext const& context);

}  // namespace tebiki::pdf
