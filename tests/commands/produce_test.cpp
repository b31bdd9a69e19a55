#include <gmock/gmock.h>

#include "commands/commands.hpp"
#include "commands/small_site.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

struct Produce : testing::Test, SmallSite {
  commands::Run run;

  /// `file: code` of each.
  std::vector<std::string> codes() {
    check(settings(), run);
    std::vector<std::string> found;
    for (auto& item : run.diagnostics.sorted(run.sources))
      found.push_back(run.sources.path(item.at.file) + ": " + item.code);
    return found;
  }
  std::vector<std::string> mistakes() {
    check(settings(), run);
    std::vector<std::string> found;
    for (auto& item : run.diagnostics.sorted(run.sources)) {
      found.push_back(run.sources.path(item.at.file) + ": " + item.message.ja + " → " + item.hint.ja);
    }
    return found;
  }
};

TEST_F(Produce, TellsOfMistakesInContentTemplatesAndPrintStyleInOneRun) {
  write("content/site.json", R"({"name": "見本の手引き", "publishr": "見本市"})");
  write("templates/site/entry.mustache", "{{kanna}}");
  write("templates/site/taxis.entry.mustache", "{{telx}}");
  auto style = base::read_file(fs::path(TEBIKI_SOURCE_DIR) / "templates/print/standard.json").value_or("");
  write("templates/print/standard.json", style.replace(style.find("page_width"), 10, "page_widht"));
  EXPECT_THAT(
      mistakes(),
      ElementsAre("print/standard.json: 「page_widht」という項目は print/standard.json にはありません。 → "
                  "「page_width」のことでしょうか。",
                  "site.json: 「publishr」という項目は site.json にはありません。 → 「publisher」のことでしょうか。",
                  "templates/site/entry.mustache: 「kanna」という名前は、ここでは使えません。 → "
                  "「kana」のことでしょうか。",
                  "templates/site/taxis.entry.mustache: 「telx」という名前は、ここでは使えません。 → "
                  "「tel」のことでしょうか。"));
}

TEST_F(Produce, SaysOneThingOfOneMistakeThatTwoStepsMeet) {
  write("content/lists/forms/schema.json", R"({"title": "書式", "properties": {"name": {"type": "string"},
    "fields": {"type": "array", "format": "rows", "x-role": "form", "items": {"type": "object", "properties": {
      "label": {"type": "string"}, "count": {"type": "integer"}, "kind": {"type": "string"},
      "choices": {"type": "array", "items": {"type": "string"}}}}}}})");
  write("content/lists/forms/a.json", R"([{"id": "a", "name": "申込書", "fields": [{"lable": "氏名"},
    {"label": "番号", "count": "十"}, {"label": "性別", "kind": "1つ選ぶ", "choises": ["男", "女"]}, {"label": "備考", "count": 99}]}])");
  write("content/lists/plan/schema.json", R"({"title": "予定", "properties": {"name": {"type": "string"},
    "start": {"enum": ["4月", "5月"], "x-role": "first-month"}}})");
  write("content/lists/plan/a.json", R"([{"id": "a", "name": "会議", "start": "13月"}])");
  write("content/pages/a.md",
        "# 案内\n\n```view\nlist: plan\nas: gantt\n```\n\n```form\nref: forms/a\n```\n\n"
        "```form\nfields:\n  - lable: 氏名\n```\n");
  EXPECT_THAT(
      mistakes(),
      ElementsAre(
          "lists/forms/a.json: 「lable」という項目は schema.json にありません。 → 「label」のことでしょうか。",
          "lists/forms/a.json: 「count」は整数でなければなりません。 → "
          "「名」や「約」などをつけず、「12」のように数だけを書いてください。",
          "lists/forms/a.json: 「choises」という項目は schema.json にありません。 → 「choices」のことでしょうか。",
          "lists/forms/a.json: 「count」には1から60までの整数を書いてください。 → 例　\"count\": 1",
          "lists/plan/a.json: start「13月」は選べる値の中にありません。 → 使えるのは「4月、5月」です。"
          "新しく増やすなら、lists/plan/schema.json の2行目からの enum に「\"13月\"」を書き足してください。",
          "pages/a.md: 「lable」という項目は form にはありません。 → 「label」のことでしょうか。"));
}

