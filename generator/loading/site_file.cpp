#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "loading/markdown/markdown.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

constexpr std::array site_keys = {Key{"$schema", Shape::text},
                                  Key{"$comment"},
                                  Key{"name", Shape::text, Need::required},
                                  Key{"publisher", Shape::text},
                                  Key{"description", Shape::text},
                                  Key{"lead", Shape::text},
                                  Key{"base_url", Shape::text},
                                  Key{"language", Shape::text},
                                  Key{"contact", Shape::object},
                                  Key{"theme", Shape::object},
                                  Key{"notice", Shape::text},
                                  Key{"menu", Shape::list},
                                  Key{"areas", Shape::list},
                                  Key{"scenes", Shape::list},
                                  Key{"urgent", Shape::list},
                                  Key{"suggestions", Shape::texts},
                                  Key{"synonyms", Shape::list},
                                  Key{"holidays", Shape::object},
                                  Key{"municipality", Shape::object},
                                  Key{"open_data", Shape::object},
                                  Key{"outside", Shape::object}};
constexpr std::array contact_keys = {Key{"name", Shape::text},   Key{"tel", Shape::text},
                                     Key{"fax", Shape::text},    Key{"email", Shape::text},
                                     Key{"hours", Shape::text},  Key{"address", Shape::text},
                                     Key{"prompt", Shape::text}, Key{"after_hours", Shape::text}};
constexpr std::array theme_keys = {Key{"brand", Shape::text}};
constexpr std::array menu_keys = {Key{"label", Shape::text, Need::required}, Key{"ref", Shape::text, Need::required},
                                  Key{"summary", Shape::text}};
constexpr std::array area_keys = {Key{"id", Shape::text, Need::required}, Key{"label", Shape::text, Need::required},
                                  Key{"name", Shape::text}, Key{"contact", Shape::object},
                                  Key{"municipality", Shape::object}};
constexpr std::array urgent_keys = {Key{"tel", Shape::text, Need::required}, Key{"label", Shape::text, Need::required},
                                    Key{"note", Shape::text}};
constexpr std::array scene_keys = {Key{"id", Shape::text, Need::required},
                                   Key{"label", Shape::text, Need::required},
                                   Key{"official", Shape::text},
                                   Key{"summary", Shape::text},
                                   Key{"ref", Shape::text},
                                   Key{"urgent", Shape::boolean},
                                   Key{"colour", Shape::text}};

/// The four scenes of 在宅医療・介護連携推進事業, in the colours of the look.
std::vector<model::Scene> standard_scenes() {
  return {{"daily", "ふだんの療養", "日常の療養支援", "家で診てもらう、通う、用具を借りる", {}, {0x1d, 0x6b, 0x3c}},
          {"hospital", "入院と退院", "入退院支援", "病院の窓口、退院前の相談、情報の渡し方", {}, {0x1f, 0x4f, 0xa3}},
          {"urgent",
           "急に具合が悪いとき",
           "急変時の対応",
           "救急車を呼ぶ前に、呼ぶときに",
           {},
           {0xb3, 0x26, 0x1e},
           {},
           true},
          {"farewell", "人生の最期まで", "看取り", "話し合い、書き残す、看取りを支える", {}, {0x6a, 0x3d, 0x8f}}};
}

/// What is empty counts as not given.
void check_given(Value const& object, std::string_view key, std::string_view label, model::FieldKind kind,
                 base::Diagnostics& diagnostics) {
  if (!object.text_of(key).empty()) check_format(object, key, label, kind, diagnostics);
}

model::Contact read_contact(Value const& contact, base::Diagnostics& diagnostics) {
  check_given(contact, "tel", "電話番号", model::FieldKind::tel, diagnostics);
  check_given(contact, "fax", "FAX番号", model::FieldKind::fax, diagnostics);
  check_given(contact, "after_hours", "時間外の電話番号", model::FieldKind::tel, diagnostics);
  check_given(contact, "email", "メールアドレス", model::FieldKind::email, diagnostics);
  auto text = [&](std::string_view key) { return text_of(contact, key); };
  auto telephone = [&](std::string_view key) { return model::parse_telephone(text(key)); };
  return {text("name"),
          telephone("tel"),
          telephone("fax"),
          text("email"),
          text("hours"),
          text("address"),
          text("prompt"),
          telephone("after_hours"),
          read_opening(contact, diagnostics),
          contact.at};
}

