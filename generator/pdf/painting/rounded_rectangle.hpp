#pragma once
#include <vector>

#include "model/drawing.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

/// The outline of a rectangle whose corners are quarter circles. The radius is at most half a side.
std::vector<model::PathStep> rounded_rectangle(Rectangle const& area, double radius);

}  // namespace tebiki::pdf
