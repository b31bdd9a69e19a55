#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "loading/load.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Publication;
using model::Value;

constexpr std::array publication_keys = {Key{"$schema", Shape::text},
                                         Key{"$comment"},
                                         Key{"title", Shape::text, Need::required},
                                         Key{"summary", Shape::text},
                                         Key{"cover", Shape::object},
                                         Key{"paper", Shape::text},
                                         Key{"orientation", Shape::text},
                                         Key{"sheet", Shape::text},
                                         Key{"fold"},
                                         Key{"blank_panels"},
                                         Key{"columns"},
                                         Key{"masthead", Shape::object},
                                         Key{"binding", Shape::text},
                                         Key{"contents", Shape::boolean},
                                         Key{"index", Shape::boolean},
                                         Key{"revised", Shape::text},
                                         Key{"colour", Shape::text},
                                         Key{"editions", Shape::texts},
                                         Key{"parts", Shape::texts},
                                         Key{"flyers"},
                                         Key{"aliases", Shape::texts},
                                         Key{"areas", Shape::texts},
                                         Key{"by_area", Shape::boolean},
                                         Key{"publish_from", Shape::text},
                                         Key{"publish_until", Shape::text}};
constexpr std::array flyer_keys = {Key{"list", Shape::text, Need::required}, Key{"design", Shape::text, Need::required},
                                   Key{"where", Shape::object}, Key{"past", Shape::boolean}};
constexpr std::array cover_keys = {Key{"title_lines", Shape::texts}, Key{"edition", Shape::text},
                                   Key{"motto", Shape::text}};
constexpr std::array part_keys = {Key{"title", Shape::text},
                                  Key{"tab", Shape::text},
                                  Key{"publish_from", Shape::text},
                                  Key{"publish_until", Shape::text},
                                  Key{"aliases", Shape::texts},
                                  Key{"areas", Shape::texts},
                                  Key{"columns"}};

/// `publications/care-guide/20-consult.md` → `consult`.
std::string part_slug(std::string const& path) {
  auto name = path.substr(path.rfind('/') + 1);
  name.resize(name.size() - std::string_view(".md").size());
  auto rest = name.find_first_not_of("0123456789");
  return rest != name.npos && rest > 0 && name[rest] == '-' ? name.substr(rest + 1) : name;
}

/// The word given for `key` if it is one of the choices; otherwise an error and the first of them.
std::string one_of(Value const& object, std::string_view key, std::vector<std::string> const& choices,
                   base::Diagnostics& diagnostics) {
  auto* value = object.find(key);
  if (!value || !value->text()) return choices[0];
  auto found = std::find(choices.begin(), choices.end(), *value->text());
  if (found != choices.end()) return *found;
  diagnostics.error(value->at, "unknown-choice",
                    {fmt::format("「{}」に「{}」は選べません。", key, *value->text()),
                     fmt::format("“{}” cannot be “{}”.", key, *value->text())},
                    did_you_mean(*value->text(), choices));
  return choices[0];
}

model::Cover read_cover(Value const& cover, Publication const& publication, base::Diagnostics& diagnostics) {
  check_object(cover, cover_keys, "cover", diagnostics);
  model::Cover result{texts_of(cover, "title_lines"), text_of(cover, "edition"),  text_of(cover, "motto"),
                      place_of(cover, "title_lines"), place_of(cover, "edition"), place_of(cover, "motto")};
  if (result.title_lines.empty()) result.title_lines = {publication.title}, result.title_at = publication.title_at;
  return result;
}

void check_editions(Value const& settings, base::Diagnostics& diagnostics) {
  static std::vector<std::string> const editions = {"standard", "large-print", "booklet"};
  auto* value = settings.find("editions");
  if (!value || !value->list()) return;
  for (auto const& edition : *value->list()) {
    if (!edition.text() || *edition.text() == "standard") continue;
    if (std::find(editions.begin(), editions.end(), *edition.text()) != editions.end()) {
      diagnostics.error(edition.at, "edition-not-available",
                        {fmt::format("「{}」の版は、まだ作れません。", *edition.text()),
                         fmt::format("The edition “{}” is not available yet.", *edition.text())},
                        {"いま作れるのは standard だけです。", "For now there is only “standard”."});
      continue;
    }
    diagnostics.error(edition.at, "unknown-choice",
                      {fmt::format("「{}」という版（editions）はありません。", *edition.text()),
                       fmt::format("There is no edition “{}”.", *edition.text())},
                      did_you_mean(*edition.text(), editions));
  }
}

