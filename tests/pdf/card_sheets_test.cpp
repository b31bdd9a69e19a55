#include <gmock/gmock.h>

#include <map>

#include "pdf/layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using model::millimetre;
using testing::HasSubstr;
using Kind = model::FormField::Kind;

/// A publication of cards: 91 × 55 mm on A4.
model::Booklet cards(std::vector<model::Blocks> faces) {
  auto booklet = laying::booklet({});
  auto& publication = booklet.publication;
  publication.parts.clear();
  publication.paper = "card";
  publication.landscape = true;
  publication.sheet = "A4";
  publication.title = "あんしんカード";
  for (auto& blocks : faces)
    publication.parts.push_back({"face-" + std::to_string(publication.parts.size()), "面", "", std::move(blocks), {}});
  return booklet;
}

struct Sheets {
  Frames frames;
  std::string mistakes;
};
Sheets sheets_of(model::Booklet const& booklet) {
  auto style = laying::style();
  style.papers.push_back({"card", 55 * millimetre, 91 * millimetre});
  style.papers.push_back({"A4", 210 * millimetre, 297 * millimetre});
  auto where = site();
  where.contact.tel = model::parse_telephone("0463-00-0001");
  where.contact.prompt = "困ったときは、まず相談";
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  Sheets sheets{lay_out(booklet, where, style, fonts(), 1, unprintable, diagnostics), {}};
  for (auto const& mistake : diagnostics.sorted({})) sheets.mistakes += mistake.code + " " + mistake.message.ja + "\n";
  return sheets;
}

TEST(Cards, LieTenOnASheetFiveTimesFrontAndBack) {
  auto const [frames, mistakes] =
      sheets_of(cards({{form({field(Kind::text, "氏名")})}, {form({field(Kind::text, "病気")})}}));
  EXPECT_EQ(mistakes, "");
  ASSERT_EQ(frames.pages.size(), 1U);
  std::map<std::string, std::vector<Rectangle>> places;
  for (auto const& widget : widgets_of(frames)) places[widget.field].push_back(widget.area);
  ASSERT_EQ(places["ask/氏名"].size(), 5U);
  ASSERT_EQ(places["ask/病気"].size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(places["ask/氏名"][i].y - places["ask/氏名"][0].y, double(i) * 55 * millimetre, 0.01);
    EXPECT_GT(places["ask/病気"][i].x, places["ask/氏名"][i].x + 60 * millimetre);
  }
}

TEST(Cards, AreReadOnceThoughAllOfTheirFieldsAreTagged) {
  auto const frames = sheets_of(cards({{form({field(Kind::text, "氏名")})}})).frames;
  std::size_t read = 0, shown = 0;
  for (auto const& item : frames.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text == "氏名") {
      ++shown;
      read += run->tag != TagId::artifact;
    }
  EXPECT_EQ(shown, 10U);
  EXPECT_EQ(read, 1U);
  for (auto const& widget : widgets_of(frames)) EXPECT_EQ(frames.tags.role(widget.tag), Role::form);
}

TEST(Cards, ShowTheTitleAndWhomToCallOnTheFirstFace) {
  auto const frames =
      sheets_of(cards({{form({field(Kind::text, "氏名")})}, {form({field(Kind::text, "病気")})}})).frames;
  auto const words = words_on(frames.pages[0]);
  EXPECT_THAT(words, HasSubstr("あんしんカード"));
  EXPECT_THAT(words, HasSubstr("0463-00-0001"));
  EXPECT_THAT(words, HasSubstr("真ん中で折って"));
}

TEST(Cards, ThatAreLargerThanTheirSheetAreAMistake) {
  auto booklet = cards({{form({field(Kind::text, "氏名")})}});
  booklet.publication.paper = "A4";
  EXPECT_THAT(sheets_of(booklet).mistakes, HasSubstr("card-too-large"));
}

TEST(Cards, ThatAreTooSmallForTheirFieldsAreAMistakeThatSaysByHowMuch) {
  std::vector<model::FormField> fields;
  for (int i = 0; i < 16; ++i) fields.push_back(field(Kind::long_text, "欄" + std::to_string(i)));
  EXPECT_THAT(sheets_of(cards({{form(fields)}})).mistakes,
              testing::MatchesRegex("card-too-full 「面」の面に入りきりません。[0-9]+ミリはみ出します。\n"))
      << "and not of words that lie on each other";
}

TEST(Cards, WarnOfATitleThatTheirBandShortens) {
  auto booklet = cards({{form({field(Kind::text, "氏名")})}});
  booklet.publication.title = "とても長い題名のあんしんカード（もしもの時に備えて持ち歩く人のためのもの）";
  EXPECT_EQ(sheets_of(booklet).mistakes,
            "words-shortened 紙では「" + booklet.publication.title + "」が入りきらず、終わりが「…」になります。\n");
}

}  // namespace
}  // namespace tebiki::pdf
