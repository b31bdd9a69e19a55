// Calendars, agendas, the heads of events' pages, and flyers: from content to blocks and booklets.
#include <gmock/gmock.h>

#include "loading/load.hpp"
#include "source_dir.hpp"
#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace tebiki;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto schema = R"({"title": "催し", "properties": {
  "title": {"type": "string", "x-label": "題名"},
  "day": {"format": "date", "x-role": "begins", "x-label": "開催日"},
  "last": {"format": "date", "x-role": "ends", "x-label": "終了日"},
  "when": {"type": "string", "x-label": "日付"},
  "time": {"format": "hours", "x-label": "時間"},
  "reception": {"type": "string", "x-label": "受付の開始"},
  "hall": {"type": "string", "x-role": "place", "x-label": "会場"},
  "for": {"enum": ["市民", "職員"], "x-role": "audience-kind", "x-label": "対象の区分"},
  "quota": {"type": "integer", "x-label": "定員"},
  "limit": {"format": "date", "x-role": "deadline", "x-label": "申込期限"},
  "form": {"format": "uri", "x-role": "form-address", "x-label": "申込フォーム"},
  "tel": {"format": "tel", "x-label": "電話"},
  "sheet": {"format": "reference", "x-list": "forms", "x-role": "application", "x-label": "申込の用紙"},
  "came": {"type": "integer", "x-role": "attendance", "x-label": "参加した人"},
  "talks": {"type": "array", "x-role": "programme", "x-label": "話す人", "items": {"type": "object", "properties": {
    "who": {"type": "string", "x-role": "speaker"}, "what": {"type": "string", "x-role": "topic"}}}}}})";

constexpr auto records = R"([
  {"id": "late", "title": "後の会", "day": "2026-12-03", "for": "職員", "tel": "0463-00-0001", "limit": "2026-10-10", "sheet": "training"},
  {"id": "soon", "title": "次の会", "day": "2026-10-24", "time": "14:00〜16:00", "reception": "13:30", "hall": "公民館",
   "for": "市民", "quota": 30, "limit": "2026-10-16", "form": "https://form.example/x", "tel": "0463-00-0002",
   "sheet": "training", "talks": [{"who": "医師", "what": "家で診る"}, {"who": "看護師"}]},
  {"id": "done", "title": "前の会", "day": "2026-09-18", "for": "市民", "came": 42, "tel": "0463-00-0003",
   "form": "https://form.example/y"},
  {"id": "older", "title": "昔の会", "day": "2025-11-02", "for": "職員"},
  {"id": "unknown", "title": "いつかの会", "when": "2月（日の記載なし）"},
  {"id": "days", "title": "続く会", "day": "2026-11-02", "last": "2026-11-04", "for": "市民"}])";

constexpr auto forms_schema = R"({"title": "書式", "properties": {
  "title": {"type": "string", "x-label": "題名"},
  "asked": {"type": "array", "format": "rows", "x-role": "form", "x-label": "欄", "items": {"type": "object", "properties": {
    "section": {"type": "string"}, "label": {"type": "string"}, "kind": {"type": "string"},
    "choices": {"type": "array", "format": "choices", "items": {"type": "string"}}, "times": {"type": "integer"}}}}}})";

constexpr auto forms = R"([{"id": "training", "title": "研修の申込書", "asked": [
  {"section": "連絡先", "label": "事業所", "kind": "文字"},
  {"section": "参加する方", "label": "氏名", "kind": "文字", "times": 2},
  {"section": "参加する方", "label": "職種", "kind": "1つ選ぶ", "choices": ["医師", "ほか＿"]}]},
  {"id": "empty", "title": "欄のない書式"}])";

struct Made {
  model::Documents documents;
  std::vector<std::string> mistakes;

  model::Blocks const& page() const { return made::document(documents, "a/").blocks; }
};

