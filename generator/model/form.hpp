#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

/// What a form asks for, and how its fields stand in rows.
namespace tebiki::model {

/// What can be chosen.
struct FormChoice {
  std::string words;
  bool is_open = false;  ///< a line follows on which something else is written
};

/// What a form asks for, and how it is written there: by hand on paper, on the screen in the PDF.
struct FormField {
  enum class Kind {
    text,       ///< words on one line
    long_text,  ///< words on several lines
    boxes,      ///< a digit to a box: telephone numbers, the number of an insured person
    marks,      ///< choices of which any may be marked
    one_of,     ///< choices of which one is marked
    list,       ///< choices of which one is written, or picked from a list on the screen
    date,       ///< an era, a year, a month and a day
    signature,  ///< by hand alone
    table,      ///< rows of cells
  } kind = Kind::text;
  enum class Width { automatic, third, half, full } width = Width::automatic;
  std::string name;  ///< unique within the form: what the field is called in the file
  std::string label;
  std::string note;                    ///< a hint beside the label
  std::vector<FormChoice> choices;     ///< of a date the eras to choose from
  int count = 0;                       ///< of lines, boxes or rows; 0: the usual number
  std::vector<std::string> columns;    ///< of a table
  std::vector<std::string> row_names;  ///< of a table whose rows are named beforehand
  int copy = 0;                        ///< of fields asked for several times: of which time, from 1
  base::SourceLocation at;
};

/// Fields of a form that stand together. The parts of one form share its name.
struct Form {
  enum class Look { framed, ruled } look = Look::framed;  ///< cells in a frame, or dotted lines
  std::string name;                                       ///< unique within its booklet: fields are told apart by it
  std::string publication;  ///< slug of the booklet in which it is printed; empty: in none
  std::string part;         ///< slug of its part there
  bool first = true;        ///< the others follow under headings of their own
  std::vector<FormField> fields;
};

/// A field in its row of a form. Six sixths are the whole row.
struct FormCell {
  FormField const* field = nullptr;
  int sixths = 6;
};
using FormRow = std::vector<FormCell>;

/// The fields in rows: each as wide as it asks for, or as its kind needs; the last of a row takes what is left. No row
/// holds fields of several times. The web and the printed page show the same rows. The form must outlive them.
std::vector<FormRow> form_rows(Form const& form);

/// The lines, boxes or rows that a field has: what it asks for, or the usual number of its kind.
int count_of(FormField const& field);

}  // namespace tebiki::model
