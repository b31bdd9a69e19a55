#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using testing::HasSubstr;
using testing::Not;

Fonts const& standard_fonts() {
  static Fonts const fonts(standard_style(), *installed_fonts());
  return fonts;
}

/// All that a flyer can say.
model::Flyer flyer(std::string design) {
  model::Flyer flyer;
  flyer.design = std::move(design);
  flyer.scene = {0xb3, 0x26, 0x1e};
  auto const say = [&](char const* name, std::vector<std::string> items) {
    flyer.values[name] = {std::move(items), {}};
  };
  for (auto [name, text] : {std::pair{"name", "在宅・施設での急変時対応"},
                            {"series", "令和7年度 第1回 多職種向け研修会"},
                            {"summary", "救急搬送を防ぐこと、要るときに正しく動くことを学びます。"},
                            {"scene", "急に具合が悪いとき"},
                            {"audience", "市内の医療・介護の従事者"},
                            {"audience-kind", "医療・介護の職員"},
                            {"year", "令和7年（2025年）"},
                            {"month", "10"},
                            {"day", "24"},
                            {"weekday", "金"},
                            {"time", "18:30〜20:30"},
                            {"reception", "受付は18:00から"},
                            {"place", "海老名市医療センター 3階 大会議室"},
                            {"quota", "30名程度"},
                            {"deadline", "10月10日（金）"},
                            {"contact", "在宅医療相談室"},
                            {"telephone", "046-000-8650"},
                            {"address", "〒243-0421 海老名市さつき町41番地"}})
    say(name, {text});
  say("speaker", {"病院 院長（循環器内科）", "消防本部 救急救命担当課長"});
  say("topic", {"在宅での心不全と急変時対応", "救急車の適正利用"});
  return flyer;
}

struct LaidOut {
  Frames frames;
  std::vector<std::string> mistakes;
};

LaidOut laid_out_flyer(model::Flyer flyer, model::PrintStyle const& style = standard_style()) {
  model::Booklet booklet;
  booklet.publication.slug = "flyer-x";
  booklet.publication.title = "見本の会";
  booklet.publication.colour = {0x00, 0x59, 0x6b};
  booklet.flyer = std::move(flyer);
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  LaidOut result;
  result.frames = lay_out(booklet, site(), style, standard_fonts(), 1, unprintable, diagnostics);
  unprintable.report({}, diagnostics);
  base::Sources sources;
  sources.add("lists/events/events.json", "");
  for (auto& one : diagnostics.sorted(sources)) result.mistakes.push_back(one.code + " " + one.message.ja);
  return result;
}

float smallest_type(Frames const& frames) {
  float smallest = 1000;
  for (auto const& item : frames.pages.at(0).items)
    if (auto const* run = std::get_if<TextRun>(&item)) smallest = std::min(smallest, run->size);
  return smallest;
}

constexpr auto eighty =
    "住み慣れた家で自分らしく最期まで暮らすために、医療と介護の専門職が手を取り合ってできることを、"
    "事例をもとにみんなで考える夕べ（第二回、海老名市と近隣の市町村の合同開催）です。";

TEST(FlyerLayout, PutsAllThatTheEventSaysOnOnePage) {
  for (auto design : {"a", "b"}) {
    auto const [frames, mistakes] = laid_out_flyer(flyer(design));
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    ASSERT_EQ(frames.pages.size(), 1u);
    auto const words = words_on(frames.pages[0]);
    for (auto text : {"令和7年（2025年）", "18:30〜20:30", "受付は18:00から", "30名程度", "10月10日（金）",
                      "046-000-8650", "救急車の適正利用"})
      EXPECT_THAT(words, HasSubstr(text)) << design;
    EXPECT_EQ(count(frames, Role::h1), 1u);
    EXPECT_GE(smallest_type(frames), 10.4F) << design;
  }
}

TEST(FlyerLayout, HasRoomForATitleOfEightyCharactersAndForSixSpeakers) {
  for (auto design : {"a", "b"}) {
    auto given = flyer(design);
    given.values["name"].items = {eighty};
    auto& speakers = given.values["speaker"].items;
    auto& topics = given.values["topic"].items;
    for (int i = 0; i < 4; ++i)
      speakers.push_back("訪問看護ステーション 管理者"), topics.push_back("家で看取るということ");
    auto const [frames, mistakes] = laid_out_flyer(given);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    EXPECT_GE(smallest_type(frames), 10.4F) << design;
  }
}

