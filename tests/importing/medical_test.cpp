// The second source: 医療機関一覧 of the open-data standards.
#include <gmock/gmock.h>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string const head =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,"
    "電話番号,"
    "内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,"
    "時間外における対応,診療科目,病床数,URL,備考\r\n";

struct Medical : testing::Test {
  Trial trial;
  void SetUp() override { trial.source = "medical"; }
  Imported run(std::string const& rows, std::string const& headings = head) {
    trial.file("142034_hospital.csv", headings + rows);
    return trial.run();
  }
};

TEST_F(Medical, MakesARecordOfEachInstitution) {
  auto const imported =
      run("142034,0000000001,神奈川県,平塚市,見本クリニック,ミホンクリニック,一般診療所,平塚市見本町1-2,見本ビル2階,35."
          "3312,"
          "139.3624,(0463)00-0001,,,,医療法人見本会,0312345,月火水金,0.375,17:30,木曜は午前のみ,,内科；小児科,0,"
          "mihon.example,\r\n"
          "142034,0000000002,神奈川県,平塚市,見本歯科,ミホンシカ,歯科診療所,神奈川県平塚市見本町3,,,,0463-00-0002,,,,,,"
          ",,,,,"
          "歯科,,,\r\n"
          "142042,0000000003,神奈川県,鎌倉市,よその病院,ヨソノビョウイン,病院,鎌倉市見本1,,,,,,,,,,,,,,,,,,\r\n");
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(records_json(imported.records, trial.sources), R"([
  {
    "id": "1410312345",
    "name": "見本クリニック",
    "kana": "みほんくりにっく",
    "services": ["診療所"],
    "office_number": "1410312345",
    "corporation": "医療法人見本会",
    "address": "神奈川県平塚市見本町1-2",
    "building": "見本ビル2階",
    "areas": ["見本町"],
    "tel": "0463-00-0001",
    "coordinates": "35.331200,139.362400",
    "departments": "内科、小児科",
    "hours": "9:00〜17:30",
    "days": "月火水金",
    "days_note": "木曜は午前のみ",
    "url": "http://mihon.example"
  },
  {
    "id": "14203-0000000002",
    "name": "見本歯科",
    "kana": "みほんしか",
    "services": ["歯科診療所"],
    "address": "神奈川県平塚市見本町3",
    "areas": ["見本町"],
    "tel": "0463-00-0002",
    "departments": "歯科"
  }
]
)");
}

TEST_F(Medical, UnderstandsTheNewerHeadings) {
  auto const imported =
      run("142034,7,平塚市,見本病院,ミホンビョウイン,病院,神奈川県平塚市見本町1-2,0463-00-0001,120\r\n",
          "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,医療機関の種類,所在地_連結標記,電話番号,病床数\r\n");
  ASSERT_EQ(imported.records.size(), 1u);
  EXPECT_EQ(imported.records[0].text_of("id"), "14203-7");
  EXPECT_EQ(model::to_json(*imported.records[0].find("capacity")), "120");
}

TEST_F(Medical, HasTheTenDigitsOfTheCareInsurance) {
  auto const number = [&](std::string const& kind, std::string const& code) {
    trial.files.clear();
    auto const records =
        run("142034,1,神奈川県,平塚市,見本,ミホン," + kind + ",平塚市見本町1,,,,,,,,," + code + ",,,,,,,,,\r\n")
            .records;
    return records.empty() ? "" : std::string(records[0].text_of("office_number"));
  };
  EXPECT_EQ(number("病院", "0312345"), "1410312345");
  EXPECT_EQ(number("歯科診療所", "312345"), "1430312345");
  EXPECT_EQ(number("薬局", "1440312345"), "1440312345");
}

TEST_F(Medical, StandsOnlyOnceWhereTheCareInsuranceHasItToo) {
  trial.elsewhere.push_back({object({member("id", "x"), member("office_number", "1410312345")}), "lists/f/f.json:3"});
  auto const imported = run("142034,1,神奈川県,平塚市,見本,ミホン,病院,平塚市見本町1,,,,,,,,,0312345,,,,,,,,,\r\n");
  EXPECT_THAT(imported.records, IsEmpty());
  EXPECT_THAT(trial.messages(), ElementsAre("医療機関コード 1410312345 は、lists/f/f.json:3 "
                                            "にもあります。二重に載らないよう、取り込みませんでした。"));
}

TEST_F(Medical, IsToldByItsOwnWords) {
  run("142034,1,神奈川県,平塚市,見本医院,ミホン,診療所,平塚市見本町1,,,,,,,,,12,,,,,,,,,\r\n");
  EXPECT_THAT(trial.messages(), ElementsAre("医療機関コード「12」が7桁か10桁の番号ではありません。"));
}

TEST_F(Medical, NamesTheColumnsThatAreMissing) {
  run("", "名称,住所\r\n");
  EXPECT_THAT(trial.messages(),
              testing::Contains(HasSubstr("「市区町村名」「医療機関の種類」「電話番号」がありません。")));
  EXPECT_THAT(trial.mistakes()[0].hint.ja, HasSubstr("「医療機関一覧」をそのまま指定してください。"));
}

TEST_F(Medical, DoubtsATimeThatIsNone) {
  run("142034,1,神奈川県,平塚市,見本医院,ミホン,診療所,平塚市見本町1,,,,,,,,,,月,朝,17:00,,,,,,\r\n");
  EXPECT_THAT(trial.messages(), ElementsAre("診療の時間「朝」「17:00」が、始まりと終わりの時刻として読めません。"));
}

TEST_F(Medical, KeepsWhatStaffWroteAndFindsTheInstitutionAgainByItsRow) {
  std::string const row =
      "142034,5,神奈川県,平塚市,見本医院,ミホン,診療所,平塚市見本町1,,,,0463-00-0001,,,,,,,,,,,,,,\r\n";
  auto first = run(row);
  auto record = *first.records.at(0).object();
  for (auto& member : record) {
    if (member.key == "tel") member.value.data = "0463-00-0099";
  }
  first.records[0].data = record;
  trial.next(first);
  auto const second = run(row);
  ASSERT_EQ(second.records.size(), 1u);
  EXPECT_EQ(second.records[0].text_of("tel"), "0463-00-0099");
  EXPECT_EQ(second.unchanged, 1u);
}

TEST(Importers, HaveEachANameOfTheirOwnAndSayWhatTheyRead) {
  std::vector<std::string_view> names;
  for (auto const& some : importers()) {
    names.push_back(some.name);
    EXPECT_FALSE(some.reads.ja.empty() || some.reads.en.empty()) << some.name;
    EXPECT_EQ(importer(some.name), &some);
  }
  EXPECT_THAT(names, ElementsAre("mhlw-care", "medical"));
  EXPECT_EQ(importer("nobody"), nullptr);
}

}  // namespace
}  // namespace tebiki::importing
