#include <gmock/gmock.h>

#include "pdf/layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using model::Gantt;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Gantt::Activity activity(std::string name, std::size_t first, std::size_t last, std::string words = {}) {
  Gantt::Activity made;
  made.name = {model::words(std::move(name))};
  made.words = std::move(words);
  made.first = first;
  made.last = last;
  made.certainty = Gantt::Certainty::fixed;
  return made;
}

Gantt chart(std::vector<Gantt::Row> rows, std::string title = {}) {
  Gantt gantt;
  gantt.names = "項目";
  gantt.columns = {"前年度3月", "4月", "5月", "6月"};
  gantt.groups.push_back({std::move(title), std::move(rows)});
  return gantt;
}

Gantt::Row row(std::string name, std::vector<Gantt::Activity> activities) {
  return {{model::words(std::move(name))}, "", std::move(activities)};
}

Frames frames_of(Gantt gantt) { return laying::laid_out(model::Blocks{{std::move(gantt), {}}}); }

std::string all_words(Frames const& frames) {
  std::string all;
  for (auto const& page : frames.pages) all += laying::words_on(page);
  all.erase(std::remove(all.begin(), all.end(), '\n'), all.end());
  return all;
}

TEST(GanttLayout, IsOneTableWhoseCellsHoldTheNamesOfBars) {
  auto gantt = chart({row("資源", {activity("集める", 1, 2), activity("配る", 3, 3)})}, "①現状");
  gantt.groups[0].rows[0].activities[0].told = "4月から5月まで";
  gantt.legend = {{Gantt::BarLook{}, "実施、時期未定"}};
  auto const frames = frames_of(gantt);
  EXPECT_EQ(frames.pages.size(), 1U);
  EXPECT_EQ(laying::count(frames, Role::table), 1U);
  EXPECT_EQ(laying::count(frames, Role::thead), 1U);
  EXPECT_EQ(laying::count(frames, Role::tr), 4U);
  auto const* label = laying::find_run(frames, "集める");
  ASSERT_TRUE(label);
  EXPECT_EQ(frames.tags.role(label->tag), Role::td);
  EXPECT_EQ(frames.tags.find_detail(label->tag)->column_span, 2);
  EXPECT_EQ(frames.tags.find_detail(label->tag)->alternative, "集める　4月から5月まで");
  auto const* name = laying::find_run(frames, "資源");
  EXPECT_EQ(frames.tags.role(name->tag), Role::th);
  EXPECT_EQ(frames.tags.find_detail(name->tag)->row_span, 2);
  EXPECT_EQ(frames.tags.find_detail(laying::find_run(frames, "①現状")->tag)->column_span, 5);
}

std::vector<model::RectangleShape> rectangles_of(Frames const& frames) {
  std::vector<model::RectangleShape> all;
  for (auto const& item : frames.pages.front().items) {
    auto const* drawing = std::get_if<PlacedDrawing>(&item);
    if (!drawing) continue;
    for (auto const& shape : drawing->drawing.shapes)
      if (auto const* rectangle = std::get_if<model::RectangleShape>(&shape)) all.push_back(*rectangle);
  }
  return all;
}

TEST(GanttLayout, TheLabelOfWhatHasNoMonthIsDashedOnWhiteLestItTellMonths) {
  auto known = activity("集める", 1, 3), unknown = activity("配る", 1, 3);
  unknown.certainty = Gantt::Certainty::unknown;
  auto const frames = frames_of(chart({row("資源", {known, unknown})}));
  auto const white = laying::style().on_dark;
  std::size_t solid = 0, dashed_on_white = 0;
  for (auto const& rectangle : rectangles_of(frames)) {
    bool const label = rectangle.stroke && rectangle.height > 12;  // a tail is lower
    if (!label) continue;
    solid += rectangle.fill != white;
    dashed_on_white += rectangle.fill == white && rectangle.dashes.size() > 0;
  }
  EXPECT_EQ(solid, 1U);
  EXPECT_EQ(dashed_on_white, 1U);
  EXPECT_EQ(laying::find_run(frames, "集める")->colour, white);
  EXPECT_EQ(laying::find_run(frames, "配る")->colour, laying::style().ink);
}

TEST(GanttLayout, ARuleOnTheBandPartsTheGroups) {
  auto gantt = chart({row("資源", {activity("集める", 1, 3)})}, "①現状");
  gantt.groups.push_back({"②実施", {row("相談", {activity("聴く", 1, 3)})}});
  auto const frames = frames_of(std::move(gantt));
  std::size_t rules = 0;
  for (auto const& item : frames.pages.front().items) {
    auto const* drawing = std::get_if<PlacedDrawing>(&item);
    if (!drawing) continue;
    for (auto const& shape : drawing->drawing.shapes) {
      auto const* path = std::get_if<model::PathShape>(&shape);
      rules += path && path->stroke == laying::style().on_dark;
    }
  }
  EXPECT_EQ(rules, 1U);
}

