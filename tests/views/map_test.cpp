#include <gmock/gmock.h>

#include <cmath>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Spot {
  double north = 0, east = 0;
};

/// Offices at these places, read in this order; one without a place has none.
model::Site offices(std::vector<std::optional<Spot>> const& spots) {
  auto site = made::site();
  model::List list;
  list.slug = "x";
  list.schema.title = "一覧";
  list.schema.fields = {field({"name", "事業所名"}), field({"kana", "よみ", FieldKind::kana}),
                        field({"address", "住所", FieldKind::address}), field({"tel", "電話", FieldKind::tel}),
                        field({"place", "位置", FieldKind::coordinates})};
  for (std::size_t i = 0; i < spots.size(); ++i) {
    auto const number = std::to_string(1000 + i);
    Options more = {{"address", text("見本町" + number)}, {"tel", text("0463-00-" + number)}};
    if (spots[i])
      more.push_back({"place", text(std::to_string(spots[i]->north) + "," + std::to_string(spots[i]->east))});
    list.records.push_back(record("r" + number, "事業所" + number, number, more));
  }
  site.lists.push_back(std::move(list));
  return site;
}

Composed shown(model::Site site) {
  return composed("view", {{"list", text("x")}, {"as", text("map")}}, std::move(site));
}

model::Drawing const& drawing_of(model::Blocks const& blocks) {
  return std::get<model::Drawing>(only<model::Figure>(blocks).picture);
}

/// A pin: its words, and the mark behind them.
struct Shown {
  std::string words;
  model::RectangleShape mark;
};
std::vector<Shown> pins_of(model::Drawing const& drawing) {
  std::vector<Shown> pins;
  for (std::size_t i = 0; i + 1 < drawing.shapes.size(); ++i) {
    auto const* mark = std::get_if<model::RectangleShape>(&drawing.shapes[i]);
    auto const* words = std::get_if<model::TextShape>(&drawing.shapes[i + 1]);
    if (mark && words && mark->radius > 0) pins.push_back({words->text, *mark});
  }
  return pins;
}
std::string words_of(std::vector<Shown> const& pins) {
  std::string all;
  for (auto const& pin : pins) all += pin.words + " ";
  return all;
}

void expect_sound(model::Drawing const& drawing) {
  auto const pins = pins_of(drawing);
  for (auto const& pin : pins) {
    EXPECT_GE(pin.mark.corner.x, 0);
    EXPECT_LE(pin.mark.corner.x + pin.mark.width, drawing.width);
    EXPECT_GE(pin.mark.corner.y, 0);
    EXPECT_LE(pin.mark.corner.y + pin.mark.height, drawing.height);
  }
  for (std::size_t i = 0; i < pins.size(); ++i)
    for (std::size_t k = i + 1; k < pins.size(); ++k) {
      auto const &a = pins[i].mark, &b = pins[k].mark;
      double const x = std::abs(a.corner.x + a.width / 2 - b.corner.x - b.width / 2) / ((a.width + b.width) / 2);
      double const y = std::abs(a.corner.y + a.height / 2 - b.corner.y - b.height / 2) / ((a.height + b.height) / 2);
      EXPECT_GE(std::hypot(x, y), 0.8) << pins[i].words << " covers " << pins[k].words;
    }
  model::for_each_text_shape(drawing.shapes, [](model::TextShape const& words) { EXPECT_GE(words.size, 9); });
}

TEST(Map, ShowsEachRecordByItsNumberWithATableOfTheSameNumbers) {
  auto const result = shown(offices({Spot{35.33, 139.33}, Spot{35.35, 139.35}, Spot{35.34, 139.31}}));
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto const pins = pins_of(drawing_of(result.blocks));
  ASSERT_EQ(pins.size(), 3U);
  auto const& table = only<model::Table>(result.blocks);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(model::plain_text(table.rows[0].cells[0].text), "1");
  EXPECT_EQ(model::plain_text(table.rows[0].cells[1].text), "事業所1000");
  EXPECT_EQ(model::plain_text(table.rows[0].cells[2].text), "見本町1000");
  EXPECT_THAT(model::plain_text(table.rows[0].cells[3].text), HasSubstr("0463-00-1000"));
  EXPECT_THAT(only<model::Figure>(result.blocks).alternative, HasSubstr("3か所"));
  expect_sound(drawing_of(result.blocks));
}

