#include "importing/office_rows.hpp"

#include <gtest/gtest.h>

#include "base/unicode.hpp"

namespace tebiki::importing {
namespace {

void expect_doubt(ReadCell const& reading, std::string_view code, std::string const& message) {
  ASSERT_TRUE(reading.doubt.has_value()) << "no doubt about " << reading.text;
  EXPECT_EQ(reading.doubt->code, code);
  EXPECT_EQ(reading.doubt->message.ja, message);
}

TEST(Words, BecomeOfPlainWidth) {
  EXPECT_EQ(plain_width("　株式会社　ＡＳＣａｒｅ１２\r\nｹｱﾊﾟｰｸ  "), "株式会社 ASCare12 ケアパーク");
  EXPECT_EQ(plain_width("暦により変動する（改行）8月13日"), "暦により変動する 8月13日");
}

TEST(Words, KeepKanjiThatCompatibilityWouldExchange) { EXPECT_EQ(plain_width("髙﨑塚"), "髙﨑塚"); }

TEST(Words, LoseCharactersThatCannotBePrinted) {
  EXPECT_EQ(plain_width("１₋２⁻３　Canbe⁺ ⼤阪⺠⻄ ㏇ ℤ ㎰"), "1-2-3 Canbe+ 大阪民西 Co. Z ps");
  EXPECT_EQ(plain_width("№①㈱㎡℃Ⅻ"), "№①㈱㎡℃Ⅻ");
}

TEST(Words, LoseCharactersWithoutAShape) {
  EXPECT_EQ(plain_width("見\u200B本\u202Eケ\u2066ア\u200F \u202C"), "見本ケア");
  EXPECT_EQ(plain_width("見本\uFFFE\uFEFF\u00AD"), "見本");
  EXPECT_EQ(plain_width("　\u200B\u2060\u3164"), "");
  EXPECT_EQ(plain_width("辻\U000E0100葛\uFE00"), "辻\U000E0100葛\uFE00") << "forms of kanji stay";
  EXPECT_EQ(with_unseen_named("見\u202E本\uFFFE"), "見<U+202E>本<U+FFFE>");
}

TEST(Digits, AreNotAllThereIsOfAnEmptyText) {
  EXPECT_TRUE(all_digits("0142034"));
  for (char const* text : {"", "14203x", "１４", "-1"}) EXPECT_FALSE(all_digits(text)) << text;
}

TEST(Names, AreOneButForServicesHousesAndCorporations) {
  auto const one = [](char const* a, char const* b) { return are_one_name(base::search_key(a), base::search_key(b)); };
  EXPECT_TRUE(one("見本苑", "見本苑 通所リハビリテーション"));
  EXPECT_TRUE(one("介護老人保健施設 見本苑", "見本苑 デイケア"));
  EXPECT_TRUE(one("見本苑訪問リハ", "見本苑通所リハビリテーション"));
  EXPECT_TRUE(one("医療法人社団 見本医院", "見本医院"));
  EXPECT_TRUE(one("見本苑【ユニット型】", "見本苑（ユニット型）"));
  EXPECT_TRUE(one("見本ヘルスレント平塚店", "みほんへるすれんとひらつかてん"));
  EXPECT_FALSE(one("見本苑", "別荘ひより"));
  EXPECT_FALSE(one("見本苑 東館", "見本苑 西館"));
}

TEST(Names, OfNothingButGeneralWordsAreNotOneWithEveryOther) {
  auto const one = [](char const* a, char const* b) { return are_one_name(base::search_key(a), base::search_key(b)); };
  EXPECT_FALSE(one("訪問介護事業所", "湘南ひまわり"));
  EXPECT_TRUE(one("訪問介護事業所", "見本 訪問介護事業所"));
  EXPECT_FALSE(are_one_corporation(base::search_key("医療法人社団"), base::search_key("株式会社ツクイ")));
}

TEST(Names, AreReadInOneWayButForLongVowels) {
  EXPECT_TRUE(are_one_reading("きゅーしーしーみほん", "きゅうしーしーみほん"));
  EXPECT_TRUE(are_one_reading("いりょうほうじんみほんえん", "みほんえん"));
  EXPECT_TRUE(are_one_reading("みほんしんりょうしょ", "みほんしんりょうじょ"));
  EXPECT_FALSE(are_one_reading("さくらんぼ", "さらくんぼ")) << "two slips in a short name";
  EXPECT_FALSE(are_one_reading("みほんえん", "べっそうひより"));
  EXPECT_FALSE(are_one_reading("さくら", "すみれ"));
  EXPECT_FALSE(are_one_reading("あおい", "ひまわり")) << "of nothing but vowels";
}

TEST(Addresses, AreOnePlaceButForBuildingAndWard) {
  auto const one = [](char const* a, char const* b) { return are_one_place(address_key(a), address_key(b)); };
  EXPECT_TRUE(one("平塚市見本町1-1", "平塚市見本町1番地1見本福祉センター内"));
  EXPECT_TRUE(one("静岡県浜松市浜名区見本台3-29", "静岡県浜松市浜北区見本台3-29"));
  EXPECT_TRUE(one("島根県邑南町見本75-1", "島根県邑智郡邑南町見本75-1"));
  EXPECT_TRUE(one("北海道白石区見本5条5丁目", "北海道札幌市白石区見本5条5丁目"));
  EXPECT_FALSE(one("京都府京都市北区見本町1", "京都府京都市北区別町1"));
  EXPECT_TRUE(one("平塚市見本町2-10-10", "平塚市見本町2-10-10-207"));
  EXPECT_TRUE(one("堺市見本町1-3-32", "堺市見本町1丁3番32号"));
  EXPECT_FALSE(one("平塚市見本町1-1", "平塚市見本町1-11"));
  EXPECT_FALSE(one("平塚市見本町1", "平塚市見本町1-1"));
}

TEST(Names, GetLongVowelsForHyphensBetweenKatakana) {
  EXPECT_EQ(read_name("特別養護老人ホ-ム").text, "特別養護老人ホーム");
  EXPECT_EQ(read_name("Ｅ－クラシオン").text, "E-クラシオン");
}

TEST(Kana, BecomesHiragana) {
  EXPECT_EQ(read_kana("アサヒ　ﾉｻﾄ").text, "あさひ のさと");
  EXPECT_EQ(read_kana("ウ゛ィラ").text, "ゔぃら");
}

TEST(Kana, IsRefusedWhenItHoldsKanji) {
  ReadCell const reading = read_kana("ミホン平塚");
  EXPECT_EQ(reading.text, "");
  expect_doubt(reading, "import-kana", "よみがな「ミホン平塚」に漢字が含まれています。");
}

TEST(Telephone, IsReadInItsManySpellings) {
  for (char const* spelling : {"0463-00-0001", "（0463）00-0001", "0463(00)0001", "０４６３－００－０００１",
                               "0463−00−0001", "0463ｰ00ｰ0001", "0463ー00ー0001", " 0463-00--0001（", "0463‐00‐0001"}) {
    ReadCell const reading = read_telephone(spelling);
    EXPECT_EQ(reading.text, "0463-00-0001") << spelling;
    EXPECT_FALSE(reading.doubt.has_value()) << spelling;
  }
  EXPECT_EQ(read_telephone("080-0000-0001").text, "080-0000-0001");
  EXPECT_EQ(read_telephone("").doubt.has_value(), false);
}

TEST(Telephone, IsRefusedWithAWrongNumberOfDigits) {
  for (char const* wrong : {"0742 - 40 - 1", "080-0000-000", "0463-00-00011", "463-00-0001"}) {
    EXPECT_EQ(read_telephone(wrong).text, "") << wrong;
    EXPECT_TRUE(read_telephone(wrong).doubt.has_value()) << wrong;
  }
  expect_doubt(read_telephone("0742 - 40 - 1"), "import-telephone",
               "電話番号・FAX番号「0742 - 40 - 1」の桁数が合いません。");
}

TEST(Telephone, IsLeftOutWhereACellSaysThatThereIsNone) {
  EXPECT_EQ(read_telephone("なし").text, "");
  EXPECT_FALSE(read_telephone("なし").doubt.has_value());
}

TEST(WebAddress, IsTakenAsItIsWhenWellWritten) {
  for (char const* fine : {"https://example.jp/a?b=c#d", "http://example.jp", "https://例.jp/"}) {
    EXPECT_EQ(read_web_address(fine).text, fine);
    EXPECT_FALSE(read_web_address(fine).doubt.has_value()) << fine;
  }
}

TEST(WebAddress, IsMended) {
  for (auto const& [given, mended] : {std::pair{"www.example.jp/", "http://www.example.jp/"},
                                      {"https：//example.jp/", "https://example.jp/"},
                                      {"http:/example.jp", "http://example.jp"},
                                      {"http//example.jp", "http://example.jp"},
                                      {"http:example.jp", "http://example.jp"},
                                      {"htts://example.jp/", "https://example.jp/"},
                                      {"https://ｗｗｗ.example‐x.jp", "https://www.example-x.jp"},
                                      {"http://example.jp/　又はhttp://example.com", "http://example.jp/"},
                                      {"httpd.example.jp", "http://httpd.example.jp"},
                                      {"www.mihon‾x.example", "http://www.mihon-x.example"},
                                      {"example.jp\\", "http://example.jp"},
                                      {"HTTP://WWW.MIHON.EXAMPLE", "http://WWW.MIHON.EXAMPLE"},
                                      {"htpps://mihon.example", "https://mihon.example"},
                                      {"h-ttp://mihon.example", "http://mihon.example"},
                                      {"//mihon.example/", "http://mihon.example/"},
                                      {"home.mihon.example", "http://home.mihon.example"}}) {
    EXPECT_EQ(read_web_address(given).text, mended);
    EXPECT_FALSE(read_web_address(given).doubt.has_value()) << given;
  }
}

TEST(WebAddress, IsLeftOutWhenThereIsNone) {
  for (char const* none :
       {"info@example.jp", "http://info＠example.jp", "準備中", "なし", "-", "http://", "http://www."}) {
    EXPECT_EQ(read_web_address(none).text, "") << none;
    EXPECT_FALSE(read_web_address(none).doubt.has_value()) << none;
  }
}

TEST(WebAddress, IsDoubtfulWhenNobodyCanTellWhatWasMeant) {
  for (char const* broken : {"http://www/mihon.example", "http://www,mihon,example"}) {
    EXPECT_EQ(read_web_address(broken).text, "") << broken;
    expect_doubt(read_web_address(broken), "import-url", "URLの形ではありません。");
  }
}

TEST(WebAddress, NeverCarriesMarkup) {
  EXPECT_EQ(read_web_address("http://a.jp/\"><b>").text, "http://a.jp/%22%3E%3Cb%3E");
}

TEST(WebAddress, IsOfOneSiteOnOneHostAndItsSubdomains) {
  EXPECT_TRUE(are_of_one_site("www.mihon.example/a", "mihon.example/b"));
  EXPECT_TRUE(are_of_one_site("en.mihon.example", "mihon.example"));
  EXPECT_FALSE(are_of_one_site("mihon.example", "bihon.example"));
}

TEST(WebAddress, IsTheSameWithOtherSchemeCaseOrSlash) {
  EXPECT_EQ(web_address_key("http://www.TCS-H.co.jp"), web_address_key("https://www.tcs-h.co.jp/"));
  EXPECT_NE(web_address_key("http://a.jp/x"), web_address_key("http://a.jp/y"));
}

TEST(Coordinates, HaveSixDecimals) {
  EXPECT_EQ(read_coordinates("35.331283200000000", " 139.362483600000020").text, "35.331283,139.362484");
  EXPECT_EQ(read_coordinates("３５.３", "139").text, "35.300000,139.000000");
}

TEST(Coordinates, AreRefusedOutsideJapan) {
  expect_doubt(read_coordinates("0.000", "0.000"), "import-coordinates",
               "緯度・経度「0.000, 0.000」は日本の中にありません。");
  EXPECT_EQ(read_coordinates("53.4", "-8.2").text, "");
  EXPECT_EQ(read_coordinates("x", "139").text, "");
  EXPECT_EQ(read_coordinates("nan", "inf").text, "");
  EXPECT_FALSE(read_coordinates("", "").doubt.has_value());
}

TEST(Coordinates, AreTurnedRoundWhenExchanged) {
  EXPECT_EQ(read_coordinates("139.3", "35.3").text, "35.300000,139.300000");
  expect_doubt(read_coordinates("139.3", "35.3"), "import-coordinates", "緯度と経度「139.3, 35.3」が逆です。");
}

TEST(Coordinates, KnowTheirDistance) {
  EXPECT_NEAR(metres_between("35.334336,139.307477", "35.332448,139.303719"), 400, 10);
  EXPECT_EQ(metres_between("35.0,139.0", "35.0,139.0"), 0);
}

TEST(Capacity, OfZeroMeansUnknown) {
  EXPECT_FALSE(read_capacity("0").doubt.has_value());
  EXPECT_EQ(read_capacity("0").text, "");
  EXPECT_EQ(read_capacity("２９").text, "29");
  EXPECT_FALSE(read_capacity("").doubt.has_value());
  expect_doubt(read_capacity("46266000"), "import-capacity", "定員「46266000」が人数として読めません。");
}

TEST(CorporateNumber, HasThirteenDigits) {
  EXPECT_EQ(read_corporate_number("5021001036547").text, "5021001036547");
  expect_doubt(read_corporate_number("5.02E+12"), "import-corporate-number",
               "法人番号「5.02E+12」が13桁の数字ではありません。");
}

Address address(std::string_view cell, std::string_view building = "") {
  return read_address(cell, building, "神奈川県", "平塚市");
}

TEST(Addresses, GetThePrefectureAndMunicipalityTheyLack) {
  EXPECT_EQ(address("平塚市土屋７７２－１").text, "神奈川県平塚市土屋772-1");
  EXPECT_EQ(address("土屋772").text, "神奈川県平塚市土屋772");
  EXPECT_EQ(address("").text, "");
  EXPECT_EQ(read_address("河北郡津幡町字倉見1", "", "石川県", "津幡町").text, "石川県河北郡津幡町字倉見1");
  EXPECT_EQ(read_address("浜松市南区白羽町1424", "", "静岡県", "浜松市中央区").text, "静岡県浜松市南区白羽町1424");
}

TEST(Addresses, DoNotRepeatTheBuilding) {
  Address const repeated = address("神奈川県平塚市南原２－１－１２１階", "１階");
  EXPECT_EQ(repeated.text, "神奈川県平塚市南原2-1-12");
  EXPECT_EQ(repeated.building, "1階");
  EXPECT_EQ(address("神奈川県平塚市代官町5-8", "新堀ビル 301").building, "新堀ビル 301");
}

TEST(Addresses, HavePlainHyphensBetweenNumbersOnly) {
  EXPECT_EQ(address("平塚市中原2‐20ー1センター2階").text, "神奈川県平塚市中原2-20-1センター2階");
  EXPECT_EQ(address("平塚市平塚　1-9-23").text, "神奈川県平塚市平塚1-9-23");
}

TEST(Addresses, KeepTheBlankBetweenANumberAndARoomAFloorOrAHouse) {
  EXPECT_EQ(address("平塚市宝町3-1 501").text, "神奈川県平塚市宝町3-1 501");
  EXPECT_EQ(address("平塚市八重咲町1-10　2階").text, "神奈川県平塚市八重咲町1-10 2階");
  EXPECT_EQ(address("平塚市見附町１－９　第２ビル").text, "神奈川県平塚市見附町1-9 第2ビル");
  EXPECT_EQ(address("平塚市平塚　1-9-23　3F").text, "神奈川県平塚市平塚1-9-23 3F");
  EXPECT_EQ(address("平塚市平塚 1 - 9 ー 23").text, "神奈川県平塚市平塚1-9-23");
}

TEST(Addresses, DoNotRepeatABuildingWithOtherBlanks) {
  Address const repeated = address("平塚市代官町5-8　新堀ビル301", "新堀ビル 301");
  EXPECT_EQ(repeated.text, "神奈川県平塚市代官町5-8");
  EXPECT_EQ(repeated.building, "新堀ビル 301");
  EXPECT_EQ(address("平塚市宝町3-1 501", "501").text, "神奈川県平塚市宝町3-1");
  EXPECT_EQ(address("501", "501").text, "神奈川県平塚市501");
}

TEST(Addresses, TellTheTown) {
  EXPECT_EQ(address("神奈川県平塚市高村203番21").town, "高村");
  EXPECT_EQ(address("神奈川県平塚市真田三丁目１番１号").town, "真田");
  EXPECT_EQ(address("神奈川県平塚市四之宮2-11-37").town, "四之宮");
  EXPECT_EQ(address("神奈川県平塚市大字岡崎6200").town, "岡崎");
  EXPECT_EQ(address("神奈川県平塚市袖ヶ浜1-12").town, "袖ケ浜");
  EXPECT_EQ(address("神奈川県秦野市1-1").town, "");
}

TEST(Addresses, AreTheSameInOtherSpellings) {
  EXPECT_EQ(address_key("平塚市真田三丁目１番１号"), address_key("平塚市真田3丁目1-1"));
  EXPECT_EQ(address_key("平塚市真田十二丁目１番地の１"), address_key("平塚市真田12-1-1"));
  EXPECT_EQ(address_key("袖ヶ浜1-12"), address_key("袖ケ浜１－１２"));
  EXPECT_NE(address_key("平塚市出縄88番地"), address_key("平塚市高村203番21"));
}

TEST(Addresses, WithABlankBetweenNumbersAreNotThoseWithoutOne) {
  EXPECT_NE(address_key("平塚市宝町3-1 501"), address_key("平塚市宝町3-1501"));
  EXPECT_NE(address_key("平塚市八重咲町1-10　2階"), address_key("平塚市八重咲町1-102階"));
  EXPECT_FALSE(are_one_place(address_key("平塚市宝町3-1 501"), address_key("平塚市宝町3-1501")));
  EXPECT_TRUE(are_one_place(address_key("平塚市宝町3-1 501"), address_key("平塚市宝町3-1")));
  for (char const* spelling : {"平塚市宝町３－１　５０１", "平塚市 宝町3-1\u2003501", "平塚市宝町3-1  501"})
    EXPECT_EQ(address_key("平塚市宝町3-1 501"), address_key(spelling)) << spelling;
  EXPECT_EQ(address_key("平塚市見附町1-9 第2ビル"), address_key("平塚市見附町1-9第2ビル"));
}

TEST(MunicipalityCode, IsUnderstoodWithAndWithoutCheckDigit) {
  for (char const* text : {"142034", "14203", "１４２０３４"}) {
    auto const municipality = Municipality::parse(text);
    ASSERT_TRUE(municipality.has_value()) << text;
    EXPECT_TRUE(municipality->includes("142034"));
    EXPECT_TRUE(municipality->includes("14203"));
    EXPECT_FALSE(municipality->includes("142042"));
  }
  for (char const* text : {"142035", "1420", "平塚市", "14203x"})
    EXPECT_FALSE(Municipality::parse(text).has_value()) << text;
}

TEST(MunicipalityCode, ForgivesALeadingZeroThatWasEaten) {
  EXPECT_TRUE(Municipality::parse("011029")->includes("11029"));
  EXPECT_FALSE(Municipality::parse("142034")->includes("42034"));
}

TEST(MunicipalityCode, IsNotThatOfAPrefectureNorAnEmptyOne) {
  for (char const* text : {"", " ", "　", "140007", "14000", "00000", "010006"}) {
    EXPECT_FALSE(Municipality::parse(text).has_value()) << text;
  }
}

TEST(MunicipalityCode, OfADesignatedCityIncludesItsWardsAndNoOthers) {
  auto const includes = [](char const* city, char const* code) { return Municipality::parse(city)->includes(code); };
  EXPECT_TRUE(includes("141003", "141011")) << "横浜市鶴見区";
  EXPECT_TRUE(includes("141003", "14118")) << "横浜市都筑区";
  EXPECT_FALSE(includes("141003", "141313")) << "川崎市川崎区";
  EXPECT_TRUE(includes("141305", "141313"));
  EXPECT_FALSE(includes("141003", "142034"));
  EXPECT_TRUE(includes("011002", "011029"));
  EXPECT_TRUE(includes("011002", "11029")) << "札幌市北区 without its zero";
  EXPECT_FALSE(includes("141011", "141029"));
  EXPECT_TRUE(includes("221309", "221392")) << "浜松市";
  EXPECT_FALSE(includes("221007", "221392"));
}

TEST(Services, HavePlainNames) {
  EXPECT_EQ(service_kind("特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））")->name,
            "特定施設入居者生活介護");
  EXPECT_EQ(service_kind("短期入所療養介護(療養病床を有する病院等）")->name, "短期入所療養介護");
  EXPECT_EQ(service_kind("看護小規模多機能型居宅介護（複合型サービス）")->name, "看護小規模多機能型居宅介護");
  EXPECT_EQ(service_kind("指定療養通所介護")->name, "療養通所介護");
  EXPECT_EQ(service_kind("　訪問ﾘﾊﾋﾞﾘﾃｰｼｮﾝ")->name, "訪問リハビリテーション");
  EXPECT_FALSE(service_kind("見守り").has_value());
}

}  // namespace
}  // namespace tebiki::importing
