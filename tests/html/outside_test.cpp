// What a site shows of other hosts once a reader asks for it: maps that can be moved, and films.
#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view strictest =
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

sample::Rendered shipped(model::Outside outside) {
  auto site = sample::site();
  site.outside = std::move(outside);
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.map = model::Figure{model::Drawing{100, 60, {}}, "略図", {}};
  if (!site.outside.map_tiles.empty())
    directory.map->places = {
        {0, {139.3, 35.4}, "この</ページ", {}, {}},
        {1, {139.34812345, 35.3}, "見本 あおば", model::parse_telephone("0463-00-0011"), {"facilities/aoba", {}}}};
  pages[2].head.video_address = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
  pages[2].head.film = model::FilmCard{"見本", "6分20秒", ""};
  pages[3].head.video_address = "https://video.example.jp/watch?v=dQw4w9WgXcQ";
  return sample::render(site, pages, sample::shipped("templates"), sample::shipped("assets"));
}

model::Outside const maps{"https://tiles.example.jp/{z}/{x}/{y}.png", "見本県", "https://example.jp/map"};
model::Outside const films{{}, {}, {}, true};

bool publishes(sample::Rendered const& made, std::string_view beginning) {
  return std::any_of(made.files.begin(), made.files.end(), [&](auto& f) { return f.first.starts_with(beginning); });
}

/// The policy that both kinds of servers are told.
std::string policy_of(sample::Rendered const& made) {
  constexpr std::string_view name = "Content-Security-Policy: ";
  auto const& headers = made.at("_headers");
  auto const begin = headers.find(name) + name.size();
  auto policy = headers.substr(begin, headers.find('\n', begin) - begin);
  EXPECT_THAT(made.at(".htaccess"), HasSubstr("Content-Security-Policy \"" + policy + "\""));
  return policy;
}

TEST(Outside, WithoutItNothingOfOtherHostsIsPublished) {
  auto const made = shipped({});
  EXPECT_EQ(made.report, "");
  EXPECT_EQ(policy_of(made), strictest);
  EXPECT_FALSE(publishes(made, "assets/outside"));
  for (auto const& [path, html] : made.files) {
    if (!path.ends_with(".html")) continue;
    for (auto const* word : {"outside", "data-map-", "data-film", "map-places"})
      EXPECT_THAT(html, Not(HasSubstr(word)));
  }
}

TEST(Outside, MapsLetInThePicturesOfTheirHostAlone) {
  auto const made = shipped(maps);
  EXPECT_EQ(made.report, "");
  EXPECT_EQ(policy_of(made), std::string(strictest) + "; img-src 'self' https://tiles.example.jp");
  EXPECT_TRUE(publishes(made, "assets/outside/map"));
  auto const& list = made.at("facilities/index.html");
  EXPECT_THAT(list, HasSubstr("地図を動かして見る（見本県の地図を読み込みます）"));
  EXPECT_THAT(
      list,
      HasSubstr("<script type=\"application/json\">[[0,35.400000,139.300000,\"この\\u003c/ページ\",\"\",\"\",\"\"],"
                "[1,35.300000,139.348123,\"見本 あおば\",\"0463-00-0011\",\"tel:0463000011\",\"aoba/index.html\"]]"));
  EXPECT_THAT(list, HasSubstr("data-map-tiles=\"https://tiles.example.jp/{z}/{x}/{y}.png\""));
  EXPECT_THAT(made.at("facilities/aoba/index.html"), Not(HasSubstr("data-film=")));
}

TEST(Outside, FilmsLetInTheFramesOfTheirPlayerAlone) {
  auto const made = shipped(films);
  EXPECT_EQ(made.report, "");
  EXPECT_EQ(policy_of(made), std::string(strictest) + "; frame-src https://www.youtube-nocookie.com");
  EXPECT_TRUE(publishes(made, "assets/outside-"));
  EXPECT_FALSE(publishes(made, "assets/outside/map"));
  EXPECT_THAT(made.at("facilities/aoba/index.html"), HasSubstr("data-film=\"dQw4w9WgXcQ\""));
  EXPECT_THAT(made.at("facilities/aoba/index.html"), HasSubstr("href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\""));
  EXPECT_THAT(made.at("facilities/kaede/index.html"), Not(HasSubstr("data-film="))) << "a film of another host";
  EXPECT_THAT(made.at("facilities/index.html"), Not(HasSubstr("map-places")));
}

TEST(Outside, PagesHoldNeitherStylesNorScriptsOfTheirOwn) {
  auto both = maps;
  both.films = true;
  for (auto const& [path, html] : shipped(both).files) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(html, Not(HasSubstr(" style="))) << path;
    EXPECT_THAT(html, Not(HasSubstr("<script>"))) << path;
    EXPECT_THAT(html, Not(HasSubstr("<iframe"))) << path;
  }
}

}  // namespace
}  // namespace tebiki::html
