#include <gmock/gmock.h>

#include <set>

#include "html/page_data.hpp"
#include "html/sample.hpp"
#include "html/templates.hpp"

namespace tebiki::html {
namespace {

/// Names whose declaration and data differ, as `crumbs.label`.
void compare(Names const& declared, TemplateData const& data, std::string const& where,
             std::set<std::string>& differing) {
  std::set<std::string> given;
  for (auto const& [given_name, field] : data.fields) {
    std::string const name(given_name);
    given.insert(name);
    auto found = std::find_if(declared.begin(), declared.end(), [&](Name const& n) { return n.name == name; });
    if (found == declared.end()) {
      differing.insert(where + name + " is not declared");
      continue;
    }
    bool const list = std::holds_alternative<std::vector<TemplateData>>(field);
    bool const flag = std::holds_alternative<bool>(field);
    if (list != (found->kind == NameKind::list) || flag != (found->kind == NameKind::flag)) {
      differing.insert(where + name + " is of another kind");
    }
    if (!list) continue;
    for (auto const& item : std::get<std::vector<TemplateData>>(field))
      compare(found->items, item, where + name + '.', differing);
  }
  for (auto const& name : declared) {
    if (!given.contains(name.name)) differing.insert(where + name.name + " is not given");
  }
}

class DataOfTemplates : public testing::Test {
 protected:
  std::vector<model::ComposedSite> const sites{{sample::site(), {sample::documents(), {}, {}}}};
  model::Site const& site = sites.front().site;
  std::vector<model::Document> const& pages = sites.front().documents.pages;
  std::vector<model::PrintedBooklet> const booklets = {{"guide", "pdf/guide.pdf", 12, 345678}};
  base::Diagnostics diagnostics;
  Assets const assets =
      gather_assets(base::MemoryTree({{"site.css", ""}, {"icons/phone.svg", "<svg></svg>"}}), "", diagnostics);
  Links const links{site, pages};
  base::Sources sources;
  Templates const templates{sample::shipped("templates"), site.words, sources, diagnostics};
  Renderer const renderer{templates};
  model::SearchIndex const search;
  std::vector<model::Feed> const feeds;
  RenderContext const context{
      sites, site, pages, search, feeds, booklets, assets, links, renderer, "assets/search.js", "assets/search.js"};
};

TEST_F(DataOfTemplates, OfEveryPageHasExactlyTheDeclaredNames) {
  std::set<std::string> differing;
  for (auto const& page : pages) {
    auto const kind = std::string(kind_name(page.kind));
    compare(page_names(kind), page_data(context, page), kind + ": ", differing);
  }
  EXPECT_THAT(differing, testing::IsEmpty());
}

TEST_F(DataOfTemplates, OfTheSiteHasExactlyTheDeclaredNames) {
  std::set<std::string> differing;
  auto data = site_data(context);
  auto menu = Menu(context).data({0, true});
  data.fields.insert(data.fields.end(), menu.fields.begin(), menu.fields.end());
  compare(shared_names(assets), data, "", differing);
  EXPECT_THAT(differing, testing::IsEmpty());
}

TEST(Menu, MarksTheItemOfThePageOrOfWhatLiesAboveIt) {
  auto site = sample::site();
  site.menu = {{"ガイド", {"guide", {}}, {}}, {"二章", {"guide/second", {}}, {}}, {"節", {"facilities", "part"}, {}}};
  auto const pages = sample::documents();
  Assets const assets;
  Links const links{site, pages};
  base::Sources sources;
  base::Diagnostics diagnostics;
  Templates const templates{base::MemoryTree({}), site.words, sources, diagnostics};
  Renderer const renderer{templates};
  std::vector<model::ComposedSite> const sites{{site, {}}};
  Menu const menu({sites, site, pages, {}, {}, {}, assets, links, renderer, "", ""});
  auto place = [&](std::string_view path) {
    auto const found = menu.place_of(path);
    return std::to_string(found.item) + (found.exactly ? "!" : "");
  };
  EXPECT_EQ(place("guide/"), "0!");
  EXPECT_EQ(place("guide/first/"), "0");
  EXPECT_EQ(place("guide/second/"), "1!");
  EXPECT_EQ(place("facilities/aoba/"), "3");
  EXPECT_EQ(place(""), "3");
}

TEST(Footer, LeadsToAllListsAndBookletsAndRepeatsNothingOfTheMenu) {
  auto const rendered =
      sample::render(sample::site(), sample::documents(), sample::shipped("templates"), sample::shipped("assets"));
  auto const& page = rendered.at("about/index.html");
  auto const footer = page.substr(page.find("<footer"));
  EXPECT_THAT(footer, testing::Not(testing::HasSubstr("さがす")));
  EXPECT_THAT(footer, testing::HasSubstr("<a href=\"../index.html#page-lists\">すべての一覧</a>"));
  EXPECT_THAT(footer, testing::HasSubstr("<a href=\"../index.html#page-books\">"));
}

TEST(Home, ShowsSixListsAndThreeBookletsAndFoldsTheOthers) {
  auto site = sample::site();
  auto pages = sample::documents();
  for (int i = 0; i < 9; ++i) {
    auto const slug = "list-" + std::to_string(i);
    pages.push_back(sample::document(model::DocumentKind::list, slug + "/", "一覧" + std::to_string(i), slug));
    auto more = site.publications.front();
    more.slug = "more-" + std::to_string(i);
    site.publications.push_back(std::move(more));
  }
  auto const rendered = sample::render(site, pages, sample::shipped("templates"), sample::shipped("assets"));
  auto const& home = rendered.at("index.html");
  auto const lists = home.substr(home.find("id=\"page-lists\""));
  auto const fold = lists.find("<details class=\"rest\">");
  EXPECT_EQ(sample::count(lists.substr(0, fold), "<li><a href="), 6u);
  EXPECT_EQ(sample::count(lists.substr(fold, lists.find("</details>") - fold), "<li><a href="), 4u);
  auto const books = home.substr(home.find("id=\"page-books\""));
  auto const rest = books.find("<details class=\"rest\">");
  EXPECT_EQ(sample::count(books.substr(0, rest), "class=\"book\""), 3u);
  EXPECT_EQ(sample::count(books.substr(rest, books.find("</details>") - rest), "<li><a href="), 7u);
}

TEST(Footer, OfASiteWithVeryManyListsLeadsToTheHomePage) {
  auto site = sample::site();
  site.menu.clear();
  auto pages = sample::documents();
  for (int i = 0; i < 200; ++i) {
    auto const slug = "list-" + std::to_string(i);
    pages.push_back(sample::document(model::DocumentKind::list, slug + "/", "一覧" + std::to_string(i), slug));
  }
  auto const rendered = sample::render(site, pages, sample::shipped("templates"), sample::shipped("assets"));
  auto const& page = rendered.at("about/index.html");
  EXPECT_EQ(sample::count(page, "list-"), 0u);
  EXPECT_THAT(page, testing::HasSubstr("<a href=\"../index.html#page-lists\">すべての一覧</a>"));
  EXPECT_GE(sample::count(rendered.at("index.html"), "list-"), 200u);
}

TEST(Lists, StandInTheOrderOfTheMenuThenByLength) {
  auto site = sample::site();
  auto pages = sample::documents();
  auto add = [&](std::string const& slug, std::size_t records) {
    model::List list;
    list.slug = slug;
    site.lists.push_back(std::move(list));
    pages.push_back(sample::document(model::DocumentKind::list, slug + "/", slug, slug));
    pages.back().records = records;
  };
  add("short", 1), add("long", 9), add("chosen", 0);
  site.menu.insert(site.menu.begin(), {"先", {"chosen", {}}, {}});
  auto const templates = sample::bare_templates({{"site/home.mustache", "{{#lists}}{{title}} {{/lists}}"}});
  auto const html = sample::render(site, pages, templates, base::MemoryTree({})).at("index.html");
  EXPECT_THAT(html, testing::HasSubstr("chosen 事業所 long short "));
}

}  // namespace
}  // namespace tebiki::html
