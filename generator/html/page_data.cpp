#include "html/page_data.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html/page_writer.hpp"
#include "html/render.hpp"

namespace tebiki::html {
namespace {

std::vector<TemplateData> cover_lines(model::Publication const& publication) {
  auto lines = publication.cover ? publication.cover->title_lines : std::vector<std::string>{};
  if (lines.empty()) lines = {publication.title};
  std::vector<TemplateData> items;
  items.reserve(lines.size());
  for (auto& line : lines) items.push_back(TemplateData().text("line", std::move(line)));
  return items;
}

std::string page_title(model::Site const& site, model::Document const& page) {
  return page.kind == model::DocumentKind::home
             ? site.name
             : site.words.filled("page.title", {{"title", page.title}, {"site", site.name}});
}

void add_parts(TemplateData& data, model::Publication const& publication, std::string_view current) {
  std::vector<TemplateData> parts;
  for (auto const& part : publication.parts) {
    auto path = publication.slug + '/' + part.slug + '/';
    parts.push_back(
        TemplateData().text("title", part.title).text("href", file_url(path)).flag("here", path == current));
  }
  data.flag("has_parts", !parts.empty()).list("parts", std::move(parts));
}

std::vector<TemplateData> neighbour(model::Publication const& publication, std::string_view current, int step) {
  auto const& parts = publication.parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (publication.slug + '/' + parts[i].slug + '/' != current) continue;
    auto const other = i + static_cast<std::size_t>(step);  // wraps to a large number before the first
    if (other >= parts.size()) return {};
    return {TemplateData()
                .text("label", parts[other].title)
                .text("href", file_url(publication.slug + '/' + parts[other].slug + '/'))};
  }
  return {};
}

void add_publication(TemplateData& data, RenderContext const& context, model::Document const& page) {
  static model::Publication const none;
  auto const* publication = context.site.publication(page.subject);
  if (!publication) publication = &none;
  data.list("book", {book_data(context, *publication)});
  add_parts(data, *publication, page.path);
  if (page.kind != model::DocumentKind::part) return;
  data.list("previous", neighbour(*publication, page.path, -1)).list("next", neighbour(*publication, page.path, 1));
}

void add_list(TemplateData& data, RenderContext const& context, model::Document const& page) {
  std::vector<TemplateData> books;
  if (auto const* publication = context.site.publication(page.booklet))
    books.push_back(book_data(context, *publication));
  data.text("count", std::to_string(page.records)).list("first_book", std::move(books));
}

/// Below a last heading of this name a page shows all booklets.
constexpr std::string_view anchor_of_books = "books";

/// From three headings on, a page says at its side what it holds; one with a `toc` of its own does so already.
void add_toc(TemplateData& data, model::Document const& page) {
  std::vector<TemplateData> toc;
  bool own = false, books = false;
  for (auto const& block : page.blocks) {
    own = own || std::holds_alternative<model::Contents>(block.node);
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (heading) books = heading->anchor == anchor_of_books;
    if (!heading || heading->level > 2 || heading->anchor.empty()) continue;
    std::string href;
    append_fragment(href, heading->anchor);
    toc.push_back(TemplateData().text("label", model::plain_text(heading->text)).text("href", std::move(href)));
  }
  if (own || toc.size() < 3) toc.clear();
  data.flag("ends_with_books", books).flag("has_toc", !toc.empty());
  data.list("toc", std::move(toc));
}

/// The pages below the same page, as buttons: from two on, and not of scenes, which have their own place.
void add_siblings(TemplateData& data, RenderContext const& context, model::Document const& page) {
  std::vector<TemplateData> siblings;
  auto const& own = page.subject;
  auto const folder = own.substr(0, own.rfind('/') + 1);
  auto const& scenes = context.site.scenes;
  bool const scene =
      std::any_of(scenes.begin(), scenes.end(), [&](auto const& one) { return one.page && one.page->name == own; });
  for (auto const& other : context.site.pages) {
    bool const beside = !folder.empty() && !scene && other.slug.starts_with(folder) &&
                        other.slug.find('/', folder.size()) == std::string::npos;
    if (!beside) continue;
    siblings.push_back(TemplateData()
                           .text("label", other.title)
                           .text("href", file_url(other.slug + '/'))
                           .flag("here", other.slug == own));
  }
  if (siblings.size() < 2) siblings.clear();
  data.flag("has_siblings", !siblings.empty());
  data.list("siblings", std::move(siblings));
}

/// The page of a scene has its colour and icon.
void add_scene(TemplateData& data, RenderContext const& context, model::Document const& page) {
  std::vector<TemplateData> scene;
  for (auto const& candidate : context.site.scenes) {
    if (candidate.page && candidate.page->name == page.subject) scene = {scene_data(context, candidate)};
  }
  data.flag("urgent_page", page.subject == model::urgent_page(context.site));
  data.list("scene", std::move(scene));
}

/// What its cover says above the title, unless the title says it, too.
std::string edition_above(model::Publication const& publication) {
  auto const& cover = publication.cover;
  return cover && publication.title.find(cover->edition) == std::string::npos ? cover->edition : "";
}

}  // namespace

