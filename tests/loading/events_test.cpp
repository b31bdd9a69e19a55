#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/diagnostics.hpp"
#include "loading/load.hpp"
#include "model/events_and_films.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Loaded {
  model::Site site;
  std::string report;
  std::optional<DatedChange> next;
};

/// The keys of the list are no English words: what fields mean is said by their roles.
Loaded loaded(std::string const& records, std::string const& site_json = R"({"name": "見本"})",
              std::map<std::string, std::string> more = {}) {
  more.insert({{"site.json", site_json},
               {"lists/moyooshi/schema.json", R"({"title": "催し", "properties": {
                  "dai": {"type": "string", "x-role": "name", "x-label": "題"},
                  "hi": {"format": "date", "x-role": "begins", "x-label": "開催日"},
                  "owari": {"format": "date", "x-role": "ends", "x-label": "終了日"},
                  "jikan": {"format": "hours", "x-label": "時間"},
                  "kigen": {"format": "date", "x-role": "deadline", "x-label": "申込期限"}}})"},
               {"lists/moyooshi/a.json", records}});
  base::Sources sources;
  base::Diagnostics diagnostics;
  Loaded result;
  result.site = load(base::MemoryTree(std::move(more)), {2026, 10, 15}, 1, sources, diagnostics);
  result.next = next_change(result.site, {2026, 10, 15});
  result.report = base::text_report(diagnostics.sorted(sources), sources, base::Language::ja);
  return result;
}

/// What is doubted of one record, without its place.
std::vector<std::string> doubts(std::string const& members) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::map<std::string, std::string> files{{"site.json", R"({"name": "見本"})"},
                                           {"lists/x/schema.json", R"({"title": "一覧", "properties": {
         "dai": {"type": "string", "x-role": "name", "x-label": "題"},
         "nendo": {"type": "string", "x-label": "年度"},
         "hi": {"format": "date", "x-role": "begins", "x-label": "開催日"},
         "owari": {"format": "date", "x-role": "ends", "x-label": "終了日"},
         "kotoba": {"type": "string", "x-role": "day-words", "x-label": "日付"},
         "jikan": {"format": "hours", "x-label": "時間"},
         "uketsuke": {"type": "string", "x-role": "reception", "x-label": "受付"},
         "tsuki": {"enum": ["7月", "8月"], "x-role": "first-month", "x-label": "月"},
         "tashika": {"enum": ["日付あり", "毎年", "時期未定"], "x-role": "certainty", "x-label": "確かさ"}}})"},
                                           {"lists/x/a.json", R"([{"id": "a", "name": "あ", )" + members + "}]"}};
  load(base::MemoryTree(std::move(files)), {2026, 10, 15}, 1, sources, diagnostics);
  std::vector<std::string> said;
  for (auto const& item : diagnostics.sorted(sources)) {
    EXPECT_EQ(item.severity, base::Severity::warning) << item.message.ja;
    said.push_back(item.message.ja + " → " + item.hint.ja);
  }
  return said;
}

TEST(Events, ThatEndBeforeTheyBeginAreErrorsAtTheirEnd) {
  EXPECT_EQ(loaded("[{\"id\": \"a\", \"dai\": \"x\", \"hi\": \"2026-11-02\",\n  \"owari\": \"2026-11-01\"}]").report,
            "lists/moyooshi/a.json:2:12: 誤り: 終了日（令和8年11月1日）が、開催日（令和8年11月2日）より前です。 "
            "[event-days]\n"
            "      \"owari\": \"2026-11-01\"}]\n"
            "               ^^^^^^^^^^^^\n"
            "    → 年と月を確かめて、どちらかの日付を直してください。決まっていなければ「終了日」を消します。\n");
}

TEST(Events, WithADeadlineAfterTheirLastDayAreErrorsAtTheDeadline) {
  auto const late = R"([{"id": "a", "dai": "x", "hi": "2026-11-02", "kigen": "2026-11-03"}])";
  EXPECT_THAT(loaded(late).report,
              HasSubstr("1:55: 誤り: 申込期限（令和8年11月3日）が、開催日（令和8年11月2日）より後です。"));
  auto const of_several =
      R"([{"id": "a", "dai": "x", "hi": "2026-11-02", "owari": "2026-11-04", "kigen": "2026-11-05"}])";
  EXPECT_THAT(loaded(of_several).report, HasSubstr("終了日（令和8年11月4日）より後です。"));
  auto const in_time = R"([{"id": "a", "dai": "x", "hi": "2026-11-02", "owari": "2026-11-04", "kigen": "2026-11-04"}])";
  EXPECT_EQ(loaded(in_time).report, "");
}