TEST(Map, KnowsWhoseNumbersItsPinsAre) {
  auto result = shown(offices({Spot{35.33, 139.34}, std::nullopt, Spot{35.34, 139.35}}));
  auto const& pins = only<model::Figure>(result.blocks).pins;
  EXPECT_EQ(pins.list, "x");
  EXPECT_THAT(pins.numbers, ElementsAre(1, 3));
}

TEST(Map, KnowsOfTheWordsOfItsTableWhereTheyAreWritten) {
  auto site = offices({Spot{35.33, 139.33}, Spot{35.35, 139.35}});
  auto& record = site.lists.back().records[1];
  auto* name = record.find(slot_of("name"));
  ASSERT_NE(name, nullptr);
  name->at = at(7000);
  record.find(slot_of("address"))->at = at(7100);
  auto const result = composed("view", {{"list", text("x")}, {"as", text("map")}, {"group", text("address")}}, site);
  auto const& rows = only<model::Table>(result.blocks).rows;
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[2].cells[0].text[0].at, at(7100)) << "the title of a group";
  for (auto const& cell : {rows[3].cells[0], rows[3].cells[1]}) EXPECT_EQ(cell.text[0].at, at(7000));
}

TEST(Map, LiesWithNorthAtTheTopInOneScale) {
  auto const result = shown(offices({Spot{35.30, 139.30}, Spot{35.34, 139.30}, Spot{35.30, 139.34}}));
  std::map<std::string, model::Point> at;
  for (auto const& pin : pins_of(drawing_of(result.blocks)))
    at[pin.words] = {pin.mark.corner.x + pin.mark.width / 2, pin.mark.corner.y + pin.mark.height / 2};
  EXPECT_LT(at["2"].y, at["1"].y) << "north is at the top";
  EXPECT_GT(at["3"].x, at["1"].x) << "east is at the right";
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  EXPECT_NEAR((at["3"].x - at["1"].x) / (at["1"].y - at["2"].y), std::cos(35.32 * 3.14159265 / 180), 0.02);
}

TEST(Map, OfNothingIsNothing) {
  auto const result = shown(offices({}));
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_THAT(outline(result.blocks), HasSubstr("該当するものはありません。"));
  EXPECT_TRUE(only<model::Figure>(result.blocks).alternative.empty());
}

TEST(Map, OfOnePlaceShowsItWithAScale) {
  auto const result = shown(offices({Spot{35.33, 139.33}}));
  EXPECT_EQ(words_of(pins_of(drawing_of(result.blocks))), "1 ");
  std::string words;
  model::for_each_text_shape(drawing_of(result.blocks).shapes, [&](auto const& shape) { words += shape.text + "\n"; });
  EXPECT_THAT(words, HasSubstr(" m\n"));
  EXPECT_THAT(words, HasSubstr("北\n"));
  expect_sound(drawing_of(result.blocks));
}

TEST(Map, MovesPinsApartThatWouldCoverEachOther) {
  auto const result =
      shown(offices({Spot{35.33, 139.33}, Spot{35.33, 139.33}, Spot{35.33001, 139.33001}, Spot{35.40, 139.40}}));
  EXPECT_EQ(pins_of(drawing_of(result.blocks)).size(), 4U);
  expect_sound(drawing_of(result.blocks));
}

TEST(Map, ShowsTwoHundredPlacesSideBySideOrTogether) {
  std::vector<std::optional<Spot>> spots;
  for (int i = 0; i < 200; ++i) spots.push_back(Spot{35.30 + (i * 37 % 100) * 0.0008, 139.28 + (i * 61 % 97) * 0.001});
  auto const result = shown(offices(spots));
  auto const pins = pins_of(drawing_of(result.blocks));
  EXPECT_LE(pins.size(), 160U);
  EXPECT_GT(pins.size(), 60U);
  std::size_t numbers = 0;
  for (auto const& pin : pins) {
    auto const others = pin.words.find("ほか");
    numbers += others == pin.words.npos ? 1 : 1 + std::stoul(pin.words.substr(others + std::string("ほか").size()));
  }
  EXPECT_EQ(numbers, 200U) << "every record stands on the map";
  EXPECT_EQ(only<model::Table>(result.blocks).rows.size(), 50U) << "the first of a long view";
  expect_sound(drawing_of(result.blocks));
}

