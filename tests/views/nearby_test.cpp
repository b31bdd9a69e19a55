#include <gmock/gmock.h>

#include <cmath>

#include "views/made_site.hpp"

namespace {

using namespace made;

/// A site whose one list has these offices: id, kind, coordinates.
struct Office {
  std::string id, kind, place;
};
model::Site site_of(std::vector<Office> const& offices) {
  auto site = made::site();
  auto& list = site.lists[0];
  auto kind = field({"services", "サービス", FieldKind::choices});
  kind.choices = {"訪問看護", "居宅介護支援", "薬局"};
  kind.filter = kind.column = true;
  list.schema.fields = {field({"name", "名称"}), kind, field({"tel", "電話", FieldKind::tel}), field({"days", "曜日"}),
                        field({"coordinates", "位置", FieldKind::coordinates})};
  list.records.clear();
  for (auto const& office : offices) {
    Options values{
        {"services", made::list({office.kind.c_str()})}, {"tel", text("0463-00-0001")}, {"days", text("月〜金")}};
    if (!office.place.empty()) values.push_back({"coordinates", text(office.place)});
    list.records.push_back(record(office.id, "見本 " + office.id, "", std::move(values)));
  }
  return site;
}

/// `heading: name (tags) …` of the offices that stand on the page as near ones.
std::string near(model::Site const& site, std::string_view id) {
  auto const documents = compose(site);
  std::string out;
  for (auto const& page : documents.pages) {
    if (page.path != "facilities/" + std::string(id) + "/") continue;
    for (std::size_t i = 1; i < page.blocks.size(); ++i) {
      auto const* directory = std::get_if<model::Directory>(&page.blocks[i].node);
      if (!directory) continue;
      out += model::plain_text(std::get<model::Heading>(page.blocks[i - 1].node).text) + ":";
      for (auto const& entry : directory->groups.front().entries) {
        out += " " + entry.page.name.substr(11);
        for (auto const& tag : entry.tags) out += "(" + tag + ")";
      }
    }
  }
  return out;
}

TEST(Nearby, ShowsThreeOfTheSameKindByDistance) {
  auto const site = site_of({{"a", "訪問看護", "35.3300,139.3500"},
                             {"far", "訪問看護", "35.3570,139.3500"},
                             {"pharmacy", "薬局", "35.3301,139.3500"},
                             {"near", "訪問看護", "35.3337,139.3500"},
                             {"middle", "訪問看護", "35.3300,139.3655"},
                             {"farther", "訪問看護", "35.3840,139.3500"},
                             {"elsewhere", "訪問看護", ""}});
  EXPECT_EQ(near(site, "a"), "近くの訪問看護: near(ここから約400m) middle(ここから1.4km) far(ここから3.0km)");
}

TEST(Nearby, SaysNothingWithoutCoordinatesOrNeighbours) {
  auto const site = site_of({{"a", "訪問看護", "35.3300,139.3500"},
                             {"b", "薬局", "35.3300,139.3501"},
                             {"unplaced", "訪問看護", ""},
                             {"other-end", "訪問看護", "43.0600,141.3500"}});
  for (auto const* id : {"a", "b", "unplaced", "other-end"}) EXPECT_EQ(near(site, id), "") << id;
}

TEST(Nearby, SaysOfNeighboursInTheSameHouseThatTheyAreThere) {
  auto const site = site_of({{"a", "薬局", "35.33,139.35"}, {"b", "薬局", "35.33,139.35"}});
  EXPECT_EQ(near(site, "a"), "近くの薬局: b(ここからすぐ)");
}

TEST(Nearby, RowsSayWhomToCallAndWhenAndClaimNoAnchor) {
  auto const documents = compose(site_of({{"a", "薬局", "35.33,139.35"}, {"b", "薬局", "35.33,139.36"}}));
  for (auto const& page : documents.pages) {
    if (page.path != "facilities/a/") continue;
    auto const& entry = std::get<model::Directory>(page.blocks.back().node).groups.front().entries.front();
    EXPECT_EQ(entry.tel.written(), "0463-00-0001");
    EXPECT_EQ(model::plain_text(entry.details.at(0)), "月〜金");
    EXPECT_EQ(entry.anchor, "");
  }
}

TEST(Nearby, StandOnAMapWithTheOfficeByTheNumbersOfTheirRows) {
  auto const documents = compose(
      site_of({{"a", "薬局", "35.33,139.35"}, {"far", "薬局", "35.34,139.36"}, {"near", "薬局", "35.33,139.351"}}));
  for (auto const& page : documents.pages) {
    if (page.path != "facilities/a/") continue;
    auto const& directory = std::get<model::Directory>(page.blocks.back().node);
    auto const& entries = directory.groups.front().entries;
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].name + std::to_string(entries[0].pin), "見本 near1");
    EXPECT_EQ(entries[1].name + std::to_string(entries[1].pin), "見本 far2");
    ASSERT_TRUE(directory.map);
    std::string words;
    model::for_each_text_shape(std::get<model::Drawing>(directory.map->picture).shapes,
                               [&](model::TextShape const& text) { words += text.text + " "; });
    for (auto const* pin : {"ここ ", "1 ", "2 "}) EXPECT_THAT(words, testing::HasSubstr(pin));
  }
}

TEST(Nearby, FindsTheNearestOfMany) {
  std::vector<Office> offices;
  std::vector<std::pair<double, double>> places;
  std::uint32_t seed = 7;
  auto const next = [&] { return seed = seed * 1664525u + 1013904223u, double(seed >> 8) / (1 << 24); };
  for (int i = 0; i < 400; ++i) {
    places.emplace_back(35.3 + std::round(next() * 1000) / 10000, 139.3 + std::round(next() * 1000) / 10000);
    auto const written = std::to_string(places.back().first) + "," + std::to_string(places.back().second);
    offices.push_back({"r" + std::to_string(i), "薬局", written});
  }
  auto const documents = compose(site_of(offices));
  double const shrink = std::cos(35.35 * 3.14159265 / 180);
  auto const apart = [&](std::size_t one, std::size_t other) {
    return std::hypot((places[one].second - places[other].second) * shrink, places[one].first - places[other].first);
  };
  int checked = 0;
  for (auto const& page : documents.pages) {
    if (page.kind != model::DocumentKind::entry) continue;
    auto const own = std::size_t(std::stoi(page.record.substr(1)));
    auto const& entries = std::get<model::Directory>(page.blocks.back().node).groups.front().entries;
    ASSERT_EQ(entries.size(), 3u);
    auto const shown = apart(own, std::size_t(std::stoi(entries.back().page.name.substr(12))));
    std::size_t nearer = 0;
    for (std::size_t i = 0; i < places.size(); ++i) nearer += i != own && apart(own, i) < shown * 0.999;
    EXPECT_LE(nearer, 2u) << page.path;
    ++checked;
  }
  EXPECT_EQ(checked, 400);
}

}  // namespace
