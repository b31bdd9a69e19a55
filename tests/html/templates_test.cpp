#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using testing::HasSubstr;

std::string report_for(std::map<std::string, std::string> const& changes) {
  return sample::render(sample::site(), sample::documents(), sample::bare_templates(changes), base::MemoryTree({}))
      .report;
}

TEST(Templates, ATemplateForOneListBeatsTheGenericOne) {
  auto const rendered = sample::render(sample::site(), sample::documents(),
                                       sample::bare_templates({{"site/facilities.entry.mustache", "special {{tel}}"}}),
                                       base::MemoryTree({}));
  EXPECT_EQ(rendered.report, "");
  EXPECT_EQ(rendered.at("facilities/aoba/index.html"),
            "<title>見本 あおば｜見本の手引き</title><h1>見本 あおば</h1>special 0463-00-0011\n");
  EXPECT_THAT(rendered.at("about/index.html"), HasSubstr("page:"));
}

TEST(Templates, ATelephoneNumberAmongWordsStaysOnOneLineWhereElementsMayStand) {
  auto pages = sample::documents();
  pages[4].description = pages[4].title = "電話は 0463-00-0011 へ";
  auto const rendered =
      sample::render(sample::site(), pages,
                     sample::bare_templates(
                         {{"site/page.mustache", "<b>{{description}}</b><i title=\"{{description}}\"></i>{{title}}"}}),
                     base::MemoryTree({}));
  auto const html = rendered.at("about/index.html");
  std::string const whole = "電話は <span class=\"nobreak\">0463-00-0011</span> へ";
  EXPECT_THAT(html, testing::StartsWith("<title>電話は 0463-00-0011 へ｜"));
  EXPECT_THAT(html, HasSubstr("<b>" + whole + "</b><i title=\"電話は 0463-00-0011 へ\"></i>" + whole));
}

TEST(Templates, AnUnknownNameIsReportedWhereItStandsWithTheNearestOne) {
  EXPECT_EQ(report_for({{"site/entry.mustache", "<p>\n  {{kanna}}</p>"}}),
            "templates/site/entry.mustache:2:5: 誤り: 「kanna」という名前は、ここでは使えません。 "
            "[unknown-template-name]\n"
            "      {{kanna}}</p>\n"
            "        ^\n"
            "    → 「kana」のことでしょうか。\n");
}

TEST(Templates, ANameOfAnItemIsKnownOnlyWithinItsList) {
  EXPECT_EQ(report_for({{"site/home.mustache", "{{#suggestions}}{{word}}{{/suggestions}}"}}), "");
  EXPECT_THAT(report_for({{"site/home.mustache", "{{word}}"}}), HasSubstr("home.mustache:1:3: 誤り: 「word」"));
}

TEST(Templates, APartialIsCheckedWhereItIsUsed) {
  auto const report = report_for({{"site/page.mustache", "\n{{> bit}}"}, {"site/bit.mustache", "日本 {{titel}}"}});
  EXPECT_THAT(report, HasSubstr("templates/site/bit.mustache:1:6: 誤り: 「titel」"));
}

TEST(Templates, AMissingPartialIsReported) {
  EXPECT_THAT(report_for({{"site/page.mustache", "{{> bitt}}"}, {"site/bit.mustache", ""}}),
              HasSubstr("page.mustache:1:5: 誤り: 「bitt.mustache」というテンプレートがありません。"));
}

TEST(Templates, APartialWithinItselfIsReportedAndEnds) {
  EXPECT_THAT(report_for({{"site/page.mustache", "{{> loop}}"}, {"site/loop.mustache", "{{> loop}}"}}),
              HasSubstr("loop.mustache:1:5: 誤り: 「loop」が自分自身を含んでいます。"));
}

TEST(Templates, WordsAreNeverShownUnescaped) {
  EXPECT_THAT(report_for({{"site/page.mustache", "{{{title}}}"}}),
              HasSubstr("page.mustache:1:4: 誤り: 「title」をそのまま出すと、文字が HTML として働いてしまいます。"));
  EXPECT_THAT(report_for({{"site/page.mustache", "{{&title}}"}}), HasSubstr("「title」をそのまま出すと"));
  EXPECT_THAT(report_for({{"site/page.mustache", "{{body}}"}}), HasSubstr("「body」は HTML なので"));
}

TEST(Templates, OpenTagsAndSectionsAreReportedWhereTheyBegin) {
  EXPECT_THAT(report_for({{"site/page.mustache", "a\n{{title"}}), HasSubstr("page.mustache:2:1: 誤り: 「{{」が閉じて"));
  EXPECT_THAT(report_for({{"site/page.mustache", "{{#home}}"}}), HasSubstr("page.mustache:1:1: 誤り: 「home」の区間"));
  EXPECT_THAT(report_for({{"site/page.mustache", "x{{/home}}"}}), HasSubstr("page.mustache:1:2: 誤り: 「{{/home}}」"));
  EXPECT_THAT(report_for({{"site/page.mustache", "{{=<% %>=}}"}}), HasSubstr("page.mustache:1:1: 誤り: タグの記号"));
}

