#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "pdf/layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = model::FormField::Kind;

constexpr double millimetre = 72 / 25.4;

model::FormField field(Kind kind, std::string label, std::vector<std::string> choices = {}) {
  model::FormField field;
  field.kind = kind;
  field.name = field.label = std::move(label);
  for (auto const& choice : choices) field.choices.push_back({choice, choice == "そのほか"});
  return field;
}

model::Block form(std::vector<model::FormField> fields, model::Form::Look look = model::Form::Look::framed) {
  model::Form form;
  form.name = "ask";
  form.look = look;
  form.fields = std::move(fields);
  return {std::move(form), {}};
}

model::FormField table(std::string label) {
  auto made = field(Kind::table, std::move(label));
  made.columns = {"名前", "電話"};
  made.count = 2;
  return made;
}

/// One field of every kind.
std::vector<model::FormField> every_kind() {
  return {field(Kind::text, "氏名"),
          field(Kind::long_text, "内容"),
          field(Kind::boxes, "電話番号"),
          field(Kind::marks, "用件", {"相談", "報告"}),
          field(Kind::one_of, "返事", {"電話", "FAX", "いらない"}),
          field(Kind::list, "職種", {"医師", "看護職"}),
          field(Kind::date, "生年月日", {"昭和", "平成"}),
          field(Kind::signature, "署名"),
          table("家族")};
}

std::vector<Widget> widgets_of(Frames const& frames) {
  std::vector<Widget> all;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* widget = std::get_if<Widget>(&item)) all.push_back(*widget);
  return all;
}

std::string names_of(Frames const& frames) {
  std::string names;
  for (auto const& widget : widgets_of(frames)) names += widget.field + "\n";
  return names;
}

TEST(FormLayout, GivesEveryKindItsPlacesToFillInButNoneToASignature) {
  EXPECT_EQ(names_of(laid_out({form(every_kind())})),
            "ask/氏名\nask/内容\nask/電話番号\nask/用件/相談\nask/用件/報告\nask/返事\nask/返事\nask/返事\nask/職種\n"
            "ask/生年月日\nask/生年月日\nask/生年月日/年\nask/生年月日/月\nask/生年月日/日\n"
            "ask/家族/1行目/名前\nask/家族/1行目/電話\nask/家族/2行目/名前\nask/家族/2行目/電話\n");
}

TEST(FormLayout, IsHighEnoughToBeWrittenInByHand) {
  for (auto look : {model::Form::Look::framed, model::Form::Look::ruled})
    for (auto const& widget : widgets_of(laid_out({form(every_kind(), look)}))) {
      bool const marked = widget.kind == Widget::Kind::mark || widget.kind == Widget::Kind::one_of;
      EXPECT_GE(widget.area.height, marked ? 4 * millimetre : 7.7 * millimetre) << widget.field;
    }
}

TEST(FormLayout, KeepsEveryPlaceOnThePaperAndApartFromTheOthers) {
  for (auto look : {model::Form::Look::framed, model::Form::Look::ruled}) {
    auto const frames = laid_out({form(every_kind(), look)});
    for (auto const& page : frames.pages) {
      std::vector<Rectangle> areas;
      for (auto const& item : page.items) {
        auto const* widget = std::get_if<Widget>(&item);
        if (!widget) continue;
        auto const& area = widget->area;
        EXPECT_GE(area.x, 30) << widget->field;
        EXPECT_LE(area.x + area.width, page.width - 29) << widget->field;
        EXPECT_LE(area.y + area.height, page.height - 39) << widget->field;
        for (auto const& other : areas) {
          bool const apart = area.x >= other.x + other.width - 0.01 || other.x >= area.x + area.width - 0.01 ||
                             area.y >= other.y + other.height - 0.01 || other.y >= area.y + area.height - 0.01;
          EXPECT_TRUE(apart) << widget->field;
        }
        areas.push_back(area);
      }
    }
  }
}

TEST(FormLayout, SaysOfEveryPlaceWhatItIsForAndTagsItAsAForm) {
  auto part = field(Kind::text, "電話番号");
  part.name = "本人/電話番号";
  part.note = "市外局番から";
  auto const frames = laid_out({form({part, field(Kind::one_of, "返事", {"電話", "FAX"})})});
  std::string labels;
  for (auto const& widget : widgets_of(frames)) {
    EXPECT_EQ(frames.tags.role(widget.tag), Role::form);
    ASSERT_NE(frames.tags.find_detail(widget.tag), nullptr);
    EXPECT_EQ(frames.tags.find_detail(widget.tag)->alternative, widget.label);
    labels += widget.label + "\n";
  }
  EXPECT_EQ(labels, "本人 電話番号 市外局番から\n返事 電話\n返事 FAX\n");
}

TEST(FormLayout, SetsNothingSmallerThanNinePoints) {
  auto const frames = laid_out({form(every_kind())});
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item)) {
        EXPECT_GE(run->size, 9) << run->text;
      }
}

