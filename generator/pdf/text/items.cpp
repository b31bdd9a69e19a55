#include "pdf/text/items.hpp"

#include <algorithm>
#include <cmath>

#include "base/unicode.hpp"
#include "model/visit.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/text/line_breaking.hpp"

namespace tebiki::pdf {

namespace {

/// The tag of an item, or nullptr for what is decoration always.
TagId* tag_of(Item& item) {
  return std::visit(
      model::Overloaded{[](Box&) -> TagId* { return nullptr; }, [](Leader&) -> TagId* { return nullptr; },
                        [](TextRun& run) { return &run.tag; }, [](Picture& picture) { return &picture.tag; },
                        [](PlacedDrawing& drawing) { return &drawing.tag; },
                        [](Widget& widget) { return &widget.tag; }},
      item);
}

}  // namespace

void resolve_tags(std::vector<Item>& items, std::vector<TagId> const& tags) {
  for (auto& item : items)
    if (auto* tag = tag_of(item); tag && *tag != TagId::artifact) *tag = tags[std::size_t(*tag)];
}

void resolve_tags(std::vector<LinkArea>& links, std::vector<TagId> const& tags) {
  for (auto& link : links)
    if (link.tag != TagId::artifact) link.tag = tags[std::size_t(link.tag)];
}

void shift(Item& item, double x, double y) {
  auto const move = [&](Rectangle& area) {
    area.x += x;
    area.y += y;
  };
  std::visit(model::Overloaded{[&](TextRun& run) {
                                 run.origin = {run.origin.x + x, run.origin.y + y};
                               },
                               [&](Box& box) { move(box.area); }, [&](Leader& leader) { move(leader.area); },
                               [&](Picture& picture) { move(picture.area); },
                               [&](PlacedDrawing& drawing) { move(drawing.area); },
                               [&](Widget& widget) { move(widget.area); }},
             item);
}

void shift(std::vector<Item>& items, double x, double y) {
  for (auto& item : items) shift(item, x, y);
}

void shift(std::vector<LinkArea>& links, double x, double y) {
  for (auto& link : links) {
    link.area.x += x;
    link.area.y += y;
  }
}

void make_artifacts(std::vector<Item>& items) {
  for (auto& item : items)
    if (auto* tag = tag_of(item)) *tag = TagId::artifact;
}

namespace {

double start_of(model::TextShape::Anchor anchor, double width) {
  using enum model::TextShape::Anchor;
  return anchor == start ? 0 : anchor == middle ? -width / 2 : -width;
}

std::vector<TextRun> runs_of(Fonts const& fonts, model::TextShape const& shape, double size) {
  std::vector<TextRun> runs;
  TextLook look{{FontChoice::List::body, shape.bold, false}, float(size), shape.colour};
  double y = 0;
  for (std::string_view rest = shape.text; !rest.empty();) {
    auto line = rest.substr(0, rest.find('\n'));
    double x = start_of(shape.anchor, text_width(fonts, line, look.font, size));
    for (auto& run : text_runs(fonts, line, look, {x, y}, TagId::artifact)) runs.push_back(std::move(run));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    y += shape.leading * size;
  }
  return runs;
}

}  // namespace

DrawingScale::DrawingScale(PlacedDrawing const& placed)
    : x(placed.drawing.width > 0 ? placed.area.width / placed.drawing.width : 1),
      y(placed.drawing.height > 0 ? placed.area.height / placed.drawing.height : 1),
      size(std::sqrt(x * y)) {}

PlacedDrawing placed(Fonts const& fonts, model::Drawing drawing, Rectangle const& area, TagId tag) {
  PlacedDrawing result{area, std::move(drawing), tag};
  double size = DrawingScale(result).size;
  model::for_each_text_shape(result.drawing.shapes, [&](model::TextShape const& shape) {
    result.words.push_back(runs_of(fonts, shape, shape.size * size));
  });
  return result;
}

namespace {

constexpr std::string_view ellipsis = "…";

/// Where the words may end: after each character that no number goes on behind.
std::vector<std::size_t> ends_of(std::string_view words) {
  std::vector<std::size_t> ends;
  auto numbers = unbreakable_ranges(words);
  auto number = numbers.begin();
  for (std::size_t at = 0; at < words.size();) {
    base::next_character(words, at);
    while (number != numbers.end() && number->end <= at) ++number;
    bool within = number != numbers.end() && number->begin < at;
    if (!within) ends.push_back(at);
  }
  return ends;
}

/// The words up to there, with “…” in the place of blanks, commas and what follows.
std::string ending_at(std::string_view words, std::size_t end) {
  words = words.substr(0, end);
  for (bool more = true; more;) {
    more = false;
    for (std::string_view mark : {" ", "　", "、", "，", "…"})
      if (words.ends_with(mark)) words.remove_suffix(mark.size()), more = true;
  }
  return std::string(words) + std::string(ellipsis);
}

}  // namespace

FittedLine fit_line(Fonts const& fonts, std::string_view words, TextLook look, double width, double least) {
  FittedLine line{std::string(words), look, text_width(fonts, words, look.font, look.size)};
  if (line.width <= width) return line;
  double size = std::clamp(look.size * width / line.width, std::min<double>(least, look.size), double(look.size));
  line.width *= size / look.size;
  line.look.size = float(size);
  if (line.width <= width + 0.01) return line;
  auto ends = ends_of(words);
  // Widths grow with the words, so the last end that fits is found by halving.
  auto fits = [&](std::size_t end) { return text_width(fonts, ending_at(words, end), look.font, size) <= width; };
  auto cut = std::partition_point(ends.begin(), ends.end(), fits);
  if (cut == ends.begin()) return line;
  line.words = ending_at(words, *std::prev(cut));
  line.width = text_width(fonts, line.words, look.font, size);
  return line;
}

std::string shortened(std::string_view words, std::size_t bytes) {
  auto ends = ends_of(words);
  auto cut = std::upper_bound(ends.begin(), ends.end(), bytes);
  return cut == ends.begin() ? std::string(words) : ending_at(words, *std::prev(cut));
}

namespace {

/// Distance of the lines of a long label, in ems, and what the first takes of its column.
constexpr double line_distance = 1.2, first_line = 1.35;

/// Where text is best parted between two bytes, nearest to the middle; its end where nothing ends thereabouts.
std::size_t break_near(std::string const& text, std::size_t from, std::size_t wanted, base::LineBreaking breaking) {
  auto distance = [&](std::size_t at) { return std::abs(double(at) - double(wanted)); };
  std::size_t best = from;
  for (auto at : base::line_breaks(text, breaking))
    if (at > from && distance(at) < distance(best)) best = at;
  bool near = best > from && best < text.size() && distance(best) < double(wanted - from) / 2;
  return near ? best : text.size();
}

std::vector<std::string> parted(std::string const& text, std::size_t count, base::LineBreaking breaking) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t i = count; i > 1 && from < text.size(); --i) {
    auto at = break_near(text, from, from + (text.size() - from) / i, breaking);
    lines.push_back(text.substr(from, at - from));
    from = at;
  }
  if (from < text.size()) lines.push_back(text.substr(from));
  return lines;
}