/// The site of the list on 15 October 2026 with a page that holds this view, and a publication with these settings.
Made made_with(std::string const& view, std::string const& publication = "", std::string const& site_more = "",
               std::string const& events = records, std::map<std::string, std::string> const& more = {}) {
  std::map<std::string, std::string> files{
      {"site.json", R"({"name": "見本", "base_url": "https://example.jp/")" + site_more + "}"},
      {"lists/events/schema.json", schema},
      {"lists/events/events.json", events},
      {"lists/forms/schema.json", forms_schema},
      {"lists/forms/forms.json", forms},
      {"lists/plain/schema.json", R"({"title": "日のない一覧", "properties": {"name": {"type": "string"}}})"},
      {"lists/plain/a.json", R"([{"id": "a", "name": "x"}])"},
      {"pages/a.md", "---\ntitle: 暦\n---\n\n```view\n" + view + "\n```\n"}};
  if (!publication.empty()) files["publications/flyers/publication.json"] = publication;
  files.insert(more.begin(), more.end());
  base::Sources sources;
  base::Diagnostics diagnostics;
  auto site = loading::load(base::MemoryTree(files), {2026, 10, 15}, 1, sources, diagnostics);
  site.words = japanese_words();
  base::DiskTree templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  auto const style = loading::load_print_style(templates, "standard", sources, diagnostics);
  Made result;
  result.documents = views::compose(site, style, diagnostics);
  for (auto& one : diagnostics.sorted(sources)) result.mistakes.push_back(one.code + " " + one.message.ja);
  return result;
}

/// `== title` and `days | name | details | state`.
std::string agenda_text(model::Blocks const& blocks) {
  std::string out;
  for (auto& group : made::only<model::Agenda>(blocks).groups) {
    out += "== " + group.title + "\n";
    for (auto& line : group.lines) {
      out += line.days + " | " + line.name + " | ";
      for (auto& detail : line.details) out += detail + " ";
      out += "| " + line.notice.now() + "\n";
    }
  }
  return out;
}

TEST(Agenda, TellsWhatIsToComeFirstThenWhatIsOverThenWhatHasNoDay) {
  auto const made = made_with("list: events\nas: agenda");
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(agenda_text(made.page()),
            "== これからの催し\n"
            "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
            "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n"
            "令和8年12月3日（木） | 後の会 | | 申込の受付は10月10日（土）で終わりました\n"
            "== 終わった催し\n"
            "令和8年9月18日（金） | 前の会 | 42人が参加 | 令和8年9月18日（金）に終わりました\n"
            "令和7年11月2日（日） | 昔の会 | | 令和7年11月2日（日）に終わりました\n"
            "== 日付の分からない催し\n"
            "2月（日の記載なし） | いつかの会 | | \n");
}

TEST(Agenda, IsCutInTheOrderOfDays) {
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nlimit: 2\nwhere: {for: 市民}").page()),
            "== これからの催し\n"
            "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
            "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n");
}

TEST(Agenda, OfWhatIsToComeLeavesOutWhatIsOverAndWhatHasNoDay) {
  std::string const coming =
      "== これからの催し\n"
      "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
      "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n"
      "令和8年12月3日（木） | 後の会 | | 申込の受付は10月10日（土）で終わりました\n";
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: coming").page()), coming);
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: coming\nlimit: 9").page()), coming);
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: past\nlimit: 1").page()),
            "== 終わった催し\n"
            "令和8年9月18日（金） | 前の会 | 42人が参加 | 令和8年9月18日（金）に終わりました\n");
}

TEST(Agenda, OfWhatIsToComeSaysThatThereIsNothing) {
  auto const made = made_with("list: events\nas: agenda\nonly: coming\nwhere: {title: 前の会}");
  EXPECT_THAT(made.mistakes, IsEmpty()) << "tomorrow there may be something";
  EXPECT_EQ(made::outline(made.page()), "paragraph 該当するものはありません。\n");
}

TEST(Events, ToComeCanBeAskedForByOtherViewsOfThem) {
  auto const made = made_with("list: events\nas: table\ncolumns: [title]\nonly: coming\nlimit: 3\nsort: day");
  EXPECT_THAT(made.mistakes, IsEmpty());
  auto const table = made::rows_text(made::only<model::Table>(made.page()));
  EXPECT_THAT(table, HasSubstr("続く会"));
  EXPECT_THAT(table, Not(HasSubstr("いつかの会")));
  EXPECT_THAT(made_with("list: events\nas: agenda\nonly: soon").mistakes,
              ElementsAre(HasSubstr("unknown-value 「soon」")));
  EXPECT_THAT(made_with("list: plain\nas: table\nonly: coming").mistakes,
              ElementsAre(HasSubstr("view-without-days 一覧「plain」には開催日の項目がないので、")));
}

