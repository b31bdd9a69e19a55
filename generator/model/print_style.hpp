#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/flyer.hpp"

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

/// A size of paper, upright and trimmed; points.
struct Paper {
  std::string name;
  double width = 0;
  double height = 0;
};

/// `templates/print/<edition>.json`: page geometry, type sizes, colours. Lengths are points.
struct PrintStyle {
  double page_width = 595.276;  ///< of the upright paper, trimmed
  double page_height = 841.89;
  double margin_top = 62, margin_bottom = 62, margin_inner = 62, margin_outer = 58;
  double least_size = 9;               ///< type that has to fit gets no smaller than this
  std::vector<FontFamily> body_fonts;  ///< tried in order for every character
  std::vector<FontFamily> code_fonts;
  std::vector<Paper> papers = {{"A3", 297 * 72 / 25.4, 420 * 72 / 25.4},  ///< beside the page's own; B5 is that of JIS
                               {"A5", 148 * 72 / 25.4, 210 * 72 / 25.4},
                               {"B5", 182 * 72 / 25.4, 257 * 72 / 25.4}};
  TextStyle body, small, heading1, heading2, heading3, heading4, table, table_head, caption, entry_name, entry_kana,
      entry_detail, entry_tel, running_head, cover_title, cover_edition, cover_motto, cover_prompt, cover_tel, contents,
      tab, form_label, form_choice;
  Colour ink{0x1b, 0x20, 0x23}, pale_ink{0x4a, 0x52, 0x57}, line{0x9a, 0xa4, 0xa7}, strong_line{0x6d, 0x78, 0x7c},
      wash{0xf4, 0xf7, 0xf6}, tint{0xe3, 0xf0, 0xf2}, yes{0x1d, 0x6b, 0x3c}, ask{0x6e, 0x56, 0x00},
      no{0xe8, 0xea, 0xeb};
  Colour on_dark{0xff, 0xff, 0xff};  ///< words on the ink and on the publication's colour
  double mark_size = 1.34;           ///< side of the square of ○ △ ×, as a multiple of the type size
  // Tables
  double table_padding_x = 6;  ///< at the left and right of a cell; a point less from five columns on, two from nine
  double table_padding_y = 4;
  double matrix_padding_x = 2;  ///< of columns with upright labels
  double matrix_padding_y = 3;
  double table_head_padding_y = 5;
  double table_head_rule = 1.2;  ///< below the head
  double table_rule = 0.4;
  double table_strong_rule = 1.0;  ///< below every fifth row of a matrix
  // Blocks
  double chapter_rule = 1.4;
  double chapter_rule_space = 7;  ///< from the words to the lower edge of the rule
  double break_rule = 0.6;        ///< between paragraphs
  double break_space = 14;        ///< above and below it
  double note_padding_x = 14;
  double note_padding_y = 10;
  double quote_indent = 16;
  double quote_bar = 3;
  double code_padding_x = 12;
  double code_padding_y = 9;
  double framed_before = 12;  ///< above notes, quotations and code
  double framed_after = 14;
  double figure_space = 12;  ///< above and below
  double caption_space = 4;  ///< between a picture and its caption
  double footnotes_before = 24;
  double footnotes_after = 8;  ///< below their rule
  double footnotes_rule_length = 120;
  double imprint_before = 18;
  double imprint_rule = 0.8;
  double imprint_rule_space = 8;
  // Directories
  double entry_padding = 8;  ///< above and below
  double entry_column_gap = 14;
  double entry_number_column = 30;
  double entry_disc = 20;  ///< behind its number
  double entry_rule = 0.4;
  double group_bar_padding_x = 9;
  double group_bar_padding_y = 4;
  double group_bar_before = 16;
  // Forms
  double form_padding = 5;      ///< around what stands in a cell
  double form_rule = 0.5;       ///< between cells
  double form_frame = 1.2;      ///< around them
  double form_line = 24;        ///< height to write in by hand: 8 mm and a little
  double form_ruled_line = 28;  ///< from dotted line to dotted line
  double form_mark = 12;        ///< side of the square or ring to be marked
  double form_box = 16.5;       ///< width of the box of one digit
  double form_gap = 16;         ///< between choices, and between fields side by side that have no frame
  // Contents and index
  double contents_indent = 20;  ///< of a section
  double leader_dot = 0.9;
  double leader_distance = 5;  ///< from dot to dot
  double leader_gap = 8;       ///< between words, dots and page number
  double index_column = 190;   ///< the least width
  double index_column_gap = 26;
  // What stands around the text
  double tab_width = 30;
  double tab_gap = 4;
  double tab_height = 74;  ///< where all have room
  double tab_least_height = 44;
  double tab_radius = 7;
  double head_gap = 24;      ///< the least between two heads on one line
  double cover_margin = 62;  ///< of A4, like the next two
  double cover_above_foot = 30;
  double cover_below_foot = 20;
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