TEST(FlyerLayout, ClosesUpWhatTheEventDoesNotSay) {
  for (auto design : {"a", "b"}) {
    auto bare = flyer(design);
    for (auto name : {"speaker", "topic", "deadline", "quota", "reception", "summary", "series", "address"})
      bare.values.erase(name);
    auto const [frames, mistakes] = laid_out_flyer(bare);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    auto const words = words_on(frames.pages[0]);
    for (auto label : {"内容と講師", "申込期限", "定員"}) EXPECT_THAT(words, Not(HasSubstr(label))) << design;
    EXPECT_LT(find_run(frames, "対象")->origin.y,
              find_run(laid_out_flyer(flyer(design)).frames, "対象")->origin.y + 0.1);
  }
}

TEST(FlyerLayout, TellsTheDaysAfterTheFirst) {
  for (auto design : {"a", "b"}) {
    auto two = flyer(design);
    two.values["further-days"].items = {"11月7日（金）"};
    auto const [frames, mistakes] = laid_out_flyer(two);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << design;
    EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("11月7日（金）"));
  }
}

TEST(FlyerLayout, ReportsWordsThatDoNotFitInTheLeastSizeWhereTheyWereWritten) {
  auto long_one = flyer("a");
  std::string title;
  for (int i = 0; i < 8; ++i) title += eighty;
  long_one.values["name"] = {{title}, {base::FileId(0), 7, 0}};
  auto const [frames, mistakes] = laid_out_flyer(long_one);
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0],
            "flyer-overflow チラシ「見本の会」の枠に、ここの言葉が入りきりません。いちばん小さい字（24ポイント）でも"
            "あふれます。");
}

/// A form of so many people, each asked for a name and what they do.
model::Blocks form_of(int people) {
  model::Form form;
  form.name = "ask";
  for (int copy = 1; copy <= people; ++copy) {
    for (auto const* label : {"氏名", "メール", "職種"}) {
      model::FormField field;
      field.label = label;
      field.name = std::to_string(copy) + "/" + label;
      field.copy = copy;
      if (label == std::string("職種")) {
        field.kind = model::FormField::Kind::marks;
        field.choices = {{"医師"}, {"歯科医師"}, {"薬剤師"}, {"看護職"}, {"介護職"}, {"ほか", true}};
      }
      form.fields.push_back(std::move(field));
    }
  }
  model::Blocks blocks;
  blocks.push_back({model::Heading{2, {model::words("参加する方")}, ""}, {}});
  blocks.push_back({std::move(form), {base::FileId(0), 7, 0}});
  return blocks;
}

model::Flyer application(int people) {
  auto made = flyer("application");
  made.values["fax"] = {{"046-000-0000"}, {}};
  made.form = form_of(people);
  made.form_events = {"見本の会"};
  return made;
}

std::vector<Widget> widgets_of(Frames const& frames) {
  std::vector<Widget> all;
  for (auto const& item : frames.pages.at(0).items)
    if (auto const* widget = std::get_if<Widget>(&item)) all.push_back(*widget);
  return all;
}

TEST(ApplicationLayout, HoldsTheFieldsOfAllPeopleOnOnePageBelowWhereItIsSent) {
  auto const [frames, mistakes] = laid_out_flyer(application(3));
  EXPECT_THAT(mistakes, testing::IsEmpty());
  ASSERT_EQ(frames.pages.size(), 1u);
  EXPECT_EQ(count(frames, Role::h1), 1u);
  EXPECT_EQ(count(frames, Role::h2), 1u);
  auto const widgets = widgets_of(frames);
  EXPECT_EQ(widgets.size(), 3u * (2 + 6 + 1));
  EXPECT_EQ(widgets.front().field, "ask/1/氏名");
  EXPECT_GE(find_run(frames, "046-000-0000")->size, 29);
  for (auto const& widget : widgets) EXPECT_GT(widget.area.y, find_run(frames, "参加する方")->origin.y);
  // The third person's number stands at the middle of the fields of the third person.
  double three = 0;
  for (auto const& item : frames.pages.at(0).items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text == "3") three = run->origin.y;
  EXPECT_GT(three, widgets[18].area.y);
  EXPECT_LT(three, widgets.back().area.y + widgets.back().area.height);
}

