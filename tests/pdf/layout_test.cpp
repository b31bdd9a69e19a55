#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

model::Booklet two_parts() {
  auto book = booklet({paragraph("はじめの章の本文。"), heading(2, "節のひとつ", "one"), paragraph("節の本文。")});
  auto& publication = book.publication;
  publication.parts[0].tab = "相談";
  publication.parts.push_back({"second", "ふたつめ", "医療", {paragraph("二番目の章。")}, {}});
  publication.cover = model::Cover{{"見本の", "手引き"}, "令和8年度版", "自分らしく"};
  publication.contents = true;
  book.cover_art.drawing = {300, 400, {}};
  return book;
}

model::Site with_contact() {
  auto where = site();
  where.contact.prompt = "困ったときは";
  where.contact.tel = model::parse_telephone("0463-00-0001");
  where.contact.name = "見本センター";
  return where;
}

TEST(Layout, SetsABookletAsTheGoldenFileSays) {
  expect_golden("a-booklet", dump(laid_out(two_parts(), 1, with_contact())));
}

TEST(Layout, BeginsWithACoverThatHasNoNumber) {
  auto frames = laid_out(two_parts(), 1, with_contact());
  EXPECT_EQ(frames.pages[0].label, "");
  EXPECT_EQ(frames.pages[1].label, "2");
  EXPECT_EQ(words_on(frames.pages[0]),
            "令和8年度版\n見本の\n手引き\n自分らしく\n困ったときは\n0463-00-0001\n見本センター\n");
}

TEST(Layout, TellsTheTruePageInItsContents) {
  auto frames = laid_out(two_parts());
  EXPECT_THAT(words_on(frames.pages[1]), HasSubstr("はじめに\n3\n節のひとつ\n3\nふたつめ\n4\n"));
  EXPECT_THAT(words_on(frames.pages[2]), HasSubstr("節のひとつ"));
  EXPECT_THAT(words_on(frames.pages[3]), HasSubstr("ふたつめ"));
  EXPECT_EQ(count(frames, Role::toci), 3U);
  for (auto const& link : frames.pages[1].links) EXPECT_TRUE(frames.destinations.contains(link.destination));
}

TEST(Layout, TakesNoPageForTheImprintAloneWhereTheFootOfEveryPageSaysTheSame) {
  // Paragraph by paragraph the page fills up: from one page to two, something of the text stands on the second.
  for (int count = 1; count < 60; ++count) {
    model::Blocks blocks;
    for (int i = 0; i < count; ++i) blocks.push_back(paragraph("本文です。"));
    auto const frames = laid_out(booklet(std::move(blocks)), 1, with_contact());
    if (frames.pages.size() == 1) continue;
    EXPECT_THAT(words_on(frames.pages[1]), HasSubstr("本文です。")) << count;
    return;
  }
  FAIL() << "one page takes them all";
}

TEST(Layout, LeavesNoLastPageOfAPartAlmostEmpty) {
  constexpr double top = 40, height = 320;
  auto const filled = [](PageFrame const& page) {
    double lowest = top;
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->tag != TagId::artifact)
        lowest = std::max(lowest, run->origin.y);
    return (lowest - top) / height;
  };
  for (bool const masthead : {false, true})
    for (int count = 12; count < 45; ++count) {
      model::Blocks blocks;
      for (int i = 0; i < count; ++i) blocks.push_back(paragraph("本文です。"));
      auto book = booklet({paragraph("はじめに。")});
      if (masthead) book.publication.masthead = model::Masthead{};
      book.publication.parts.push_back({"second", "ふたつめ", "", std::move(blocks), {}});
      auto const frames = laid_out(book);
      EXPECT_GE(filled(frames.pages.back()), 0.25) << count << " paragraphs on " << frames.pages.size() << " pages";
    }
}

