#include "loading/syntax/json_and_yaml.hpp"

#include <gmock/gmock.h>

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::optional<model::Value> value;

  explicit Read(std::string text) { value = read_json(sources.add("a.json", std::move(text)), sources, diagnostics); }
  std::vector<std::string> said(base::Language language = base::Language::ja) const {
    std::vector<std::string> lines;
    for (auto& item : diagnostics.sorted(sources)) {
      auto place = sources.place(item.at);
      lines.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                      item.message.in(language) + item.hint.in(language));
    }
    return lines;
  }
};

std::string at(Read const& read, model::Value const& value) {
  auto place = read.sources.place(value.at);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST(Json, RefusesEscapesOfCharactersThatNobodySees) {
  EXPECT_THAT(
      Read(R"({"tel": "A\u202e4321", "a\u2066": "\u0000"})").said(base::Language::en),
      ElementsAre("1:9 This text stands for an invisible control character (U+202E).Remove what stands for it: it "
                  "begins with “\\u” or “&#”.",
                  "1:24 This text stands for an invisible control character (U+2066).Remove what stands for it: it "
                  "begins with “\\u” or “&#”.",
                  "1:35 This text stands for an invisible control character (U+0000).Remove what stands for it: it "
                  "begins with “\\u” or “&#”."));
  for (auto const* bare : {"\\u061c", "\\ufffe", "\\uffff"})
    EXPECT_EQ(Read("{\"a\": \"" + std::string(bare) + "\"}").said().size(), 1u) << bare;
  EXPECT_THAT(Read(R"({"a": "\u3042\u2019\u2600\uff21\u0627\n\t"})").said(), IsEmpty());
}

TEST(Json, KnowsWhereEveryValueStands) {
  Read read("{\"名\": \"あ\",\n  \"数\" : [1.5, -20,true ,null, {\"x\":\"\\u3042\"}]\n}\n");
  ASSERT_THAT(read.said(), IsEmpty());
  auto& root = *read.value;
  EXPECT_EQ(at(read, root), "1:1");
  EXPECT_EQ(at(read, *root.find("名")), "1:7");
  auto& numbers = *root.find("数")->list();
  EXPECT_EQ(at(read, *root.find("数")), "2:9");
  EXPECT_EQ(at(read, numbers[0]), "2:10");
  EXPECT_EQ(at(read, numbers[1]), "2:15");
  EXPECT_EQ(at(read, numbers[2]), "2:19");
  EXPECT_EQ(at(read, numbers[3]), "2:25");
  EXPECT_EQ(at(read, numbers[4]), "2:31");
  EXPECT_EQ(*numbers[4].find("x")->text(), "あ");
  EXPECT_EQ(at(read, *numbers[4].find("x")), "2:36");
  EXPECT_EQ(root.object()->at(1).key_at.offset, 17u);
}

TEST(Json, KnowsANumberAtTheVeryEnd) {
  Read read(" 12");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(*read.value->number(), 12);
  EXPECT_EQ(at(read, *read.value), "1:2");
}

TEST(Json, ShowsTheHalfWidthFormOfAFullWidthNumber) {
  EXPECT_THAT(Read("{\"a\": １２}").said(),
              ElementsAre("1:7 「１２」は全角の数字です。数は半角で書きます。半角の「12」に直してください。"));
  EXPECT_THAT(Read("[－３．５]").said(),
              ElementsAre("1:2 「－３．５」は全角の数字です。数は半角で書きます。半角の「-3.5」に直してください。"));
}

TEST(Json, TellsOfAUnitBehindANumber) {
  EXPECT_THAT(Read("{\"a\": 12名}").said(),
              ElementsAre("1:7 数「12」のうしろに「名」が続いています。「12」と数だけを書くか、言葉として「\"12名\"」と"
                          "書いてください。"));
}

TEST(Json, PointsAtATrailingComma) {
  EXPECT_THAT(Read("{\"a\": [1, 2,\n]}").said(),
              ElementsAre("1:12 「]」の前に余分な「,」があります。この「,」を消してください。"));
  EXPECT_THAT(Read("{\"a\": 1, }").said(base::Language::en),
              ElementsAre("1:8 There is a comma too many before “}”.Remove this comma."));
}

TEST(Json, PointsAtWhatFollowsAMissingComma) {
  EXPECT_THAT(
      Read("{\n \"a\": 1\n \"b\": 2}").said(),
      ElementsAre("3:2 「\"」の前に「,」が要ります。すぐ前の値（たいてい、上の行）の終わりに「,」を書いてください。"));
}

TEST(Json, PointsAtTheBracketThatIsNeverClosed) {
  EXPECT_THAT(
      Read("{\"a\": [1, {\"b\": 2}").said(),
      ElementsAre(
          "1:7 この「[」に対応する「]」がないまま、ファイルが終わっています。終わりに「]」を書き足してください。"));
  EXPECT_THAT(Read("{\"a\":").said(base::Language::en),
              ElementsAre("1:1 The file ends before this “{” is closed with “}”.Add the missing “}”."));
}

TEST(Json, SaysWhichBracketIsMissingBetweenRecords) {
  auto const open =
      "2:2 この「{」の前で、前の記録が「}」で閉じられていません。すぐ上の行の終わりを「},」にしてください。";
  EXPECT_THAT(Read("[{\"a\": 1,\n {\"a\": 2}]").said(), ElementsAre(open));
  EXPECT_THAT(Read("[{\"a\": 1\n {\"a\": 2}]").said(), ElementsAre(open));
  EXPECT_THAT(Read("[{\"a\": 1},\n {\"a\": 2\n]").said(),
              ElementsAre("3:1 「]」の前に「}」が要ります。すぐ前の値の終わりに「}」を書き足してください。"));
  EXPECT_THAT(Read("{\"f\": [{\"a\": 1]}").said(),
              ElementsAre("1:15 「]」の前に「}」が要ります。すぐ前の値の終わりに「}」を書き足してください。"));
  EXPECT_THAT(Read("[{\"a\": 1},\n \"a\": 2}]").said(),
              ElementsAre("2:2 この項目の前に、記録の始まりの「{」がありません。ここに「{」を書き足してください。"));
  EXPECT_THAT(Read("[{\"a\": 1], {\"a\": 2}]").said(),
              ElementsAre("1:9 「{」で始まったところが「]」で閉じられています。「}」に直してください。"));
}

TEST(Json, ExplainsHalvesOfCharacters) {
  for (auto const* half : {"\\ud800", "\\uDBFF", "\\udc00", "\\uDFFF"}) {
    for (auto const* behind : {"", "い", "\\n", "\\u3042", "\\ud83d\\ude00"})
      EXPECT_THAT(Read("[\"あ" + std::string(half) + behind + "\"]").said(),
                  ElementsAre("1:4 「" + std::string(half) +
                              "」だけでは、文字になりません。消すか、表したい文字をそのまま書いてください。"))
          << half << behind;
  }
  EXPECT_THAT(Read(R"(["\ud83d\ude00\uD83D\uDE00"])").said(), IsEmpty());
}

TEST(Json, PointsAtTheQuoteThatIsNeverClosed) {
  EXPECT_THAT(Read("{\"名\": \"あいう,\n\"b\": 1}").said(),
              ElementsAre("1:7 この「\"」で始まる文字列が、その行の中で閉じられていません。"
                          "終わりに「\"」を書いてください。改行は「\\n」と書きます。"));
}

TEST(Json, ExplainsWhatPeopleWriteInstead) {
  EXPECT_THAT(
      Read("{\"a\": True}").said(),
      ElementsAre(
          "1:7 「True」は JSON の値ではありません。文字は「\"」で囲み、ほかは数、true、false、null、「{」、「[」"
          "のどれかにしてください。"));
  EXPECT_THAT(Read("{a: 1}").said(), ElementsAre("1:2 ここには項目名が要りますが、「a」があります。"
                                                 "項目名を「\"name\"」のように「\"」で囲んで書いてください。"));
  EXPECT_THAT(Read("{\"a\"： 1}").said(), ElementsAre("1:5 全角の「：」は使えません。半角の「:」に直してください。"));
  EXPECT_THAT(Read("{\"a\": 1} // ok").said(),
              ElementsAre("1:10 JSON には注釈（コメント）を書けません。この注釈を消してください。"));
  EXPECT_THAT(
      Read("{\"a\" 1}").said(),
      ElementsAre("1:6 項目名の後ろに「:」が要りますが、「1」があります。項目名と値の間に「:」を書いてください。"));
  EXPECT_THAT(Read("[1}").said(),
              ElementsAre("1:3 「[」で始まったところが「}」で閉じられています。「]」に直してください。"));
  EXPECT_THAT(Read("{\"tel\": 0463}").said(),
              ElementsAre("1:9 数の書き方が正しくありません。「12」や「35.33」のように書いてください。"
                          "0 で始まる番号は「\"0463\"」のように「\"」で囲みます。"));
  EXPECT_THAT(Read("{\"a\": \"C:\\dir\"}").said(base::Language::en),
              ElementsAre("1:10 This backslash is not a proper escape.Write \\\\ for a backslash itself."));
  EXPECT_THAT(Read("{\"a\":}").said(),
              ElementsAre("1:6 「}」の前に値がありません。値を書くか、余分な記号を消してください。"));
  EXPECT_THAT(Read("").said(),
              ElementsAre(HasSubstr("1:1 ファイルの中身がありません。一覧なら「[」と「]」の間に")));
}

TEST(Json, ReportsAKeyGivenTwice) {
  Read read("{\"tel\": 1,\n \"a\": 2, \"tel\": 3}");
  EXPECT_THAT(read.said(),
              ElementsAre("2:10 「tel」が同じかっこの中に2回書かれています。どちらか一方を消してください。"));
  EXPECT_TRUE(read.value);
}

TEST(Json, StopsAtDeepNestingInsteadOfCrashing) {
  auto deep = Read(std::string(100'000, '['));
  EXPECT_THAT(deep.said(), ElementsAre("1:201 かっこの入れ子が 200 段を超えています。"
                                       "入れ子を浅くしてください。閉じかっこの書き忘れかもしれません。"));
  EXPECT_TRUE(Read(std::string(200, '[') + std::string(200, ']')).value);
}

TEST(Json, RefusesNumbersBeyondTheFloatingPoint) {
  EXPECT_THAT(Read("[1e999]").said(base::Language::en),
              ElementsAre("1:2 This is not a proper number.Write it like 12 or 35.33; put numbers that begin with 0 "
                          "between quotation marks, like \"0463\"."));
}

TEST(Json, RefusesATextOfMoreThanAMillionBytes) {
  EXPECT_THAT(Read("[1,\n \"" + std::string(1'000'001, 'x') + "\"]").said(),
              ElementsAre(testing::StartsWith("2:2 ここから始まる言葉が長すぎます（1000001バイト、")));
}

TEST(Json, StopsAtAListOfMoreItemsThanAnybodyWrites) {
  std::string many = "[{}";
  for (int i = 0; i < 200'000; ++i) many += ",{}";
  EXPECT_THAT(Read(many + "]").said(),
              ElementsAre(testing::StartsWith("1:600002 一つの並び（[ … ]）が200000個を超えています。")));
}

}  // namespace
}  // namespace tebiki::loading
