#include "base/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tebiki::base {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class Csv : public ::testing::Test {
 protected:
  CsvTable read(std::string text) {
    file = sources.add("a.csv", std::move(text));
    return read_csv(file, sources, diagnostics);
  }
  static std::vector<std::vector<std::string>> rows(CsvTable const& table) {
    std::vector<std::vector<std::string>> all;
    for (std::size_t i = 0; i < table.row_count(); ++i) {
      auto& row = all.emplace_back();
      for (CsvCell const& cell : table.row(i)) row.emplace_back(cell.text);
    }
    return all;
  }
  std::vector<Diagnostic> mistakes() const { return diagnostics.sorted(sources); }

  FileId file = FileId::none;
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(Csv, ReadsRowsWhoseLineEndsAreMixed) {
  EXPECT_THAT(rows(read("a,b\r\nc,d\ne,f\rg,h")),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"), ElementsAre("e", "f"), ElementsAre("g", "h")));
  EXPECT_THAT(mistakes(), SizeIs(0));
}

TEST_F(Csv, KeepsEmptyCellsButLeavesOutRowsWithoutAnyText) {
  EXPECT_THAT(rows(read("a,,c\r\n\r\n,,\n\"\",\"\"\n,x,\n")),
              ElementsAre(ElementsAre("a", "", "c"), ElementsAre("", "x", "")));
}

TEST_F(Csv, HasNoRowsForAnEmptyFile) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("\n\r\n").empty());
}

TEST_F(Csv, SkipsAByteOrderMark) {
  EXPECT_THAT(rows(read("\xEF\xBB\xBFNo,名称\n")), ElementsAre(ElementsAre("No", "名称")));
}

TEST_F(Csv, KeepsCommasQuotesAndLineBreaksOfQuotedCells) {
  EXPECT_THAT(rows(read("\"平日,祝日\",\"「\"\"甲\"\"」\",\"一行\r\n二行\r三行\n四行\"\r\nx")),
              ElementsAre(ElementsAre("平日,祝日", "「\"甲\"」", "一行\n二行\n三行\n四行"), ElementsAre("x")));
  EXPECT_THAT(mistakes(), SizeIs(0));
}

TEST_F(Csv, KnowsWhereEachCellStands) {
  CsvTable const table = read("ab,\"cd\"\r\n,\"\",e");
  EXPECT_EQ(table.row(0)[0].offset, 0U);
  EXPECT_EQ(table.row(0)[1].offset, 4U);
  EXPECT_EQ(table.row(1)[0].offset, 9U);
  EXPECT_EQ(table.row(1)[1].offset, 11U);
  EXPECT_EQ(table.row(1)[2].offset, 13U);
  EXPECT_EQ(table.at(table.row(1)[2]), (SourceLocation{file, 13, 1}));
  EXPECT_EQ(table.at(table.row(0)[1]), (SourceLocation{file, 4, 2}));
}

TEST_F(Csv, KnowsWhereEachByteOfACellStands) {
  std::string const text = "x,\"a\"\"b\r\ncd\",y\"z";
  CsvTable const table = read(text);
  CsvCell const& quoted = table.row(0)[1];
  ASSERT_EQ(quoted.text, "a\"b\ncd");
  for (std::size_t i : {0U, 2U, 4U, 5U}) EXPECT_EQ(text[table.at(quoted, i, sources).offset], quoted.text[i]);
  CsvCell const& unquoted = table.row(0)[2];
  EXPECT_EQ(text[table.at(unquoted, 2, sources).offset], 'z');
  EXPECT_EQ(table.at(unquoted, 99, sources).offset, text.size());
}