TEST(Layout, MakesBookmarksOfPartsAndSections) {
  auto frames = laid_out(two_parts());
  ASSERT_EQ(frames.bookmarks.size(), 3U);
  EXPECT_EQ(frames.bookmarks[0].title, "もくじ");
  EXPECT_EQ(frames.bookmarks[1].title, "はじめに");
  ASSERT_EQ(frames.bookmarks[1].children.size(), 1U);
  EXPECT_EQ(frames.bookmarks[1].children[0].title, "節のひとつ");
  EXPECT_EQ(frames.bookmarks[2].target.page, 3U);
}

TEST(Layout, MirrorsItsMarginsAtTheBinding) {
  auto frames = laid_out(two_parts());
  EXPECT_DOUBLE_EQ(find_run(frames, "はじめの章の本文")->origin.x, 40);
  EXPECT_DOUBLE_EQ(find_run(frames, "二番目の章")->origin.x, 30);
  auto right_bound = two_parts();
  right_bound.publication.binding = model::Binding::right;
  auto mirrored = laid_out(right_bound);
  EXPECT_DOUBLE_EQ(find_run(mirrored, "はじめの章の本文")->origin.x, 30);
}

TEST(Layout, PutsTabsAtTheForeEdgeAndMarksTheChapter) {
  auto frames = laid_out(two_parts());
  auto tab_x = [&](std::size_t page) {
    for (auto const& item : frames.pages[page].items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->vertical && run->text == "相談")
        return run->origin.x;
    return -1.0;
  };
  EXPECT_GT(tab_x(2), 270);
  EXPECT_LT(tab_x(3), 30);
  EXPECT_THAT(words_on(frames.pages[2], Words::decoration), HasSubstr("はじめに"));
}

TEST(Layout, IndexesEveryPageOnWhichANameStands) {
  auto book = booklet({});
  model::Directory directory;
  directory.groups.push_back({"海岸", {entry(1, "見本 あおば", "あおば")}});
  auto again = table({"名称"});
  again.rows = {row({"見本 あおば"}, "facilities/entry-1")};
  model::Index index{{{"あ", {{"見本 あおば", "あおば", "facilities/entry-1", {}}}}}};
  book.publication.parts = {{"a", "名簿", "", {{directory, {}}}, {}},
                            {"b", "表", "", {{again, {}}}, {}},
                            {"c", "さくいん", "", {{index, {}}}, {}}};
  auto frames = laid_out(book);
  EXPECT_THAT(words_on(frames.pages[2]), HasSubstr("あ\n見本 あおば\n1, 2\n"));
}

TEST(Layout, IndexesOfANameOnHundredsOfPagesAsManyAsStandBesideIt) {
  auto book = booklet({});
  model::Directory directory;
  directory.groups.push_back({"海岸", {entry(1, "見本 あおば", "あおば")}});
  for (int i = 0; i < 120; ++i)
    book.publication.parts.push_back({"a" + std::to_string(i), "名簿", "", {{directory, {}}}, {}});
  model::Index index{{{"あ", {{"見本 あおば", "あおば", "facilities/entry-1", {}}}}}};
  book.publication.parts.push_back({"z", "さくいん", "", {{index, {}}}, {}});
  auto const words = words_on(laid_out(book).pages.back());
  EXPECT_THAT(words, HasSubstr("あ\n見本 あおば\n2, 3, 4, "));
  EXPECT_THAT(words, HasSubstr(", …\n"));
  EXPECT_THAT(words, Not(HasSubstr("100")));
}

