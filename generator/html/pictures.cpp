#include "html/page_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "base/images.hpp"
#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view folder = "images/";

bool can_name_pictures(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".css") || path.ends_with(".js");
}

/// Where an address may begin: an attribute, a style sheet's `url(`, a string, or a way up from a page.
bool begins_address(std::string_view text, std::size_t at) {
  return at > 0 && std::string_view("\"'(/=").find(text[at - 1]) != std::string_view::npos;
}

/// The site's pictures by the addresses under which pages, templates and style sheets name them.
std::map<std::string, model::ImageFile const*, std::less<>> by_address(model::Site const& site) {
  std::map<std::string, model::ImageFile const*, std::less<>> found;
  for (auto const& [path, image] : site.images) {
    std::string encoded;
    model::append_url_path(encoded, path);
    found.emplace(path, &image);
    found.emplace(encoded, &image);
  }
  return found;
}

/// Hundredths of a point are finer than any screen; what is no number is drawn at the edge.
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  double const rounded = std::round(value * 100) / 100;
  return fmt::format("{:g}", std::abs(rounded) < 1e6 ? rounded + 0.0 : 0.0);
}

std::string paint(std::string_view name, std::optional<model::Colour> const& colour) {
  return fmt::format(" {}=\"{}\"", name, colour ? model::css(*colour) : "none");
}

std::string outline(std::optional<model::Colour> const& stroke, double width) {
  if (!stroke) return {};
  return paint("stroke", stroke) + fmt::format(" stroke-width=\"{}\"", number(width));
}

std::string point(model::Point at) { return number(at.x) + ' ' + number(at.y); }

std::string path_data(std::vector<model::PathStep> const& steps) {
  std::string data;
  for (auto const& step : steps) {
    switch (step.kind) {
      case model::PathStep::Kind::move:
        data += 'M' + point(step.to);
        break;
      case model::PathStep::Kind::line:
        data += 'L' + point(step.to);
        break;
      case model::PathStep::Kind::curve:
        data += 'C' + point(step.control1) + ' ' + point(step.control2) + ' ' + point(step.to);
        break;
      case model::PathStep::Kind::close:
        data += 'Z';
        break;
    }
  }
  return data;
}

char const* anchor(model::TextShape::Anchor anchor) {
  switch (anchor) {
    case model::TextShape::Anchor::start:
      return "";
    case model::TextShape::Anchor::middle:
      return " text-anchor=\"middle\"";
    case model::TextShape::Anchor::end:
      return " text-anchor=\"end\"";
  }
  return "";
}

class ShapeWriter {
 public:
  ShapeWriter(std::string& out, PageIds& ids) : out_(out), ids_(ids) {}

  void operator()(model::PathShape const& shape) { area("<path d=\"" + path_data(shape.steps) + '"', shape); }