TEST(FormLayout, CarriesEightyFieldsOverPagesEachWholeAndOnce) {
  std::vector<model::FormField> fields;
  for (int i = 0; i < 80; ++i) fields.push_back(field(Kind::text, "欄" + std::to_string(i)));
  auto const frames = laid_out({form(fields)});
  EXPECT_GT(frames.pages.size(), 3U);
  std::map<std::string, int> seen;
  for (auto const& widget : widgets_of(frames)) ++seen[widget.field];
  EXPECT_EQ(seen.size(), 80U);
  for (auto const& [name, count] : seen) EXPECT_EQ(count, 1) << name;
}

TEST(FormLayout, BreaksFortyChoicesOverLinesEachBesideItsMark) {
  std::vector<std::string> choices;
  for (int i = 0; i < 40; ++i) choices.push_back("選ぶことば" + std::to_string(i));
  for (auto look : {model::Form::Look::framed, model::Form::Look::ruled}) {
    auto const frames = laid_out({form({field(Kind::marks, "受けているもの", choices)}, look)});
    auto const widgets = widgets_of(frames);
    ASSERT_EQ(widgets.size(), 40U);
    for (int i = 0; i < 40; ++i) {
      auto const* words = find_run(frames, choices[std::size_t(i)]);
      ASSERT_NE(words, nullptr);
      auto const& mark = widgets[std::size_t(i)].area;
      EXPECT_NEAR(words->origin.x, mark.x + mark.width + 4, 1);
      EXPECT_NEAR(words->origin.y, mark.y + mark.height, 4);
    }
  }
}

TEST(FormLayout, GivesAChoiceThatAsksForWordsALineAndAPlaceOfItsOwn) {
  auto const frames = laid_out({form({field(Kind::marks, "用件", {"相談", "そのほか"})})});
  EXPECT_EQ(names_of(frames), "ask/用件/相談\nask/用件/そのほか\nask/用件/そのほか/1\n");
}

TEST(FormLayout, PutsADayBelowItsErasWhereTheCellIsNarrow) {
  auto born = field(Kind::date, "生年月日", {"明治", "大正", "昭和", "平成", "令和"});
  born.width = model::FormField::Width::half;
  auto const frames = laid_out({form({born, field(Kind::text, "氏名")})});
  for (auto const& widget : widgets_of(frames)) {
    if (!widget.field.starts_with("ask/生年月日")) continue;
    EXPECT_LE(widget.area.x + widget.area.width, 155) << widget.field;
  }
}

TEST(FormLayout, WrapsALongLabelWithinItsCell) {
  std::string label;
  for (int i = 0; i < 12; ++i) label += "とても長い欄の名前";
  auto const frames = laid_out({form({field(Kind::text, label), field(Kind::text, "短い")})});
  double lowest = 0;
  for (auto const& item : frames.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find("長い") != std::string::npos)
      lowest = std::max(lowest, run->origin.y);
  EXPECT_GE(widgets_of(frames)[0].area.y, lowest);
}

/// What is said of so many boxes in a form of that width.
std::vector<base::Diagnostic> told_of_boxes(int count, model::FormField::Width width) {
  auto boxes = field(Kind::boxes, "番号");
  boxes.count = count;
  boxes.width = width;
  boxes.at = {base::FileId(0), 7, 0};
  auto wide = style();
  wide.form_box_least = 4 * millimetre;
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  lay_out(laying::booklet({form({boxes, field(Kind::text, "氏名")})}), site(), wide, fonts(), 1, unprintable,
          diagnostics);
  base::Sources sources;
  sources.add("publications/guide/01-form.md", "");
  return diagnostics.sorted(sources);
}

TEST(FormLayout, RefusesBoxesInWhichNobodyCanWriteAndSaysHowManyThereIsRoomFor) {
  using Width = model::FormField::Width;
  // Lines of 220 points hold 19 boxes of 4 mm, halves of them 9.
  EXPECT_THAT(told_of_boxes(19, Width::full), IsEmpty());
  auto const too_many = told_of_boxes(60, Width::full);
  ASSERT_EQ(too_many.size(), 1U);
  EXPECT_EQ(too_many[0].at.offset, 7U);
  EXPECT_EQ(too_many[0].message.ja, "「番号」のます60個は、1つの幅が1.3ミリになり、手で書けません。");
  EXPECT_EQ(too_many[0].hint.ja, "この紙では、1行に19個までです。count を減らすか、欄を分けてください。");
  auto const in_half = told_of_boxes(12, Width::half);
  ASSERT_EQ(in_half.size(), 1U);
  EXPECT_EQ(in_half[0].hint.ja, "ここには9個までです。「width: 全部」と書けば、19個まで入ります。");
}

