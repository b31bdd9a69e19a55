#include "html/page_data.hpp"

#include "html/books.hpp"
#include "html/entry_data.hpp"
#include "html/escape.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

std::vector<Data> crumbs(Common const& common, model::Document const& page) {
  std::vector<Data> items;
  if (page.kind == model::DocumentKind::home) return items;
  auto add = [&](std::string label, std::string href) {
    items.push_back(Data().text("label", std::move(label)).text("href", std::move(href)));
  };
  add("ホーム", "index.html");
  // Whatever stands on the way to the page is a step: list, publication, or a page of that name.
  for (auto at = page.path.find('/'); at + 1 < page.path.size(); at = page.path.find('/', at + 1)) {
    auto const name = page.path.substr(0, at);
    if (auto title = common.site.title_of(name); !title.empty()) add(std::move(title), file_url(name + '/'));
  }
  add(page.title, "");
  return items;
}

std::string page_title(model::Site const& site, model::Document const& page) {
  return page.kind == model::DocumentKind::home ? site.name : page.title + "｜" + site.name;
}

void add_parts(Data& data, model::Publication const& publication, std::string_view current) {
  std::vector<Data> parts;
  for (auto const& part : publication.parts) {
    auto path = publication.slug + '/' + part.slug + '/';
    parts.push_back(Data().text("title", part.title).text("href", file_url(path)).flag("here", path == current));
  }
  data.list("parts", std::move(parts));
}

std::vector<Data> neighbour(model::Publication const& publication, std::string_view current, int step) {
  auto const& parts = publication.parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (publication.slug + '/' + parts[i].slug + '/' != current) continue;
    auto const other = i + static_cast<std::size_t>(step);  // wraps to a large number before the first
    if (other >= parts.size()) return {};
    return {Data()
                .text("label", parts[other].title)
                .text("href", file_url(publication.slug + '/' + parts[other].slug + '/'))};
  }
  return {};
}

void add_publication(Data& data, Common const& common, model::Document const& page) {
  static model::Publication const none;
  auto const* publication = common.site.publication(page.subject);
  if (!publication) publication = &none;
  data.list("book", {book_data(*publication, common.booklets)});
  add_parts(data, *publication, page.path);
  if (page.kind != model::DocumentKind::part) return;
  data.list("previous", neighbour(*publication, page.path, -1)).list("next", neighbour(*publication, page.path, 1));
}

void add_list(Data& data, Common const& common, model::Document const& page) {
  auto const* list = common.site.list(page.subject);
  auto books = books_with(common.site, common.booklets, page.subject);
  if (books.size() > 1) books.resize(1);
  data.text("count", list ? std::to_string(list->records.size()) : "").list("first_book", std::move(books));
}

/// From three headings on, a page says at its side what it holds; one with a `toc` of its own does so already.
void add_toc(Data& data, model::Document const& page) {
  std::vector<Data> toc;
  bool own = false;
  for (auto const& block : page.blocks) {
    own = own || std::holds_alternative<model::Contents>(block.node);
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (!heading || heading->level > 2 || heading->anchor.empty()) continue;
    std::string href;
    append_fragment(href, heading->anchor);
    toc.push_back(Data().text("label", model::plain_text(heading->text)).text("href", std::move(href)));
  }
  if (own || toc.size() < 3) toc.clear();
  data.flag("has_toc", !toc.empty());
  data.list("toc", std::move(toc));
}

/// The page of a scene wears its colour and icon.
void add_scene(Data& data, Common const& common, model::Document const& page) {
  std::vector<Data> scene;
  for (auto const& candidate : common.site.scenes) {
    if (candidate.page && candidate.page->name == page.subject) scene = {scene_data(common, candidate)};
  }
  data.list("scene", std::move(scene));
}

}  // namespace

std::string_view kind_name(model::DocumentKind kind) {
  switch (kind) {
    case model::DocumentKind::home:
      return "home";
    case model::DocumentKind::list:
      return "list";
    case model::DocumentKind::entry:
      return "entry";
    case model::DocumentKind::page:
      return "page";
    case model::DocumentKind::publication:
      return "publication";
    case model::DocumentKind::part:
      return "part";
  }
  return "page";
}

std::string canonical(model::Site const& site, std::string_view path) {
  if (site.base_url.empty()) return {};
  std::string address = site.base_url;
  append_url_path(address, path);
  return address;
}

Data page_data(Common const& common, model::Document const& page) {
  Data data;
  data.text("title", page.title)
      .text("page_title", page_title(common.site, page))
      .text("description", page.description)
      .text("canonical", canonical(common.site, page.path))
      .text("root", root_of(page.path))
      .flag("home", page.kind == model::DocumentKind::home)
      .text("body", PageWriter(common.site, common.links, page).body())
      .list("crumbs", crumbs(common, page));
  switch (page.kind) {
    case model::DocumentKind::list:
      add_list(data, common, page);
      break;
    case model::DocumentKind::page:
      add_toc(data, page);
      add_scene(data, common, page);
      break;
    case model::DocumentKind::entry:
      add_entry(data, common, page);
      break;
    case model::DocumentKind::publication:
    case model::DocumentKind::part:
      add_publication(data, common, page);
      break;
    default:
      break;
  }
  return data;
}

}  // namespace tebiki::html
