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
  RenderContext const context{sites, site, pages, search, feeds, booklets, assets, links, renderer, "assets/search.js"};
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

/// The script that narrows the sample's list down.
std::string finder_script(std::vector<model::Document> pages, model::SearchIndex search = {}) {
  auto const site = sample::site();
  model::Documents const documents{std::move(pages), {}, std::move(search)};
  auto const data = finder_data(site, documents, Links(site, documents.pages), 1);
  EXPECT_EQ(data.files.size(), 1u);
  EXPECT_EQ(data.paths.at("facilities"), data.files.at(0).path);
  return data.files.at(0).bytes;
}

TEST(FinderData, NumbersTheChoicesAndAsksForWishes) {
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.abilities = "医療処置";
  directory.filters = {{"services", "サービス", {{"訪問看護", 2}, {"薬局", 1}}},
                       {"oxygen", "在宅酸素", {{"yes", 1}, {"ask", 1}}, model::Directory::Filter::Kind::ability}};
  auto& rows = directory.groups.front().entries;
  rows[0].facets = {{"services", {"訪問看護", "薬局"}}, {"oxygen", {"yes"}}};
  rows[1].facets = {{"services", {"訪問看護"}}, {"oxygen", {"ask"}}};
  auto const script = finder_script(pages);
  EXPECT_THAT(script,
              testing::HasSubstr("filters:[[\"サービス\",\"\",[[\"services\",\"訪問看護\",\"0.0\",\"訪問看護\"],\n"
                                 "[\"services\",\"薬局\",\"0.1\",\"薬局\"]]],\n"
                                 "[\"医療処置\",\"ask\",[[\"oxygen\",\"yes\",\"1.0\",\"在宅酸素\"]]]]"));
  EXPECT_THAT(script, testing::HasSubstr("hours:false,\ncount:2,\nrows:[\n[\"0\",\"見本 あおば\",\""));
  EXPECT_THAT(script,
              testing::HasSubstr("\"0463-00-0011\",\"\",\"facilities/aoba/\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                                 "\"\",\"0.0 0.1 1.0\"],"));
  EXPECT_THAT(script, testing::HasSubstr("\"0.0 1.0?\""));
}

TEST(FinderData, TellsANoFromAnAnswerThatWasNeverGiven) {
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.filters = {{"oxygen", "在宅酸素", {{"yes", 1}}, model::Directory::Filter::Kind::ability}};
  auto& rows = directory.groups.front().entries;
  rows[0].abilities = {{"在宅酸素", model::Availability::no}};
  rows[1].abilities = {{"在宅酸素", model::Availability::unanswered}};
  auto const script = finder_script(pages);
  EXPECT_EQ(sample::count(script, "0.0!"), 1u);
}

TEST(FinderData, SaysWhatTheSearchBoxSaysInTheTermsOfItsOwnList) {
  using Sort = model::SearchTerm::Sort;
  model::SearchIndex search;
  search.terms = {{Sort::kind, "種類", "薬局"}, {Sort::ability, "昇降機", "昇降機"}, {Sort::town, "地区", "中原"}};
  auto& facts = search.facts["facilities/aoba"];
  facts.said = {{2, false}, {1, true}};
  facts.facts = "中原2-3";
  facts.days = "月〜土";
  search.pages["facilities/aoba/"].told = "土曜も開いています。";
  auto const script = finder_script(sample::documents(), search);
  EXPECT_THAT(script,
              testing::HasSubstr("terms:[\n[\"中原\",\"地区\",\"town\"],\n[\"昇降機\",\"昇降機\",\"ability\"]\n]"));
  EXPECT_THAT(script,
              testing::HasSubstr("\"facilities/aoba/\",\"0 1?\",\"中原2-3\",\"土曜も開いています。\",\"月〜土\""));
  EXPECT_THAT(script, testing::HasSubstr("lists:[\"事業所\"]"));
  EXPECT_THAT(script, testing::Not(testing::HasSubstr("薬局")));
}

TEST(FinderData, BringsTheVariantsOfItsCharacters) {
  model::SearchIndex search;
  search.records["facilities/aoba"].row = "高橋医院";
  EXPECT_THAT(finder_script(sample::documents(), search), testing::ContainsRegex("folding:\"[^\"]*髙高[^\"]*\""));
}

