#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

Frames with(model::Table table, unsigned jobs = 1) { return laid_out({{std::move(table), {}}}, jobs); }

model::Table long_table(std::size_t rows) {
  auto directory = table({"名称", "電話"});
  for (std::size_t i = 0; i < rows; ++i)
    directory.rows.push_back(row({"見本 事業所" + std::to_string(i), "0463-00-0001"}, "list/row-" + std::to_string(i)));
  return directory;
}

TEST(TableLayout, SetsATableAsTheGoldenFileSays) {
  auto small = table({"名称", "営業時間", "料金"});
  small.caption = {model::words("見本の表")};
  small.columns[2].alignment = model::Alignment::end;
  small.rows = {group("海岸・花水"), row({"見本 タクシー", "8:00〜18:00", "1,500円"}, "taxis/a"),
                row({"見本 移送サービス", "24時間", "750円"})};
  expect_golden("a-table", dump(with(small)));
}

TEST(TableLayout, StaysOneTableOverManyPages) {
  auto frames = with(long_table(60));
  EXPECT_GT(frames.pages.size(), 3U);
  EXPECT_EQ(count(frames, Role::table), 1U);
  EXPECT_EQ(count(frames, Role::thead), 1U);
  EXPECT_EQ(count(frames, Role::tbody), 1U);
  EXPECT_EQ(count(frames, Role::tr), 61U);
}

TEST(TableLayout, RepeatsItsHeaderOnEveryPageAsDecoration) {
  auto frames = with(long_table(60));
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("名称\n電話\n"));
  for (std::size_t i = 1; i + 1 < frames.pages.size(); ++i) {
    EXPECT_THAT(words_on(frames.pages[i], Words::decoration), HasSubstr("名称\n電話\n"));
    EXPECT_THAT(words_on(frames.pages[i]), Not(HasSubstr("名称")));
  }
}

TEST(TableLayout, LeavesNoRowAlonePastABreak) {
  auto const rows_on = [](PageFrame const& page) {
    auto const words = words_on(page);
    std::size_t rows = 0;
    for (auto at = words.find("見本 事業所"); at != words.npos; at = words.find("見本 事業所", at + 1)) ++rows;
    return rows;
  };
  for (std::size_t above = 0; above < 16; ++above)
    for (std::size_t rows = 2; rows < 40; rows += 3) {
      model::Blocks blocks;
      for (std::size_t i = 0; i < above; ++i) blocks.push_back(paragraph("上の文。"));
      auto directory = long_table(rows);
      directory.caption = {model::words("見本の表")};
      blocks.push_back({std::move(directory), {}});
      auto const frames = laid_out(std::move(blocks));
      for (auto const& page : frames.pages) {
        EXPECT_NE(rows_on(page), 1U) << above << " paragraphs above " << rows << " rows";
        auto const head = words_on(page) + words_on(page, Words::decoration);
        EXPECT_TRUE(rows_on(page) == 0 || head.find("名称") == head.rfind("名称")) << "a head stands once on a page";
      }
    }
}

TEST(TableLayout, HoldsEveryRowOnceAndInOrder) {
  auto frames = with(long_table(60));
  std::string all;
  for (auto const& page : frames.pages) all += words_on(page);
  std::size_t at = 0;
  for (int i = 0; i < 60; ++i) {
    auto name = "見本 事業所" + std::to_string(i) + "\n";
    at = all.find(name, at);
    ASSERT_NE(at, all.npos) << name;
    EXPECT_EQ(all.find(name, at + 1), all.npos);
  }
}

TEST(TableLayout, SaysAfterABreakWhichGroupGoesOn) {
  auto grouped = long_table(40);
  grouped.rows.insert(grouped.rows.begin(), group("海岸"));
  auto frames = with(grouped);
  ASSERT_GT(frames.pages.size(), 1U);
  EXPECT_THAT(words_on(frames.pages[0], Words::decoration), Not(HasSubstr("海岸\n（続き）")));
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("海岸\n（続き）"));
}

TEST(TableLayout, NamesAGroupOnceThatMovesToTheNextPageWhole) {
  for (std::size_t rows = 1; rows < 20; ++rows) {
    auto grouped = long_table(rows);
    grouped.rows.push_back(group("末尾の組"));
    grouped.rows.push_back(row({"その一", ""}));
    grouped.rows.push_back(row({"その二", ""}));
    for (auto const& page : with(grouped).pages)
      if (words_on(page).find("末尾の組") != std::string::npos) {
        EXPECT_THAT(words_on(page, Words::decoration), Not(HasSubstr("末尾の組"))) << rows;
      }
  }
}

