#include "pdf/text/paragraph.hpp"

#include <algorithm>
#include <optional>

#include "pdf/text/items.hpp"

namespace tebiki::pdf {

void append(StyledText& to, std::string_view text, TextLook look, base::SourceLocation at) {
  auto begin = std::uint32_t(to.text.size());
  to.text += text;
  to.spans.push_back({{begin, std::uint32_t(to.text.size())}, look, 0, -1, -1, -1, at});
}

StyledText plain(std::string_view text, TextLook look, base::SourceLocation at) {
  StyledText result;
  append(result, text, look, at);
  return result;
}

void report_missing_glyphs(TextContext const& context, std::string_view text, FontChoice font,
                           base::SourceLocation at) {
  for (auto const& glyph : context.fonts.shape(text, font)) {
    if (glyph.font != FontId::none) continue;
    std::size_t offset = glyph.cluster;
    context.unprintable.add(base::next_character(text, offset), font.list, at);
  }
}

namespace {

class LinePlacer {
 public:
  LinePlacer(TextContext const& context, StyledText const& text, ShapedText const& shaped, LineRange const& range,
             std::vector<float> const& spaces)
      : context_(context), text_(text), shaped_(shaped), range_(range), spaces_(spaces) {}

  Line place(double leading) {
    measure(leading);
    xs_.reserve(range_.end - range_.begin + 1);
    for (auto i = range_.begin; i < range_.end;) i = add_span(i);
    add_readings();
    auto visible = visible_end(shaped_.clusters, range_.begin, range_.end);
    line_.width = visible > range_.begin ? xs_[visible - range_.begin - 1] + shaped_.clusters[visible - 1].width : 0;
    return std::move(line_);
  }

 private:
  /// Height and baseline; a line grows upwards for readings and pictures.
  void measure(double leading) {
    float size = range_.begin < range_.end ? 0 : float(context_.style.body.size);
    double above = 0;
    for (auto i = range_.begin; i < range_.end;) {
      auto const& span = text_.spans[shaped_.clusters[i].span];
      size = std::max(size, span.look.size);
      double gap = std::max(0.0, leading - span.look.size) / 2;
      if (span.ruby >= 0)
        above = std::max(above, 0.88 * span.look.size + 1.1 * reading_size(context_, span.look.size) - gap);
      if (span.object >= 0 && !text_.objects[std::size_t(span.object)].answer)
        above = std::max(above, text_.objects[std::size_t(span.object)].height);
      for (auto now = shaped_.clusters[i].span; i < range_.end && shaped_.clusters[i].span == now;) ++i;
    }
    auto metrics = context_.fonts.metrics({});
    double ascent = metrics.ascent * size / 1000;
    double descent = metrics.descent * size / 1000;
    line_.baseline = (leading - ascent - descent) / 2 + ascent;
    double growth = std::max(0.0, above - line_.baseline);
    line_.baseline += growth;
    line_.height = leading + growth;
  }

  /// All clusters of one span that stand on this line.
  std::uint32_t add_span(std::uint32_t first) {
    auto const& span = text_.spans[shaped_.clusters[first].span];
    auto end = first;
    double begin_x = pen_ + spaces_[first - range_.begin];
    while (end < range_.end && shaped_.clusters[end].span == shaped_.clusters[first].span) ++end;
    if (span.object >= 0) {
      pen_ = begin_x;
      add_object(span, shaped_.clusters[first]);
      run_before_.reset();
    } else {
      add_runs(span, first, end);
    }
    decorate(span, begin_x, pen_);
    return end;
  }

  void add_object(InlineSpan const& span, Cluster const& cluster) {
    auto const& object = text_.objects[std::size_t(span.object)];
    xs_.push_back(pen_);
    if (object.answer) {
      for (auto& item : availability_mark(context_.style, context_.fonts, *object.answer, span.look.size, pen_,
                                          line_.baseline, TagId(span.tag)))
        line_.items.push_back(std::move(item));
    } else {
      Rectangle area{pen_, line_.baseline - object.height, object.width, object.height};
      line_.items.emplace_back(Picture{area, object.image, TagId(span.tag)});
    }
    pen_ += cluster.width;
  }

