// What of the content is said in other languages, in files beside those that they translate: `pages/about.en.md`,
// `site.en.json`; lists and their records are read in records/list_translations.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

constexpr std::array site_keys = {Key{"$comment"},
                                  Key{"name", Shape::text},
                                  Key{"publisher", Shape::text},
                                  Key{"description", Shape::text},
                                  Key{"lead", Shape::text},
                                  Key{"notice", Shape::text},
                                  Key{"contact", Shape::object},
                                  Key{"urgent", Shape::list},
                                  Key{"suggestions", Shape::texts}};
constexpr std::array contact_keys = {Key{"name", Shape::text}, Key{"hours", Shape::text}, Key{"address", Shape::text},
                                     Key{"prompt", Shape::text}};
constexpr std::array urgent_keys = {Key{"tel", Shape::text, Need::required}, Key{"label", Shape::text},
                                    Key{"note", Shape::text}};

/// Puts what an object says in the place of what another says under the same keys.
void put_over(Value& object, Value const& other) {
  for (auto const& said : *other.object()) {
    auto* own = member(object, said.key);
    if (own && own->object() && said.value.object())
      put_over(*own, said.value);
    else if (own)
      *own = said.value;
    else
      std::get<model::Object>(object.data).push_back(said);
  }
}

Value* number_called(Value& urgent, std::string const& tel) {
  auto* numbers = std::get_if<model::Values>(&urgent.data);
  if (!numbers) return nullptr;
  auto const found = std::find_if(numbers->begin(), numbers->end(), [&](Value const& number) {
    return number.object() && text_of(number, "tel") == tel;
  });
  return found == numbers->end() ? nullptr : &*found;
}

/// Numbers are known again by themselves.
void put_over_urgent(Value& site_file, Value const& urgent, base::Diagnostics& diagnostics) {
  auto* own = member(site_file, "urgent");
  for (auto const& item : *urgent.list()) {
    if (!check_object(item, urgent_keys, "urgent", diagnostics)) continue;
    auto const tel = text_of(item, "tel");
    auto* number = own ? number_called(*own, tel) : nullptr;
    if (number) {
      put_over(*number, item);
    } else if (!tel.empty()) {
      diagnostics.error(item.find("tel")->at, "missing-original",
                        {fmt::format("「{}」は、site.json の urgent にない番号です。", tel),
                         fmt::format("“{}” is no number in “urgent” of site.json.", tel)},
                        {"site.json の番号を、そのまま写してください。", "Copy a number of site.json as it is."});
    }
  }
}

/// A number that a translation repeats is easily forgotten when that of the site changes.
void tell_of_other_numbers(Value const& translated, Value const& site_file, std::string const& path,
                           base::Diagnostics& diagnostics) {
  std::set<std::string> known;
  model::for_each_text_in(site_file, [&](std::string const& text, base::SourceLocation) {
    for (auto const& number : telephones_in(text)) known.insert(base::digits_of(number));
  });
  model::for_each_text_in(translated, [&](std::string const& text, base::SourceLocation at) {
    for (auto const& number : telephones_in(text)) {
      if (known.contains(base::digits_of(number))) continue;
      diagnostics.warning(at, "number-not-of-the-site",
                          {fmt::format("{} にある番号「{}」は、site.json のどこにもありません。", path, number),
                           fmt::format("site.json has no number “{}” any more.", number)},
                          {"site.json の番号を変えたなら、ここも同じ番号に直してください。",
                           "If the number was changed in site.json, change it here, too."});
    }
  });
}

