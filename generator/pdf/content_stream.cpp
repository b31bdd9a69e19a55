#include "pdf/content_stream.hpp"

#include <cmath>

#include "pdf/pdf_syntax.hpp"
#include "pdf/role_names.hpp"
#include "pdf/rounded_rectangle.hpp"

namespace tebiki::pdf {

void ContentStream::enter(Mode mode, TagId tag, Role role, Artifact artifact) {
  change(mode);
  if (held_) return;
  Mark const mark{tag, role, tag == TagId::artifact ? artifact : Artifact::layout};
  interrupted_.reset();
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
  if (mark.tag != TagId::artifact) return begin_numbered(name_of(mark.role), "");
  out_ += mark.artifact == Artifact::pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n";
}

void ContentStream::begin_numbered(char const* name, std::string_view further) {
  out_ += '/';
  out_ += name;
  out_ += "<</MCID ";
  append_integer(out_, std::int64_t(marks_.size()));
  out_ += further;
  out_ += ">>BDC\n";
  marks_.push_back(open_->tag);
}

void ContentStream::begin_actual_text(std::string_view text) {
  std::string entry = "/ActualText" + text_string(text);
  bool nested = held_ || !open_ || open_->tag == TagId::artifact;
  if (nested) {
    out_ += "/Span<<" + entry + ">>BDC\n";
    return;
  }
  resume();
  interrupted_ = open_;
  out_ += "EMC\n";
  begin_numbered("Span", entry);
}

void ContentStream::end_actual_text() {
  out_ += "EMC\n";
  if (interrupted_) open_.reset();
}

void ContentStream::resume() {
  if (interrupted_ && !open_) begin_mark(*interrupted_);
  interrupted_.reset();
}

void ContentStream::end_mark() {
  if (open_) out_ += "EMC\n";
  open_.reset();
}

void ContentStream::point(double x, double y) {
  append_number(out_, x);
  out_ += ' ';
  append_number(out_, page_height_ - y);
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
  if (fill_ == to) return;
  fill_ = to;
  colour(to, "rg\n");
}

void ContentStream::stroke(model::Colour to, double width) {
  if (stroke_ != to) colour(to, "RG\n");
  stroke_ = to;
  if (stroke_width_ == width) return;
  stroke_width_ = width;
  append_number(out_, width);
  out_ += " w\n";
}

void ContentStream::rectangle(Rectangle const& area, double radius) {
  if (radius > 0) return path(rounded_rectangle(area, radius), {0, 0}, 1, 1);
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

void ContentStream::image(std::string_view name, Rectangle const& area) {
  out_ += "q ";
  append_number(out_, area.width);
  out_ += " 0 0 ";
  append_number(out_, area.height);
  out_ += ' ';
  point(area.x, area.y + area.height);
  out_ += "cm /";
  out_ += name;
  out_ += " Do Q\n";
}

void ContentStream::font(std::string_view name, double size) {
  if (font_ == name && font_size_ == size) return;
  font_ = name;
  font_size_ = size;
  out_ += '/';
  out_ += name;
  out_ += ' ';
  append_number(out_, size);
  out_ += " Tf\n";
}

void ContentStream::move_pen(double x, double y) {
  long long to_x = std::llround(x * 100), to_y = std::llround((page_height_ - y) * 100);
  append_hundredths(out_, to_x - pen_x_);
  out_ += ' ';
  append_hundredths(out_, to_y - pen_y_);
  out_ += " Td\n";
  pen_x_ = to_x;
  pen_y_ = to_y;
}

void ContentStream::rise(double points) {
  if (rise_ == points) return;
  rise_ = points;
  append_number(out_, points);
  out_ += " Ts\n";
}

void ContentStream::raw(std::string_view operators) { out_ += operators; }

ContentStream::Finished ContentStream::finish() {
  change(Mode::graphics);
  end_mark();
  return {std::move(out_), std::move(marks_)};
}

}  // namespace tebiki::pdf
