#include "importing/import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(MhlwCare, MakesOneRecordOfAnOfficeAndItsServices) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"fax", "0463-00-0101"},
                                               {"corp", "医療法人　見本会"},
                                               {"corpnum", "5021001036547"},
                                               {"days", "\"土曜日,平日\""},
                                               {"days_note", "年末年始は休み"},
                                               {"url", "https://example.jp/"},
                                               {"note", "駐車場あり"}}));
  trial.file("jigyosho_430.csv",
             header + row({{"service", "居宅介護支援"}, {"days", "\"平日,土曜日\""}, {"days_note", "年末年始は休み"}}));
  Imported const imported = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(records_json(imported.records, trial.sources), R"([
  {
    "id": "1499999999",
    "name": "見本ケア",
    "kana": "みほんけあ",
    "services": ["訪問看護", "居宅介護支援"],
    "office_number": "1499999999",
    "corporation": "医療法人 見本会",
    "corporate_number": "5021001036547",
    "address": "神奈川県平塚市見本町1-2",
    "areas": ["見本町"],
    "tel": "0463-00-0001",
    "fax": "0463-00-0101",
    "coordinates": "35.331283,139.362484",
    "days": "平日、土曜日",
    "days_note": "年末年始は休み",
    "url": "https://example.jp/",
    "note": "駐車場あり"
  }
]
)");
  EXPECT_EQ(summary(imported).ja, "1件：新規 1、変更 0、変わらず 0。元のデータにない記録 0。確かめたい点 0。");
}

TEST(MhlwCare, TellsServicesApartWhereTheyDiffer) {
  Trial trial;
  trial.file("jigyosho_130.csv",
             header + row({{"days", "平日"}}) +
                 row({{"service", "訪問入浴介護"}, {"days", "\"平日,祝日\""}, {"days_note", "要予約"}}) +
                 row({{"service", "通所介護"}, {"days", "平日"}, {"capacity", "20"}}));
  model::Value const record = trial.run().records.at(0);
  EXPECT_EQ(record.text_of("days"), "訪問入浴介護：平日、祝日／訪問看護・通所介護：平日");
  EXPECT_EQ(record.text_of("days_note"), "訪問入浴介護：要予約");
  EXPECT_EQ(record.find("capacity"), nullptr);
  EXPECT_EQ(model::to_json(*record.find("service_details")),
            R"([{"service": "訪問入浴介護", "days": "平日、祝日"}, {"service": "訪問看護", "days": "平日"}, )"
            R"({"service": "通所介護", "days": "平日", "capacity": 20}])");
}

TEST(MhlwCare, KeepsTheKindOfHouseThatThePlainNameLeavesOut) {
  Trial trial;
  auto const record = trial.record(row({{"service", "特定施設入居者生活介護（有料老人ホーム）"}, {"capacity", "40"}}));
  EXPECT_EQ(model::to_json(*record.find("services")), R"(["特定施設入居者生活介護"])");
  EXPECT_EQ(model::to_json(*record.find("capacity")), "40");
  EXPECT_EQ(model::to_json(*record.find("service_details")),
            R"([{"service": "特定施設入居者生活介護（有料老人ホーム）", "capacity": 40}])");
}

TEST(MhlwCare, TakesOnlyTheMunicipalityAskedFor) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row() + row({{"code", "131016"}, {"number", "1399999999"}}));
  trial.municipality = "14203";
  EXPECT_THAT(trial.run().records, SizeIs(1));
}

TEST(MhlwCare, NeverTakesTheWholeCountryOrAPrefecture) {
  for (std::string const code : {"", "140007"}) {
    Trial trial;
    trial.municipality = code;
    trial.file("jigyosho_130.csv", header + row() + row({{"code", "131016"}, {"number", "1399999999"}}));
    EXPECT_THAT(trial.run().records, IsEmpty());
    EXPECT_THAT(trial.messages(), ElementsAre("「" + code + "」は市区町村コードではありません。"));
    EXPECT_TRUE(trial.diagnostics.has_errors());
  }
}

