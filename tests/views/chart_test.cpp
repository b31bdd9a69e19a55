#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/drawings.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using model::YearFigure;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Kind = YearFigure::Kind;

YearFigure figure(int year, Kind kind, std::int64_t number = 0, std::string note = {}, bool so_far = false) {
  return {std::int16_t(year), kind, {number, 0}, std::move(note), so_far};
}

/// The figures of an outreach class as a city published them.
std::vector<YearFigure> people() {
  return {figure(2021, Kind::cancelled, 0, "感染症のため"),
          figure(2022, Kind::actual, 1400),
          figure(2023, Kind::actual, 183, "9月末現在", true),
          figure(2024, Kind::expected, 700),
          figure(2025, Kind::plan, 700),
          figure(2026, Kind::plan, 340)};
}

model::Record measure(std::string id, std::string name, std::string theme, std::vector<YearFigure> figures) {
  auto record =
      made::record(std::move(id), std::move(name), "", {{"theme", text(std::move(theme))}, {"unit", text("人")}});
  record.values.push_back({model::Series{std::move(figures)}, made::at(0), slot_of("figures")});
  return record;
}

model::Site with_measures(std::vector<model::Record> records) {
  auto site = made::site();
  model::List list;
  list.slug = "measures";
  list.schema.title = "指標";
  list.schema.fields = {field({"name", "指標"}), field({"theme", "種類"}), field({"unit", "単位"}),
                        field({"figures", "年度ごとの数", FieldKind::series})};
  list.records = std::move(records);
  site.lists.push_back(std::move(list));
  return site;
}

Composed charted(std::vector<model::Record> records, Options more = {}) {
  Options options{{"list", text("measures")}, {"as", text("chart")}, {"unit", text("unit")}};
  std::move(more.begin(), more.end(), std::back_inserter(options));
  return composed("view", std::move(options), with_measures(std::move(records)));
}

model::Drawing drawn(std::vector<YearFigure> figures, std::string title = "参加人数（人）",
                     views::ChartShape shape = views::ChartShape::bars) {
  views::ChartContent content{std::move(title), std::move(figures), {}, shape};
  for (auto const& one : content.figures) content.marks.push_back(one.note.empty() ? "" : "※1");
  model::EvenTextMeasure const measure;
  auto const words = japanese_words();
  return views::chart_drawing(content, {measure, words, print_style_of_tests(), {0, 0x59, 0x6b}});
}

std::vector<std::string> words_in(model::Drawing const& drawing) {
  std::vector<std::string> words;
  model::for_each_text_shape(drawing.shapes, [&](model::TextShape const& shape) { words.push_back(shape.text); });
  return words;
}

/// Stroked areas that stand on the base line: the bars, from left to right.
std::vector<model::RectangleShape> bars_of(model::Drawing const& drawing) {
  std::vector<model::RectangleShape> bars;
  for (auto const& shape : drawing.shapes) {
    auto* area = std::get_if<model::RectangleShape>(&shape);
    bool const bar = area && area->stroke && area->height != 9;  // samples in the legend are 9 points high
    if (bar) bars.push_back(*area);
  }
  return bars;
}

struct Extent {
  double left, top, right, bottom;
};
Extent extent_of(model::TextShape const& shape) {
  model::EvenTextMeasure const measure;
  double const wide = measure.width(shape.text, {shape.size, shape.bold});
  double const begin = shape.anchor == model::TextShape::Anchor::start    ? 0
                       : shape.anchor == model::TextShape::Anchor::middle ? -wide / 2
                                                                          : -wide;
  auto const at = shape.baseline;
  if (shape.angle == -90) return {at.x - shape.size, at.y - begin - wide, at.x, at.y - begin};
  return {at.x + begin, at.y - shape.size, at.x + begin + wide, at.y + 0.2 * shape.size};
}