TEST_F(Csv, ReportsAQuoteThatIsNeverClosedAndGoesOnWithTheNextLine) {
  EXPECT_THAT(rows(read("a,\"b\nc,d\n")), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
  ASSERT_THAT(mistakes(), SizeIs(1));
  Diagnostic const mistake = mistakes()[0];
  EXPECT_EQ(mistake.code, "csv-unclosed-quote");
  EXPECT_EQ(mistake.severity, Severity::error);
  EXPECT_EQ(mistake.at, (SourceLocation{file, 2}));
  EXPECT_EQ(mistake.message.ja, "引用符「\"」が閉じられていません。");
  EXPECT_EQ(mistake.hint.en, "Put a \" at the end of the cell, too. A \" inside the cell is written twice: \"\".");
}

TEST_F(Csv, ExplainsAQuoteThatALaterCellSeemsToCloseWhereItWasLeftOpen) {
  struct Case {
    char const* text;
    std::vector<std::uint32_t> opened;
    std::vector<bool> broken;
  };
  for (auto const& [text, opened, broken] : std::vector<Case>{
           {"id,名称,電話\na,\"b,1\nc,\"d\",2\ne,f,3\n", {19}, {false, true, false, false}},
           {"id,名称,電話\na,\"b,1\nc,d,\"2\"\ne,f,3\n", {19}, {false, true, false, false}},
           {"id,名称,電話\na,\"b,1\n\"c\",d,2\n", {19}, {false, true, false}},
           {"id,名称,電話\na,\"b,1\nc,d,2\"\ne,f,3\n", {19}, {false, true, false, false}},
           {"id,名称,電話\na,\"b,1\nc,\"\",2\ne,\"f\",3\n", {19}, {false, true, false, false}},
           {"id,名称,電話\na,\"b,1\nc,\"d,2\ne,\"f\",3\n", {19, 26}, {false, true, true, false}},
           {"id,名称,電話\na,\"b\nstill b,1\nc,\"d\",2\n", {19}, {false, true, true, false}},
       }) {
    Diagnostics own;
    file = sources.add("a.csv", text);
    auto const table = read_csv(file, sources, own);
    std::vector<std::uint32_t> places;
    for (auto& mistake : own.sorted(sources)) {
      EXPECT_EQ(mistake.code, "csv-unclosed-quote") << text;
      places.push_back(mistake.at.offset);
    }
    EXPECT_EQ(places, opened) << text;
    std::vector<bool> found;
    for (std::size_t i = 0; i < table.row_count(); ++i) found.push_back(table.is_broken(i));
    EXPECT_EQ(found, broken) << text;
  }
}

TEST_F(Csv, BelievesACellOfSeveralLinesThatEndsProperly) {
  EXPECT_THAT(rows(read("id,名称,電話\na,\"b,c\nd,e\",1\nf,\"g\nh\"\ni,\"一,\n二,三\",2\n")),
              ElementsAre(ElementsAre("id", "名称", "電話"), ElementsAre("a", "b,c\nd,e", "1"),
                          ElementsAre("f", "g\nh"), ElementsAre("i", "一,\n二,三", "2")));
  EXPECT_THAT(mistakes(), SizeIs(0));
}

TEST_F(Csv, BlamesAQuoteInsideACellOfSeveralLinesWhereItStands) {
  auto const table = read("id,名称,電話\na,\"一行\n「\"別館\"」あり\",1\nb,c,2\n");
  ASSERT_THAT(mistakes(), SizeIs(1));
  EXPECT_EQ(mistakes()[0].code, "csv-text-after-quote");
  EXPECT_EQ(mistakes()[0].at, (SourceLocation{file, 31}));
  EXPECT_TRUE(table.is_broken(1));
  EXPECT_FALSE(table.is_broken(2));
}

TEST_F(Csv, ReadsTabsWhereTheFirstLineHasNoComma) {
  EXPECT_THAT(rows(read("id\t名称\na\t\"車いす,寝台\"\nb\t1,500\n")),
              ElementsAre(ElementsAre("id", "名称"), ElementsAre("a", "車いす,寝台"), ElementsAre("b", "1,500")));
  EXPECT_THAT(rows(read("id,名称\na,x\ty\n")), ElementsAre(ElementsAre("id", "名称"), ElementsAre("a", "x\ty")));
}

TEST_F(Csv, LeavesOutRowsOfBlanksOnly) {
  EXPECT_THAT(rows(read("a,b\n ,　\n\t,\nc,d\n")), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
}

TEST_F(Csv, TakesAQuoteInsideAnUnquotedCellAsACharacterAndSaysSo) {
  EXPECT_THAT(rows(read("5\"管\"材,b")), ElementsAre(ElementsAre("5\"管\"材", "b")));
  ASSERT_THAT(mistakes(), SizeIs(1));
  EXPECT_EQ(mistakes()[0].severity, Severity::warning);
  EXPECT_EQ(mistakes()[0].message.ja, "セルの途中に引用符「\"」があります。文字として扱いました。");
}

TEST_F(Csv, SurvivesEverySequenceOfItsSpecialCharacters) {
  std::string const letters = ",\"\r\na";
  for (int n = 0; n < 5 * 5 * 5 * 5 * 5; ++n) {
    std::string text;
    for (int i = 0, rest = n; i < 5; ++i, rest /= 5) text += letters[static_cast<std::size_t>(rest % 5)];
    CsvTable const table = read(text);
    for (std::size_t i = 0; i < table.row_count(); ++i) ASSERT_FALSE(table.row(i).empty()) << text;
  }
}

}  // namespace
}  // namespace tebiki::base
