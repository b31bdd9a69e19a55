#include <fmt/format.h>
#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using model::Gantt;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

model::Field choice(FieldSpec spec, std::vector<std::string> choices, model::Role role = model::Role::none) {
  auto made = field(spec);
  made.choices = std::move(choices);
  made.role = role;
  return made;
}

std::vector<std::string> const months = {"前年度3月", "4月",  "5月",  "6月", "7月", "8月", "9月",
                                         "10月",      "11月", "12月", "1月", "2月", "3月"};

/// A list of activities with keys of its own: what they mean is said by roles.
model::Site plan(std::vector<model::Record> records) {
  using model::Role;
  auto site = made::site();
  model::List list;
  list.slug = "plan";
  list.schema.title = "取組";
  list.schema.fields = {
      field({"name", "取組"}),
      choice({"phase", "段階"}, {"①現状分析", "②実施"}),
      choice({"subject", "項目"}, {"（ア）資源", "（ウ）体制", "（イ）課題"}),
      field({"who", "担当"}),
      choice({"sort", "種類"}, {"実施", "検討"}, Role::kind),
      choice({"sure", "確かさ"}, {"日付あり", "毎年", "時期未定"}, Role::certainty),
      choice({"from", "始まり"}, months, Role::first_month),
      choice({"till", "終わり"}, months, Role::last_month),
      choice({"on", "行う月", FieldKind::choices}, months, Role::months),
      choice({"was", "前年度の月", FieldKind::choices}, months, Role::earlier_months),
      choice({"year", "年度"}, {"令和5年度", "令和6年度"}, Role::fiscal_year),
  };
  list.records = std::move(records);
  site.lists.push_back(std::move(list));
  return site;
}

auto gantt_of(std::vector<model::Record> records, Options more = {}) {
  Options options = {{"list", text("plan")}, {"as", text("gantt")}};
  for (auto& option : more) options.push_back(option);
  return composed("view", options, plan(std::move(records)));
}

/// `① | （ア）: name [4月-3月 done fixed] words *5月` for each activity.
std::string bars_of(Gantt const& gantt) {
  static constexpr char const* kinds[] = {"done", "considered"};
  static constexpr char const* certainties[] = {"fixed", "yearly", "unknown"};
  static constexpr char const* shapes[] = {"*", "@", "?"};
  std::string out;
  for (auto& group : gantt.groups) {
    for (auto& row : group.rows) {
      for (auto& activity : row.activities) {
        out += group.title + "|" + inline_text(row.name) + (row.note.empty() ? "" : " <" + row.note + ">") + "|" +
               model::plain_text(activity.name) + " [" + gantt.columns[activity.first] + "-" +
               gantt.columns[activity.last] + (activity.has_bar ? " " : " no bar ") + kinds[int(activity.kind)] + " " +
               certainties[int(activity.certainty)] + "]";
        if (!activity.words.empty()) out += " " + activity.words;
        for (auto& mark : activity.marks)
          out += std::string(" ") + shapes[int(mark.shape)] + gantt.columns[mark.column];
        out += "\n";
      }
    }
  }
  return out;
}

TEST(Gantt, DrawsWhatHasMonthsThereAndWhatHasNoneThroughTheYear) {
  auto result = gantt_of(
      {record("a", "集める", "1", {{"from", text("5月")}, {"till", text("7月")}, {"sort", text("検討")}}),
       record("b", "開く", "2", {{"from", text("6月")}}), record("c", "配る", "3", {{"sure", text("時期未定")}}),
       record("d", "続ける", "4", {{"sure", text("毎年")}, {"from", text("4月")}, {"till", text("3月")}})});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(bars_of(only<Gantt>(result.blocks)),
            "|[集める](ref:plan/a)| [5月-7月 considered fixed]\n"
            "|[開く](ref:plan/b)| [6月-6月 done fixed]\n"
            "|[配る](ref:plan/c)| [4月-3月 done unknown]\n"
            "|[続ける](ref:plan/d)| [4月-3月 done yearly]\n");
}

