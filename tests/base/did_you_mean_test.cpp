
#include <gtest/gtest.h>

#include "base/diagnostics.hpp"

namespace tebiki::base {
namespace {

std::string near(std::string_view word, std::vector<std::string> const& candidates) {
  return nearest(word, candidates).value_or("none");
}

TEST(Suggestions, AreOfTheSameNumber) {
  EXPECT_EQ(near("2分の1", {"全部", "半分", "3分の1"}), "none");
  EXPECT_EQ(near("13月", {"前年度3月", "10月", "12月", "3月"}), "none");
  EXPECT_EQ(near("令和10年度", {"令和6年度", "令和9年度"}), "none");
  EXPECT_EQ(near("第二協議会", {"第一協議会"}), "none");
  EXPECT_EQ(near("令和6年", {"令和6年度"}), "令和6年度");
  EXPECT_EQ(near("08月", {"10月", "8月"}), "8月");
  EXPECT_EQ(near("tel2", {"tel"}), "tel") << "a number too many is a slip";
}

TEST(Suggestions, DoNotTurnTheMeaningRound) {
  EXPECT_EQ(near("未対応", {"対応"}), "none");
  EXPECT_EQ(near("有料道路", {"無料道路"}), "none");
  EXPECT_EQ(near("市", {"町", "村"}), "none");
  EXPECT_EQ(near("訪門看護", {"訪問看護", "居宅介護支援"}), "訪問看護");
  EXPECT_EQ(near("lable", {"label", "kind"}), "label");
}

TEST(Suggestions, WhereNothingIsNearListAllOfAFewAndTheFirstOfMany) {
  EXPECT_EQ(did_you_mean("2分の1", {"全部", "半分", "3分の1"}).ja, "使えるのは「全部、半分、3分の1」です。");
  std::vector<std::string> many;
  for (int i = 0; i < 30; ++i) many.push_back("choice " + std::to_string(i));
  EXPECT_EQ(did_you_mean("ほか", many).ja,
            "使えるのは「choice 0、choice 1、choice 2、choice 3、choice 4、choice 5、choice 6、choice 7、choice 8、"
            "choice 9」など 30 個です。");
}

TEST(Remedies, AreWrittenInTheSyntaxOfTheFileWithTheMistake) {
  Sources sources;
  Diagnostics diagnostics;
  auto const piece = in_its_syntax(R"("columns": ["名前", "電話", "12", "はい, いいえ"])");
  for (auto const* path : {"lists/forms/a.json", "pages/a.md"})
    diagnostics.error({sources.add(path, "x"), 0}, "code", {piece + "。", piece + "."}, {piece, piece});
  auto const found = diagnostics.sorted(sources);
  EXPECT_EQ(found.at(0).hint.ja, R"("columns": ["名前", "電話", "12", "はい, いいえ"])");
  EXPECT_EQ(found.at(1).hint.ja, R"(columns: [名前, 電話, "12", "はい, いいえ"])");
  EXPECT_EQ(found.at(1).message.en, R"(columns: [名前, 電話, "12", "はい, いいえ"].)");
}

}  // namespace
}  // namespace tebiki::base
