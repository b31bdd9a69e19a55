#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

struct Front {
  explicit Front(std::string const& text) {
    file = sources.add("pages/a.md", text);
    front = read_front_matter(file, sources, diagnostics);
  }
  std::string body() const { return std::string(sources.text(file).substr(front.body.offset)); }
  std::string ja() const { return complaints(diagnostics, sources); }
  std::string en() const { return complaints(diagnostics, sources, base::Language::en); }

  Sources sources;
  Diagnostics diagnostics;
  base::FileId file{};
  FrontMatter front;
};

TEST(FrontMatter, GivesDataAndWhereTheBodyBegins) {
  Front file("---\ntitle: 相談\n---\n本文\n");
  EXPECT_EQ(model::to_json(file.front.data), R"({"title": "相談"})");
  EXPECT_EQ(file.body(), "本文\n");
  EXPECT_EQ(place(file.sources, file.front.data.find("title")->at), "2:8");
}

TEST(FrontMatter, KnowsCrlfAndTheByteOrderMark) {
  Front file("\xEF\xBB\xBF---\r\ntitle: 相談\r\n---\r\n本文\r\n");
  EXPECT_EQ(model::to_json(file.front.data), R"({"title": "相談"})");
  EXPECT_EQ(file.body(), "本文\r\n");
}

TEST(FrontMatter, IsEmptyWithoutItsLines) {
  Front file("# 題\n\n---\n");
  EXPECT_TRUE(file.front.data.object()->empty());
  EXPECT_EQ(file.body(), "# 題\n\n---\n");
  EXPECT_TRUE(Front("---\n---\n本文").front.data.object()->empty());
}

TEST(FrontMatter, MustBeClosed) {
  Front file("---\ntitle: 相談\n\n本文\n");
  EXPECT_EQ(file.ja(),
            "1:1 unclosed-front-matter: 先頭の「---」に対応する、終わりの「---」の行がありません。 / "
            "項目（title など）の次の行に「---」だけの行を書いてください。\n");
  EXPECT_EQ(file.en(),
            "1:1 unclosed-front-matter: The “---” at the top has no closing “---” line. / "
            "After the keys (title and so on) add a line of “---”.\n");
  EXPECT_EQ(file.body(), "");
}

TEST(FrontMatter, ReportsMistakesAtTheirPlaceInTheFile) {
  EXPECT_EQ(Front("---\ntitle：相談\n---\n").ja(),
            "2:6 yaml-syntax: 項目名の後ろのコロンが全角の「：」です。 / "
            "半角にして後ろに空白を入れ、「title: …」のように書いてください。\n");
  EXPECT_EQ(Front("---\n相談窓口\n---\n").ja(),
            "2:1 wrong-type: ファイルの先頭の「---」の間は「項目名: 値」の行でなければなりません。 / "
            "1 行に一つずつ、「項目名: 値」の形で書いてください。\n");
  EXPECT_EQ(Front("---\n- a\n---\n").en(),
            "2:1 wrong-type: The part between “---” lines must consist of “key: value” lines. / "
            "Write one “key: value” on each line.\n");
}

TEST(FrontMatter, RefusesEscapesOfCharactersThatNobodySees) {
  EXPECT_EQ(Front("---\ntitle: \"A\\u202E4321\"\n---\n").en(),
            "2:8 control-character: This text stands for an invisible control character (U+202E). / Remove what stands "
            "for it: it begins with “\\u” or “&#”.\n");
  EXPECT_EQ(Front("---\ntitle: 'A\\u202E4321'\n---\n").en(), "") << "no escape within these quotation marks";
}

TEST(FrontMatter, WantsThreeAsciiHyphens) {
  for (auto fence : {"－－－", "———", "ーーー", "--", "----"}) {
    Front file(std::string(fence) + "\ntitle: 相談\n" + fence + "\n本文\n");
    EXPECT_EQ(file.ja(),
              "1:1 front-matter-fence: ここには、設定を囲む「---」（半角のハイフン3つ）だけの行が要ります。 / "
              "この行を、半角の「---」に書き直してください。\n");
    EXPECT_EQ(model::to_json(file.front.data), R"({"title": "相談"})");
    EXPECT_EQ(file.body(), "本文\n");
  }
  EXPECT_EQ(Front("---\ntitle: 相談\n－－－\n本文\n").ja().substr(0, 23), "3:1 front-matter-fence:");
  EXPECT_EQ(Front("ーーー\n\n本文\n").ja(), "");
}

TEST(FrontMatter, WithoutItsFirstLineIsKnownByItsSettings) {
  Front file("title: 相談\ntab: 相談\n---\n本文\n");
  EXPECT_EQ(file.ja(),
            "1:1 front-matter-fence: 設定の上に「---」だけの行がありません。 / "
            "この行の上に、半角の「---」だけの行を足してください。\n");
  EXPECT_EQ(file.body(), "本文\n");
  EXPECT_EQ(Front("note: 本文\n\n---\n続き\n").ja(), "");
}

TEST(FrontMatter, MayStandBelowBlankLines) {
  Front file("\n\n---\ntitle: 相談\n---\n本文\n");
  EXPECT_EQ(file.ja(), "");
  EXPECT_EQ(file.body(), "本文\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
