// Files of spreadsheets as they are: other people's columns, titles, totals, and what is no CSV at all.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Files with_schema(std::string const& schema, std::string const& csv) {
  return {{"lists/x/schema.json", schema}, {"lists/x/a.csv", csv}};
}

std::string records(Files files) {
  Loaded loaded;
  load_files(loaded, std::move(files));
  EXPECT_THAT(loaded.said(), IsEmpty());
  std::string all;
  for (auto& record : loaded.site.lists[0].records)
    all += record.id + " " + std::string(record.name()) + " " + std::string(record.kana()) + " " +
           model::to_json(model::as_json(loaded.site.lists[0].schema, record)) + "\n";
  return all;
}

std::string const named = R"("name": {"type": "string", "x-label": "名称"})";
std::string const telephone = R"("tel": {"format": "tel", "x-label": "電話番号"})";

std::string schema(std::string const& properties, std::string const& more = "") {
  return R"({"title": "一覧", )" + more + R"("properties": {)" + properties + "}}";
}

TEST(CsvLayouts, OfTheRecommendedDataSetBecomeAListWithoutRewritingACell) {
  auto const of_clinics =
      schema(named + R"(,
      "kana": {"format": "kana", "x-label": "名称_カナ"}, "address": {"format": "address", "x-label": "住所"},
      "place": {"format": "coordinates", "x-label": "位置"}, )" +
                 telephone + R"(,
      "opened": {"format": "date", "x-label": "指定年月日"}, "days": {"type": "string", "x-label": "診療曜日"},
      "hours": {"format": "hours", "x-label": "診療時間"},
      "departments": {"type": "array", "items": {"type": "string"}, "x-label": "診療科目"})",
             R"("x-id": "医療機関コード", "x-ignore-columns": ["都道府県コード又は市区町村コード", "NO",
      "都道府県名", "市区町村名", "医療機関の種類", "方書", "内線番号", "FAX番号", "法人番号", "法人の名称", "診療日時特記事項",
      "時間外における対応", "病床数", "URL", "備考"], )");
  EXPECT_EQ(
      records(with_schema(
          of_clinics,
          "都道府県コ―ド又は市区町村コ―ド,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,"
          "電話番号,"
          "内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,"
          "時間外における対応,診療科目,病床数,URL,備考,指定年月日\r\n"
          "142034,1,神奈川県,平塚市,見本 あおば医院,ミホン "
          "アオバイイン,診療所,平塚市見附町1番1号,,35.33,139.34,(0463)00-0001,,,"
          "1.00E+12,,1412345678,月火水木金,0.375,0.729166667,,,内科；外科,,,,平2.10.17\r\n"
          "142034,2,神奈川県,平塚市,見本 うみべ医院,ミホン "
          "ウミベイイン,診療所,平塚市袖ケ浜2番2号,,,,０４６３−００−０００２,,,,,"
          "1412345679,月水金,9時半,午後5時,,,内科,,,,昭36.1.15\r\n")),
      R"(1412345678 見本 あおば医院 ミホン アオバイイン {"id": "1412345678", "name": "見本 あおば医院", "kana": "ミホン アオバイイン", "address": "平塚市見附町1番1号", "place": [35.33, 139.34], "tel": "(0463)00-0001", "opened": "1990-10-17", "days": "月火水木金", "hours": "9:00〜17:30", "departments": ["内科", "外科"]})"
      "\n"
      R"(1412345679 見本 うみべ医院 ミホン ウミベイイン {"id": "1412345679", "name": "見本 うみべ医院", "kana": "ミホン ウミベイイン", "address": "平塚市袖ケ浜2番2号", "tel": "0463-00-0002", "opened": "1961-01-15", "days": "月水金", "hours": "9:30〜17:00", "departments": ["内科"]})"
      "\n");
}

