#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "loading/load.hpp"

namespace tebiki::loading {
namespace {

using model::Translation;

using Said = std::vector<std::pair<std::string, std::string>>;

void say(std::string& text, Said const& said) {
  auto const found = std::find_if(said.begin(), said.end(), [&](auto const& one) { return one.first == text; });
  if (found != said.end()) text = found->second;
}

/// Fields are called and their choices shown as the schema's translation says.
void translate(model::Schema& schema, model::SchemaTranslation const& said) {
  if (!said.title.empty()) schema.title = said.title;
  if (!said.description.empty()) schema.description = said.description;
  for (auto& field : schema.fields) {
    field.written_label = field.label;
    auto label = field.key;
    say(label, said.labels);
    if (label != field.key) field.label = label;
    say(field.group, said.groups);
    say(field.subgroup, said.groups);
    say(field.quick, said.groups);
    for (auto const& choice : field.choices) {
      auto shown = choice;
      say(shown, said.choices);
      if (shown != choice) field.said_choices.emplace_back(choice, shown);
    }
  }
}

/// Values that are translated take the places of the record's own; a name without a reading of its own has none.
void translate(model::Record& record, model::Record const& said) {
  auto const has = [&](std::uint16_t slot) { return said.find(slot) != nullptr; };
  bool const renamed = has(record.name_slot) && !has(record.reading_slot);
  std::erase_if(record.values, [&](model::FieldValue const& value) {
    return has(value.slot) || (renamed && value.slot == record.reading_slot);
  });
  record.values.insert(record.values.end(), said.values.begin(), said.values.end());
  if (!said.body.empty()) record.body = said.body;
  record.at = said.at;
}

/// Makes a copy of the whole site what it is in one language.
class InLanguage {
 public:
  InLanguage(model::Site& site, Translation const& translation) : site_(site), translation_(translation) {}

  void texts() {
    site_.translation = translation_.code;
    site_.language = translation_.language;
    site_.words = translation_.words;
    site_.name = translation_.name;
    site_.publisher = translation_.publisher;
    site_.description = translation_.description;
    site_.lead = translation_.lead;
    site_.notice = translation_.notice;
    site_.contact = translation_.contact;
    site_.urgent = translation_.urgent;
    site_.suggestions = translation_.suggestions;
    site_.site_words = translation_.site_words;
    site_.areas.clear();
    site_.aliases.clear();
  }

  void lists() {
    for (auto& list : site_.lists) {
      for (auto const& said : list.schema_translations) {
        if (said.language == translation_.code) translate(list.schema, said);
      }
      std::unordered_map<std::string, model::Record const*> translated;
      for (auto const& [language, record] : list.record_translations) {
        if (language == translation_.code) translated.emplace(record.id, &record);
      }
      bool any = false;
      for (auto& record : list.records) {
        auto const said = translated.find(record.id);
        if (said == translated.end()) elsewhere(list.slug + "/" + record.id);
        if (said == translated.end()) continue;
        translate(record, *said->second);
        any = true;
      }
      if (!any) elsewhere(list.slug);
      list.schema_translations.clear();
      list.record_translations.clear();
    }
  }

  void pages() {
    std::erase_if(site_.pages, [&](model::Page& page) {
      if (page.language == translation_.code) {
        translated_.push_back(page.original());
        return false;
      }
      others_.push_back(page.slug);
      return true;
    });
    for (auto& page : site_.pages) page.slug = page.original();
    for (auto& name : others_) {
      bool const here =
          name == model::home_slug || std::find(translated_.begin(), translated_.end(), name) != translated_.end();
      if (!here) elsewhere(std::move(name));
    }
  }

  void publications() {
    for (auto const& publication : site_.publications) {
      elsewhere(publication.slug);
      elsewhere(publication.slug + ".pdf");
      for (auto const& part : publication.parts) elsewhere(publication.slug + "/" + part.slug);
    }
    site_.publications.clear();
  }

  /// Menu and scenes lead to what is translated, and are called as that is. Once names are known.
  void menu() {
    std::erase_if(site_.menu, [&](model::MenuItem const& item) { return !site_.path_of(item.target.name); });
    for (auto& item : site_.menu) item.label = site_.title_of(item.target.name);
    for (auto& scene : site_.scenes) {
      if (scene.page && !site_.path_of(scene.page->name)) scene.page.reset();
      if (!scene.page) continue;
      auto const page = std::find_if(site_.pages.begin(), site_.pages.end(),
                                     [&](model::Page const& one) { return one.slug == scene.page->name; });
      scene.official.clear();
      scene.label = site_.title_of(scene.page->name);
      scene.summary = page == site_.pages.end() ? "" : page->description;
    }
  }

 private:
  void elsewhere(std::string name) { site_.index.add_elsewhere(std::move(name)); }

  model::Site& site_;
  Translation const& translation_;
  std::vector<std::string> translated_, others_;  ///< names of pages
};

model::Site translated_site(model::Site const& whole, Translation const& translation) {
  auto site = whole;
  InLanguage edition(site, translation);
  edition.texts();
  edition.lists();
  edition.pages();
  edition.publications();
  site.index.take_names(site);
  edition.menu();
  return site;
}

}  // namespace

std::vector<model::Site> take_translations(model::Site& whole) {
  std::vector<model::Site> sites;
  for (auto const& translation : whole.translations) sites.push_back(translated_site(whole, translation));
  if (sites.empty()) return sites;
  std::erase_if(whole.pages, [&](model::Page const& page) {
    if (page.language.empty()) return false;
    whole.index.add_elsewhere(page.slug);
    return true;
  });
  for (auto& list : whole.lists) {
    list.schema_translations.clear();
    list.record_translations.clear();
  }
  whole.index.take_names(whole);
  return sites;
}

}  // namespace tebiki::loading
