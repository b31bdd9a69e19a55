// Spans of a text as clusters, and readings above their bases (JLREQ §3.3).
#include <algorithm>

#include "pdf/fonts/fonts.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {
namespace {

/// A glyph wider than this is set in a full em, so its punctuation carries half an em of blank.
constexpr float full_width_from = 750;

void report_missing(TextContext const& context, std::string_view text, InlineSpan const& span, std::uint32_t at) {
  auto position = span.at;
  if (position.file != base::FileId::none) position.offset += at - span.range.begin;
  std::size_t offset = at;
  context.unprintable.add(base::next_character(text, offset), span.look.font.list, position);
}

/// Cuts the blank off full-width punctuation: it becomes space that can shrink (JLREQ §3.1.2).
void trim_blank(Cluster& cluster, float advance, float em) {
  using enum CharacterClass;
  if (advance < full_width_from) return;
  float cut = advance * em - full_blank * 1000 * em;
  bool closes = cluster.kind == closing || cluster.kind == comma || cluster.kind == stop;
  if (!closes && cluster.kind != opening && cluster.kind != middle_dot) return;
  cluster.width -= cut;
  if (cluster.kind == opening) cluster.shift = cut;
  if (cluster.kind == middle_dot) cluster.shift = cut / 2;
}

/// Shapes span after span into clusters.
class Shaper {
 public:
  Shaper(TextContext const& context, StyledText const& text) : context_(context), text_(text) {}

  ShapedText shape() {
    shaped_.glyphs.reserve(text_.spans.size());
    for (std::size_t i = 0; i < text_.spans.size(); ++i) {
      auto const& span = text_.spans[i];
      auto first = std::uint32_t(shaped_.clusters.size());
      shaped_.glyphs.push_back(nullptr);
      if (span.object >= 0)
        add_object(span, std::uint32_t(i));
      else
        add_span(span, std::uint32_t(i));
      if (span.ruby >= 0) fit_reading(context_, text_, span, first, shaped_);
    }
    for (auto const& cluster : shaped_.clusters) shaped_.natural += cluster.width + cluster.space.natural;
    return std::move(shaped_);
  }

 private:
  void add_object(InlineSpan const& span, std::uint32_t index) {
    Cluster cluster{span.range.begin, span.range.end, 0, index, 0, CharacterClass::object};
    cluster.width = float(text_.objects[std::size_t(span.object)].width);
    push(cluster, proportional_blank, span.look.size);
  }

  void add_span(InlineSpan const& span, std::uint32_t index) {
    auto content = std::string_view(text_.text).substr(span.range.begin, span.range.end - span.range.begin);
    auto const& glyphs = context_.fonts.shape(content, span.look.font);
    shaped_.glyphs.back() = &glyphs;
    if (text_.spans.size() == 1) shaped_.clusters.reserve(glyphs.size());
    for (std::uint32_t i = 0; i < glyphs.size();) {
      std::uint32_t next = i + 1;
      float advance = glyphs[i].advance;
      while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) advance += glyphs[next++].advance;
      auto end = next < glyphs.size() ? glyphs[next].cluster : std::uint32_t(content.size());
      add_cluster(span, index,
                  {span.range.begin + glyphs[i].cluster, span.range.begin + end, i, index, std::uint16_t(next - i)},
                  advance, glyphs[i].font == FontId::none);
      i = next;
    }
  }

  void add_cluster(InlineSpan const& span, std::uint32_t index, Cluster cluster, float advance, bool missing) {
    std::size_t at = cluster.begin;
    cluster.span = index;
    cluster.kind = character_class(base::next_character(text_.text, at));
    float em = span.look.size / 1000;
    cluster.width = advance * em;
    if (cluster.kind == CharacterClass::newline) {
      cluster.width = 0;
      cluster.glyphs = 0;
      shaped_.forced_breaks = true;
    } else if (missing) {
      cluster.glyphs = 0;
      report_missing(context_, text_.text, span, cluster.begin);
    }
    trim_blank(cluster, advance, em);
    push(cluster, advance >= full_width_from ? full_blank : proportional_blank, span.look.size);
  }

  void push(Cluster cluster, float blank, float size) {
    Neighbour now{cluster.kind, blank};
    if (!shaped_.clusters.empty()) {
      // Between letters of two sizes the smaller one's em counts: a large word needs no wide gap before a small one.
      auto const space = spacing_between(before_, now);
      auto const em = std::min(size, size_before_);
      cluster.space = {space.natural * em, space.shrink * em, space.stretch * em, space.spread * em};
      if (shaped_.clusters.back().kind == CharacterClass::newline) cluster.break_before = BreakBefore::forced;
    }
    before_ = now;
    size_before_ = size;
    shaped_.clusters.push_back(cluster);
  }

  TextContext const& context_;
  StyledText const& text_;
  ShapedText shaped_;
  Neighbour before_;
  float size_before_ = 0;
};

/// Whether a cluster belongs to a number or a held piece that began before it.
std::vector<bool> clusters_held(std::vector<Cluster> const& clusters, StyledText const& text) {
  std::vector<bool> held(clusters.size());
  auto hold = [&](std::vector<TextRange> const& ranges) {
    std::size_t i = 0;
    for (auto range : ranges) {
      while (i < clusters.size() && clusters[i].begin <= range.begin) ++i;
      for (; i < clusters.size() && clusters[i].begin < range.end; ++i) held[i] = true;
    }
  };
  hold(unbreakable_ranges(text.text));
  hold(text.unbreakable);
  return held;
}

}  // namespace

ShapedText shape(TextContext const& context, StyledText const& text) { return Shaper(context, text).shape(); }

double widest_line(ShapedText const& shaped) {
  if (!shaped.forced_breaks) return shaped.natural;
  double widest = 0, now = 0;
  for (auto const& cluster : shaped.clusters) {
    if (cluster.break_before == BreakBefore::forced) now = 0;
    now += cluster.width + cluster.space.natural;
    widest = std::max(widest, now);
  }
  return widest;
}

Unbroken longest_unbroken(ShapedText const& shaped, StyledText const& text) {
  using enum CharacterClass;
  Unbroken longest;
  auto held = clusters_held(shaped.clusters, text);
  double number = 0, word = 0;
  for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
    auto const& cluster = shaped.clusters[i];
    double more = cluster.width + cluster.space.natural;
    number = held[i] ? number + more : cluster.width;
    longest.number = std::max(longest.number, number);
    std::size_t at = cluster.begin;
    bool goes_on = base::never_begins_a_line(base::next_character(text.text, at));
    bool latin =
        cluster.kind == western || cluster.kind == figure || cluster.kind == western_mark || cluster.kind == dash;
    word = latin || goes_on ? word + more : cluster.width;
    longest.word = std::max(longest.word, word);
  }
  return longest;
}

// Readings.

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
