// What is said in other languages: about.en.md, aoba.en.md, schema.en.json, site.en.json.
#include <gmock/gmock.h>

#include <algorithm>

#include "loading/loaded.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string const schema = R"({"title": "相談", "properties": {
"title": {"type": "string", "x-label": "題"}, "tel": {"type": "string", "format": "tel", "x-label": "電話"},
"kind": {"type": "string", "enum": ["薬", "退院"], "x-label": "種類", "x-group": "分け方"},
"summary": {"type": "string", "x-label": "答え"}, "confirmed": {"type": "string", "format": "date", "x-label": "確認日"}}})";
std::string const fever =
    "---\ntitle: 熱が出た\ntel: 0463-00-0001\nkind: 薬\nsummary: 電話する\nconfirmed: 2026-09-15\n---\n本文\n";

Files with(Files files) {
  files.emplace("site.en.json", "{}");
  files.emplace("pages/about.md", "# 案内\n");
  files.emplace("lists/cases/schema.json", schema);
  files.emplace("lists/cases/fever.md", fever);
  return files;
}

/// The site in its languages, with words that say little.
std::vector<model::Site> translated(Loaded& loaded, Files files) {
  load_files(loaded, with(std::move(files)));
  for (auto& translation : loaded.site.translations) translation.language = translation.code;
  return take_translations(loaded.site);
}

model::Record const& record(model::Site const& site) { return site.lists.at(0).records.at(0); }
std::string text(model::Site const& site, std::string_view key) {
  return std::string(record(site).text_of(site.lists[0].schema.find(key)->slot));
}

