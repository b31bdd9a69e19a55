#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace tebiki::model {

/// A field in its row of a form. Six sixths are the whole row.
struct FormCell {
  FormField const* field = nullptr;
  int sixths = 6;
};
using FormRow = std::vector<FormCell>;

/// The fields in rows: each as wide as it asks for, or as its kind needs; the last of a row takes what is left. No row
/// holds fields of several times. The web
/// and the printed page show the same rows. The form must outlive them.
std::vector<FormRow> form_rows(Form const& form);

/// The lines, boxes or rows that a field has: what it asks for, or the usual number of its kind.
int count_of(FormField const& field);

/// What can be chosen. One that ends with ＿ is followed by a line on which something else is written.
struct FormChoice {
  std::string words;
  bool is_open = false;
};
FormChoice choice_of(std::string_view written);

}  // namespace tebiki::model