TEST(MhlwCare, UnderstandsOtherSpellingsOfTheHeader) {
  std::string text = header + row();
  for (auto const& [from, to] : {std::pair<std::string, std::string>{"都道府県コード", "\xEF\xBB\xBF都道府県コ―ド"},
                                 {",No,", ",NO,"},
                                 {"方書（ビル名等）", " 方書(ビル名等)　"},
                                 {"事業所名カナ", "事業所名_カナ"},
                                 {"FAX番号", "ＦＡＸ番号"}}) {
    text.replace(text.find(from), from.size(), to);
  }
  Trial trial;
  trial.file("a.csv", text);
  EXPECT_THAT(trial.run().records, SizeIs(1));
  EXPECT_THAT(trial.messages(), IsEmpty());
}

TEST(MhlwCare, NamesTheColumnsThatAreMissing) {
  Trial trial;
  std::string other = header;
  for (std::string const gone : {"緯度,", "定員,"}) other.erase(other.find(gone), gone.size());
  trial.file("other.csv", other + row());
  trial.existing = {object({member("id", "kept")})};
  Imported const imported = trial.run();
  ASSERT_THAT(trial.mistakes(), SizeIs(1));
  EXPECT_EQ(trial.mistakes()[0].severity, base::Severity::error);
  EXPECT_EQ(trial.mistakes()[0].message.ja, "列「緯度」「定員」がありません。");
  EXPECT_EQ(trial.mistakes()[0].message.en, "These columns are missing: “緯度”, “定員”.");
  EXPECT_EQ(trial.place(trial.mistakes()[0]), "other.csv:1:1");
  EXPECT_THAT(imported.records, SizeIs(1));
}

TEST(MhlwCare, RefusesWhatIsNoTableOfTheSource) {
  for (std::string const text : {"", "\n", "a,b\n1,2\n", "\"", "<html>"}) {
    Trial trial;
    trial.file("x.csv", text);
    EXPECT_THAT(trial.run().records, IsEmpty());
    EXPECT_TRUE(trial.diagnostics.has_errors()) << text;
  }
}

TEST(MhlwCare, SaysThatTheMunicipalityIsNoneOrNotInTheFiles) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row());
  trial.municipality = "142035";
  trial.run();
  trial.municipality = "131016";
  trial.run();
  EXPECT_THAT(trial.messages(), ElementsAre("「142035」は市区町村コードではありません。",
                                            "市区町村コード「131016」の事業所が、ファイルに一つもありません。"));
  EXPECT_TRUE(trial.diagnostics.has_errors());
}

TEST(MhlwCare, LeavesUnknownCapacitiesAndEmailAddressesOutWithoutADoubt) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"capacity", "0"}, {"url", "a@example.jp"}}));
  Imported const imported = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(imported.records.at(0).find("capacity"), nullptr);
  EXPECT_EQ(imported.records.at(0).find("url"), nullptr);
  EXPECT_THAT(reported(imported), AllOf(HasSubstr("補正  見本ケア（1499999999）  url：「a@example.jp」→取り込まず\n"),
                                        HasSubstr("書き方  capacity：1件をそろえました（例 「0」→（なし））。\n")));
}

TEST(MhlwCare, ReportsEveryCellWhoseCharactersItChanged) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"name", "見本ホ-ム"},
                                               {"kana", "ミホンホ-ム"},
                                               {"address", "神奈川県平塚市見本町１₋２"},
                                               {"building", "見本ビル⁺"},
                                               {"corp", "見本㏇"},
                                               {"days_note", "⼟曜⽇は休み"},
                                               {"url", "www.mihon.example"}}));
  Imported const imported = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(reported(imported), R"(補正  見本ホーム（1499999999）  名称：「見本ホ-ム」→「見本ホーム」
補正  見本ホーム（1499999999）  よみがな：「ミホンホ-ム」→「みほんほーむ」
補正  見本ホーム（1499999999）  corporation：「見本㏇」→「見本Co.」
補正  見本ホーム（1499999999）  address：「神奈川県平塚市見本町1₋2」→「神奈川県平塚市見本町1-2」
補正  見本ホーム（1499999999）  building：「見本ビル⁺」→「見本ビル+」
補正  見本ホーム（1499999999）  days_note：「⼟曜⽇は休み」→「土曜日は休み」
補正  見本ホーム（1499999999）  url：「www.mihon.example」→「http://www.mihon.example」
1件：新規 1、変更 0、変わらず 0。元のデータにない記録 0。確かめたい点 0。
)");
}

