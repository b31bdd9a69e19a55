#pragma once
#include <vector>

#include "pdf/text/line_breaking.hpp"

namespace tebiki::pdf {

/// Breaks a text as a whole: few lines of about one length, parted between phrases and items of a list where that
/// costs no line too many, and no line of a lone character. The last line of a text of many lines may be short.
/// Linear in clusters times the clusters of a line.
std::vector<LineRange> even_lines(std::vector<Cluster> const& clusters, double width);

}  // namespace tebiki::pdf