TEST(TableLayout, SaysAgainWhoseFieldsGoOnOnTheNextPage) {
  model::DefinitionList fields;
  for (int i = 0; i < 30; ++i) fields.definitions.push_back({"項目" + std::to_string(i), {model::words("値")}});
  fields.anchor = "events/talk";
  auto const frames = laid_out({heading(2, "多職種研修会", "talk"), {fields, {}}});
  ASSERT_GT(frames.pages.size(), 1U);
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("多職種研修会\n（続き）\n"));
  EXPECT_EQ(frames.destinations.at("events/talk").page, 0U);
}

TEST(TableLayout, NeverLeavesAGroupAtTheFootOfAPage) {
  for (std::size_t rows = 1; rows < 16; ++rows) {
    auto grouped = long_table(rows);
    grouped.rows.push_back(group("末尾の組"));
    grouped.rows.push_back(row({"最後", ""}));
    auto frames = with(grouped);
    for (auto const& page : frames.pages) EXPECT_THAT(words_on(page), Not(::testing::EndsWith("末尾の組\n"))) << rows;
  }
}

TEST(TableLayout, ContinuesARowThatIsTallerThanAPage) {
  std::string answer;
  for (int i = 0; i < 80; ++i) answer += "市町村の回答はとても長くなることがあります。";
  auto survey = table({"市", "回答"});
  survey.rows = {row({"見本市", answer}), row({"見本町", "なし"})};
  auto frames = with(survey);
  EXPECT_GT(frames.pages.size(), 2U);
  EXPECT_EQ(count(frames, Role::td), 2U);
  std::string all;
  for (auto const& page : frames.pages) {
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->tag != TagId::artifact) {
        EXPECT_LE(run->origin.y, 361) << run->text;
        if (run->text.find("見本") == std::string::npos) all += run->text;
      }
  }
  EXPECT_THAT(all, HasSubstr(answer));
}

TEST(TableLayout, SaysOnEveryFurtherPageWhoseRowGoesOn) {
  std::string answer;
  for (int i = 0; i < 80; ++i) answer += "市町村の回答はとても長くなることがあります。";
  auto survey = table({"市", "回答"});
  survey.rows = {row({"見本市", answer}), row({"見本町", "なし"})};
  auto frames = with(survey);
  ASSERT_GT(frames.pages.size(), 2U);
  EXPECT_THAT(words_on(frames.pages[0], Words::decoration), Not(HasSubstr("（続き）")));
  for (std::size_t i = 1; i + 1 < frames.pages.size(); ++i)
    EXPECT_THAT(words_on(frames.pages[i], Words::decoration), HasSubstr("市\n回答\n見本市\n（続き）")) << i;
}

TEST(TableLayout, HoldsACellOfVeryManyCharactersWhole) {
  std::string answer;
  for (int i = 0; i < 2000; ++i) answer += "市町村の回答はとても長くなることがあります。";
  auto survey = table({"市", "回答"});
  survey.rows = {row({"見本市", answer})};
  std::string all;
  for (auto const& page : with(survey).pages)
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->tag != TagId::artifact) all += run->text;
  EXPECT_THAT(all, HasSubstr(answer));
}

/// As an open-data list, every column of it.
model::Table wide_table(std::size_t columns) {
  std::vector<std::string> labels{"名称"}, cells{"見本訪問看護ステーション"};
  std::vector<std::string> more{"0463-00-0001",       "8,862円",    "令和8年10月1日", "10人",
                                "看護師・理学療法士", "9:00〜17:00"};
  for (std::size_t i = 0; i < columns; ++i) {
    labels.push_back("見出し" + std::to_string(i));
    cells.push_back(more[i % more.size()]);
  }
  auto wide = table(labels);
  wide.rows.assign(3, row(cells, "offices/a"));
  wide.caption = {model::words("ひろい表")};
  return wide;
}

model::Booklet on_paper(model::Table table, std::string paper, bool landscape) {
  auto book = booklet({{std::move(table), {}}});
  book.publication.paper = std::move(paper);
  book.publication.landscape = landscape;
  return book;
}