TEST(Map, GivesManyOfOnePlaceOnePin) {
  auto const result = shown(offices(std::vector<std::optional<Spot>>(200, Spot{35.33, 139.33})));
  EXPECT_EQ(words_of(pins_of(drawing_of(result.blocks))), "1ほか199 ");
  expect_sound(drawing_of(result.blocks));
}

TEST(Map, SaysWhichRecordsHaveNoPlace) {
  auto const result = shown(offices({Spot{35.33, 139.33}, std::nullopt, Spot{0, 0}}));
  EXPECT_EQ(words_of(pins_of(drawing_of(result.blocks))), "1 ");
  EXPECT_EQ(only<model::Table>(result.blocks).rows.size(), 3U);
  EXPECT_THAT(outline(result.blocks), HasSubstr("番号2、3は、位置が分からないため"));
}

TEST(Map, NamesGroupsBesideTheirPinsAndShowsARecordOfTwoGroupsOnce) {
  auto site = offices({Spot{35.33, 139.33}, Spot{35.35, 139.36}});
  auto& list = site.lists.back();
  auto kinds = field({"kinds", "種類", FieldKind::choices});
  kinds.choices = {"東", "西"};
  list.schema.fields.push_back(kinds);
  list.records[0].values.push_back(untyped("kinds", made::list({"東", "西"})));
  list.records[1].values.push_back(untyped("kinds", made::list({"西"})));
  auto const result = composed("view", {{"list", text("x")}, {"as", text("map")}, {"group", text("kinds")}}, site);
  auto const& drawing = drawing_of(result.blocks);
  EXPECT_EQ(words_of(pins_of(drawing)).size(), std::string("1 2 ").size());
  std::string words;
  model::for_each_text_shape(drawing.shapes, [&](auto const& shape) { words += shape.text + "\n"; });
  EXPECT_THAT(words, HasSubstr("東\n"));
  EXPECT_THAT(words, HasSubstr("西\n"));
  expect_sound(drawing);
}

TEST(Map, WithoutAnyPlaceIsATable) {
  auto const result = shown(offices({std::nullopt, std::nullopt}));
  EXPECT_EQ(only<model::Table>(result.blocks).rows.size(), 2U);
  EXPECT_TRUE(only<model::Figure>(result.blocks).alternative.empty());
}

TEST(Map, OfAListWithoutPlacesIsAMistake) {
  auto const result = composed("view", {{"list", text("facilities")}, {"as", text("map")}});
  EXPECT_THAT(result.mistakes,
              ElementsAre(HasSubstr("250 map-without-places\n一覧「facilities」には、地図にする位置")));
}

TEST(Articles, SayTheNameTheBodyAndBelowItTheColumns) {
  auto site = made::site();
  auto& sakura = site.lists.front().records[2];
  sakura.body = {heading("小見出し"), paragraph("本文です。")};
  auto const result = composed("view",
                               {{"list", text("facilities")},
                                {"as", text("articles")},
                                {"where", where({{"id", text("sakura")}}, 2)},
                                {"columns", list({"capacity"})}},
                               std::move(site));
  EXPECT_THAT(result.mistakes, IsEmpty());
  ASSERT_EQ(result.blocks.size(), 4U);
  EXPECT_EQ(std::get<model::Heading>(result.blocks[0].node).level, 2);
  EXPECT_EQ(std::get<model::Heading>(result.blocks[1].node).level, 3) << "below the record's";
  EXPECT_THAT(outline(result.blocks), HasSubstr("本文です。"));
  EXPECT_THAT(outline(result.blocks), HasSubstr("定員：20"));
}

TEST(Maps, ThatReadersMayMoveKnowWhomTheirNumbersStandFor) {
  auto site = offices({Spot{35.3, 139.3}, std::nullopt, Spot{35.31, 139.32}});
  EXPECT_THAT(only<model::Figure>(shown(site).blocks).places, IsEmpty());
  site.outside.map_tiles = "https://tiles.example.jp/{z}/{x}/{y}.png";
  auto const result = shown(site);
  auto const& places = only<model::Figure>(result.blocks).places;
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[1].number, 3);
  EXPECT_EQ(places[1].name, "事業所1002");
  EXPECT_EQ(places[1].tel.written(), "0463-00-1002");
  EXPECT_EQ(places[1].page.name, "x/r1002");
  EXPECT_NEAR(places[1].at.x, 139.32, 1e-9);
}

}  // namespace
