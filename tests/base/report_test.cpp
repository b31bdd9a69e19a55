#include "base/diagnostics.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tebiki::base;

struct ReportTest : testing::Test {
  Sources sources;
  Diagnostics diagnostics;

  void mistake_in(std::string text, std::uint32_t offset, std::uint32_t length = 0) {
    auto file = sources.add("lists/taxis/taxis.csv", std::move(text));
    diagnostics.error({file, offset, length}, "tel",
                      {"電話番号「04」は短すぎます。", "telephone number '04' is too short"},
                      {"市外局番から書いてください。", "write it with the area code"});
  }
};

TEST_F(ReportTest, PutsTheCaretUnderTheWideCharacter) {
  mistake_in("名称,電話\n見本　タクシー,04\n", 14 + 22);
  EXPECT_EQ(text_report(diagnostics.sorted(sources), sources, Language::ja),
            "lists/taxis/taxis.csv:2:9: 誤り: 電話番号「04」は短すぎます。 [tel]\n"
            "    見本　タクシー,04\n"
            "                   ^\n"
            "    → 市外局番から書いてください。\n");
}

TEST_F(ReportTest, UnderlinesAllOfAWideValueAndNothingBehindItsLine) {
  mistake_in("名称,市\n", 0, 6);
  EXPECT_EQ(text_report(diagnostics.sorted(sources), sources, Language::en),
            "lists/taxis/taxis.csv:1:1: error: telephone number '04' is too short [tel]\n"
            "    名称,市\n"
            "    ^^^^\n"
            "    hint: write it with the area code\n");
  Diagnostics over_two_lines;
  auto file = sources.add("a.md", "ab\ncd\n");
  over_two_lines.error({file, 1, 4}, "code", {"あ。", "a"}, {"い。", "b"});
  EXPECT_EQ(text_report(over_two_lines.sorted(sources), sources, Language::en),
            "a.md:1:2: error: a [code]\n    ab\n     ^\n    hint: b\n");
}

TEST_F(ReportTest, SpeaksEnglishToo) {
  mistake_in("04", 0);
  EXPECT_EQ(text_report(diagnostics.sorted(sources), sources, Language::en),
            "lists/taxis/taxis.csv:1:1: error: telephone number '04' is too short [tel]\n"
            "    04\n"
            "    ^\n"
            "    hint: write it with the area code\n");
}

TEST_F(ReportTest, ShowsOnlyThePartOfALongLineAroundTheMistake) {
  mistake_in(std::string(5000, 'a') + "X" + std::string(5000, 'b'), 5000);
  auto report = text_report(diagnostics.sorted(sources), sources, Language::en);
  EXPECT_LT(report.size(), 500u);
  EXPECT_NE(report.find("aX"), std::string::npos);
}

TEST_F(ReportTest, CostsNoMoreForALineOfMegabytes) {
  std::string text(4'000'000, 'x');
  mistake_in(text, 3'999'999);
  EXPECT_LT(text_report(diagnostics.sorted(sources), sources, Language::en).size(), 500u);
}

TEST_F(ReportTest, ShowsLittleOfALineThatNeverGrowsWide) {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += "\u0301";
  mistake_in(text, 0);
  EXPECT_LT(text_report(diagnostics.sorted(sources), sources, Language::en).size(), 1500u);
}

TEST_F(ReportTest, SendsNoControlCharactersToTheTerminal) {
  auto file = sources.add("x.csv", "a\x1b[31mb");
  diagnostics.error({file, 6}, "odd", {"", "is\x1b[2J\ttold"}, {"", "so\rhint"});
  EXPECT_EQ(text_report(diagnostics.sorted(sources), sources, Language::en),
            "x.csv:1:7: error: is⟨U+001B⟩[2J told [odd]\n    a⟨U+001B⟩[31mb\n                 ^\n    hint: so hint\n");
}