TEST(MhlwCare, TakesOutAndReportsTheTurnOfDirectionInEveryField) {
  Trial trial;
  std::string const turn = "\u202E";
  std::map<std::string, std::string> cells = {{"name", "見本" + turn + "ケア"},
                                              {"kana", "ミホン" + turn + "ケア"},
                                              {"address", "神奈川県平塚市見本" + turn + "町1-2"},
                                              {"building", "見本" + turn + "ビル"},
                                              {"corp", "見本" + turn + "会"},
                                              {"service", "訪問" + turn + "看護"},
                                              {"days", "平" + turn + "日"},
                                              {"days_note", "年末" + turn + "は休み"},
                                              {"note", "駐車場" + turn + "あり"},
                                              {"tel", "0463-00-" + turn + "0001"},
                                              {"url", "https://" + turn + "mihon.example/"}};
  trial.file("jigyosho_130.csv", header + row(cells));
  Imported const imported = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  std::string const json = records_json(imported.records, trial.sources);
  EXPECT_EQ(json.find(turn), std::string::npos) << json;
  EXPECT_THAT(json, AllOf(HasSubstr(R"("areas": ["見本町"])"), HasSubstr(R"("services": ["訪問看護"])")));
  std::string const told = reported(imported);
  EXPECT_EQ(told.find(turn), std::string::npos) << told;
  EXPECT_THAT(told,
              AllOf(HasSubstr("名称：「見本<U+202E>ケア」→「見本ケア」\n"), HasSubstr("note：「駐車場<U+202E>あり」→"),
                    HasSubstr("services：「訪問<U+202E>看護」→「訪問看護」\n")));
}

TEST(MhlwCare, LeavesOutAnOfficeThatNoRowNamesAndBlamesNothingElse) {
  for (std::string const blank : {"", "　　", "\u200B\u2060"}) {
    Trial trial;
    trial.file("jigyosho_130.csv", header + row({{"name", blank}}));
    Imported const imported = trial.run();
    EXPECT_THAT(imported.records, IsEmpty());
    EXPECT_THAT(trial.messages(), ElementsAre("事業所番号 1499999999 の「事業所名」に、読める文字がありません。"));
    EXPECT_FALSE(trial.diagnostics.has_errors());
    EXPECT_EQ(trial.mistakes().at(0).code, "import-name");
    EXPECT_THAT(trial.place(trial.mistakes().at(0)), HasSubstr("jigyosho_130.csv:2:"));
  }
}

TEST(MhlwCare, LeavesOutARowWithoutAService) {
  for (std::string const blank : {"", "　", "\u200B"}) {
    Trial trial;
    trial.file("jigyosho_130.csv", header + row({{"service", blank}}) + row());
    Imported const imported = trial.run();
    EXPECT_EQ(model::to_json(*imported.records.at(0).find("services")), R"(["訪問看護"])");
    EXPECT_EQ(imported.records.at(0).find("service_details"), nullptr);
    EXPECT_THAT(trial.messages(),
                ElementsAre("事業所番号 1499999999 の「サービスの種類」に、読める文字がありません。"));
    EXPECT_THAT(trial.place(trial.mistakes().at(0)), HasSubstr("jigyosho_130.csv:2:"));
  }
}

TEST(MhlwCare, TellsEveryDoubtAtItsCell) {
  Trial trial;
  auto const record = trial.record(row({{"name", "見本ケア（休止中）"},
                                        {"kana", "ミホン平塚"},
                                        {"lat", "0"},
                                        {"lon", "0"},
                                        {"tel", "0463-00"},
                                        {"fax", "12-3"},
                                        {"corpnum", "12"},
                                        {"capacity", "x"},
                                        {"url", "http://www/mihon.example"},
                                        {"service", "見守り"}}));
  EXPECT_THAT(
      trial.messages(),
      ElementsAre("事業所名「見本ケア（休止中）」によると、休止か廃止のようです。",
                  "よみがな「ミホン平塚」に漢字が含まれています。", "サービスの種類「見守り」は知られていません。",
                  "緯度・経度「0, 0」は日本の中にありません。", "電話番号・FAX番号「0463-00」の桁数が合いません。",
                  "電話番号・FAX番号「12-3」の桁数が合いません。", "法人番号「12」が13桁の数字ではありません。",
                  "定員「x」が人数として読めません。", "URLの形ではありません。"));
  EXPECT_EQ(trial.place(trial.mistakes()[0]), "jigyosho_130.csv:2:28");
  EXPECT_FALSE(trial.diagnostics.has_errors());
  for (char const* dropped : {"kana", "coordinates", "tel", "fax", "corporate_number", "capacity", "url"}) {
    EXPECT_EQ(record.find(dropped), nullptr) << dropped;
  }
  EXPECT_EQ(model::to_json(*record.find("services")), R"(["見守り"])");
}

