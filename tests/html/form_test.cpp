#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using sample::body_of;
using sample::harmless;
using sample::hostile;
using testing::HasSubstr;
using testing::Not;
using Kind = model::FormField::Kind;

model::FormField field(Kind kind, std::string label, std::vector<std::string> choices = {}) {
  model::FormField field;
  field.kind = kind;
  field.name = field.label = std::move(label);
  for (auto const& choice : choices) field.choices.push_back({choice, choice == "そのほか"});
  return field;
}

model::Block form(std::vector<model::FormField> fields) {
  model::Form form;
  form.fields = std::move(fields);
  return {std::move(form), {}};
}

TEST(Form, ShowsItsLabelsAndChoicesButNothingToTypeInto) {
  auto noted = field(Kind::text, "氏名");
  noted.note = "楷書で";
  auto table = field(Kind::table, "家族");
  table.columns = {"名前", "電話"};
  table.row_names = {"1番目"};
  auto const html = body_of({form({noted, field(Kind::one_of, "返事", {"電話", "FAX"}), table,
                                   field(Kind::list, "職種", {"医師", "看護職"}), field(Kind::date, "書いた日")})});
  EXPECT_THAT(html, HasSubstr("氏名 <small>楷書で</small>"));
  EXPECT_THAT(html, HasSubstr("<li><span class=\"ring\" aria-hidden=\"true\"></span>電話</li>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\">名前</th><th scope=\"col\">電話</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">1番目</th><td></td><td></td>"));
  EXPECT_THAT(html, HasSubstr("次から選びます：医師、看護職"));
  EXPECT_THAT(html, HasSubstr("令和<span class=\"year\">年</span>"));
  EXPECT_THAT(html, Not(HasSubstr("<input")));
  EXPECT_THAT(html, Not(HasSubstr("<form")));
}

TEST(Form, DrawsALineBehindAChoiceThatAsksForWords) {
  auto const html = body_of({form({field(Kind::marks, "用件", {"相談", "そのほか"})})});
  EXPECT_THAT(html, HasSubstr("そのほか<span class=\"open-line\" aria-hidden=\"true\"></span></li>"));
  EXPECT_THAT(html, HasSubstr("相談</li>"));
}

TEST(Form, SaysOncePerPersonWhoseFieldsFollow) {
  auto name = field(Kind::text, "氏名"), work = field(Kind::text, "職種");
  std::vector<model::FormField> fields;
  for (int copy = 1; copy <= 2; ++copy) {
    name.copy = work.copy = copy;
    fields.push_back(name), fields.push_back(work);
  }
  auto const html = body_of({form(fields)});
  EXPECT_EQ(sample::count(html, "1人目"), 1u);
  EXPECT_EQ(sample::count(html, "2人目"), 1u);
  EXPECT_LT(html.find("1人目"), html.find("氏名"));
  EXPECT_GT(html.find("2人目"), html.find("職種"));
  EXPECT_EQ(sample::count(body_of({form({field(Kind::text, "氏名")})}), "人目"), 0u);
}

TEST(Form, EscapesWhatStaffWrote) {
  auto table = field(Kind::table, hostile);
  table.columns = table.row_names = {hostile};
  table.note = hostile;
  auto const html = body_of({form({table, field(Kind::marks, hostile, {hostile}), field(Kind::list, "x", {hostile}),
                                   field(Kind::date, "y", {hostile})})});
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_EQ(sample::count(html, harmless), 8u);
}

TEST(Form, HasTheSameRowsAsOnPaper) {
  auto third = field(Kind::text, "性別");
  third.width = model::FormField::Width::third;
  auto const html = body_of({form({third, field(Kind::text, "氏名"), field(Kind::text, "住所")})});
  EXPECT_THAT(html, HasSubstr("<li class=\"third\"><p class=\"form-label\">性別"));
  EXPECT_THAT(html, HasSubstr("<li class=\"two-thirds\"><p class=\"form-label\">氏名"));
  EXPECT_THAT(html, HasSubstr("<li class=\"full\"><p class=\"form-label\">住所"));
}

TEST(Form, LeadsToThePageOfItsPdfOnce) {
  model::Form first;
  first.fields = {field(Kind::text, "氏名")};
  first.publication = "guide";
  first.part = "second";
  auto next = first;
  next.first = false;
  auto const html = body_of({{first, {}}, {next, {}}, {first, {}}});
  EXPECT_EQ(sample::count(html, "href=\"../pdf/guide.pdf#page=4\""), 1u);
  EXPECT_THAT(html, HasSubstr("4ページ目から・全12ページ・346KB"));
  EXPECT_THAT(html, HasSubstr("書いたことは、どこにも送られません。"));
}

}  // namespace
}  // namespace tebiki::html
