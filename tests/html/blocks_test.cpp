#include <gmock/gmock.h>

#include "base/photograph.hpp"
#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using sample::body_of;
using sample::harmless;
using sample::hostile;
using testing::HasSubstr;
using testing::Not;

model::Inline text(std::string words) { return model::words(std::move(words)); }
model::Block paragraph_of(model::Inline piece) { return {model::Paragraph{{std::move(piece)}}, {}}; }

TEST(Blocks, EscapeTextWhereverItStands) {
  model::Table table;
  table.caption = {text(hostile)};
  table.columns = {{{text(hostile)}, {}, false}};
  table.rows = {{model::Row::Kind::entry, {{{text(hostile)}}}, {}}};
  model::Blocks const blocks = {
      sample::heading(hostile, "a"),
      sample::paragraph(hostile),
      paragraph_of({model::Code{hostile}, {}}),
      paragraph_of({model::Ruby{hostile, hostile}, {}}),
      {model::CodeBlock{hostile, hostile}, {}},
      {model::DefinitionList{{{hostile, {text(hostile)}}}}, {}},
      {model::Index{{{hostile, {{hostile, hostile, "facilities/aoba", {}}}}}}, {}},
      {table, {}},
  };
  auto const html = body_of(blocks);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_EQ(sample::count(html, harmless), 13u);
}

TEST(Blocks, EscapeEveryFieldOfADirectory) {
  auto entry = sample::entry(1, "aoba", hostile, hostile + "1");
  entry.kana = entry.confirmed = hostile;
  entry.fax = model::parse_telephone(hostile);
  entry.tags = {hostile};
  entry.details = {{text(hostile)}};
  entry.abilities = {{hostile, model::Availability::ask}};
  model::Directory directory{
      "facilities", hostile, {}, {{hostile, {entry, entry}}}, {{hostile, hostile, {{hostile, 1}}}}};
  auto pages = sample::documents();
  pages[1].blocks = {{directory, {}}};
  auto const site = sample::site();
  model::Documents documents{pages, {}, {}};
  documents.search.records["facilities/aoba"] = {hostile, hostile, hostile};
  auto const rendered = sample::render(site, documents, sample::bare_templates(), base::MemoryTree({}));
  auto const& html = rendered.at("facilities/index.html");
  EXPECT_THAT(html, HasSubstr(harmless));
  EXPECT_THAT(html, Not(HasSubstr(hostile)));
  EXPECT_THAT(html, HasSubstr("href=\"tel:1\""));
}

TEST(Blocks, AnchorsThatWouldBreakOutOfAnAttributeAreEscapedOrLeftOut) {
  auto const html = body_of({sample::heading("一", "a\"b"), sample::heading("二", "c d")});
  EXPECT_THAT(html, HasSubstr("<h2 id=\"a&quot;b\">一</h2>"));
  EXPECT_THAT(html, HasSubstr("<h2>二</h2>"));
}

TEST(Blocks, AnIdStandsOnceOnAPage) {
  auto const html = body_of({sample::heading("一", "same"), sample::heading("二", "same")});
  EXPECT_EQ(sample::count(html, "id=\"same\""), 1u);
}

TEST(Blocks, AHeadingIsNeverLevelOne) {
  EXPECT_THAT(body_of({sample::heading("題", "t", 1)}), HasSubstr("<h2 id=\"t\">題</h2>"));
}

TEST(Blocks, ATelephoneNumberAmongWordsStaysOnOneLine) {
  auto const html = body_of({paragraph_of(text("電話 0463-00-0011、FAX(0463-00-0012)。2026-10-15の12-34")),
                             paragraph_of({model::telephone(model::parse_telephone("0463-00-0013"))})});
  EXPECT_EQ(html,
            "<p>電話 <span class=\"nobreak\">0463-00-0011</span>、FAX(<span class=\"nobreak\">0463-00-0012</span>)。"
            "2026-10-15の12-34</p>\n"
            "<p><a class=\"number\" href=\"tel:0463000013\">0463-00-0013</a></p>\n");
}

TEST(Blocks, AnUnsafeLinkBecomesItsWords) {
  auto const html = body_of({paragraph_of({model::Link{model::Url{"javascript:alert(1)"}, {text("押す")}}, {}})});
  EXPECT_EQ(html, "<p>押す</p>\n");
}

