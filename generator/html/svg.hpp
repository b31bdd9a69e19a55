#pragma once
#include <string>
#include <string_view>

#include "model/drawing.hpp"

namespace tebiki::html {

/// Appends a drawing as inline SVG (one point is one unit of its view box). `alternative` names it for those who
/// do not see it; without one it is decoration and hidden from them.
void append_svg(std::string& out, model::Drawing const& drawing, std::string_view alternative);

}  // namespace tebiki::html