TEST(Events, WhoseDayLiesInAnotherFiscalYearAreDoubted) {
  EXPECT_THAT(doubts(R"("nendo": "令和8年度", "hi": "2027-04-10")"),
              ElementsAre("年度は「令和8年度」ですが、開催日（令和9年4月10日）は令和9年度です。 → "
                          "どちらかを直してください。年度は、4月から次の年の3月までです。"));
  EXPECT_THAT(doubts(R"("nendo": "R7", "kotoba": "令和8年4月・5月")"),
              ElementsAre("年度は「R7」ですが、日付（令和8年4月・5月）は令和8年度です。 → "
                          "どちらかを直してください。年度は、4月から次の年の3月までです。"));
  EXPECT_THAT(doubts(R"("nendo": "令和8年度", "hi": "2027-03-31", "owari": "2027-04-01")"), IsEmpty());
  EXPECT_THAT(doubts(R"("nendo": "令和5年度", "kotoba": "2月（日の記載なし）")"), IsEmpty()) << "no year is said";
}

TEST(Events, WhoseReceptionOpensAfterTheyBeganAreDoubted) {
  EXPECT_THAT(doubts(R"("hi": "2026-11-02", "jikan": "13:00〜15:00", "uketsuke": "13:30から")"),
              ElementsAre("受付（13:30）が、時間の始まり（13:00）より後です。 → どちらかの時刻を直してください。"));
  for (auto const* time : {"13:00", "午後0時30分", "当日", "12:30から（2階）"})
    EXPECT_THAT(doubts(fmt::format(R"("hi": "2026-11-02", "jikan": "13:00〜15:00", "uketsuke": "{}")", time)),
                IsEmpty());
}

TEST(Plans, ThatSayTwoThingsOfTheirTimeAreDoubted) {
  EXPECT_THAT(doubts(R"("tashika": "日付あり", "kotoba": "時期未定（見本）")"),
              ElementsAre("確かさは「日付あり」ですが、日付は「時期未定（見本）」です。 → どちらかを直してください。"));
  EXPECT_THAT(doubts(R"("tashika": "時期未定", "kotoba": "8月8日")"),
              ElementsAre("確かさは「時期未定」ですが、日付は「8月8日」です。 → どちらかを直してください。"));
  EXPECT_THAT(doubts(R"("tashika": "時期未定", "tsuki": "8月")"),
              ElementsAre("確かさは「時期未定」ですが、月は「8月」です。 → どちらかを直してください。"));
  EXPECT_THAT(doubts(R"("tashika": "時期未定", "kotoba": "年3回（月は時期未定）")"), IsEmpty());
}

TEST(Records, WithADayInTheirWordsThatDoesNotExistAreDoubted) {
  EXPECT_THAT(doubts(R"("kotoba": "2月30日")"),
              ElementsAre("日付に、ない日（2月30日）が書かれています。 → 月と日を確かめて、書き直してください。"));
  EXPECT_THAT(doubts(R"("dai": "令和7年２月２９日の会")"),
              ElementsAre("題に、ない日（2月29日）が書かれています。 → 月と日を確かめて、書き直してください。"));
  for (auto const* words : {"2月29日", "令和6年2月29日", "3か月30日", "4月31日間", "毎月15日", "12月31日"})
    EXPECT_THAT(doubts(fmt::format(R"("kotoba": "{}")", words)), IsEmpty()) << words;
}

TEST(Events, OfOneDayThatEndOnTheNextAreDoubtedUnlessTheySaySo) {
  EXPECT_THAT(loaded(R"([{"id": "a", "dai": "x", "hi": "2026-11-02", "jikan": "16:00〜14:00"}])").report,
              HasSubstr("1:55: 注意: 時間は「16:00〜翌14:00」で、次の日に終わることになります。 [event-days]"));
  for (auto rest : {R"("hi": "2026-11-02", "jikan": "14:00〜16:00")", R"("hi": "2026-11-02", "jikan": "18:30から")",
                    R"("hi": "2026-11-02", "owari": "2026-11-03", "jikan": "22:00〜翌6:00")"})
    EXPECT_EQ(loaded(std::string(R"([{"id": "a", "dai": "x", )") + rest + "}]").report, "") << rest;
}

