#pragma once
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/site.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_embedding.hpp"
#include "pdf/fonts/form_font.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/painting/content_stream.hpp"
#include "pdf/tagging/structure_writer.hpp"

namespace tebiki::pdf {

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

/// Adds the bookmarks (ISO 32000-1 §12.3.3), the first level open, and gives their catalog entries; empty without any.
std::string add_bookmarks(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document);

/// Catalog entry for the printed page numbers (ISO 32000-1 §12.4.2): runs of numbers become ranges, other labels
/// stand for one page each.
std::string page_labels(Frames const& frames);

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

/// The operators before they are deflated, for tests.
std::string page_operators(PageFrame const& page, PageResources const& resources);

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