TEST(Gantt, OfRecordsOfSeveralFiscalYearsIsToldUnlessItPartsThem) {
  auto const of = [](char const* year) { return Options{{"from", text("5月")}, {"year", text(year)}}; };
  std::vector<model::Record> const records = {record("a", "あ", "あ", of("令和5年度")),
                                              record("b", "い", "い", of("令和6年度"))};
  EXPECT_THAT(gantt_of(records).mistakes,
              ElementsAre(HasSubstr("gantt-of-several-years\n1つの表に「令和5年度」「令和6年度」の帯がまざります。\n"
                                    "where で1つの年度を選び（where: {year: 令和6年度}）、年度ごとに view を分けて"
                                    "ください。")));
  EXPECT_THAT(gantt_of(records, {{"group", text("year")}}).mistakes, IsEmpty());
  EXPECT_THAT(gantt_of(records, {{"rows", list({"year", "who"})}}).mistakes, IsEmpty());
  EXPECT_THAT(gantt_of(records, {{"where", where({{"year", text("令和6年度")}}, 3)}}).mistakes, IsEmpty());
}

TEST(Gantt, PutsActivitiesInRowsOfAFieldInTheOrderOfTheSchemaWithWhatTheyShareBelow) {
  auto const of = [](char const* phase, char const* subject, char const* who) {
    return Options{{"phase", text(phase)}, {"subject", text(subject)}, {"who", text(who)}};
  };
  auto result = gantt_of({record("a", "い", "い", of("②実施", "（イ）課題", "市")),
                          record("b", "う", "う", of("②実施", "（ウ）体制", "市")),
                          record("c", "え", "え", of("②実施", "（ウ）体制", "センター")),
                          record("d", "お", "お", of("①現状分析", "（ア）資源", "市"))},
                         {{"rows", list({"subject", "who"})},
                          {"columns", list({"sure"})},
                          {"group", text("phase")},
                          {"sort", text("subject")},
                          {"caption", text("予定")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& gantt = only<Gantt>(result.blocks);
  EXPECT_EQ(inline_text(gantt.caption), "予定");
  EXPECT_EQ(gantt.names, "項目");
  EXPECT_EQ(bars_of(gantt),
            "①現状分析|（ア）資源 <市>|お [4月-3月 done unknown]\n"
            "②実施|（ウ）体制 <市、センター>|う [4月-3月 done unknown]\n"
            "②実施|（ウ）体制 <市、センター>|え [4月-3月 done unknown]\n"
            "②実施|（イ）課題 <市>|い [4月-3月 done unknown]\n");
}

TEST(Gantt, PutsRecordsOfEqualRowsTogetherInTheOrderInWhichTheRowsAreMet) {
  std::vector<model::Record> records;
  for (int i = 0; i < 3000; ++i) {
    auto const id = fmt::format("r{:04}", i);
    records.push_back(record(id, id, id, {{"who", text(fmt::format("組{}", i * 7 % 1000))}}));
  }
  auto result = gantt_of(std::move(records), {{"rows", list({"who"})}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& rows = only<Gantt>(result.blocks).groups.front().rows;
  ASSERT_EQ(rows.size(), 1000u);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(inline_text(rows[i].name), fmt::format("組{}", i * 7 % 1000));
    std::vector<std::string> names;
    for (auto& activity : rows[i].activities) names.push_back(model::plain_text(activity.name));
    EXPECT_THAT(
        names, ElementsAre(fmt::format("r{:04}", i), fmt::format("r{:04}", i + 1000), fmt::format("r{:04}", i + 2000)));
  }
}

TEST(Gantt, MarksSingleMonthsAndThoseOfAnotherYear) {
  auto result = gantt_of(
      {record("a", "協議会", "1", {{"was", list({"8月", "3月"})}}),
       record("b", "発表会", "2", {{"on", list({"10月", "前年度3月"})}}),
       record("c", "定例会", "3",
              {{"sure", text("毎年")}, {"from", text("4月")}, {"till", text("5月")}, {"on", list({"4月", "5月"})}})});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& gantt = only<Gantt>(result.blocks);
  EXPECT_EQ(bars_of(gantt),
            "|[協議会](ref:plan/a)| [4月-3月 done unknown] ?8月 ?3月\n"
            "|[発表会](ref:plan/b)| [前年度3月-10月 no bar done fixed] *10月 *前年度3月\n"
            "|[定例会](ref:plan/c)| [4月-5月 done yearly] @4月 @5月\n");
  std::vector<std::string> legend;
  for (auto& sample : gantt.legend) legend.push_back(sample.words);
  EXPECT_THAT(legend, ElementsAre("実施、毎年", "実施、時期未定", "行う月", "毎月", "前年度の月"));
}

TEST(Gantt, SaysInWordsWhatABarShows) {
  auto result =
      gantt_of({record("a", "調べる", "1",
                       {{"sort", text("検討")}, {"sure", text("毎年")}, {"from", text("4月")}, {"till", text("6月")}}),
                record("b", "協議会", "2", {{"sure", text("時期未定")}, {"was", list({"8月", "11月"})}}),
                record("c", "開く", "3", {{"from", text("前年度3月")}})});
  auto& rows = only<Gantt>(result.blocks).groups.at(0).rows;
  EXPECT_EQ(rows[0].activities[0].told, "検討、4月から6月まで、毎年");
  EXPECT_EQ(rows[1].activities[0].told, "時期未定、前年度の月：8月、11月");
  EXPECT_EQ(rows[2].activities[0].told, "前年度3月");
}

TEST(Gantt, ABarThatEndsBeforeItBeginsIsAnErrorAtItsEnd) {
  auto result = gantt_of({record("a", "逆", "1", {{"from", text("8月", 701)}, {"till", text("5月", 702)}})});
  EXPECT_THAT(result.mistakes,
              ElementsAre("702 bar-ends-before-it-begins\n「逆」の終わりの月（5月）が、始まりの月（8月）より前です。\n"
                          "「始まり」と「終わり」を確かめて、正しい順に直してください。\n"
                          "“逆” ends (5月) before it begins (8月).\nPut “始まり” and “終わり” in the right order."));
}

TEST(Gantt, AMonthOutsideTheYearIsAnErrorThatNamesTheMonths) {
  auto result = gantt_of({record("a", "外", "1", {{"from", text("翌年4月", 701)}}),
                          record("b", "印", "2", {{"was", list({"13月"}, 702)}})});
  EXPECT_THAT(result.mistakes, ElementsAre(HasSubstr("701 month-outside-the-year\n「翌年4月」は、この表の月の外です。\n"
                                                     "表の月は「前年度3月」「4月」"),
                                           HasSubstr("702 month-outside-the-year\n「13月」は")));
}

TEST(Gantt, AnEndWithoutABeginningAndACertaintyWithoutMonthsAreTold) {
  auto result = gantt_of({record("a", "終わり", "1", {{"till", text("5月", 701)}}),
                          record("b", "毎年", "2", {{"sure", text("毎年", 702)}})});
  EXPECT_THAT(result.mistakes,
              ElementsAre(HasSubstr("701 bar-without-beginning\n"), HasSubstr("702 warning bar-without-months\n")));
  EXPECT_THAT(result.mistakes[1], HasSubstr("「始まり」に月を入れるか、「確かさ」を「時期未定」にしてください。"));
}

TEST(Gantt, AListWithoutMonthsIsAnErrorAndNoOtherViewHasRows) {
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("gantt")}});
  EXPECT_THAT(
      result.mistakes,
      ElementsAre(HasSubstr("250 gantt-without-months\n一覧「facilities」には、始まりの月の項目がありません。")));
  result = composed("view", {{"list", text("facilities")}, {"rows", list({"services"})}});
  EXPECT_THAT(result.mistakes,
              ElementsAre(HasSubstr("200 option-of-another-view\n「rows」は、as: gantt のときだけ使えます。")));
}

TEST(Views, RefuseOptionsThatOnlyAnotherKindHas) {
  for (auto const& [option, value, kind] :
       {std::tuple("draw", "lines", "chart"), std::tuple("by", "question", "survey"),
        std::tuple("unit", "services", "chart"), std::tuple("remark", "services", "survey"),
        std::tuple("from", "2026-10", "calendar")}) {
    auto const result = composed("view", {{"list", text("facilities")}, {"as", text("table")}, {option, text(value)}});
    EXPECT_THAT(result.mistakes, ElementsAre(HasSubstr(fmt::format(
                                     "option-of-another-view\n「{}」は、as: {} のときだけ使えます。", option, kind))));
  }
}

}  // namespace
