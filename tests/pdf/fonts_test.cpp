#include "pdf/fonts/fonts.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "base/diagnostics.hpp"
#include "source_dir.hpp"

namespace tebiki::pdf {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::SizeIs;

model::PrintStyle booklet_style() {
  model::PrintStyle style;
  style.body_fonts = {{"BIZ UDPGothic", "fonts-morisawa-bizud-gothic"},
                      {"IPAexGothic", "fonts-ipaexfont-gothic"},
                      {"VL PGothic", "fonts-vlgothic"},
                      {"IPAmjMincho", "fonts-ipamj-mincho"}};
  style.code_fonts = {{"BIZ UDGothic", "fonts-morisawa-bizud-gothic"}};
  return style;
}

Fonts const& booklet_fonts() {
  static Fonts const fonts(booklet_style(), *installed_fonts());
  return fonts;
}

std::string family_file(FontId font) {
  auto const& path = booklet_fonts().faces().at(std::size_t(font))->file.path;
  return path.substr(path.rfind('/') + 1);
}

constexpr FontChoice body{};
constexpr FontChoice bold{FontChoice::List::body, true, false};
constexpr FontChoice vertical{FontChoice::List::body, false, true};

TEST(Fonts, NameTheFamilyAndItsPackageWhenOneIsMissing) {
  model::PrintStyle style;
  style.body_fonts = {{"見本ゴシック", "fonts-mihon"}};
  try {
    Fonts fonts(style, *installed_fonts());
    FAIL() << "a missing family was accepted";
  } catch (base::Failure const& failure) {
    EXPECT_EQ(failure.message().ja,
              "フォント「見本ゴシック」がありません。パッケージ「fonts-mihon」を入れてください。");
    EXPECT_EQ(failure.message().en, "the font “見本ゴシック” is not installed; install the package “fonts-mihon”");
  }
}

/// Answers every question with one file.
class OneFile : public FontSource {
 public:
  explicit OneFile(std::string path) : path_(std::move(path)) {}
  std::optional<FontFile> find(std::string const&, bool) const override { return FontFile{path_, 0}; }

 private:
  std::string path_;
};

std::string failure_of(std::string const& path) {
  try {
    Fonts fonts(booklet_style(), OneFile(path));
  } catch (base::Failure const& failure) {
    return failure.message().en;
  }
  return "";
}

TEST(Fonts, RefuseAFileThatIsNoFont) {
  EXPECT_EQ(failure_of("/no/such/font.ttf"),
            "the font “BIZ UDPGothic” (/no/such/font.ttf) cannot be read; reinstall the package "
            "“fonts-morisawa-bizud-gothic”");
  std::string license = TEBIKI_SOURCE_DIR "/LICENSE";
  EXPECT_EQ(failure_of(license), "the font “BIZ UDPGothic” (" + license +
                                     ") is damaged; reinstall the package “fonts-morisawa-bizud-gothic”");
}

TEST(Fonts, AcceptNoSubstituteForAFamily) {
  EXPECT_FALSE(installed_fonts()->find("BIZ UDPGothi", false));
  EXPECT_TRUE(installed_fonts()->find("BIZ UDPゴシック", true));
}

TEST(Fonts, TakeEachCharacterFromTheFirstFamilyThatHasIt) {
  auto const& glyphs = booklet_fonts().shape("吉𠮷吉", body);
  ASSERT_THAT(glyphs, SizeIs(3));
  EXPECT_EQ(family_file(glyphs[0].font), "BIZUDPGothic-Regular.ttf");
  EXPECT_NE(family_file(glyphs[1].font), "BIZUDPGothic-Regular.ttf");
  EXPECT_EQ(family_file(glyphs[2].font), "BIZUDPGothic-Regular.ttf");
  EXPECT_EQ(glyphs[1].cluster, 3U);
  EXPECT_EQ(glyphs[2].cluster, 7U);
}

TEST(Fonts, KeepABaseAndItsVariationSelectorTogether) {
  auto const& plain = booklet_fonts().shape("葛", body);
  auto const& variant = booklet_fonts().shape("葛󠄀飾", body);
  ASSERT_THAT(variant, SizeIs(2));
  EXPECT_NE(variant[0].font, FontId::none);
  EXPECT_TRUE(variant[0].font != plain[0].font || variant[0].glyph != plain[0].glyph);
  EXPECT_EQ(variant[1].cluster, 7U);
}

TEST(Fonts, ShowAVariationThatNoFontKnowsByItsBase) {
  auto const& plain = booklet_fonts().shape("山", body);
  auto const& variant = booklet_fonts().shape("山\U000E01EF", body);
  ASSERT_THAT(variant, SizeIs(1));
  EXPECT_EQ(variant[0].font, plain[0].font);
  EXPECT_EQ(variant[0].glyph, plain[0].glyph);
}

TEST(Fonts, SayWhichCharacterNoFontHas) {
  auto const& glyphs = booklet_fonts().shape("あ\U000F0000い", body);
  ASSERT_THAT(glyphs, SizeIs(3));
  EXPECT_EQ(glyphs[1].font, FontId::none);
  EXPECT_EQ(glyphs[1].cluster, 3U);
  EXPECT_NE(glyphs[2].font, FontId::none);
}

TEST(Fonts, ComposeAVoicedKanaFromItsMark) {
  auto const& whole = booklet_fonts().shape("が", body);
  auto const& parts = booklet_fonts().shape("か\u3099", body);
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].glyph, whole[0].glyph);
}

