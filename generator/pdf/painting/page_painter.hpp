/// From frames to the operators of pages, and to what the document says beside them.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/images.hpp"
#include "model/drawing.hpp"
#include "model/site.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_embedding.hpp"
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

/// Rounded boxes of one look that a document shows again and again: answer marks, tabs, chips. Each look is drawn
/// once, as a form XObject (ISO 32000-1 §8.10), and placed by name.
class BoxForms {
 public:
  BoxForms() = default;
  BoxForms(Frames const& frames, PdfDocument& document);

  /// The resource name of the box's form, or nullptr when the box is painted in place.
  std::string const* name_of(Box const& box) const;
  /// Entries of the /XObject resource dictionary.
  std::string const& resources() const { return resources_; }

 private:
  using Colours = std::tuple<int, int>;
  using Look = std::tuple<long long, long long, long long, long long, Colours>;
  static Look look_of(Box const& box);
  std::map<Look, std::string> names_;
  std::string resources_;
};

/// The pictures of a document by their path, each in the file once.
struct Images {
  struct Stored {
    std::string name;                                            ///< of the resource: `I0`
    base::Orientation orientation = base::Orientation::upright;  ///< its rows are stored unturned
  };
  std::map<std::string, Stored> stored;
  std::string resources;  ///< entries of the /XObject resource dictionary
};

/// Adds every picture that the frames show, with no more pixels than its largest place holds at 300 to the inch;
/// pictures are prepared on up to `jobs` threads. One that cannot be decoded is left out: the layout has reported it.
Images add_images(Frames const& frames, model::Site const& site, PdfDocument& document, unsigned jobs);

/// Adds the links of all pages, in page order (ISO 32000-1 §12.5.6.5). The nth has /StructParent `first_key` + n.
/// A link to an anchor that the frames do not have is left out.
std::vector<TaggedAnnotation> add_links(Frames const& frames, std::vector<ObjectNumber> const& pages,
                                        std::size_t first_key, PdfDocument& document);

/// `[12 0 R/XYZ null 700 null]`: a place on a page, the zoom left as it is.
std::string destination(Frames const& frames, std::vector<ObjectNumber> const& pages, Destination const& target);

/// Shows the glyphs where they were laid; the run must have been added to `usage`. The content must be in text mode.
/// Places that the declared advances would miss are corrected to within two thousandths of the type size.
void paint_text(TextRun const& run, GlyphUsage const& usage, ContentStream& to);

/// Paints paths, rectangles and words, scaled to the area, as one marked content.
void paint_drawing(PlacedDrawing const& placed, Role role, GlyphUsage const& usage, ContentStream& to);

/// One page's content and the tags of its marked contents, by MCID.
struct PaintedPage {
  std::string content;  ///< deflated
  std::vector<TagId> marks;
};

/// What all pages share while they are painted; only read.
struct PageResources {
  StructureTree const& tags;
  GlyphUsage const& usage;
  Images const& images;
  BoxForms const& boxes;
  Effort effort = Effort::quick;
};

/// Items become operators in their order. Safe to run for several pages at once.
PaintedPage paint_page(PageFrame const& page, PageResources const& resources);

/// Every run that the frames show, the words of drawings included.
GlyphUsage glyphs_of(Frames const& frames, Fonts const& fonts);

/// The fields of a document (ISO 32000-1 §12.7).
struct FormFields {
  std::vector<TaggedAnnotation> widgets;  ///< page by page, in the order of the tags
  std::string catalog;                    ///< `/AcroForm<<…>>`, or empty
};

/// Adds a field for all widgets of one name, with a label that is read aloud (/TU) and appearances of its own, which
/// are empty until something is typed. `first_key` is the /StructParent key of the first widget. Linear.
FormFields add_fields(Frames const& frames, std::vector<ObjectNumber> const& pages, std::size_t first_key,
                      FormFont const& font, PdfDocument& document);

}  // namespace tebiki::pdf
