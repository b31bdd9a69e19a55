// Marked contents of a content stream (ISO 32000-1 §14.6).
#include "pdf/painting/page_painter.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "pdf/file/pdf_document.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

namespace {

/// The matrix that lays the square of stored rows upright over itself (ISO 32000-1 §8.3.3), y upwards.
struct Placement {
  double a, b, c, d, x, y;
};

Placement placement(base::Orientation orientation) {
  switch (orientation) {
    case base::Orientation::upright:
      break;
    case base::Orientation::mirrored:
      return {-1, 0, 0, 1, 1, 0};
    case base::Orientation::upside_down:
      return {-1, 0, 0, -1, 1, 1};
    case base::Orientation::flipped:
      return {1, 0, 0, -1, 0, 1};
    case base::Orientation::transposed:
      return {0, -1, -1, 0, 1, 1};
    case base::Orientation::turn_right:
      return {0, -1, 1, 0, 0, 1};
    case base::Orientation::anti_transposed:
      return {0, 1, 1, 0, 0, 0};
    case base::Orientation::turn_left:
      return {0, 1, -1, 0, 1, 0};
  }
  return {1, 0, 0, 1, 0, 0};
}

}  // namespace

void ContentStream::point(double x, double y) {
  append_number(out_, x);
  out_ += ' ';
  append_number(out_, state_.page_height - y);
  out_ += ' ';
}

void ContentStream::colour(model::Colour colour, char const* operation) {
  for (int part : {colour.red, colour.green, colour.blue}) {
    std::string thousandths = std::to_string(1000 + (part * 1000 + 127) / 255);
    if (part == 0 || part == 255)
      out_ += part ? "1" : "0";
    else
      out_ += "." + thousandths.substr(1);
    out_ += ' ';
  }
  out_ += operation;
}

void ContentStream::fill_colour(model::Colour to) {
  if (state_.fill == to) return;
  state_.fill = to;
  colour(to, "rg\n");
}

void ContentStream::stroke(model::Colour to, double width) {
  if (state_.stroke != to) colour(to, "RG\n");
  state_.stroke = to;
  if (state_.stroke_width == width) return;
  state_.stroke_width = width;
  append_number(out_, width);
  out_ += " w\n";
}

void ContentStream::rectangle(Rectangle const& area, double radius) {
  if (radius > 0) return path(model::rectangle_path({{area.x, area.y}, area.width, area.height, radius}), {0, 0}, 1, 1);
  point(area.x, area.y + area.height);
  append_number(out_, area.width);
  out_ += ' ';
  append_number(out_, area.height);
  out_ += " re\n";
}

void ContentStream::path(std::vector<model::PathStep> const& steps, model::Point origin, double x_scale,
                         double y_scale) {
  auto at = [&](model::Point p) { point(origin.x + p.x * x_scale, origin.y + p.y * y_scale); };
  using Kind = model::PathStep::Kind;
  for (auto const& step : steps) {
    if (step.kind == Kind::curve) at(step.control1), at(step.control2);
    if (step.kind != Kind::close) at(step.to);
    out_ += step.kind == Kind::move    ? "m\n"
            : step.kind == Kind::line  ? "l\n"
            : step.kind == Kind::curve ? "c\n"
                                       : "h\n";
  }
}

void ContentStream::paint_path(std::optional<model::Colour> const& fill, std::optional<model::Colour> const& stroke) {
  out_ += fill && stroke ? "B\n" : stroke ? "S\n" : fill ? "f\n" : "n\n";
}

void ContentStream::box(Box const& box) {
  if (box.fill) fill_colour(*box.fill);
  if (box.stroke) stroke(*box.stroke, box.stroke_width);
  rectangle(box.area, box.radius);
  paint_path(box.fill, box.stroke);
}

void ContentStream::dashes(std::vector<double> const& lengths, double scale) {
  out_ += '[';
  for (double length : lengths) {
    append_number(out_, length * scale);
    out_ += ' ';
  }
  out_ += "]0 d\n";
}

void ContentStream::push() {
  kept_.push_back(state_);
  out_ += "q\n";
}

