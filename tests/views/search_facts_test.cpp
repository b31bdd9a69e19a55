#include <gmock/gmock.h>

#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using Sort = model::SearchTerm::Sort;

/// `訪問看護 喀痰吸引?`: the words that a record says, those to ask for with a mark.
std::vector<std::string> said(model::SearchIndex const& index, std::string_view name) {
  std::vector<std::string> words;
  for (auto const& one : index.facts_of(name).said) words.push_back(index.terms[one.term].label + (one.ask ? "?" : ""));
  return words;
}

TEST(SearchFacts, AreTheChoicesTownsAndAbilitiesThatARecordHas) {
  auto const index = compose(made::site()).search;
  EXPECT_THAT(said(index, "facilities/aoba"), testing::IsSupersetOf({"訪問看護", "居宅介護支援", "中原"}));
  EXPECT_THAT(said(index, "facilities/sakura"), testing::Contains("訪問看護"));
  EXPECT_THAT(said(index, "facilities/sakura"), testing::Not(testing::Contains("喀痰吸引"))) << "it said no";
}

TEST(SearchFacts, NameEachTermOnceWithItsFieldAndSort) {
  auto const index = compose(made::site()).search;
  std::vector<std::string> terms;
  for (auto const& term : index.terms) {
    if (term.label == "訪問看護" || term.label == "中原") terms.push_back(term.label);
    if (term.label == "中原") {
      EXPECT_EQ(term.sort, Sort::town);
    }
  }
  EXPECT_THAT(terms, testing::UnorderedElementsAre("訪問看護", "中原"));
}

TEST(SearchFacts, TakeListsOfWordsApartAndKeepSentencesByThemselves) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}), field({"departments", "診療科目"}), field({"days", "曜日"}),
                                 field({"remarks", "備考"}), field({"office_number", "事業所番号"})};
  site.lists[0].records = {record("a", "見本A", "",
                                  {{"departments", text("内科、ガン外来")},
                                   {"days", text("月〜土")},
                                   {"remarks", text("土曜日は午前だけ。")},
                                   {"office_number", text("1499900014")}})};
  auto const index = compose(site).search;
  auto const& facts = index.facts_of("facilities/a");
  EXPECT_EQ(facts.facts, "内科|がん外来|1499900014");
  EXPECT_EQ(facts.remarks, "土曜日は午前だけ。");
  EXPECT_EQ(facts.days, "月〜土");
}

TEST(SearchFacts, SayNumbersWithWhatTheyCountUnlessTheLabelCountsTwoThings) {
  auto site = made::site();
  auto fare = field({"fare", "初乗り運賃", FieldKind::yen});
  auto seats = field({"seats", "車いす固定台数", FieldKind::number});
  auto beds = field({"beds", "定員・病床数", FieldKind::number});
  site.lists[0].schema.fields = {field({"name", "名称"}), fare, seats, beds};
  site.lists[0].records = {
      record("a", "見本A", "", {{"fare", number(730)}, {"seats", number(2)}, {"beds", number(40)}})};
  EXPECT_EQ(compose(site).search.facts_of("facilities/a").facts, "初乗り運賃730円|車いす固定台数2");
}

TEST(SearchFacts, TellTownsThatAreVisitedFromThoseWhereOneIs) {
  auto site = made::site();
  auto visited = field({"visited", "訪問する地域", FieldKind::choices});
  visited.role = model::Role::visited_area;
  site.lists[0].schema.fields = {field({"name", "名称"}), visited};
  site.lists[0].records = {record("a", "見本A", "", {{"visited", made::list({"中原"})}})};
  auto const index = compose(site).search;
  EXPECT_EQ(index.terms[index.facts_of("facilities/a").said[0].term].sort, Sort::visited);
}

TEST(SearchFacts, SayNothingOfWhatThereIsNot) {
  auto site = made::site();
  auto lift = field({"lift", "昇降機", FieldKind::boolean});
  site.lists[0].schema.fields = {field({"name", "名称"}), lift};
  site.lists[0].records = {record("a", "見本A", "", {{"lift", flag(true)}}),
                           record("b", "見本B", "", {{"lift", flag(false)}})};
  auto const index = compose(site).search;
  EXPECT_THAT(said(index, "facilities/a"), ElementsAre("昇降機"));
  EXPECT_THAT(said(index, "facilities/b"), ElementsAre());
  EXPECT_THAT(index.facts_of("facilities/b").refused, ElementsAre(0u)) << "it is known that there is none";
}

TEST(SearchFacts, TellANoFromAnAnswerThatWasNeverGivenAndKnowNoWordThatNobodyOffers) {
  auto site = made::site();
  auto oxygen = field({"oxygen", "在宅酸素", FieldKind::availability});
  auto suction = field({"suction", "喀痰吸引", FieldKind::availability});
  site.lists[0].schema.fields = {field({"name", "名称"}), oxygen, suction};
  site.lists[0].records = {record("a", "見本A", "", {{"oxygen", text("no")}, {"suction", text("no")}}),
                           record("b", "見本B", "", {{"oxygen", text("yes")}}), record("c", "見本C", "", {})};
  auto const index = compose(site).search;
  EXPECT_THAT(index.facts_of("facilities/a").refused, ElementsAre(0u));
  EXPECT_THAT(index.facts_of("facilities/c").refused, ElementsAre());
  EXPECT_EQ(index.terms.size(), 1u);
}

}  // namespace