TEST(Layout, LeadsToTheEntryOfTheSamePartAndIndexesThemAll) {
  auto book = booklet({});
  model::Directory directory;
  directory.groups.push_back({"海岸", {entry(1, "見本 あおば", "あおば")}});
  model::Paragraph reference;
  reference.text.push_back({model::Link{model::Reference{"facilities/entry-1", ""}, {model::words("あおばへ")}}, {}});
  model::Index index{{{"あ", {{"見本 あおば", "あおば", "facilities/entry-1", {}}}}}};
  book.publication.parts = {{"a", "名簿", "", {{directory, {}}}, {}},
                            {"b", "看護", "", {{reference, {}}, {directory, {}}}, {}},
                            {"c", "さくいん", "", {{index, {}}}, {}},
                            {"d", "ほか", "", {{reference, {}}}, {}}};
  auto frames = laid_out(book);
  EXPECT_THAT(words_on(frames.pages[1]), HasSubstr("あおばへ\n（→2ページ）"));
  EXPECT_THAT(words_on(frames.pages[2]), HasSubstr("見本 あおば\n1, 2\n"));
  EXPECT_THAT(words_on(frames.pages[3]), HasSubstr("あおばへ\n（→1ページ）"));
  auto const& near = frames.pages[1].links.at(0).destination;
  EXPECT_EQ(frames.destinations.at(near).page, 1u);
}

TEST(Layout, LeadsFromATableToTheChapterThatHasMostOfItsRecords) {
  auto book = booklet({});
  model::Directory first, nursing;
  first.groups.push_back({"", {entry(1, "見本 あおば", "あおば"), entry(9, "見本 ほか", "ほか")}});
  nursing.groups.push_back({"", {entry(1, "見本 あおば", "あおば"), entry(2, "見本 いずみ", "いずみ")}});
  auto answers = table({"名称"});
  for (auto const* number : {"1", "2"}) {
    model::Link link{model::Reference{std::string("facilities/entry-") + number, ""}, {model::words("見本")}};
    answers.rows.push_back({model::Row::Kind::entry, {{{{std::move(link), {}}}}}, ""});
  }
  book.publication.parts = {{"a", "相談", "", {{first, {}}}, {}},
                            {"b", "訪問看護", "", {{nursing, {}}}, {}},
                            {"c", "医療対応", "", {{answers, {}}}, {}}};
  auto const words = words_on(laid_out(book).pages[2]);
  EXPECT_THAT(words, Not(HasSubstr("→1")));
  EXPECT_THAT(words, HasSubstr("→2"));
}

TEST(Layout, SendsNobodyFromARowToThePageThatHeReads) {
  auto rows = table({"名称"});
  rows.rows.push_back(row({"研修"}, "plan/training"));
  auto details = table({"取組"});
  model::Link link{model::Reference{"plan/training", ""}, {model::words("研修")}};
  details.rows.push_back({model::Row::Kind::entry, {{{{std::move(link), {}}}}}, ""});
  auto const near = laid_out({{rows, {}}, heading(2, "内訳", "details"), {details, {}}});
  EXPECT_THAT(words_on(near.pages[0]), Not(HasSubstr("→")));
  auto const far = laid_out({{rows, {}}, {model::PageBreak{}, {}}, heading(2, "内訳", "details"), {details, {}}});
  EXPECT_THAT(words_on(far.pages[1]), HasSubstr("→1"));
}

TEST(Layout, SaysOnWhichPageANoteStandsThatIsNotOnThisOne) {
  model::Paragraph marked;
  marked.text = {model::words("利用料"), {model::FootnoteMark{1}, {}}};
  model::Footnotes notes;
  notes.notes.push_back({1, {paragraph("目安です。")}});
  auto const near = laid_out({heading(2, "料金", "fee"), {marked, {}}, {notes, {}}});
  EXPECT_THAT(words_on(near.pages[0]), HasSubstr("［注1］"));
  auto const far = laid_out({heading(2, "料金", "fee"), {marked, {}}, {model::PageBreak{}, {}}, {notes, {}}});
  EXPECT_THAT(words_on(far.pages[0]), HasSubstr("［注1→2］"));
}

TEST(Layout, HasNoTabsOnPagesWithAForm) {
  auto book = two_parts();
  book.publication.parts[0].blocks.push_back(form({field(model::FormField::Kind::text, "氏名")}));
  auto const frames = laid_out(book);
  auto const tabs_on = [&](std::size_t page) {
    return std::count_if(frames.pages[page].items.begin(), frames.pages[page].items.end(), [](Item const& item) {
      auto const* run = std::get_if<TextRun>(&item);
      return run && run->vertical;
    });
  };
  EXPECT_EQ(tabs_on(2), 0);
  EXPECT_GT(tabs_on(3), 0);
}

