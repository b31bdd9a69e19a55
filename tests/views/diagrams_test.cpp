#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Every text of a drawing, line feeds as blanks, a line each.
std::string words_in(model::Drawing const& drawing) {
  std::string all;
  model::for_each_text_shape(drawing.shapes, [&](model::TextShape const& shape) {
    auto words = shape.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    all += words + "\n";
  });
  return all;
}

model::Drawing const& drawing_of(model::Blocks const& blocks) {
  return std::get<model::Drawing>(only<model::Figure>(blocks).picture);
}

/// No text of a drawing begins left of it or ends right of it; an em for a character, as it was measured.
void expect_inside(model::Drawing const& drawing) {
  model::EvenTextMeasure const measure;
  model::for_each_text_shape(drawing.shapes, [&](model::TextShape const& shape) {
    using enum model::TextShape::Anchor;
    std::size_t lines = 0;
    for (std::string_view rest = shape.text; !rest.empty(); ++lines) {
      auto const line = rest.substr(0, rest.find('\n'));
      double const width = measure.width(line, {shape.size, shape.bold});
      double const left = shape.anchor == start ? shape.baseline.x : shape.baseline.x - width / 2;
      EXPECT_GE(left, -0.01) << line;
      EXPECT_LE(left + width, drawing.width + 0.01) << line;
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    EXPECT_LE(shape.baseline.y + double(lines - 1) * shape.size * shape.leading, drawing.height) << shape.text;
    EXPECT_GE(shape.size, 9.0);
  });
}

model::Site with_list(std::vector<model::Field> fields, std::vector<model::Record> records) {
  auto site = made::site();
  model::List list;
  list.slug = "x";
  list.schema.title = "一覧";
  list.schema.fields = std::move(fields);
  list.records = std::move(records);
  site.lists.push_back(std::move(list));
  return site;
}

model::Field with_role(FieldSpec spec, model::Role role, std::vector<std::string> choices = {}) {
  auto made = field(spec);
  made.role = role;
  made.choices = std::move(choices);
  return made;
}

Composed shown(char const* kind, model::Site site, Options more = {}) {
  Options options = {{"list", text("x")}, {"as", text(kind)}};
  for (auto& option : more) options.push_back(option);
  return composed("view", options, std::move(site));
}

model::Site meetings(std::vector<model::Record> records) {
  return with_list({field({"name", "会議"}), field({"kana", "よみ", FieldKind::kana}), field({"body", "会議体"}),
                    field({"date", "日", FieldKind::date}),
                    with_role({"month", "月"}, model::Role::first_month,
                              {"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"}),
                    field({"when", "いつ"})},
                   std::move(records));
}

TEST(Timeline, TellsTheDaysOfAYearByGroup) {
  auto const site = meetings({record("a", "第2回", "2", {{"body", text("協議会")}, {"date", text("2022-11-24")}}),
                              record("b", "第1回", "1", {{"body", text("協議会")}, {"date", text("2022-08-04")}}),
                              record("c", "検討会", "3", {{"body", text("検討会")}, {"month", text("5月")}}),
                              record("d", "作業", "4", {{"body", text("検討会")}, {"when", text("日付なし")}})});
  auto result =
      shown("timeline", site, {{"group", text("body")}, {"columns", list({"when"})}, {"caption", text("会議の日")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks), "figure 協議会：8月4日、11月24日。検討会：5月、作業　日付なし / 会議の日\n");
  EXPECT_THAT(words_in(drawing_of(result.blocks)),
              AllOf(HasSubstr("8月4日\n"), HasSubstr("検討会\n"), HasSubstr("3月\n")));
  expect_inside(drawing_of(result.blocks));
}

TEST(Timeline, DrawsTheDayOnWhichSomethingBegins) {
  auto site = with_list({field({"name", "会議"}), with_role({"date", "開催日", FieldKind::date}, model::Role::begins)},
                        {record("a", "第1回", "1", {{"date", text("2022-08-04")}})});
  EXPECT_EQ(outline(shown("timeline", std::move(site)).blocks), "figure 8月4日 / \n");
}

TEST(Timeline, ADayOfAnotherFiscalYearIsAnErrorAtTheDay) {
  auto result = shown("timeline", meetings({record("a", "い", "1", {{"date", text("2023-03-16", 701)}}),
                                            record("b", "ろ", "2", {{"date", text("2023-04-02", 702)}}),
                                            record("c", "は", "3", {{"month", text("13月", 703)}})}));
  EXPECT_THAT(result.mistakes,
              ElementsAre(HasSubstr("702 date-of-another-year\n令和5年4月2日は、この図の年度（令和4年度）の外です。"),
                          HasSubstr("703 month-outside-the-year\n「13月」は、この図の月の外です。")));
}

TEST(Timeline, DaysCloseTogetherDoNotTouch) {
  std::vector<model::Record> records;
  for (int day = 10; day < 20; ++day)
    records.push_back(record("d" + std::to_string(day), "日", "1", {{"date", text("2022-08-" + std::to_string(day))}}));
  auto result = shown("timeline", meetings(std::move(records)));
  std::map<double, double> ends;
  model::EvenTextMeasure const measure;
  model::for_each_text_shape(drawing_of(result.blocks).shapes, [&](model::TextShape const& shape) {
    if (shape.text.find("日") == shape.text.npos) return;
    double const half = measure.width(shape.text, {shape.size, shape.bold}) / 2;
    auto& end = ends[shape.baseline.y];
    EXPECT_GE(shape.baseline.x - half, end);
    end = shape.baseline.x + half;
  });
  EXPECT_GT(ends.size(), 1U);
  expect_inside(drawing_of(result.blocks));
}

model::Site scenes() {
  auto site = with_list(
      {field({"name", "場面"}), field({"summary", "めざす姿"})},
      {record("b", "看取り", "1", {{"summary", text("望む場所で")}, {"scenes", list({"farewell"})}}),
       record("a", "日常の療養支援", "2", {{"summary", text("住み慣れた場所で")}, {"scenes", list({"daily"})}})});
  model::Scene daily, farewell;
  daily.id = "daily", daily.label = "ふだんの療養", daily.colour = {1, 2, 3};
  farewell.id = "farewell", farewell.label = "人生の最期まで";
  site.scenes = {daily, farewell};
  return site;
}

TEST(Flow, LeadsFromStepToStepInTheColoursOfTheirScenes) {
  auto result = shown("flow", scenes(), {{"sort", text("scenes")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks), "figure 日常の療養支援：住み慣れた場所で → 看取り：望む場所で / \n");
  auto const& drawing = drawing_of(result.blocks);
  EXPECT_EQ(words_in(drawing), "日常の療養支援\nふだんの療養\n住み慣れた場所で\n看取り\n人生の最期まで\n望む場所で\n");
  bool coloured = false;
  for (auto& shape : drawing.shapes) {
    auto* box = std::get_if<model::RectangleShape>(&shape);
    coloured = coloured || (box && box->fill == model::Colour{1, 2, 3});
  }
  EXPECT_TRUE(coloured);
  expect_inside(drawing);
}

TEST(Flow, OneStepLongWordsAndManyStepsStayInside) {
  std::string const words = "とても長い説明がどこまでもつづくときも箱の中で折り返して最後まで読めるようにします";
  for (std::size_t count : {1U, 3U, 9U}) {
    std::vector<model::Record> records;
    for (std::size_t i = 0; i < count; ++i)
      records.push_back(record("r" + std::to_string(i), words, "あ", {{"summary", text(words + words)}}));
    auto result = shown("flow", with_list({field({"name", "場面"}), field({"summary", "説明"})}, std::move(records)));
    expect_inside(drawing_of(result.blocks));
  }
  auto bare = shown("flow", with_list({field({"name", "場面"})}, {record("a", "名だけ", "あ")}));
  EXPECT_EQ(outline(bare.blocks), "figure 名だけ / \n");
}

model::Site bodies(std::vector<model::Record> records) {
  auto parent = with_role({"above", "上", FieldKind::reference}, model::Role::parent);
  parent.reference_list = "x";
  return with_list(
      {field({"name", "名"}), field({"kana", "よみ", FieldKind::kana}), parent, field({"summary", "すること"})},
      std::move(records));
}

TEST(Tree, PutsRecordsBelowTheirParents) {
  auto result = shown("tree", bodies({record("w", "部会", "1", {{"above", text("x/c")}}),
                                      record("c", "協議会", "2", {{"summary", text("決める")}}),
                                      record("s", "センター", "3", {{"above", text("elsewhere/z")}})}));
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks), "figure 1段目　協議会、決める。2段目　部会。1段目　センター / \n");
  std::map<std::string, double> left;
  model::for_each_text_shape(drawing_of(result.blocks).shapes,
                             [&](model::TextShape const& shape) { left[shape.text] = shape.baseline.x; });
  EXPECT_GT(left["部会"], left["協議会"]);
  EXPECT_EQ(left["センター"], left["協議会"]);
  expect_inside(drawing_of(result.blocks));
}

TEST(Tree, ARecordBelowItselfIsAnErrorAndAListWithoutParentsToo) {
  auto result = shown("tree", bodies({record("a", "い", "1", {{"above", text("x/b", 701)}}),
                                      record("b", "ろ", "2", {{"above", text("x/a", 702)}})}));
  EXPECT_THAT(result.mistakes, ElementsAre(HasSubstr("701 tree-in-a-circle\n「い」は、上をたどると自分に戻ります。")));
  result = composed("view", {{"list", text("facilities")}, {"as", text("tree")}});
  EXPECT_THAT(result.mistakes, ElementsAre(HasSubstr("250 tree-without-parents\n")));
}

TEST(Tree, DeepAndLongTreesStayInside) {
  std::vector<model::Record> records;
  for (int i = 0; i < 30; ++i)
    records.push_back(
        record("r" + std::to_string(i), "とても長い名前の会議がここにあります", std::to_string(100 + i),
               {{"above", text("x/r" + std::to_string(i - 1))}, {"summary", text("何をするかの長い説明です")}}));
  expect_inside(drawing_of(shown("tree", bodies(std::move(records))).blocks));
}

}  // namespace
