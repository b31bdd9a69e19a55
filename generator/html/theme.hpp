#pragma once
#include <string>

#include "model/drawing.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(model::Colour one, model::Colour other);
/// The colour itself, or as near to it as `ratio` on `ground` allows: darker on a light ground, lighter on a dark one.
model::Colour readable(model::Colour colour, model::Colour ground, double ratio);
/// The colour itself, or as much darker as white words on it need (4.5 : 1).
model::Colour readable_on_white(model::Colour colour);
/// The class of pages' elements in this colour, made readable: `c-00596b`.
std::string colour_class(model::Colour colour);

/// What is made of one colour of the site, in light or in dark. `words` can be read on the paper and on `wash`
/// (7 : 1), white words on `fill` (4.5 : 1).
struct ColourSet {
  model::Colour fill, words, wash;
};
ColourSet light_colours(model::Colour colour);
ColourSet dark_colours(model::Colour colour);

/// The end of the site's style sheet: custom properties made from its one brand colour, and a class for the colour of
/// each scene and publication, in light, dark and forced colours; and what takes the place of these colours in
/// drawings where the paper is dark. Pages hold no styles of their own, so that `default-src 'self'` lets everything
/// through.
std::string theme_css(model::Site const& site);

}  // namespace tebiki::html
