#include <algorithm>
#include <unordered_map>

#include "base/unicode.hpp"
#include "views/entries.hpp"

namespace tebiki::views {
namespace {

using model::Entry;
using model::Field;
using Choices = std::vector<std::pair<std::string, int>>;

/// Key of the field → value → number of entries.
using Tally = std::unordered_map<std::string_view, std::unordered_map<std::string_view, int>>;

Tally count(std::vector<Entry const*> const& entries) {
  Tally tally;
  for (auto* entry : entries) {
    for (auto& facet : entry->facets) {
      auto& values = tally[facet.key];
      for (auto& value : facet.values) ++values[value];
    }
  }
  return tally;
}

/// As the schema lists them, then by reading; yes before ask.
Choices in_order(std::unordered_map<std::string_view, int> const& counted, Field const& field,
                 SiteIndex const& site_index) {
  struct Choice {
    std::ptrdiff_t place;
    std::string bytes;
    std::string value;
    int count;
  };
  std::vector<Choice> choices;
  for (auto& [value, number] : counted) {
    std::ptrdiff_t place = field.kind == model::FieldKind::availability
                               ? (value == "yes" ? 0 : 1)
                               : std::find(field.choices.begin(), field.choices.end(), value) - field.choices.begin();
    choices.push_back({place, base::collation_key(site_index.reading_of(value)), std::string(value), number});
  }
  std::sort(choices.begin(), choices.end(), [](Choice const& a, Choice const& b) {
    return std::tie(a.place, a.bytes, a.value) < std::tie(b.place, b.bytes, b.value);
  });
  Choices out;
  for (auto& choice : choices) out.emplace_back(std::move(choice.value), choice.count);
  return out;
}

/// A single choice that every entry has narrows nothing down.
bool tells_apart(Choices const& choices, std::size_t entries) {
  return choices.size() > 1 || (choices.size() == 1 && std::size_t(choices.front().second) < entries);
}

}  // namespace

std::vector<model::Directory::Filter> filters_of(std::vector<Entry const*> const& entries,
                                                 DirectoryFields const& fields, SiteIndex const& site_index) {
  std::vector<model::Directory::Filter> out;
  auto tally = count(entries);
  for (auto* field : fields.facets) {
    auto counted = tally.find(field->key);
    if (counted == tally.end()) continue;
    auto choices = in_order(counted->second, *field, site_index);
    if (tells_apart(choices, entries.size())) out.push_back({field->key, field->label, std::move(choices)});
  }
  return out;
}

}  // namespace tebiki::views