TEST(CsvLayouts, OfCareOfficesKeepServicesDaysAndCapacity) {
  auto const of_offices = schema(R"("name": {"type": "string", "x-label": "介護サービス事業所名称"},
      "kana": {"format": "kana", "x-label": "介護サービス事業所名称_カナ"},
      "services": {"type": "array", "items": {"type": "string"}, "x-label": "実施サービス"},
      "address": {"format": "address", "x-label": "住所"}, "place": {"format": "coordinates", "x-label": "位置"}, )" +
                                     telephone + R"(, "fax": {"format": "fax", "x-label": "FAX番号"},
      "days": {"type": "string", "x-label": "利用可能曜日"}, "remark": {"type": "string", "x-label": "利用可能曜日特記事項"},
      "capacity": {"type": "integer", "x-label": "定員"}, "site": {"format": "uri", "x-label": "URL"})",
                                 R"("x-id": "事業所番号", "x-ignore-columns": ["都道府県コード又は市区町村コード", "NO",
      "都道府県名", "市区町村名", "方書", "内線番号", "法人番号", "法人の名称", "備考"], )");
  EXPECT_EQ(
      records(with_schema(
          of_offices,
          "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,介護サービス事業所名称,介護サービス事業所名称_"
          "カナ,"
          "実施サービス,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,"
          "利用可能曜日特記事項,定員,URL,備考\r\n"
          "142034,1,神奈川県,平塚市,見本 ケアあおば,ミホン "
          "ケアアオバ,訪問介護;通所介護,平塚市見附町1番1号,見本ビル2階,35.33,"
          "139.34,0463-00-0001,12,0463-00-0101,1000000000000,見本会,1472000001,月火水木金土,年末年始を除く,18,"
          "https://example.jp/,\r\n"
          "142034,2,神奈川県,平塚市,見本 ケアうみべ,ミホン "
          "ケアウミベ,居宅介護支援,平塚市袖ケ浜2番2号,,,,０４６３（００）０００２,,,,,"
          "1472000002,月水金,,,,\r\n")),
      R"(1472000001 見本 ケアあおば ミホン ケアアオバ {"id": "1472000001", "name": "見本 ケアあおば", "kana": "ミホン ケアアオバ", "services": ["訪問介護", "通所介護"], "address": "平塚市見附町1番1号", "place": [35.33, 139.34], "tel": "0463-00-0001", "fax": "0463-00-0101", "days": "月火水木金土", "remark": "年末年始を除く", "capacity": 18, "site": "https://example.jp/"})"
      "\n"
      R"(1472000002 見本 ケアうみべ ミホン ケアウミベ {"id": "1472000002", "name": "見本 ケアうみべ", "kana": "ミホン ケアウミベ", "services": ["居宅介護支援"], "address": "平塚市袖ケ浜2番2号", "tel": "0463(00)0002", "days": "月水金"})"
      "\n");
}

TEST(CsvLayouts, OfEventsMakeTheirIdsOfTheirNumber) {
  EXPECT_EQ(
      records(
          with_schema(schema(R"("title": {"type": "string", "x-label": "イベント名"},
                                          "day": {"format": "date", "x-label": "開始日"},
                                          "hours": {"format": "hours", "x-label": "時間"})",
                             R"("x-id": "event-{NO}", )"),
                      "NO,イベント名,開始日,開始時間,終了時間\n0001,見本の教室,令和 8年 4月 1日,13:00:00,15:30:00\n")),
      R"(event-0001 見本の教室  {"id": "event-0001", "title": "見本の教室", "day": "2026-04-01", "hours": "13:00〜15:30"})"
      "\n");
}

