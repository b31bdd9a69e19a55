/// Frames as text, for golden files.
#pragma once
#include <fmt/format.h>

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {
namespace dumping {

/// Two decimals, no trailing zeros, no negative zero: stable in golden files.
inline std::string number(double value) {
  auto text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

inline std::string name(TagId tag) {
  return tag == TagId::artifact ? "artifact" : fmt::format("#{}", std::size_t(tag));
}

inline std::string place(Rectangle const& area) {
  return fmt::format("{},{} {}x{}", number(area.x), number(area.y), number(area.width), number(area.height));
}

inline double length(TextRun const& run) {
  double sum = 0;
  for (auto const& glyph : run.glyphs) sum += glyph.advance;
  return sum;
}

inline std::string line(TextRun const& run) {
  return fmt::format("{} {},{} +{} {}pt font{} {} {} \"{}\"", run.vertical ? "upright" : "text", number(run.origin.x),
                     number(run.origin.y), number(length(run)), number(run.size), std::size_t(run.font),
                     model::css(run.colour), name(run.tag), run.text);
}

inline std::string line(Box const& box) {
  auto result = "box " + place(box.area);
  if (box.radius > 0) result += " radius " + number(box.radius);
  if (box.fill) result += " fill " + model::css(*box.fill);
  if (box.stroke) result += fmt::format(" stroke {} {}", model::css(*box.stroke), number(box.stroke_width));
  return result;
}

inline std::string line(Leader const& leader) {
  return fmt::format("leader {} {} every {} {}", place(leader.area), leader.count, number(leader.distance),
                     model::css(leader.colour));
}

inline std::string line(Picture const& picture) {
  return fmt::format("picture {} {} {}", place(picture.area), picture.path, name(picture.tag));
}

inline std::string line(Widget const& widget) {
  constexpr std::array kinds{"text", "long text", "digits", "mark", "one of", "list"};
  return fmt::format("field {} {} \"{}\" {}", place(widget.area), kinds.at(std::size_t(widget.kind)), widget.field,
                     name(widget.tag));
}

inline std::string line(PlacedDrawing const& drawing) {
  return fmt::format("drawing {} {} shapes {}", place(drawing.area), drawing.drawing.shapes.size(), name(drawing.tag));
}

inline std::string line(LinkArea const& link) {
  auto where = link.destination.empty() ? link.url : "@" + link.destination;
  return fmt::format("link {} {} {} \"{}\"", place(link.area), where, name(link.tag), link.description);
}

inline std::string details(TagDetail const* detail) {
  if (!detail) return "";
  std::string result;
  if (!detail->alternative.empty()) result += fmt::format(" alt=\"{}\"", detail->alternative);
  if (!detail->actual_text.empty()) result += fmt::format(" actual=\"{}\"", detail->actual_text);
  if (detail->scope != Scope::none) result += detail->scope == Scope::row ? " scope=row" : " scope=column";
  if (detail->row_span > 1) result += fmt::format(" rows={}", detail->row_span);
  if (detail->column_span > 1) result += fmt::format(" columns={}", detail->column_span);
  return result;
}

inline std::string tag_tree(StructureTree const& tags) {
  std::vector<std::vector<std::size_t>> children(tags.size());
  for (std::size_t i = 1; i < tags.size(); ++i) children[std::size_t(tags.parent(TagId(i)))].push_back(i);
  std::string result;
  auto write = [&](auto const& self, std::size_t tag, std::size_t depth) -> void {
    result += fmt::format("{:{}}{} #{}{}\n", "", depth * 2, name_of(tags.role(TagId(tag))), tag,
                          details(tags.find_detail(TagId(tag))));
    for (auto child : children[tag]) self(self, child, depth + 1);
  };
  write(write, 0, 0);
  return result;
}

inline void add_bookmarks(std::string& result, std::vector<Bookmark> const& bookmarks, std::size_t depth) {
  for (auto const& bookmark : bookmarks) {
    result += fmt::format("{:{}}\"{}\" page {} at {}\n", "", depth * 2, bookmark.title, bookmark.target.page + 1,
                          number(bookmark.target.y));
    add_bookmarks(result, bookmark.children, depth + 1);
  }
}

}  // namespace dumping

/// Every item with its place, and the tag tree.
inline std::string dump(Frames const& frames) {
  std::string result;
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    auto const& page = frames.pages[i];
    result += fmt::format("page {} \"{}\" {}x{}\n", i + 1, page.label, dumping::number(page.width),
                          dumping::number(page.height));
    for (auto const& item : page.items)
      result += "  " + std::visit([](auto const& one) { return dumping::line(one); }, item) + "\n";
    for (auto const& link : page.links) result += "  " + dumping::line(link) + "\n";
  }
  result += "tags\n" + dumping::tag_tree(frames.tags);
  if (!frames.destinations.empty()) result += "destinations\n";
  for (auto const& [anchor, to] : frames.destinations)
    result += fmt::format("  {} page {} at {}\n", anchor, to.page + 1, dumping::number(to.y));
  if (!frames.bookmarks.empty()) result += "bookmarks\n";
  dumping::add_bookmarks(result, frames.bookmarks, 1);
  return result;
}

}  // namespace tebiki::pdf