TEST(Blocks, AReferenceBecomesARelativeLinkToAFile) {
  auto const link = [](std::string name, std::string fragment) {
    return paragraph_of({model::Link{model::Reference{std::move(name), std::move(fragment)}, {text("先")}}, {}});
  };
  auto const html = body_of({link("facilities/aoba", ""), link("index", ""), link("guide.pdf", ""),
                             link("guide/first", "節"), link("", "here"), link("nowhere", "")});
  EXPECT_THAT(html, HasSubstr("<a href=\"../facilities/aoba/index.html\">先</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"../index.html\">先</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"../pdf/guide.pdf\">先</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"../guide/first/index.html#節\">先</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#here\">先</a>"));
  EXPECT_THAT(html, HasSubstr("<p>先</p>"));
}

TEST(Blocks, AnAnswerIsAMarkAndAWord) {
  EXPECT_EQ(
      body_of({paragraph_of({model::AvailabilityMark{model::Availability::ask}, {}})}),
      "<p><span class=\"mark ask\"><span aria-hidden=\"true\">△</span><span class=\"vh\">要相談</span></span></p>\n");
}

TEST(Blocks, AnAnswerWithItsWordBehindItIsReadOnce) {
  EXPECT_EQ(body_of({paragraph_of({model::AvailabilityMark{model::Availability::yes, true}, {}})}),
            "<p><span class=\"mark yes\" aria-hidden=\"true\">○</span></p>\n");
}

TEST(Blocks, KeepAMarkOnTheLineOfItsWord) {
  model::Inlines legend;
  legend.push_back({model::AvailabilityMark{model::Availability::no, true}, {}});
  legend.push_back(model::words(" できません"));
  legend.push_back(model::words("　"));
  EXPECT_THAT(body_of({{model::Paragraph{legend}, {}}}),
              HasSubstr("<span class=\"nobreak\"><span class=\"mark no\" aria-hidden=\"true\">×</span>"
                        " できません</span>　"));
}

TEST(Blocks, TermsOfOneNameAllStand) {
  auto const html = body_of({{model::DefinitionList{{{"電話", {text("一")}}, {"電話", {text("二")}}}}, {}}});
  EXPECT_EQ(sample::count(html, "<dt>電話</dt>"), 2u);
  EXPECT_THAT(html, HasSubstr("<dd>二</dd>"));
}

TEST(Blocks, ATableNamesItsBoxItsColumnsAndItsRows) {
  model::Table table;
  table.caption = {text("運賃")};
  table.columns = {{{text("名称")}, {}, false}, {{text("料金")}, model::Alignment::end, false}};
  table.rows = {{model::Row::Kind::group, {{{text("西")}}}, {}},
                {model::Row::Kind::entry, {{{text("見本")}}, {{text("500円")}}}, "taxis/mihon"}};
  table.row_headers = true;
  EXPECT_EQ(body_of({{table, {}}}),
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-1\"><table class=\"end-2\">\n"
            "<caption id=\"table-1\">運賃</caption>\n"
            "<thead><tr><th scope=\"col\">名称<th scope=\"col\">料金</thead>\n"
            "<tbody>\n"
            "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\"><span>西</span></th></tr>\n"
            "<tr id=\"taxis/mihon\"><th scope=\"row\">見本<td>500円</tr>\n"
            "</tbody>\n</table></div>\n");
}

TEST(Blocks, ATableOfManyColumnsSaysThatItTakesTheWholeWidth) {
  auto const of = [](std::size_t columns) {
    model::Table table;
    table.columns.resize(columns);
    table.rows = {{model::Row::Kind::entry, std::vector<model::Cell>(columns), {}}};
    return body_of({{table, {}}});
  };
  EXPECT_THAT(of(6), Not(HasSubstr("wide-table")));
  EXPECT_THAT(of(7), HasSubstr("<table class=\"wide-table\">"));
}

TEST(Blocks, ANoteAndItsMarkLeadToEachOther) {
  auto const html = body_of(
      {paragraph_of({model::FootnoteMark{1}, {}}), {model::Footnotes{{{1, {sample::paragraph("注の文。")}}}}, {}}});
  EXPECT_THAT(html, HasSubstr("<a href=\"#fn-1\" id=\"fnref-1\">"));
  EXPECT_THAT(html, HasSubstr("<li value=\"1\" id=\"fn-1\">"));
  EXPECT_THAT(html, HasSubstr("href=\"#fnref-1\""));
}

TEST(Blocks, ADrawingIsAPictureWithAName) {
  model::Drawing drawing{10, 5, {model::RectangleShape{{1, 2}, 3, 4, 0, model::Colour{0, 0, 255}, {}, 1}}};
  auto const html = body_of({{model::Figure{drawing, "青い四角", {text("図1")}}, {}}});
  EXPECT_EQ(html,
            "<figure><svg class=\"drawing\" viewBox=\"0 0 10 5\" width=\"10pt\" height=\"5pt\" role=\"img\">"
            "<title>青い四角</title><rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#0000ff\"/></svg>"
            "<figcaption>図1</figcaption></figure>\n");
}

TEST(Blocks, ADrawingShowsDashesHatchingClippedGroupsAndTurnedLinesOfText) {
  model::RectangleShape bar{{0, 0}, 4, 2, 0, model::Colour{0, 0, 255}, model::Colour{}, 1, {2, 1}};
  bar.hatching = model::Hatching{model::Colour{255, 0, 0}, 3, 1, 45};
  model::TextShape label{{1, 2}, 2, "見本\n令和8年", {}};
  label.angle = -90;
  model::GroupShape group{{bar, label}, {5, 6}, model::rectangle_path({{0, 0}, 4, 3})};
  auto const html = body_of({{model::Figure{model::Drawing{10, 5, {group}}, "", {}}, {}}});
  EXPECT_THAT(html, HasSubstr("<clipPath id=\"clip-1\"><path d=\"M0 0L4 0L4 3L0 3Z\"/></clipPath>"
                              "<g transform=\"translate(5 6)\" clip-path=\"url(#clip-1)\">"));
  EXPECT_THAT(html,
              HasSubstr("<pattern id=\"hatching-2\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\" "
                        "patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"1\" fill=\"#ff0000\"/></pattern>"
                        "<rect x=\"0\" y=\"0\" width=\"4\" height=\"2\" fill=\"#0000ff\"/>"
                        "<rect x=\"0\" y=\"0\" width=\"4\" height=\"2\" fill=\"url(#hatching-2)\" "
                        "stroke=\"#000000\" stroke-width=\"1\" stroke-dasharray=\"2 1\"/>"));
  EXPECT_THAT(html, HasSubstr("transform=\"rotate(-90 1 2)\"><tspan x=\"1\" y=\"2\">見本</tspan>"
                              "<tspan x=\"1\" y=\"4.8\">令和8年</tspan></text></g>"));
}

TEST(Blocks, DrawingsOfARowStandTogether) {
  model::Figure const figure{model::Drawing{10, 5, {}}, "図", {}};
  auto const html = body_of({{model::FigureRow{{figure, figure}}, {}}});
  EXPECT_THAT(html, HasSubstr("<div class=\"figures\"><figure>"));
  EXPECT_EQ(sample::count(html, "<svg"), 2u);
  model::Figure const wide{model::Drawing{400, 5, {}}, "三十年", {}};
  EXPECT_THAT(body_of({{model::FigureRow{{wide}}, {}}}),
              HasSubstr("<div class=\"figures\"><div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                        "aria-label=\"三十年\"><figure>"));
}

TEST(Blocks, AnswersStandBesideWhoGaveThemWithTheirOwnNumbers) {
  model::ListItem item{{sample::paragraph(hostile)}, {}, "①"};
  model::Answer answer{{text("見本市")}, {text("医師会へ委託")}, {"survey/a", "survey/b"}, {}};
  answer.blocks = {{model::ListBlock{false, true, 1, {item}}, {}}};
  auto const html = body_of({{model::AnswerList{{answer}}, {}}});
  EXPECT_THAT(html, HasSubstr("<dt><span id=\"survey/a\"></span><span id=\"survey/b\"></span>見本市 "
                              "<small>医師会へ委託</small></dt>"));
  EXPECT_THAT(
      html, HasSubstr("<ul class=\"labelled\">\n<li><span class=\"label\">①</span> <div>" + harmless + "</div></li>"));
}

TEST(Blocks, HatchingOfTwoDrawingsOnAPageHasTwoIds) {
  model::RectangleShape bar{{0, 0}, 4, 2};
  bar.hatching = model::Hatching{};
  model::Block const figure{model::Figure{model::Drawing{10, 5, {bar}}, "", {}}, {}};
  auto const html = body_of({figure, figure});
  EXPECT_THAT(html, HasSubstr("id=\"hatching-1\""));
  EXPECT_THAT(html, HasSubstr("fill=\"url(#hatching-2)\""));
}

TEST(Blocks, AnImageSaysItsSizeAndIsCopiedOnce) {
  auto site = sample::site();
  site.images["images/部屋 1.jpg"] = {
      "images/部屋 1.jpg", std::make_shared<std::string const>("bytes"), {base::ImageFormat::jpeg, 640, 480}};
  auto pages = sample::documents();
  pages[4].blocks = {paragraph_of({model::Image{"images/部屋 1.jpg", "居間"}, {}})};
  auto const rendered = sample::render(site, pages, sample::bare_templates(), base::MemoryTree({}));
  EXPECT_THAT(rendered.at("about/index.html"),
              HasSubstr("<img src=\"../images/%E9%83%A8%E5%B1%8B%201.jpg\" alt=\"居間\" width=\"640\" height=\"480\" "
                        "loading=\"lazy\" decoding=\"async\">"));
  EXPECT_EQ(rendered.at("images/部屋 1.jpg"), "bytes");
}

TEST(Pictures, ThatNoPageNamesAreNotPublished) {
  auto site = sample::site();
  for (std::string const path :
       {"images/seen.jpg", "images/private.jpg", "images/logo.png", "images/a b.png", "images/back.png"})
    site.images[path] = {path, std::make_shared<std::string const>(path), {base::ImageFormat::png, 8, 8}};
  auto pages = sample::documents();
  pages[4].blocks = {paragraph_of({model::Image{"images/seen.jpg", "見える"}, {}}),
                     sample::paragraph("images/private.jpg は、載せません。")};
  auto const templates = sample::bare_templates(
      {{"site/page.mustache", "{{{body}}}<img src=\"{{root}}images/logo.png\"><img src='{{root}}images/a%20b.png'>"}});
  std::map<std::string, std::string> const assets = {{"site.css", "body{background:url(../images/back.png)}"}};
  auto const rendered = sample::render(site, pages, templates, base::MemoryTree(assets));
  std::vector<std::string> published;
  for (auto const& [path, bytes] : rendered.files)
    if (path.starts_with("images/")) published.push_back(path);
  EXPECT_THAT(published,
              testing::ElementsAre("images/a b.png", "images/back.png", "images/logo.png", "images/seen.jpg"));
}

TEST(Pictures, ThatLieOnTheirSideSayTheirOrientationAndNothingElse) {
  auto const photo = base::without_metadata(
      base::photograph::of_a_camera(base::photograph::four_fields(), base::Orientation::turn_right));
  auto site = sample::site();
  site.images["images/p.jpg"] = {"images/p.jpg",
                                 std::make_shared<std::string const>(photo),
                                 {base::ImageFormat::jpeg, 32, 48, base::Orientation::turn_right}};
  auto pages = sample::documents();
  pages[4].blocks = {paragraph_of({model::Image{"images/p.jpg", "居間"}, {}})};
  auto const rendered = sample::render(site, pages, sample::bare_templates(), base::MemoryTree({}));
  EXPECT_THAT(rendered.at("about/index.html"), HasSubstr("width=\"32\" height=\"48\""));
  auto const& published = rendered.at("images/p.jpg");
  EXPECT_EQ(base::orientation_of(published), base::Orientation::turn_right);
  EXPECT_EQ(base::without_metadata(published), photo);
}

TEST(Blocks, ContentsListTheHeadingsOfThePage) {
  auto const html =
      body_of({{model::Contents{1}, {}}, sample::heading("はじめ", "a"), sample::heading("細目", "b", 3)});
  EXPECT_THAT(html, HasSubstr("<li class=\"level-2\"><a href=\"#a\">はじめ</a></li>"));
  EXPECT_THAT(html, Not(HasSubstr("href=\"#b\"")));
}

}  // namespace
}  // namespace tebiki::html