TEST_F(ReportTest, ShowsCharactersThatTurnTextAroundByTheirNumbersWithTheCaretBelow) {
  auto file = sources.add("a\u202E.md", "電\u202E話\u2066番");
  diagnostics.error({file, 9, 3}, "odd", {"\u202Eあ", "a\u202E"}, {"\u2066い", "b\u2066"});
  diagnostics.error({file, 3, 3}, "odd", {"う", "c"}, {"え", "d"});
  EXPECT_EQ(text_report(diagnostics.sorted(sources), sources, Language::ja),
            "a⟨U+202E⟩.md:1:2: 誤り: う [odd]\n    電⟨U+202E⟩話⟨U+2066⟩番\n      ^^^^^^^^\n    → え\n"
            "a⟨U+202E⟩.md:1:4: 誤り: ⟨U+202E⟩あ [odd]\n    電⟨U+202E⟩話⟨U+2066⟩番\n                ^^^^^^^^\n    → "
            "⟨U+2066⟩い\n");
  for (auto language : {Language::ja, Language::en}) {
    EXPECT_EQ(github_report(diagnostics.sorted(sources), sources, language, "").find("\u2066"), std::string::npos);
    EXPECT_EQ(json_report(diagnostics.sorted(sources), sources, language).find("\u2066"), std::string::npos);
  }
}

TEST_F(ReportTest, GivesJsonWithTheFieldsOfTheContract) {
  mistake_in("a\"\n04", 3);
  EXPECT_EQ(
      json_report(diagnostics.sorted(sources), sources, Language::en),
      "[\n"
      " {\"file\": \"lists/taxis/taxis.csv\", \"line\": 2, \"column\": 1, \"severity\": \"error\", \"code\": \"tel\", "
      "\"message\": \"telephone number '04' is too short\", \"hint\": \"write it with the area code\"}\n"
      "]\n");
  EXPECT_EQ(json_report({}, sources, Language::en), "[]\n");
}

TEST_F(ReportTest, EscapesWhatWouldEndAGithubCommand) {
  auto file = sources.add("a,b.md", "x");
  diagnostics.warning({file, 0}, "odd", {"", "50%\nmore"}, {"", ""});
  EXPECT_EQ(github_report(diagnostics.sorted(sources), sources, Language::en, "content/"),
            "::warning file=content/a%2Cb.md,line=1,col=1,title=odd::50%25%0Amore\n");
}

TEST(Sources, CountsLinesOfEveryKindOfLineEnd) {
  Sources sources;
  auto file = sources.add("x",
                          "\xEF\xBB\xBF"
                          "a\r\nb\rc\nd");
  EXPECT_EQ(sources.place({file, 0}).column, 1u);
  EXPECT_EQ(sources.place({file, 3}).line, 2u);
  EXPECT_EQ(sources.place({file, 5}).line, 3u);
  auto last = sources.place({file, 7});
  EXPECT_EQ(last.line, 4u);
  EXPECT_EQ(last.source_line, "d");
}

TEST(Sources, CountsCharactersInWhateverOrderPlacesAreAskedFor) {
  Sources sources;
  auto file = sources.add("x", "あい\nうえお");
  auto columns = [&](std::initializer_list<std::uint32_t> offsets) {
    std::vector<std::size_t> found;
    for (auto offset : offsets) found.push_back(sources.place({file, offset}).column);
    return found;
  };
  EXPECT_EQ(columns({3, 7, 13, 10, 0, 6}), (std::vector<std::size_t>{2, 1, 3, 2, 1, 3}));
  EXPECT_EQ(sources.place({file, 3}).source_line, "あい");
}

TEST(Diagnostics, ComeInTheOrderOfTheirPlacesAndOnce) {
  Sources sources;
  auto a = sources.add("a", "12345"), b = sources.add("b", "12345");
  Diagnostics diagnostics;
  diagnostics.error({b, 1}, "x", {"", "in b"}, {});
  diagnostics.warning({a, 4}, "x", {"", "later"}, {});
  diagnostics.warning({a, 2}, "x", {"", "earlier"}, {});
  diagnostics.warning({a, 2}, "x", {"", "earlier"}, {});
  auto sorted = diagnostics.sorted(sources);
  ASSERT_EQ(sorted.size(), 3u);
  EXPECT_EQ(sorted[0].message.en, "earlier");
  EXPECT_EQ(sorted[1].message.en, "later");
  EXPECT_EQ(sorted[2].message.en, "in b");
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