std::vector<model::Calendar> months_of(model::Blocks const& blocks) {
  std::vector<model::Calendar> months;
  for (auto& block : blocks) {
    if (auto* month = std::get_if<model::Calendar>(&block.node)) months.push_back(*month);
  }
  return months;
}

/// `24 次の会、` for every day with something in it.
std::string filled_days(model::Calendar const& month) {
  std::string out;
  for (auto& day : month.days) {
    if (day.items.empty() && day.holiday.empty()) continue;
    out += std::to_string(day.number) + " " + day.holiday;
    for (auto& item : day.items)
      out += (item.kind == model::CalendarItem::Kind::deadline ? "締切 " : "") + item.name + "、";
    out += "\n";
  }
  return out;
}

TEST(Calendar, ShowsTheMonthsThatHoldSomethingFromThisOneOn) {
  auto const made = made_with("list: events\nas: calendar", "", R"(, "holidays": {"2026-11-03": "文化の日"})");
  EXPECT_THAT(made.mistakes, IsEmpty());
  auto const months = months_of(made.page());
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(months[0].title, "令和8年10月");
  EXPECT_THAT(months[0].weekdays, ElementsAre("日", "月", "火", "水", "木", "金", "土"));
  EXPECT_EQ(filled_days(months[0]), "10 締切 後の会、\n16 締切 次の会、\n24 次の会、\n");
  EXPECT_EQ(filled_days(months[1]), "2 続く会、\n3 文化の日続く会、\n4 続く会、\n");
  EXPECT_EQ(months[2].title, "令和8年12月");
}

TEST(Calendar, BeginsItsWeeksOnSundayAndFillsThem) {
  auto const month = months_of(made_with("list: events\nas: calendar\nmonths: 1").page()).at(0);
  ASSERT_EQ(month.days.size(), 35u) << "1 October 2026 is a Thursday";
  EXPECT_EQ(month.days[3].date, "");
  EXPECT_EQ(month.days[4].date, "2026-10-01");
  EXPECT_EQ(month.days[4].title, "10月1日（木）");
  EXPECT_EQ(month.days[34].date, "2026-10-31");
}

TEST(Calendar, ShowsAsManyMonthsAsAreAskedForFromTheOneThatIsNamed) {
  auto const months = months_of(made_with("list: events\nas: calendar\nmonths: 3\nfrom: 2025-11").page());
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(filled_days(months[0]), "2 昔の会、\n");
  EXPECT_EQ(months[2].title, "令和8年1月");
}

TEST(Calendar, WarnsOfAYearWithoutHolidays) {
  auto const made =
      made_with("list: events\nas: calendar\nmonths: 4", "", R"(, "holidays": {"2026-11-03": "文化の日"})");
  EXPECT_THAT(
      made.mistakes,
      ElementsAre("no-holidays 暦に2027年の月を出しますが、site.json の holidays に2027年の祝日がありません。"));
}

TEST(Calendar, OfAListWithoutDaysIsAnError) {
  for (auto kind : {"calendar", "agenda"}) {
    EXPECT_THAT(
        made_with("list: plain\nas: " + std::string(kind)).mistakes,
        ElementsAre(
            "view-without-days 一覧「plain」には開催日の項目がないので、日付で並べることも選ぶこともできません。"));
  }
  EXPECT_THAT(made_with("list: events\nas: calendar\nfrom: 10月").mistakes,
              ElementsAre("malformed-value 「10月」は月として読めません。"));
}

model::RecordHead const& head(Made const& made, std::string const& id) {
  return made::document(made.documents, "events/" + id + "/").head;
}

TEST(EventPages, TellWhenAndWhereFirstAndUntilWhenOneCanApply) {
  auto const made = made_with("list: events\nas: agenda");
  auto const& soon = head(made, "soon");
  ASSERT_TRUE(soon.event);
  EXPECT_THAT(soon.event->days, ElementsAre("令和8年10月24日（土）"));
  EXPECT_EQ(soon.event->time, "14:00〜16:00");
  EXPECT_EQ(soon.event->reception, "受付は13:30から");
  EXPECT_EQ(soon.event->notice.now(), "申込は10月16日（金）まで");
  EXPECT_EQ(soon.event->form_address, "https://form.example/x");
  EXPECT_EQ(soon.tel.written(), "0463-00-0002");
}

