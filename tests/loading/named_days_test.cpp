// Weekdays beside days, in date fields and in words.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// Each day as 2026-4-2 with its weekday; what is not said is 0, or nothing.
std::string days_in(std::string_view words) {
  std::string out;
  for (auto const& day : named_days(words)) {
    out += (out.empty() ? "" : " ") + std::to_string(day.year.value_or(0)) + "-" + std::to_string(day.month) + "-" +
           std::to_string(day.day.value_or(0)) + (day.weekday ? weekday_named(*day.weekday).ja : "");
  }
  return out;
}

std::vector<std::string> doubts(std::string_view words) {
  std::vector<std::string> said;
  for (auto const& doubt : doubts_of_days(words, [](int, int) { return std::nullopt; }))
    said.push_back(std::string(words.substr(doubt.at.offset, doubt.at.length)) + ": " + doubt.message.ja +
                   doubt.hint.ja);
  return said;
}

TEST(NamedDays, AreFoundInEveryFormInWhichPeopleWriteThem) {
  EXPECT_EQ(days_in("令和8年4月2日（火）に、R8.4.2(木)、2026/4/2（木・祝）、2026-04-02 木曜日、4/2（木）。4/3（金）"),
            "2026-4-2火 2026-4-2木 2026-4-2木 2026-4-2木 2026-4-2木 0-4-3金");
  EXPECT_EQ(days_in("令和 元年 5月 1日、２０２６年４月２日（木曜日）"), "2019-5-1 2026-4-2木");
  EXPECT_EQ(days_in("毎月2回（月）、0463-00-0001（月）、1/2、24/7（日）、2分の1（日）、4月2日間（月）"), "0-4-0");
}

TEST(NamedDays, HaveTheYearOfTheDayBeforeWhereBothBelongTogether) {
  EXPECT_EQ(days_in("令和8年4月2日（木）・9日（木）、5月7日（木）"), "2026-4-2木 2026-4-9木 2026-5-7木");
  EXPECT_EQ(days_in("令和8年12月3日（木）、1月7日（木）"), "2026-12-3木 0-1-7木") << "of the year after, perhaps";
  EXPECT_EQ(days_in("平成30年4月1日に始めた会を、5月3日（日）に開きます。"), "2018-4-1 0-5-3日");
}

TEST(Weekdays, ThatAreWrongAreToldWithTheRightOneWhereTheYearIsCertain) {
  EXPECT_THAT(doubts("会は令和8年4月2日（火）です。"),
              ElementsAre("4月2日（火）: 「4月2日（火）」と書かれていますが、令和8年4月2日は木曜日です。"
                          "日付が正しければ曜日を「木」に、違えば日付を直してください。"));
  EXPECT_THAT(doubts("２０２６/４/２（火）"), ElementsAre(StartsWith("２０２６/４/２（火）: ")));
  EXPECT_THAT(doubts("令和8年4月2日（木）・9日（金）"), ElementsAre(StartsWith("9日（金）: ")));
  EXPECT_THAT(doubts("令和8年4月2日（木）、4月2日（火）は昨年"), ElementsAre(HasSubstr("木曜日")));
  EXPECT_THAT(doubts("4月2日（火）、令和8年4月2日（木）"), IsEmpty()) << "of which year is the first?";
}

TEST(Weekdays, AreReadInTimeThatGrowsWithTheLengthOfTheWords) {
  for (auto const* piece :
       {"1月", "      1月", "令和8年4月2日（火）", "2026/4/", "9999999", "（月", "、", "1日（月）"}) {
    std::string words = "令和8年1月1日";
    while (words.size() < 2'000'000) words += piece;
    named_days(words);
  }
}

