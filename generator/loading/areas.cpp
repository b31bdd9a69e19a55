#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Area;
using model::AreaIds;

/// nullptr where the words name no area of the site.
Area const* area_called(std::string_view words, std::vector<Area> const& areas) {
  auto const found = std::find_if(areas.begin(), areas.end(),
                                  [&](Area const& area) { return area.id == words || area.label == words; });
  return found == areas.end() ? nullptr : &*found;
}

void refuse_unknown(model::Value const& value, std::vector<Area> const& areas, base::Diagnostics& diagnostics) {
  if (areas.empty()) {
    diagnostics.error(
        value.at, "no-areas", {"このサイトには、地域がありません（site.json の areas）。", "This site has no areas."},
        {"site.json の areas に {\"id\": \"atsugi\", \"label\": \"厚木市\"} のように書くか、ここを消してください。",
         "Give site.json areas like {\"id\": \"atsugi\", \"label\": \"厚木市\"}, or remove this."});
    return;
  }
  std::vector<std::string> labels;
  for (auto const& area : areas) labels.push_back(area.label);
  diagnostics.error(value.at, "unknown-area",
                    {fmt::format("「{}」という地域は、site.json の areas にありません。", *value.text()),
                     fmt::format("There is no area “{}” among the areas of site.json.", *value.text())},
                    did_you_mean(*value.text(), labels));
}

/// The areas that a record names. What else its field of areas holds are towns.
AreaIds areas_of(model::Record const& record, model::Schema const& schema, std::vector<Area> const& areas) {
  AreaIds ids;
  auto add = [&](model::FieldValue const& value) {
    auto const* area = value.text() ? area_called(*value.text(), areas) : nullptr;
    if (area) ids.push_back(area->id);
  };
  auto const* value = record.find(schema.field_for(model::Role::area));
  if (!value) return ids;
  if (auto const* several = value->several()) {
    for (auto const& one : *several) add(one);
  } else {
    add(*value);
  }
  return ids;
}

/// Takes what belongs to other areas out of a copy of the whole site.
class AreaSelection {
 public:
  AreaSelection(model::Site& site, std::string const& area) : site_(site), area_(area) {}

  void lists() {
    for (auto& list : site_.lists) {
      auto const belongs = [&](model::Record const& record) {
        return shows(areas_of(record, list.schema, site_.areas));
      };
      auto const others = std::stable_partition(list.records.begin(), list.records.end(), belongs);
      for (auto record = others; record != list.records.end(); ++record) elsewhere(list.slug + "/" + record->id);
      list.withheld.insert(list.withheld.end(), std::make_move_iterator(others),
                           std::make_move_iterator(list.records.end()));
      list.records.erase(others, list.records.end());
    }
  }

  void pages() {
    std::erase_if(site_.pages, [&](model::Page const& page) {
      if (shows(page.areas)) return false;
      elsewhere(page.slug);
      return true;
    });
  }

  void publications() {
    std::erase_if(site_.publications, [&](model::Publication& publication) {
      bool const other = !shows(publication.areas);
      bool const flyers_alone = publication.parts.empty();
      std::erase_if(publication.parts, [&](model::Part const& part) {
        if (!other && shows(part.areas)) return false;
        elsewhere(publication.slug + "/" + part.slug);
        return true;
      });
      if (publication.by_area) publication.area = area_;
      if (!publication.parts.empty() || (!other && flyers_alone)) return false;
      elsewhere(publication.slug);
      elsewhere(publication.slug + ".pdf");
      return true;
    });
  }

  void menu() {
    std::erase_if(site_.menu, [&](model::MenuItem const& item) { return site_.index.is_elsewhere(item.target.name); });
    for (auto& scene : site_.scenes) {
      if (scene.page && site_.index.is_elsewhere(scene.page->name)) scene.page.reset();
    }
  }

 private:
  bool shows(AreaIds const& areas) const {
    return areas.empty() || std::find(areas.begin(), areas.end(), area_) != areas.end();
  }
  void elsewhere(std::string name) { site_.index.add_elsewhere(std::move(name)); }

  model::Site& site_;
  std::string const& area_;
};

}  // namespace

AreaIds read_areas(model::Value const& object, LoadContext const& context) {
  AreaIds ids;
  auto const* value = object.find("areas");
  if (!value || !value->list() || !context.areas) return ids;
  for (auto const& item : *value->list()) {
    if (!item.text()) continue;
    if (auto const* area = area_called(*item.text(), *context.areas)) {
      ids.push_back(area->id);
    } else {
      refuse_unknown(item, *context.areas, context.diagnostics);
    }
  }
  return ids;
}

void tell_of_records_without_area(model::List const& list, std::vector<Area> const& areas,
                                  base::Diagnostics& diagnostics) {
  if (areas.empty()) return;
  auto const& field = list.schema.field_for(model::Role::area);
  model::FieldValue const* first = nullptr;
  std::size_t count = 0;
  for (auto const& record : list.records) {
    auto const* value = record.find(field);
    if (!value || !areas_of(record, list.schema, areas).empty()) continue;
    if (!first) first = value;
    ++count;
  }
  if (!first) return;
  diagnostics.warning(
      first->at, "record-without-area",
      {fmt::format("一覧「{}」の{}件は、{}に site.json の地域（areas）の名前がないので、すべての地域に出ます。",
                   list.slug, count, field.label),
       fmt::format("{} records of “{}” name no area of site.json, so every area shows them.", count, list.slug)},
      {fmt::format("1つの地域だけのものなら、「{}」のように、その地域の名前を書き足してください。",
                   areas.front().label),
       fmt::format("If they are of one area alone, add its name, like “{}”.", areas.front().label)});
}

model::Site select_area(model::Site const& whole, Area const& area) {
  auto site = whole;
  site.area = area.id;
  site.name =
      area.name.empty() ? whole.words.filled("area.site", {{"site", whole.name}, {"area", area.label}}) : area.name;
  site.contact = area.contact;
  if (area.municipality) site.municipality = area.municipality;
  site.aliases.clear();  // the addresses of before are those of the whole site
  AreaSelection selection(site, area.id);
  selection.lists();
  selection.pages();
  selection.publications();
  selection.menu();
  fill_in_site_words(site, area);
  site.index.take_names(site);
  return site;
}

}  // namespace tebiki::loading