model::Area read_area(Value const& value, model::Contact const& contact, base::Diagnostics& diagnostics) {
  check_object(value, area_keys, "areas", diagnostics);
  model::Area area{text_of(value, "id"), text_of(value, "label"), contact, {}, value.at, text_of(value, "name")};
  area.municipality = read_municipality(value, area.label, diagnostics);
  if (auto const* id = value.find("id"); id && id->text()) refuse_bad_slug(*id->text(), id->at, diagnostics);
  if (auto const* own = value.find("contact"); own && own->object()) {
    check_object(*own, contact_keys, "contact", diagnostics);
    area.contact = read_contact(*own, diagnostics);
  }
  return area;
}

void read_menu_item(Value const& item, model::Site& site, base::Diagnostics& diagnostics) {
  check_object(item, menu_keys, "menu", diagnostics);
  auto name = text_of(item, "ref");
  if (name.empty()) return;
  site.menu.push_back({text_of(item, "label"), reference_from(name), item.find("ref")->at, text_of(item, "summary")});
}

model::Scene read_scene(Value const& value, base::Diagnostics& diagnostics) {
  check_object(value, scene_keys, "scenes", diagnostics);
  model::Scene scene{
      text_of(value, "id"), text_of(value, "label"), text_of(value, "official"), text_of(value, "summary"), {},
      {0x00, 0x59, 0x6b}};
  if (auto* id = value.find("id"); id && id->text()) refuse_bad_slug(*id->text(), id->at, diagnostics);
  for (auto const& standard : standard_scenes()) {
    if (standard.id == scene.id) scene.colour = standard.colour;
  }
  read_colour(value, "colour", scene.colour, diagnostics);
  auto const* urgent = value.find("urgent");
  scene.urgent = urgent && urgent->boolean() && *urgent->boolean();
  if (auto* ref = value.find("ref"); ref && ref->text()) {
    scene.page = reference_from(*ref->text());
    scene.page_at = ref->at;
  }
  return scene;
}

void read_urgent_number(Value const& item, model::Site& site, base::Diagnostics& diagnostics) {
  check_object(item, urgent_keys, "urgent", diagnostics);
  check_given(item, "tel", "電話番号", model::FieldKind::tel, diagnostics);
  site.urgent.push_back({model::parse_telephone(text_of(item, "tel")), text_of(item, "label"), text_of(item, "note")});
}

void read_base_url(model::Site& site, Value const& file, base::Diagnostics& diagnostics) {
  check_given(file, "base_url", "base_url", model::FieldKind::uri, diagnostics);
  site.base_url = text_of(file, "base_url");
  bool const web = site.base_url.starts_with("http://") || site.base_url.starts_with("https://");
  bool const path_only = site.base_url.find_first_of("?#") == std::string::npos;
  bool const address = !site.base_url.empty() && !format_mistake(model::FieldKind::uri, site.base_url);
  if (address && !(web && path_only)) {
    diagnostics.error(
        file.find("base_url")->at, "base-url",
        {fmt::format("サイトの住所「{}」に、ページの住所をつなげません。", site.base_url),
         fmt::format("Pages cannot stand below the address “{}”.", site.base_url)},
        {"「https://www.example.jp/care/」のように https:// から書き、「?」や「#」から後ろは消してください。",
         "Write it like https://www.example.jp/care/, without what begins with “?” or “#”."});
  }
  if (!site.base_url.empty() && site.base_url.back() != '/') site.base_url += '/';
}

void read_language(model::Site& site, Value const& file, base::Diagnostics& diagnostics) {
  auto language = text_of(file, "language");
  if (language.empty()) return;
  auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  if (language.size() >= 2 && language.size() <= 20 && std::all_of(language.begin(), language.end(), good)) {
    site.language = language;
    return;
  }
  diagnostics.error(
      file.find("language")->at, "malformed-value",
      {fmt::format("「{}」は言語の名前ではありません。", language), fmt::format("“{}” is no language tag.", language)},
      {"日本語なら「ja」と書いてください。", "Write ja for Japanese, en for English."});
}

}  // namespace

