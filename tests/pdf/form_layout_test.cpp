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

using model::millimetre;

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

TEST(FormLayout, KeepsAShortFormWholeAndLeavesNoLastRowOfALongOneAlone) {
  auto const fields_on = [](PageFrame const& page) {
    std::size_t fields = 0;
    for (auto const& item : page.items) fields += std::holds_alternative<Widget>(item);
    return fields;
  };
  for (int above = 0; above < 14; ++above)
    for (std::size_t rows : {2u, 3u, 12u, 13u, 14u, 15u}) {
      model::Blocks blocks;
      for (int i = 0; i < above; ++i) blocks.push_back(paragraph("上の文。"));
      std::vector<model::FormField> fields;
      for (std::size_t i = 0; i < rows; ++i) fields.push_back(field(Kind::text, "欄" + std::to_string(i)));
      blocks.push_back(form(std::move(fields)));
      auto const frames = laid_out(std::move(blocks));
      for (auto const& page : frames.pages) {
        auto const fields = fields_on(page);
        bool const last = &page == &frames.pages.back();
        EXPECT_TRUE(rows >= 4 || fields == 0 || fields == rows) << above << " paragraphs above " << rows << " rows";
        EXPECT_FALSE(last && fields == 1) << above << " paragraphs above " << rows << " rows";
      }
    }
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

TEST(FormLayout, GivesTheLastChoiceThatAsksForWordsTheRestOfItsLine) {
  auto const wide = widgets_of(laid_out({form({field(Kind::marks, "用件", {"相談", "そのほか"})})}));
  auto const& line = wide.back().area;
  EXPECT_GE(line.width, style().form_open_line);
  EXPECT_NEAR(line.x + line.width, 270 - style().form_padding, 0.5);
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

}  // namespace
}  // namespace tebiki::pdf
