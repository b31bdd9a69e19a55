#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

FormFont const& form_font() {
  static FormFont const font(fixture::fonts());
  return font;
}

TEST(FormFont, HasTheCharactersOfNamesAndHalfWidthKana) {
  auto style = fixture::style();
  style.code_fonts.push_back({"IPAmjMincho", "fonts-ipamj-mincho"});
  Fonts const fonts(style, *installed_fonts());
  FormFont const font(fonts);
  for (char32_t c : std::u32string_view(U"山田花子髙﨑𠮷邊邉濵ｱﾝｼﾝｶｰﾄﾞ０Ａａ①㈱〜ヶ𠮟A1"))
    EXPECT_TRUE(font.has(c)) << std::uint32_t(c);
}

/// A page with widgets, written as fields.
struct Written {
  Frames frames;
  PdfDocument document;
  FormFields fields;

  Written() { frames.pages = {fixture::page(), fixture::page()}; }
  void add(Widget::Kind kind, std::string name, std::vector<std::string> choices = {}, std::size_t page = 0) {
    Widget widget{{40, 100, 200, 24}, kind, std::move(name), "読み上げる名前", std::move(choices), 10};
    widget.tag = frames.tags.add(StructureTree::root, Role::form);
    frames.pages[page].items.emplace_back(std::move(widget));
  }
  void write() { fields = add_fields(frames, {ObjectNumber{1}, ObjectNumber{2}}, 7, form_font(), document); }
  std::string object(ObjectNumber number) {
    std::string text;
    document.write(number, text);
    return text;
  }
  std::string widget(std::size_t index) { return object(fields.widgets[index].object); }
};

TEST(FormFields, SayTheirNameLabelAndPlace) {
  Written form;
  form.add(Widget::Kind::text, "a.b");
  form.write();
  auto const text = form.widget(0);
  EXPECT_THAT(text, HasSubstr("/T<FEFF006100200062>"));  // a full stop would part it from a field above
  EXPECT_THAT(text, HasSubstr("/TU<FEFF8AAD307F"));
  EXPECT_THAT(text, HasSubstr("/Rect[40 471.28 240 495.28]/F 4/P 1 0 R/StructParent 7"));
  EXPECT_THAT(text, HasSubstr("/AP<</N "));
  EXPECT_THAT(form.fields.catalog, HasSubstr("/AcroForm<</Fields["));
  EXPECT_THAT(form.fields.catalog, HasSubstr("/DR<</Font<</Wingdings "));
  EXPECT_THAT(form.fields.catalog, Not(HasSubstr("NeedAppearances")));
}

TEST(FormFields, AreOfTheTypeOfTheirKind) {
  Written form;
  form.add(Widget::Kind::long_text, "a");
  form.add(Widget::Kind::digits, "b");
  form.add(Widget::Kind::mark, "c", {"医師"});
  form.add(Widget::Kind::list, "d", {"一", "二"});
  form.write();
  EXPECT_THAT(form.widget(0), HasSubstr("/FT/Tx/Ff 4096"));
  EXPECT_THAT(form.widget(1), HasSubstr("/FT/Tx/Ff 16777216/MaxLen 10"));
  EXPECT_THAT(form.widget(2), HasSubstr("/FT/Btn/V/Off"));
  EXPECT_THAT(form.widget(2), HasSubstr("/AS/Off/AP<</N<</0 "));
  EXPECT_THAT(form.widget(3), HasSubstr("/FT/Ch/Ff 131072/Opt[<FEFF4E00><FEFF4E8C>]"));
}

TEST(FormFields, OfWhichOneIsChosenAreOneFieldWithAStateForEach) {
  Written form;
  form.add(Widget::Kind::one_of, "r", {"ある"});
  form.add(Widget::Kind::one_of, "r", {"ない"});
  form.write();
  EXPECT_THAT(form.widget(0), HasSubstr("/AP<</N<</0 "));
  EXPECT_THAT(form.widget(1), HasSubstr("/AP<</N<</1 "));
  EXPECT_THAT(form.widget(0), Not(HasSubstr("/FT")));
}

TEST(FormFields, OfOneNameShowWhatIsTypedIntoAnyOfThem) {
  Written form;
  form.add(Widget::Kind::text, "name");
  form.add(Widget::Kind::text, "name", {}, 1);
  form.add(Widget::Kind::text, "other", {}, 1);
  form.write();
  EXPECT_THAT(form.fields.widgets, SizeIs(3));
  EXPECT_THAT(form.widget(0), HasSubstr("/Parent "));
  EXPECT_THAT(form.widget(1), HasSubstr("/P 2 0 R/StructParent 8"));
  EXPECT_THAT(form.widget(2), Not(HasSubstr("/Parent ")));
}

TEST(FormFields, WithoutAnyTheFileHasNoFormAndNoFormFont) {
  Written form;
  auto const before = form.document.next_number();
  form.write();
  EXPECT_EQ(form.fields.catalog, "");
  EXPECT_EQ(form.document.next_number(), before);
}

TEST(FormFields, AreWrittenTheSameOnAnyNumberOfThreads) {
  Written form;
  form.add(Widget::Kind::text, "name");
  auto const alone = fixture::painted(form.frames, 1);
  EXPECT_GT(alone.size(), 1'000'000U);
  EXPECT_EQ(alone, fixture::painted(form.frames, 3));
}

}  // namespace
}  // namespace tebiki::pdf
