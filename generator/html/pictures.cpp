#include "html/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "base/images.hpp"
#include "html/escape.hpp"

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
    append_url_path(encoded, path);
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

struct ShapeWriter {
  std::string& out;

  void operator()(model::PathShape const& shape) {
    out += "<path d=\"" + path_data(shape.steps) + '"' + paint("fill", shape.fill) +
           outline(shape.stroke, shape.stroke_width) + "/>";
  }

  void operator()(model::RectangleShape const& shape) {
    fmt::format_to(std::back_inserter(out), "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                   number(shape.corner.x), number(shape.corner.y), number(shape.width), number(shape.height));
    if (shape.radius > 0) out += " rx=\"" + number(shape.radius) + '"';
    out += paint("fill", shape.fill) + outline(shape.stroke, shape.stroke_width) + "/>";
  }

  void operator()(model::TextShape const& shape) {
    fmt::format_to(std::back_inserter(out), "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>",
                   number(shape.baseline.x), number(shape.baseline.y), number(shape.size), model::css(shape.colour),
                   shape.bold ? " font-weight=\"700\"" : "", anchor(shape.anchor));
    append_escaped(out, shape.text);
    out += "</text>";
  }
};

}  // namespace

void append_svg(std::string& out, model::Drawing const& drawing, std::string_view alternative) {
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
  for (auto const& shape : drawing.shapes) std::visit(ShapeWriter{out}, shape);
  out += "</svg>";
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
    if (named.contains(&image)) files.push_back({path, base::with_orientation(image.bytes, image.info.orientation)});
  }
}

}  // namespace tebiki::html
