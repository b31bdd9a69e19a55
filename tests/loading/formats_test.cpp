#include <gmock/gmock.h>

#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using model::FieldKind;

/// The mistake with its remedy in Japanese, or `fine`.
std::string said(FieldKind kind, std::string const& text) {
  auto mistake = format_mistake(kind, text);
  return mistake ? mistake->is.ja + mistake->hint.ja : "fine";
}

TEST(Formats, TakesTelephoneNumbersAsPeopleWriteThem) {
  for (auto text :
       {"0463-00-0001", "(0463)00-0001", "0463000001", "090-0000-0000", "050-0000-0000", "0120-00-0000",
        "0800-000-0000", "119", "189", "#7119", "0463-00-0001（内線12）", "0463-00-0001 代表", "+81-463-00-0001"})
    EXPECT_EQ(said(FieldKind::tel, text), "fine") << text;
}

TEST(Formats, ExplainsBrokenTelephoneNumbers) {
  EXPECT_EQ(said(FieldKind::tel, "0463-00"),
            "6桁で、電話番号の桁数と合いません。市外局番から「0463-00-0001」のように書いてください。");
  EXPECT_EQ(said(FieldKind::tel, "090-0000-000"),
            "10桁で、電話番号の桁数と合いません。市外局番から「0463-00-0001」のように書いてください。");
  EXPECT_EQ(said(FieldKind::fax, "０４６３－００‐０００１"),
            "全角の数字や記号で書かれています。半角で「0463-00-0001」と書いてください。");
  EXPECT_EQ(said(FieldKind::tel, "なし"),
            "電話番号の形ではありません。半角の数字とハイフンだけで「0463-00-0001」のように書いてください。");
  EXPECT_NE(said(FieldKind::tel, "12345"), "fine");
  EXPECT_NE(said(FieldKind::tel, ""), "fine");
}

TEST(Formats, OfferShortNumbersAsTheyAreDialled) {
  for (auto const& [written, meant] :
       {std::pair{"１１９", "119"}, {"＃７１１９", "#7119"}, {"＃7119", "#7119"}, {"7119", "#7119"}}) {
    EXPECT_NE(said(FieldKind::tel, written).find("半角で「" + std::string(meant) + "」"), std::string::npos) << written;
  }
}

TEST(Formats, TellsALostZeroAndTwoNumbersAsWhatTheyAre) {
  EXPECT_EQ(said(FieldKind::tel, "463-00-0080"), "先頭の 0 がありません。「0463-00-0080」と書いてください。");
  for (auto text : {"0463-00-0001、0463-00-0002", "0463-00-0001/0463-00-0002", "0463-00-0001 0463-00-0002",
                    "0463-00-0001\n0463-00-0002", "（小）0463-00-0001、（訪看）0463-00-0002",
                    "０４６３−００−０００１・０４６３−００−０００２"})
    EXPECT_EQ(
        said(FieldKind::tel, text),
        "1つの欄に番号が2つ入っています。ここには「0463-00-0001」だけを書き、ほかの番号は、schema.json に項目を足して"
        "そこに書くか、備考に移してください。")
        << text;
}

TEST(Formats, KnowsAddressesOfTheWebAndOfMail) {
  EXPECT_EQ(said(FieldKind::uri, "https://www.example.jp/a?b=c#d"), "fine");
  EXPECT_EQ(said(FieldKind::uri, "mailto:a@example.jp"), "fine");
  EXPECT_EQ(said(FieldKind::uri, "www.example.jp"),
            "「https://」で始まっていません。「https://www.example.jp」と書いてください。");
  EXPECT_EQ(said(FieldKind::uri, "a@example.jp"),
            "URLではなくメールアドレスです。"
            "メールアドレスの欄に移すか、「mailto:a@example.jp」と書いてください。");
  for (auto text : {"javascript:alert(1)", "https://", "https://a b.jp", "https://x/\"onclick=", "data:text/html,x"})
    EXPECT_EQ(said(FieldKind::uri, text),
              "URLの形ではありません。「https://」か「http://」で始まるアドレスを書いてください。")
        << text;
  EXPECT_EQ(said(FieldKind::email, "a@example.jp"), "fine");
  for (auto text : {"a@b@c.jp", "a.example.jp", "@example.jp", "a@example", "ａ@example.jp", "a b@example.jp"})
    EXPECT_EQ(said(FieldKind::email, text),
              "メールアドレスの形ではありません。半角で「name@example.jp」のように書いてください。")
        << text;
}

