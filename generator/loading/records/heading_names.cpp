#include "loading/records/heading_names.hpp"

#include "base/unicode.hpp"
#include "loading/records/record_ids.hpp"
#include "loading/records/schema.hpp"
#include "model/roles.hpp"

namespace tebiki::loading {

std::string heading_form(std::string_view text) {
  auto const folded = base::nfkc(text);
  std::string form;
  for (std::size_t at = 0; at < folded.size();) {
    auto const character = base::next_character(folded, at);
    bool const stroke = character == U'―' || character == U'—' || character == U'─';
    base::append_utf8(form, stroke ? U'ー' : character);
  }
  return std::string(base::trimmed(form));
}

HeadingNames::HeadingNames(model::Schema const& schema) {
  for (auto const& field : schema.fields) fields_.emplace(heading_form(field.key), &field);
  for (auto const& field : schema.fields) fields_.emplace(heading_form(field.label), &field);
  for (auto const& field : schema.fields) {
    for (auto const& part : field.parts) {
      fields_.insert_or_assign(heading_form(part.key), &part);
      bool declared = part.at.file != base::FileId::none;
      if (declared) fields_.insert_or_assign(heading_form(part.label), &part);
      for (auto name : model::role_entry(part.role).names) fields_.emplace(heading_form(name), &part);
    }
  }
  for (auto const& key : known_keys(schema)) {
    auto* field = schema.find(key) ? nullptr : model::understood_field(key);
    if (!field) continue;
    fields_.emplace(field->key, field);
    fields_.emplace(field->label, field);
  }
  for (auto const& heading : schema.ignored_columns) set_aside_.insert(heading_form(heading));
  for (auto const& name : IdRule(schema.id_rule).names()) set_aside_.insert(heading_form(name));
}

model::Field const* HeadingNames::field(std::string const& heading) const {
  auto found = fields_.find(heading);
  return found == fields_.end() ? nullptr : found->second;
}

}  // namespace tebiki::loading