TEST(ApplicationLayout, HasLessRoomToWriteInForMorePeople) {
  auto const height = [](int people) {
    return widgets_of(laid_out_flyer(application(people)).frames).front().area.height;
  };
  EXPECT_GT(height(3), height(7));
  EXPECT_GE(height(7), 16);
}

TEST(ApplicationLayout, GoesOnOnASecondSheetThatSaysWhereToSendItToo) {
  auto const [frames, mistakes] = laid_out_flyer(application(12));
  EXPECT_THAT(mistakes, testing::IsEmpty());
  ASSERT_EQ(frames.pages.size(), 2u);
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("この向きで、2枚とも送る（1枚目）"));
  EXPECT_THAT(words_on(frames.pages[0]), Not(HasSubstr("この1枚だけ")));
  auto const decoration = words_on(frames.pages[1], Words::decoration);
  EXPECT_THAT(decoration, HasSubstr("046-000-0000"));
  EXPECT_THAT(decoration, HasSubstr("この向きで、2枚とも送る（2枚目）"));
  EXPECT_EQ(count(frames, Role::h1), 1u);
  std::vector<std::string> fields;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* widget = std::get_if<Widget>(&item)) fields.push_back(widget->field);
  EXPECT_EQ(fields.size(), 12u * (2 + 6 + 1));
  std::set<std::string> people[2];
  for (std::size_t sheet : {0u, 1u})
    for (auto const& item : frames.pages[sheet].items)
      if (auto const* widget = std::get_if<Widget>(&item))
        people[sheet].insert(widget->field.substr(4, widget->field.find('/', 4) - 4));
  for (auto const& one : people[1]) EXPECT_EQ(people[0].count(one), 0u) << "fields of person " << one << " are parted";
}

TEST(ApplicationLayout, HasRoomForOneFieldMoreThanASheetHolds) {
  for (int people = 1; people <= 8; ++people) {
    auto made = application(people);
    model::Form more;
    more.name = "more";
    for (int i = 0; i < 3; ++i) {
      model::FormField field;
      field.label = field.name = "質問" + std::to_string(i);
      field.kind = model::FormField::Kind::long_text;
      more.fields.push_back(field);
    }
    made.form.push_back({model::Heading{2, {model::words("講師に聞いてみたいこと")}, ""}, {}});
    made.form.push_back({more, {}});
    auto const [frames, mistakes] = laid_out_flyer(made);
    EXPECT_THAT(mistakes, testing::IsEmpty()) << people;
    ASSERT_LE(frames.pages.size(), 2u);
    // A heading stands with its fields.
    if (frames.pages.size() < 2) continue;
    auto const first = words_on(frames.pages[0]), second = words_on(frames.pages[1]);
    auto const& with_head = first.find("講師に") != first.npos ? first : second;
    EXPECT_THAT(with_head, HasSubstr("質問0")) << people;
  }
}

TEST(ApplicationLayout, SaysWhichFieldOfWhichEventHasNoRoomOnTwoSheetsAndHowMuchIsMissing) {
  auto made = application(60);
  made.form_title = "研修会の申込書";
  made.form_events = {"見本の会", "見本の夕べ"};
  auto const [frames, mistakes] = laid_out_flyer(made);
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_THAT(mistakes[0], testing::MatchesRegex(
                               "application-too-full 催し「見本の会」などの申込書は、書式「研修会の申込書」の欄"
                               "「(氏名|メール|職種)」から先が、紙2枚に入りきりません。あと[0-9]+ミリ足りません。"));
}

TEST(ApplicationLayout, SaysWhereToSendItByMailWhereThereIsNoFax) {
  auto made = application(2);
  made.values.erase("fax");
  made.values["email"] = {{"uketsuke@example.jp"}, {}};
  auto const words = words_on(laid_out_flyer(made).frames.pages.at(0));
  EXPECT_THAT(words, HasSubstr("uketsuke@example.jp"));
  EXPECT_THAT(words_on(laid_out_flyer(application(2)).frames.pages.at(0)), Not(HasSubstr("uketsuke")));
}

