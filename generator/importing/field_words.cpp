#include "importing/field_words.hpp"

#include "model/understood_fields.hpp"

namespace tebiki::importing {

std::string field_label(std::string_view key, model::Schema const& schema) {
  model::Field const* field = schema.find(key);
  if (!field) field = model::understood_field(key);
  return field ? field->label : std::string(key);
}

Column column_of(std::string_view key) {
  constexpr std::pair<std::string_view, Column> columns[] = {
      {"name", Column::name},
      {"kana", Column::kana},
      {"services", Column::service},
      {"service_details", Column::service},
      {"office_number", Column::office_number},
      {"corporation", Column::corporation},
      {"corporate_number", Column::corporate_number},
      {"address", Column::address},
      {"areas", Column::address},
      {"building", Column::building},
      {"tel", Column::tel},
      {"fax", Column::fax},
      {"coordinates", Column::latitude},
      {"days", Column::days},
      {"days_note", Column::days_note},
      {"capacity", Column::capacity},
      {"url", Column::url},
      {"note", Column::note},
  };
  for (auto const& [name, column] : columns) {
    if (name == key) return column;
  }
  return Column::office_number;
}

std::string shown(model::Value const& value) {
  if (value.text()) return *value.text();
  if (value.number()) return model::plain_number(*value.number());
  std::string text;
  for (model::Value const& item : value.list() ? *value.list() : model::Values{}) {
    text += (text.empty() ? "" : item.object() ? "／" : "、") + shown(item);
  }
  for (model::Member const& member : value.object() ? *value.object() : model::Object{}) {
    text += (text.empty() ? "" : " ") + shown(member.value);
  }
  return text;
}

}  // namespace tebiki::importing
