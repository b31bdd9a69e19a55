#pragma once
#include <vector>

#include "model/print_style.hpp"
#include "model/site.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

enum class Side { left, right };

/// Columns side by side, in points.
struct Columns {
  std::size_t count = 1;
  double gap = 0;

  /// Of each, where they share so much room.
  double width_in(double room) const { return (room - gap * double(count - 1)) / double(count); }
};

/// Page size and margins of a publication, in points. Inner margins lie at the binding.
struct Geometry {
  double width = 0, height = 0;
  double top = 0, bottom = 0, inner = 0, outer = 0;
  model::Binding binding = model::Binding::left;

  /// The edge away from the binding: where tabs stand. Pages count from 0.
  Side fore_edge(std::size_t page) const;
  Rectangle text_area(std::size_t page) const;
  /// What the flow fills, one after another: the text area, or columns of it side by side.
  std::vector<Rectangle> regions(std::size_t page, Columns const& columns = {}) const;
  double text_width() const { return width - inner - outer; }
  double text_height() const { return height - top - bottom; }
};

/// The print style's page, or the one of its papers that the publication names, with margins in proportion.
Geometry geometry_of(model::PrintStyle const& style, model::Publication const& publication);

}  // namespace tebiki::pdf