void expect_numbers_whole(Frames const& frames) {
  for (std::string_view number : {"0463-00-0001", "8,862円", "10月", "10人", "9:00〜17:00"})
    EXPECT_NE(find_run(frames, number), nullptr) << number;
}

TEST(TableLayout, NeverTearsANumberFromItsUnitNorATelephoneNumber) {
  expect_numbers_whole(laid_out(on_paper(wide_table(6), "B5", false)));
  expect_numbers_whole(laid_out(on_paper(wide_table(6), "A5", true)));
}

TEST(TableLayout, SetsSmallerTypeBeforeItTearsANumber) {
  auto frames = laid_out(on_paper(wide_table(12), "B5", true));
  expect_numbers_whole(frames);
  EXPECT_LT(find_run(frames, "8,862円")->size, 12);
  EXPECT_GE(find_run(frames, "8,862円")->size, 9);
}

TEST(TableLayout, KeepsFourCharactersOfANameOnALine) {
  auto frames = laid_out(on_paper(wide_table(7), "B5", false));
  EXPECT_NE(find_run(frames, "訪問看護"), nullptr);
}

TEST(TableLayout, NamesATableThatIsTooWideAndProposesToTurnThePaper) {
  auto mistakes = [](model::Booklet const& book) {
    base::Diagnostics diagnostics;
    Unprintable unprintable;
    lay_out(book, site(), style(), fonts(), 1, unprintable, diagnostics);
    std::string all;
    for (auto const& one : diagnostics.sorted(base::Sources()))
      all += one.code + " " + one.message.ja + one.hint.ja + "\n";
    return all;
  };
  EXPECT_EQ(
      mistakes(on_paper(wide_table(20), "A5", false)),
      "table-too-wide "
      "表「ひろい表」（一覧「offices」）は列が21あり、9ポイントまで小さくしても、番号や名前をちぎらずには紙に入りません"
      "。"
      "publication.json に \"orientation\": \"landscape\" を書いて横向きにするか、columns の列を減らしてください。\n");
  EXPECT_EQ(mistakes(on_paper(wide_table(20), "A5", true)),
            "table-too-wide "
            "表「ひろい表」（一覧「offices」）は列が21あり、9ポイントまで小さくしても、番号や名前をちぎらずには紙に入り"
            "ません。"
            "columns の列を減らすか、publication.json の paper で大きな紙にしてください。\n");
}

TEST(TableLayout, SetsUprightLabelsFromTopToBottom) {
  auto matrix = table({"事業所", "喀痰吸引"});
  matrix.columns[1].upright = true;
  matrix.rows = {
      {model::Row::Kind::entry, {cell("見本"), {{{model::AvailabilityMark{model::Availability::ask}, {}}}}}, ""}};
  auto frames = with(matrix);
  auto const* label = find_run(frames, "喀痰吸引");
  ASSERT_TRUE(label);
  EXPECT_TRUE(label->vertical);
  EXPECT_EQ(frames.tags.role(label->tag), Role::th);
  EXPECT_EQ(frames.tags.find_detail(label->tag)->scope, Scope::column);
}

TEST(TableLayout, NamesRowsAndColumnsForReaders) {
  auto frames = with(long_table(1));
  EXPECT_EQ(frames.tags.find_detail(find_run(frames, "名称")->tag)->scope, Scope::column);
  EXPECT_EQ(frames.tags.find_detail(find_run(frames, "見本 事業所0")->tag)->scope, Scope::row);
  EXPECT_EQ(frames.tags.role(find_run(frames, "0463-00-0001")->tag), Role::td);
  EXPECT_EQ(frames.destinations.at("list/row-0").page, 0U);
}

TEST(TableLayout, IsTheSameOnAnyNumberOfThreads) {
  auto rows = long_table(700);
  EXPECT_EQ(dump(with(rows, 1)), dump(with(rows, 4)));
}

TEST(TableLayout, GivesRowsOfTooFewOrTooManyCellsTheColumnsOfTheTable) {
  auto odd = table({"一", "二"});
  odd.rows = {row({"a"}), row({"b", "c", "d"})};
  auto frames = with(odd);
  EXPECT_EQ(count(frames, Role::td) + count(frames, Role::th), 6U);
  EXPECT_EQ(find_run(frames, "d"), nullptr);
}

}  // namespace
}  // namespace tebiki::pdf
