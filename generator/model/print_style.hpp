#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/drawing_style.hpp"
#include "model/event.hpp"

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
  std::vector<Paper> papers = {
      {"A3", 297 * millimetre, 420 * millimetre},  ///< beside the page's own; B5 is that of JIS
      {"A5", 148 * millimetre, 210 * millimetre},
      {"B5", 182 * millimetre, 257 * millimetre}};
  TextStyle body, small, heading1, heading2, heading3, heading4, table, table_head, caption, entry_name, entry_kana,
      entry_detail, entry_tel, running_head, cover_title, cover_edition, cover_motto, cover_prompt, cover_tel,
      contents_chapter, tab, form_label, form_choice, masthead_title, masthead_number, masthead_words, panel_title,
      panel_tel;
  Colour ink{0x1b, 0x20, 0x23}, pale_ink{0x4a, 0x52, 0x57}, line{0x9a, 0xa4, 0xa7}, strong_line{0x6d, 0x78, 0x7c},
      wash{0xf4, 0xf7, 0xf6}, tint{0xe3, 0xf0, 0xf2}, yes{0x1d, 0x6b, 0x3c}, ask{0x6e, 0x56, 0x00},
      no{0xe8, 0xea, 0xeb};
  Colour on_dark{0xff, 0xff, 0xff};  ///< words on the ink and on the publication's colour
  double mark_size = 1.34;           ///< side of the square of ○ △ ×, as a multiple of the type size
  // Marks
  double mark_rule = 0.8;           ///< below — for no answer
  double mark_stroke = 1.2;         ///< around △
  double mark_radius = 2;           ///< of the corners of ○ and ×
  double mark_stroke_radius = 1.6;  ///< of those of △
  // Tables
  double table_padding_x = 6;  ///< at the left and right of a cell; a point less from five columns on, two from nine
  double table_padding_y = 4;
  double matrix_padding_x = 2;  ///< of columns with upright labels
  double matrix_padding_y = 3;
  double table_head_padding_y = 5;
  double table_head_rule = 1.2;  ///< below the head
  double table_rule = 0.4;
  double table_strong_rule = 1.0;      ///< below every fifth row of a matrix
  double table_before = 10;            ///< the least above a caption, or a head without one
  double upright_label_padding = 2;    ///< above and below it
  double upright_label_longest = 136;  ///< in two lines where there is room; else it takes its share of a page
  double upright_label_page = 800;     ///< no page counts as higher for that
  // Blocks
  double underline = 0.6;  ///< and the line through what is struck out
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
  double part_title_before = 28;     ///< above the title of a part that goes on below another
  double introduction_highest = 90;  ///< what is higher does not keep with the table or list that it introduces
  double narrowest_column = 70;      ///< nothing is indented into less
  double list_label_gap = 4;         ///< between a label and its item
  double list_tight_space = 3;       ///< between the items of a tight list
  double footnote_indent = 36;
  double figure_highest = 500;  ///< where no page bounds it
  double figure_row_gap = 18;
  double figure_row_page = 1000;  ///< no page counts as higher for a row of figures
  // Answers of surveys
  double answer_name_widest = 120;
  double answer_gap = 16;         ///< between name and answer
  double answer_padding = 7;      ///< above and below
  double answer_least_part = 40;  ///< what stays together at either end
  double answer_paragraph_after = 3;
  double answer_goes_on_rule = 3;    ///< below the words, where an answer goes on
  double answer_column_least = 190;  ///< an answer stands in two columns where each has so much
  double answer_column_gap = 25;
  double answer_column_rule = 0.4;
  double answer_cut_rule = 1;  ///< dashed: below what goes on, and above what did
  double answer_cut_dash = 3;
  double rail_width = 76;  ///< of the names of all who answered, at the right of wide pages
  double rail_gap = 20;
  double rail_row = 23;  ///< height of a name, where there is room
  double rail_row_least = 13;
  double rail_padding = 10;  ///< before a name
  double rail_bar = 5.5;     ///< of a name whose answer stands on this page in part
  double rail_rule = 0.5;
  // Gantt charts
  double gantt_size = 11;         ///< of the type, at most
  double gantt_usual_size = 10;   ///< where no size takes all rows to one page
  double gantt_size_step = 0.25;  ///< by which it gets smaller
  double gantt_small = 1.5;       ///< so much smaller is what is not a name
  double gantt_large = 2;         ///< so much larger is a head
  double gantt_name_least = 110;  ///< width of the names of rows
  double gantt_name_most = 210;
  double gantt_name_padding = 3;      ///< above and below a name
  double gantt_head_padding = 4;      ///< above and below the names of months
  double gantt_band_padding = 5;      ///< above and below the title of a group
  double gantt_sample_gap = 6;        ///< between a sample of the legend and its words
  double gantt_sample_distance = 16;  ///< between samples
  double gantt_bottom_rule = 1.2;     ///< below all, and between groups
  double gantt_head_rule = 1.4;
  double gantt_row_rule = 0.5;
  double gantt_month_rule = 0.4;
  double gantt_quarter_rule = 0.8;
  double gantt_bar_gap = 0.8;    ///< between a bar and the rule of its month
  double gantt_bar_rule = 0.8;   ///< around a bar
  double gantt_mark_rule = 1.2;  ///< around a mark
  double gantt_dash = 3;         ///< of a bar whose months are unknown
  double gantt_dash_gap = 2;
  double gantt_hatch_done = 3;  ///< between the upright lines of what is done every year
  double gantt_hatch_done_rule = 1.4;
  double gantt_hatch_considered = 7;  ///< of what is considered for every year
  double gantt_hatch_considered_rule = 0.7;
  double gantt_hatch_unknown = 4;  ///< between the slanting lines of unknown months
  double gantt_hatch_unknown_rule = 0.8;
  // Directories
  double entry_padding = 8;  ///< above and below
  double entry_column_gap = 14;
  double entry_number_column = 30;
  double entry_disc = 20;  ///< behind its number
  double entry_rule = 0.4;
  double group_bar_padding_x = 9;
  double group_bar_padding_y = 4;
  double group_bar_before = 16;
  double entry_number_size = 10.5;
  double entry_long_number_size = 9;  ///< of three figures
  double entry_abilities_before = 4;
  // Forms
  double form_padding = 5;                 ///< around what stands in a cell
  double form_rule = 0.5;                  ///< between cells
  double form_frame = 1.2;                 ///< around them
  double form_line = 24;                   ///< height to write in by hand: 8 mm and a little
  double form_ruled_line = 28;             ///< from dotted line to dotted line
  double form_mark = 12;                   ///< side of the square or ring to be marked
  double form_box = 16.5;                  ///< width of the box of one digit
  double form_box_least = 5 * millimetre;  ///< no narrower one can be written in
  double form_gap = 16;                    ///< between choices, and between fields side by side that have no frame
  double form_label_above = 3;             ///< of a cell in a frame
  double form_writing_below = 1.5;         ///< … and below what is written
  double form_heading_block = 5;           ///< the block of colour before a heading
  double form_heading_gap = 6;             ///< behind it
  double form_open_line = 56;              ///< behind a choice that asks for words
  double form_open_line_gap = 4;           ///< before it
  double form_open_line_above = 3;
  double form_mark_gap = 4;         ///< between a square or ring and its words
  double form_mark_rule = 0.8;      ///< around it
  double form_words_least = 20;     ///< room of the words of a choice
  double form_box_rule = 0.7;       ///< around the boxes of digits
  double form_dot_distance = 2.2;   ///< of lines to write on
  double form_field_inset = 2;      ///< at the sides of the place of a field
  double form_copy_column = 28;     ///< of the numbers of those of whom the same is asked
  double form_ring_gap = 8;         ///< between a heading's number and its words
  double form_ring_rule = 0.9;      ///< around that number
  double form_heading_spread = 12;  ///< above a heading of an application form, at most, more than it needs
  double form_table_padding = 4;    ///< the least at the sides of a cell of a table
  double form_table_column = 10;    ///< the least width of one
  double form_table_head_padding = 1.5;
  double form_table_name_padding = 3;
  // Contents and index
  double contents_indent = 20;  ///< of a section
  double leader_dot = 0.9;
  double leader_distance = 5;  ///< from dot to dot
  double leader_gap = 8;       ///< between words, dots and page number
  double index_column = 190;   ///< the least width
  double index_column_gap = 26;
  TextStyle contents_section;
  double leader_height = 3;  ///< of the dots above the baseline
  double index_head_before = 12;
  double index_head_rule = 0.8;
  double index_head_after = 4;
  // What stands around the text
  double tab_width = 30;
  double tab_gap = 4;
  double tab_height = 74;  ///< where all have room
  double tab_least_height = 44;
  double tab_radius = 7;
  double head_gap = 24;  ///< the least between two heads on one line
  // Cover
  double cover_margin = 62;  ///< of A4, like the next two
  double cover_above_foot = 30;
  double cover_below_foot = 20;
  double cover_above_waves = 8;         ///< of A4; between the words and the highest wave
  double cover_foot = 64 * millimetre;  ///< of A4; for whom to call
  // Cards
  double card_sheet_margin = 8 * millimetre;  ///< what printers leave blank at the edges of a sheet
  double card_bleed = 3 * millimetre;         ///< colour that ends at a cut reaches beyond it
  double card_cut_mark = 5 * millimetre;      ///< how far lines to cut along reach beyond the cards
  double card_cut_rule = 0.4;
  double card_fold_dash = 4;
  double card_fold_gap = 3;
  double card_band = 20;  ///< of the title, down the left of the first face
  double card_band_padding = 8;
  double card_title_size = 12;
  double card_margin_x = 8;
  double card_margin_y = 5;
  double card_foot = 25;  ///< whom to call, on the first face
  double card_foot_rule = 1;
  double card_foot_gap = 6;       ///< between the words and the number
  double card_foot_baseline = 8;  ///< of the number, above the edge
  double card_tel_size = 15.5;
  double card_words_above = 6;  ///< between the cards and what tells how to cut them
  double card_words_indent = 4;
  double card_label_leading = 11;  ///< of the label of a field
  double card_choice_size = 10;
  double card_choice_leading = 14;
  double card_mark = 8.5;   ///< side of a square or ring
  double card_gap = 7;      ///< between choices
  double card_line = 14.5;  ///< height to write in
  // Flyers
  double flyer_cell_gap = 10;   ///< between cells of a row
  double flyer_label_gap = 6;   ///< between a label and its words
  double flyer_wave_below = 3;  ///< by which the area of a wave goes on, lest what it covers shine through
  // Newsletters
  double column_gap = 26;        ///< between columns of text
  double column_rule = 0.5;      ///< in the middle of it
  double masthead_height = 142;  ///< on A4, down to the waves' lowest point
  double masthead_space = 12;    ///< below it
  // Folded sheets
  double panel_margin_x = 25.5;  ///< at the left and right of a panel: no words stand in a fold
  double panel_margin_y = 40;
  double panel_shorter = 8.5;      ///< by so much the panel that is folded in is narrower
  double panel_title_after = 10;   ///< between the rule below a title and the text
  double panel_foot_padding = 14;  ///< around whom to call, on the back
  double fold_mark = 11.4;         ///< length of the marks at the sheet's edges
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
