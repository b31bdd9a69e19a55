#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::model {

/// In points.
constexpr double millimetre = 72 / 25.4;

/// How one kind of text is set. Lengths are points.
struct TextStyle {
  double size = 0;
  double leading = 0;  ///< baseline to baseline
  bool bold = false;
  Colour colour;
  double before = 0;
  double after = 0;
};

/// A family as the print template names it, and the Debian package that brings it.
struct FontFamily {
  std::string name;
  std::string package;
};

/// A size of paper, upright and trimmed; points.
struct Paper {
  std::string name;
  double width = 0;
  double height = 0;
  double margin = 0;  ///< at the sides and above, below that the foot; 0: those of the style, in proportion
};

/// The sizes of drawings that views make, for paper and screen alike. Lengths are points; colours are those of the
/// print style.
struct DrawingStyle {
#define LENGTH(name) double name = 0;
#define MILLIMETRES(name) LENGTH(name)
#include "model/drawing_style.def"
};

/// `templates/print/<edition>.json`: page geometry, type sizes, colours. Lengths are points. There are no usual values
/// but those of the template.
struct PrintStyle {
#define COLOUR(name) Colour name;
#define TEXT_STYLE(name) TextStyle name;
#define LENGTH(name) double name = 0;
#define MILLIMETRES(name) LENGTH(name)
#include "model/print_style.def"
  std::vector<FontFamily> body_fonts;  ///< tried in order for every character
  std::vector<FontFamily> code_fonts;
  std::vector<Paper> papers;  ///< beside the page's own; B5 is that of JIS
  DrawingStyle drawings;
  std::vector<FlyerDesign> flyers;
  base::SourceLocation at;

  /// The design of that name, or nullptr.
  FlyerDesign const* flyer(std::string_view name) const {
    for (auto const& design : flyers) {
      if (design.name == name) return &design;
    }
    return nullptr;
  }
  /// The paper of that name; the page's own where there is none.
  Paper paper(std::string_view name) const {
    for (auto const& paper : papers) {
      if (paper.name == name) return paper;
    }
    return {std::string(name), page_width, page_height};
  }
};

}  // namespace tebiki::model
