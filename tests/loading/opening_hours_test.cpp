#include <gmock/gmock.h>

#include "loading/loaded.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string days(model::Weekdays const& days) {
  std::string numbers;
  for (std::size_t day = 0; day < days.size(); ++day) numbers += days[day] ? std::to_string(day) : "";
  return numbers;
}

/// Days by number and times, of what is certain; otherwise what is wrong with it, or "?".
std::string read(std::string_view words) {
  auto const read = read_weekly_hours(words);
  if (read.mistake) return read.mistake->is.ja;
  std::string all;
  for (auto const& [weekdays, hours] : read.hours)
    all += (all.empty() ? "" : " | ") + days(weekdays) + " " + model::written_text(hours);
  return all.empty() ? "?" : all;
}

TEST(OpeningHours, AreDaysAndTimesOfTheWeek) {
  EXPECT_EQ(read("月〜金 8:30〜17:15"), "12345 8:30〜17:15");
  EXPECT_EQ(read("平日 9:00〜17:00（祝日、年末年始を除く）"), "12345 9:00〜17:00");
  EXPECT_EQ(read("月・水・金　９時〜１２時、１３時〜１７時"), "135 9:00〜12:00、13:00〜17:00");
}

TEST(OpeningHours, MayDifferByTheDay) {
  EXPECT_EQ(read("月〜金 9:00〜18:00、土 9:00〜12:00"), "12345 9:00〜18:00 | 6 9:00〜12:00");
  EXPECT_EQ(read("月曜日〜金曜日 9:00〜12:00、13:00〜18:00、土曜日 9:00〜12:00（祝日を除く）"),
            "12345 9:00〜12:00、13:00〜18:00 | 6 9:00〜12:00");
  EXPECT_EQ(read("平日 8:30〜17:15 土日 10:00〜16:00"), "12345 8:30〜17:15 | 06 10:00〜16:00");
  EXPECT_EQ(read("月・水・金 9:00〜17:00; 火・木 22:00〜6:00"), "135 9:00〜17:00 | 24 22:00〜翌6:00");
  EXPECT_EQ(read("月〜金 9:00〜18:00、水 9:00〜12:00"), "?") << "which of the two on Wednesdays?";
  EXPECT_EQ(read("月〜金 9:00〜18:00、土 予約制"), "?");
  EXPECT_EQ(read("月〜金 9:00〜18:00、土 12:00〜12:00"), "始まりと終わりが同じ時刻です。");
}

TEST(OpeningHours, MayRunThroughTheNightOrTheWholeDay) {
  EXPECT_EQ(read("毎日 22:00-6:00"), "0123456 22:00〜翌6:00");
  EXPECT_EQ(read("月〜金 17:00〜翌9:00"), "12345 17:00〜翌9:00");
  EXPECT_EQ(read("24時間"), "0123456 24時間");
  EXPECT_EQ(read("365日24時間"), "0123456 24時間");
  EXPECT_EQ(read("月〜金 24時間対応"), "12345 24時間");
}

TEST(OpeningHours, AreOnlyWordsWhereTheySayMoreOrLess) {
  for (auto const* words : {"", "月〜金", "8:30〜17:15", "月〜金 9:00〜", "月〜金 9:00〜17:00（水曜は12:00まで）",
                            "予約制", "第1・3土曜 9:00〜12:00"})
    EXPECT_EQ(read(words), "?") << words;
}

TEST(OpeningHours, WithTimesThatCannotBeAreRefused) {
  EXPECT_EQ(read("月〜金 25:00〜26:00"), "存在しない時刻を含んでいます。");
  EXPECT_EQ(read("月〜金 9:0〜17:00"), "存在しない時刻を含んでいます。");
  EXPECT_EQ(read("月〜金 9:00〜8:00"), "終わりの時刻が、始まりの時刻より前です。");
}

TEST(OpeningHours, OfTheCentreAreToldAtTheirPlace) {
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "contact": {"hours": "月〜金 9:00〜25:00"}})"}}),
              ElementsAre("site.json:1:37: 受付の時間「月〜金 9:00〜25:00」は、存在しない時刻を含んでいます。 → "
                          "「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。"));
}

