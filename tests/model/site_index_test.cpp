#include "model/site_index.hpp"

#include <gmock/gmock.h>

#include <memory>

#include "model/site.hpp"

namespace tebiki::model {
namespace {

using testing::ElementsAre;
using testing::Pointee;

List taxis() {
  List list;
  list.slug = "taxis";
  list.schema.title = "介護タクシー";
  list.records.emplace_back().id = "umi";
  list.withheld.emplace_back().id = "sora";
  return list;
}

Site named_site() {
  Site site;
  site.name = "手引き";
  site.lists.push_back(taxis());
  site.pages.push_back({"about", "案内", "", {}, {}});
  Publication guide;
  guide.slug = "guide";
  guide.title = "ガイド";
  guide.parts = {{"one", "一", "", {}, {}}, {"two", "二", "", {}, {}}};
  site.publications.push_back(guide);
  site.aliases = {{"cabs", "taxis", {}}, {"about", "guide", {}}};
  site.index.take_names(site);
  return site;
}

TEST(SiteIndex, NamesAreThoseOfHomePagesListsRecordsPublicationsPartsAndPdfs) {
  auto site = named_site();
  auto kind = [&](std::string_view name) { return site.index.find(name) ? int(site.index.find(name)->kind) : -1; };
  using enum NamedThing::Kind;
  EXPECT_EQ(kind("index"), int(home));
  EXPECT_EQ(kind("about"), int(page));
  EXPECT_EQ(kind("taxis"), int(list));
  EXPECT_EQ(kind("taxis/umi"), int(record));
  EXPECT_EQ(kind("taxis/sora"), int(withheld_record));
  EXPECT_EQ(kind("guide"), int(publication));
  EXPECT_EQ(kind("guide/two"), int(part));
  EXPECT_EQ(kind("guide.pdf"), int(pdf));
  EXPECT_EQ(kind("taxis/yama"), -1);
}

TEST(SiteIndex, GoesWithACopyOfItsSite) {
  auto copy = std::make_unique<Site>(named_site());
  auto site = *copy;
  copy.reset();
  EXPECT_EQ(site.title_of("guide/two"), "二");
  EXPECT_EQ(site.path_of("guide.pdf"), "pdf/guide.pdf");
  EXPECT_EQ(site.path_of("taxis/sora"), std::nullopt);
}

TEST(SiteIndex, ANameOfBeforeGivesWayToOneOfToday) {
  auto site = named_site();
  EXPECT_EQ(site.index.current("cabs"), "taxis");
  EXPECT_EQ(site.index.current("about"), "about");
  EXPECT_EQ(site.index.current("nowhere"), "nowhere");
}

TEST(SiteIndex, ASectionOfAPartIsOneOfItsPublicationWhereTheFirstCounts) {
  auto site = named_site();
  for (auto part : {"guide/one", "guide/two"}) site.index.add_section(part, "desk");
  site.index.add_section("guide/two", "end");
  EXPECT_THAT(site.index.owner_of_section("guide", "desk"), Pointee(std::string("guide/one")));
  EXPECT_THAT(site.index.owner_of_section("guide", "end"), Pointee(std::string("guide/two")));
  EXPECT_EQ(site.index.owner_of_section("guide/one", "end"), nullptr);
  EXPECT_THAT(site.index.sections_of("guide/two"), ElementsAre("desk", "end"));
}

TEST(SiteIndex, OfAListThatCouldNotBeReadWholeEveryRecordMayStandInAFile) {
  auto site = named_site();
  EXPECT_FALSE(site.index.is_unread("taxis/yama"));
  site.lists[0].completeness = Completeness::partial;
  site.index.take_names(site);
  EXPECT_TRUE(site.index.is_unread("taxis/yama"));
  EXPECT_FALSE(site.index.is_unread("other/yama"));
  site.index.add_unread("about#");
  EXPECT_FALSE(site.index.knows_sections_of("about"));
  EXPECT_TRUE(site.index.knows_sections_of("guide"));
}

}  // namespace
}  // namespace tebiki::model
