#include <gmock/gmock.h>

#include "views/made_site.hpp"

namespace {

using namespace made;
using model::FieldValue;
using testing::ElementsAre;

model::Hours hours(std::initializer_list<model::TimeRange> ranges) {
  model::Hours made;
  for (auto range : ranges) made.ranges[made.count++] = range;
  return made;
}

model::Coordinates place(char const* latitude, char const* longitude) {
  return {*model::parse_decimal(latitude), *model::parse_decimal(longitude)};
}

model::Series series(std::initializer_list<std::pair<int, int>> figures) {
  model::Series made;
  for (auto [year, number] : figures)
    made.figures.push_back({std::int16_t(year), model::YearFigure::Kind::actual, {number, 0}, {}});
  return made;
}

using Named = std::vector<std::pair<std::string, FieldValue::Data>>;

/// The ids of records with these values in the order in which a table shows them that is sorted by the field.
std::vector<std::string> sorted(FieldKind kind, Named const& values, std::string sort = "value") {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields = {field({"name", "名称"}), field({"value", "値", kind})};
  list.records.clear();
  for (auto& [id, data] : values) {
    list.records.push_back(record(id, id, id));
    list.records.back().values.push_back({data, {}, slot_of("value")});
  }
  auto const made = composed("view", {{"list", text("facilities")}, {"sort", text(std::move(sort))}}, site);
  std::vector<std::string> ids;
  for (auto& row : std::get<model::Table>(made.blocks.at(0).node).rows)
    ids.push_back(row.anchor.substr(row.anchor.find('/') + 1));
  return ids;
}

TEST(Selection, SortsHoursByTheirFirstOpeningAndNotByTheirText) {
  EXPECT_THAT(sorted(FieldKind::hours, {{"ten", hours({{600, 1020}})},
                                        {"nine", hours({{540, 720}, {780, 1080}})},
                                        {"nine-till-late", hours({{540, 1200}})},
                                        {"half-past-eight", hours({{510, 1020}})}}),
              ElementsAre("half-past-eight", "nine", "nine-till-late", "ten"));
}

TEST(Selection, SortsASeriesByItsLatestYearHoweverItIsWritten) {
  EXPECT_THAT(sorted(FieldKind::series, {{"a", series({{2025, 100}, {2024, 1}})},
                                         {"b", series({{2024, 500}, {2025, 9}})},
                                         {"c", series({{2025, 20}})}}),
              ElementsAre("b", "c", "a"));
}

TEST(Selection, SortsPlacesFromTheSouth) {
  EXPECT_THAT(
      sorted(FieldKind::coordinates,
             {{"north", place("35.4", "139.3")}, {"south", place("9.5", "139.1")}, {"east", place("35.4", "140")}}),
      ElementsAre("south", "north", "east"));
}

TEST(Selection, PutsWordsBehindNumbersInBothDirections) {
  Named const fares = {
      {"ask", std::string("応相談")}, {"dear", model::Decimal{900, 0}}, {"cheap", model::Decimal{90, 0}}};
  EXPECT_THAT(sorted(FieldKind::yen, fares), ElementsAre("cheap", "dear", "ask"));
  EXPECT_THAT(sorted(FieldKind::yen, fares, "-value"), ElementsAre("dear", "cheap", "ask"));
}

}  // namespace