/// One request, or a list of them: the first that fits an event makes its flyer.
std::vector<model::FlyerRequest> read_flyers(Value const& settings, base::Diagnostics& diagnostics) {
  std::vector<model::FlyerRequest> requests;
  auto const read = [&](Value const& value) {
    if (!check_object(value, flyer_keys, "flyers", diagnostics)) return;
    auto const *list = value.find("list"), *design = value.find("design"), *where = value.find("where");
    if (!list || !design) return;
    using Past = model::FlyerRequest::Past;
    requests.push_back({text_of(value, "list"), text_of(value, "design"), where ? *where : Value{},
                        flag_of(value, "past") ? Past::included : Past::left_out, value.at, list->at, design->at});
  };
  auto const* flyers = settings.find("flyers");
  if (!flyers) return requests;
  if (!flyers->list()) read(*flyers);
  if (flyers->list()) {
    for (auto const& value : *flyers->list()) read(value);
  }
  return requests;
}

Publication read_settings(Value const& settings, std::string const& slug, model::Colour brand,
                          base::Diagnostics& diagnostics) {
  Publication publication;
  publication.slug = slug;
  publication.at = settings.at;
  publication.colour = brand;
  if (!check_object(settings, publication_keys, "publication.json", diagnostics)) return publication;
  publication.title = text_of(settings, "title");
  publication.title_at = place_of(settings, "title");
  publication.summary = text_of(settings, "summary");
  publication.paper = one_of(settings, "paper", {"A4", "A3", "A5", "B5", "card"}, diagnostics);
  if (settings.find("sheet") || publication.paper == "card")
    publication.sheet = one_of(settings, "sheet", {"A4", "A3"}, diagnostics);
  publication.landscape = one_of(settings, "orientation", {"portrait", "landscape"}, diagnostics) == "landscape";
  bool right = one_of(settings, "binding", {"left", "right"}, diagnostics) == "right";
  publication.binding = right ? model::Binding::right : model::Binding::left;
  publication.contents = flag_of(settings, "contents");
  publication.index = flag_of(settings, "index");
  auto* cover = settings.find("cover");
  if (cover && cover->object()) publication.cover = read_cover(*cover, publication, diagnostics);
  publication.revised = day_in(settings.text_of("revised"));
  check_format(settings, "revised", "改訂日", model::FieldKind::date, diagnostics);
  publication.period = read_period(settings, diagnostics);
  read_colour(settings, "colour", publication.colour, diagnostics);
  check_editions(settings, diagnostics);
  publication.by_area = flag_of(settings, "by_area");
  publication.flyers = read_flyers(settings, diagnostics);
  read_page_layout(settings, publication, diagnostics);
  return publication;
}

/// The files in the order that `parts` gives, or in that of their names.
std::vector<TextFile const*> ordered(std::vector<TextFile> const& files, Value const& settings,
                                     base::Diagnostics& diagnostics) {
  std::vector<TextFile const*> result;
  auto* parts = settings.find("parts");
  if (!parts || !parts->list()) {
    for (auto const& file : files) result.push_back(&file);
    return result;
  }
  std::vector<std::string> slugs;
  slugs.reserve(files.size());
  for (auto const& file : files) slugs.push_back(part_slug(file.path));
  for (auto const& name : *parts->list()) {
    if (!name.text()) continue;
    auto found = std::find(slugs.begin(), slugs.end(), *name.text());
    if (found != slugs.end()) {
      result.push_back(&files[static_cast<std::size_t>(found - slugs.begin())]);
      continue;
    }
    diagnostics.error(name.at, "unknown-part",
                      {fmt::format("「{}」という部（.md）はこの冊子にありません。", *name.text()),
                       fmt::format("This publication has no part “{}”.", *name.text())},
                      did_you_mean(*name.text(), slugs));
  }
  for (auto const& file : files) {
    if (std::find(result.begin(), result.end(), &file) != result.end()) continue;
    result.push_back(&file);
    diagnostics.error(
        parts->at, "unlisted-part",
        {fmt::format("「{}」が「parts」に書かれていません。", part_slug(file.path)),
         fmt::format("“{}” is not named in “parts”.", part_slug(file.path))},
        {"「parts」に書き足すか、そのファイルを移してください。", "Add it to “parts”, or move the file elsewhere."});
  }
  return result;
}

