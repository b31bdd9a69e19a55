#include "pdf/fonts/fonts.hpp"

#include <gmock/gmock.h>

#include "base/diagnostics.hpp"
#include "pdf/layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using List = FontChoice::List;
using testing::HasSubstr;
using testing::SizeIs;

struct Files {
  base::Sources sources;
  Unprintable unprintable;

  std::vector<base::Diagnostic> report() const {
    base::Diagnostics diagnostics;
    unprintable.report(sources, diagnostics);
    return diagnostics.sorted(sources);
  }
  base::FileId add(std::string path, std::string text) { return sources.add(std::move(path), std::move(text)); }
};

TEST(Unprintable, TellsEachCharacterOnceHowOftenAndItsFirstThreePlaces) {
  Files files;
  auto a = files.add("lists/a.csv", "id,name\nx,🚕一\ny,🚕二\nz,🚕三\nw,🚕四\n");
  for (std::uint32_t line : {8U, 17U, 26U, 35U}) files.unprintable.add(U'🚕', List::body, {a, line});
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].message.ja,
            "文字「🚕」（U+1F695）を持つフォントがないため、印刷できません。全部で4か所にあります（ほかに lists/a.csv "
            "3行目、lists/a.csv 4行目 など）。");
  EXPECT_EQ(found[0].message.en,
            "no font has the character “🚕” (U+1F695), so it cannot be printed; there are 4 (also lists/a.csv:3, "
            "lists/a.csv:4)");
  EXPECT_EQ(found[0].at, (base::SourceLocation{a, 10}));
}

TEST(Unprintable, PointsAtTheCharacterAlsoBehindQuotesAndWhereItIsSpeltByItsNumber) {
  Files files;
  auto csv = files.add("lists/a.csv", "id,name\nx,\"「\"\"愛\"\"」🚕\"\n");
  auto json = files.add("site.json", R"({"name": "見本\uD83D\ude95"})");
  auto markdown = files.add("pages/a.md", "見本&#x1F695;の文");
  for (auto file : {csv, json, markdown}) files.unprintable.add(U'🚕', List::body, {file, 2});
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].at, (base::SourceLocation{csv, 24}));
  EXPECT_THAT(found[0].message.ja, HasSubstr("（ほかに pages/a.md 1行目、site.json 1行目）"));

  Files alone;
  json = alone.add("site.json", R"({"name": "見本\uD83D\ude95"})");
  alone.unprintable.add(U'🚕', List::body, {json, 2});
  EXPECT_EQ(alone.report()[0].at, (base::SourceLocation{json, 16}));
}

TEST(Unprintable, InTheNameOfThePublisherIsFoundInSiteJson) {
  Files files;
  std::string const text = R"({"name": "見本の市", "publisher": "見本🚕市"})";
  auto site = laying::site();
  site.publisher = "見本🚕市";
  site.at = {files.add("site.json", text), 0};
  auto booklet = laying::booklet({});
  booklet.publication.cover = model::Cover{};
  base::Diagnostics diagnostics;
  lay_out(booklet, site, laying::style(), laying::fonts(), 1, files.unprintable, diagnostics);
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].at, (base::SourceLocation{site.at.file, std::uint32_t(text.find("🚕"))}));
}

TEST(Unprintable, CountsOnePlaceThatSeveralBookletsPrintOnce) {
  Files files;
  auto file = files.add("pages/a.md", "車は🚕です");
  for (int booklet = 0; booklet < 3; ++booklet) files.unprintable.add(U'🚕', List::body, {file, 6});
  files.unprintable.add(U'🚕', List::body, {file, 0});
  EXPECT_EQ(files.report()[0].message.ja, "文字「🚕」（U+1F695）を持つフォントがないため、印刷できません。");
}

TEST(Unprintable, NamesTheListOfFontsAndADebianPackageWhereOneIsKnown) {
  Files files;
  auto file = files.add("pages/a.md", "🚕\U000E0041한");
  files.unprintable.add(U'🚕', List::body, {file, 0});
  files.unprintable.add(U'\U000E0041', List::code, {file, 4});
  files.unprintable.add(U'한', List::body, {file, 8});
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(
      found[0].hint.ja,
      "別の字に置きかえるか、その字を持つフォントを templates/print/standard.json の「body_fonts」に加えてください"
      "（たとえば {\"name\": \"Symbola\", \"package\": \"fonts-symbola\"}。パッケージは apt で入れます）。");
  EXPECT_EQ(found[1].hint.ja,
            "別の字に置きかえるか、その字を持つフォントを templates/print/standard.json の「code_fonts」に加えてくださ"
            "い。");
  EXPECT_THAT(found[2].hint.en, HasSubstr(R"({"name": "NanumGothic", "package": "fonts-nanum"})"));
}

TEST(Unprintable, RefusesAWritingSystemOnceAndInWords) {
  Files files;
  auto file = files.add("pages/a.md", "ไทย مر");
  for (std::uint32_t at : {0U, 3U, 6U}) files.unprintable.add(U'ท', List::body, {file, at});
  for (char32_t c : {U'ไ', U'ท', U'ย'}) files.unprintable.add(c, List::body, {file, 0});
  for (char32_t c : {U'م', U'ر'}) files.unprintable.add(c, List::body, {file, 10});
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].code, "writing-system-not-printable");
  EXPECT_THAT(found[0].message.ja,
              HasSubstr("タイ文字は、字どうしのつなぎや並びを正しく組めないため、印刷できません。"));
  EXPECT_EQ(found[1].message.ja,
            "アラビア文字は、字どうしのつなぎや並びを正しく組めないため、印刷できません。2文字あります。");
  EXPECT_EQ(found[1].at, (base::SourceLocation{file, 10}));
}

TEST(Unprintable, RefusesAPrivateCharacterBecauseItDiffersFromMachineToMachine) {
  Files files;
  auto file = files.add("pages/a.md", "見本\uE000");
  files.unprintable.add(U'\uE000', List::body, {file, 0});
  auto found = files.report();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "private-use-character");
  EXPECT_EQ(found[0].at, (base::SourceLocation{file, 6}));
  EXPECT_EQ(found[0].message.ja, "外字（U+E000）があります。外字は機械ごとに形が違うため、印刷できません。");
}

}  // namespace
}  // namespace tebiki::pdf
