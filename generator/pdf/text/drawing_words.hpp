#pragma once
#include <memory>

#include "model/text_measure.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

/// From a drawing's coordinates to the page's.
struct DrawingScale {
  explicit DrawingScale(PlacedDrawing const& placed);

  double x = 1, y = 1;
  double size = 1;  ///< of strokes and letters
};

/// The drawing with its words shaped: a run for each face that a line needs, from the baseline of its text.
/// Characters that no font has are left out. Linear.
PlacedDrawing placed(Fonts const& fonts, model::Drawing drawing, Rectangle const& area, TagId tag);

/// Measures as `placed` sets. The fonts must outlive it; safe from several threads.
std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts);

}  // namespace tebiki::pdf
