#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/compose_context.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(QrCode, LeadsToAPageOfTheSiteAndSaysItsAddress) {
  auto result = composed("qr", {{"ref", text("facilities/aoba#tel")}, {"caption", text("見本 あおばのページ")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks), "figure https://example.jp/facilities/aoba/#tel / 見本 あおばのページ\n");
}

TEST(QrCode, OfATranslatedSiteLeadsWhereTheLinkBesideItLeadsWithItsFragmentEncoded) {
  auto site = made::site();
  site.translation = "en";
  auto result = composed("qr", {{"ref", text("facilities/aoba#電話")}}, site);
  EXPECT_EQ(outline(result.blocks), "figure https://example.jp/en/facilities/aoba/#%E9%9B%BB%E8%A9%B1 / \n");
}

/// The dark modules of a drawing by place, quiet zone left out.
std::vector<std::string> modules(model::Drawing const& drawing) {
  auto side = std::size_t(drawing.width / 2) - 8;
  std::vector<std::string> rows(side, std::string(side, '.'));
  auto& path = std::get<model::PathShape>(drawing.shapes.at(1));
  for (std::size_t i = 0; i + 4 < path.steps.size(); i += 5) {
    auto row = std::size_t(path.steps[i].to.y / 2) - 4;
    for (auto x = path.steps[i].to.x / 2 - 4; x < path.steps[i + 1].to.x / 2 - 4; ++x)
      rows.at(row).at(std::size_t(x)) = '#';
  }
  return rows;
}

TEST(QrCode, HasFinderPatternsInThreeCornersAndFourModulesOfQuiet) {
  auto drawing = views::qr_drawing("https://example.jp/");
  ASSERT_TRUE(drawing);
  EXPECT_EQ(drawing->width, drawing->height);
  EXPECT_EQ(drawing->width, (25 + 8) * 2) << "version 2 holds 26 bytes at level M";
  auto rows = modules(*drawing);
  std::vector<std::string> finder{"#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"};
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(rows[i].substr(0, 7), finder[i]);
    EXPECT_EQ(rows[i].substr(18), finder[i]);
    EXPECT_EQ(rows[18 + i].substr(0, 7), finder[i]);
  }
}

TEST(QrCode, TellsWhatIsWrongWithItsAddress) {
  EXPECT_THAT(composed("qr", {{"url", text("javascript:alert(1)")}}).mistakes,
              ElementsAre("150 qr-address\n「javascript:alert(1)」は QR コードにできるアドレスではありません。\n"
                          "https:// で始まるアドレスを書いてください。このサイトのページなら ref を使います。\n"
                          "“javascript:alert(1)” is no address for a QR code.\n"
                          "Write an address that begins with https://. For a page of this site use ref."));
  auto site = made::site();
  site.base_url.clear();
  EXPECT_THAT(composed("qr", {{"ref", text("facilities")}}, site).mistakes,
              ElementsAre("150 qr-without-base-url\nQR コードに入れるサイトのアドレスが分かりません。\n"
                          "site.json に \"base_url\": \"https://…/\" を書いてください。\n"
                          "The address of the site, needed for this QR code, is not known.\n"
                          "Give site.json a \"base_url\": \"https://…/\"."));
  EXPECT_THAT(composed("qr", {}).mistakes,
              ElementsAre("10 qr-target\nqr には url か ref のどちらか一つを書きます。\n"
                          "ref: care-guide か url: https://example.jp/ のように書いてください。\n"
                          "A qr needs either url or ref.\n"
                          "Write it like ref: care-guide or url: https://example.jp/."));
  EXPECT_THAT(composed("qr", {{"url", text("https://example.jp/" + std::string(3000, 'a'))}}).mistakes,
              ElementsAre("10 qr-too-long\nアドレスが長すぎて QR コードにできません（3019バイト）。\n"
                          "もっと短いアドレスにしてください。\n"
                          "The address is too long for a QR code (3019 bytes).\nUse a shorter address."));
}

TEST(CoverArt, CoversThePaperAndLeavesAWhiteFoot) {
  auto site = made::site();
  model::Publication guide;
  guide.colour = {0x70, 0x20, 0x10};
  for (auto [paper, landscape, width, height] :
       {std::tuple{"A4", false, 595.276, 841.890}, std::tuple{"A3", true, 1190.551, 841.890},
        std::tuple{"A5", false, 419.528, 595.276}, std::tuple{"B5", false, 515.906, 728.504}}) {
    guide.paper = paper;
    guide.landscape = landscape;
    auto [art, waves_top, foot_begin] = views::cover_art(guide, site, print_style_of_tests());
    EXPECT_NEAR(art.width, width, 0.001) << paper;
    EXPECT_NEAR(art.height, height, 0.001) << paper;
    auto& sky = std::get<model::RectangleShape>(art.shapes.front());
    EXPECT_EQ(sky.fill, guide.colour);
    EXPECT_EQ(sky.height, art.height);
    auto& foot = std::get<model::RectangleShape>(art.shapes.back());
    EXPECT_EQ(foot.fill, (model::Colour{255, 255, 255}));
    EXPECT_NEAR(foot.height, std::min(width, height) / 210 * 64, 0.2) << paper;
    EXPECT_NEAR(foot_begin, foot.corner.y, 0.2) << paper;
    EXPECT_LT(waves_top, foot_begin) << paper;
    EXPECT_NEAR(foot.corner.y + foot.height, art.height, 0.001);
  }
}

TEST(CoverArt, IsAsLargeAsThePrintStyleSaysOfItsPaper) {
  auto style = print_style_of_tests();
  style.papers = {{"A5", 300, 400}};
  model::Publication leaflet;
  leaflet.paper = "A5";
  leaflet.landscape = true;
  auto const art = views::cover_art(leaflet, made::site(), style).drawing;
  EXPECT_EQ(art.width, 400);
  EXPECT_EQ(art.height, 300);
}

TEST(CoverArt, TakesTheSitesColourWhenThePublicationHasNone) {
  auto site = made::site();
  site.brand = {1, 2, 3};
  auto art = views::cover_art({}, site, print_style_of_tests()).drawing;
  EXPECT_EQ(std::get<model::RectangleShape>(art.shapes.front()).fill, site.brand);
}

}  // namespace