Value read_site_file(std::optional<TextFile> const& file, base::Sources& sources, base::Diagnostics& diagnostics) {
  if (!file) {
    auto at = whole_file("site.json", sources);
    diagnostics.error(at, "missing-file", {"site.json がありません。", "There is no site.json."},
                      {"サイトの名前を {\"name\": \"…\"} のように書いた site.json を作ってください。",
                       "Make a site.json that gives the site's name, like {\"name\": \"…\"}."});
    return {{}, at};
  }
  Value nothing{{}, file->begin()};
  if (!file->usable) return nothing;
  auto value = read_json(file->file, sources, diagnostics);
  if (!value) return nothing;
  refuse_site_words(*value, diagnostics);
  check_object(*value, site_keys, "site.json", diagnostics);
  correct_keys(*value, site_keys);
  if (auto* contact = member(*value, "contact"); contact && contact->object()) {
    check_object(*contact, contact_keys, "contact", diagnostics);
    correct_keys(*contact, contact_keys);
  }
  return value->object() ? std::move(*value) : nothing;
}

model::Site make_site(Value const& file, model::Date today, base::Diagnostics& diagnostics) {
  model::Site site;
  site.today = today;
  site.at = file.at;
  site.name = text_of(file, "name");
  site.publisher = text_of(file, "publisher");
  site.description = text_of(file, "description");
  site.lead = text_of(file, "lead");
  site.notice = text_of(file, "notice");
  site.suggestions = texts_of(file, "suggestions");
  site.synonyms = read_synonyms(file, diagnostics);
  site.holidays = read_holidays(file, today, diagnostics);
  site.municipality = read_municipality(file, {}, diagnostics);
  site.open_data = read_open_data_terms(file, diagnostics);
  site.outside = read_outside(file, diagnostics);
  read_base_url(site, file, diagnostics);
  read_language(site, file, diagnostics);
  if (auto* contact = file.find("contact"); contact && contact->object())
    site.contact = read_contact(*contact, diagnostics);
  if (auto* theme = file.find("theme"); theme && theme->object()) {
    check_object(*theme, theme_keys, "theme", diagnostics);
    read_colour(*theme, "brand", site.brand, diagnostics);
  }
  if (auto* menu = file.find("menu"); menu && menu->list()) {
    for (auto const& item : *menu->list()) read_menu_item(item, site, diagnostics);
  }
  if (auto* urgent = file.find("urgent"); urgent && urgent->list()) {
    for (auto const& item : *urgent->list()) read_urgent_number(item, site, diagnostics);
  }
  if (auto* areas = file.find("areas"); areas && areas->list()) {
    for (auto const& area : *areas->list()) site.areas.push_back(read_area(area, site.contact, diagnostics));
  }
  auto* scenes = file.find("scenes");
  if (!scenes || !scenes->list()) site.scenes = standard_scenes();
  if (scenes && scenes->list()) {
    for (auto const& scene : *scenes->list()) site.scenes.push_back(read_scene(scene, diagnostics));
  }
  return site;
}

std::vector<SceneNames> scene_names(model::Site const& site) {
  std::vector<SceneNames> names;
  for (auto const& scene : site.scenes) names.push_back({scene.id, {scene.label, scene.official}});
  return names;
}

namespace {

/// Where nobody wrote a menu. The home page names every list and publication; a menu of more could not be read, and
/// every page would repeat it.
std::vector<model::MenuItem> standard_menu(model::Site const& site) {
  constexpr std::size_t most_lists = 8, most_publications = 4;
  std::vector<model::MenuItem> menu;
  for (std::size_t i = 0; i < std::min(site.lists.size(), most_lists); ++i) {
    auto const& list = site.lists[i];
    menu.push_back({list.schema.title, {list.slug, {}}, list.schema.at});
  }
  for (std::size_t i = 0; i < std::min(site.publications.size(), most_publications); ++i) {
    auto const& publication = site.publications[i];
    menu.push_back({publication.title, {publication.slug, {}}, publication.at});
  }
  return menu;
}

}  // namespace

void complete(model::Site& site) {
  for (auto& scene : site.scenes) {
    auto slug = "scenes/" + scene.id;
    auto page = std::find_if(site.pages.begin(), site.pages.end(), [&](auto const& one) { return one.slug == slug; });
    if (scene.page || page == site.pages.end()) continue;
    scene.page = model::Reference{slug, {}};
    scene.page_at = page->at;
  }
  if (site.menu.empty()) site.menu = standard_menu(site);
}

}  // namespace tebiki::loading
