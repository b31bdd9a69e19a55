#include "html/books.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html/theme.hpp"

namespace tebiki::html {
namespace {

bool shows_list(model::Blocks const& blocks, std::string_view list) {
  return std::any_of(blocks.begin(), blocks.end(), [&](model::Block const& block) {
    auto const* directive = std::get_if<model::Directive>(&block.node);
    return directive && directive->kind == "view" && directive->options.text_of("list") == list;
  });
}

bool shows_list(model::Publication const& publication, std::string_view list) {
  return std::any_of(publication.parts.begin(), publication.parts.end(),
                     [&](model::Part const& part) { return shows_list(part.blocks, list); });
}

std::vector<Data> cover_lines(model::Publication const& publication) {
  auto lines = publication.cover ? publication.cover->title_lines : std::vector<std::string>{};
  if (lines.empty()) lines = {publication.title};
  std::vector<Data> items;
  items.reserve(lines.size());
  for (auto& line : lines) items.push_back(Data().text("line", std::move(line)));
  return items;
}

}  // namespace

std::string size_words(std::size_t bytes) {
  auto const kilobytes = std::max<std::size_t>(1, (bytes + 500) / 1000);
  return kilobytes < 1000 ? fmt::format("{}KB", kilobytes) : fmt::format("{:.1f}MB", double(bytes) / 1e6);
}

Data book_data(model::Publication const& publication, std::vector<model::PrintedBooklet> const& booklets) {
  auto printed = std::find_if(booklets.begin(), booklets.end(),
                              [&](auto const& booklet) { return booklet.publication == publication.slug; });
  bool const has_pdf = printed != booklets.end();
  Data book;
  book.text("title", publication.title)
      .text("summary", publication.summary)
      .text("href", file_url(publication.slug + '/'))
      .text("colour", model::css(readable_on_white(publication.colour)))
      .flag("landscape", publication.landscape)
      .flag("has_cover", publication.cover.has_value())
      .text("edition", publication.cover ? publication.cover->edition : "")
      .text("motto", publication.cover ? publication.cover->motto : "")
      .text("pdf_href", has_pdf ? file_url(printed->path) : "")
      .text("pdf_pages", has_pdf ? std::to_string(printed->pages) : "")
      .text("pdf_size", has_pdf ? size_words(printed->bytes) : "")
      .text("revised", publication.revised ? model::japanese(*publication.revised) : "")
      .list("cover_lines", cover_lines(publication));
  return book;
}

std::vector<Data> all_books(model::Site const& site, std::vector<model::PrintedBooklet> const& booklets) {
  std::vector<Data> books;
  books.reserve(site.publications.size());
  for (auto const& publication : site.publications) books.push_back(book_data(publication, booklets));
  return books;
}

std::vector<Data> books_with(model::Site const& site, std::vector<model::PrintedBooklet> const& booklets,
                             std::string_view list) {
  std::vector<model::Publication const*> found;
  for (auto const& publication : site.publications) {
    if (shows_list(publication, list)) found.push_back(&publication);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](auto const* one, auto const* other) { return one->parts.size() < other->parts.size(); });
  std::vector<Data> books;
  books.reserve(found.size());
  for (auto const* publication : found) books.push_back(book_data(*publication, booklets));
  return books;
}

}  // namespace tebiki::html
