#pragma once
#include <vector>

#include "pdf/layout/blocks.hpp"

/// The pieces of which forms are laid out.
namespace tebiki::pdf {

/// How the cells of one form are set. Lengths are points.
struct FormSetting {
  model::TextStyle label, note, choice;
  double padding = 0;  ///< at the left and right of a cell
  double above = 0;    ///< its label
  double below = 0;    ///< what is written
  double line = 0;     ///< height to write in
  double mark = 0;     ///< side of a square or ring
  double gap = 0;      ///< between choices, and between cells without a frame
  bool framed = false;
  bool on_card = false;
};

/// What the cells of one form look at; nothing of it changes.
struct FormTarget {
  BlockTarget const& target;
  FormSetting const& set;
  model::Form const& form;
};

enum class FormLabel { small, heading };

/// A field in its cell: its label, what is written on by hand, and the places of fields for viewers. `column` is what
/// the cell holds, without padding. Tables have rows instead.
Flowable form_cell(FormTarget const& form, model::FormField const& field, Column const& column, FormLabel label);

/// A table to be filled in: its label with the names of its columns, and each row.
std::vector<Flowable> form_table(FormTarget const& form, model::FormField const& field, FormLabel label);

/// How wide words are on one line, with the space between Latin and Japanese; points.
double line_width(BookletContext const& context, std::string_view words, model::TextStyle const& style);

/// Sets the label of a field, its hint behind it, at the top of a column; gives where it ends. As a heading it is
/// larger, with a block of colour before it.
double add_form_label(FormTarget const& form, model::FormField const& field, FormLabel label, Column const& column,
                      TagId tag, std::vector<Item>& items);

}  // namespace tebiki::pdf