TEST(Layout, IndexesANameOnceThatTwoRecordsBear) {
  auto book = booklet({});
  model::Directory offices, windows;
  offices.groups.push_back({"", {entry(2, "見本 あおば", "あおば")}});
  windows.groups.push_back({"", {entry(1, "見本 あおば", "あおば")}});
  model::Index index{{{"あ",
                       {{"見本 あおば", "あおば", "facilities/entry-1", {}},
                        {"見本 あおば", "あおば", "facilities/entry-2", {}},
                        {"見本 あおば", "あおばえき", "facilities/entry-2", {}}}}}};
  book.publication.parts = {{"a", "事業所", "", {{offices, {}}}, {}},
                            {"b", "窓口", "", {{windows, {}}}, {}},
                            {"c", "さくいん", "", {{index, {}}}, {}}};
  auto frames = laid_out(book);
  EXPECT_THAT(words_on(frames.pages[2]), HasSubstr("あ\n見本 あおば\n1, 2\n見本 あおば\n1\n"));
  EXPECT_EQ(frames.pages[2].links.at(0).destination, "facilities/entry-2");
}

TEST(Layout, PrintsALooseListWithItsTitleAndWhomToCall) {
  auto where = with_contact();
  auto book = booklet({paragraph("本文")});
  book.publication.revised = model::Date{2026, 10, 1};
  auto frames = laid_out(book, 1, where);
  EXPECT_THAT(words_on(frames.pages[0]), ::testing::StartsWith("見本の手引き\n本文\n"));
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("0463-00-0001"));
  EXPECT_THAT(words_on(frames.pages[0], Words::decoration), HasSubstr("令和8年10月1日 現在"));
}

TEST(Layout, BeginsWithItsTitleWhenItHasPartsButNoCover) {
  auto book = two_parts();
  book.publication.cover.reset();
  book.publication.contents = false;
  auto frames = laid_out(book);
  EXPECT_EQ(frames.pages.size(), 2U);
  EXPECT_THAT(words_on(frames.pages[0]), ::testing::StartsWith("見本の手引き\nはじめに\n"));
  EXPECT_EQ(frames.pages[0].label, "1");
}

TEST(Layout, TurnsTheSheetForLandscape) {
  auto book = booklet({paragraph("本文")});
  book.publication.landscape = true;
  auto frames = laid_out(book);
  EXPECT_EQ(frames.pages[0].width, 400);
  EXPECT_EQ(frames.pages[0].height, 300);
}

TEST(Layout, SurvivesAPublicationWithoutParts) {
  auto book = booklet({});
  book.publication.parts.clear();
  EXPECT_LE(laid_out(book).pages.size(), 1U);
}

TEST(Layout, SetsManyParagraphsOnSeveralThreadsAsOnOne) {
  auto named = table({"名称"});
  named.rows = {row({"あおば"})};
  for (std::size_t count : {30, 31, 32, 33, 34, 35, 36, 37}) {
    model::Blocks blocks;
    for (std::size_t i = 0; i < count; ++i)
      blocks.push_back(paragraph(fmt::format("{}. 困ったときは、一人で悩まず、どうぞ早めにご相談ください。", i)));
    blocks.push_back(paragraph("次の表をご覧ください。"));
    blocks.push_back({named, {}});
    auto const frames = laid_out(blocks, 1);
    EXPECT_EQ(dump(frames), dump(laid_out(blocks, 4)));
    auto const end = words_on(frames.pages.back());
    EXPECT_EQ(end.find("次の表") != end.npos, end.find("あおば") != end.npos) << "the table and what introduces it";
  }
}

}  // namespace
}  // namespace tebiki::pdf
