#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

/// Shapes `text` with the first of `candidates` (indices into `faces`) that covers each cluster.
/// A cluster that none covers becomes one glyph without a font, one em wide. Linear in the text.
std::vector<ShapedGlyph> shape_text(std::string_view text, bool vertical,
                                    std::vector<std::unique_ptr<Fonts::Face>> const& faces,
                                    std::vector<FontId> const& candidates);

}  // namespace tebiki::pdf
