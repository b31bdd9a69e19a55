// The page of a record, and the row and map of its list, as the templates of this project show them.
#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using testing::HasSubstr;
using testing::Not;

auto shipped(std::vector<model::Document> const& pages) {
  return sample::render(sample::site(), pages, sample::shipped("templates"), sample::shipped("assets"));
}

TEST(EntryPage, LeadsToItsFilmAndShowsNoBoxForNothing) {
  auto pages = sample::documents();
  pages[2].head = {};
  pages[2].head.confirmed = "令和8年9月5日";
  pages[3].head = {};
  pages[3].head.video_address = "https://www.youtube.com/watch?v=x&t=1";
  auto const made = shipped(pages);
  EXPECT_THAT(made.at("facilities/aoba/index.html"), Not(HasSubstr("record-reach")));
  EXPECT_THAT(made.at("facilities/kaede/index.html"),
              HasSubstr("<a class=\"film-card\" href=\"https://www.youtube.com/watch?v=x&amp;t=1\" target=\"_blank\" "
                        "rel=\"noopener noreferrer\">"));
}

TEST(EntryPage, DrawsACardForAFilmThatIsNotToBeSeenYet) {
  auto pages = sample::documents();
  pages[2].head.film = model::FilmCard{"動画で見よう", "6分20秒", ""};
  auto const made = shipped(pages);
  EXPECT_THAT(made.at("facilities/aoba/index.html"),
              HasSubstr("<span class=\"film-card\" aria-hidden=\"true\"><span class=\"series\">動画で見よう</span>"
                        "<b>見本 あおば</b><span class=\"length\">6分20秒</span></span>"));
}

TEST(EntryPage, ShowsTheSameAnswersTogetherAndFoldsWhatIsUnanswered) {
  auto pages = sample::documents();
  using enum model::Availability;
  pages[2].head.abilities = {{"医療処置", {{"点滴", yes}, {"透析", unanswered}, {"酸素", ask}, {"吸引", yes}}}};
  auto const made = shipped(pages);
  auto const& page = made.at("facilities/aoba/index.html");
  EXPECT_THAT(page, HasSubstr("<section class=\"can\"><h2>医療処置</h2>"));
  EXPECT_THAT(page, HasSubstr("対応できます <small>2</small></h3><ul><li>点滴</li><li>吸引</li></ul>"));
  EXPECT_THAT(page, HasSubstr("要相談 <small>1</small></h3><ul><li>酸素</li></ul>"));
  EXPECT_THAT(page, testing::ContainsRegex("<details><summary>[^\n]*未回答 <small>1</small></summary>[^\n]*透析"));
}

TEST(EntryPage, OffersPrintingBesideTheTelephoneNumber) {
  auto const made = shipped(sample::documents());
  auto const& page = made.at("facilities/aoba/index.html");
  EXPECT_LT(page.find("data-print>"), page.find("class=\"record-body"));
  EXPECT_EQ(sample::count(page, "data-print>"), 1u);
}

TEST(ListPage, FoldsTheMapOfAListAndNumbersItsRows) {
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.groups[0].entries[1].pin = 1;
  directory.map = model::Figure{model::Drawing{10, 20, {}}, "略図", {}};
  auto const made = shipped(pages);
  auto const& page = made.at("facilities/index.html");
  EXPECT_THAT(page, HasSubstr("<details class=\"list-map\"><summary>地図で見る</summary><figure><svg"));
  EXPECT_THAT(page, HasSubstr("<title>略図</title>"));
  EXPECT_EQ(sample::count(page, "<b class=\"pin\">1</b>"), 1u);
  EXPECT_EQ(sample::count(page, "class=\"pin\""), 1u);
}

}  // namespace
}  // namespace tebiki::html