TEST(Weekdays, ThatAreWrongInAFieldOfADayAreErrorsThere) {
  for (auto const* day : {"2026-04-02(火)", "令和8年4月2日（火）", "2026/4/2 火曜日", "R8.4.2（火）"}) {
    auto const said = mistakes(list_of(R"("name": {"type": "string"}, "day": {"format": "date", "x-label": "日"})",
                                       "a.json", R"([{"id": "a", "name": "あ", "day": ")" + std::string(day) + "\"}]"));
    EXPECT_THAT(said, ElementsAre("lists/x/a.json:1:34: 日「" + std::string(day) +
                                  "」は曜日が日付と合いません。令和8年4月2日は木曜日です。 → 日付が正しければ「2026-04-"
                                  "02」とだけ書いてください。違えば、日付を直してください。"));
  }
  EXPECT_THAT(mistakes(list_of(R"("name": {"type": "string"}, "day": {"format": "date"})", "a.csv",
                               "id,name,day\na,あ,令和8年4月2日（木）\nb,い,2026/5/6(水・祝)\n")),
              IsEmpty());
  EXPECT_THAT(mistakes({{"pages/a.md", "---\ntitle: あ\npublish_from: 2026-04-02(火)\n---\nい\n"}}),
              ElementsAre(HasSubstr("曜日が日付と合いません")));
}

TEST(Weekdays, ThatAreWrongInTheWordsOfARecordAreToldByItsOwnDaysAndFiscalYear) {
  auto const said = [](std::string const& members) {
    return mistakes(list_of(R"("name": {"type": "string"}, "nendo": {"type": "string", "x-label": "年度"},
        "day": {"format": "date", "x-label": "日"}, "when": {"type": "string", "x-role": "day-words", "x-label": "時期"},
        "note": {"type": "string", "x-label": "備考"})",
                            "a.json", R"([{"id": "a", "name": "あ", )" + members + "}]"));
  };
  EXPECT_THAT(said(R"("day": "2026-04-02", "note": "4/2（火）に開きます。")"),
              ElementsAre(HasSubstr("備考に、「4月2日（火）」と書かれていますが、令和8年4月2日は木曜日です。")));
  EXPECT_THAT(said(R"("nendo": "令和8年度", "when": "1月7日（水）")"),
              ElementsAre(HasSubstr("令和9年1月7日は木曜日です。")));
  EXPECT_THAT(said(R"("nendo": "令和8年度", "when": "前年度3月4日（金）", "note": "1月7日（水）")"), IsEmpty());
}

TEST(Weekdays, ThatAreWrongInMarkdownTitlesAndCaptionsAreToldAtTheirPlace) {
  EXPECT_THAT(
      mistakes({{"pages/a.md",
                 "---\ntitle: 令和8年4月2日（月）の会\n---\n**次**は2026/4/2（火）で、4/2（火）\n\n| 日 |\n|---|\n| "
                 "令和8年4月2日（水） |\n\n```qr\nurl: https://example.jp/\ncaption: 令和8年4月2日（金）まで\n```\n"}}),
      ElementsAre(StartsWith("pages/a.md:2:8: 「4月2日（月）」"), StartsWith("pages/a.md:4:7: 「4月2日（火）」"),
                  StartsWith("pages/a.md:8:7: 「4月2日（水）」"), StartsWith("pages/a.md:12:10: 「4月2日（金）」")));
}

TEST(Weekdays, ThatAreWrongInMarkdownOfRecordsAreToldAtTheirPlaceOrAtTheValue) {
  EXPECT_THAT(mistakes(list_of(R"("name": {"type": "string"}, "text": {"format": "markdown"})", "a.json",
                               R"([{"id": "a", "name": "あ", "text": "次は2026/4/2（火）です"},
 {"id": "b", "name": "い", "text": "次は\n2026/4/2（火）です"}])")),
              ElementsAre(StartsWith("lists/x/a.json:1:38: 「4月2日（火）」"),
                          StartsWith("lists/x/a.json:2:35: 「4月2日（火）」")));
  Files files = list_of(R"("name": {"type": "string"})", "a.md", "---\nname: あ\n---\n2026/4/2（火）です\n");
  EXPECT_THAT(mistakes(files), ElementsAre(StartsWith("lists/x/a.md:4:1: 「4月2日（火）」")));
}

}  // namespace
}  // namespace tebiki::loading
