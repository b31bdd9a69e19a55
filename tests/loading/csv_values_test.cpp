// What staff really put into the cells of Excel.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string values(std::string const& properties, std::string const& csv) {
  Loaded loaded;
  load_files(loaded, list_of(properties, "a.csv", csv));
  EXPECT_THAT(loaded.said(), IsEmpty());
  std::string all;
  for (auto& record : loaded.site.lists[0].records)
    all += model::to_json(model::as_json(loaded.site.lists[0].schema, record)) + "\n";
  return all;
}

std::string const day = R"("day": {"format": "date", "x-label": "確認日"})";
std::string const tel = R"("tel": {"format": "tel", "x-label": "電話番号"})";

TEST(CsvValues, TakeADayHoweverItIsWritten) {
  std::string csv = "id,day\n";
  int n = 0;
  for (auto text : {"2026-04-01", "2026/4/1", "2026/4/1 0:00", "2026.4.1", "2026年4月1日", "2026年 4月 1日(水)",
                    "令和8年4月1日", "R8.4.1", "２０２６／４／１", "令8.4.1", "令和 8年 4月 1日", "R8/4/1"})
    csv += "a" + std::to_string(n++) + "," + text + "\n";
  std::string expected;
  for (int i = 0; i < n; ++i) expected += R"({"id": "a)" + std::to_string(i) + R"(", "day": "2026-04-01"})" + "\n";
  EXPECT_EQ(values(day, csv), expected);
}

TEST(CsvValues, SayThatADayDoesNotExist) {
  EXPECT_THAT(
      mistakes(list_of(day, "a.csv", "id,day\na,2026/2/30\nb,令和8年13月1日\n")),
      ElementsAre("lists/x/a.csv:2:3: 確認日「2026/2/30」は存在しない日付です。 → 2026年2月は 28 日までです。",
                  "lists/x/a.csv:3:3: 確認日「令和8年13月1日」は存在しない日付です。 → 月は 1 から 12 までです。"));
}

TEST(CsvValues, SayWhatExcelMadeOfADay) {
  EXPECT_THAT(
      mistakes(list_of(day, "a.csv", "id,day\na,46000\n")),
      ElementsAre("lists/x/a.csv:2:3: 確認日「46000」は日付（2025-12-09）が、Excel で通し番号に変わったものです。 → "
                  "「2025-12-09」と書くか、Excel でその列の「セルの書式設定」を「日付」にして、CSV で保存し直して"
                  "ください。"));
  EXPECT_THAT(mistakes(list_of(day, "a.csv", "id,day\na,46000\n"), base::Language::en),
              ElementsAre("lists/x/a.csv:2:3: 確認日 “46000” is what Excel makes of the day 2025-12-09. → "
                          "Write 2025-12-09, or format the column as a date in Excel and save the CSV again."));
}

TEST(CsvValues, TakeHoursHoweverTheyAreWritten) {
  EXPECT_EQ(values(R"("hours": {"format": "hours", "x-label": "受付時間"})",
                   "id,hours\na,0.375\nb,9時半\nc,午後1時30分\nd,9:00-17:00\ne,9:00～12:00、13:00～17:00\nf,月〜金 "
                   "9:00〜17:00\n"),
            "{\"id\": \"a\", \"hours\": \"9:00\"}\n{\"id\": \"b\", \"hours\": \"9:30\"}\n"
            "{\"id\": \"c\", \"hours\": \"13:30\"}\n{\"id\": \"d\", \"hours\": \"9:00〜17:00\"}\n"
            "{\"id\": \"e\", \"hours\": \"9:00〜12:00、13:00〜17:00\"}\n"
            "{\"id\": \"f\", \"hours\": \"月〜金 9:00〜17:00\"}\n");
}

TEST(CsvValues, SayWhenATimeDoesNotExist) {
  EXPECT_THAT(
      mistakes(list_of(R"("hours": {"format": "hours", "x-label": "受付時間"})", "a.csv", "id,hours\na,9:00-25:00\n")),
      ElementsAre("lists/x/a.csv:2:3: 受付時間「9:00-25:00」は存在しない時刻を含んでいます。 → "
                  "「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。"));
}

TEST(CsvValues, SayWhatExcelMadeOfATelephoneNumber) {
  EXPECT_THAT(
      mistakes(list_of(tel, "a.csv", "id,tel\na,463000081\n")),
      ElementsAre("lists/x/a.csv:2:3: 電話番号「463000081」は先頭の 0 がありません。Excel が数と見なして消したよう"
                  "です。 → 「0463000081」と書いてください。Excel では、列の書式を「文字列」にしてから打ち直します。"));
}

TEST(CsvValues, TakeFullWidthDigits) {
  EXPECT_EQ(
      values(tel + R"(, "zip": {"format": "postal-code"}, "fare": {"type": "integer", "format": "yen"})",
             "id,tel,zip,fare\na,０４６３−００−００８１,〒２５４００４３,１，５００円\nb,0463-00-0081（センター）,,\n"),
      "{\"id\": \"a\", \"tel\": \"0463-00-0081\", \"zip\": \"254-0043\", \"fare\": 1500}\n"
      "{\"id\": \"b\", \"tel\": \"0463-00-0081（センター）\"}\n");
}

