#include "views/rank.hpp"

#include <algorithm>
#include <tuple>

#include "base/unicode.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

/// Scenes come in the order of life, as the site lists them.
double scene_place(SiteIndex const& site_index, std::string_view id) {
  auto& scenes = site_index.site().scenes;
  auto found = std::find_if(scenes.begin(), scenes.end(), [&](model::Scene const& scene) { return scene.id == id; });
  return double(found - scenes.begin());
}

Rank rank_of_text(SiteIndex const& site_index, Field const& field, model::Value const& value, std::string const& text) {
  using enum Rank::Presence;
  if (field.key == "scenes") return {given, scene_place(site_index, text), {}};
  if (field.kind == FieldKind::date) return {given, 0, text};
  if (field.kind == FieldKind::availability) return {given, double(model::availability_of(&value)), {}};
  if (!field.choices.empty()) {
    auto found = std::find(field.choices.begin(), field.choices.end(), text);
    return {given, double(found - field.choices.begin()), {}};
  }
  if (field.kind == FieldKind::choices) return {given, 0, base::collation_key(site_index.reading_of(text))};
  auto words = field_words(site_index, field, &value);
  return {given, 0, base::collation_key(words.empty() ? text : words.front())};
}

}  // namespace

Rank rank_of(SiteIndex const& site_index, Field const& field, model::Value const* value) {
  using enum Rank::Presence;
  if (value && value->list()) value = value->list()->empty() ? nullptr : &value->list()->front();
  if (!value || value->is_null()) return {};
  if (auto* number = value->number()) return {given, *number, {}};
  if (auto* flag = value->boolean()) return {given, *flag ? 0.0 : 1.0, {}};
  if (auto* text = value->text()) return rank_of_text(site_index, field, *value, *text);
  return {given, 0, {}};
}

bool before(Rank const& a, Rank const& b) {
  return std::tie(a.presence, a.number, a.bytes) < std::tie(b.presence, b.number, b.bytes);
}

}  // namespace tebiki::views