/// Letters too small, outside the drawing or over one another.
std::vector<std::string> faults_of(model::Drawing const& drawing) {
  std::vector<std::string> faults;
  std::vector<std::pair<std::string, Extent>> seen;
  model::for_each_text_shape(drawing.shapes, [&](model::TextShape const& shape) {
    if (shape.size < 9.5) faults.push_back("small: " + shape.text);
    if (shape.text.find('\n') != std::string::npos) return;
    auto const e = extent_of(shape);
    if (e.left < -0.1 || e.right > drawing.width + 0.1 || e.top < -1 || e.bottom > drawing.height + 0.1)
      faults.push_back("outside: " + shape.text);
    for (auto const& [text, o] : seen) {
      bool const over =
          e.left < o.right - 0.2 && o.left < e.right - 0.2 && e.top < o.bottom - 2.5 && o.top < e.bottom - 2.5;
      if (over) faults.push_back(shape.text + " over " + text);
    }
    seen.emplace_back(shape.text, e);
  });
  return faults;
}

TEST(Chart, TellsResultsPlansAndExpectationsApartWithoutColour) {
  auto const bars = bars_of(drawn(people()));
  ASSERT_EQ(bars.size(), 5u) << "what did not take place has no bar";
  model::Colour const white{255, 255, 255};
  for (auto i : {0, 1}) EXPECT_FALSE(bars[i].fill == white || bars[i].hatching) << i;
  EXPECT_TRUE(bars[2].fill == white && !bars[2].hatching);
  for (auto i : {3, 4}) EXPECT_TRUE(bars[i].fill == white && bars[i].hatching) << i;
}

TEST(Chart, PrintsEveryValueAndItsKindAndSaysWhatDidNotTakePlace) {
  auto const words = words_in(drawn(people()));
  for (auto word :
       {"参加人数（人）", "1,400", "183", "700", "340", "実績", "予定", "計画", "中止", "※1", "R3", "R8", "0"}) {
    bool const said = std::any_of(words.begin(), words.end(), [&](std::string text) {
      std::erase(text, '\n');
      return text == word;
    });
    EXPECT_TRUE(said) << word;
  }
}

TEST(Chart, CountsFromZeroSoThatBarsAreAsHighAsTheirNumbers) {
  auto const bars = bars_of(drawn(people()));
  ASSERT_EQ(bars.size(), 5u);
  EXPECT_NEAR(bars[0].height, 2 * bars[3].height, 0.01);
  for (auto const& bar : bars) EXPECT_NEAR(bar.corner.y + bar.height, bars[0].corner.y + bars[0].height, 0.01);
}

