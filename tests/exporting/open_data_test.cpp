#include <gmock/gmock.h>

#include "exported.hpp"

namespace tebiki::exporting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr auto properties = R"("name": {"type": "string", "x-label": "名称", "x-export": {"medical": "名称"}},
    "kana": {"format": "kana", "x-label": "よみ", "x-export": {"medical": "名称_カナ"}},
    "kind": {"type": "array", "format": "choices", "x-label": "種類", "items": {"type": "string", "enum": ["診療所", "訪問看護"]},
             "x-export": {"medical": {"column": "医療機関の種類", "only": ["診療所"], "except": ["訪問看護"]}}},
    "address": {"format": "address", "x-label": "住所", "x-export": {"medical": "住所"}},
    "tel": {"format": "tel", "x-label": "電話番号", "x-export": {"medical": "電話番号"}},
    "at": {"format": "coordinates", "x-label": "緯度・経度", "x-export": {"medical": ["緯度", "経度"]}},
    "hours": {"format": "hours", "x-label": "時間", "x-export": {"medical": ["診療開始時間", "診療終了時間"]}},
    "departments": {"type": "string", "x-label": "診療科目", "x-export": {"medical": "診療科目"}},
    "note": {"type": "string", "x-label": "特記", "x-export": {"medical": "診療日時特記事項"}},
    "beds": {"type": "integer", "x-label": "病床数"}, "rate": {"type": "number", "x-label": "率"},
    "suction": {"format": "support", "x-label": "吸引"}, "day": {"format": "date", "x-label": "確認日"})";

constexpr auto record =
    R"({"id": "aoba", "name": "見本 あおば医院", "kana": "みほんあおばいいん", "kind": ["診療所", "訪問看護"],
    "address": "神奈川県平塚市見本町1番", "tel": "0463-00-0001", "at": "35.3354,139.3496", "hours": "9:00〜12:00、13:00〜17:30",
    "departments": "内科、小児科", "note": "木曜は午前だけ", "beds": 19, "rate": -0.5, "suction": "ask", "day": "2026-09-04"})";

std::string file(std::string const& records, std::string_view path) {
  return bytes_of(exports_of(loaded_site(offices(properties, records)), 1).files, path);
}

TEST(OpenDataFiles, AreOneOfEachFormForEveryList) {
  auto const exports = exports_of(loaded_site(offices(properties, record)), 2);
  std::vector<std::string> paths;
  for (auto const& one : exports.data) paths.push_back(one.path);
  EXPECT_THAT(paths, ElementsAre("open-data/offices.csv", "open-data/offices.xlsx", "open-data/offices.json",
                                 "open-data/offices.geojson", "open-data/offices-medical-recommended.csv",
                                 "open-data/offices-medical-municipal.csv"));
  for (auto const& one : exports.data) {
    EXPECT_EQ(one.bytes, bytes_of(exports.files, one.path).size());
    EXPECT_EQ(one.records, 1u);
  }
}

TEST(OpenDataFiles, InCsvHaveLabelsAboveAndValuesInTheFormInWhichTheyAreCompared) {
  EXPECT_EQ(file(record, "open-data/offices.csv"),
            "\xEF\xBB\xBFID,名称,よみ,種類,住所,電話番号,緯度・経度,時間,診療科目,特記,病床数,率,吸引,確認日\r\n"
            "aoba,見本 "
            "あおば医院,みほんあおばいいん,診療所、訪問看護,神奈川県平塚市見本町1番,0463-00-0001,\"35.3354,139.3496\","
            "9:00〜12:00、13:00〜17:30,内科、小児科,木曜は午前だけ,19,-0.5,ask,2026-09-04\r\n");
}

TEST(OpenDataFiles, KeepValuesApartWhateverCharactersTheyHoldAndWhateverTheWordsOfPagesAre) {
  auto const site = loaded_site(offices(R"("kind": {"type": "array", "x-label": "種類"})",
                                        R"({"id": "a", "name": "一", "kind": ["内科、外科", "歯科"]})"));
  EXPECT_THAT(bytes_of(exports_of(site, 1).files, "open-data/offices.csv"), HasSubstr(",内科、外科;歯科"));
  auto other = loaded_site(offices(R"("kind": {"type": "array", "x-label": "種類"})",
                                   R"({"id": "a", "name": "一", "kind": ["内科", "歯科"]})"));
  other.words = model::Words();
  EXPECT_THAT(bytes_of(exports_of(other, 1).files, "open-data/offices.csv"), HasSubstr(",内科、歯科"));
}

TEST(OpenDataFiles, HaveNoTwoColumnsOfOneName) {
  auto const site = loaded_site(
      offices(R"("name": {"type": "string", "x-label": "場面"}, "other": {"type": "string", "x-label": "場面"})",
              R"({"id": "a", "name": "一", "other": "二", "scenes": ["urgent"]})"));
  EXPECT_THAT(bytes_of(exports_of(site, 1).files, "open-data/offices.csv"),
              HasSubstr("ID,場面,場面 (other),場面 (scenes)\r\n"));
}

