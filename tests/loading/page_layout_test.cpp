// Columns, mastheads and folds: what a publication may say of its pages.
#include <gmock/gmock.h>

#include "loaded.hpp"

namespace tebiki::loading {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Files publication(std::string const& settings, std::string const& part = "あ\n") {
  return {{"publications/p/publication.json", R"({"title": "便り", )" + settings + "}"},
          {"publications/p/01-a.md", part}};
}

TEST(Columns, OfAPublicationHoldForItsPartsUnlessOneSaysItsOwn) {
  Loaded loaded;
  load_files(loaded, publication(R"("columns": 2)", "---\ntitle: あ\ncolumns: 3\n---\nい\n"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.publications.at(0).columns, 2);
  EXPECT_EQ(loaded.site.publications.at(0).parts.at(0).columns, 3);
}

TEST(Columns, AreOneTwoOrThree) {
  auto const remedy =
      " → 段の数は 1、2、3 のどれかです。2段なら columns に 2 と、かぎかっこや引用符をつけずに書いてください。";
  auto const file = "publications/p/publication.json:1:28: ";
  EXPECT_THAT(mistakes(publication(R"("columns": 0)")),
              ElementsAre(file + ("「columns」に「0」は使えません。" + std::string(remedy))));
  EXPECT_THAT(mistakes(publication(R"("columns": 9)")),
              ElementsAre(file + ("「columns」に「9」は使えません。" + std::string(remedy))));
  EXPECT_THAT(mistakes(publication(R"("columns": 1.5)")),
              ElementsAre(file + ("「columns」に「1.5」は使えません。" + std::string(remedy))));
  EXPECT_THAT(mistakes(publication(R"("columns": "二")")),
              ElementsAre(file + ("「columns」に「二」は使えません。" + std::string(remedy))));
  EXPECT_THAT(mistakes(publication(R"("columns": true)")),
              ElementsAre(file + ("「columns」にこの値は使えません。" + std::string(remedy))));
  EXPECT_THAT(mistakes(publication(R"("columns": 2)", "---\ntitle: あ\ncolumns: 二\n---\nい\n")),
              ElementsAre("publications/p/01-a.md:3:10: 「columns」に「二」は使えません。" + std::string(remedy)));
}

TEST(Mastheads, HaveNoOtherKeysThanTheirOwn) {
  Loaded loaded;
  load_files(loaded, publication(R"("masthead": {"above": "市", "number": "第6号", "note": "見本"})"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.publications.at(0).masthead->number, "第6号");
  EXPECT_EQ(mistakes(publication(R"("masthead": {"numbr": "第6号"})")).size(), 1U);
}

TEST(FoldedSheets, AreFoldedInThreeAndLieAcross) {
  Loaded loaded;
  load_files(loaded, publication(R"("fold": 3)"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& leaflet = loaded.site.publications.at(0);
  EXPECT_EQ(leaflet.fold, 3);
  EXPECT_TRUE(leaflet.landscape);
  ASSERT_TRUE(leaflet.cover) << "its front names it";
  EXPECT_THAT(leaflet.cover->title_lines, ElementsAre("便り"));
}

TEST(FoldedSheets, LieAcrossAndAreNoCards) {
  auto const file = std::string("publications/p/publication.json:");
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "orientation": "landscape")")), IsEmpty());
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "orientation": "portrait")")),
              ElementsAre(file + "1:43: 三つ折りの紙（fold）は、いつも横長です。 → この行を消すか、\"landscape\" に"
                                 "してください。"));
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "paper": "card")")),
              ElementsAre(file + "1:37: カードの紙（card）は、折る紙（fold）になりません。 → 三つ折りなら "
                                 "\"paper\": \"A4\" に、カードなら fold の行を消してください。"));
}

TEST(FoldedSheets, SayWhichPanelsStayBlank) {
  Loaded loaded;
  load_files(loaded, publication(R"("fold": 3, "blank_panels": [5, 2, 5])"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_THAT(loaded.site.publications.at(0).blank_panels, ElementsAre(2, 5));
  auto const remedy =
      std::string(" → 空けておく面を、1（中の左）から5（裏）までの番号で、[5] のように書いてください。");
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "blank_panels": [6, 1.5])")),
              ElementsAre("publications/p/publication.json:1:45: 「blank_panels」に「6」は使えません。" + remedy,
                          "publications/p/publication.json:1:48: 「blank_panels」に「1.5」は使えません。" + remedy));
  Loaded slip;
  load_files(slip, publication(R"("fold": 3, "blank_panels": [5, 6])"));
  EXPECT_EQ(slip.site.publications.at(0).blank_panels.size(), 2u) << "nobody then misses a panel as well";
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "blank_panels": 5)")),
              ElementsAre("publications/p/publication.json:1:44: 「blank_panels」に「5」は使えません。" + remedy));
  EXPECT_THAT(
      mistakes(publication(R"("blank_panels": [5])")),
      ElementsAre("publications/p/publication.json:1:33: 「blank_panels」は、三つ折りの紙（fold）だけで使えます。"
                  " → この行を消すか、\"fold\": 3 と書いてください。"));
}

TEST(Covers, KnowWhereTheirWordsAreWritten) {
  Loaded loaded;
  load_files(loaded, publication(R"("cover": {"edition": "見本", "motto": "あ"}, "masthead": {"note": "い"})"));
  auto const column = [&](base::SourceLocation at) { return loaded.sources.place(at).column; };
  auto const& made = loaded.site.publications.at(0);
  EXPECT_EQ(column(made.title_at), 11U);
  EXPECT_EQ(column(made.cover->title_at), 11U) << "without lines of its own";
  EXPECT_EQ(column(made.cover->edition_at), 38U);
  EXPECT_EQ(column(made.cover->motto_at), 53U);
  EXPECT_EQ(column(made.masthead->note_at), 80U);
}

TEST(FoldedSheets, SayWhatTheyCannotHave) {
  EXPECT_THAT(mistakes(publication(R"("fold": 4)")),
              ElementsAre("publications/p/publication.json:1:25: 「fold」に「4」は使えません。 → 三つ折りにするときは "
                          "\"fold\": 3 と書いてください。ほかの折り方はありません。"));
  EXPECT_THAT(mistakes(publication(R"("fold": 3, "columns": 2)")),
              ElementsAre("publications/p/publication.json:1:39: 折る紙（fold）では「columns」は使えません。 → "
                          "この行を消してください。"));
}

}  // namespace
}  // namespace tebiki::loading
