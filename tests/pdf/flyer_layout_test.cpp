#include <gmock/gmock.h>

#include <algorithm>

#include "flyer_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using testing::HasSubstr;

float smallest_type(Frames const& frames) {
  float smallest = 1000;
  for (auto const& item : frames.pages.at(0).items)
    if (auto const* run = std::get_if<TextRun>(&item)) smallest = std::min(smallest, run->size);
  return smallest;
}

constexpr auto eighty =
    "住み慣れた家で自分らしく最期まで暮らすために、医療と介護の専門職が手を取り合ってできることを、"
    "事例をもとにみんなで考える夕べ（第二回、海老名市と近隣の市町村の合同開催）です。";

TEST(FlyerLayout, PutsAllThatTheEventSaysOnOnePage) {
  for (auto design : {"a", "b"}) {
    auto const [frames, mistakes] = laid_out_flyer(flyer(design));
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    ASSERT_EQ(frames.pages.size(), 1u);
    auto const words = words_on(frames.pages[0]);
    for (auto text : {"令和7年（2025年）", "18:30〜20:30", "受付は18:00から", "30名程度", "10月10日（金）",
                      "046-000-8650", "救急車の適正利用"})
      EXPECT_THAT(words, HasSubstr(text)) << design;
    EXPECT_EQ(count(frames, Role::h1), 1u);
    EXPECT_GE(smallest_type(frames), 10.4F) << design;
  }
}

TEST(FlyerLayout, HasRoomForATitleOfEightyCharactersAndForSixSpeakers) {
  for (auto design : {"a", "b"}) {
    auto given = flyer(design);
    given.values["name"].items = {eighty};
    auto& speakers = given.values["speaker"].items;
    auto& topics = given.values["topic"].items;
    for (int i = 0; i < 4; ++i)
      speakers.push_back("訪問看護ステーション 管理者"), topics.push_back("家で看取るということ");
    auto const [frames, mistakes] = laid_out_flyer(given);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    EXPECT_GE(smallest_type(frames), 10.4F) << design;
  }
}

TEST(FlyerLayout, ClosesUpWhatTheEventDoesNotSay) {
  for (auto design : {"a", "b"}) {
    auto bare = flyer(design);
    for (auto name : {"speaker", "topic", "deadline", "quota", "reception", "summary", "series", "address"})
      bare.values.erase(name);
    auto const [frames, mistakes] = laid_out_flyer(bare);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    auto const words = words_on(frames.pages[0]);
    for (auto label : {"内容と講師", "申込期限", "定員"}) EXPECT_THAT(words, Not(HasSubstr(label))) << design;
    EXPECT_LT(find_run(frames, "対象")->origin.y,
              find_run(laid_out_flyer(flyer(design)).frames, "対象")->origin.y + 0.1);
  }
}

TEST(FlyerLayout, TellsTheDaysAfterTheFirst) {
  for (auto design : {"a", "b"}) {
    auto two = flyer(design);
    two.values["further-days"].items = {"11月7日（金）"};
    auto const [frames, mistakes] = laid_out_flyer(two);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("11月7日（金）"));
  }
}

TEST(FlyerLayout, ReportsWordsThatDoNotFitInTheLeastSizeWhereTheyWereWritten) {
  auto long_one = flyer("a");
  std::string title;
  for (int i = 0; i < 8; ++i) title += eighty;
  long_one.values["name"] = {{title}, {base::FileId(0), 7, 0}};
  auto const [frames, mistakes] = laid_out_flyer(long_one);
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0],
            "flyer-overflow チラシ「見本の会」の枠に、ここの言葉が入りきりません。いちばん小さい字（24ポイント）でも"
            "あふれます。");
}

TEST(FlyerLayout, TellsOfABoxThatIsTooFullOnce) {
  for (auto design : {"a", "b"})
    for (auto const* name : {"name", "summary", "place", "contact", "apply", "audience", "speaker"}) {
      auto given = flyer(design);
      std::string words;
      for (int i = 0; i < 60; ++i) words += eighty;
      given.values[name] = {{words}, {}};
      EXPECT_LE(laid_out_flyer(given).mistakes.size(), 1U) << design << " " << name;
    }
}

TEST(FlyerLayout, TearsNoNumber) {
  auto given = flyer("a");
  given.values["telephone-note"].items = {"平日 9:00〜17:00（祝日を除く）、夜間と休日は 046-000-1234 へ"};
  auto const [frames, mistakes] = laid_out_flyer(given);
  EXPECT_THAT(mistakes, testing::IsEmpty());
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("046-000-1234"));
}

TEST(FlyerLayout, TakesAThirdDesignFromAFile) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  base::DiskTree templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  base::MemoryTree own(
      {{"print/standard.json", *templates.read("print/standard.json")}, {"print/flyer-c.json", R"({"boxes": [
                           {"x": 20, "y": 20, "width": 170, "height": 60, "size": 40, "heading": true, "lines": ["name"]},
                           {"x": 20, "y": 90, "width": 170, "height": 20, "lines": [["month", {"word": "flyer.month"}]]}]})"}});
  auto const style = loading::load_print_style(own, "standard", sources, diagnostics);
  EXPECT_EQ(diagnostics.size(), 0u);
  auto const [frames, mistakes] = laid_out_flyer(flyer("c"), style);
  EXPECT_THAT(mistakes, testing::IsEmpty());
  EXPECT_EQ(words_on(frames.pages[0]), "在宅・施設での急変時対応\n10\n月\n");
}

}  // namespace
}  // namespace tebiki::pdf
