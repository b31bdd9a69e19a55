#pragma once
#include "pdf/text/shaped_text.hpp"

namespace tebiki::pdf {

/// Readings are two thirds of their base, and never smaller than this (points): small kana must stay legible.
constexpr float smallest_reading = 8;

float reading_size(float base_size);

/// Widens the base where its reading is longer, letting it hang over kana and punctuation beside
/// (JLREQ §3.3.8), and notes where the reading stands.
void fit_reading(LayoutContext const& context, InlineText const& text, InlineSpan const& span, std::uint32_t first,
                 ShapedText& shaped);
/// The reading's glyphs over its base, spread 1:2:1 where it is shorter (JLREQ §3.3.6).
std::vector<Item> reading_items(LayoutContext const& context, InlineText const& text, PlacedReading const& reading,
                                double base_x, double base_width, double baseline);

}  // namespace tebiki::pdf