TEST(OpenDataFiles, HoldNoCellThatASpreadsheetTakesForAFormula) {
  for (auto words : {"=1+1", "+81", "-x", "@a", "＝1"}) {
    auto const csv = file(R"({"id": "a", "name": ")" + std::string(words) + R"("})", "open-data/offices.csv");
    EXPECT_THAT(csv, HasSubstr(",\"'" + std::string(words) + "\",")) << words;
  }
  EXPECT_THAT(file(R"({"id": "a", "name": "a,b \"c\""})", "open-data/offices.csv"), HasSubstr(",\"a,b \"\"c\"\"\","));
  EXPECT_THAT(file(R"({"id": "a", "name": "x", "rate": -2})", "open-data/offices.csv"), HasSubstr(",-2,"))
      << "a number is no formula";
}

TEST(OpenDataFiles, InJsonKeepTheTypesOfValues) {
  auto const json = file(record, "open-data/offices.json");
  EXPECT_THAT(json, HasSubstr("\"kind\": [\"診療所\", \"訪問看護\"]"));
  EXPECT_THAT(json, HasSubstr("\"beds\": 19"));
  EXPECT_THAT(json, HasSubstr("\"rate\": -0.5"));
  EXPECT_THAT(json, HasSubstr("\"suction\": \"ask\""));
}

TEST(OpenDataFiles, InGeoJsonStandAtTheirLongitudeAndLatitude) {
  auto const json = file(std::string(record) + R"(, {"id": "b", "name": "場所なし"})", "open-data/offices.geojson");
  EXPECT_THAT(json, HasSubstr("\"coordinates\": [139.3496, 35.3354]"));
  EXPECT_THAT(json, Not(HasSubstr("場所なし"))) << "nobody knows where it is";
  EXPECT_THAT(json, Not(HasSubstr("\"at\"")));
}

TEST(OpenDataFiles, InXlsxAreTheSameBytesWheneverTheyAreMade) {
  auto const one = file(record, "open-data/offices.xlsx"), other = file(record, "open-data/offices.xlsx");
  EXPECT_EQ(one.substr(0, 2), "PK");
  EXPECT_EQ(one, other);
}

TEST(StandardFiles, HaveTheColumnsOfTheRecommendedDataSet) {
  EXPECT_EQ(
      file(record, "open-data/offices-medical-recommended.csv"),
      "\xEF\xBB\xBF都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,"
      "緯度,経度,"
      "電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,"
      "診療日時特記事項,"
      "時間外における対応,診療科目,病床数,URL,備考\r\n"
      "142034,aoba,神奈川県,平塚市,見本 あおば医院,ミホンアオバイイン,診療所,神奈川県平塚市見本町1番,,35.3354,139.3496,"
      "0463-00-0001,,,,,,,09:00,17:30,9:00〜12:00、13:00〜17:30　木曜は午前だけ,,内科;小児科,,,\r\n");
}

TEST(StandardFiles, HaveTheColumnsOfTheMunicipalStandardFromTheSameHints) {
  auto const csv = file(record, "open-data/offices-medical-municipal.csv");
  EXPECT_THAT(csv, HasSubstr("\xEF\xBB\xBF全国地方公共団体コード,ID,地方公共団体名,名称,"));
  EXPECT_THAT(
      csv, HasSubstr("\r\n142034,aoba,平塚市,見本 あおば医院,ミホンアオバイイン,診療所,142034,,神奈川県平塚市見本町1番,"
                     "神奈川県,平塚市,,,,35.3354,139.3496,"));
}

TEST(StandardFiles, OfCareHaveARowForEachServiceOfAnOffice) {
  constexpr auto fields = R"("name": {"type": "string", "x-export": {"care": "介護サービス事業所名称"}},
      "kind": {"type": "array", "format": "choices", "items": {"type": "string", "enum": ["訪問看護", "訪問介護", "薬局"]},
               "x-export": {"care": {"column": "実施サービス", "except": ["薬局"]}}})";
  auto const site = loaded_site(offices(fields, R"({"id": "a", "name": "一", "kind": ["訪問介護", "薬局", "訪問看護"]},
                                                   {"id": "b", "name": "二", "kind": ["薬局"]})"));
  auto const csv = bytes_of(exports_of(site, 1).files, "open-data/offices-care-recommended.csv");
  EXPECT_THAT(csv, HasSubstr("\r\n142034,a,神奈川県,平塚市,一,,訪問介護,"));
  EXPECT_THAT(csv, HasSubstr("\r\n142034,a,神奈川県,平塚市,一,,訪問看護,"));
  EXPECT_THAT(csv, Not(HasSubstr("薬局")));
}