TEST(Formats, KnowsPostalCodes) {
  EXPECT_EQ(said(FieldKind::postal_code, "254-0043"), "fine");
  EXPECT_EQ(said(FieldKind::postal_code, "〒２５４００４３"),
            "郵便番号の形ではありません。半角で「254-0043」のように書いてください。");
}

TEST(Formats, KnowsWhereJapanIs) {
  EXPECT_EQ(said(FieldKind::coordinates, "35.33,139.34"), "fine");
  EXPECT_EQ(said(FieldKind::coordinates, " 35.33 , 139.34 "), "fine");
  EXPECT_EQ(said(FieldKind::coordinates, "139.34,35.33"), "緯度と経度が逆です。「35.33,139.34」と書いてください。");
  EXPECT_EQ(said(FieldKind::coordinates, "0,0"),
            "日本の外を指しています。「35.3354,139.3496」のように、緯度、経度の順に書いてください。");
  EXPECT_NE(said(FieldKind::coordinates, "nan,nan"), "fine");
  EXPECT_NE(said(FieldKind::coordinates, "35.33"), "fine");
  EXPECT_FALSE(read_place({3533, 2}, {13934, 2}).mistake);
}

TEST(Formats, KnowsDaysOfBothCalendarsAndOffersTheIsoForm) {
  EXPECT_EQ(said(FieldKind::date, "2026-04-01"), "fine");
  EXPECT_EQ(said(FieldKind::date, "2026-02-29"), "存在しない日付です。2026年2月は 28 日までです。");
  for (auto const* day : {"令和8年4月1日", "R8.4.1", "2026/4/1", "2026-4-1"})
    EXPECT_EQ(said(FieldKind::date, day), "fine");
  EXPECT_EQ(said(FieldKind::date, "令和8年4月"),
            "日付の形ではありません。「2026-04-01」のように、年-月-日で書いてください。");
}

TEST(Formats, TellAnImpossibleDayOfAnEraAsWhatItIs) {
  EXPECT_EQ(
      said(FieldKind::date, "平成40年4月1日"),
      "存在しない日付です。平成は平成31年4月30日までです。この日でよければ「令和10年4月1日」（2028-04-01）と書いて"
      "ください。違えば、年を確かめてください。");
  EXPECT_EQ(said(FieldKind::date, "昭和64年2月1日"),
            "存在しない日付です。昭和は昭和64年1月7日までです。この日でよければ「平成元年2月1日」（1989-02-01）と書いて"
            "ください。違えば、年を確かめてください。");
  EXPECT_EQ(said(FieldKind::date, "S99.4.1"),
            "存在しない日付です。昭和は昭和64年1月7日までです。この日でよければ「令和6年4月1日」（2024-04-01）と書いて"
            "ください。違えば、年を確かめてください。");
  EXPECT_EQ(said(FieldKind::date, "令和元年4月1日"),
            "存在しない日付です。令和は令和元年5月1日からです。この日でよければ「平成31年4月1日」（2019-04-01）と書いて"
            "ください。違えば、年を確かめてください。");
  EXPECT_EQ(said(FieldKind::date, "平31.2.29"), "存在しない日付です。2019年2月は 28 日までです。");
}

TEST(Formats, IsTolerantOfHoursButNotOfImpossibleTimes) {
  for (auto text :
       {"9:00-17:00", "月〜金 8:30〜17:15（祝日を除く）", "24時間", "予約制", "0:00-24:00", "９：００～１７：００"})
    EXPECT_EQ(said(FieldKind::hours, text), "fine") << text;
  for (auto text : {"9:00-25:00", "9:60-17:00", "24:30まで", "9:5"})
    EXPECT_EQ(said(FieldKind::hours, text),
              "存在しない時刻を含んでいます。「9:00-17:00」のように、0:00 から 24:00 までの時刻で"
              "書いてください。")
        << text;
  EXPECT_NE(said(FieldKind::hours, "0.375"), "fine");
}

