#include <initializer_list>
#include <iterator>

#include "html/templates.hpp"

namespace tebiki::html {
namespace {

constexpr auto markup = NameKind::markup;
constexpr auto flag = NameKind::flag;
constexpr auto list = NameKind::list;

/// Names that stand for words.
Names texts(std::initializer_list<std::string_view> words) {
  Names names;
  for (auto const word : words) names.push_back({std::string(word)});
  return names;
}

Names flags(std::initializer_list<std::string_view> words) {
  Names names;
  for (auto const word : words) names.push_back({std::string(word), flag});
  return names;
}

void append(Names& names, Names more) { std::move(more.begin(), more.end(), std::back_inserter(names)); }

/// A booklet as pages offer it: its cover, where its pages are, and its PDF.
Names book_names() {
  return {{"title"},
          {"summary"},
          {"href"},
          {"colour_class"},
          {"landscape", flag},
          {"has_cover", flag},
          {"edition"},
          {"edition_above"},
          {"motto"},
          {"pdf_href"},
          {"pdf_pages"},
          {"pdf_size"},
          {"revised"},
          {"cover_lines", list, {{"line"}}}};
}

Names list_names() { return {{"title"}, {"description"}, {"href"}, {"count"}}; }

Names scene_names() { return {{"label"}, {"official"}, {"summary"}, {"href"}, {"colour_class"}, {"icon", markup}}; }

Names any_page_names() {
  auto names = texts({"title", "page_title", "description", "canonical", "root"});
  append(names, flags({"home", "noindex", "has_reading_tools", "has_ruby", "has_languages"}));
  append(
      names,
      {{"structured_data", markup},
       {"body", markup},
       {"crumbs", list, {{"label"}, {"href"}}},
       {"areas", list, {{"label"}, {"href"}, {"here", flag}}},
       {"languages", list, {{"label"}, {"code"}, {"tag"}, {"href"}, {"address"}, {"original", flag}, {"here", flag}}}});
  return names;
}

/// The same answer to several questions.
Names answer_names() {
  return {{"mark"}, {"sign"}, {"answer"}, {"count"}, {"unanswered", flag}, {"questions", list, {{"label"}}}};
}

Names event_names() {
  Names names = notice_names();
  append(names, {{"days", list, {{"label"}}},
                 {"time"},
                 {"reception"},
                 {"place"},
                 {"form_href"},
                 {"calendar_href"},
                 {"flyer_href"},
                 {"application_href"}});
  return names;
}

}  // namespace

Names notice_names() {
  return {{"last_day"}, {"deadline"}, {"state"}, {"closed"}, {"over"}, {"is_open", flag}, {"is_over", flag}};
}

Names shared_names(Assets const& assets) {
  auto names = texts({"language",      "site_name",        "publisher",      "lead",          "notice",
                      "base_url",      "base_path",        "theme_colour",   "search_data",   "contact_name",
                      "contact_tel",   "contact_tel_href", "contact_fax",    "contact_email", "contact_email_href",
                      "contact_hours", "contact_address",  "contact_prompt", "urgent_href",   "open_data_href",
                      "manifest",      "share_picture",    "my_list_href",   "offices_data",  "holidays",
                      "map_tiles",     "map_attribution",  "map_url",        "film_player"});
  append(names, flags({"has_outside", "has_areas", "has_urgent", "has_menu", "has_scenes", "has_lists",
                       "has_other_lists", "has_books", "has_other_books", "has_translated_pages"}));
  append(names, {
                    {"translated_pages", list, {{"title"}, {"description"}, {"href"}}},
                    {"feeds", list, {{"href"}, {"title"}}},
                    {"contact_opening", list, {{"days"}, {"from"}, {"until"}, {"holidays"}, {"tel"}, {"tel_href"}}},
                    {"urgent", list, {{"tel"}, {"tel_href"}, {"label"}, {"note"}}},
                    {"menu", list, {{"label"}, {"href"}, {"summary"}, {"here", flag}, {"within", flag}}},
                    {"scenes", list, scene_names()},
                    {"suggestions", list, {{"word"}}},
                    {"home_lists", list, list_names()},
                    {"other_lists", list, list_names()},
                    {"home_books", list, book_names()},
                    {"other_books", list, book_names()},
                    {"lists", list, list_names()},
                    {"books", list, book_names()},
                    {"notes", list, {{"label"}, {"href"}}},
                });
  for (auto const& [name, path] : assets.paths) names.push_back({name});
  for (auto const& [name, svg] : assets.icons) names.push_back({name, markup});
  return names;
}

Names page_names(std::string_view kind) {
  if (kind == "forward") return {{"target"}, {"canonical"}};
  Names names = any_page_names();
  if (kind == "list") append(names, {{"count"}, {"first_book", list, book_names()}});
  if (kind == "page")
    append(names, {{"urgent_page", flag},
                   {"ends_with_books", flag},
                   {"has_toc", flag},
                   {"has_siblings", flag},
                   {"siblings", list, {{"label"}, {"href"}, {"here", flag}}},
                   {"toc", list, {{"label"}, {"href"}}},
                   {"scene", list, scene_names()}});
  if (kind == "entry") {
    append(names, texts({"kana", "tel", "tel_href", "fax", "days", "hours", "address", "map_href", "video_href",
                         "confirmed", "list_title", "list_href", "listed_href", "report_href", "film_id"}));
    append(names, {{"name", markup},
                   {"has_reach", flag},
                   {"is_case", flag},
                   {"has_week", flag},
                   {"week", list, {{"number"}, {"label"}, {"is_open", flag}}},
                   {"tags", list, {{"label", markup}}},
                   {"remark", markup},
                   {"opening_note", markup},
                   {"facts", list, {{"label"}}},
                   {"film", list, {{"series"}, {"length"}, {"still", list, {{"src"}, {"width"}, {"height"}}}}},
                   {"abilities", list, {{"group"}, {"answers", list, answer_names()}}},
                   {"event", list, event_names()}});
  }
  if (kind == "publication") append(names, {{"book", list, book_names()}});
  if (kind == "publication" || kind == "part")
    append(names, {{"has_parts", flag}, {"parts", list, {{"title"}, {"href"}, {"here", flag}}}});
  if (kind == "part") {
    append(names, {{"book", list, book_names()},
                   {"previous", list, {{"label"}, {"href"}}},
                   {"next", list, {{"label"}, {"href"}}}});
  }
  return names;
}

}  // namespace tebiki::html
