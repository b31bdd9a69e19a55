#include "html/names.hpp"

#include <iterator>

namespace tebiki::html {
namespace {

constexpr auto markup = NameKind::markup;
constexpr auto flag = NameKind::flag;
constexpr auto list = NameKind::list;

/// A booklet as it lies on the shelf: its cover, where its pages are, and its PDF.
Names book_names() {
  return {{"title"}, {"summary"},  {"href"},      {"colour"},   {"landscape", flag}, {"has_cover", flag}, {"edition"},
          {"motto"}, {"pdf_href"}, {"pdf_pages"}, {"pdf_size"}, {"revised"},         {"cover_lines", list, {{"line"}}}};
}

Names list_names() { return {{"title"}, {"description"}, {"href"}, {"count"}}; }

Names scene_names() { return {{"label"}, {"official"}, {"summary"}, {"href"}, {"colour"}, {"icon", markup}}; }

Names any_page_names() {
  return {{"title"}, {"page_title"}, {"description"},  {"canonical"},
          {"root"},  {"home", flag}, {"body", markup}, {"crumbs", list, {{"label"}, {"href"}}}};
}

void append(Names& names, Names more) { std::move(more.begin(), more.end(), std::back_inserter(names)); }

}  // namespace

Names shared_names(Names extra) {
  Names names = {
      {"language"},
      {"site_name"},
      {"publisher"},
      {"lead"},
      {"notice"},
      {"base_url"},
      {"theme", markup},
      {"theme_colour"},
      {"search_data"},
      {"contact_name"},
      {"contact_tel"},
      {"contact_tel_href"},
      {"contact_fax"},
      {"contact_email"},
      {"contact_email_href"},
      {"contact_hours"},
      {"contact_address"},
      {"contact_prompt"},
      {"menu", list, {{"label"}, {"href"}, {"here", flag}, {"within", flag}}},
      {"scenes", list, scene_names()},
      {"suggestions", list, {{"word"}}},
      {"first_lists", list, list_names()},
      {"more_lists", flag},
      {"lists", list, list_names()},
      {"first_books", list, book_names()},
      {"more_books", flag},
      {"books", list, book_names()},
      {"notes", list, {{"label"}, {"href"}}},
  };
  append(names, std::move(extra));
  return names;
}

Names page_names(std::string_view kind) {
  if (kind == "forward") return {{"target"}, {"canonical"}};
  Names names = any_page_names();
  if (kind == "list") append(names, {{"count"}, {"first_book", list, book_names()}});
  if (kind == "page")
    append(names, {{"has_toc", flag}, {"toc", list, {{"label"}, {"href"}}}, {"scene", list, scene_names()}});
  if (kind == "entry") {
    append(names, {{"kana"},
                   {"has_reach", flag},
                   {"tel"},
                   {"tel_href"},
                   {"fax"},
                   {"map_href"},
                   {"video_href"},
                   {"confirmed"},
                   {"list_title"},
                   {"list_href"},
                   {"report_href"},
                   {"tags", list, {{"label"}}}});
  }
  if (kind == "publication") append(names, {{"book", list, book_names()}});
  if (kind == "publication" || kind == "part") {
    append(names, {{"parts", list, {{"title"}, {"href"}, {"here", flag}}}});
  }
  if (kind == "part") {
    append(names, {{"book", list, book_names()},
                   {"previous", list, {{"label"}, {"href"}}},
                   {"next", list, {{"label"}, {"href"}}}});
  }
  return names;
}

}  // namespace tebiki::html