/// What `site.en.json` says, put over `site_file`.
void read_site_translation(TextFile const& file, Value& site_file, base::Sources& sources,
                           base::Diagnostics& diagnostics) {
  auto value = file.usable ? read_json(file.file, sources, diagnostics) : std::nullopt;
  if (!value || !check_object(*value, site_keys, file.path, diagnostics)) return;
  tell_of_other_numbers(*value, site_file, file.path, diagnostics);
  tell_of_other_hours(*value, site_file, diagnostics);
  auto const* contact = value->find("contact");
  if (contact && contact->object()) check_object(*contact, contact_keys, "contact", diagnostics);
  auto* urgent = member(*value, "urgent");
  if (urgent && urgent->list()) {
    put_over_urgent(site_file, *urgent, diagnostics);
    std::erase_if(std::get<model::Object>(value->data), [](model::Member const& one) { return one.key == "urgent"; });
  }
  put_over(site_file, *value);
}

/// The first file of each language, by code.
std::map<std::string, TextFile const*> first_files(ContentFolder const& folder) {
  std::map<std::string, TextFile const*> files;
  auto take = [&](TextFile const& file) {
    if (!file.language.empty()) files.emplace(file.language, &file);
  };
  std::for_each(folder.site_translations.begin(), folder.site_translations.end(), take);
  for (auto const& list : folder.lists) std::for_each(list.translations.begin(), list.translations.end(), take);
  std::for_each(folder.pages.begin(), folder.pages.end(), take);
  return files;
}

}  // namespace

std::map<std::string, Value> read_translated_site_files(ContentFolder const& folder, Value const& site_file,
                                                        base::Sources& sources, base::Diagnostics& diagnostics) {
  std::map<std::string, Value> files;
  for (auto const& [language, first] : first_files(folder)) files.emplace(language, site_file);
  for (auto const& file : folder.site_translations) {
    auto& whole = files.at(file.language);
    if (whole.object()) read_site_translation(file, whole, sources, diagnostics);
  }
  return files;
}

std::vector<model::Translation> translations_of(ContentFolder const& folder, model::Site const& site,
                                                std::map<std::string, Value> const& site_files) {
  std::vector<model::Translation> translations;
  for (auto const& [code, first] : first_files(folder)) {
    base::Diagnostics told_of_original;
    auto said = make_site(site_files.at(code), site.today, told_of_original);
    model::Translation translation{code};
    translation.name = said.name;
    translation.publisher = said.publisher;
    translation.description = said.description;
    translation.lead = said.lead;
    translation.notice = said.notice;
    translation.contact = std::move(said.contact);
    translation.contact.opening = site.contact.opening;
    translation.urgent = std::move(said.urgent);
    translation.suggestions = std::move(said.suggestions);
    translation.site_words = site_words(site_files.at(code));
    translation.at = first->begin();
    translation.says_site = std::any_of(folder.site_translations.begin(), folder.site_translations.end(),
                                        [&](TextFile const& file) { return file.language == first->language; });
    translations.push_back(std::move(translation));
  }
  return translations;
}

void join_originals(model::Site& site, std::vector<std::string> const& unread, base::Diagnostics& diagnostics) {
  std::map<std::string, std::pair<model::PublishingPeriod, model::AreaIds>> originals{
      {std::string(model::home_slug), {}}};
  for (auto const& page : site.pages) {
    if (page.language.empty()) originals[page.slug] = {page.period, page.areas};
  }
  std::vector<std::string> names;
  for (auto const& original : originals) names.push_back(original.first);
  base::NearNames slugs(std::move(names));
  std::erase_if(site.pages, [&](model::Page& page) {
    if (page.language.empty()) return false;
    auto const name = page.original();
    if (auto const original = originals.find(name); original != originals.end()) {
      std::tie(page.period, page.areas) = original->second;
      return false;
    }
    if (std::find(unread.begin(), unread.end(), name) == unread.end()) {
      diagnostics.error(page.at, "missing-original",
                        {fmt::format("もとのページ pages/{}.md がありません。", name),
                         fmt::format("There is no page pages/{}.md to be translated.", name)},
                        remedy_for_lost_original(name, page.language, slugs));
    }
    return true;
  });
}

}  // namespace tebiki::loading
