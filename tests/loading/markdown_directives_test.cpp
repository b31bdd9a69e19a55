#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

TEST(MarkdownDirectives, CarryTheirOptionsWithThePlacesOfTheFile) {
  EXPECT_EQ(Read("文\n\n```view\nlist: taxis   # 注\ncolumns: [name, 電話]\nwhere: {wheelchair: yes}\ncaption: "
                 "介護**「車」**{a|b}\n```\n")
                .dump(),
            "p@1:1 text@1:1(文)\n"
            "directive@3:1 view {list@4:1: \"taxis\"@4:7, columns@5:1: [\"name\"@5:11, \"電話\"@5:17]@5:10, "
            "where@6:1: {wheelchair@6:9: \"yes\"@6:21}, caption@7:1: \"介護**「車」**{a|b}\"@7:10}\n");
}

TEST(MarkdownDirectives, KnowPlacesInsideListsQuotesAndIndentation) {
  EXPECT_EQ(Read("- 項目\n\n  ~~~ view\n  list: taxis\n\n  where:\n    area: 港\n  ~~~\n\n> ```qr\n> url: "
                 "https://e.jp/を\n> ```\n\n"
                 "   ```toc\n   depth: 3\n  ```\n")
                .dump(),
            "ul@1:1 loose\n  item\n    p@1:3 text@1:3(項目)\n"
            "    directive@3:3 view {list@4:3: \"taxis\"@4:9, where@6:3: {area@7:5: \"港\"@7:11}}\n"
            "quote@10:1\n  directive@10:3 qr {url@11:3: \"https://e.jp/を\"@11:8}\n"
            "directive@14:4 toc {depth@15:4: 3@15:11}\n");
}

TEST(MarkdownDirectives, MayHaveNoOptions) {
  EXPECT_EQ(Read("```toc\n```\n\n```index\n\n```\n\n```page-break\n# 注\n```\n").dump(),
            "directive@1:1 toc {}\ndirective@4:1 index {}\ndirective@8:1 page-break {}\n");
}

TEST(MarkdownDirectives, ReportMistakesInTheirOptionsAtTheirPlace) {
  EXPECT_EQ(Read("> ```view\n> as: table\n> list：taxis\n> ```\n").ja(),
            "3:7 yaml-syntax: 項目名の後ろのコロンが全角の「：」です。 / "
            "半角にして後ろに空白を入れ、「list: …」のように書いてください。\n");
  EXPECT_EQ(Read("```view\nlist: a\nlist: b\n```\n").en(),
            "3:1 duplicate-key: “list” is given twice. / Remove one of them.\n");
  EXPECT_EQ(Read("```view\ntaxis\n```\n").ja(),
            "2:1 wrong-type: 「view」の設定は「項目名: 値」の行でなければなりません。 / "
            "1 行に一つずつ、「項目名: 値」の形で書いてください。\n");
  EXPECT_EQ(Read("```view taxis\n```\n").ja(),
            "1:8 unknown-directive: 「view」の後ろに余分な言葉「taxis」があります。 / "
            "設定は次の行から「項目名: 値」の形で書いてください。\n");
}

TEST(MarkdownDirectives, AreKnownFromAMistypedName) {
  Read read("```veiw\nlist: a\n```\n\n```目次\n```\n");
  EXPECT_EQ(read.dump(), "");
  EXPECT_EQ(read.ja(),
            "1:4 unknown-directive: 「veiw」というブロックはありません。 / "
            "「view」のことでしょうか。使えるのは view、form、qr、toc、index、page-break です。\n"
            "5:4 unknown-directive: 「目次」というブロックはありません。 / "
            "「toc」のことでしょうか。使えるのは view、form、qr、toc、index、page-break です。\n");
  EXPECT_EQ(Read("```veiw\n```\n").en(), "1:4 unknown-directive: There is no block “veiw”. / Did you mean “view”?\n");
}

TEST(MarkdownDirectives, DoNotTakeProgrammingLanguagesForMistypedNames) {
  for (auto language :
       {"r",   "c",   "q",  "go",  "tex",  "toml",   "text", "vue",  "html",     "json", "yaml", "sh", "csv",
        "sql", "xml", "js", "css", "diff", "python", "cpp",  "bash", "markdown", "md",   "txt",  "ini"}) {
    EXPECT_EQ(Read("```" + std::string(language) + "\nx\n```\n").ja(), "") << language;
  }
}

TEST(MarkdownDirectives, FormIsOneAndIsMeantBy書式) {
  EXPECT_EQ(Read("```form\nfields:\n  - label: 氏名\n```\n").ja(), "");
  EXPECT_EQ(Read("```書式\n```\n").en(), "1:4 unknown-directive: There is no block “書式”. / Did you mean “form”?\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
