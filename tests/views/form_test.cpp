#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

/// Rows of a form: the nth stands at 1000n, its members 10 further each, their values 5 behind them.
Value rows(std::vector<Options> all) {
  model::Values values;
  for (std::uint32_t place = 1000; auto& members : all) {
    values.push_back(object(std::move(members), 10, place));
    place += 1000;
  }
  return {std::move(values), at(150)};
}

/// A directive whose rows keep their places.
model::Block form_block(std::vector<Options> fields) {
  model::Object members{{"fields", at(100), rows(std::move(fields))}};
  return {model::Directive{model::DirectiveKind::form, {std::move(members), at(100)}}, at(10)};
}

Composed composed_form(std::vector<Options> fields) {
  base::Diagnostics diagnostics;
  auto site = made::site();
  site.pages.push_back(page("a", {form_block(std::move(fields))}));
  auto documents = views::compose(with_types(std::move(site)), print_style_of_tests(), diagnostics);
  return {document(documents, "a/").blocks, messages(diagnostics)};
}

TEST(Form, HoldsItsFieldsInTheirOrderUnderTheHeadingsOfItsSections) {
  auto const made = composed_form({{{"section", text("本人")}, {"label", text("氏名")}},
                                   {{"section", text("本人")},
                                    {"label", text("電話番号")},
                                    {"kind", text("番号のます")},
                                    {"count", number(10)},
                                    {"note", text("市外局番から")}},
                                   {{"section", text("用件")},
                                    {"label", text("返事")},
                                    {"kind", text("1つ選ぶ")},
                                    {"choices", made::list({"電話", "FAX", "そのほか＿＿"})}},
                                   {{"section", text("用件")},
                                    {"label", text("家族")},
                                    {"kind", text("表")},
                                    {"columns", made::list({"名前", "続柄"})},
                                    {"row_names", made::list({"1人目"})}}});
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(outline(made.blocks),
            "heading2 本人 #本人\n"
            "form  of /\n"
            "  本人/氏名: 氏名 text\n"
            "  本人/電話番号: 電話番号 (市外局番から) boxes×10\n"
            "heading2 用件 #用件\n"
            "form  of /\n"
            "  用件/返事: 返事 one [電話/FAX/そのほか…]\n"
            "  用件/家族: 家族 table {名前/続柄} <1人目>\n");
}

TEST(Form, RepeatsASectionForEachPersonUnderNamesOfTheirOwn) {
  auto const made = composed_form({{{"section", text("参加する方")}, {"label", text("氏名")}, {"times", number(2)}},
                                   {{"section", text("参加する方")}, {"label", text("メール")}},
                                   {{"section", text("質問")}, {"label", text("内容")}}});
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(outline(made.blocks),
            "heading2 参加する方 #参加する方\n"
            "form  of /\n"
            "  参加する方/1/氏名: 氏名 text #1\n"
            "  参加する方/1/メール: メール text #1\n"
            "  参加する方/2/氏名: 氏名 text #2\n"
            "  参加する方/2/メール: メール text #2\n"
            "heading2 質問 #質問\n"
            "form  of /\n"
            "  質問/内容: 内容 text\n");
}

TEST(Form, WithAFieldFarFromTheOthersOfItsSectionIsToldAtThatField) {
  auto const made = composed_form({{{"section", text("本人")}, {"label", text("氏名")}},
                                   {{"section", text("家族")}, {"label", text("氏名")}},
                                   {{"section", text("本人")}, {"label", text("住所")}}});
  EXPECT_THAT(
      made.mistakes,
      ElementsAre("3005 warning section-again\n「本人」のまとまりは前にもあるので、同じ見出しの枠が2つできます。\n"
                  "この欄を、前の「本人」の欄のすぐ下に移すか、section に別の見出しを書いてください。\n"
                  "The section “本人” stands above already: there will be two of that heading.\n"
                  "Move this field below those of “本人”, or give it another section."));
}

TEST(Form, ReadsKindsInFullWidthDigitsToo) {
  auto const made = composed_form(
      {{{"label", text("返事")}, {"kind", text(" １つ選ぶ")}, {"choices", made::list({"ある", "ない"})}}});
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(outline(made.blocks), "form  of /\n  返事: 返事 one [ある/ない]\n");
}