TEST(MhlwCare, DoubtsAPointFarFromAllOthersOfTheMunicipality) {
  std::string rows = row({{"lat", "43.0"}, {"lon", "141.3"}});
  for (int i = 0; i < 6; ++i) rows += row({{"number", "149999999" + std::to_string(i)}});
  Trial trial;
  EXPECT_EQ(trial.record(rows).find("coordinates"), nullptr);
  EXPECT_THAT(trial.messages(), ElementsAre("緯度・経度「43.000000,141.300000」は平塚市から遠く離れています。"));
}

TEST(MhlwCare, LeavesOutARowWithoutAnOfficeNumber) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"number", "1.45E+09"}}) + row());
  EXPECT_THAT(trial.run().records, SizeIs(1));
  EXPECT_THAT(trial.messages(), ElementsAre("事業所番号「1.45E+09」が10桁の番号ではありません。"));
}

TEST(MhlwCare, TakesOfficeNumbersWithLettersAndWithAnEatenZero) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"number", "14B9900001"}}) + row({{"number", "179999999"}}));
  auto const records = trial.run().records;
  EXPECT_EQ(records.at(0).text_of("id"), "14b9900001");
  EXPECT_EQ(records.at(0).text_of("office_number"), "14B9900001");
  EXPECT_EQ(records.at(1).text_of("id"), "0179999999");
}

TEST(MhlwCare, TellsOfRowsOfAnotherLengthThanTheHeader) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + "142034,1,神奈川県,平塚市,見本ケア,,訪問看護,,,,,,,,,1499999999\n");
  EXPECT_THAT(trial.run().records, SizeIs(1));
  EXPECT_THAT(trial.messages(), ElementsAre("この行は16列で、見出しの24列と合いません。"));
}

TEST(MhlwCare, RefusesAFileThatIsCutOffWhoeverItsLastRowIsOf) {
  auto const last = row({{"code", "141011"}, {"city", "横浜市鶴見区"}, {"number", "1499999998"}});
  for (auto const* end : {"", "\n"}) {
    Trial trial;
    trial.file("jigyosho_130.csv", header + row() + last.substr(0, last.size() - 20) + end);
    Imported const imported = trial.run();
    EXPECT_THAT(trial.messages(), ElementsAre("ファイルが途中で切れています。"));
    EXPECT_THAT(trial.place(trial.mistakes().at(0)), HasSubstr("jigyosho_130.csv:3:"));
    EXPECT_TRUE(trial.diagnostics.has_errors());
    EXPECT_THAT(imported.records, IsEmpty());
  }
}

TEST(MhlwCare, TakesAFileWithoutALineEnd) {
  Trial trial;
  auto const last = row();
  trial.file("jigyosho_130.csv", header + last.substr(0, last.size() - 2));
  EXPECT_THAT(trial.run().records, SizeIs(1));
  EXPECT_FALSE(trial.diagnostics.has_errors());
}

TEST(MhlwCare, LeavesANewServiceToAListThatNamesItsServices) {
  Trial trial;
  trial.schema = labelled({{"services", "サービスの種類"}});
  trial.schema.fields.front().choices = {"訪問看護", "見守り"};
  trial.file("jigyosho_130.csv", header + row({{"service", "見守り"}}));
  EXPECT_THAT(trial.run().records, SizeIs(1));
  EXPECT_THAT(trial.messages(), IsEmpty());
}

}  // namespace
}  // namespace tebiki::importing
