#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using model::Gantt;
using sample::body_of;
using sample::hostile;
using testing::HasSubstr;
using testing::Not;

Gantt chart(std::string words = "集める") {
  Gantt::Activity bar;
  bar.name = {model::words(words)};
  bar.words = words + "1";
  bar.told = words + "2";
  bar.first = 1, bar.last = 2;
  bar.certainty = Gantt::Certainty::yearly;
  bar.marks = {{Gantt::Mark::Shape::earlier, 0}};
  Gantt gantt;
  gantt.caption = {model::words(words)};
  gantt.names = words;
  gantt.columns = {"前年度3月", "4月", "5月", "6月"};
  gantt.legend = {{Gantt::BarLook{Gantt::Kind::done, Gantt::Certainty::unknown}, words}};
  gantt.groups = {{words, {{{model::words(words)}, words, {bar, bar}}}}};
  return gantt;
}

TEST(Gantt, IsATableInARegionThatKeysCanMove) {
  auto const html = body_of({{chart(), {}}});
  EXPECT_THAT(html, HasSubstr("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-1\">"));
  EXPECT_THAT(html, HasSubstr("<caption id=\"table-1\">集める</caption>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\"><small>前年度</small>3<span>月</span></th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"rowgroup\" colspan=\"5\"><span>集める</span></th>"));
  EXPECT_EQ(sample::count(html, "<th scope=\"row\" rowspan=\"2\">集める <small>集める</small></th>"), 1U);
}

TEST(Gantt, EveryRowHasACellForEveryMonthAndSaysInWordsWhatIsDrawn) {
  auto const html = body_of({{chart(), {}}});
  EXPECT_EQ(sample::count(html, "colspan=\"3\""), 2U) << "the mark in the year before is in the cell of its bar";
  EXPECT_EQ(sample::count(html, "<td></td>"), 2U);
  EXPECT_THAT(html, HasSubstr("gantt-left-0 gantt-span-3 gantt-from-1 gantt-to-3\""));
  EXPECT_EQ(sample::count(html, "<div class=\"told\">集める2</div>"), 2U);
  EXPECT_THAT(html, HasSubstr("<div class=\"track\" aria-hidden=\"true\">"));
}

TEST(Gantt, EscapesWhatItSays) { EXPECT_THAT(body_of({{chart(hostile), {}}}), Not(HasSubstr("<script"))); }

TEST(Gantt, WordsLongerThanTheirBarStandOnTheSideWithMoreRoom) {
  auto gantt = chart();
  auto& bar = gantt.groups[0].rows[0].activities[0];
  bar.marks.clear();
  bar.name = {model::words("とても長い名前の取組がここにあります")};
  bar.first = bar.last = 0;
  EXPECT_THAT(body_of({{gantt, {}}}), HasSubstr("class=\"bar done yearly right "));
  bar.first = bar.last = 3;
  EXPECT_THAT(body_of({{gantt, {}}}), HasSubstr("class=\"bar done yearly left "));
  bar.name = {model::words("短")}, bar.words.clear();
  EXPECT_THAT(body_of({{gantt, {}}}), HasSubstr("class=\"bar done yearly inside "));
}

TEST(Figure, AWideDrawingStandsInARegionThatKeysCanMove) {
  auto const figure = [](double width) {
    return model::Block{model::Figure{model::Drawing{width, 10, {}}, "図", {}}, {}};
  };
  auto const region = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"図1\"><svg";
  EXPECT_THAT(body_of({figure(474)}), HasSubstr(region));
  EXPECT_THAT(body_of({figure(100)}), Not(HasSubstr("role=\"region\"")));
}

}  // namespace
}  // namespace tebiki::html