TEST(Form, SaysOfEveryMistakeWhereItIsAndHowToMendIt) {
  auto const made = composed_form({{{"kind", text("文字")}},
                                   {{"label", text(" ")}},
                                   {{"label", text("氏名")}, {"kind", text("もじ")}},
                                   {{"label", text("氏名")}},
                                   {{"label", text("返事")}, {"kind", text("1つ選ぶ")}},
                                   {{"label", text("家族")}, {"kind", text("表")}},
                                   {{"label", text("薬")}, {"lines", number(3)}, {"width", text("はんぶん")}}});
  EXPECT_THAT(
      made.mistakes,
      ElementsAre(
          "1000 form-field-without-label\n名前のない欄があります。何を書く欄か、見る人にも聞く人にも分かりません。\n"
          "「label: 氏名」のように、欄の名前を書いてください。\n"
          "This field has no label: nobody can know what to write there.\nName it, like “label: Name”.",
          "2005 form-field-without-label\n名前のない欄があります。何を書く欄か、見る人にも聞く人にも分かりません。\n"
          "「label: 氏名」のように、欄の名前を書いてください。\n"
          "This field has no label: nobody can know what to write there.\nName it, like “label: Name”.",
          "3015 unknown-form-kind\n「もじ」という書き方はありません。\n"
          "使えるのは「文字」「長い文」「番号のます」「しるしをつける」「1つ選ぶ」「一覧から選ぶ」「日付」「署名」「表"
          "」で"
          "す。\n“もじ” is not a kind of form field.\n"
          "There are “文字”, “長い文”, “番号のます”, “しるしをつける”, “1つ選ぶ”, “一覧から選ぶ”, “日付”, “署名”, "
          "“表”.",
          "4005 form-field-twice\n「氏名」という欄が2つあります。画面で書くと、両方に同じ言葉が入ります。\n"
          "欄の名前（label）を変えるか、まとまり（section）を分けてください。\n"
          "There are two fields “氏名”: what is typed into one shows in both.\n"
          "Change the label of one, or put it into another section.",
          "5015 form-field-without-choices\n「返事」に、選ぶ言葉がありません。\n"
          "「choices: [ある, ない]」のように書いてください。\n“返事” has nothing to choose from.\n"
          "Write them like “choices: [Yes, No]”.",
          "6015 form-table-without-columns\n表「家族」に、列の名前がありません。\n"
          "「columns: [名前, 続柄, 電話]」のように書いてください。\nThe table “家族” has no columns.\n"
          "Write them like “columns: [Name, Telephone]”.",
          "7010 unknown-option\n「lines」という項目は form にはありません。\n"
          "使えるのは「section」「label」「kind」「choices」「note」「count」「columns」「row_"
          "names」「width」「name」「times」で"
          "す。\n“lines” is not an option of “form”.\n"
          "There are “section”, “label”, “kind”, “choices”, “note”, “count”, “columns”, “row_names”, “width”, “name”, "
          "“times”.",
          "7025 unknown-form-width\n「はんぶん」という幅はありません。\n"
          "使えるのは「全部」「半分」「3分の1」です。\n“はんぶん” is not a width of a form field.\n"
          "There are “全部”, “半分”, “3分の1”."));
}

TEST(Form, NeedsEitherFieldsOrARecordAndSomethingToWrite) {
  EXPECT_THAT(composed("form", {}).mistakes,
              ElementsAre(testing::StartsWith("10 form-source\nform には fields か ref のどちらか一つを書きます。")));
  EXPECT_THAT(composed("form", {{"fields", text("氏名")}}).mistakes,
              ElementsAre(testing::StartsWith("150 form-without-fields\n書く欄がひとつもありません。")));
  EXPECT_THAT(
      composed("form", {{"ref", text("facilities/aoba")}}).mistakes,
      ElementsAre(testing::StartsWith("150 form-without-fields\n「facilities/aoba」には、書く欄がありません。")));
  EXPECT_THAT(
      composed("form", {{"ref", text("facilities")}}).mistakes,
      ElementsAre(testing::StartsWith("150 form-of-no-record\n「facilities」は、欄を書いた1件ではありません。")));
}

/// A list of one form, whose field keys are its own.
model::Site with_forms() {
  auto site = made::site();
  model::List list;
  list.slug = "forms";
  auto asks = field({"asks", "書くこと", FieldKind::rows});
  asks.role = model::Role::form;
  asks.fields = {field({"section", "まとまり"}), field({"label", "欄"}), field({"kind", "書き方"}),
                 field({"choices", "ことば", FieldKind::choices})};
  list.schema.title = "書式";
  list.schema.fields = {field({"name", "書式"}), asks};
  auto const fields = rows({{{"section", text("おもて")}, {"label", text("氏名")}},
                            {{"section", text("うら")}, {"label", text("病気")}, {"kind", text("長い文")}}});
  list.records = {record("card", "カード", "かーど", {{"asks", fields}})};
  site.lists.push_back(std::move(list));
  return site;
}

TEST(Form, OfARecordIsTakenFromTheFieldWithItsRoleWhateverItsKey) {
  auto site = with_forms();
  auto const made = composed("form", {{"ref", text("forms/card")}, {"sections", made::list({"うら"})}}, site);
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(outline(made.blocks), "form card of /\n  うら/病気: 病気 long\n");
  EXPECT_THAT(composed("form", {{"ref", text("forms/card")}, {"sections", made::list({"裏"})}}, site).mistakes,
              ElementsAre(testing::StartsWith("250 unknown-form-section\n「裏」というまとまりはありません。\n"
                                              "使えるのは「おもて」「うら」です。")));
}

TEST(Form, OfARecordStandsOnItsPageAndKnowsWhereItIsPrinted) {
  auto site = with_forms();
  auto holder = with_publication(
      {part("first", {paragraph("表紙")}), part("card", {directive("form", {{"ref", text("forms/card")}})})});
  site.publications = std::move(holder.publications);
  auto const documents = made::compose(std::move(site));
  EXPECT_EQ(outline(document(documents, "forms/card/").blocks),
            "heading2 おもて #おもて\nform card of guide/card\n  おもて/氏名: 氏名 text\n"
            "heading2 うら #うら\nform card of guide/card\n  うら/病気: 病気 long\n");
}

TEST(Form, HasANameOfItsOwnInItsBooklet) {
  auto const block = form_block(
      {{{"section", text("一")}, {"label", text("氏名")}}, {{"section", text("二")}, {"label", text("氏名")}}});
  auto site = with_publication({part("ask", {block, block}), part("other", {block})});
  auto const documents = made::compose(std::move(site));
  std::string names;
  for (auto& part : documents.booklets.at(0).publication.parts) {
    for (auto& made : part.blocks) {
      if (auto* form = std::get_if<model::Form>(&made.node)) names += form->name + "@" + form->part + " ";
    }
  }
  EXPECT_EQ(names, "ask@ask ask@ask ask-2@ask ask-2@ask other@other other@other ");
}

}  // namespace
