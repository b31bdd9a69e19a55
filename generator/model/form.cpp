#include "model/form.hpp"

#include <algorithm>
#include <utility>

namespace tebiki::model {
namespace {

using Kind = FormField::Kind;
using Width = FormField::Width;

/// In half a row so many letters of choices stand side by side, their squares counted as three.
constexpr std::size_t letters_in_half = 17, letters_of_mark = 3;
/// In half a row so many boxes are still wide enough for a digit written by hand.
constexpr int boxes_in_half = 13;

std::size_t letters_in(std::string const& text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool choices_are_short(FormField const& field) {
  std::size_t letters = 0;
  for (auto const& choice : field.choices)
    letters += letters_in(choice.words) + (choice.is_open ? 1 : 0) + letters_of_mark;
  return letters <= letters_in_half;
}

Width width_of(FormField const& field) {
  if (field.width != Width::automatic) return field.width;
  switch (field.kind) {
    case Kind::long_text:
    case Kind::table:
      return Width::full;
    case Kind::boxes:
      return count_of(field) <= boxes_in_half ? Width::half : Width::full;
    case Kind::marks:
    case Kind::one_of:
      return choices_are_short(field) ? Width::half : Width::full;
    case Kind::date:
      return field.choices.empty() ? Width::half : Width::full;
    default:
      return Width::half;
  }
}

int sixths_of(FormField const& field) {
  auto const width = width_of(field);
  return width == Width::third ? 2 : width == Width::half ? 3 : 6;
}

}  // namespace

std::vector<FormRow> form_rows(Form const& form) {
  std::vector<FormRow> rows;
  int left = 0, copy = 0;
  for (auto const& field : form.fields) {
    int const wanted = sixths_of(field);
    bool const next_time = field.copy != std::exchange(copy, field.copy);
    if (wanted > left || next_time) {
      if (!rows.empty()) rows.back().back().sixths += left;
      rows.emplace_back();
      left = 6;
    }
    rows.back().push_back({&field, wanted});
    left -= wanted;
  }
  if (!rows.empty()) rows.back().back().sixths += left;
  return rows;
}

int count_of(FormField const& field) {
  if (field.count > 0) return field.count;
  constexpr int lines = 3, digits_of_a_number = 11, rows = 3;
  if (field.kind == Kind::boxes) return digits_of_a_number;
  if (field.kind == Kind::table) return field.row_names.empty() ? rows : int(field.row_names.size());
  return field.kind == Kind::long_text ? lines : 1;
}

}  // namespace tebiki::model