TEST(ApplicationLayout, SaysAtTheEventThatThereIsNowhereToSendIt) {
  auto made = application(2);
  made.at = {base::FileId(0), 3, 0};
  for (auto const* name : {"fax", "email", "address"}) made.values.erase(name);
  made.values["telephone"] = {{"0463-00-0001"}, {}};  // paper cannot be sent there
  EXPECT_THAT(laid_out_flyer(made).mistakes,
              testing::ElementsAre("application-without-destination 申込書の送り先がありません。この催しには、"
                                   "FAX番号もメールも住所も書かれていません。"));
  for (auto const* name : {"fax", "email", "address"}) {
    auto one = made;
    one.values[name] = {{"見本"}, {}};
    EXPECT_THAT(laid_out_flyer(one).mistakes, testing::IsEmpty()) << name;
  }
}

TEST(FlyerLayout, TellsOfABoxThatIsTooFullOnce) {
  for (auto design : {"a", "b", "application"})
    for (auto const* name : {"name", "summary", "place", "contact", "apply", "audience", "speaker"}) {
      auto given = design == std::string("application") ? application(2) : flyer(design);
      std::string words;
      for (int i = 0; i < 60; ++i) words += eighty;
      given.values[name] = {{words}, {}};
      EXPECT_LE(laid_out_flyer(given).mistakes.size(), 1U) << design << " " << name;
    }
}

TEST(FlyerLayout, TearsNoNumber) {
  auto given = flyer("a");
  given.values["telephone-note"].items = {"平日 9:00〜17:00（祝日を除く）、夜間と休日は 046-000-1234 へ"};
  auto const [frames, mistakes] = laid_out_flyer(given);
  EXPECT_THAT(mistakes, testing::IsEmpty());
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("046-000-1234"));
}

TEST(FlyerLayout, TakesAThirdDesignFromAFile) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  base::DiskTree templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  base::MemoryTree own(
      {{"print/standard.json", *templates.read("print/standard.json")}, {"print/flyer-c.json", R"({"boxes": [
                           {"x": 20, "y": 20, "width": 170, "height": 60, "size": 40, "heading": true, "lines": ["name"]},
                           {"x": 20, "y": 90, "width": 170, "height": 20, "lines": [["month", {"word": "flyer.month"}]]}]})"}});
  auto const style = loading::load_print_style(own, "standard", sources, diagnostics);
  EXPECT_EQ(diagnostics.size(), 0u);
  auto const [frames, mistakes] = laid_out_flyer(flyer("c"), style);
  EXPECT_THAT(mistakes, testing::IsEmpty());
  EXPECT_EQ(words_on(frames.pages[0]), "在宅・施設での急変時対応\n10\n月\n");
}

TEST(FlyerLayout, SetsCalendarsAndAgendasOfBookletsAsTables) {
  model::Calendar month;
  month.title = "令和8年10月";
  month.weekdays = {"日", "月", "火", "水", "木", "金", "土"};
  month.days.resize(7);
  month.days[6] = {"2026-10-03", "10月3日（土）", 3, "見本の日", {{model::CalendarItem::Kind::deadline, "話す会", {}}}};
  model::Agenda agenda;
  agenda.groups = {{model::AgendaGroup::Kind::upcoming, "これから", {}}};
  agenda.groups[0].lines.emplace_back();
  agenda.groups[0].lines[0].days = "10月3日（土）";
  agenda.groups[0].lines[0].name = "話す会";
  auto const frames = laid_out({{month, {}}, {agenda, {}}});
  EXPECT_EQ(count(frames, Role::table), 2u);
  auto words = words_on(frames.pages[0]);
  words.erase(std::remove(words.begin(), words.end(), '\n'), words.end());
  EXPECT_THAT(words, HasSubstr("3見本の日締切"));
  auto const left = [&](char const* label) { return find_run(frames, label)->origin.x; };
  EXPECT_NEAR(left("木") - left("水"), left("土") - left("金"), 0.5) << "columns of one width";
}

}  // namespace
}  // namespace tebiki::pdf