TEST(OpeningHours, TellThatANumberForTheOtherHoursIsNeverShown) {
  EXPECT_THAT(
      mistakes({{"site.json", R"({"name": "見本", "contact": {"hours": "お電話で", "after_hours": "#7119"}})"}}),
      ElementsAre("site.json:1:37: 受付の時間（hours）を曜日と時刻として読めないので、「いま受付中」も時間外の番号"
                  "（after_hours）も出ません。 → 「月〜金 8:30〜17:15」「月〜金 9:00〜18:00、土 9:00〜12:00」のように、"
                  "曜日と時刻だけで書いてください。"));
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "contact": {"hours": "24時間", "after_hours": "#7119"}})"}}),
              ElementsAre("site.json:1:60: いつも開いているので、時間外の番号（after_hours）は出ません。 → "
                          "時間外の番号を消すか、受付の時間（hours）を直してください。"));
}

std::vector<std::string> of_holidays(std::string const& holidays) {
  return mistakes({{"site.json", R"({"name": "見本", "holidays": {)" + holidays + "}}"}});
}

TEST(Holidays, MayBeWrittenInTheJapaneseCalendar) {
  Loaded loaded;
  load_files(loaded, {{"site.json", R"({"name": "見本", "holidays": {"R8.11.3": "文化の日", "2027/1/1": "元日"}})"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.holidays.at({2026, 11, 3}), "文化の日");
}

TEST(Holidays, ThatAreNoneOrStandTwiceAreToldWhereTheyStand) {
  EXPECT_THAT(
      of_holidays(R"("2026-11-31": "x", "2026-11-03": "", "2026-11-04": 3, "2026-11-23": "感謝の日", )"
                  R"("令和8年11月23日": "勤労感謝の日", "2027-01-01": "元日")"),
      ElementsAre("site.json:1:29: 祝日「2026-11-31」は日付として読めません。 → "
                  "「\"2026-11-03\": \"文化の日\"」のように書いてください。",
                  "site.json:1:62: 祝日の名前がありません。 → 「\"2026-11-03\": \"文化の日\"」のように書いてください。",
                  "site.json:1:80: 祝日の名前がありません。 → 「\"2026-11-03\": \"文化の日\"」のように書いてください。",
                  "site.json:1:105: 祝日（令和8年11月23日）が2回書かれています。 → どちらか一方を消してください。"));
}

TEST(Holidays, OfAYearThatIsLeftOutAreMissed) {
  std::string const remedy =
      " → 内閣府の「国民の祝日」を見て、書き足してください。ないと、祝日にも「いま受付中」と出ます。";
  EXPECT_THAT(of_holidays(R"("2024-01-01": "元日", "2026-01-01": "元日", "2027-01-01": "元日")"),
              ElementsAre("site.json:1:28: 2025年の祝日が1日も書かれていません。" + remedy));
  EXPECT_THAT(of_holidays(R"("2025-01-01": "元日")"),
              ElementsAre("site.json:1:28: 2026年の祝日が1日も書かれていません。" + remedy))
      << "the year of today";
  EXPECT_THAT(of_holidays(R"("2026-01-01": "元日")"), IsEmpty());
}

TEST(Hours, ThatEndWhenTheyBeginAreTold) {
  auto const said = [](std::string const& hours) {
    return mistakes(list_of(R"("name": {"type": "string"}, "hours": {"format": "hours", "x-label": "時間"})", "a.json",
                            R"([{"id": "a", "name": "あ", "hours": ")" + hours + "\"}]"));
  };
  EXPECT_THAT(said("9:00〜9:00"),
              ElementsAre("lists/x/a.json:1:36: 時間（9:00〜9:00）の始まりと終わりが、同じ時刻です。 → "
                          "終わりの時刻を直してください。1日中なら「0:00〜24:00」と書きます。"));
  EXPECT_THAT(said("9:00〜12:00、13:00〜13:00"), ElementsAre(HasSubstr("同じ時刻です")));
  EXPECT_THAT(said("0:00〜24:00"), IsEmpty());
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "contact": {"hours": "月〜金 9:00〜9:00"}})"}}),
              ElementsAre(HasSubstr("同じ時刻")));
}

