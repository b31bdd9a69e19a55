#pragma once
#include <string>
#include <vector>

#include "model/drawing.hpp"

/// The pieces that drawings of views are made of; lengths are points.
namespace tebiki::views {

/// From line to line of text in a drawing, as a multiple of its size.
constexpr double drawing_leading = 1.3;

inline double line_height(model::MeasuredFont font) { return font.size * drawing_leading; }
/// From the top of a line to its baseline.
inline double ascent(model::MeasuredFont font) { return font.size * 0.98; }

model::TextShape text_at(model::Point baseline, std::string text, model::MeasuredFont font, model::Colour colour,
                         model::TextShape::Anchor anchor = model::TextShape::Anchor::middle);

model::PathShape line_between(model::Point from, model::Point to, model::Colour colour, double width,
                              std::vector<double> dashes = {});

/// Closed, through these points.
model::PathShape polygon(std::vector<model::Point> const& points);

/// Without fill and stroke.
model::RectangleShape rectangle(double x, double y, double width, double height);

}  // namespace tebiki::views