void ContentStream::push_rotation(model::Point around, double degrees) {
  push();
  double const angle = degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
  out_ += fmt::format("{:.5f} {:.5f} {:.5f} {:.5f} ", cosine, -sine, sine, cosine);
  point(around.x, around.y);
  out_ += "cm\n";
  state_.page_height = 0;
}

void ContentStream::pop() {
  state_ = std::move(kept_.back());
  kept_.pop_back();
  out_ += "Q\n";
}

void ContentStream::leader(Leader const& leader) {
  double radius = leader.area.width / 2, from = leader.area.x + radius, y = leader.area.y + radius;
  stroke(leader.colour, leader.area.width);
  out_ += "1 J[.01 ";  // a dash of no length at all is left out by some viewers
  append_number(out_, leader.distance - 0.01);
  out_ += "]0 d\n";
  point(from, y);
  out_ += "m\n";
  point(from + double(leader.count - 1) * leader.distance + 0.01, y);
  out_ += "l\nS\n0 J[]0 d\n";
}

void ContentStream::form(std::string_view name, double left, double bottom) {
  out_ += "q 1 0 0 1 ";
  point(left, bottom);
  out_ += "cm/";
  out_ += name;
  out_ += " Do Q\n";
}

void ContentStream::image(std::string_view name, Rectangle const& area, base::Orientation orientation) {
  auto const [a, b, c, d, x, y] = placement(orientation);
  out_ += "q ";
  for (double const value : {a * area.width, b * area.height, c * area.width, d * area.height}) {
    append_number(out_, value);
    out_ += ' ';
  }
  point(area.x + x * area.width, area.y + area.height - y * area.height);
  out_ += "cm /";
  out_ += name;
  out_ += " Do Q\n";
}

void ContentStream::font(std::string_view name, double size) {
  if (state_.font == name && state_.font_size == size) return;
  state_.font = name;
  state_.font_size = size;
  out_ += '/';
  out_ += name;
  out_ += ' ';
  append_number(out_, size);
  out_ += " Tf\n";
}

void ContentStream::move_pen(double x, double y) {
  long long to_x = std::llround(x * 100), to_y = std::llround((state_.page_height - y) * 100);
  append_hundredths(out_, to_x - pen_x_);
  out_ += ' ';
  append_hundredths(out_, to_y - pen_y_);
  out_ += " Td\n";
  pen_x_ = to_x;
  pen_y_ = to_y;
}

void ContentStream::rise(double points) {
  if (state_.rise == points) return;
  state_.rise = points;
  append_number(out_, points);
  out_ += " Ts\n";
}

void ContentStream::embolden(model::Colour colour, double width) {
  stroke(colour, width);
  out_ += "1 j 2 Tr\n";
}

void ContentStream::end_embolden() { out_ += "0 j 0 Tr\n"; }

void ContentStream::raw(std::string_view operators) { out_ += operators; }

ContentStream::Finished ContentStream::finish() {
  change(Mode::graphics);
  end_mark();
  return {std::move(out_), std::move(marks_)};
}

void ContentStream::enter(Mode mode, TagId tag, Role role, Artifact artifact) {
  change(mode);
  if (held_) return;
  Mark const mark{tag, role, tag == TagId::artifact ? artifact : Artifact::layout};
  if (open_ == mark) return;
  end_mark();
  begin_mark(mark);
}

void ContentStream::hold(TagId tag, Role role) {
  enter(Mode::graphics, tag, role, Artifact::layout);
  held_ = true;
}

/// A text object goes around marked contents, so that several tags share it; unless one is held around it.
void ContentStream::change(Mode mode) {
  if (mode == mode_) return;
  if (!held_) end_mark();
  out_ += mode == Mode::text ? "BT\n" : "ET\n";
  mode_ = mode;
  pen_x_ = pen_y_ = 0;
}

void ContentStream::begin_mark(Mark mark) {
  open_ = mark;
  if (mark.tag == TagId::artifact) {
    out_ += mark.artifact == Artifact::pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n";
    return;
  }
  out_ += '/';
  out_ += name_of(mark.role);
  out_ += "<</MCID ";
  append_integer(out_, std::int64_t(marks_.size()));
  out_ += ">>BDC\n";
  marks_.push_back(mark.tag);
}

void ContentStream::end_mark() {
  if (open_) out_ += "EMC\n";
  open_.reset();
}

}  // namespace tebiki::pdf
