// Readings above their bases (JLREQ §3.3).
#include <algorithm>

#include "pdf/fonts/fonts.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

namespace {

constexpr FontChoice reading_font{FontChoice::List::body, false, false};

/// How far a reading may hang over the character at `offset`, in ems of the reading: over kana, and over the blank
/// of punctuation.
float overhang_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  char32_t neighbour = base::next_character(text, offset);
  if (base::is_kana(neighbour)) return 0.8F;
  auto kind = character_class(neighbour);
  bool mark = kind == CharacterClass::comma || kind == CharacterClass::stop || kind == CharacterClass::opening ||
              kind == CharacterClass::closing || kind == CharacterClass::middle_dot;
  return mark ? 0.5F : 0;
}

float overhang_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  do --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
  return overhang_at(text, offset);
}

}  // namespace

float reading_size(TextContext const& context, float base_size) {
  return std::max(float(context.style.least_size), base_size * 0.5F);
}

void fit_reading(TextContext const& context, StyledText const& text, InlineSpan const& span, std::uint32_t first,
                 ShapedText& shaped) {
  auto end = std::uint32_t(shaped.clusters.size());
  if (first == end) return;
  float size = reading_size(context, span.look.size);
  auto const& reading = text.readings[std::size_t(span.ruby)];
  report_missing_glyphs(context, reading.text, reading_font, span.at);
  double wanted = text_width(context.fonts, reading.text, reading_font, size);
  double base = 0;
  for (auto i = first; i < end; ++i) base += shaped.clusters[i].width;
  // Two readings may hang over the character between them.
  float const most = span.look.size / 2;
  float left = std::min(most, overhang_before(text.text, span.range.begin) * size);
  float right = std::min(most, overhang_at(text.text, span.range.end) * size);
  double excess = wanted - base;
  float overhang = 0;
  if (excess > 0 && left + right > 0) {
    double hung = std::min<double>(excess, left + right);
    overhang = float(hung * left / (left + right));
    excess -= hung;
  }
  auto share = excess > 0 ? float(excess / (end - first)) : 0;
  for (auto i = first; i < end; ++i) {
    shaped.clusters[i].width += share;
    shaped.clusters[i].shift -= share / 2;
  }
  shaped.readings.push_back({first, end, span.ruby, size, overhang, shaped.clusters[first].span});
}

std::vector<Item> reading_items(TextContext const& context, StyledText const& text, PlacedReading const& placed,
                                double base_x, double base_width, double baseline) {
  auto const& reading = text.readings[std::size_t(placed.reading)];
  auto const& span = text.spans[placed.span];
  auto const& glyphs = context.fonts.shape(reading.text, reading_font);
  double width = text_width(context.fonts, reading.text, reading_font, placed.size);
  double gap = glyphs.empty() ? 0 : std::max(0.0, (base_width - width) / double(glyphs.size()));
  double x = base_x - placed.overhang + gap / 2;
  double y = baseline - 0.88 * span.look.size - 0.14 * placed.size;
  auto runs =
      text_runs(context.fonts, reading.text, {reading_font, placed.size, span.look.colour}, {x, y}, TagId(reading.tag));
  double moved = 0;
  std::vector<Item> items;
  for (auto& run : runs) {
    run.origin.x += moved;
    for (auto& glyph : run.glyphs) glyph.advance += float(gap);
    moved += gap * double(run.glyphs.size());
    items.emplace_back(std::move(run));
  }
  return items;
}

}  // namespace tebiki::pdf