TEST(EventPages, OfWhatIsOverAskNobodyToCallOrToApply) {
  auto const made = made_with("list: events\nas: agenda");
  EXPECT_EQ(head(made, "done").tel.written(), "");
  EXPECT_EQ(head(made, "done").event->form_address, "");
  auto const& rows = made::only<model::Directory>(made::document(made.documents, "events/").blocks);
  for (auto& entry : rows.groups.at(0).entries)
    EXPECT_EQ(entry.tel.empty(), entry.anchor != "events/late" && entry.anchor != "events/soon");
  EXPECT_FALSE(head(made, "unknown").event);
}

std::vector<std::string> flyers_of(Made const& made) {
  std::vector<std::string> slugs;
  for (auto& booklet : made.documents.booklets) slugs.push_back(booklet.publication.slug + " " + booklet.flyer->design);
  return slugs;
}

TEST(Flyers, AreMadeOfEveryEventToComeByTheFirstRequestThatFits) {
  auto const made = made_with("list: events", R"({"title": "チラシ", "flyers": [
      {"list": "events", "where": {"for": "市民"}, "design": "a"}, {"list": "events", "design": "b"}]})");
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_THAT(flyers_of(made), ElementsAre("flyer-soon a", "flyer-days a", "flyer-late b"));
  EXPECT_EQ(head(made, "soon").event->flyer, "flyer-soon");
  EXPECT_EQ(head(made, "done").event->flyer, "");
  auto const past = made_with("list: events", R"({"title": "チラシ", "flyers":
      {"list": "events", "where": {"for": "職員"}, "design": "a", "past": true}})");
  EXPECT_THAT(flyers_of(past), ElementsAre("flyer-older a", "flyer-late a"));
}

TEST(Flyers, SayWhatTheRolesOfTheRecordSay) {
  auto const made = made_with("list: events", R"({"title": "チラシ", "flyers": {"list": "events", "design": "a"}})");
  auto const& values = made.documents.booklets.at(0).flyer->values;
  auto const said = [&](char const* name) {
    std::string all;
    auto const found = values.find(name);
    for (auto& item : found == values.end() ? std::vector<std::string>() : found->second.items) all += item + ";";
    return all;
  };
  EXPECT_EQ(said("name"), "次の会;");
  EXPECT_EQ(said("year"), "令和8年（2026年）;");
  EXPECT_EQ(said("month") + said("day") + said("weekday"), "10;24;土;");
  EXPECT_EQ(said("time") + said("reception"), "14:00〜16:00;受付は13:30から;");
  EXPECT_EQ(said("quota"), "30名;");
  EXPECT_EQ(said("deadline"), "10月16日（金）;");
  EXPECT_EQ(said("speaker"), "医師;看護師;");
  EXPECT_EQ(said("topic"), "家で診る;;");
  EXPECT_EQ(said("qr"), "https://form.example/x;");
  EXPECT_EQ(said("fee"), "");
  EXPECT_EQ(made.documents.booklets.at(1).flyer->values.find("further-days")->second.items[0], "〜11月4日（水）");
  EXPECT_EQ(made.documents.booklets.at(1).flyer->qr_address, "https://example.jp/events/days/");
}

constexpr auto applications = R"({"title": "申込書", "flyers": {"list": "events", "design": "application"}})";

TEST(ApplicationForms, AreMadeOfTheEventsThatNameOneWhileOneCanApply) {
  auto const made = made_with("list: events", applications);
  EXPECT_THAT(made.mistakes, IsEmpty());
  // 後の会 takes applications, too, but its deadline has passed.
  EXPECT_THAT(flyers_of(made), ElementsAre("application-soon application"));
  auto const& booklet = made.documents.booklets.at(0);
  EXPECT_EQ(booklet.publication.title, "申込書　次の会");
  EXPECT_EQ(booklet.flyer->values.find("deadline")->second.items[0], "10月16日（金）");
  EXPECT_EQ(made::outline(booklet.flyer->form),
            "heading2 連絡先 #\n"
            "form training of application-soon/\n"
            "  連絡先/事業所: 事業所 text\n"
            "heading2 参加する方 #\n"
            "form training of application-soon/\n"
            "  参加する方/1/氏名: 氏名 text #1\n"
            "  参加する方/1/職種: 職種 one [医師/ほか…] #1\n"
            "  参加する方/2/氏名: 氏名 text #2\n"
            "  参加する方/2/職種: 職種 one [医師/ほか…] #2\n");
}

