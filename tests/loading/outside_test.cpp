// What pages may ask of other hosts: `outside` of site.json.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string const pale = "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png";

Files site_with(std::string const& outside) {
  return {{"site.json", "{\"name\": \"見本\",\n  \"outside\": " + outside + "}"}};
}

model::Outside outside_of(std::string const& written) {
  Loaded loaded;
  load_files(loaded, site_with(written));
  EXPECT_THAT(loaded.said(), IsEmpty());
  return loaded.site.outside;
}

TEST(Outside, IsNothingUnlessTheTownSaysSo) {
  Loaded loaded;
  load_files(loaded, {{"site.json", R"({"name": "見本"})"}});
  EXPECT_FALSE(loaded.site.outside.is_used());
  EXPECT_FALSE(outside_of(R"({"films": false})").is_used());
}

TEST(Outside, TilesOfTheAuthorityAreAttributedToIt) {
  auto const outside = outside_of("{\"map_tiles\": \"" + pale + "\", \"films\": true}");
  EXPECT_EQ(outside.map_tiles, pale);
  EXPECT_EQ(outside.map_attribution, "国土地理院");
  EXPECT_EQ(outside.map_url, "https://maps.gsi.go.jp/development/ichiran.html");
  EXPECT_EQ(outside.map_origin(), "https://cyberjapandata.gsi.go.jp");
  EXPECT_TRUE(outside.films);
}

TEST(Outside, TilesOfOthersAreAttributedAsTheTownSays) {
  auto const outside = outside_of(
      R"({"map_tiles": "https://tiles.example.jp:8443/{z}/{x}/{y}", "map_attribution": "見本県", "map_url": "https://example.jp/map"})");
  EXPECT_EQ(outside.map_attribution, "見本県");
  EXPECT_EQ(outside.map_url, "https://example.jp/map");
  EXPECT_EQ(outside.map_origin(), "https://tiles.example.jp:8443");
  EXPECT_FALSE(outside.films);
}

TEST(Outside, EveryMistakeInItIsToldWithItsRemedy) {
  auto const remedy = " → 「" + pale + "」のように、https:// で始まり、{z}、{x}、{y} の入った住所を書いてください。";
  EXPECT_THAT(mistakes(site_with(R"({"map_tiles": "http://example.jp/{z}/{x}/{y}.png"})")),
              ElementsAre("site.json:2:28: 地図の画像の住所「http://example.jp/{z}/{x}/{y}.png」が、https:// "
                          "で始まっていません。" +
                          remedy));
  EXPECT_THAT(mistakes(site_with(R"({"map_tiles": "https://example.jp/{z}.png"})")),
              ElementsAre("site.json:2:28: 地図の画像の住所「https://example.jp/{z}.png」に、{x}、{y} がありません。" +
                          remedy));
  EXPECT_THAT(mistakes(site_with(R"({"map_tiles": "https://example.jp/{z}/{x}/{y}.png"})")),
              ElementsAre("site.json:2:28: この地図をだれが作ったかを書く「map_attribution」がありません。 → "
                          "「\"map_attribution\": "
                          "\"国土地理院\"」のように、地図を作った所の名前を書いてください。"));
  EXPECT_THAT(mistakes(site_with(R"({"map_tile": "x"})")),
              ElementsAre("site.json:2:15: 「map_tile」という項目は outside にはありません。 → "
                          "「map_tiles」のことでしょうか。"));
  EXPECT_THAT(
      mistakes(site_with(R"({"films": "はい"})")),
      ElementsAre("site.json:2:24: 「films」は「true」か「false」（「\"」で囲まないもの）でなければなりません。 "
                  "→ 「true」か「false」（「\"」で囲まないもの）に書き直してください。"));
}

TEST(Outside, NoAddressCanSayMoreInThePolicyThanItsHost) {
  for (std::string const address :
       {"https://{s}.example.jp/{z}/{x}/{y}", "https://example.jp;script-src/{z}/{x}/{y}", "https:///{z}/{x}/{y}",
        "https://a@example.jp/{z}/{x}/{y}", "https://* /{z}/{x}/{y}", "https://example.jp:x/{z}/{x}/{y}",
        "https://{z}/{x}/{y}", "https://example.jp?{z}{x}{y}", "https://見本.jp/{z}/{x}/{y}"})
    EXPECT_THAT(mistakes(site_with("{\"map_tiles\": \"" + address + "\"}")),
                ElementsAre(testing::HasSubstr("地図の画像の住所")))
        << address;
}

}  // namespace
}  // namespace tebiki::loading