TEST(Formats, KnowsVideosReadingsAnswersAndMoney) {
  for (auto text :
       {"dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3"})
    EXPECT_EQ(said(FieldKind::youtube, text), "fine") << text;
  for (auto text : {"dQw4w9WgXc", "https://example.jp/watch?v=dQw4w9WgXcQ", "\"><script>x"})
    EXPECT_NE(said(FieldKind::youtube, text), "fine") << text;
  EXPECT_EQ(said(FieldKind::kana, "みほん アオバ・ケア"), "fine");
  EXPECT_EQ(said(FieldKind::kana, "みほん 青葉"),
            "よみがなですが、漢字が含まれています。ひらがなかカタカナだけで書いてください。");
  EXPECT_EQ(said(FieldKind::availability, "ask"), "fine");
  EXPECT_NE(said(FieldKind::availability, "たぶん"), "fine");
  EXPECT_EQ(said(FieldKind::yen, "730円から"), "fine");
  EXPECT_EQ(said(FieldKind::yen, "応談"), "金額として読めません。「1500」のように、円の数を書いてください。");
  model::Field const yen{.key = "fare", .kind = FieldKind::yen}, tel{.key = "tel", .kind = FieldKind::tel};
  EXPECT_TRUE(read_other(yen, model::Decimal{-1, 0}).mistake);
  EXPECT_TRUE(read_other(tel, model::Decimal{463000001, 0}).mistake);
}

TEST(Formats, MakeTelephoneNumbersAndAddressesTypes) {
  model::Field const tel{.key = "tel", .kind = FieldKind::tel}, url{.key = "url", .kind = FieldKind::uri};
  auto const number = read_text(tel, "0463-00-0001（内線12）", Form::file).data;
  ASSERT_TRUE(std::holds_alternative<model::Telephone>(number));
  EXPECT_EQ(std::get<model::Telephone>(number).address(), "tel:0463000001;ext=12");
  auto const cell = read_text(tel, "０４６３－００－０００１", Form::cell).data;
  EXPECT_EQ(std::get<model::Telephone>(cell).written(), "0463-00-0001");
  EXPECT_EQ(std::get<model::Url>(read_text(url, "https://example.jp/", Form::file).data).address,
            "https://example.jp/");
  EXPECT_TRUE(std::holds_alternative<std::string>(read_text(url, "example", Form::file).data));
  model::Field const source{.key = "sources", .kind = FieldKind::choices, .role = model::Role::source};
  EXPECT_TRUE(std::holds_alternative<model::Url>(read_text(source, "https://example.jp/", Form::file).data));
  EXPECT_TRUE(std::holds_alternative<std::string>(read_text(source, "市の名簿", Form::file).data));
}

std::string series_of(std::string const& text) {
  model::Field field;
  field.kind = FieldKind::series;
  auto const read = read_text(field, text, Form::file);
  auto const* series = std::get_if<model::Series>(&read.data);
  return series ? model::written_text(*series) : read.mistake->is.ja;
}

TEST(Formats, ReadFiguresByFiscalYear) {
  EXPECT_EQ(series_of("R3 12、R4 13、R5 6（9月末現在）、R6 計画 18、R7 中止"),
            "令和3年度 12、令和4年度 13、令和5年度 6（9月末現在）、令和6年度 計画 18、令和7年度 中止");
  EXPECT_EQ(series_of("２０１９年度 1,234.5人\n平成30年度：実績 3；H29 予定 4"),
            "令和元年度 1234.5、平成30年度 3、平成29年度 予定 4");
  EXPECT_EQ(series_of("令和元年度 計画 5、令和元年度 6（うち、会場 4）"),
            "令和元年度 計画 5、令和元年度 6（うち、会場 4）");
  for (auto text : {"R3 12、R4 13", "令和5年度 6（9月末現在）、令和6年度 計画 18"})
    EXPECT_EQ(series_of(series_of(text)), series_of(text)) << text;
}

