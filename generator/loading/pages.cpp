#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
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

}  // namespace tebiki::loading
