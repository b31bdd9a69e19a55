#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/images.hpp"
#include "model/drawing.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

/// The operators of one page (ISO 32000-1 §8, §9, §14.6). Takes our coordinates, from the top left, downwards.
/// Remembers the graphics state so that nothing is said twice, and keeps neighbours of one tag in one marked content.
class ContentStream {
 public:
  explicit ContentStream(double page_height) : state_{page_height} {}

  enum class Mode { graphics, text };
  /// `pagination` tells running heads from mere decoration.
  enum class Artifact { layout, pagination };
  /// Everything that follows is painted in this mode and belongs to this tag.
  void enter(Mode mode, TagId tag, Role role, Artifact artifact);
  /// From now on modes change within the one marked content of this tag, as a drawing with words needs it.
  void hold(TagId tag, Role role);
  void release() { held_ = false; }

  void fill_colour(model::Colour colour);
  void stroke(model::Colour colour, double width);
  void rectangle(Rectangle const& area, double radius);
  /// Steps from `origin` on, enlarged.
  void path(std::vector<model::PathStep> const& steps, model::Point origin, double x_scale, double y_scale);
  /// Fills, strokes or both, whatever is given; the colours must have been set before the path was begun.
  void paint_path(std::optional<model::Colour> const& fill, std::optional<model::Colour> const& stroke);
  void box(Box const& box);
  /// Marks and gaps in turn, enlarged, for all strokes that follow; none: strokes without gaps.
  void dashes(std::vector<double> const& lengths, double scale);

  /// Only in graphics mode: what was set comes back with the matching `pop`.
  void push();
  /// The same, and what follows is turned by degrees clockwise around a point, from which it is measured.
  void push_rotation(model::Point around, double degrees);
  void pop();
  /// Nothing shows outside the path that was begun, until `pop`.
  void clip() { out_ += "W n\n"; }
  /// Discs in a row, as a dashed line with round caps.
  void leader(Leader const& leader);
  /// An image over the area, turned upright.
  void image(std::string_view name, Rectangle const& area, base::Orientation orientation);
  /// A form in its own size, with its lower left corner here.
  void form(std::string_view name, double left, double bottom);

  /// Only in text mode.
  void font(std::string_view name, double size);
  void move_pen(double x, double y);
  void rise(double points);
  /// What follows is stroked as well as filled, with round corners lest strokes grow spikes (ISO 32000-1 §9.3.6).
  void embolden(model::Colour colour, double width);
  void end_embolden();
  void raw(std::string_view operators);

  struct Finished {
    std::string operators;
    std::vector<TagId> marks;  ///< by MCID
  };
  Finished finish();

 private:
  void change(Mode mode);
  struct Mark {
    TagId tag;
    Role role;
    Artifact artifact;
    friend bool operator==(Mark, Mark) = default;
  };
  void begin_mark(Mark mark);
  void end_mark();
  void point(double x, double y);
  void colour(model::Colour colour, char const* operation);

  std::string out_;
  std::vector<TagId> marks_;
  std::optional<Mark> open_;
  bool held_ = false;
  Mode mode_ = Mode::graphics;
  /// What `q` and `Q` keep (ISO 32000-1 §8.4), as far as we know of it.
  struct State {
    double page_height = 0;  ///< of the page, or 0 within a rotation
    std::optional<model::Colour> fill, stroke;
    double stroke_width = -1;
    std::string font;
    double font_size = 0;
    double rise = 0;
  };
  State state_;
  std::vector<State> kept_;
  long long pen_x_ = 0, pen_y_ = 0;  ///< begin of the text line, hundredths of a point
};

}  // namespace tebiki::pdf