TEST(Translations, OfPagesStandBesideThemAndSayWhatIsSaidOtherwise) {
  Loaded loaded;
  auto const sites = translated(loaded, {{"pages/about.en.md", "# About us\n\nAsk us.\n"},
                                         {"pages/about.easy.md", "# しつもん\n"},
                                         {"pages/only.md", "# だけ\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  ASSERT_EQ(sites.size(), 2u);
  EXPECT_EQ(sites[0].folder(), "easy/");
  auto const& english = sites[1];
  EXPECT_EQ(english.folder(), "en/");
  ASSERT_EQ(english.pages.size(), 1u);
  EXPECT_EQ(english.pages[0].slug, "about");
  EXPECT_EQ(english.title_of("about"), "About us");
  EXPECT_FALSE(english.path_of("only"));
  EXPECT_TRUE(english.index.is_elsewhere("only"));
  // The whole site has its own pages alone.
  EXPECT_EQ(loaded.site.pages.size(), 2u);
  EXPECT_EQ(loaded.site.title_of("about"), "案内");
  EXPECT_FALSE(loaded.site.path_of("en/about"));
}

TEST(Translations, OfAScenesPageFillTheWordsOfTheSiteIntoWhatTheSceneSays) {
  Loaded loaded;
  auto sites = translated(
      loaded, {{"site.json", R"({"name": "手引き", "contact": {"name": "窓口", "tel": "0463-00-0001"},
         "scenes": [{"id": "daily", "label": "ふだん", "ref": "about"}]})"},
               {"pages/about.en.md", "---\ntitle: At home\ndescription: \"Call {{site.contact.tel}}.\"\n---\nHow.\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  ASSERT_EQ(sites.size(), 1u);
  fill_in_site_words(sites[0]);
  EXPECT_EQ(sites[0].scenes.at(0).summary, "Call 0463-00-0001.");
}

TEST(Translations, OfARecordTakeNumbersAndDaysFromIt) {
  Loaded loaded;
  auto const sites = translated(loaded, {{"lists/cases/fever.en.md", "---\ntitle: A fever\n---\nCall first.\n"},
                                         {"lists/cases/other.md", "---\ntitle: ほかの相談\n---\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& english = sites.at(0);
  EXPECT_EQ(record(english).name(), "A fever");
  EXPECT_EQ(record(english).find(english.lists[0].schema.find("tel")->slot)->as<model::Telephone>()->written(),
            "0463-00-0001");
  EXPECT_EQ(text(english, "summary"), "電話する");
  EXPECT_EQ(model::plain_text(model::lines_of(record(english).body, "")), "Call first.");
  EXPECT_TRUE(english.path_of("cases/fever"));
  EXPECT_TRUE(english.path_of("cases"));
  // The other one is shown, but its page is the Japanese one.
  EXPECT_EQ(english.lists[0].records.size(), 2u);
  EXPECT_TRUE(english.index.is_elsewhere("cases/other"));
  EXPECT_EQ(record(loaded.site).name(), "熱が出た");
}

TEST(Translations, OfASchemaCallFieldsAndShowChoicesOtherwise) {
  Loaded loaded;
  auto const sites =
      translated(loaded, {{"lists/cases/schema.en.json",
                           R"({"title": "Cases", "labels": {"tel": "Telephone"}, "choices": {"薬": "Medicine"},
  "groups": {"分け方": "Kinds"}})"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& list = sites.at(0).lists.at(0);
  EXPECT_EQ(list.schema.title, "Cases");
  EXPECT_EQ(list.schema.find("tel")->label, "Telephone");
  EXPECT_EQ(list.schema.find("kind")->label, "種類");
  EXPECT_EQ(list.schema.find("kind")->group, "Kinds");
  auto const& kind = *list.schema.find("kind");
  EXPECT_EQ(model::plain_text(kind, list.records.at(0).find(kind), {}), "Medicine");
  // What views ask for is as it is written.
  EXPECT_EQ(list.records[0].text_of(kind.slot), "薬");
  EXPECT_TRUE(sites[0].index.is_elsewhere("cases"));
}

TEST(Translations, OfTheSiteLeaveNumbersAndHoursToSiteJson) {
  Loaded loaded;
  auto const sites = translated(
      loaded,
      {{"site.json",
        R"({"name": "手引き", "contact": {"name": "センター", "tel": "0463-00-0001", "hours": "月〜金 9:00〜17:00"},
"urgent": [{"tel": "119", "label": "救急車"}, {"tel": "#7119", "label": "迷うとき"}]})"},
       {"site.en.json", R"({"name": "Guide", "contact": {"name": "Centre", "hours": "Mon–Fri 9:00–17:00"},
"urgent": [{"tel": "#7119", "label": "Not sure"}]})"},
       {"pages/about.en.md", "# About\n\n{{site.contact.name}} {{site.contact.tel}}\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& english = sites.at(0);
  EXPECT_EQ(english.name, "Guide");
  EXPECT_EQ(english.contact.name, "Centre");
  EXPECT_EQ(english.contact.tel.written(), "0463-00-0001");
  EXPECT_FALSE(english.contact.opening.empty());
  EXPECT_EQ(english.urgent.at(0).label, "救急車");
  EXPECT_EQ(english.urgent.at(1).label, "Not sure");
  EXPECT_EQ(model::plain_text(model::lines_of(english.pages.at(0).blocks, "")), "Centre 0463-00-0001");
  EXPECT_EQ(loaded.site.contact.name, "センター");
}

TEST(Translations, WithoutTheirOriginalAreMistakesThatNameIt) {
  EXPECT_THAT(
      mistakes(with({{"pages/abuot.en.md", "# About\n"}, {"lists/cases/fevre.en.md", "---\ntitle: A fever\n---\n"}})),
      ElementsAre("lists/cases/fevre.en.md:1:1: もとの記録「fevre」が、一覧「cases」にありません。 → "
                  "「fever」のことでしょうか。もとのものを消したなら、この訳も消してください。名前を変えたなら、この"
                  "ファイルの名前も、新しい名前に「.en.md」をつけたものに変えてください。",
                  HasSubstr("pages/abuot.md がありません。 → 「about」のことでしょうか。もとのものを消したなら、")));
  EXPECT_THAT(mistakes(with({{"pages/gone.easy.md", "# ない\n"}})),
              ElementsAre("pages/gone.easy.md:1:1: もとのページ pages/gone.md がありません。 → もとのものを消したなら、"
                          "この訳も消してください。名前を変えたなら、このファイルの名前も、新しい名前に「.easy.md」を"
                          "つけたものに変えてください。"))
      << "and not one of the pages that there are";
}

TEST(Translations, OfWhatCannotBeReadAreNoMistakesOfTheirOwn) {
  EXPECT_THAT(mistakes(with({{"pages/bad.md", "\xff\xff"}, {"pages/bad.en.md", "# Bad\n"}})),
              ElementsAre(HasSubstr("pages/bad.md:1:1:")));
  EXPECT_THAT(mistakes(with({{"lists/cases/bad.md", "---\ntitle: [\n---\n"},
                             {"lists/cases/bad.en.md", "---\ntitle: Bad\n---\n"}})),
              ElementsAre(HasSubstr("lists/cases/bad.md:")));
}

TEST(Translations, OfNumbersAndDaysAreRefused) {
  EXPECT_THAT(
      mistakes(with({{"lists/cases/fever.en.md",
                      "---\ntitle: A fever\ntel: 0463-00-0002\nkind: 退院\npublish_from: 2026-10-01\n---\n"}})),
      ElementsAre("lists/cases/fever.en.md:3:1: 「tel」は、もとの記録のものが、そのまま使われます。 → "
                  "この行を消してください。直すときは、もとの記録を直します。",
                  HasSubstr("fever.en.md:4:1: 「kind」は、"), HasSubstr("fever.en.md:5:1: 「publish_from」は、")));
}

TEST(Translations, NameFieldsAndChoicesThatThereAre) {
  EXPECT_THAT(
      mistakes(with(
          {{"lists/cases/schema.en.json", R"({"labels": {"tle": "Telephone"}, "choices": {"くすり": "Medicine"}})"}})),
      ElementsAre("lists/cases/schema.en.json:1:13: 「tle」という項目名は、schema.json にありません。 → "
                  "「tel」のことでしょうか。",
                  HasSubstr("schema.en.json:1:46: 「くすり」という選択肢（enum）は、schema.json にありません。")));
  EXPECT_THAT(mistakes(with({{"site.en.json", R"({"urgent": [{"tel": "118", "label": "Coast guard"}]})"}})),
              ElementsAre(HasSubstr("site.en.json:1:21: 「118」は、site.json の urgent にない番号です。")));
}

TEST(Translations, OlderThanTheLastConfirmationAreTold) {
  EXPECT_THAT(mistakes(with({{"lists/cases/fever.en.md", "---\ntitle: A fever\ntranslated: 2026-09-01\n---\n"}})),
              ElementsAre("lists/cases/fever.en.md:3:13: "
                          "訳した日（令和8年9月1日）より後に、もとの記録が確かめられています（令和8年9月15日）。 → "
                          "もとの記録と見比べて、直すところがなければ、translated をきょうの日付にしてください。"));
  EXPECT_THAT(mistakes(with({{"lists/cases/fever.en.md", "---\ntitle: A fever\ntranslated: 2026-09-15\n---\n"}})),
              IsEmpty());
}

TEST(Translations, LeadToTheHeadingsOfTranslations) {
  EXPECT_THAT(mistakes(with({{"pages/about.md", "# 案内\n\n## 窓口 {#desk}\n"},
                             {"pages/about.en.md", "# About\n\n## Desk {#counter}\n"},
                             {"pages/way.md", "# 道\n\n[窓口](ref:about#desk)\n"},
                             {"pages/way.en.md", "# Way\n\n[Desk](ref:about#counter)、[no](ref:about#desk)\n"}})),
              ElementsAre(HasSubstr("pages/way.en.md:3:27: 「en/about」に「#desk」という見出しはありません。")));
}

TEST(Translations, AreShownOnTheDaysOfTheirOriginals) {
  Loaded loaded;
  load_files(loaded, with({{"pages/about.md", "---\ntitle: 案内\npublish_until: 2026-10-01\n---\n"},
                           {"pages/about.en.md", "# About\n"},
                           {"pages/way.en.md", "# Way\n"},
                           {"pages/way.md", "# 道\n"}}));
  EXPECT_THAT(loaded.said(), IsEmpty());
  select_day(loaded.site, {2026, 11, 21}, loaded.diagnostics);
  auto const sites = take_translations(loaded.site);
  ASSERT_EQ(sites.at(0).pages.size(), 1u);
  EXPECT_EQ(sites[0].pages[0].slug, "way");
}

TEST(Translations, HaveAFolderThatNothingElseMayStandIn) {
  EXPECT_THAT(mistakes(with({{"pages/about.en.md", "# About\n"}, {"pages/en/way.md", "# 道\n"}})),
              ElementsAre(HasSubstr("pages/en/way.md:1:1: 「en/way」という名前は、")));
  EXPECT_THAT(mistakes(with({{"pages/about.en.md", "# About\n"}, {"pages/en.md", "# 英語\n"}})),
              ElementsAre(HasSubstr("pages/en.md:1:1: URL「/en/」が site.en.json と重なっています。")));
}

/// What is said of words for the languages of this site.
std::vector<std::string> said_of_words(Files files, Files templates) {
  Loaded loaded;
  load_files(loaded, std::move(files));
  auto const ja = *base::DiskTree(std::string(TEBIKI_SOURCE_DIR) + "/templates").read("words/ja.json");
  templates.emplace("words/ja.json", ja);
  base::MemoryTree const tree(std::move(templates));
  loaded.site.words = load_words(tree, "ja", loaded.sources, loaded.diagnostics);
  load_translated_words(loaded.site, tree, loaded.sources, loaded.diagnostics);
  return loaded.said();
}

TEST(Translations, IntoALanguageWithoutWordsAreMistakesOfTheirFirstFile) {
  EXPECT_THAT(
      said_of_words(with({{"site.en.json", "absent"}, {"pages/about.eng.md", "# About\n"}}), {{"words/en.json", "{}"}}),
      ElementsAre(
          "pages/about.eng.md:1:1: 「eng」という言語の言葉のファイル「templates/words/eng.json」がありません。 → "
          "「en」のことでしょうか。"));
}

TEST(Translations, WantEveryWordInAnotherLanguageAndOnlyWhatIsOtherwiseInAnotherFormOfTheirOwn) {
  auto const english =
      said_of_words(with({{"pages/about.en.md", "# About\n"}}), {{"words/en.json", R"({"view.none": "Nothing."})"}});
  EXPECT_GT(english.size(), 200u);
  EXPECT_THAT(english,
              Contains("words/en.json:1:1: 言葉「layout.skip」がありません。 → もとの言葉は「本文へ進む」です。"
                       "「\"layout.skip\": \"言葉\"」の行を加えてください。"));
  EXPECT_THAT(
      said_of_words(with({{"site.en.json", "absent"}, {"pages/about.easy.md", "# しつもん\n"}}),
                    {{"words/ja-easy.json", R"({"view.none": "ありません。", "view.non": "x"})"}}),
      ElementsAre(
          "words/ja-easy.json:1:25: 「view.non」という言葉は、使われません。 → 「view.none」のことでしょうか。"));
}

TEST(Translations, ThatTebikiComesWithHaveAllTheirWords) {
  base::DiskTree const tree(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  Loaded loaded;
  load_files(loaded, with({{"pages/about.en.md", "# About\n"}, {"pages/about.easy.md", "# しつもん\n"}}));
  loaded.site.words = load_words(tree, "ja", loaded.sources, loaded.diagnostics);
  load_translated_words(loaded.site, tree, loaded.sources, loaded.diagnostics);
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const sites = take_translations(loaded.site);
  auto const &easy = sites.at(0), &english = sites.at(1);
  EXPECT_EQ(english.language_tag(), "en");
  EXPECT_EQ(easy.language, "ja");
  EXPECT_EQ(easy.language_tag(), "ja-x-easy");
  EXPECT_EQ(model::date_text({2026, 4, 1}, english.words), "1 April 2026 (Reiwa 8)");
  EXPECT_EQ(model::date_text({2026, 4, 1}, easy.words), "2026年4月1日");
  EXPECT_EQ(model::date_text({2026, 4, 1}, loaded.site.words), "令和8年4月1日");
  EXPECT_EQ(easy.words["matrix.telephone"], loaded.site.words["matrix.telephone"]);
}

TEST(Translations, OfAnotherLanguageWantTheSiteTold) {
  Loaded loaded;
  load_files(loaded, with({{"site.en.json", "absent"}, {"pages/about.en.md", "# About\n"}}));
  base::DiskTree const tree(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  loaded.site.words = load_words(tree, "ja", loaded.sources, loaded.diagnostics);
  load_translated_words(loaded.site, tree, loaded.sources, loaded.diagnostics);
  EXPECT_THAT(loaded.said(), ElementsAre(HasSubstr("pages/about.en.md:1:1: site.en.json がないので、")));
}

TEST(Translations, ThatRepeatANumberWhichIsNoLongerTheSitesAreTold) {
  EXPECT_THAT(
      mistakes(with({{"site.json", R"({"name": "手引き", "contact": {"tel": "0463-00-0002", "fax": "0463000102"}})"},
                     {"site.en.json", R"({"notice": "Call 0463-00-0001 or send a fax to 0463-00-0102."})"}})),
      ElementsAre("site.en.json:1:12: site.en.json にある番号「0463-00-0001」は、site.json のどこにもありません。 → "
                  "site.json の番号を変えたなら、ここも同じ番号に直してください。"));
}

TEST(Translations, OfPagesSayNotWhenTheyWereMade) {
  EXPECT_THAT(
      mistakes(with({{"pages/about.en.md", "---\ntitle: About\ntranslated: 2026-10-01\ndescripton: x\n---\na\n"}})),
      ElementsAre("pages/about.en.md:3:1: 「translated」（訳した日）は、一覧の1件の訳にだけ書けます。 → "
                  "ページと章からは、この行を消してください。",
                  "pages/about.en.md:4:1: 「descripton」という項目はファイルの始めの設定（--- の間）には"
                  "ありません。 → 「description」のことでしょうか。"));
}

TEST(Translations, OfRecordsAreLookedThroughLikeTheirOriginals) {
  EXPECT_THAT(
      mistakes(with({{"lists/cases/fever.easy.md", "---\nsummary: \"{{site.contact.tell}}\"\n---\n2月30日 まで\n"}})),
      ElementsAre(HasSubstr("fever.easy.md:2:10: 「{{site.contact.tell}}」に当たる文字が site.json にありません。"),
                  HasSubstr("fever.easy.md:4:1: ない日（2月30日）が書かれています。")));
}

TEST(Translations, OfManyRecordsWithoutOriginalsAreToldAtOnce) {
  Files files;
  for (int i = 0; i < 100; ++i) files["lists/cases/lost-" + std::to_string(1000 + i) + ".en.md"] = "a\n";
  EXPECT_EQ(mistakes(with(std::move(files))).size(), 100u);
}

/// What is told of these hours beside those of the site.
std::vector<std::string> of_hours(std::string const& own, std::string const& language, std::string const& said) {
  auto const holidays = R"("holidays": {"2027-01-01": "元日"})";
  return mistakes({{"site.json", R"({"name": "手引き", "contact": {"hours": ")" + own + "\"}, " + holidays + "}"},
                   {"site." + language + ".json", R"({"contact": {"hours": ")" + said + "\"}}"}});
}

TEST(Translations, WithHoursThatAreNoLongerTheSitesAreTold) {
  EXPECT_THAT(
      of_hours("月〜金 9:00〜17:15", "en", "Mon–Fri 8:30–17:15"),
      ElementsAre("site.en.json:1:23: 受付の時間の訳「Mon–Fri 8:30–17:15」は、site.json の「月〜金 9:00〜17:15」と"
                  "時刻が違います。 → site.json の受付の時間（hours）を見て、どちらかを直してください。"));
  EXPECT_THAT(of_hours("月〜土 8:30〜17:15", "en", "Monday to Friday 8:30 - 17:15"),
              ElementsAre(HasSubstr("曜日が違います。")));
  EXPECT_THAT(of_hours("火〜土 8:30〜17:15", "easy", "月曜日〜金曜日 8時30分〜17時15分"),
              ElementsAre(HasSubstr("曜日が違います。")));
}

TEST(Translations, WithTheHoursOfTheSiteInOtherWordsAreFine) {
  for (auto const* said : {"Mon–Fri 8:30–17:15", "Monday to Friday, 8:30 am to 5:15 pm", "Weekdays 8:30-17:15",
                           "Mon, Tue, Wed, Thu, Fri 8:30–17:15 (closed on holidays)", "Ask us"})
    EXPECT_THAT(of_hours("月〜金 8:30〜17:15（祝日を除く）", "en", said), IsEmpty()) << said;
  for (auto const* said : {"月曜日〜金曜日 午前8時30分〜午後5時15分", "平日 8:30 から 17:15 まで"})
    EXPECT_THAT(of_hours("月〜金 8:30〜17:15", "easy", said), IsEmpty()) << said;
  EXPECT_THAT(of_hours("24時間", "en", "24 hours a day"), IsEmpty());
}

}  // namespace
}  // namespace tebiki::loading