TEST(Formats, TellWhichFigureOfAYearCannotBeRead) {
  for (auto text : {"R5 六", "6", "R5", "20236", "R5 6 7", "第5 6", "R5 計画", "R5 6（"})
    EXPECT_EQ(series_of(std::string("R3 12、") + text),
              std::string("「") + text + "」のところが、年度と数になっていません。");
  EXPECT_EQ(series_of("R5 6、令和5年度 7"), "令和5年度の数が二つあります。");
  EXPECT_EQ(series_of("R5 6、2023 中止"), "令和5年度の数が二つあります。");
}

TEST(Formats, TellWhichYearASeriesLeavesOut) {
  EXPECT_EQ(series_of("R3 12、R5 6、R6 計画 18"), "令和4年度がぬけています（令和3年度の次が令和5年度です）。");
  EXPECT_EQ(series_of("R2 1、H28 2"), "平成29年度がぬけています（平成28年度の次が令和2年度です）。");
  EXPECT_EQ(series_of("R3 12、R4 未集計、R5 中止、R6 計画 18"),
            "令和3年度 12、令和4年度 未集計、令和5年度 中止、令和6年度 計画 18");
}

TEST(Formats, KnowFiguresOfAYearThatIsNotOver) {
  model::Field field;
  field.kind = FieldKind::series;
  auto const so_far = [&](std::string const& text) {
    return std::get<model::Series>(read_text(field, text, Form::file).data).figures.front().so_far;
  };
  for (auto text : {"R5 6（9月末現在）", "R5 6（12月まで）", "R5 6（1月1日時点）"}) EXPECT_TRUE(so_far(text)) << text;
  for (auto text : {"R5 6", "R5 6（うち、会場 4）"}) EXPECT_FALSE(so_far(text)) << text;
}

TEST(Formats, DoubtTheYearOfDaysBeforeMeiji) {
  for (auto text : {"0206-10-01", "0000-01-01", "1867-12-31", "1026年4月1日"})
    EXPECT_EQ(said(FieldKind::date, text), "明治より前の日付です。年を確かめてください。") << text;
  for (auto text : {"1868-10-23", "明治元年10月23日"}) EXPECT_EQ(said(FieldKind::date, text), "fine") << text;
  EXPECT_FALSE(day_in("0206-10-01"));
}

TEST(Formats, RefuseImpossibleTimesInJapaneseWords) {
  for (auto text : {"午後25時", "午後13時〜午後5時", "午前13時から", "9時〜25時", "9時75分", "午後13:00〜15:00"})
    EXPECT_NE(said(FieldKind::hours, text), "fine") << text;
  for (auto text : {"午後1時30分〜5時", "24時間", "48時間前まで", "午後12時", "9時〜24時", "午前12時", "平日9時半から"})
    EXPECT_EQ(said(FieldKind::hours, text), "fine") << text;
}

TEST(Formats, TellANumberThatIsTooLongAsWhatItIs) {
  EXPECT_EQ(said(FieldKind::number, "99999999999999999999"),
            "桁が多すぎます。数を確かめてください。書けるのは18桁までです。");
  EXPECT_EQ(series_of("R4 1、R5 99999999999999999999"), "「R5 99999999999999999999」の数の桁が多すぎます。");
}

TEST(Formats, TellThatAFigureIsBothExpectedAndKnown) {
  EXPECT_EQ(series_of("R5 計画 6、R5 予定 7、R5 8"), "令和5年度の予定と実績が、両方あります。");
}

TEST(Formats, KnowNoYearOfMoreThanFourDigits) {
  for (auto text : {"R2147483647 6", "99999 6", "R10000 6"})
    EXPECT_EQ(series_of(text), "「" + std::string(text) + "」のところが、年度と数になっていません。");
}

}  // namespace
}  // namespace tebiki::loading
