#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Glyphs of a run that stand together for one piece of its text.
struct GlyphCluster {
  std::size_t first = 0;
  std::size_t end = 0;  ///< one past the last glyph
  std::string_view text;
};

/// Calls `body(GlyphCluster)` for each cluster of the run, in order.
template <class Body>
void for_each_cluster(TextRun const& run, Body&& body) {
  auto const& glyphs = run.glyphs;
  for (std::size_t first = 0, end = 0; first < glyphs.size(); first = end) {
    end = first + 1;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[first].cluster) ++end;
    std::size_t from = std::min<std::size_t>(glyphs[first].cluster, run.text.size());
    std::size_t to =
        end < glyphs.size() ? std::min<std::size_t>(glyphs[end].cluster, run.text.size()) : run.text.size();
    body(GlyphCluster{first, end, std::string_view(run.text).substr(from, to > from ? to - from : 0)});
  }
}

}  // namespace tebiki::pdf