TEST(FinderData, OfALongListHoldsItsRowsInFilesOfTheirOwn) {
  auto pages = sample::documents();
  auto& rows = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries;
  for (int i = 0; i < 1200; ++i) rows.push_back(sample::entry(i + 3, "n" + std::to_string(i), "見本", ""));
  auto const site = sample::site();
  model::Documents const documents{std::move(pages), {}, {}};
  auto const data = finder_data(site, documents, Links(site, documents.pages), 1);
  ASSERT_EQ(data.files.size(), 4u);
  EXPECT_THAT(data.files[0].bytes, testing::StartsWith("tebikiListRows(0,[\n[\"0\",\"見本 あおば\""));
  EXPECT_THAT(data.files[2].bytes, testing::StartsWith("tebikiListRows(2,"));
  EXPECT_EQ(sample::count(data.files[3].bytes, "list.rows-"), 3u);
  EXPECT_THAT(data.files[3].bytes, testing::HasSubstr("count:1202,\nrowFiles:["));
}

TEST(FinderData, KeepsHostileWordsInTheirStrings) {
  auto pages = sample::documents();
  auto& entry = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
  entry.name = "</script><script>alert(1)</script>\"";
  entry.tags = {entry.name};
  auto const script = finder_script(pages);
  EXPECT_THAT(script, testing::Not(testing::HasSubstr("</script")));
}

/// The sample's list cut into two pages.
std::vector<model::Document> cut_pages() {
  auto pages = sample::documents();
  auto second = pages[1];
  auto& groups = std::get<model::Directory>(pages[1].blocks.front().node).groups;
  std::vector<model::ListPage::Jump> jumps;
  for (auto* title : {"あ行", "か行", "さ行", "た行"}) jumps.push_back({"facilities/", title, 9});
  jumps.back().path = second.path = "facilities/kana/ta/";
  std::get<model::Directory>(second.blocks.front().node).groups = {{"た行", {groups[0].entries[1]}}};
  groups[0].entries.pop_back();
  pages[1].list_page = {1, {}, model::ListPage::Neighbour{"facilities/kana/ta/", "た行", 1}, jumps};
  second.list_page = {2, model::ListPage::Neighbour{"facilities/", "あ行〜さ行", 1}, {}, jumps};
  pages[3].listed_on = second.path;
  pages.insert(pages.begin() + 2, second);
  return pages;
}

TEST(Directory, OfAListOfSeveralPagesLeadsToTheNextAndToEachRow) {
  auto const rendered = sample::render(sample::site(), cut_pages(), sample::bare_templates(), base::MemoryTree({}));
  auto const& first = rendered.at("facilities/index.html");
  EXPECT_THAT(first, testing::HasSubstr("<a class=\"next\" rel=\"next\" href=\"../facilities/kana/ta/index.html\">"
                                        "<small>次の1件</small><b>た行</b></a>"));
  EXPECT_THAT(first,
              testing::HasSubstr("<a href=\"../facilities/kana/ta/index.html#group-た行\">た行 <small>9</small></a>"));
  EXPECT_THAT(first, testing::HasSubstr("<a href=\"#group-か行\">か行 <small>9</small></a>"));
  auto const& second = rendered.at("facilities/kana/ta/index.html");
  EXPECT_THAT(second, testing::HasSubstr("rel=\"prev\" href=\"../../../facilities/index.html\""));
  EXPECT_THAT(second, testing::HasSubstr("data-list=\"../../../facilities/index.html\""));
}

TEST(Directory, OfAListOfSeveralPagesIsFoundAndCountedOnce) {
  auto const site = sample::site();
  model::Documents const documents{cut_pages(), {}, {}};
  Links const links(site, documents.pages);
  auto const script = search_data(site, documents, links, 1).script;
  EXPECT_THAT(script, testing::HasSubstr("lists:[\"事業所\"]"));
  EXPECT_EQ(sample::count(script, "[\"一覧\",\"事業所\""), 1u);
  EXPECT_EQ(links.file_of("facilities"), "facilities/index.html");
  auto const finder = finder_data(site, documents, links, 1);
  ASSERT_EQ(finder.files.size(), 1u);
  EXPECT_THAT(finder.files[0].bytes, testing::HasSubstr("count:2,"));
}

TEST(Directory, IsReachedFromAnEntryWhereItsRowStands) {
  auto const rendered = sample::render(sample::site(), cut_pages(),
                                       sample::bare_templates({{"site/entry.mustache", "{{root}}{{listed_href}}"}}),
                                       base::MemoryTree({}));
  EXPECT_THAT(rendered.at("facilities/kaede/index.html"),
              testing::HasSubstr("../../facilities/kana/ta/index.html#facilities/kaede"));
  EXPECT_THAT(rendered.at("facilities/aoba/index.html"), testing::EndsWith("../../facilities/index.html\n"));
}

