// A new fiscal year that no page and no booklet asks for.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string view(std::string const& options) { return "# 取組\n\n```view\nlist: x\n" + options + "```\n"; }

/// What is said of a list with two records of 令和9年度, one of 令和6年度 and one of 令和4年度.
std::vector<std::string> said(Files files) {
  files.merge(list_of(R"("name": {"type": "string"}, "nendo": {"type": "string", "x-label": "年度"})", "a.json",
                      R"([{"id": "a", "name": "あ", "nendo": "令和6年度"},
 {"id": "b", "name": "い", "nendo": "R9"}, {"id": "c", "name": "う", "nendo": "令和9年度"},
 {"id": "d", "name": "え", "nendo": "令和4年度"}])"));
  files.emplace("publications/p/publication.json", R"({"title": "冊子"})");
  return mistakes(std::move(files));
}

constexpr auto old_booklet = "publications/p/01-a.md";
constexpr auto place = "lists/x/a.json:2:36: 年度が「R9」の記録（2件）は、一覧「x」のほかには、年度で選ぶ";
constexpr auto remedy =
    " のまとまりを写し、写したほうの年度、見出し、目印（{#…}）を書き替えてください。今あるまとまりに年度を書き足すと、"
    "2つの年度がまざります。年度の書きまちがいなら、ここを直してください。";

TEST(FiscalYears, ThatAreNewAndThatNoPageOrBookletAsksForAreToldOnceWithWhatToCopy) {
  EXPECT_THAT(said({{"pages/plan.md", view("where: {nendo: 令和6年度}\n")},
                    {old_booklet, view("where: {年度: [令和5年度, R6]}\n")}}),
              ElementsAre(std::string(place) + "ページと冊子のどれにも出ません。 → pages/plan.md の5行目、" +
                          old_booklet + " の5行目" + remedy));
}

TEST(FiscalYears, ThatOneViewOfAPageShowsAreToldOfTheOthersOfThatPage) {
  auto const table = view("as: table\nwhere: {nendo: 令和6年度}\n");
  auto const gantt = view("as: gantt\nwhere: {nendo: 令和6年度}\n");
  auto const new_table = view("as: table\nwhere: {nendo: 令和9年度}\n");
  std::string const left =
      "lists/x/a.json:2:36: 年度が「R9」の記録（2件）は、pages/plan.md の14行目 が前の年度までの"
      "ままなので、そこには出ません。 → pages/plan.md の14行目";
  EXPECT_THAT(said({{"pages/plan.md", table + "\n" + gantt + "\n" + new_table}, {old_booklet, "い\n"}}),
              ElementsAre(left + remedy));
  EXPECT_THAT(said({{"pages/plan.md", table + "\n" + new_table}, {"pages/archive.md", gantt}, {old_booklet, "い\n"}}),
              IsEmpty())
      << "another page may keep to the old year";
  EXPECT_THAT(said({{"pages/plan.md", table + "\n" + gantt + "\n"}, {old_booklet, "い\n"}}),
              ElementsAre(std::string(place) + "ページのどれにも出ません。 → pages/plan.md の6行目、14行目" + remedy))
      << "each view that lacks it is named";
  auto const older =
      view("as: table\nwhere: {nendo: 令和4年度}\n") + "\n" + view("as: gantt\nwhere: {nendo: 令和4年度}\n");
  auto const new_gantt = view("as: gantt\nwhere: {nendo: 令和9年度}\n");
  EXPECT_THAT(
      said({{"pages/plan.md", older + "\n" + table + "\n" + new_table + "\n" + new_gantt}, {old_booklet, "い\n"}}),
      IsEmpty())
      << "a year gone by did without one of the views";
  auto const of_others = view("as: gantt\nwhere: {nendo: 令和6年度, name: か}\n");
  EXPECT_THAT(said({{"pages/plan.md", table + "\n" + of_others + "\n" + new_table}, {old_booklet, "い\n"}}), IsEmpty())
      << "no record of the new year belongs there";
}

TEST(FiscalYears, ThatPagesAskForAndBookletsDoNotAreToldOfTheBooklets) {
  EXPECT_THAT(said({{"pages/plan.md", view("where: {nendo: [令和6年度, 令和9年度]}\n")},
                    {old_booklet, view("where: {nendo: 令和6年度}\n")}}),
              ElementsAre(std::string(place) + "冊子のどれにも出ません。 → " + old_booklet + " の5行目" + remedy));
}

TEST(FiscalYears, ThatAreShownOrOlderThanAllThatAreAskedForAreFine) {
  EXPECT_THAT(said({{"pages/plan.md", view("where: {nendo: R9}\n")}, {old_booklet, "# 章\n\nい\n"}}), IsEmpty())
      << "the pages went on to the new year; no booklet selects by year";
  EXPECT_THAT(said({{"pages/plan.md", view("where: {nendo: 令和6年度}\n") + "\n" + view("")}, {old_booklet, "い\n"}}),
              IsEmpty())
      << "another view shows all";
  EXPECT_THAT(said({{"pages/plan.md", "---\npublish_from: 2027-04-01\n---\n" + view("where: {nendo: 令和9年度}\n")},
                    {"pages/now.md", view("where: {nendo: 令和6年度}\n")},
                    {old_booklet, "い\n"}}),
              IsEmpty())
      << "a page that is to come shows it";
}

}  // namespace
}  // namespace tebiki::loading
