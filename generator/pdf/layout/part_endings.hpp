#pragma once
#include <vector>

#include "pdf/layout/geometry.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

/// How the last page of a part is kept from being almost empty: the part is laid out a little closer, and stays so
/// where that saves the page.
class PartEndings {
 public:
  explicit PartEndings(std::size_t parts) : spacing_(parts, usual), pages_(parts, 0) {}

  /// The space that a part gets in the next round.
  double spacing(std::size_t part) const { return spacing_[part]; }

  /// Looks at a finished round. True when the booklet must be laid out anew because a part was set closer or, to no
  /// avail, wider again. Each part is tried once.
  bool improve(FilledPages const& filled, Geometry const& geometry);

 private:
  static constexpr double usual = 1, close = 0.65;

  std::vector<double> spacing_;
  std::vector<std::size_t> pages_;  ///< of a part with the usual space; 0 before it was looked at
};

}  // namespace tebiki::pdf