TEST(Events, MayHaveSeveralDays) {
  auto const site =
      loaded(R"([{"id": "a", "dai": "x", "hi": ["2026-11-09", "2026-11-02"], "jikan": "18:30から"}])").site;
  auto const event = model::event_of(site.lists[0].schema, site.lists[0].records[0]);
  ASSERT_TRUE(event);
  ASSERT_EQ(event->stretches.size(), 2u);
  EXPECT_EQ(event->first(), (model::Date{2026, 11, 2}));
  EXPECT_EQ(event->last(), (model::Date{2026, 11, 9}));
  ASSERT_TRUE(event->hours);
  EXPECT_EQ(event->hours->ranges[0].from, 18 * 60 + 30);
  EXPECT_EQ(event->hours->ranges[0].until, model::TimeRange::unsaid);
}

TEST(Events, AreOpenUntilTheirDeadlineAndOverAfterTheirLastDay) {
  model::Event event;
  event.stretches = {{{2026, 11, 2}, {2026, 11, 3}}};
  EXPECT_EQ(model::state_of(event, {2026, 11, 3}), model::EventState::open);
  EXPECT_EQ(model::state_of(event, {2026, 11, 4}), model::EventState::over);
  event.deadline = model::Date{2026, 10, 30};
  EXPECT_EQ(model::state_of(event, {2026, 10, 30}), model::EventState::open);
  EXPECT_EQ(model::state_of(event, {2026, 10, 31}), model::EventState::closed);
}

TEST(Events, ChangeTheSiteTheDayAfterTheirDeadlineAndAfterTheirLastDay) {
  auto const both = loaded(R"([{"id": "a", "dai": "話す会", "hi": "2026-11-02", "kigen": "2026-10-30"}])");
  ASSERT_TRUE(both.next);
  EXPECT_EQ(both.next->day, (model::Date{2026, 10, 31}));
  EXPECT_EQ(both.next->what, "話す会");
  EXPECT_EQ(both.next->kind, DatedChange::Kind::closes);
  auto const later = loaded(R"([{"id": "a", "dai": "話す会", "hi": "2026-11-02", "kigen": "2026-10-01"}])");
  ASSERT_TRUE(later.next);
  EXPECT_EQ(later.next->day, (model::Date{2026, 11, 3}));
  EXPECT_EQ(later.next->kind, DatedChange::Kind::is_over);
  EXPECT_FALSE(loaded(R"([{"id": "a", "dai": "話す会", "hi": "2026-10-01"}])").next);
}

TEST(Holidays, AreDaysWithNamesInTheSiteFile) {
  auto const site = loaded("[]", R"({"name": "見本", "holidays": {"2026-11-03": "文化の日"}})").site;
  EXPECT_THAT(site.holidays, ElementsAre(std::pair(model::Date{2026, 11, 3}, std::string("文化の日"))));
  EXPECT_THAT(loaded("[]", R"({"name": "見本", "holidays": {"11月3日": "文化の日", "2026-02-30": "x"}})").report,
              testing::AllOf(HasSubstr("祝日「11月3日」は日付として読めません。"), HasSubstr("祝日「2026-02-30」")));
}

TEST(Flyers, AreAskedForByAPublicationWithoutParts) {
  auto const made = loaded("[{\"id\": \"a\", \"dai\": \"x\"}]", R"({"name": "見本"})",
                           {{"publications/chirashi/publication.json",
                             R"({"title": "チラシ", "flyers": {"list": "moyooshi", "design": "a", "past": true}})"}});
  EXPECT_EQ(made.report, "");
  ASSERT_EQ(made.site.publications.size(), 1u);
  ASSERT_EQ(made.site.publications[0].flyers.size(), 1u);
  EXPECT_EQ(made.site.publications[0].flyers[0].past, model::FlyerRequest::Past::included);
}

TEST(Flyers, AreChosenByConditionsInAnySpellingThatAViewTakes) {
  auto const made = loaded(
      R"([{"id": "a", "dai": "x", "hi": "2027-02-05"}])", R"({"name": "見本"})",
      {{"publications/chirashi/publication.json",
        R"({"title": "チラシ", "flyers": {"list": "moyooshi", "design": "a", "where": {"hi": "令和9年2月5日"}}})"}});
  EXPECT_EQ(made.report, "");
  EXPECT_EQ(made.site.publications.at(0).flyers.at(0).where.text_of("hi"), "2027-02-05");
}

