// Rows of the source that contradict one another, and those that only seem to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(MhlwCare, NamesBothRowsOfAConflict) {
  Trial trial;
  trial.file("b/jigyosho_520.csv", header + row({{"service", "介護老人保健施設"}}));
  trial.file("a/jigyosho_90.csv", header + row({{"service", "x"}, {"code", "131016"}, {"number", "1"}}) +
                                      row({{"service", "短期入所療養介護"}, {"address", "神奈川県平塚市別町88番地"}}));
  model::Value const record = trial.run().records.at(0);
  EXPECT_EQ(record.text_of("address"), "神奈川県平塚市別町88番地") << "the file with the lower number comes first";
  ASSERT_THAT(trial.mistakes(), SizeIs(1));
  base::Diagnostic const conflict = trial.mistakes()[0];
  EXPECT_EQ(conflict.code, "import-conflict");
  EXPECT_EQ(conflict.severity, base::Severity::warning);
  EXPECT_EQ(trial.place(conflict), "b/jigyosho_520.csv:2:48");
  EXPECT_EQ(conflict.message.ja,
            "事業所番号 1499999999 の住所が食い違っています。ここでは「神奈川県平塚市見本町1-2」、"
            "jigyosho_90.csv:3 では「神奈川県平塚市別町88番地」です。");
  EXPECT_EQ(conflict.message.en,
            "Office 1499999999: its address is “神奈川県平塚市見本町1-2” here and "
            "“神奈川県平塚市別町88番地” at jigyosho_90.csv:3.");
  EXPECT_EQ(conflict.hint.ja, "「神奈川県平塚市別町88番地」を採りました。どちらが正しいか、事業所に確かめてください。");
}

TEST(MhlwCare, TakesWhatMostRowsSay) {
  Trial trial;
  auto const record =
      trial.record(row({{"corpnum", "1111111111111"}}) + row({{"service", "通所介護"}, {"corpnum", "5021001036547"}}) +
                   row({{"service", "訪問介護"}, {"corpnum", "5021001036547"}}));
  EXPECT_EQ(record.text_of("corporate_number"), "5021001036547");
  EXPECT_THAT(trial.mistakes(), SizeIs(1));
}

TEST(MhlwCare, KeepsTelephoneAndFaxOfEachServiceWhereTheyDiffer) {
  Trial trial;
  auto const record =
      trial.record(row({{"tel", "0463-00-0009"}, {"fax", "0463-00-0008"}}) +
                   row({{"service", "通所介護"}, {"fax", "0463-00-0008"}}) + row({{"service", "訪問介護"}}));
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(record.text_of("tel"), "0463-00-0001");
  EXPECT_EQ(record.text_of("fax"), "0463-00-0008");
  EXPECT_EQ(model::to_json(*record.find("service_details")),
            R"([{"service": "訪問介護"}, {"service": "訪問看護", "tel": "0463-00-0009"}, )"
            R"({"service": "通所介護"}])")
      << "what the office itself says is not said again";
}

TEST(MhlwCare, CallsTwoNumbersOfOneServiceAConflict) {
  Trial trial;
  trial.record(row({{"tel", "0463-00-0009"}}) + row());
  EXPECT_THAT(trial.messages(), ElementsAre("事業所番号 1499999999 の電話番号が食い違っています。ここでは"
                                            "「0463-00-0001」、jigyosho_130.csv:2 では「0463-00-0009」です。"));
}

TEST(MhlwCare, DoesNotCallTheNameOfAServiceAConflict) {
  Trial trial;
  auto const record = trial.record(
      row({{"name", "見本苑訪問リハビリテーション"}, {"kana", "ミホンエンホウモンリハビリテーション"}}) +
      row({{"service", "通所リハビリテーション"}, {"name", "見本苑通所リハ"}, {"kana", "ミホンエンツウショリハ"}}) +
      row({{"service", "介護老人保健施設"},
           {"name", "医療法人見本会　介護老人保健施設　見本苑"},
           {"kana", "カイゴロウジンホケンシセツ　ミホンエン"}}));
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(record.text_of("name"), "医療法人見本会 介護老人保健施設 見本苑");
  EXPECT_EQ(record.text_of("kana"), "かいごろうじんほけんしせつ みほんえん")
      << "the reading of the name that was taken";
}

TEST(MhlwCare, TakesTheCorporationRatherThanTheHouseForIt) {
  Trial trial;
  auto const record = trial.record(row({{"corp", "介護老人保健施設見本苑"}}) +
                                   row({{"service", "通所介護"}, {"corp", "医療法人見本会"}}));
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(record.text_of("corporation"), "医療法人見本会");
}

TEST(MhlwCare, TakesTheNameRatherThanTheReadingInItsPlace) {
  Trial trial;
  auto const record = trial.record(
      row({{"name", "みほんへるすれんとひらつか"}, {"kana", "ミホンヘルスレントヒラツカ"}}) +
      row({{"service", "通所介護"}, {"name", "見本ヘルスレント平塚"}, {"kana", "ミホンヘルスレントヒラツカ"}}));
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(record.text_of("name"), "見本ヘルスレント平塚");
}

TEST(MhlwCare, StillTellsNamesOfTwoPlacesApart) {
  Trial trial;
  trial.record(row({{"name", "見本苑"}}) + row({{"service", "通所介護"}, {"name", "別荘ひより"}}));
  EXPECT_THAT(trial.messages(), SizeIs(1));
}

TEST(MhlwCare, DoesNotCallADifferenceOfSpellingAConflict) {
  Trial trial;
  auto const record = trial.record(
      row({{"name", "見本ケア湘南"}, {"address", "神奈川県平塚市真田三丁目１番１号"}, {"url", "http://example.jp"}}) +
      row({{"name", "見本ケア　湘南"},
           {"address", "平塚市真田3-1-1"},
           {"url", "https://example.jp/"},
           {"lat", "35.3313"},
           {"service", "通所介護"},
           {"tel", "(0463)00-0001"}}));
  EXPECT_EQ(record.text_of("name"), "見本ケア 湘南");
  EXPECT_EQ(record.text_of("address"), "神奈川県平塚市真田三丁目1番1号");
  EXPECT_EQ(record.text_of("url"), "https://example.jp/");
  EXPECT_THAT(trial.messages(), IsEmpty());
}

}  // namespace
}  // namespace tebiki::importing