model::Document matrix_page(std::vector<std::vector<std::string>> const& tables) {
  model::Blocks blocks{sample::paragraph("はじめに"), sample::heading("訪問看護", "nurses")};
  for (auto const& questions : tables) {
    model::Table table;
    table.row_headers = true;
    table.columns.emplace_back().label.push_back(model::words("名称"));
    model::Row row;
    row.cells.push_back({{{model::Link{model::Reference{"facilities/aoba", {}}, {model::words("見本 あおば")}}, {}}}});
    for (auto const& question : questions) {
      model::Column column{{}, model::Alignment::centre, true};
      column.label.push_back(model::words(question));
      table.columns.push_back(std::move(column));
      row.cells.push_back({{{model::AvailabilityMark{model::Availability::yes}, {}}}});
    }
    table.rows.push_back(std::move(row));
    blocks.push_back({std::move(table), {}});
  }
  return sample::document(model::DocumentKind::page, "about/", "医療処置", "about", std::move(blocks));
}

std::string rendered_matrices(std::vector<std::vector<std::string>> const& tables) {
  auto pages = sample::documents();
  pages[4] = matrix_page(tables);
  auto const rendered = sample::render(sample::site(), pages, sample::bare_templates(), base::MemoryTree({}));
  return rendered.at("about/index.html");
}

TEST(Matrix, HoldsTheTelephoneNumbersOfItsRecords) {
  auto const html = rendered_matrices({{"吸引", "胃ろう"}});
  EXPECT_THAT(html, testing::HasSubstr("電話番号</th>"));
  EXPECT_THAT(html, testing::HasSubstr("<td><a class=\"number\" href=\"tel:0463000011\">0463-00-0011</a></td><td "
                                       "class=\"centre answer answer-1\">"));
}

TEST(Matrix, LetsOneChooseAQuestionByItsCountsBeforeTheHeadingOfTheFirst) {
  auto const html = rendered_matrices({{"吸引", "胃ろう"}, {"吸引", "胃ろう"}});
  EXPECT_EQ(sample::count(html, "id=\"page-questions\""), 1u);
  EXPECT_THAT(html, testing::HasSubstr("<li><a href=\"#treatment-吸引\"><span>吸引</span>"));
  EXPECT_THAT(html, testing::ContainsRegex("aria-label=\"対応できます\">○</span>2 "));
  EXPECT_LT(html.find("id=\"page-questions\""), html.find("<h2 id=\"nurses\""));
  EXPECT_LT(html.find("はじめに"), html.find("id=\"page-questions\""));
}

TEST(Matrix, OffersNoChoiceWhereTheMatricesOfAPageAskDifferently) {
  EXPECT_EQ(sample::count(rendered_matrices({{"吸引"}, {"胃ろう"}}), "page-questions"), 0u);
}

TEST(Directory, LeadsToItsGroupsWhereThereAreMany) {
  auto pages = sample::documents();
  auto& groups = std::get<model::Directory>(pages[1].blocks.front().node).groups;
  auto const rendered = [&] {
    auto const made = sample::render(sample::site(), pages, sample::bare_templates(), base::MemoryTree({}));
    return made.at("facilities/index.html");
  };
  EXPECT_EQ(sample::count(rendered(), "class=\"jumps"), 0u);
  groups.clear();
  for (auto* title : {"あ行", "か行", "さ行", "その他"})
    groups.push_back({title, {sample::entry(1, title, title, "")}});
  auto const html = rendered();
  EXPECT_THAT(html, testing::HasSubstr("<nav class=\"jumps whole\" aria-label=\"この一覧の見出し\"><ul>\n"
                                       "<li><a href=\"#group-あ行\">あ行 <small>1</small></a></li>\n"));
  EXPECT_THAT(html, testing::HasSubstr("<h2 class=\"group-title\" id=\"group-その他\">その他 <small>1件</small></h2>"));
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
  Menu const menu({sites, site, pages, {}, {}, {}, assets, links, renderer, ""});
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

TEST(Footer, OfASiteWithAMenuRepeatsItAndLeadsToAllListsAndBooklets) {
  auto const rendered =
      sample::render(sample::site(), sample::documents(), sample::shipped("templates"), sample::shipped("assets"));
  auto const& page = rendered.at("about/index.html");
  auto const footer = page.substr(page.find("<footer"));
  EXPECT_THAT(footer, testing::HasSubstr("<a href=\"../facilities/index.html\">さがす</a>"));
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

TEST(Footer, OfASiteWithVeryManyListsLeadsToAFewAndToTheHomePage) {
  auto site = sample::site();
  site.menu.clear();
  auto pages = sample::documents();
  for (int i = 0; i < 200; ++i) {
    auto const slug = "list-" + std::to_string(i);
    pages.push_back(sample::document(model::DocumentKind::list, slug + "/", "一覧" + std::to_string(i), slug));
  }
  auto const rendered = sample::render(site, pages, sample::shipped("templates"), sample::shipped("assets"));
  auto const& page = rendered.at("about/index.html");
  EXPECT_EQ(sample::count(page, "list-"), 23u);
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