TEST(Fonts, SetARareNameInGothicWhereTheTextIsGothic) {
  EXPECT_EQ(family_file(booklet_fonts().shape("𠮷", body)[0].font), "VL-PGothic-Regular.ttf");
}

TEST(Fonts, HaveSubscriptsSuperscriptsUnitsAndRadicals) {
  for (auto const* text : {"₀₁₂₃₋₊", "⁰¹²³⁻⁺", "℃㎏㎡①⑳㏇㋨", "⺠⻄⼈⿇", "ℤ‶∼芪衹"})
    EXPECT_THAT(booklet_fonts().shape(text, body), Each(Field(&ShapedGlyph::font, testing::Ne(FontId::none)))) << text;
}

TEST(Fonts, DoNotSetAWritingSystemGlyphBesideGlyph) {
  for (auto const* text : {"مرحبا", "ไทย", "हिन्दी", "שלום", "\uE000"})
    EXPECT_THAT(booklet_fonts().shape(text, body), Each(Field(&ShapedGlyph::font, FontId::none))) << text;
}

TEST(Fonts, SetLineEndsOfUnicodeAsBlanks) {
  auto const& glyphs = booklet_fonts().shape("一\u2028二", body);
  ASSERT_THAT(glyphs, SizeIs(3));
  EXPECT_EQ(glyphs[1].glyph, booklet_fonts().shape(" ", body)[0].glyph);
}

TEST(Fonts, GiveNoGlyphToCharactersThatAreNeverSeen) {
  EXPECT_THAT(booklet_fonts().shape("\u202E在\u202C", body), SizeIs(1));
  EXPECT_THAT(booklet_fonts().shape("在\u200B宅", body), SizeIs(2));
  EXPECT_THAT(booklet_fonts().shape("", body), SizeIs(0));
}

TEST(Fonts, ShapeControlCharactersAsBlanks) {
  auto const& tab = booklet_fonts().shape("\t", body);
  auto const& space = booklet_fonts().shape(" ", body);
  ASSERT_THAT(tab, SizeIs(1));
  EXPECT_EQ(tab[0].glyph, space[0].glyph);
}

TEST(Fonts, MakeABoldFaceFromTheRegularOneWhereItIsMissing) {
  EXPECT_EQ(family_file(booklet_fonts().shape("吉", bold)[0].font), "BIZUDPGothic-Bold.ttf");
  auto made = booklet_fonts().shape("𠮷", bold)[0].font;
  auto regular = booklet_fonts().shape("𠮷", body)[0].font;
  EXPECT_EQ(family_file(made), family_file(regular));
  EXPECT_NE(made, regular);
  EXPECT_EQ(booklet_fonts().faces().at(std::size_t(made))->weight, Weight::made);
  EXPECT_EQ(booklet_fonts().faces().at(std::size_t(regular))->weight, Weight::own);
}

TEST(Fonts, TurnPunctuationForVerticalText) {
  auto const& across = booklet_fonts().shape("（ー）。", body);
  auto const& down = booklet_fonts().shape("（ー）。", vertical);
  ASSERT_THAT(down, SizeIs(4));
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NE(across[i].glyph, down[i].glyph) << i;
  EXPECT_THAT(down, Each(AllOf(Field(&ShapedGlyph::advance, testing::Gt(0)), Field(&ShapedGlyph::x_offset, 0),
                               Field(&ShapedGlyph::y_offset, 0))));
}

TEST(Fonts, MeasureInThousandthsOfTheTypeSize) {
  EXPECT_THAT(booklet_fonts().shape("国", body),
              ElementsAre(Field(&ShapedGlyph::advance, testing::FloatNear(1000, 1))));
  auto metrics = booklet_fonts().metrics(body);
  EXPECT_NEAR(metrics.ascent + metrics.descent, 1000, 1);
  EXPECT_GT(metrics.ascent, metrics.cap_height);
}

TEST(Fonts, GiveOneResultToAllThreads) {
  Fonts const fonts(booklet_style(), *installed_fonts());
  std::vector<std::vector<ShapedGlyph> const*> seen(8);
  {
    std::vector<std::jthread> threads;
    for (auto& result : seen) threads.emplace_back([&] { result = &fonts.shape("在宅療養の手引き", body); });
  }
  EXPECT_THAT(seen, Each(seen.front()));
}

}  // namespace
}  // namespace tebiki::pdf