TEST_F(Produce, TellsOfMistakesOfAllStepsInOneRun) {
  write("content/site.json", R"({"name": "見本の手引き", "publishr": "見本市"})");
  write("content/lists/taxis/schema.json", R"({"title": "タクシー", "properties": {"name": {"type": "string"}}})");
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 うみ\n");
  write("content/pages/a.md", "# 案内\n\n```view\nlist: taxis\ncolumns: [nmae]\n```\n");
  write("content/publications/guide/publication.json", R"({"title": "手引き"})");
  write("content/publications/guide/10-a.md", "# 一\n\nご利用\U000F0000です\n");
  write("templates/site/entry.mustache", "{{kanna}}");
  EXPECT_THAT(codes(), ElementsAre("pages/a.md: unknown-field", "publications/guide/10-a.md: private-use-character",
                                   "site.json: unknown-key", "templates/site/entry.mustache: unknown-template-name"));
}

TEST_F(Produce, SaysNothingOfWhatOnlyFollowsFromAnotherMistake) {
  write("content/site.json", R"({"name": "見本の手引き", "base_ulr": "https://example.jp/"})");
  write("content/lists/taxis/schema.json",
        R"({"title": "タクシー", "properties": {"name": {"type": "string"}, "night": {"format": "suport"}}})");
  write("content/lists/taxis/taxis.json", R"([{"id": "umi", "name": "見本 うみ",}])");
  write("content/lists/towns/schema.json", "{");
  write("content/pages/a.md",
        "# 案内\n\n```view\nlist: taxis\nas: matrix\ncolumns: [night]\nwhere: {id: umi}\n```\n\n"
        "```view\nlist: towns\ncolumns: [name]\n```\n\n```qr\nref: taxis/umi\n```\n");
  write("content/publications/guide/publication.json", "{");
  write("content/publications/guide/10-a.md", "# 一\n\n```view\nlist: taxis\n```\n");
  EXPECT_THAT(codes(), ElementsAre("lists/taxis/schema.json: unknown-format", "lists/taxis/taxis.json: malformed-json",
                                   "lists/towns/schema.json: malformed-json",
                                   "publications/guide/publication.json: malformed-json", "site.json: unknown-key"));
}

TEST_F(Produce, KnowsTheNextDayThatChangesTheSiteAlsoWhenThereAreMistakes) {
  write("content/pages/a.md", "---\npublish_from: 2026-12-01\n---\n# 案内\n\n本文\n");
  write("content/pages/b.md", "本文\n");
  auto produced = check(settings(), run);
  EXPECT_TRUE(run.diagnostics.has_errors());
  ASSERT_TRUE(produced.next_change);
  EXPECT_EQ(produced.next_change->what, "案内");
}

TEST_F(Produce, CountsPagesOfTheContentAndNoForwardingPages) {
  write("content/pages/a.md", "---\naliases: [old, older]\n---\n# 案内\n\n本文\n");
  auto built = build(settings(), run);
  ASSERT_TRUE(built);
  EXPECT_TRUE(fs::exists(root / "output/old/index.html") && fs::exists(root / "output/404.html"));
  EXPECT_EQ(built->pages, 2u) << "the page and the home page";
}

TEST_F(Produce, ListsTheNamesThatATemplateMayUseWhereNoneIsNear) {
  write("templates/site/404.mustache", "{{ventilator_settings}}");
  auto found = mistakes();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0],
              testing::StartsWith("templates/site/404.mustache: 「ventilator_settings」という名前は、ここでは使え"
                                  "ません。 → 使えるのは「title、page_title、description、"));
}

}  // namespace
}  // namespace tebiki::commands
