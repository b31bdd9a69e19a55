#include <gmock/gmock.h>

#include "exported.hpp"

namespace tebiki::exporting {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto properties =
    R"("name": {"type": "string"}, "summary": {"type": "string"}, "tel": {"format": "tel", "x-label": "電話"},
    "published": {"format": "date"}, "checked": {"format": "date", "x-role": "confirmed"})";
constexpr auto records = R"({"id": "a", "name": "古い", "published": "2026-04-01", "checked": "2026-09-02"},
    {"id": "b", "name": "新<し&い", "summary": "一行です。", "published": "2026-05-01", "tel": "0463-00-0001"},
    {"id": "c", "name": "日付なし"}, {"id": "d", "name": "始めた", "publish_from": "2026-10-01", "checked": "2026-08-01"})";

TEST(Feeds, HoldWhatHasADayOfPublicationTheNewestFirst) {
  auto const exports = exports_of(loaded_site(offices(properties, records)), 1);
  auto const news = bytes_of(exports.files, "news.xml");
  EXPECT_LT(news.find("新&lt;し&amp;い"), news.find("古い"));
  EXPECT_THAT(news, Not(HasSubstr("日付なし")));
  EXPECT_THAT(news, HasSubstr("<updated>2026-05-01T00:00:00+09:00</updated>\n<link rel=\"self\""))
      << "a feed is as new as its newest entry, whatever the clock says";
  EXPECT_THAT(news, HasSubstr("<id>https://example.jp/guide/offices/b/</id>"));
  EXPECT_THAT(news, HasSubstr("<summary>一行です。　電話：0463-00-0001</summary>"));
}

TEST(Feeds, OfChangesGoByTheDayOfConfirmationOrThatFromWhichSomethingIsShown) {
  auto const changes = bytes_of(exports_of(loaded_site(offices(properties, records)), 1).files, "changes.xml");
  EXPECT_LT(changes.find("始めた"), changes.find("古い"));
  EXPECT_THAT(changes, HasSubstr("<updated>2026-10-01T00:00:00+09:00</updated>"));
  EXPECT_THAT(changes, Not(HasSubstr("新&lt;")));
}

TEST(Feeds, AreLeftOutWhereNobodySaysWhereTheSiteStands) {
  auto files = offices(properties, records);
  files["site.json"] = R"({"name": "見本"})";
  auto const site = loaded_site(files);
  auto const exports = exports_of(site, 1);
  EXPECT_THAT(exports.feeds, IsEmpty());
  for (auto const& file : exports.files) EXPECT_THAT(file.path, Not(HasSubstr(".xml")));
  EXPECT_THAT(addresses({{site, {}}}), IsEmpty()) << "no sitemap either";
}

TEST(Sitemaps, NameEveryPageByItsAddressAndARecordOnce) {
  auto whole = loaded_site(offices(properties, records));
  auto area = whole;
  area.area = "atsugi";
  model::Documents documents;
  model::Document list, entry;
  list.kind = model::DocumentKind::list;
  list.path = "offices/";
  entry.kind = model::DocumentKind::entry;
  entry.path = "offices/a/";
  documents.pages = {list, entry};
  auto const files = addresses({{whole, documents}, {area, documents}});
  auto const map = bytes_of(files, "sitemap.xml");
  EXPECT_THAT(map, HasSubstr("<loc>https://example.jp/guide/offices/a/</loc>"));
  EXPECT_THAT(map, HasSubstr("<loc>https://example.jp/guide/atsugi/offices/</loc>"));
  EXPECT_THAT(map, Not(HasSubstr("atsugi/offices/a/")));
  EXPECT_EQ(bytes_of(files, "robots.txt"), "User-agent: *\nAllow: /\nSitemap: https://example.jp/guide/sitemap.xml\n");
}

TEST(XmlText, LeavesOutWhatXmlForbids) {
  EXPECT_EQ(xml_escaped("a\x01<b>&\"\xEF\xBF\xBF\u202E"), "a&lt;b&gt;&amp;&quot;\u202E");
}

}  // namespace
}  // namespace tebiki::exporting
