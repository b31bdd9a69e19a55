#pragma once
#include <map>
#include <string>
#include <tuple>

#include "pdf/file/pdf_document.hpp"
#include "pdf/frames.hpp"

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

}  // namespace tebiki::pdf
