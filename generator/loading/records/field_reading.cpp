#include "loading/records/field_reading.hpp"

#include <algorithm>
#include <array>

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;

/// Whether a number or true may stand where the kind asks for words.
enum class OtherTypes { refused, kept };

struct Reader {
  FieldKind kind;
  ReadValue (*read)(Field const&, std::string_view, Form);
  OtherTypes other_types = OtherTypes::refused;
};

ReadValue read_words(Field const&, std::string_view text, Form) { return {std::string(text)}; }

/// How each kind is read; kinds that stand for any words have no row.
constexpr std::array readers{Reader{FieldKind::tel, read_telephone},
                             Reader{FieldKind::fax, read_telephone},
                             Reader{FieldKind::email, read_email},
                             Reader{FieldKind::uri, read_uri},
                             Reader{FieldKind::postal_code, read_postal_code},
                             Reader{FieldKind::date, read_date},
                             Reader{FieldKind::hours, read_hours},
                             Reader{FieldKind::kana, read_kana},
                             Reader{FieldKind::youtube, read_youtube},
                             Reader{FieldKind::availability, read_availability},
                             Reader{FieldKind::number, read_number_text, OtherTypes::kept},
                             Reader{FieldKind::yen, read_yen, OtherTypes::kept},
                             Reader{FieldKind::boolean, read_boolean, OtherTypes::kept},
                             Reader{FieldKind::coordinates, read_coordinates}};

Reader const& reader_of(FieldKind kind) {
  static constexpr Reader words{FieldKind::text, read_words, OtherTypes::kept};
  auto found = std::find_if(readers.begin(), readers.end(), [&](Reader const& reader) { return reader.kind == kind; });
  return found == readers.end() ? words : *found;
}

/// A number or true for the field, refused where the kind is made of words.
ReadValue read_other(Field const& field, model::FieldValue::Data data) {
  if (field.kind == FieldKind::coordinates) return {std::move(data), read_coordinates(field, "", Form::file).mistake};
  if (reader_of(field.kind).other_types == OtherTypes::kept) return {std::move(data)};
  return {std::move(data), FormatMistake{{"文字でなければなりません。", "must be text."},
                                         {"「\"」で囲んで書いてください。", "Put it between quotation marks."}}};
}

}  // namespace

ReadValue read_text(Field const& field, std::string_view text, Form form) {
  return reader_of(field.kind).read(field, text, form);
}

ReadValue read_number(Field const& field, model::Decimal number) {
  if (field.kind == FieldKind::yen && number.digits < 0) return {number, read_yen(field, "", Form::file).mistake};
  return read_other(field, number);
}

ReadValue read_flag(Field const& field, bool flag) {
  if (field.kind == FieldKind::yen) return {flag, read_yen(field, "", Form::file).mistake};
  return read_other(field, flag);
}

std::optional<FormatMistake> format_mistake(FieldKind kind, std::string_view text) {
  Field field;
  field.kind = kind;
  return read_text(field, text, Form::file).mistake;
}

}  // namespace tebiki::loading
