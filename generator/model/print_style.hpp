#pragma once
#include <string>
#include <vector>

#include "base/source.hpp"
#include "model/colour.hpp"

namespace tebiki::model {

/// How one kind of text is set. Lengths are points.
struct TextStyle {
  double size = 12;
  double leading = 20.4;  ///< baseline to baseline
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

/// `templates/print/<edition>.json`: page geometry, type sizes, colours. Lengths are points.
struct PrintStyle {
  double page_width = 595.276;  ///< of the upright paper, trimmed
  double page_height = 841.89;
  double margin_top = 62, margin_bottom = 62, margin_inner = 62, margin_outer = 58;
  double least_size = 9;               ///< type that has to fit gets no smaller than this
  std::vector<FontFamily> body_fonts;  ///< tried in order for every character
  std::vector<FontFamily> code_fonts;
  TextStyle body, small, heading1, heading2, heading3, heading4, table, table_head, caption, entry_name, entry_kana,
      entry_detail, entry_tel, running_head, cover_title, cover_edition, cover_motto, cover_prompt, cover_tel, contents,
      tab;
  Colour ink{0x1b, 0x20, 0x23}, pale_ink{0x4a, 0x52, 0x57}, line{0x9a, 0xa4, 0xa7}, strong_line{0x6d, 0x78, 0x7c},
      wash{0xf4, 0xf7, 0xf6}, tint{0xe3, 0xf0, 0xf2}, yes{0x1d, 0x6b, 0x3c}, ask{0x6e, 0x56, 0x00},
      no{0xe8, 0xea, 0xeb};
  base::SourceLocation at;
};

}  // namespace tebiki::model