  void add_runs(InlineSpan const& span, std::uint32_t first, std::uint32_t end) {
    auto const& glyphs = *shaped_.glyphs[shaped_.clusters[first].span];
    TextRun* run = nullptr;
    for (auto i = first; i < end; ++i) {
      auto const& cluster = shaped_.clusters[i];
      float space = spaces_[i - range_.begin];
      if (run && space != 0) run->glyphs.back().advance += space;
      pen_ += space;
      xs_.push_back(pen_);
      if (cluster.glyphs > 0) {
        auto face = glyphs[cluster.first_glyph].font;
        if (!run || run->font != face) {
          fill_to(pen_ + glyphs[cluster.first_glyph].x_offset * span.look.size / 1000 - cluster.shift);
          run = &start_run(span, face, end - i);
        }
        add_glyphs(*run, cluster, glyphs, span.look.size / 1000);
      } else if (run) {
        run->glyphs.back().advance += cluster.width;
      }
      pen_ += cluster.width;
    }
  }

  /// What stands before reaches to this place: the space between two runs belongs to the text.
  void fill_to(double place) {
    if (!run_before_) return;
    auto& run = std::get<TextRun>(line_.items[*run_before_]);
    double end = run.origin.x;
    for (auto const& glyph : run.glyphs) end += glyph.advance;
    run.glyphs.back().advance += float(place - end);
  }

  TextRun& start_run(InlineSpan const& span, FontId face, std::size_t expected) {
    auto const& look = span.look;
    model::Point origin{pen_, line_.baseline - look.raised};
    line_.items.emplace_back(TextRun{origin, face, look.size, false, look.colour, TagId(span.tag), "", {}, span.at});
    run_before_ = line_.items.size() - 1;
    auto& run = std::get<TextRun>(line_.items.back());
    run.glyphs.reserve(expected);
    return run;
  }

  void add_glyphs(TextRun& run, Cluster const& cluster, std::vector<ShapedGlyph> const& glyphs, float em) {
    auto offset = std::uint32_t(run.text.size());
    run.text.append(text_.text, cluster.begin, cluster.end - cluster.begin);
    float rest = cluster.width;
    for (std::uint32_t g = cluster.first_glyph; g < cluster.first_glyph + cluster.glyphs; ++g) {
      bool last = g + 1 == cluster.first_glyph + cluster.glyphs;
      float advance = last ? rest : glyphs[g].advance * em;
      rest -= advance;
      run.glyphs.push_back(
          {offset, glyphs[g].glyph, advance, glyphs[g].x_offset * em - cluster.shift, glyphs[g].y_offset * em});
    }
  }

  void decorate(InlineSpan const& span, double from, double to) {
    double size = span.look.size;
    auto rule = [&](double y) {
      line_.items.emplace_back(Box{{from, y, to - from, context_.style.underline}, 0, span.look.colour, {}, 0});
    };
    if (span.look.underlined) rule(line_.baseline + size * 0.17);
    if (span.look.struck) rule(line_.baseline - size * 0.38);
    if (span.link < 0) return;
    auto const& link = text_.links[std::size_t(span.link)];
    Rectangle area{from, line_.baseline - size * 0.95, to - from, size * 1.2};
    line_.links.push_back({area, link.target.url, link.target.destination, link.description, TagId(link.tag)});
  }

  void add_readings() {
    auto before = [](PlacedReading const& reading, std::uint32_t cluster) { return reading.first < cluster; };
    auto found = std::lower_bound(shaped_.readings.begin(), shaped_.readings.end(), range_.begin, before);
    for (; found != shaped_.readings.end() && found->first < range_.end; ++found) {
      auto reading = *found;
      if (reading.end > range_.end) continue;
      double from = xs_[reading.first - range_.begin];
      auto last = reading.end - 1;
      double to = xs_[last - range_.begin] + shaped_.clusters[last].width;
      // Nothing hangs over the edge of the column.
      if (reading.first == range_.begin) reading.overhang = 0;
      for (auto& item : reading_items(context_, text_, reading, from, to - from, line_.baseline))
        line_.items.push_back(std::move(item));
    }
  }