TEST(Chart, ClipsNoWordAndSetsNoneOverAnotherWhateverTheNumbersAre) {
  std::vector<YearFigure> thirty, cancelled, huge, both,
      negative{figure(2021, Kind::actual, -20), figure(2022, Kind::actual, 30)};
  for (int year = 1996; year < 2026; ++year) thirty.push_back(figure(year, Kind::actual, 100 * (year - 1990)));
  for (int year = 2021; year < 2027; ++year) {
    cancelled.push_back(
        figure(year, year % 2 ? Kind::cancelled : Kind::uncounted, 0, year == 2021 ? "感染症のため" : ""));
    huge.push_back(figure(year, Kind::actual, year % 2 ? 0 : 1000000, "9月末現在", true));
    both.push_back(figure(year, Kind::actual, 10 * (year - 2000)));
    both.push_back(figure(year, Kind::plan, 12 * (year - 2000)));
  }
  std::string const long_name =
      "在宅医療と介護に関わる多くの職種が、顔の見える関係をつくるために開く、市内の研修会に参加した人の数（延べ人数）";
  for (auto shape : {views::ChartShape::bars, views::ChartShape::lines}) {
    EXPECT_THAT(faults_of(drawn(people(), "参加人数（人）", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn({figure(2023, Kind::actual, 7)}, "一年だけ", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn({figure(2023, Kind::actual, 0)}, "零だけ", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn(thirty, long_name, shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn(cancelled, "すべて中止", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn(huge, "百万人", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn(both, "実績と計画", shape)), IsEmpty());
    EXPECT_THAT(faults_of(drawn(negative, "増減", shape)), IsEmpty());
  }
  EXPECT_EQ(drawn(people()).width, 240) << "a narrow screen shows it as large as it is";
  EXPECT_LE(drawn(thirty).width, 475) << "thirty years fit on upright paper";
}

TEST(Chart, TheBarOfAYearThatIsNotOverGoesOnInDashes) {
  auto dashed = [](std::vector<YearFigure> figures) {
    auto const drawing = drawn(std::move(figures));
    return std::count_if(drawing.shapes.begin(), drawing.shapes.end(), [](model::Shape const& shape) {
      auto* line = std::get_if<model::PathShape>(&shape);
      return line && !line->dashes.empty();
    });
  };
  EXPECT_EQ(dashed({figure(2022, Kind::actual, 12), figure(2023, Kind::actual, 6, "9月末現在", true)}), 2);
  EXPECT_EQ(dashed({figure(2022, Kind::actual, 12), figure(2023, Kind::actual, 6, "会場のみ")}), 0);
  EXPECT_EQ(dashed({figure(2022, Kind::actual, 12), figure(2023, Kind::expected, 6, "9月末現在", true)}), 0);
}

TEST(Chart, StandsLevelWithTheOneBesideIt) {
  auto one = measure("times", "開催回数", "講座",
                     {figure(2022, Kind::actual, 10), figure(2023, Kind::actual, 10, "9月末現在", true)});
  auto two = measure("people", "参加人数", "講座", {figure(2022, Kind::actual, 9), figure(2023, Kind::actual, 1)});
  std::vector<double> heights;
  auto const result = charted({one, two});
  for (auto& figure : only<model::FigureRow>(result.blocks).figures)
    heights.push_back(std::get<model::Drawing>(figure.picture).height);
  ASSERT_EQ(heights.size(), 2u);
  EXPECT_EQ(heights[0], heights[1]);
}

TEST(Chart, LinesAreDashedTowardsPlansAndBrokenWhereAYearHasNoNumber) {
  auto const drawing =
      drawn({figure(2021, Kind::actual, 5), figure(2022, Kind::actual, 6), figure(2023, Kind::cancelled),
             figure(2024, Kind::actual, 7), figure(2025, Kind::plan, 8)},
            "線", views::ChartShape::lines);
  std::vector<bool> dashes;
  for (auto const& shape : drawing.shapes) {
    auto* line = std::get_if<model::PathShape>(&shape);
    if (line && line->stroke_width == 1.6) dashes.push_back(!line->dashes.empty());
  }
  EXPECT_THAT(dashes, ElementsAre(false, true));
}

TEST(Chart, IsFollowedByATableOfAllNumbersWithTheirNotes) {
  auto const result = charted({measure("people", "参加人数", "講座", people())}, {{"caption", text("講座")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(header_text(table),
            "年度 | 令和3 | 令和4/<実績> | 令和5/<実績> | 令和6/<予定> | 令和7/<計画> | 令和8/<計画>");
  EXPECT_EQ(rows_text(table), "measures/people: 参加人数（人） | 中止<※1> | 1,400 | 183<※2> | 700 | 700 | 340\n");
  EXPECT_EQ(inline_text(table.caption), "講座の数");
  auto const outlined = outline(result.blocks);
  EXPECT_THAT(outlined, HasSubstr("<※1 令和3年度：感染症のため。>"));
  EXPECT_THAT(outlined, HasSubstr("<※2 令和5年度：9月末現在。>"));
  EXPECT_EQ(only<model::FigureRow>(result.blocks).figures.at(0).alternative,
            "棒グラフ「参加人数（人）」。数は、次の表にあります。");
}

TEST(Chart, StandsWithOthersOfItsGroupAndSaysWhatTheyShare) {
  auto times =
      measure("times", "開催回数", "講座", {figure(2022, Kind::actual, 4), figure(2023, Kind::plan, 5, "9月末現在")});
  auto crowd =
      measure("people", "参加人数", "講座", {figure(2022, Kind::plan, 40), figure(2023, Kind::plan, 50, "9月末現在")});
  auto other = measure("other", "配布", "冊子", {figure(2023, Kind::actual, 6)});
  auto const result =
      charted({times, crowd, other}, {{"group", text("theme")}, {"columns", made::list({"theme", "figures"})}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  std::vector<std::size_t> pictures;
  std::vector<std::string> tables;
  for (auto& block : result.blocks) {
    if (auto* row = std::get_if<model::FigureRow>(&block.node)) pictures.push_back(row->figures.size());
    if (auto* table = std::get_if<model::Table>(&block.node)) tables.push_back(rows_text(*table));
  }
  EXPECT_THAT(pictures, Contains(2u));
  EXPECT_THAT(tables, Contains(HasSubstr("measures/times: 開催回数（人） | 4 | — | 5<※1>")));
  EXPECT_THAT(tables, Contains(HasSubstr("measures/people: 参加人数（人） | — | 40 | 50<※1>")));
}

TEST(Chart, ATableOfManyYearsHasThemOneBelowTheOther) {
  std::vector<YearFigure> years;
  for (int year = 1989; year < 2019; ++year) years.push_back(figure(year, Kind::actual, year));
  auto const result = charted({measure("people", "参加人数", "講座", years)});
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(header_text(table), "年度 | 参加人数（人）");
  EXPECT_EQ(table.rows.size(), 30u);
  EXPECT_THAT(rows_text(table), HasSubstr(": 平成元年度/<実績> | 1,989\n"));
}

TEST(Chart, ATableOfLongNumbersHasTheYearsOneBelowTheOtherToo) {
  std::vector<YearFigure> years;
  for (int year = 2020; year < 2026; ++year) years.push_back(figure(year, Kind::actual, 1000000));
  EXPECT_EQ(only<model::Table>(charted({measure("people", "参加人数", "講座", years)}).blocks).columns.size(), 2u);
}

TEST(Chart, EqualNotesAreToldOnceWithTheirYears) {
  auto const years = {figure(2020, Kind::cancelled, 0, "感染症のため"),
                      figure(2021, Kind::cancelled, 0, "感染症のため")};
  EXPECT_THAT(outline(charted({measure("people", "参加人数", "講座", years)}).blocks),
              HasSubstr("<※1 令和2年度・令和3年度：感染症のため。>"));
}

TEST(Chart, TellsOfAListWithoutFiguresAndOfNamesThatThereAreNot) {
  auto const none = composed("view", {{"list", text("facilities")}, {"as", text("chart")}});
  ASSERT_EQ(none.mistakes.size(), 1u);
  EXPECT_THAT(none.mistakes[0],
              HasSubstr("250 chart-without-series\n一覧「facilities」から、グラフにする年度ごとの数が"));
  auto const shape = charted({measure("people", "参加人数", "講座", people())}, {{"draw", text("pie")}});
  ASSERT_EQ(shape.mistakes.size(), 1u);
  EXPECT_THAT(shape.mistakes[0], HasSubstr("「pie」というグラフの形はありません。"));
  auto const label = charted({measure("people", "参加人数", "講座", people())}, {{"label", text("thema")}});
  ASSERT_EQ(label.mistakes.size(), 1u);
  EXPECT_THAT(label.mistakes[0], HasSubstr("theme"));
}

TEST(ChartScale, NamesAtMostFiveRoundValuesFromZeroOn) {
  auto named = [](std::vector<std::int64_t> numbers) {
    std::vector<YearFigure> figures;
    for (auto number : numbers) figures.push_back(figure(2023, Kind::actual, number));
    views::ChartScale const scale(figures);
    std::string out;
    for (int i = 0; i <= scale.steps(); ++i) out += scale.text(i) + " ";
    return out;
  };
  EXPECT_EQ(named({1400, 700}), "0 500 1,000 1,500 ");
  EXPECT_EQ(named({410}), "0 200 400 600 ");
  EXPECT_EQ(named({18, 6}), "0 5 10 15 20 ");
  EXPECT_EQ(named({1}), "0 1 ");
  EXPECT_EQ(named({0}), "0 1 ");
  EXPECT_EQ(named({}), "0 1 ");
  EXPECT_EQ(named({0, 1000000}), "0 250,000 500,000 750,000 1,000,000 ");
  EXPECT_EQ(named({-20, 30}), "-20 0 20 40 ");
  views::ChartScale const parts({YearFigure{2023, Kind::actual, {12, 1}, "", false}});
  EXPECT_EQ(parts.text(1), "0.5");
}

}  // namespace