/// How many columns the cells of each row take, those that a cell above reaches over counted too.
TEST(GanttLayout, EveryRowOfTheTableHasTheSameColumns) {
  auto first = activity("集める", 1, 2), second = activity("会議", 0, 3);
  second.marks = {{Gantt::Mark::Shape::fixed, 2}};
  auto const frames = frames_of(chart({row("資源", {first, second}), row("課題", {first})}, "①"));
  std::map<std::size_t, std::size_t> columns;
  std::vector<std::size_t> rows;
  std::map<std::size_t, std::size_t> reaching;  // rows that a name goes on over
  for (std::size_t i = 0; i < frames.tags.size(); ++i) {
    auto const role = frames.tags.role(TagId(i));
    if (role == Role::tr) rows.push_back(i);
    if (role != Role::th && role != Role::td) continue;
    auto const* detail = frames.tags.find_detail(TagId(i));
    columns[std::size_t(frames.tags.parent(TagId(i)))] += detail ? detail->column_span : 1;
    if (detail && detail->row_span > 1) reaching[rows.size()] = 1;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(columns[rows[i]] + reaching[i], 5U) << "row " << i;
}

TEST(GanttLayout, GoesOnOnTheNextPageWithItsHeadAndGroupAgain) {
  std::vector<Gantt::Row> rows;
  for (int i = 0; i < 30; ++i)
    rows.push_back(row("項目" + std::to_string(i),
                       {activity("甲" + std::to_string(i), 1, 3), activity("乙" + std::to_string(i), 0, 0)}));
  auto const frames = frames_of(chart(std::move(rows), "②対応策の実施"));
  ASSERT_GT(frames.pages.size(), 2U);
  EXPECT_EQ(laying::count(frames, Role::table), 1U);
  EXPECT_EQ(laying::count(frames, Role::thead), 1U);
  auto const again = laying::words_on(frames.pages[1], laying::Words::decoration);
  EXPECT_THAT(again, AllOf(HasSubstr("6月"), HasSubstr("②対応策の実施"), HasSubstr("（続き）")));
  auto const words = all_words(frames);
  for (int i = 0; i < 30; ++i) EXPECT_THAT(words, HasSubstr("乙" + std::to_string(i)));
}

TEST(GanttLayout, HasOneHeadOnAPageAndFillsIt) {
  std::vector<Gantt::Activity> activities(60, activity("研修", 1, 3));
  std::vector<Gantt::Activity> few(3, activity("会議", 1, 3));
  auto const frames = frames_of(chart({row("課題", few), row("研修", activities)}, "②"));
  ASSERT_GT(frames.pages.size(), 2U);
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    auto const words = laying::words_on(frames.pages[i]) + laying::words_on(frames.pages[i], laying::Words::decoration);
    std::size_t heads = 0, bars = 0;
    for (auto at = words.find("項目\n"); at != words.npos; at = words.find("項目\n", at + 1)) ++heads;
    for (auto at = words.find("研修\n"); at != words.npos; at = words.find("研修\n", at + 1)) ++bars;
    EXPECT_EQ(heads, 1U) << "page " << i;
    EXPECT_GT(bars, 5U) << "page " << i;
  }
}

TEST(GanttLayout, LongNamesShortBarsAndMissingWordsStayOnThePage) {
  std::string const longest = "とても長い名前の取組がここにあって帯よりも紙よりも長くなってしまいます";
  auto marked = activity(longest, 0, 3, "年3回");
  marked.marks = {{Gantt::Mark::Shape::earlier, 0}, {Gantt::Mark::Shape::monthly, 3}};
  auto single = activity("", 2, 2);
  single.has_bar = false;
  single.marks = {{Gantt::Mark::Shape::fixed, 2}};
  for (auto title : {"", "①現状分析・課題抽出・施策立案"}) {
    auto const frames = frames_of(
        chart({row(longest, {activity(longest, 3, 3), activity(longest, 0, 0), marked, activity(longest, 0, 3)}),
               row("", {activity("", 1, 1), single})},
              title));
    std::string words = all_words(frames);
    std::size_t found = 0;
    for (auto at = words.find(longest); at != words.npos; at = words.find(longest, at + 1)) ++found;
    EXPECT_EQ(found, 5U) << words;
    for (auto const& page : frames.pages) {
      for (auto const& item : page.items) {
        auto const* run = std::get_if<TextRun>(&item);
        EXPECT_TRUE(!run || run->size >= 9) << run->text;
      }
    }
  }
}

}  // namespace
}  // namespace tebiki::pdf