TEST(CsvLayouts, MakeOneFieldOfDeclaredOpeningAndClosingTimes) {
  Loaded loaded;
  load_files(loaded, with_schema(schema(named + R"(, "open": {"format": "hours", "x-label": "診療開始時間"},
                                                     "close": {"format": "hours", "x-label": "診療終了時間"})"),
                                 "id,名称,診療開始時間,診療終了時間\na,見本,9:00,17:00\n"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& list = loaded.site.lists[0];
  ASSERT_EQ(list.schema.fields.size(), 2u);
  EXPECT_EQ(list.schema.fields[1].label, "診療時間");
  EXPECT_EQ(model::exported_text(*list.records[0].find(list.schema.fields[1])), "9:00〜17:00");
  EXPECT_EQ(list.records[0].values.size(), 3u);
}

TEST(CsvLayouts, TellOfHalfAPairOfCoordinates) {
  auto const with_place = schema(named + R"(, "place": {"format": "coordinates", "x-label": "位置"})");
  EXPECT_THAT(
      mistakes(with_schema(with_place, "id,名称,緯度,経度\na,見本,35.33,\nb,見本,北緯35度,139.34\nc,見本,0,0\n")),
      ElementsAre(StartsWith("lists/x/a.csv:2:6: 「緯度」だけで、「経度」がありません。"),
                  StartsWith("lists/x/a.csv:3:6: 緯度「北緯35度」は数として読めません。"),
                  AllOf(StartsWith("lists/x/a.csv:4:6: 位置"), HasSubstr("日本の外を指しています。"))));
}

TEST(CsvLayouts, TellWhatAnIdIsMadeOfWhenItIsMissing) {
  auto const by_number = schema(named, R"("x-id": "事業所番号", )");
  EXPECT_THAT(mistakes(with_schema(by_number, "事業所番号,名称\n,見本\n1.41E+09,見本\n")),
              ElementsAre("lists/x/a.csv:2:1: id のもとになる「事業所番号」が空です。 → "
                          "この行の「事業所番号」の列に書き入れてください。",
                          AllOf(StartsWith("lists/x/a.csv:3:1: 値の代わりに、Excel の印「1.41E+09」が入っています。"),
                                HasSubstr("元の番号を打ち直して"))));
  EXPECT_THAT(mistakes(with_schema(by_number, "名称\n見本\n")),
              ElementsAre("lists/x/a.csv:1:1: id のもとになる「事業所番号」の列がありません。 → "
                          "見出しに「事業所番号」を書き足すか、schema.json の x-id を直してください。"));
  EXPECT_THAT(mistakes(with_schema(schema(named, R"("x-id": "a-{NO", )"), "id,名称\na,見本\n")),
              ElementsAre(StartsWith("lists/x/schema.json:1:25: x-id の「{」と「}」の数が合いません。")));
}

TEST(CsvLayouts, AskOnceWhatToDoWithManyUnknownColumns) {
  auto const said = mistakes(with_schema(schema(named), "id,名称,区分,法人番号,内線,設置位置\na,見本,1,2,3,4\n"));
  EXPECT_THAT(said,
              ElementsAre("lists/x/a.csv:1:7: 「区分」など4個の見出しに当たる項目は schema.json にありません。 → "
                          "使わない列なら、schema.json に「\"x-ignore-columns\": [\"区分\", \"法人番号\", \"内線\", "
                          "\"設置位置\"]」と書いてください。使う列は properties に書き足します。"));
}

TEST(CsvLayouts, WithAHundredThousandColumnsAreToldShortly) {
  std::string heading = "id,名称", row = "a,見本";
  for (int i = 0; i < 100000; ++i) heading += ",c" + std::to_string(i), row += ",1";
  auto const said = mistakes(with_schema(schema(named), heading + "\n" + row + "\n"));
  EXPECT_LE(said.size(), 31u);
  std::size_t size = 0;
  for (auto const& line : said) size += line.size();
  EXPECT_LT(size, 30000u);
}

TEST(CsvLayouts, MayHaveATitleAboveTheHeadings) {
  EXPECT_THAT(mistakes(with_schema(schema(named + ", " + telephone),
                                   "令和8年度 事業所一覧,,\n,,\nid,名称,電話番号\na,見本,0463-00-0001\n")),
              ElementsAre("lists/x/a.csv:1:1: 見出しより上の1行（「令和8年度 事業所一覧」など）は、表の題と見て"
                          "読みませんでした。 → 題の行を消すと、この知らせは出なくなります。"));
}

TEST(CsvLayouts, WithHeadingsInTwoRowsAreExplainedOnce) {
  EXPECT_THAT(
      mistakes(with_schema(schema(named + ", " + telephone),
                           "id,名称,連絡先,\n,,電話番号,内線\na,見本,0463-00-0001,12\nb,見本,0463-00-0002,3\n")),
      ElementsAre("lists/x/a.csv:2:1: 見出しが2行に分かれています。 → "
                  "上の行のすべての列に見出しを書き、この行を消してください。"));
}

TEST(CsvLayouts, WithAColumnWithoutHeadingAreExplainedOnce) {
  EXPECT_THAT(mistakes(with_schema(schema(named), "id,,名称\na,1,見本\nb,2,見本\nc,3,見本\n")),
              ElementsAre("lists/x/a.csv:1:4: 2列目に見出しがありません。 → "
                          "この列の見出しを書くか、いらない列なら列ごと消してください。"));
}

TEST(CsvLayouts, MayEndInTotalsAndNotes) {
  EXPECT_THAT(
      mistakes(with_schema(schema(named + R"(, "size": {"type": "integer", "x-label": "定員"})"),
                           "id,名称,定員\na,見本,10\nid,名称,定員\n,合 計,10\n※定員は4月現在,,\n※見本です,,\n")),
      ElementsAre("lists/x/a.csv:3:1: 見出しをくり返した行と見て、読みませんでした。 → "
                  "記録なら、id になる列を埋めてください。そうでなければ、この行を消してください。",
                  StartsWith("lists/x/a.csv:4:1: 合計の行と見て、読みませんでした。"),
                  StartsWith("lists/x/a.csv:5:1: 注や題の行と見て、読みませんでした（ほかに1行）。")));
}

TEST(CsvLayouts, MayEndWithTheMarkOfMsDosAndBePartedBySemicolons) {
  EXPECT_EQ(records(with_schema(schema(named + ", " + telephone), "id;名称;電話番号\na;見本;0463-00-0001\n\x1A")),
            "a 見本  {\"id\": \"a\", \"name\": \"見本\", \"tel\": \"0463-00-0001\"}\n");
}

TEST(CsvLayouts, ThatAreNoCsvAreToldAsWhatTheyAre) {
  EXPECT_THAT(mistakes(with_schema(schema(named), "<html><table><tr><td>id</td></tr></table></html>")),
              ElementsAre(StartsWith("lists/x/a.csv:1:1: このファイルは CSV ではなく、ウェブページ（HTML）の形で")));
  EXPECT_THAT(mistakes(with_schema(schema(named), std::string("PK\x03\x04\x14\x00\x06", 7))),
              ElementsAre(StartsWith("lists/x/a.csv:1:1: このファイルの中身は Excel のファイル（.xlsx など）です。")));
}

TEST(CsvLayouts, WithOneBrokenByteAreToldAtThatByte) {
  // 見本 and 名称 in CP932, then a byte that begins no character.
  EXPECT_THAT(mistakes(with_schema(schema(named), "id,\x96\xBC\x8F\xCC\na,\x8C\xA9\x96\x7B\nb,\x8C\xA9\xFD\n")),
              ElementsAre(StartsWith("lists/x/a.csv:3:4: この文字は壊れていて読めません。ほかはシフトJIS です。")));
}

TEST(CsvLayouts, WithACommaTooFewOrTooManyAreToldOnceARow) {
  auto const wide = schema(named + ", " + telephone +
                           R"(, "day": {"format": "date", "x-label": "確認日"}, "size": {"type": "integer"})");
  EXPECT_THAT(
      mistakes(with_schema(
          wide, "id,名称,電話番号,day,size\na,0463-00-0001,2026-04-01,12\nb,見本,,0463-00-0001,2026-04-01,\n")),
      ElementsAre(
          "lists/x/a.csv:2:3: この行は「,」が足りないようで、「名称」から値が列とずれています（見出しは5列、この行は"
          "4列）。 → そこから左へ見出しと見比べて、「,」を直してください。空の値のところにも「,」がいります。",
          StartsWith("lists/x/a.csv:3:7: この行は「,」が多いようで、「day」から値が列とずれています")));
  auto const confirmed = schema(named + R"(, "tel": {"format": "tel", "x-label": "電話番号", "x-confirm": true},
      "area": {"type": "string"}, "day": {"format": "date", "x-label": "確認日"})");
  EXPECT_THAT(mistakes(with_schema(confirmed,
                                   "id,名称,電話番号,area,day\na,見本,0463-00-0001,市,2026-04-01\n"
                                   "b,0463-00-0001,市,2026-04-01\n")),
              ElementsAre(StartsWith("lists/x/a.csv:3:3: この行は「,」が足りないようで、「名称」から")))
      << "that it lacks the day of confirmation follows from it";
  EXPECT_THAT(mistakes(with_schema(confirmed, "id,名称,電話番号,area,day\na,見本,市\n")),
              ElementsAre(StartsWith("lists/x/a.csv:2:6: 電話番号「市」は")))
      << "so it does where a value of a short row is refused";
}

TEST(CsvLayouts, CopiedBesideTheirOriginalAreToldOnceAtTheCopy) {
  std::string const rows = "id,名称\na,見本\nb,見本\nc,見本\n";
  EXPECT_THAT(
      mistakes({{"lists/x/schema.json", schema(named)}, {"lists/x/a.csv", rows}, {"lists/x/a - コピー.csv", rows}}),
      ElementsAre(
          "lists/x/a - コピー.csv:1:1: このファイルは lists/x/a.csv の写しのようです（3件の id が同じです）。 → "
          "写しなら、このファイルを content の外へ移すか、消してください。別のものなら、id を変えてください。"));
}

TEST(CsvLayouts, ThatLostAllTheirRecordsAreTold) {
  for (auto file : {"a.csv", "a.json"}) {
    auto const text = file == std::string("a.csv") ? "id,名称\n" : "[]";
    EXPECT_THAT(mistakes({{"lists/x/schema.json", schema(named)}, {std::string("lists/x/") + file, text}}),
                ElementsAre(std::string("lists/x/") + file +
                            ":1:1: この一覧には、記録が1件もありません。 → "
                            "見出しや「[」「]」だけになっていないか、保存し損ねていないか確かめてください。"));
  }
}

std::string const of_taxis = named + R"(, "lift": {"type": "string", "x-label": "昇降機"}, )" + telephone +
                             R"(, "confirmed": {"format": "date", "x-label": "確認日"})";

TEST(CsvLayouts, WithARowThatEndsBeforeWhatOthersSayTellsWhichColumnsItLacks) {
  auto const confirmed = named + R"(, "lift": {"type": "string", "x-label": "昇降機"},
      "tel": {"format": "tel", "x-label": "電話番号", "x-confirm": true},
      "note": {"type": "string", "x-label": "備考"}, "confirmed": {"format": "date", "x-label": "確認日"})";
  EXPECT_THAT(mistakes(with_schema(schema(confirmed),
                                   "id,名称,電話番号,昇降機,備考,確認日\n"
                                   "a,あ,0463-00-0001,○,,2026-10-01\n"
                                   "b,い,0463-00-0002,×,,2026-10-01\n"
                                   "c,う,0463-00-0003\n"
                                   "d,え,0463-00-0004,○,,2026-10-01\n"
                                   "e,お,0463-00-0005\n")),
              ElementsAre("lists/x/a.csv:4:5: 4行目は3列しかありません（見出しは6列）。「昇降機」から右が空です"
                          "（ほかに1行）。 → 抜けている値を書き足してください。空でよければ、見出しと同じ列の数に"
                          "なるまで、行の終わりに「,」を足します。"))
      << "and nothing of the day of confirmation that was cut off";
}

TEST(CsvLayouts, MayLeaveOutWhatIsEmptyAtTheEndOfRows) {
  EXPECT_THAT(mistakes(with_schema(schema(of_taxis),
                                   "id,名称,電話番号,昇降機,確認日\n"
                                   "a,あ,0463-00-0001,,\n"
                                   "b,い,0463-00-0002,○,\n"
                                   "c,う,0463-00-0003\n")),
              IsEmpty())
      << "few rows say more";
}

TEST(CsvLayouts, WithADayThatCannotBeReadAreNotSaidToHaveNone) {
  auto const confirmed =
      named + R"(, "tel": {"format": "tel", "x-confirm": true}, "confirmed": {"format": "date", "x-label": "確認日"})";
  EXPECT_THAT(mistakes(with_schema(schema(confirmed), "id,名称,tel,確認日\na,あ,0463-00-0001,10月ごろ\n")),
              ElementsAre(HasSubstr("確認日「10月ごろ」は")));
}

TEST(CsvLayouts, ThatLostOneHeadingAreToldOnceAtTheHeadings) {
  EXPECT_THAT(
      mistakes(with_schema(schema(of_taxis),
                           "id,名称,昇降機,確認日\n"
                           "a,あ,○,0463-00-0001,2026-10-01\n"
                           "b,い,×,0463-00-0002,2026-10-01\n"
                           "c,う,,0463-00-0003,2026-10-01\n")),
      ElementsAre("lists/x/a.csv:1:11: 見出しは4列ですが、どの行も5列あります。見出しが一つ抜けています。 → "
                  "1行目の見出しを次の行の値と左から順に見比べて、抜けている見出しと「,」を書き足してください。"));
}

TEST(CsvLayouts, MayHaveACommaAtTheEndOfEveryRow) {
  EXPECT_THAT(mistakes(with_schema(schema(named + ", " + telephone),
                                   "id,名称,電話番号\na,あ,0463-00-0001,\nb,い,0463-00-0002,\n")),
              IsEmpty());
}

TEST(CsvLayouts, WithACellOfMoreThanAMillionBytesAreToldWhereItBegins) {
  std::string const long_text(1'000'001, 'x');
  EXPECT_THAT(mistakes(with_schema(schema(named), "id,名称\na,あ\nb,\"" + long_text + "\"\nc,う\n")),
              ElementsAre(StartsWith("lists/x/a.csv:3:3: ここから始まるセルが長すぎます（1000001バイト、")));
  EXPECT_THAT(mistakes(with_schema(schema(named), "id,名称\na,あ\nb,\"" + long_text)),
              ElementsAre(StartsWith("lists/x/a.csv:3:3: 引用符「\"」が閉じられていません。")));
}

}  // namespace
}  // namespace tebiki::loading