TEST(Templates, AMissingLayoutIsNamed) {
  base::MemoryTree const nothing(std::map<std::string, std::string>{{"site/page.mustache", ""}});
  auto const rendered = sample::render(sample::site(), sample::documents(), nothing, base::MemoryTree({}));
  EXPECT_THAT(rendered.report, HasSubstr("「templates/site/layout.mustache」がありません。"));
  EXPECT_TRUE(rendered.files.empty());
}

TEST(Templates, ATemplateThatNoPageUsesIsAWarning) {
  EXPECT_EQ(report_for({{"site/facility.entry.mustache", "x"}}),
            "templates/site/facility.entry.mustache:1:1: 注意: 「facility.entry.mustache」を使うページがありません。 "
            "[idle-template]\n"
            "    x\n"
            "    ^\n"
            "    → 「facilities.entry.mustache」のことでしょうか。\n");
}

TEST(Templates, SpeakInTheWordsOfTheSite) {
  auto const rendered =
      sample::render(sample::site(), sample::documents(),
                     sample::bare_templates(
                         {{"site/page.mustache", "<p title=\"{{word.crumbs.home}}\" data-s=\"{{script.page.title}}\">"},
                          {"site/layout.mustache", "{{word.page.title}}{{> content}}"}}),
                     base::MemoryTree({}));
  EXPECT_THAT(rendered.report, HasSubstr("言葉「page.title」の「{site}」に入れるものがありません。"));
  auto const one = sample::render(
      sample::site(), sample::documents(),
      sample::bare_templates(
          {{"site/page.mustache", "<p title=\"{{word.crumbs.home}}\" data-s=\"{{script.page.title}}\">"}}),
      base::MemoryTree({}));
  EXPECT_EQ(one.report, "");
  EXPECT_THAT(one.at("about/index.html"), HasSubstr("<p title=\"ホーム\" data-s=\"&#123;title}｜&#123;site}\">"));
}

TEST(Templates, AnUnknownWordIsReportedWhereItStandsWithTheNearestOne) {
  EXPECT_EQ(report_for({{"site/entry.mustache", "<p>\n  {{word.crumbs.hom}}</p>"}}),
            "templates/site/entry.mustache:2:5: 誤り: "
            "「crumbs.hom」という言葉は、言葉のファイル（templates/words）にありません。 [unknown-word]\n"
            "      {{word.crumbs.hom}}</p>\n"
            "        ^\n"
            "    → 「crumbs.home」のことでしょうか。\n");
}

TEST(Templates, AWordThatNothingAsksForIsReportedWhereItIsWritten) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  auto const file = sources.add("words/ja.json", "{\n  \"crumbs.hone\": \"ホーム\"\n}\n");
  auto const templates = sample::bare_templates();
  auto words = sample::words_for(japanese_words(), templates);
  words.add("crumbs.hone", {"ホーム", {file, 4}});
  html::check(words, templates, base::MemoryTree({}), sources, diagnostics);
  EXPECT_THAT(base::text_report(diagnostics.sorted(sources), sources, base::Language::ja),
              HasSubstr("words/ja.json:2:3: 誤り: 言葉「crumbs.hone」は、どこでも使われていません。 [unknown-word]"));
}

TEST(Templates, BracesOfAWordAreNoTags) {
  auto site = sample::site();
  site.words.add("crumbs.home", {"{{title}} {{{ {x} <b>", {}});
  auto const rendered =
      sample::render(site, sample::documents(),
                     sample::bare_templates({{"site/page.mustache", "{{word.crumbs.home}}"}}), base::MemoryTree({}));
  EXPECT_THAT(rendered.report, HasSubstr("「{x}」に入れるものがありません。"));
}

TEST(Templates, OfABlockAreCheckedWithTheNamesOfThatBlock) {
  EXPECT_THAT(report_for({{"site/blocks/note.mustache", "{{{text}}} {{title}}"}}),
              HasSubstr("blocks/note.mustache:1:14: 誤り: 「title」という名前は、ここでは使えません。"));
  auto const rendered = sample::render(
      sample::site(), sample::documents(),
      sample::bare_templates({{"site/blocks/definitions.mustache", "{{#definitions}}[{{term}}]{{/definitions}}"}}),
      base::MemoryTree({}));
  EXPECT_EQ(rendered.report, "");
}

TEST(Templates, BracesInContentStayWords) {
  auto pages = sample::documents();
  pages[4].title = "{{site_name}} {{> page}}";
  auto const rendered = sample::render(sample::site(), pages, sample::bare_templates(), base::MemoryTree({}));
  EXPECT_THAT(rendered.at("about/index.html"), HasSubstr("<h1>{{site_name}} {{&gt; page}}</h1>"));
}

}  // namespace
}  // namespace tebiki::html