TEST(CsvValues, TakeCommasBetweenChoices) {
  EXPECT_EQ(values(R"("kinds": {"type": "array", "items": {"enum": ["車いす", "寝台"]}})",
                   "id,kinds,areas\na,\"車いす,寝台\",\"平塚市，大磯町\"\n"),
            "{\"id\": \"a\", \"kinds\": [\"車いす\", \"寝台\"], \"areas\": [\"平塚市\", \"大磯町\"]}\n");
}

TEST(CsvValues, HaveOneWaveDashWhateverTheEncoding) {
  std::string const field = R"("hours": {"format": "hours", "enum": ["9:00〜17:00"], "type": "string"})";
  auto expected = "{\"id\": \"a\", \"hours\": \"9:00\u301C17:00\"}\n";
  EXPECT_EQ(values(field,
                   "id,hours\na,9:00\x81\x60"
                   "17:00\n"),
            expected)
      << "CP932";
  EXPECT_EQ(values(field,
                   "id,hours\na,9:00\uFF5E"
                   "17:00\n"),
            expected)
      << "UTF-8 from Windows";
}

TEST(CsvValues, LackNothingThatOnlyExcelHasBehindThem) {
  EXPECT_EQ(values(tel, "id,tel,,\na,0463-00-0081,,\n,,,\n , ,　,\n"), "{\"id\": \"a\", \"tel\": \"0463-00-0081\"}\n");
}

TEST(CsvValues, MayBePartedByTabs) {
  EXPECT_EQ(values(tel, "id\ttel\na\t0463-00-0081\n"), "{\"id\": \"a\", \"tel\": \"0463-00-0081\"}\n");
}

TEST(CsvValues, ThatAreMissingAreNamedAsTheHeadingIs) {
  Files files = {
      {"lists/x/schema.json",
       R"({"title": "一覧", "required": ["name"], "properties": {"name": {"type": "string", "x-label": "名称"}}})"},
      {"lists/x/a.csv", "id,名称\na,見本\nb,\n"}};
  EXPECT_THAT(mistakes(files), ElementsAre("lists/x/a.csv:3:1: 必ず要る「名称」が空です。 → "
                                           "この行の「名称」の列に書き入れてください。"));
}

TEST(CsvValues, ThatExcelLostAreNotTakenForValues) {
  EXPECT_THAT(mistakes(list_of(day + ", " + tel, "a.csv", "id,day,tel\na,#####,\nb,,#REF!\n")),
              ElementsAre("lists/x/a.csv:2:3: 値の代わりに、Excel の印「#####」が入っています。 → "
                          "Excel で列の幅を広げ、値が見えるようにしてから、CSV で保存し直してください。",
                          "lists/x/a.csv:3:4: 値の代わりに、Excel の印「#REF!」が入っています。 → "
                          "Excel でこのセルの値を打ち直してから、CSV で保存し直してください。"));
}

TEST(CsvValues, OfARowWithACommaTooManyAreNotJudged) {
  EXPECT_THAT(
      mistakes(list_of(day + ", " + tel, "a.csv", "id,day,tel\na,祝日も,2026-04-01,0463-00-0081\n")),
      ElementsAre("lists/x/a.csv:2:18: 見出しのない列に「0463-00-0081」があります（見出しは3列、この行は4列）。 → "
                  "この行に余分な「,」がないか、左から順に確かめてください。「,」を含むセルは「\"」で囲みます。"));
}

TEST(CsvValues, ThatAreNoNumbersAreExplainedWithoutWordsOfJson) {
  EXPECT_THAT(
      mistakes(list_of(R"("size": {"type": "integer", "x-label": "定員"},
                                  "lift": {"type": "boolean", "x-label": "昇降機"})",
                       "a.csv", "id,size,lift\na,約30名,たぶん\n")),
      ElementsAre("lists/x/a.csv:2:3: 「定員」は整数でなければなりません。 → "
                  "「名」や「約」などをつけず、「12」のように数だけを書いてください。",
                  "lists/x/a.csv:2:8: 「昇降機」は「はい」（true）か「いいえ」（false）でなければなりません。 → "
                  "CSV なら ○ か ×、ほかのファイルなら「\"」で囲まずに true か false と書いてください。"));
}

TEST(CsvValues, AreUnderlinedWhole) {
  Loaded loaded;
  load_files(loaded, list_of(R"("tel": {"format": "tel", "x-label": "電話"}, "kinds": {"x-label": "種類",
                                "type": "array", "items": {"enum": ["車いす", "寝台"]}})",
                             "a.csv", "id,電話,種類\na, 0463-00 ,\"車いす;\n寝大\"\n"));
  std::vector<std::size_t> lengths;
  for (auto const& mistake : loaded.diagnostics.sorted(loaded.sources)) lengths.push_back(mistake.at.length);
  EXPECT_THAT(lengths, testing::ElementsAre(7u, 6u));
}

TEST(CsvValues, OfAnUnknownFormatAreStillText) {
  Loaded loaded;
  load_files(loaded, list_of(R"("beds": {"format": "capacity", "x-label": "定員"}, "name": {"type": "string"})",
                             "a.csv", "id,定員\na,20名\n"));
  EXPECT_THAT(loaded.said(),
              testing::ElementsAre(testing::HasSubstr("「capacity」という形式（format）はありません。")));
  EXPECT_EQ(loaded.site.lists[0].records.at(0).text_of(loaded.site.lists[0].schema.fields[0].slot), "20名");
}

}  // namespace
}  // namespace tebiki::loading
