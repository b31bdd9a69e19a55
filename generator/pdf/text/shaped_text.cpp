#include "pdf/text/paragraph.hpp"

#include <algorithm>

#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

namespace {

/// A glyph wider than this is set in a full em, so its punctuation carries half an em of blank.
constexpr float full_width_from = 750;

/// Items of a list in a row, such as the names of towns, are parted between rather than within; so many characters they
/// have at most, the mark behind them included.
constexpr std::size_t longest_item = 10;

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

void mark(std::vector<Cluster>& clusters, std::vector<std::uint32_t> const& breaks, BreakBefore willingness) {
  auto cluster = clusters.begin();
  for (auto at : breaks) {
    while (cluster != clusters.end() && cluster->begin < at) ++cluster;
    if (cluster == clusters.end()) break;
    if (cluster->begin == at && cluster->break_before == BreakBefore::never) cluster->break_before = willingness;
  }
}

/// Breaks inside these ranges become no more willing than that.
void hold_together(std::vector<Cluster>& clusters, std::vector<TextRange> const& ranges, BreakBefore willingness) {
  auto cluster = clusters.begin();
  for (auto range : ranges) {
    auto before = [](Cluster const& c, std::uint32_t at) { return c.begin <= at; };
    cluster = std::lower_bound(clusters.begin(), clusters.end(), range.begin, before);
    for (; cluster != clusters.end() && cluster->begin < range.end; ++cluster) {
      if (cluster->break_before != BreakBefore::forced)
        cluster->break_before = std::min(cluster->break_before, willingness);
      cluster->space.spread = 0;
    }
  }
}

/// Behind a hyphen one would take the break for a part of the address.
void part_addresses(std::vector<Cluster>& clusters, std::string_view text) {
  constexpr std::string_view parted_behind = "/?&=";
  auto cluster = clusters.begin();
  for (auto range : web_addresses(text)) {
    auto before = [](Cluster const& c, std::uint32_t at) { return c.begin <= at; };
    cluster = std::lower_bound(cluster, clusters.end(), range.begin, before);
    for (; cluster != clusters.end() && cluster->begin < range.end; ++cluster) {
      bool const slash = parted_behind.find(text[cluster->begin - 1]) != parted_behind.npos &&
                         parted_behind.find(text[cluster->begin]) == parted_behind.npos;
      cluster->break_before = slash ? BreakBefore::allowed : BreakBefore::never;
    }
  }
}

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

void mark_breaks(ShapedText& shaped, StyledText const& text, base::LineBreaking breaking, Items items) {
  using base::LineBreaking;
  mark(shaped.clusters, base::line_breaks(text.text, breaking), BreakBefore::allowed);
  if (breaking == LineBreaking::phrase)
    mark(shaped.clusters, base::line_breaks(text.text, LineBreaking::strict), BreakBefore::within_phrase);
  if (items == Items::held) {
    hold_together(shaped.clusters, short_pieces(text.text, U"・、／", longest_item), BreakBefore::within_item);
    hold_together(shaped.clusters, short_brackets(text.text, longest_item), BreakBefore::within_item);
  }
  hold_together(shaped.clusters, named_numbers(text.text), BreakBefore::within_item);
  hold_together(shaped.clusters, text.held, BreakBefore::within_item);
  hold_together(shaped.clusters, unbreakable_ranges(text.text), BreakBefore::unwilling);
  hold_together(shaped.clusters, text.unbreakable, BreakBefore::unwilling);
  part_addresses(shaped.clusters, text.text);
}

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

}  // namespace tebiki::pdf