TEST(FormLayout, TagsATableWithTheNamesOfItsRowsAndColumns) {
  auto named = table("連絡の順番");
  named.row_names = {"1番目", "2番目"};
  auto const frames = laid_out({form({named})});
  EXPECT_EQ(count(frames, Role::table), 1U);
  EXPECT_EQ(count(frames, Role::th), 4U);
  EXPECT_EQ(count(frames, Role::caption), 1U);
  EXPECT_THAT(names_of(frames), HasSubstr("ask/連絡の順番/1番目/電話\n"));
}

/// A publication of cards: 91 × 55 mm on A4.
model::Booklet cards(std::vector<model::Blocks> faces) {
  auto booklet = laying::booklet({});
  auto& publication = booklet.publication;
  publication.parts.clear();
  publication.paper = "card";
  publication.landscape = true;
  publication.sheet = "A4";
  publication.title = "あんしんカード";
  for (auto& blocks : faces)
    publication.parts.push_back({"face-" + std::to_string(publication.parts.size()), "面", "", std::move(blocks), {}});
  return booklet;
}

struct Sheets {
  Frames frames;
  std::string mistakes;
};
Sheets sheets_of(model::Booklet const& booklet) {
  auto style = laying::style();
  style.papers.push_back({"card", 55 * millimetre, 91 * millimetre});
  style.papers.push_back({"A4", 210 * millimetre, 297 * millimetre});
  auto where = site();
  where.contact.tel = model::parse_telephone("0463-00-0001");
  where.contact.prompt = "困ったときは、まず相談";
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  Sheets sheets{lay_out(booklet, where, style, fonts(), 1, unprintable, diagnostics), {}};
  for (auto const& mistake : diagnostics.sorted({})) sheets.mistakes += mistake.code + " " + mistake.message.ja + "\n";
  return sheets;
}

TEST(Cards, LieTenOnASheetFiveTimesFrontAndBack) {
  auto const [frames, mistakes] =
      sheets_of(cards({{form({field(Kind::text, "氏名")})}, {form({field(Kind::text, "病気")})}}));
  EXPECT_EQ(mistakes, "");
  ASSERT_EQ(frames.pages.size(), 1U);
  std::map<std::string, std::vector<Rectangle>> places;
  for (auto const& widget : widgets_of(frames)) places[widget.field].push_back(widget.area);
  ASSERT_EQ(places["ask/氏名"].size(), 5U);
  ASSERT_EQ(places["ask/病気"].size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(places["ask/氏名"][i].y - places["ask/氏名"][0].y, double(i) * 55 * millimetre, 0.01);
    EXPECT_GT(places["ask/病気"][i].x, places["ask/氏名"][i].x + 60 * millimetre);
  }
}

TEST(Cards, AreReadOnceThoughAllOfTheirFieldsAreTagged) {
  auto const frames = sheets_of(cards({{form({field(Kind::text, "氏名")})}})).frames;
  std::size_t read = 0, shown = 0;
  for (auto const& item : frames.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text == "氏名") {
      ++shown;
      read += run->tag != TagId::artifact;
    }
  EXPECT_EQ(shown, 10U);
  EXPECT_EQ(read, 1U);
  for (auto const& widget : widgets_of(frames)) EXPECT_EQ(frames.tags.role(widget.tag), Role::form);
}

TEST(Cards, ShowTheTitleAndWhomToCallOnTheFirstFace) {
  auto const frames =
      sheets_of(cards({{form({field(Kind::text, "氏名")})}, {form({field(Kind::text, "病気")})}})).frames;
  auto const words = words_on(frames.pages[0]);
  EXPECT_THAT(words, HasSubstr("あんしんカード"));
  EXPECT_THAT(words, HasSubstr("0463-00-0001"));
  EXPECT_THAT(words, HasSubstr("真ん中で折って"));
}

TEST(Cards, ThatAreLargerThanTheirSheetAreAMistake) {
  auto booklet = cards({{form({field(Kind::text, "氏名")})}});
  booklet.publication.paper = "A4";
  EXPECT_THAT(sheets_of(booklet).mistakes, HasSubstr("card-too-large"));
}

TEST(Cards, ThatAreTooSmallForTheirFieldsAreAMistakeThatSaysByHowMuch) {
  std::vector<model::FormField> fields;
  for (int i = 0; i < 16; ++i) fields.push_back(field(Kind::long_text, "欄" + std::to_string(i)));
  EXPECT_THAT(sheets_of(cards({{form(fields)}})).mistakes,
              testing::MatchesRegex("card-too-full 「面」の面に入りきりません。[0-9]+ミリはみ出します。\n"))
      << "and not of words that lie on each other";
}

TEST(Cards, WarnOfATitleThatTheirBandShortens) {
  auto booklet = cards({{form({field(Kind::text, "氏名")})}});
  booklet.publication.title = "とても長い題名のあんしんカード（もしもの時に備えて持ち歩く人のためのもの）";
  EXPECT_EQ(sheets_of(booklet).mistakes,
            "words-shortened 紙では「" + booklet.publication.title + "」が入りきらず、終わりが「…」になります。\n");
}

}  // namespace
}  // namespace tebiki::pdf
