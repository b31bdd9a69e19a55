#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::HasSubstr;
using testing::IsEmpty;

/// `{mark, text, url}` of one row of an answer; empty ones are left out.
model::FieldRow answer_row(char const* mark, char const* words, char const* url = "") {
  model::FieldRow row{{}, made::at(0)};
  for (auto [key, value] : {std::pair{"mark", mark}, {"text", words}, {"url", url}})
    if (*value) row.values.push_back({std::string(value), made::at(0), slot_of(key)});
  return row;
}

model::Record town(std::string id, std::string name, std::string kana, std::vector<model::FieldRow> answer) {
  auto record = made::record(std::move(id), std::move(name), std::move(kana), {{"how", text("医師会へ委託")}});
  if (!answer.empty()) record.values.push_back({model::FieldRows{std::move(answer)}, made::at(0), slot_of("q1")});
  return record;
}

model::Site with_survey() {
  auto site = made::site();
  model::List list;
  list.slug = "survey";
  list.schema.title = "アンケート";
  auto question = field({"q1", "取組", FieldKind::rows});
  question.group = "問1";
  question.fields = {field({"mark", "番号"}), field({"text", "内容"}), field({"url", "住所", FieldKind::uri})};
  list.schema.fields = {field({"name", "市町村"}), field({"kana", "よみ", FieldKind::kana}), field({"how", "進め方"}),
                        question, field({"q2", "課題"})};
  auto const same = std::vector{answer_row("①", "窓口を置く。"), answer_row("②", "", "https://example.jp/a/")};
  list.records = {town("oi", "大井町", "おおいまち", same), town("kaisei", "開成町", "かいせいまち", same),
                  town("kiyokawa", "清川村", "きよかわむら", {})};
  list.records[0].values.push_back(made::untyped("q2", text("担う人が足りない。")));
  site.lists.push_back(std::move(list));
  return site;
}

std::string answers_text(model::AnswerList const& list) {
  std::string out;
  for (auto& answer : list.answers) {
    out += inline_text(answer.name) + "（" + inline_text(answer.remark) + "）";
    for (auto& anchor : answer.anchors) out += " #" + anchor;
    out += "\n";
    for (auto& block : answer.blocks) {
      if (auto* paragraph = std::get_if<model::Paragraph>(&block.node))
        out += "  " + inline_text(paragraph->text) + "\n";
      auto* items = std::get_if<model::ListBlock>(&block.node);
      for (auto& item : items ? items->items : std::vector<model::ListItem>())
        out += "  " + item.label + " " + inline_text(std::get<model::Paragraph>(item.blocks.at(0).node).text) + "\n";
    }
  }
  return out;
}

Composed surveyed(Options more) {
  Options options{{"list", text("survey")}, {"as", text("survey")}};
  std::move(more.begin(), more.end(), std::back_inserter(options));
  return composed("view", std::move(options), with_survey());
}

TEST(Survey, ShowsWhatAllAnsweredToOneQuestionAndThoseWhoAnsweredAlikeOnce) {
  auto const result = surveyed({{"columns", made::list({"q1"})}, {"remark", text("how")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(answers_text(only<model::AnswerList>(result.blocks)),
            "[大井町](ref:survey/oi)/[開成町](ref:survey/kaisei)（医師会へ委託） #survey/oi #survey/kaisei\n"
            "  ① 窓口を置く。\n"
            "  ② [example.jp/a](https://example.jp/a/)\n"
            "[清川村](ref:survey/kiyokawa)（医師会へ委託） #survey/kiyokawa\n"
            "  <回答の記載がありません。>\n");
}

TEST(Survey, NamesAllWhoWereAskedInTheOrderOfTheirAnswers) {
  auto const result = surveyed({{"columns", made::list({"q1"})}});
  auto const& list = only<model::AnswerList>(result.blocks);
  EXPECT_THAT(list.asked, testing::ElementsAre("大井町", "開成町", "清川村"));
  EXPECT_EQ(list.asked_title, "3市町村");
  ASSERT_EQ(list.answers.size(), 2u);
  EXPECT_THAT(list.answers[0].members, testing::ElementsAre(0u, 1u)) << "two answered alike";
  EXPECT_THAT(list.answers[1].members, testing::ElementsAre(2u));
}

TEST(Survey, MoreThanTwelveWhoAnsweredAlikeAreCountedBesideTheAnswerAndNamedBelowIt) {
  auto site = with_survey();
  auto& records = site.lists.back().records;
  records.clear();
  for (int i = 10; i < 32; ++i)
    records.push_back(town("t" + std::to_string(i), "見本町" + std::to_string(i), "みほんちょう", {}));
  auto const result =
      composed("view", {{"list", text("survey")}, {"as", text("survey")}, {"columns", made::list({"q1"})}}, site);
  auto const& list = only<model::AnswerList>(result.blocks);
  ASSERT_EQ(list.answers.size(), 1u);
  auto const& answer = list.answers.front();
  EXPECT_EQ(inline_text(answer.name), "22市町村");
  EXPECT_EQ(answer.members.size(), 22u);
  EXPECT_THAT(inline_text(std::get<model::Paragraph>(answer.blocks.back().node).text),
              HasSubstr("[見本町10](ref:survey/t10)、[見本町11](ref:survey/t11)、"));
}

TEST(Survey, ShowsAllAnswersOfOneBesideTheirQuestions) {
  auto const result =
      surveyed({{"columns", made::list({"q1", "q2"})}, {"where", made::where({{"id", text("oi")}}, 4)}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(answers_text(only<model::AnswerList>(result.blocks)),
            "問1　取組（）\n"
            "  ① 窓口を置く。\n"
            "  ② [example.jp/a](https://example.jp/a/)\n"
            "課題（）\n"
            "  担う人が足りない。\n");
}

TEST(Survey, NamesEachWhoseAnswersToAllQuestionsFollow) {
  auto const result = surveyed({{"columns", made::list({"q2"})}, {"by", text("record")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  std::size_t headings = 0;
  for (auto& block : result.blocks) headings += std::holds_alternative<model::Heading>(block.node);
  EXPECT_EQ(headings, 3u);
}

TEST(Survey, TellsOfAQuestionThatThereIsNot) {
  auto const result = surveyed({{"columns", made::list({"q3"})}});
  ASSERT_EQ(result.mistakes.size(), 1u);
  EXPECT_THAT(result.mistakes[0], HasSubstr("350 unknown-field\n「q3」という項目は一覧「survey」にはありません。"));
  auto const order = surveyed({{"by", text("town")}});
  ASSERT_EQ(order.mistakes.size(), 1u);
  EXPECT_THAT(order.mistakes[0], HasSubstr("「town」という答えの並べ方はありません。"));
}

TEST(Survey, APageOfARecordHasItsMarkedRowsAsAListToo) {
  base::Diagnostics diagnostics;
  auto const documents = views::compose(with_types(with_survey()), print_style_of_tests(), diagnostics);
  auto const& list = only<model::ListBlock>(document(documents, "survey/oi/").blocks);
  ASSERT_EQ(list.items.size(), 2u);
  EXPECT_EQ(list.items[0].label, "①");
}

}  // namespace
