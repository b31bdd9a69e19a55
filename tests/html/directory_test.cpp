// Lists and matrices of offices as pages.
#include <gmock/gmock.h>

#include "html/page_data.hpp"
#include "html/sample.hpp"

namespace tebiki::html {
namespace {

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

TEST(Directory, BringsItsScriptBehindThatOfThePage) {
  auto const rendered = sample::render(sample::site(), cut_pages(), sample::bare_templates(), base::MemoryTree({}));
  for (auto const* path : {"facilities/index.html", "facilities/kana/ta/index.html"})
    EXPECT_THAT(rendered.at(path),
                testing::ContainsRegex("<script src=\"[./]+/assets/list-facilities-[0-9a-f]+\\.js\" defer></script>"));
}

TEST(Directory, SaysInWordsOnceWhatEachMarkOfARowMeans) {
  auto pages = sample::documents();
  auto& entry = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
  entry.abilities = {{"吸引", model::Availability::yes}, {"透析", model::Availability::no}};
  auto const html =
      sample::render(sample::site(), pages, sample::bare_templates(), base::MemoryTree({})).at("facilities/index.html");
  EXPECT_THAT(html,
              testing::HasSubstr(
                  "<p class=\"yes\"><b>対応できます</b> 吸引</p><p class=\"no\"><b>対応していません</b> 透析</p>"));
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
  EXPECT_THAT(html, testing::HasSubstr("<th scope=\"col\">電話番号"));
  EXPECT_THAT(html,
              testing::HasSubstr("<td><a class=\"number\" href=\"tel:0463000011\">0463-00-0011</a><td class=\"yes\">"
                                 "対応できます"));
}

TEST(Matrix, LetsOneChooseAQuestionByItsCountsBeforeTheHeadingOfTheFirst) {
  auto const html = rendered_matrices({{"吸引", "胃ろう"}, {"吸引", "胃ろう"}});
  EXPECT_EQ(sample::count(html, "id=\"page-questions\""), 1u);
  EXPECT_THAT(html, testing::HasSubstr("<li><a href=\"#treatment-吸引\"><span>吸引</span>"));
  EXPECT_THAT(html, testing::ContainsRegex("aria-label=\"対応できます\">○</span>2 "));
  EXPECT_LT(html.find("id=\"page-questions\""), html.find("<h2 id=\"nurses\""));
  EXPECT_LT(html.find("はじめに"), html.find("id=\"page-questions\""));
}

TEST(Matrix, FindsTheColumnOfAQuestionFromTheEndOfItsRows) {
  auto const html = rendered_matrices({{"吸引", "胃ろう"}});
  EXPECT_THAT(html, testing::HasSubstr("<div class=\"question question-2\" id=\"treatment-吸引\">"));
  EXPECT_THAT(html, testing::HasSubstr("<div class=\"question question-1\" id=\"treatment-胃ろう\">"));
  EXPECT_THAT(html, testing::HasSubstr("<td class=\"yes\">対応できます<td class=\"yes\">対応できます</tr>"));
}

TEST(Matrix, OffersNoChoiceWhereTheMatricesOfAPageAskDifferently) {
  EXPECT_EQ(sample::count(rendered_matrices({{"吸引"}, {"胃ろう"}}), "page-questions"), 0u);
}

TEST(Matrix, OfManyRowsLeadsFromEachQuestionToTheListInsteadOfCountingWhatIsLeft) {
  auto page = sample::documents()[4];
  model::Column question{{}, model::Alignment::centre, true};
  question.label.push_back(
      {model::Link{model::Reference{"facilities", "suction=yes&with-ask=no"}, {model::words("吸引")}}, {}});
  model::Table table;
  table.columns = {{}, question};
  page.blocks = {{table, {}}};
  auto pages = sample::documents();
  pages[4] = page;
  auto const html =
      sample::render(sample::site(), pages, sample::bare_templates(), base::MemoryTree({})).at("about/index.html");
  EXPECT_THAT(html, testing::HasSubstr("<nav class=\"questions of-list\""));
  EXPECT_THAT(html, testing::HasSubstr("<li><a href=\"../facilities/index.html#suction=yes&amp;with-ask=no\">"
                                       "<span>吸引</span></a></li>"));
  EXPECT_EQ(sample::count(html, "class=\"question "), 0u);
  EXPECT_THAT(html,
              testing::HasSubstr("<span><a href=\"../facilities/index.html#suction=yes&amp;with-ask=no\">吸引</a>"));
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

}  // namespace
}  // namespace tebiki::html
