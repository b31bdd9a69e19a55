#include "pdf/text/paragraph.hpp"

#include "pdf/text/line_items.hpp"

namespace tebiki::pdf {

namespace {

using model::Alignment;

std::vector<LineRange> ranges_of(ShapedText& shaped, InlineText const& text, Setting const& setting) {
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

Lines set_lines(LayoutContext const& context, InlineText text, Setting const& setting) {
  for (auto& object : text.objects) {
    if (object.image.empty() || object.width <= setting.width) continue;
    object.height *= setting.width / object.width;
    object.width = setting.width;
  }
  auto shaped = shape(context, text);
  return set_lines(context, std::move(text), std::move(shaped), setting);
}

Lines set_lines(LayoutContext const& context, InlineText text, ShapedText shaped, Setting const& setting) {
  Lines result;
  for (auto const& range : ranges_of(shaped, text, setting)) {
    auto spaces = spaces_of(shaped, range, setting);
    auto line = line_items(context, text, shaped, range, spaces, setting.leading);
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
