#pragma once
#include <string>

#include "model/site.hpp"

namespace tebiki::html {

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(model::Colour one, model::Colour other);
/// The colour itself, or as much darker as white words on it need (4.5 : 1).
model::Colour readable_on_white(model::Colour colour);
/// `share` of the second colour in the first, 0 to 1.
model::Colour mixed(model::Colour first, model::Colour second, double share);
/// The class of pages' elements in this colour, made readable: `c-00596b`.
std::string colour_class(model::Colour colour);
/// The end of the site's style sheet: custom properties made from its one brand colour, and a class for the colour of
/// each scene and publication. Pages hold no styles of their own, so that `default-src 'self'` lets everything through.
std::string theme_css(model::Site const& site);

}  // namespace tebiki::html
