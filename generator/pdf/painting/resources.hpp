#pragma once
#include <map>
#include <string>
#include <tuple>

#include "model/site.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/layout/frames.hpp"

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

}  // namespace tebiki::pdf