/// Smaller, and shortened where even the least size is too long.
void squeeze(Fonts const& fonts, UprightLabel& label, double longest, double least) {
  double size = label.look.size;
  label.look.size = float(std::clamp(size * longest / label.length, least, size));
  label.length = 0;
  for (auto& line : label.lines) {
    auto fitted = fit_line(fonts, line, label.look, longest, least);
    label.shortened = label.shortened || fitted.words != line;
    line = fitted.words;
    label.length = std::max(label.length, fitted.width);
  }
}

}  // namespace

double UprightLabel::breadth() const {
  return look.size * (first_line + line_distance * (double(std::max<std::size_t>(1, lines.size())) - 1));
}

UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, UprightRoom const& room) {
  look.font.vertical = true;
  std::vector<UprightLabel> trials;
  auto attempt = [&](std::vector<std::string> lines) {
    double longest = 0;
    for (auto const& line : lines) longest = std::max(longest, text_width(fonts, line, look.font, look.size));
    trials.push_back({std::move(lines), look, longest});
    return longest <= room.longest;
  };
  if (attempt({text})) return std::move(trials.back());
  for (auto breaking : {base::LineBreaking::phrase, base::LineBreaking::strict})
    for (std::size_t count = 2; count <= room.most_lines; ++count)
      if (attempt(parted(text, count, breaking)) && breaking == base::LineBreaking::phrase)
        return std::move(trials.back());
  double least = std::min(room.least_size, double(look.size));
  auto fits = [&](UprightLabel const& label) { return label.length * least / look.size <= room.longest; };
  auto found = std::find_if(trials.begin(), trials.end(), fits);
  auto label = found == trials.end() ? std::move(trials.back()) : std::move(*found);
  if (label.length > room.longest) squeeze(fonts, label, room.longest, least);
  return label;
}

std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, double middle, double top, TagId tag) {
  std::vector<TextRun> runs;
  double distance = label.look.size * line_distance;
  double x = middle + distance * (double(label.lines.size()) - 1) / 2;
  for (auto const& line : label.lines) {
    for (auto& run : text_runs(fonts, line, label.look, {x, top}, tag)) runs.push_back(std::move(run));
    x -= distance;
  }
  return runs;
}

namespace {

using model::Availability;

struct MarkLook {
  std::optional<model::Colour> fill;
  std::optional<model::Colour> stroke;
  model::Colour ink;
};

MarkLook mark_look(model::PrintStyle const& style, Availability answer) {
  switch (answer) {
    case Availability::yes:
      return {style.yes, {}, style.on_dark};
    case Availability::ask:
      return {{}, style.ask, style.ask};
    case Availability::no:
      return {style.no, {}, style.pale_ink};
    case Availability::unanswered:
      break;
  }
  return {{}, {}, style.pale_ink};
}

/// The square stands so that its middle meets the middle of a kanji: 0.38 em above the baseline.
constexpr double middle = 0.38;
/// The sign in it.
constexpr double glyph_ems = 0.86;

}  // namespace

double availability_mark_side(model::PrintStyle const& style, double size) { return size * style.mark_size; }

std::vector<Item> availability_mark(model::PrintStyle const& style, Fonts const& fonts, Availability answer,
                                    double size, double x, double baseline, TagId tag) {
  auto look = mark_look(style, answer);
  double side = availability_mark_side(style, size), stroke = style.mark_stroke;
  Rectangle square{x, baseline - size * middle - side / 2, side, side};
  std::vector<Item> items;
  if (look.stroke) {
    items.push_back(Box{{x + stroke / 2, square.y + stroke / 2, side - stroke, side - stroke},
                        style.mark_stroke_radius,
                        {},
                        look.stroke,
                        stroke});
  } else if (look.fill) {
    items.push_back(Box{square, style.mark_radius, look.fill, {}, 0});
  }
  auto glyph_size = float(std::max(style.least_size, size * glyph_ems));
  FontChoice font{FontChoice::List::body, true, false};
  double width = text_width(fonts, model::sign(answer), font, glyph_size);
  model::Point origin{x + (side - width) / 2, baseline - size * middle + glyph_size * middle};
  for (auto& run : text_runs(fonts, model::sign(answer), {font, glyph_size, look.ink}, origin, tag))
    items.emplace_back(std::move(run));
  return items;
}

}  // namespace tebiki::pdf
