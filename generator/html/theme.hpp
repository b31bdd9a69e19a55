#pragma once
#include <string>

#include "model/colour.hpp"

namespace tebiki::html {

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(model::Colour one, model::Colour other);
/// The colour itself, or as much darker as white words on it need (4.5 : 1).
model::Colour readable_on_white(model::Colour colour);
/// `share` of the second colour in the first, 0 to 1.
model::Colour mixed(model::Colour first, model::Colour second, double share);
/// The site's custom properties for a `style` element, made from its one brand colour.
std::string theme_css(model::Colour brand);

}  // namespace tebiki::html