  void operator()(model::RectangleShape const& shape) {
    auto element = fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(shape.corner.x),
                               number(shape.corner.y), number(shape.width), number(shape.height));
    if (shape.radius > 0) element += " rx=\"" + number(shape.radius) + '"';
    area(element, shape);
  }

  /// The group around it says the font.
  void operator()(model::TextShape const& shape) {
    fmt::format_to(std::back_inserter(out_), "<text x=\"{}\" y=\"{}\" fill=\"{}\"", number(shape.baseline.x),
                   number(shape.baseline.y), model::css(shape.colour));
    if (shape.angle != 0)
      out_ += fmt::format(" transform=\"rotate({} {})\"", number(shape.angle), point(shape.baseline));
    out_ += '>';
    lines(shape);
    out_ += "</text>";
  }

  /// Texts of one font, with what stands between them, are a group that says it: a map holds hundreds.
  void operator()(std::vector<model::Shape> const& shapes) {
    for (auto shape = shapes.begin(); shape != shapes.end();) {
      auto const font = font_of(*shape);
      auto const has_other = [&](model::Shape const& next) {
        auto const other = font_of(next);
        return !other.empty() && other != font;
      };
      auto const end = font.empty() ? shape + 1 : std::find_if(shape, shapes.end(), has_other);
      if (!font.empty()) out_ += "<g" + font + '>';
      for (; shape != end; ++shape) std::visit(*this, *shape);
      if (!font.empty()) out_ += "</g>";
    }
  }

  void operator()(model::GroupShape const& group) {
    std::string attributes;
    if (group.origin.x != 0 || group.origin.y != 0)
      attributes = " transform=\"translate(" + point(group.origin) + ")\"";
    if (!group.clip.empty()) {
      auto const id = ids_.numbered("clip");
      out_ += "<clipPath id=\"" + id + "\"><path d=\"" + path_data(group.clip) + "\"/></clipPath>";
      attributes += " clip-path=\"url(#" + id + ")\"";
    }
    out_ += "<g" + attributes + '>';
    (*this)(group.shapes);
    out_ += "</g>";
  }

 private:
  /// Attributes; empty where the shape is no text.
  static std::string font_of(model::Shape const& shape) {
    auto const* text = std::get_if<model::TextShape>(&shape);
    if (!text) return {};
    return fmt::format(" font-size=\"{}\"{}{}", number(text->size), text->bold ? " font-weight=\"700\"" : "",
                       anchor(text->anchor));
  }

  /// The element filled, hatched, then stroked.
  template <class Shape>
  void area(std::string const& element, Shape const& shape) {
    auto fill = paint("fill", shape.fill);
    if (shape.hatching) {
      auto const id = hatching(*shape.hatching);
      if (shape.fill) out_ += element + fill + "/>";
      fill = " fill=\"url(#" + id + ")\"";
    }
    out_ += element + fill + outline(shape.stroke, shape.stroke_width);
    if (shape.stroke && !shape.dashes.empty()) {
      std::string lengths;
      for (double length : shape.dashes) lengths += (lengths.empty() ? "" : " ") + number(length);
      out_ += " stroke-dasharray=\"" + lengths + '"';
    }
    out_ += "/>";
  }

  std::string hatching(model::Hatching const& hatching) {
    auto const id = ids_.numbered("hatching");
    fmt::format_to(std::back_inserter(out_),
                   "<pattern id=\"{0}\" width=\"{1}\" height=\"{1}\" patternUnits=\"userSpaceOnUse\" "
                   "patternTransform=\"rotate({2})\"><rect width=\"{1}\" height=\"{3}\" fill=\"{4}\"/></pattern>",
                   id, number(hatching.distance), number(hatching.angle), number(hatching.width),
                   model::css(hatching.colour));
    return id;
  }

  void lines(model::TextShape const& shape) {
    std::string_view rest = shape.text;
    if (rest.find('\n') == rest.npos) return append_escaped(out_, rest);
    for (double y = shape.baseline.y; !rest.empty(); y += shape.leading * shape.size) {
      auto const line = rest.substr(0, rest.find('\n'));
      fmt::format_to(std::back_inserter(out_), "<tspan x=\"{}\" y=\"{}\">", number(shape.baseline.x), number(y));
      append_escaped(out_, line);
      out_ += "</tspan>";
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
  }

  std::string& out_;
  PageIds& ids_;
};

}  // namespace

void append_svg(std::string& out, model::Drawing const& drawing, std::string_view alternative, PageIds& ids) {
  auto const width = number(drawing.width);
  auto const height = number(drawing.height);
  fmt::format_to(std::back_inserter(out), "<svg class=\"drawing\" viewBox=\"0 0 {} {}\" width=\"{}pt\" height=\"{}pt\"",
                 width, height, width, height);
  if (alternative.empty()) {
    out += " aria-hidden=\"true\">";
  } else {
    out += " role=\"img\"><title>";
    append_escaped(out, alternative);
    out += "</title>";
  }
  ShapeWriter writer(out, ids);
  writer(drawing.shapes);
  out += "</svg>";
}

std::vector<TemplateData> places_of(model::Figure const& map, PageState const& state) {
  if (map.places.empty()) return {};
  std::string data;
  for (auto const& place : map.places) {
    data += fmt::format("{}[{},{:.6f},{:.6f}", data.empty() ? '[' : ',', place.number, place.at.y, place.at.x);
    auto const page = place.number > 0 ? state.inlines.href(place.page) : std::string();
    for (auto const words :
         {std::string_view(place.name), place.tel.written(), place.tel.address(), std::string_view(page)}) {
      data += ',';
      base::append_json_string(data, words);
    }
    data += ']';
  }
  auto const& source = state.context.site.outside.map_attribution;
  return {TemplateData().text("source", source).text("data", data + ']')};
}

std::vector<TemplateData> map_of(model::Directory const& directory, PageState& state) {
  if (!directory.map) return {};
  auto const& map = *directory.map;
  std::string picture;
  append_svg(picture, std::get<model::Drawing>(map.picture), map.alternative, state.ids);
  return {TemplateData()
              .text("picture", std::move(picture))
              .text("caption", state.inlines.html(map.caption))
              .list("places", places_of(map, state))};
}

void add_named_pictures(model::Site const& site, std::vector<model::OutputFile>& files) {
  if (site.images.empty()) return;
  auto const pictures = by_address(site);
  std::set<model::ImageFile const*> named;
  for (auto const& file : files) {
    if (!can_name_pictures(file.path)) continue;
    std::string_view const text = file.bytes;
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder, at + 1)) {
      if (!begins_address(text, at)) continue;
      auto const end = std::min(text.find_first_of("\"'()<>\n?#", at), text.size());
      if (auto found = pictures.find(text.substr(at, end - at)); found != pictures.end()) named.insert(found->second);
    }
  }
  for (auto const& [path, image] : site.images) {
    if (named.contains(&image)) files.push_back({path, base::with_orientation(*image.bytes, image.info.orientation)});
  }
}

}  // namespace tebiki::html
