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

/// Choices come as the schema lists them, all other words by `ja` collation.
Rank rank_of_text(SiteIndex const& site_index, Field const& field, model::FieldValue const& value,
                  std::string const& text) {
  using enum Rank::Presence;
  if (field.role == model::Role::scene) return {given, scene_place(site_index, text), {}};
  if (!field.choices.empty()) {
    auto found = std::find(field.choices.begin(), field.choices.end(), text);
    return {given, double(found - field.choices.begin()), {}};
  }
  if (field.kind == FieldKind::choices) return {given, 0, base::collation_key(site_index.reading_of(text))};
  auto words = field_words(site_index, field, &value);
  return {given, 0, base::collation_key(words.empty() ? text : words.front())};
}

}  // namespace

Rank rank_of(SiteIndex const& site_index, Field const& field, model::FieldValue const* value) {
  using enum Rank::Presence;
  if (value && value->several()) value = value->several()->empty() ? nullptr : &value->several()->front();
  if (!value || value->is_absent()) return {};
  if (auto* number = value->as<model::Decimal>()) return {given, number->approximate(), {}};
  if (auto* flag = value->as<bool>()) return {given, *flag ? 0.0 : 1.0, {}};
  if (auto* answer = value->as<model::Availability>()) return {given, double(*answer), {}};
  if (auto* date = value->as<model::Date>()) return {given, 0, model::iso(*date)};
  auto const text = model::exported_text(*value);
  return text.empty() ? Rank{given, 0, {}} : rank_of_text(site_index, field, *value, text);
}

bool before(Rank const& a, Rank const& b) {
  return std::tie(a.presence, a.number, a.bytes) < std::tie(b.presence, b.number, b.bytes);
}

}  // namespace tebiki::views
