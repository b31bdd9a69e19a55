// What pages say of booklets.
#include <fmt/format.h>

#include <algorithm>

#include "html/assets.hpp"
#include "html/markup.hpp"
#include "html/page_data.hpp"

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

}  // namespace tebiki::html
