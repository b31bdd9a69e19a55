// Files of Markdown with their front matter: pages, and the parts of publications.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

/// Whether the title is no text, which was reported.
bool has_other_title(model::Value const& data) {
  auto const* title = data.find("title");
  return title && !title->is_null() && !title->text();
}

/// Whether a key of the front matter seems to be this one, misspelt: that was reported, and it is not missing, too.
bool is_meant_by_unknown_key(std::string const& key, model::Value const& data) {
  auto const* members = data.object();
  return members && std::any_of(members->begin(), members->end(), [&](model::Member const& member) {
           return member.key != key && base::nearest(member.key, {key}).has_value();
         });
}

/// Records say when they were translated; who takes that over to a page is told so.
void refuse_day_of_translation(model::Value& data, base::Diagnostics& diagnostics) {
  auto* members = std::get_if<model::Object>(&data.data);
  if (!members) return;
  std::erase_if(*members, [&](model::Member const& member) {
    if (member.key != "translated") return false;
    diagnostics.error(member.key_at, "unknown-key",
                      {"「translated」（訳した日）は、一覧の1件の訳にだけ書けます。",
                       "“translated” is for translations of records only."},
                      {"ページと章からは、この行を消してください。", "Remove this line from a page or chapter."});
    return true;
  });
}

}  // namespace

void check_texts(model::Value const& object, model::Value const& site_file, base::Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> days = {"publish_from", "publish_until", "revised"};
  if (!object.object()) return;
  for (auto const& member : *object.object()) {
    if (std::find(days.begin(), days.end(), member.key) != days.end()) continue;
    model::for_each_text_in(member.value, [&](std::string const& text, base::SourceLocation at) {
      check_site_words(text, at, site_file, diagnostics);
      tell_of_days(text, at, WordsPlace::value, diagnostics);
    });
  }
}

model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics) {
  check_format(object, "publish_from", "公開開始日", model::FieldKind::date, diagnostics);
  check_format(object, "publish_until", "公開終了日", model::FieldKind::date, diagnostics);
  model::PublishingPeriod const period{day_in(object.text_of("publish_from")), day_in(object.text_of("publish_until"))};
  auto const* until = object.find("publish_until");
  check_period(period, until ? until->at : object.at, diagnostics);
  return period;
}

PageFile read_page_file(TextFile const& file, std::span<Key const> keys, LoadContext const& context) {
  auto front = read_front_matter(file.file, context.sources, context.diagnostics);
  refuse_day_of_translation(front.data, context.diagnostics);
  check_object(front.data, keys, base::Message{"ファイルの始めの設定（--- の間）", "The front matter"},
               context.diagnostics);
  check_texts(front.data, context.site_file, context.diagnostics);
  base::Diagnostics of_body;
  PageFile page{
      std::move(front.data), {}, read_markdown(front.body, context.site_file, context.sources, of_body), front.sound};
  tell_of_days(page.blocks, of_body);
  page.title = text_of(page.data, "title");
  if (page.title.empty()) page.title = take_title(page.blocks);
  lower_top_headings(page.blocks);
  page.empty = page.blocks.empty() && front.sound && !of_body.has_errors();
  context.diagnostics.merge(of_body);
  return page;
}

namespace {

constexpr std::array page_keys = {Key{"title", Shape::text},        Key{"description", Shape::text},
                                  Key{"publish_from", Shape::text}, Key{"publish_until", Shape::text},
                                  Key{"found_by", Shape::texts},    Key{"aliases", Shape::texts},
                                  Key{"areas", Shape::texts}};

/// Of a translation: all else is that of its original.
constexpr std::array translation_keys = {Key{"title", Shape::text}, Key{"description", Shape::text},
                                         Key{"found_by", Shape::texts}};

/// `pages/scenes/daily.md` → `scenes/daily`.
std::string original_of(std::string const& path) {
  return path_without_language(path).substr(std::string_view("pages/").size());
}

/// `pages/scenes/daily.en.md` → `en/scenes/daily`.
std::string slug_of(TextFile const& file) {
  auto const original = original_of(file.path);
  if (file.language.empty()) return original;
  return original == model::home_slug ? file.language : file.language + "/" + original;
}

}  // namespace

std::optional<model::Page> read_page(TextFile const& file, LoadContext const& around, OtherNames& names) {
  auto const context = in_language(around, file.language);
  auto const slug = slug_of(file);
  refuse_bad_path(original_of(file.path), file.begin(), context.diagnostics);
  if (!file.usable) {
    names.unread.push_back(slug);
    return std::nullopt;
  }
  auto const keys = file.language.empty() ? std::span<Key const>(page_keys) : translation_keys;
  auto read = read_page_file(file, keys, context);
  if (read.title.empty() && read.sound && !has_other_title(read.data) && !is_meant_by_unknown_key("title", read.data)) {
    context.diagnostics.error(file.begin(), "missing-title",
                              {"このページに題名がありません。", "This page has no title."},
                              {"ファイルの始めに「# 題名」か、「---」で囲んだ「title: 題名」を書いてください。",
                               "Begin the file with “# Title”, or with “title:” between two lines of ---."});
  }
  if (!read.sound) names.unread.push_back(slug + "#");
  read_aliases(read.data, "", slug, names.aliases, context.diagnostics);
  return model::Page{slug,
                     read.title,
                     text_of(read.data, "description"),
                     std::move(read.blocks),
                     file.begin(),
                     texts_of(read.data, "found_by"),
                     read_period(read.data, context.diagnostics),
                     read_areas(read.data, context),
                     file.language};
}

// Publications.

namespace {

using model::Publication;
using model::Value;

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
  if (settings) publication = read_publication_settings(*settings, folder.slug, brand, context.diagnostics);
  publication.slug = folder.slug;
  publication.at = begin;
  if (settings) publication.areas = read_areas(*settings, context);
  if (settings) check_texts(*settings, context.site_file, context.diagnostics);
  for (auto* file : ordered(folder.parts, settings ? *settings : nothing, context.diagnostics))
    read_part(*file, publication, context, names);
  if (settings) read_publication_aliases(*settings, publication, names, context.diagnostics);
  auto const* flyers = settings ? settings->find("flyers") : nullptr;
  bool const makes_flyers = flyers && !(flyers->list() && flyers->list()->empty());
  if (folder.parts.empty() && !makes_flyers)
    context.diagnostics.error(begin, "no-parts",
                              {fmt::format("冊子「{}」に部（.md）がひとつもありません。", folder.slug),
                               fmt::format("The publication “{}” has no parts.", folder.slug)},
                              {"「10-guide.md」のような Markdown のファイルを同じフォルダに置いてください。",
                               "Put a Markdown file such as 10-guide.md into its folder."});
  return publication;
}

}  // namespace tebiki::loading
