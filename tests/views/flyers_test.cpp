// Flyers and application forms of events: from content to booklets.
#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_events.hpp"

namespace {

using namespace made::events;
using namespace tebiki;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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