TEST(ApplicationForms, AreShownAndLinkedToOnTheEventsPage) {
  auto const made = made_with("list: events", applications);
  EXPECT_EQ(head(made, "soon").event->application, "application-soon");
  auto const page = made::outline(made::document(made.documents, "events/soon/").blocks);
  EXPECT_THAT(page, HasSubstr("heading2 申込書 #申込書\n"
                              "heading3 連絡先 #連絡先\n"
                              "form training of application-soon/\n"));
  EXPECT_EQ(head(made, "late").event->application, "");
  EXPECT_THAT(made::outline(made::document(made.documents, "events/late/").blocks), Not(HasSubstr("heading")));
}

TEST(ApplicationForms, StandBesideTheFlyersOfTheSameEvents) {
  auto const made = made_with("list: events", R"({"title": "チラシ", "flyers": [
      {"list": "events", "design": "a"}, {"list": "events", "design": "application"}]})");
  EXPECT_THAT(flyers_of(made),
              ElementsAre("flyer-soon a", "application-soon application", "flyer-days a", "flyer-late a"));
}

TEST(ApplicationForms, OfARecordWithoutFieldsAreAnErrorAtTheEvent) {
  std::string without(records);
  without.replace(without.rfind("training"), 8, "empty");
  auto const made = made_with("list: events", applications, "", without);
  EXPECT_THAT(made.mistakes, ElementsAre("application-without-fields 「forms/empty」には書く欄がないので、"
                                         "申込書になりません。"));
}

TEST(Flyers, OfUnknownListsFieldsAndDesignsAreErrors) {
  auto const mistakes = [](std::string const& request) {
    return made_with("list: events", R"({"title": "チラシ", "flyers": )" + request + "}").mistakes;
  };
  EXPECT_THAT(mistakes(R"({"list": "event", "design": "a"})"), ElementsAre(HasSubstr("「event」")));
  EXPECT_THAT(mistakes(R"({"list": "events", "design": "z"})"), ElementsAre(HasSubstr("「z」")));
  EXPECT_THAT(mistakes(R"({"list": "events", "design": "a", "where": {"fr": "市民"}})"),
              ElementsAre(HasSubstr("「fr」")));
  EXPECT_THAT(mistakes(R"({"list": "plain", "design": "a"})"), ElementsAre(HasSubstr("view-without-days")));
}

TEST(Flyers, HaveNamesThatNothingElseHas) {
  auto const both = made_with(
      "list: events",
      R"({"title": "チラシ", "flyers": [{"list": "events", "design": "a"}, {"list": "courses", "design": "a"}]})", "",
      records,
      {{"lists/courses/schema.json", schema},
       {"lists/courses/a.json", R"([{"id": "soon", "title": "別の会", "day": "2026-11-30"}])"}});
  EXPECT_THAT(
      both.mistakes,
      ElementsAre(
          "duplicate-url この行事のチラシの名前「flyer-soon.pdf」が、lists/events/soon のものと重なっています。"));
  auto const publication = made_with(
      "list: events", R"({"title": "チラシ", "flyers": {"list": "events", "design": "a", "where": {"id": "soon"}}})",
      "", records,
      {{"publications/flyer-soon/publication.json", R"({"title": "冊子"})"},
       {"publications/flyer-soon/01-a.md", "---\ntitle: 章\n---\n\n本文\n"}});
  EXPECT_THAT(publication.mistakes, ElementsAre(HasSubstr("publications/flyer-soon のものと重なっています")));
}

TEST(Flyers, ThatThereAreNoneOfIsSaidOnTheirPage) {
  auto const made = made_with("list: events", R"({"title": "チラシ", "flyers":
      {"list": "events", "design": "a", "where": {"id": "unknown"}}})");
  EXPECT_THAT(made.documents.booklets, IsEmpty());
  EXPECT_THAT(model::plain_text(made::only<model::Paragraph>(made::document(made.documents, "flyers/").blocks).text),
              HasSubstr("いま配っているチラシはありません"));
}

}  // namespace
