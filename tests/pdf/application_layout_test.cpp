#include <gmock/gmock.h>

#include <set>

#include "flyer_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using testing::HasSubstr;
using testing::Not;

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

TEST(ApplicationLayout, HasRoomForATitleOfSixtyCharactersAndASenderOfForty) {
  auto made = application(3);
  made.values["name"].items = {
      "見本 "
      "住み慣れた家で最期まで自分らしく暮らすために、医療と介護の専門職が手を取り合ってできることを事例で学ぶ夕べです"};
  made.values["contact"].items = {"公益社団法人見本県医師会・見本県歯科医師会・見本県薬剤師会 共同運営支援センター"};
  EXPECT_THAT(laid_out_flyer(made).mistakes, testing::IsEmpty());
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

TEST(ApplicationLayout, TellsOfABoxThatIsTooFullOnce) {
  for (auto const* name : {"name", "summary", "place", "contact", "apply", "audience", "speaker"}) {
    auto given = application(2);
    std::string words;
    for (int i = 0; i < 60; ++i)
      words +=
          "住み慣れた家で自分らしく最期まで暮らすために、医療と介護の専門職が手を取り合ってできることを、事例をもとに";
    given.values[name] = {{words}, {}};
    EXPECT_LE(laid_out_flyer(given).mistakes.size(), 1U) << name;
  }
}

}  // namespace
}  // namespace tebiki::pdf