std::string size_words(std::size_t bytes) {
  auto const kilobytes = std::max<std::size_t>(1, (bytes + 500) / 1000);
  return kilobytes < 1000 ? fmt::format("{}KB", kilobytes) : fmt::format("{:.1f}MB", double(bytes) / 1e6);
}

TemplateData book_data(RenderContext const& context, model::Publication const& publication) {
  auto const& booklets = context.booklets;
  auto printed = std::find_if(booklets.begin(), booklets.end(),
                              [&](auto const& booklet) { return booklet.name == publication.pdf_name(); });
  bool const has_pdf = printed != booklets.end();
  TemplateData book;
  book.text("title", publication.title)
      .text("summary", publication.summary)
      .text("href", file_url(publication.slug + '/'))
      .text("colour_class", colour_class(publication.colour))
      .flag("landscape", publication.landscape)
      .flag("has_cover", publication.cover.has_value())
      .text("edition", publication.cover ? publication.cover->edition : "")
      .text("edition_above", edition_above(publication))
      .text("motto", publication.cover ? publication.cover->motto : "")
      .text("pdf_href", has_pdf ? context.links.shared_file(printed->path) : "")
      .text("pdf_pages", has_pdf ? std::to_string(printed->pages) : "")
      .text("pdf_size", has_pdf ? size_words(printed->bytes) : "")
      .text("revised", publication.revised ? model::date_text(*publication.revised, context.site.words) : "")
      .list("cover_lines", cover_lines(publication));
  return book;
}

std::vector<TemplateData> all_books(RenderContext const& context) {
  std::vector<TemplateData> books;
  books.reserve(context.site.publications.size());
  for (auto const& publication : context.site.publications) books.push_back(book_data(context, publication));
  return books;
}

std::vector<TemplateData> books_for_home(RenderContext const& context) {
  std::vector<std::pair<std::pair<bool, std::size_t>, TemplateData>> books;
  for (auto const& publication : context.site.publications) {
    auto const printed = std::find_if(context.booklets.begin(), context.booklets.end(),
                                      [&](auto const& booklet) { return booklet.name == publication.pdf_name(); });
    auto const pages = printed == context.booklets.end() ? 0 : printed->pages;
    books.push_back({{publication.cover.has_value(), pages}, book_data(context, publication)});
  }
  std::stable_sort(books.begin(), books.end(),
                   [](auto const& one, auto const& other) { return one.first > other.first; });
  std::vector<TemplateData> sorted;
  for (auto& book : books) sorted.push_back(std::move(book.second));
  return sorted;
}

std::vector<TemplateData> labels_of_records(std::vector<std::string> const& words, model::Site const& site) {
  std::vector<TemplateData> items;
  items.reserve(words.size());
  for (auto const& word : words) items.push_back(TemplateData().text("label", words_html(word, site)));
  return items;
}

std::vector<TemplateData> labels(std::vector<std::string> const& words) {
  std::vector<TemplateData> items;
  items.reserve(words.size());
  for (auto const& word : words) items.push_back(TemplateData().text("label", word));
  return items;
}

TemplateData page_data(RenderContext const& context, model::Document const& page) {
  TemplateData data;
  auto body = page_body(context, page);
  auto in_languages = languages(context, page);
  bool const ruby = body.find("<rt>") != std::string::npos;
  data.flag("has_languages", !in_languages.empty())
      .flag("has_ruby", ruby)
      .flag("has_reading_tools", ruby || !in_languages.empty())
      .list("languages", std::move(in_languages))
      .text("title", page.title)
      .text("page_title", page_title(context.site, page))
      .text("description", page.description)
      .text("canonical", model::address_of(context.site, page))
      .text("structured_data", page.structured_data)
      .text("root", root_of(page.path))
      .flag("home", page.kind == model::DocumentKind::home)
      .flag("noindex", is_of_readers(page))
      .text("body", std::move(body))
      .list("crumbs", crumbs(context, page))
      .list("areas", areas(context, page));
  switch (page.kind) {
    case model::DocumentKind::list:
      add_list(data, context, page);
      break;
    case model::DocumentKind::page:
      add_toc(data, page);
      add_siblings(data, context, page);
      add_scene(data, context, page);
      break;
    case model::DocumentKind::entry:
      add_entry(data, context, page);
      break;
    case model::DocumentKind::publication:
    case model::DocumentKind::part:
      add_publication(data, context, page);
      break;
    default:
      break;
  }
  return data;
}

}  // namespace tebiki::html