void read_part(TextFile const& file, Publication& publication, LoadContext const& context, OtherNames& names) {
  auto slug = part_slug(file.path);
  refuse_bad_slug(slug, file.begin(), context.diagnostics);
  if (!file.usable) {
    names.unread.push_back(publication.slug + "/" + slug);
    names.unread.push_back(publication.slug + "#");
    return;
  }
  auto read = read_page_file(file, part_keys, context);
  if (!read.sound) {
    names.unread.push_back(publication.slug + "/" + slug + "#");
    names.unread.push_back(publication.slug + "#");
  }
  if (read.empty) {
    context.diagnostics.warning(
        file.begin(), "empty-part",
        {"この章には、題名のほかに何も書かれていません。", "There is nothing in this chapter but its title."},
        {"本文を書くか、いらなければファイルを消してください。",
         "Write its text, or remove the file if it is not needed."});
  }
  auto folder = publication.slug + "/";
  read_aliases(read.data, folder, folder + slug, names.aliases, context.diagnostics);
  auto title = read.title.empty() ? publication.title : read.title;
  publication.parts.push_back({slug, title, text_of(read.data, "tab"), std::move(read.blocks), file.begin(),
                               read_period(read.data, context.diagnostics), read_areas(read.data, context),
                               read_columns(read.data, context.diagnostics)});
}

/// A publication takes its parts with it: `old/consult` leads to `care-guide/consult`.
void read_publication_aliases(Value const& settings, Publication const& publication, OtherNames& names,
                              base::Diagnostics& diagnostics) {
  std::vector<model::Alias> aliases;
  read_aliases(settings, "", publication.slug, aliases, diagnostics);
  for (auto const& [name, target, at] : aliases) {
    for (auto const& part : publication.parts)
      names.aliases.push_back({name + "/" + part.slug, target + "/" + part.slug, at});
    names.aliases.push_back({name, target, at});
  }
}

std::optional<Value> settings_of(PublicationFolder const& folder, LoadContext const& context) {
  if (folder.settings) {
    if (!folder.settings->usable) return std::nullopt;
    return read_json(folder.settings->file, context.sources, context.diagnostics);
  }
  context.diagnostics.error(folder.parts[0].begin(), "missing-file",
                            {fmt::format("publications/{}/ に publication.json がありません。", folder.slug),
                             fmt::format("There is no publication.json in publications/{}/.", folder.slug)},
                            {"冊子の題名を {\"title\": \"…\"} のように書いた publication.json を作ってください。",
                             "Make a publication.json that gives the title, like {\"title\": \"…\"}."});
  return std::nullopt;
}

}  // namespace

std::optional<Publication> read_publication(PublicationFolder const& folder, model::Colour brand,
                                            LoadContext const& context, OtherNames& names) {
  if (!folder.settings && folder.parts.empty()) return std::nullopt;
  auto begin = folder.settings ? folder.settings->begin() : folder.parts[0].begin();
  refuse_bad_slug(folder.slug, begin, context.diagnostics);
  auto settings = settings_of(folder, context);
  Value const nothing{model::Object{}, begin};
  Publication publication;
  if (settings) publication = read_settings(*settings, folder.slug, brand, context.diagnostics);
  publication.slug = folder.slug;
  publication.at = begin;
  if (settings) publication.areas = read_areas(*settings, context);
  if (settings) check_texts(*settings, context.site_file, context.diagnostics);
  for (auto* file : ordered(folder.parts, settings ? *settings : nothing, context.diagnostics))
    read_part(*file, publication, context, names);
  if (settings) read_publication_aliases(*settings, publication, names, context.diagnostics);
  bool const makes_flyers = settings && settings->find("flyers");
  if (folder.parts.empty() && !makes_flyers)
    context.diagnostics.error(begin, "no-parts",
                              {fmt::format("冊子「{}」に部（.md）がひとつもありません。", folder.slug),
                               fmt::format("The publication “{}” has no parts.", folder.slug)},
                              {"「10-guide.md」のような Markdown のファイルを同じフォルダに置いてください。",
                               "Put a Markdown file such as 10-guide.md into its folder."});
  return publication;
}

}  // namespace tebiki::loading