  TextContext const& context_;
  StyledText const& text_;
  ShapedText const& shaped_;
  LineRange const& range_;
  std::vector<float> const& spaces_;
  Line line_;
  std::vector<double> xs_;  ///< where each cluster of the line begins
  double pen_ = 0;
  std::optional<std::size_t> run_before_;  ///< index of the run that the next one follows, if no object parts them
};

using model::Alignment;

std::vector<LineRange> ranges_of(ShapedText& shaped, StyledText const& text, Setting const& setting) {
  if (shaped.clusters.empty()) return {};
  auto count = std::uint32_t(shaped.clusters.size());
  bool one_line = shaped.natural <= setting.width + 0.01 && !shaped.forced_breaks;
  if (one_line) return {{0, count, shaped.natural, true}};
  bool held = setting.fit == Fit::balanced || setting.breaking == base::LineBreaking::phrase;
  mark_breaks(shaped, text, setting.breaking, held ? Items::held : Items::loose);
  return break_lines(shaped.clusters, setting.width, setting.fit);
}

double indent_of(Setting const& setting, double width) {
  if (setting.alignment == Alignment::centre) return (setting.width - width) / 2;
  return setting.alignment == Alignment::end ? setting.width - width : 0;
}

std::vector<float> spaces_of(ShapedText const& shaped, LineRange const& line, Setting const& setting) {
  bool too_wide = line.natural > setting.width;
  bool justify = setting.fit == Fit::justified && !line.last;
  return too_wide || justify ? justified_spaces(shaped.clusters, line, setting.width)
                             : natural_spaces(shaped.clusters, line);
}

}  // namespace

double Lines::height() const {
  double sum = 0;
  for (auto const& line : lines) sum += line.height;
  return sum;
}

double place_lines(Lines& lines, double x, double y, std::vector<Item>& items, std::vector<LinkArea>& links,
                   std::vector<TagId> const& tags) {
  for (auto& line : lines.lines) {
    resolve_tags(line.items, tags);
    shift(line.items, x, y);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(items));
    if (!line.links.empty()) {
      resolve_tags(line.links, tags);
      shift(line.links, x, y);
      std::move(line.links.begin(), line.links.end(), std::back_inserter(links));
    }
    y += line.height;
  }
  return y;
}

double place_decoration(Lines& lines, double x, double y, std::vector<Item>& items) {
  std::vector<LinkArea> links;
  return place_lines(lines, x, y, items, links, std::vector<TagId>(lines.tags.size() + 1, TagId::artifact));
}

Lines set_lines(TextContext const& context, StyledText text, Setting const& setting) {
  for (auto& object : text.objects) {
    if (object.image.empty() || object.width <= setting.width) continue;
    object.height *= setting.width / object.width;
    object.width = setting.width;
  }
  auto shaped = shape(context, text);
  return set_lines(context, std::move(text), std::move(shaped), setting);
}

Lines set_lines(TextContext const& context, StyledText text, ShapedText shaped, Setting const& setting) {
  Lines result;
  auto ranges = ranges_of(shaped, text, setting);
  result.lines.reserve(ranges.size());
  for (auto const& range : ranges) {
    auto spaces = spaces_of(shaped, range, setting);
    auto line = LinePlacer(context, text, shaped, range, spaces).place(setting.leading);
    double indent = indent_of(setting, line.width);
    if (indent != 0) {
      shift(line.items, indent, 0);
      shift(line.links, indent, 0);
    }
    result.lines.push_back(std::move(line));
  }
  result.tags = std::move(text.tags);
  return result;
}

}  // namespace tebiki::pdf