TEST(Flyers, OfAPublicationWithoutPartsAreThoseOfItsAreasToo) {
  auto made = loaded(R"([{"id": "a", "dai": "x", "hi": "2027-02-05"}])",
                     R"({"name": "見本", "areas": [{"id": "kita", "label": "北"}]})",
                     {{"publications/chirashi/publication.json",
                       R"({"title": "チラシ", "flyers": {"list": "moyooshi", "design": "a"}})"}});
  EXPECT_EQ(select_area(made.site, made.site.areas.at(0)).publications.size(), 1u);
}

std::string design_report(std::string const& boxes) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  base::DiskTree const tests(std::string(TEBIKI_SOURCE_DIR) + "/tests");
  base::MemoryTree templates({{"print/standard.json", tests.read("print/standard.json").value_or("")},
                              {"print/flyer-c.json", "{\"boxes\": [" + boxes + "]}"}});
  load_print_style(templates, "standard", sources, diagnostics);
  return base::text_report(diagnostics.sorted(sources), sources, base::Language::ja);
}

TEST(FlyerDesigns, AreFilesAmongTheTemplatesOfPrint) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  base::DiskTree templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  auto const style = load_print_style(templates, "standard", sources, diagnostics);
  EXPECT_EQ(diagnostics.size(), 0u);
  ASSERT_TRUE(style.flyer("a"));
  ASSERT_TRUE(style.flyer("b"));
  EXPECT_FALSE(style.flyer("c"));
}

TEST(FlyerDesigns, ReportWhatThereIsNot) {
  auto const place = std::string(R"("x": 1, "y": 1, "width": 50, "height": 9)");
  EXPECT_EQ(design_report("{" + place + R"(, "lines": ["name", {"value": "month", "size": 40}]})"), "");
  EXPECT_THAT(design_report("{" + place + R"(, "lines": ["nam"]})"),
              HasSubstr("チラシに「nam」というものは入れられません。"));
  EXPECT_THAT(design_report("{" + place + R"(, "fill": "brandd"})"), HasSubstr("「brandd」という色はありません。"));
  EXPECT_THAT(design_report("{" + place + R"(, "least": 6})"), HasSubstr("「least」を 6 にすることはできません。"));
  EXPECT_THAT(design_report("{" + place + R"(, "kind": "row"})"), HasSubstr("「kind」に「row」は選べません。"));
  EXPECT_THAT(design_report(R"({"x": 1})"), HasSubstr("width"));
}

TEST(Events, WithADeadlineLongBeforeThemAreDoubted) {
  EXPECT_THAT(loaded(R"([{"id": "a", "dai": "x", "hi": "2027-02-13", "kigen": "2026-01-05"}])").report,
              HasSubstr("1:55: 注意: 申込期限（令和8年1月5日）が、開催日（令和9年2月13日）より404日も前です。 "
                        "[early-deadline]"));
  EXPECT_EQ(loaded(R"([{"id": "a", "dai": "x", "hi": "2027-02-13", "kigen": "2026-10-16"}])").report, "");
}

TEST(Records, WithTimesThatOverlapAreDoubted) {
  EXPECT_THAT(doubts(R"("jikan": "9:00〜12:00、11:00〜17:00")"),
              ElementsAre("時間（9:00〜12:00、11:00〜17:00）の時間が、重なっています。 → "
                          "前の終わりか、後の始まりの時刻を直してください。"));
  EXPECT_THAT(doubts(R"("jikan": "9:00〜12:00、12:00〜17:00")"), IsEmpty());
}

TEST(Events, ThatSayUntilWhenOneAppliesButNotTheirDayAreDoubted) {
  EXPECT_THAT(loaded(R"([{"id": "a", "dai": "あ", "kigen": "2026-12-01"}])").report,
              HasSubstr("申込期限はありますが、開催日がありません。"));
  EXPECT_EQ(loaded(R"([{"id": "a", "dai": "あ"}])").report, "");
}

TEST(Events, AreNotAskedWhetherTheyAreOpenNow) {
  auto const report = loaded(R"([{"id": "a", "dai": "あ", "hi": "2026-12-01", "jikan": "1回目 13時半開場"}])").report;
  EXPECT_THAT(report, testing::Not(HasSubstr("いま開いている")));
}

}  // namespace
}  // namespace tebiki::loading