TEST(StandardFiles, HoldTheRecordsAloneThatHaveTheirChoices) {
  auto const csv =
      file(std::string(record) + R"(, {"id": "b", "name": "看護", "kind": ["訪問看護"]}, {"id": "c", "name": "不明"})",
           "open-data/offices-medical-municipal.csv");
  EXPECT_THAT(csv, Not(HasSubstr("看護,"))) << "neither the office nor the other kind of the first one";
  EXPECT_THAT(csv, Not(HasSubstr("不明")));
}

TEST(StandardFiles, SayTheMunicipalityOfTheAreaThatARecordNames) {
  auto files =
      offices(properties, R"({"id": "a", "name": "一", "kind": ["診療所"], "areas": ["厚木市"], "address": "厚木市1番"},
                                      {"id": "b", "name": "二", "kind": ["診療所"], "areas": ["愛川町"]})");
  files["site.json"] =
      R"({"name": "見本", "areas": [{"id": "atsugi", "label": "厚木市", "municipality": {"code": "142123"}},
                                                    {"id": "aikawa", "label": "愛川町", "municipality": {"code": "144011"}}]})";
  auto const csv = bytes_of(exports_of(loaded_site(files), 1).files, "open-data/offices-medical-municipal.csv");
  EXPECT_THAT(csv, HasSubstr("\r\n142123,a,厚木市,一,,診療所,142123,,厚木市1番,神奈川県,厚木市,"));
  EXPECT_THAT(csv, HasSubstr("\r\n144011,b,愛川町,二,,診療所,,,,,,"))
      << "without an address nobody knows where it stands";
}

TEST(StandardFiles, OfAnAreaSayItsMunicipalityOfRecordsThatBelongToSeveral) {
  auto files = offices(
      properties, R"({"id": "a", "name": "一", "kind": ["診療所"], "areas": ["厚木市", "愛川町"], "address": "1番"})");
  files["site.json"] =
      R"({"name": "見本", "areas": [{"id": "atsugi", "label": "厚木市", "municipality": {"code": "142123"}},
                                   {"id": "aikawa", "label": "愛川町", "municipality": {"code": "144011"}}]})";
  auto const site = loaded_site(files);
  auto const csv_of = [](model::Site const& one) {
    return bytes_of(exports_of(one, 1).files, "open-data/offices-medical-municipal.csv");
  };
  EXPECT_THAT(csv_of(site), HasSubstr("\r\n142123,a,厚木市,一,,診療所,142123,,"));
  EXPECT_THAT(csv_of(loading::select_area(site, site.areas[0])), HasSubstr("\r\n142123,a,厚木市,一,,診療所,142123,,"));
  EXPECT_THAT(csv_of(loading::select_area(site, site.areas[1])), HasSubstr("\r\n144011,a,愛川町,一,,診療所,144011,,"));
}

TEST(OpenDataFiles, OfCareOfficesSayTheDaysAndPlacesOfEachService) {
  auto const site = loaded_site(offices(
      R"("name": {"type": "string", "x-label": "名称", "x-export": {"care": "介護サービス事業所名称"}},
    "kinds": {"type": "array", "format": "choices", "x-label": "サービス", "x-export": {"care": "実施サービス"},
              "items": {"type": "string", "enum": ["特養", "短期", "デイ", "相談"]}},
    "days": {"type": "string", "x-label": "曜日", "x-export": {"care": "利用可能曜日"}},
    "places": {"type": "integer", "x-label": "定員", "x-export": {"care": "定員"}},
    "each": {"type": "array", "format": "rows", "x-label": "サービスごと", "items": {"type": "object", "properties": {
      "kind": {"type": "string", "x-label": "サービス"},
      "days": {"type": "string", "x-label": "曜日", "x-export": {"care": "利用可能曜日"}},
      "places": {"type": "integer", "x-label": "定員", "x-export": {"care": "定員"}}}}})",
      R"({"id": "a", "name": "見本の郷", "kinds": ["特養", "短期", "デイ", "相談"], "days": "毎日", "places": 80, "each": [
      {"kind": "特養", "places": 80}, {"kind": "短期", "places": 10}, {"kind": "デイ", "days": "月〜土", "places": 30}]})"));
  auto const csv = bytes_of(exports_of(site, 1).files, "open-data/offices-care-recommended.csv");
  EXPECT_THAT(csv, HasSubstr(",特養,,,,,,,,,,,毎日,,80,,"));
  EXPECT_THAT(csv, HasSubstr(",短期,,,,,,,,,,,毎日,,10,,"));
  EXPECT_THAT(csv, HasSubstr(",デイ,,,,,,,,,,,月〜土,,30,,"));
  EXPECT_THAT(csv, HasSubstr(",相談,,,,,,,,,,,毎日,,,,")) << "the places of the house are not those of one service";
}

}  // namespace
}  // namespace tebiki::exporting