TEST(Hours, InFiguresThatAreNoTimesAreDoubted) {
  auto const said = [](std::string const& hours) {
    return mistakes(list_of(R"("name": {"type": "string"}, "hours": {"format": "hours", "x-label": "時間"})", "a.json",
                            R"([{"id": "a", "name": "あ", "hours": ")" + hours + "\"}]"));
  };
  EXPECT_THAT(said("9〜17"), ElementsAre("lists/x/a.json:1:36: 時間（9〜17）からは、開いている時刻が分かりません。"
                                         "「いま開いている」では、時刻の分からない所になります。 → 「9:00〜17:00」や"
                                         "「24時間」のように、始まりと終わりの時刻を書いてください。"));
  for (auto const* hours : {"24h", "月〜金 9時〜17時"})
    EXPECT_THAT(said(hours), ElementsAre(HasSubstr("時刻が分かりません"))) << hours;
  for (auto const* hours : {"9:00〜17:00", "9時〜17時", "24時間", "月〜金 9:00〜17:00", "電話で聞いてください", ""})
    EXPECT_THAT(said(hours), IsEmpty()) << hours;
}

TEST(OpeningDays, InWordsThatDoNotTellThemAreDoubted) {
  auto const said = [](std::string const& days) {
    auto files = list_of(R"("name": {"type": "string"}, "days": {"type": "string", "x-label": "曜日"})", "a.json",
                         R"([{"id": "a", "name": "あ", "days": ")" + days + "\"}]");
    files.insert_or_assign("site.json", R"({"name": "見本", "holidays": {"2027-01-01": "元日"}})");
    return mistakes(std::move(files));
  };
  EXPECT_THAT(
      said("水曜定休"),
      ElementsAre(
          "lists/x/a.json:1:35: 曜日（水曜定休）からは、開いている曜日が分かりません。しぼりこみや"
          "「いま開いている」では、曜日の分からない所になります。 → 「月〜火・木〜土」のように、開いている曜日を"
          "書いてください。休みのことわりは、曜日の注意の項目に書きます。"));
  for (auto const* days : {"月〜金", "月・水・金", "毎日", "平日", "", "月〜土（祝日を除く）", "毎日(水曜定休)"})
    EXPECT_THAT(said(days), IsEmpty()) << days;
}

TEST(Holidays, AreMissedWhereSomebodyRestsOnThem) {
  auto const told = [](std::string const& contact, std::string const& days, std::string const& more) {
    auto files = list_of(R"("name": {"type": "string"}, "days": {"type": "string", "x-label": "曜日"})", "a.json",
                         R"([{"id": "a", "name": "あ", "days": ")" + days + "\"}]");
    files.insert_or_assign("site.json", R"({"name": "見本", "contact": {"hours": ")" + contact + "\"}" + more + "}");
    return mistakes(std::move(files));
  };
  EXPECT_THAT(told("月〜金 8:30〜17:15（祝日を除く）", "月〜金", ""),
              ElementsAre(HasSubstr("祝日（holidays）がありません")));
  EXPECT_THAT(told("月〜金 8:30〜17:15", "月〜金（祝日を除く）", ""),
              ElementsAre(HasSubstr("lists/x/a.json:1:35: 祝日は休みと書いてありますが")));
  EXPECT_THAT(told("月〜金 8:30〜17:15", "月〜金", ""), IsEmpty());
  EXPECT_THAT(told("月〜金 8:30〜17:15（祝日を除く）", "月〜金", R"(, "holidays": {"2027-01-01": "元日"})"), IsEmpty());
}

TEST(Holidays, AreMissedThirtyDaysBeforeNoneIsKnownAnyMore) {
  auto const told = [](std::string const& last, std::string const& days) {
    auto files = list_of(R"("name": {"type": "string"}, "days": {"type": "string", "x-label": "曜日"})", "a.json",
                         R"([{"id": "a", "name": "あ", "days": ")" + days + "\"}]");
    files.insert_or_assign("site.json",
                           R"({"name": "見本", "holidays": {"2026-01-01": "元日", ")" + last + R"(": "休"}})");
    return mistakes(std::move(files));
  };
  EXPECT_THAT(told("2026-12-20", "月〜金（祝日を除く）"),
              ElementsAre(HasSubstr("lists/x/a.json:1:35: 祝日は休みと書いてありますが、site.json に祝日（holidays）は"
                                    "令和8年12月20日までしかありません。その後の祝日には、開いていると出ます。")));
  EXPECT_THAT(told("2026-12-21", "月〜金（祝日を除く）"), IsEmpty());
  EXPECT_THAT(told("2026-12-20", "月〜金"), IsEmpty());
  EXPECT_THAT(told("2025-12-31", "月〜金（祝日を除く）"),
              ElementsAre(HasSubstr("祝日（holidays）は令和8年1月1日まで")));
}

}  // namespace
}  // namespace tebiki::loading
