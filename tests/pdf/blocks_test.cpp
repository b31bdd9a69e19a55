#include <gmock/gmock.h>

#include <algorithm>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<TextRun> runs_of(Frames const& frames) {
  std::vector<TextRun> runs;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->tag != TagId::artifact) runs.push_back(*run);
  return runs;
}

double right_end(TextRun const& run) {
  double x = run.origin.x;
  for (auto const& glyph : run.glyphs) x += glyph.advance;
  return x;
}

model::Blocks of(model::Inlines inlines) { return {{model::Paragraph{std::move(inlines)}, {}}}; }

TEST(Blocks, SetsAPageAsTheGoldenFileSays) {
  model::Inlines words;
  words.push_back(model::words("電話は「まず相談」の番号、0463-00-0001です。"));
  words.push_back({model::Strong{{model::words("受付は月〜金 8:30〜17:15")}}, {}});
  words.push_back(model::words("で、料金はかかりません。"));
  words.push_back({model::Ruby{"褥瘡", "じょくそう"}, {}});
  words.push_back(model::words("の手当て"));
  words.push_back({model::AvailabilityMark{model::Availability::yes}, {}});
  words.push_back({model::Link{model::Url{"https://example.jp/"}, {model::words("くわしくはこちら")}}, {}});
  expect_golden("a-page-of-text", dump(laid_out({heading(2, "相談する", "consult"), {model::Paragraph{words}, {}}})));
}

/// Lines below words on the first page.
int underlines_of(model::Inline words) {
  model::Link link{model::Url{"https://example.jp/a_b/"}, {std::move(words)}};
  auto const frames = laid_out({{model::Paragraph{{{std::move(link), {}}}}, {}}});
  auto const& items = frames.pages.at(0).items;
  return int(std::count_if(items.begin(), items.end(), [](Item const& item) {
    auto const* box = std::get_if<Box>(&item);
    return box && std::abs(box->area.height - style().underline) < 0.001;
  }));
}

TEST(Blocks, UnderlinesLinksButNoAddressOfWhichALineWouldHideASign) {
  EXPECT_EQ(underlines_of(model::words("くわしくはこちら")), 1);
  EXPECT_EQ(underlines_of(model::words("https://example.jp/a_b/")), 0);
  EXPECT_EQ(underlines_of(model::words("koho_735@example.jp")), 0);
}

TEST(Blocks, EndsJustifiedLinesAtTheRightMargin) {
  auto frames =
      laid_out({paragraph("住み慣れた家で、最期まで自分らしく暮らすために、医療と介護の専門職が力を合わせて支えます。"
                          "困ったときは、一人で悩まず、どうぞ早めにご相談ください。")});
  auto runs = runs_of(frames);
  ASSERT_GE(runs.size(), 3U);
  EXPECT_THAT(runs[1].text, HasSubstr("住み慣れた"));
  // The last mark of a line may be a comma, whose blank at the right is cut off.
  EXPECT_NEAR(right_end(runs[1]), 270, 0.01);
  EXPECT_NEAR(right_end(runs[2]), 270, 0.01);
}

TEST(Blocks, KeepsAPhotographWithinALineOnThePage) {
  auto site = laying::site();
  site.images["images/p.jpg"] = {
      "images/p.jpg", std::make_shared<std::string const>(), {base::ImageFormat::jpeg, 6000, 3000}};
  auto const inlines = model::Inlines{model::words("ここに"), {model::Image{"images/p.jpg", "居間"}, {}}};
  auto const frames = laid_out(booklet({{model::Paragraph{inlines}, {}},
                                        {model::ListBlock{false, true, 1, {{{{model::Paragraph{inlines}, {}}}}}}, {}}}),
                               1, site);
  int pictures = 0;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* picture = std::get_if<Picture>(&item)) {
        ++pictures;
        EXPECT_LE(picture->area.x + picture->area.width, 270.01);
        EXPECT_NEAR(picture->area.width, picture->area.height * 2, 0.01);
      }
  EXPECT_EQ(pictures, 2);
}

TEST(Blocks, NeverPartsATelephoneNumber) {
  for (std::size_t before = 0; before < 24; ++before) {
    std::string text;
    for (std::size_t i = 0; i < before; ++i) text += "あ";
    auto frames = laid_out({paragraph(text + "0463-00-0001へお電話ください。")});
    EXPECT_NE(find_run(frames, "0463-00-0001"), nullptr) << before;
  }
}

TEST(Blocks, BreaksALongAddressRatherThanOverflowing) {
  auto frames = laid_out({paragraph("https://example.jp/" + std::string(80, 'a'))});
  for (auto const& run : runs_of(frames)) EXPECT_LE(right_end(run), 270.01);
}

TEST(Blocks, KeepsTwoLinesTogetherAtTheFootAndTopOfAPage) {
  model::Blocks blocks;
  for (int i = 0; i < 12; ++i) blocks.push_back(paragraph("一行"));
  blocks.push_back(
      paragraph("いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす"));
  auto frames = laid_out(blocks);
  for (auto const& page : frames.pages) {
    auto words = words_on(page);
    auto lines = std::count(words.begin(), words.end(), '\n');
    bool has_long = words.find("いろは") != std::string::npos || words.find("もせす") != std::string::npos;
    if (has_long) {
      EXPECT_GE(lines, 2);
    }
  }
}

TEST(Blocks, KeepsAHeadingWithItsText) {
  model::Blocks blocks;
  for (int i = 0; i < 12; ++i) {
    blocks.push_back(paragraph("行"));
    auto frames = laid_out([&] {
      auto all = blocks;
      all.push_back(heading(2, "見出し", "a"));
      all.push_back(paragraph("本文"));
      return all;
    }());
    for (auto const& page : frames.pages) EXPECT_THAT(words_on(page), Not(::testing::EndsWith("見出し\n"))) << i;
  }
}

TEST(Blocks, TakesNoBaseBelowALongReadingForTextOverText) {
  laid_out(of({model::words("支援センターに"),
               {model::Ruby{"褥瘡", "じょくそう"}, {}},
               model::words("と"),
               {model::Ruby{"志", "こころざし"}, {}},
               model::words("を話します。")}));
}

TEST(Blocks, PutsAReadingAboveItsBaseWithRubyTags) {
  auto frames = laid_out(of({{model::Ruby{"胃", "い"}, {}}, model::words("ろう")}));
  auto const* base = find_run(frames, "胃");
  auto const* reading = find_run(frames, "い");
  ASSERT_TRUE(base && reading);
  EXPECT_EQ(frames.tags.role(base->tag), Role::rb);
  EXPECT_EQ(frames.tags.role(reading->tag), Role::rt);
  EXPECT_EQ(frames.tags.parent(base->tag), frames.tags.parent(reading->tag));
  EXPECT_LT(reading->origin.y, base->origin.y - 9);
  EXPECT_GE(reading->size, style().least_size);
}

TEST(Blocks, NamesThePageOfAReferenceInsideTheBooklet) {
  model::Inlines link{{model::Link{model::Reference{"guide", "there"}, {model::words("あちら")}}, {}}};
  auto blocks = of(link);
  blocks.push_back({model::PageBreak{}, {}});
  blocks.push_back(heading(2, "あちら側", "there"));
  auto frames = laid_out(blocks);
  EXPECT_NE(find_run(frames, "→2ページ"), nullptr);
  ASSERT_EQ(frames.pages[0].links.size(), 2U);
  EXPECT_EQ(frames.pages[0].links[0].destination, "guide/first#there");
  EXPECT_EQ(frames.destinations.at("guide/first#there").page, 1U);
}

TEST(Blocks, LinksOutsideOnlyWhereTheSiteHasAnAddress) {
  auto where = site();
  where.lists.push_back({"taxis", {}, {}});
  where.index.take_names(where);
  auto book = booklet(of({{model::Link{model::Reference{"taxis", ""}, {model::words("タクシー")}}, {}}}));
  EXPECT_TRUE(laid_out(book, 1, where).pages[0].links.empty());
  where.base_url = "https://example.jp/";
  auto frames = laid_out(book, 1, where);
  ASSERT_EQ(frames.pages[0].links.size(), 1U);
  EXPECT_EQ(frames.pages[0].links[0].url, "https://example.jp/taxis/");
}

TEST(Blocks, SaysWhereACharacterStandsThatNoFontHas) {
  base::Diagnostics diagnostics;
  base::Sources sources;
  auto file = sources.add("pages/index.md", "ご利用🚕です");
  auto book = booklet(of({model::words("ご利用🚕です", {file, 0})}));
  Unprintable unprintable;
  lay_out(book, site(), style(), fonts(), 1, unprintable, diagnostics);
  unprintable.report(sources, diagnostics);
  auto found = diagnostics.sorted(sources);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "no-font-for-character");
  EXPECT_EQ(found[0].at, (base::SourceLocation{file, 9}));
  EXPECT_EQ(found[0].message.en, "no font has the character “🚕” (U+1F695), so it cannot be printed");
  EXPECT_EQ(found[0].message.ja, "文字「🚕」（U+1F695）を持つフォントがないため、印刷できません。");
}

TEST(Blocks, SaysWhichCharactersOfADrawingNoFontHas) {
  model::Drawing chart{200, 100, {model::GroupShape{{model::TextShape{{10, 10}, 12, "見本🚕", {}}}, {}}}};
  base::Sources sources;
  base::SourceLocation at{sources.add("pages/chart.md", "図"), 0};
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  lay_out(booklet({{model::Figure{chart, "図", {}}, at}}), site(), style(), fonts(), 1, unprintable, diagnostics);
  unprintable.report(sources, diagnostics);
  auto found = diagnostics.sorted(sources);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "no-font-for-character");
  EXPECT_EQ(found[0].at, at);
}

TEST(Blocks, CodeKeepsItsTabsAndLines) {
  auto frames = laid_out({{model::CodeBlock{"名前\t電話\nあおば\t0463\n\n\t二つ\n", ""}, {}}});
  auto words = words_on(frames.pages[0]);
  EXPECT_NE(words.find("名前    電話\n"), std::string::npos) << words;
  EXPECT_NE(words.find("あおば  0463\n"), std::string::npos) << words;
  EXPECT_NE(words.find("        二つ\n"), std::string::npos) << words;
}

TEST(Blocks, SaysWhatEachMarkMeansToThoseWhoDoNotSeeIt) {
  auto frames = laid_out(of({{model::AvailabilityMark{model::Availability::yes}, {}},
                             {model::AvailabilityMark{model::Availability::ask}, {}},
                             {model::AvailabilityMark{model::Availability::no}, {}},
                             {model::AvailabilityMark{model::Availability::unanswered}, {}}}));
  for (auto const* sign : {"○", "△", "×", "—"}) {
    auto const* run = find_run(frames, sign);
    ASSERT_TRUE(run) << sign;
    EXPECT_FALSE(frames.tags.find_detail(run->tag)->alternative.empty());
  }
}

TEST(Blocks, SetsNoMarkSmallerThanTheLeastSizeAndNoAnswerAsOneDash) {
  auto look = TextLook{{}, 9, {}};
  auto const size = float(style().least_size);
  for (auto answer : {model::Availability::yes, model::Availability::ask, model::Availability::no})
    EXPECT_GE(
        std::get<TextRun>(availability_mark(style(), fonts(), answer, look.size, 0, 0, TagId::artifact).back()).size,
        size);
  auto const none = availability_mark(style(), fonts(), model::Availability::unanswered, 9, 0, 0, TagId::artifact);
  EXPECT_EQ(none.size(), 1U);
}

TEST(Blocks, ExplainsMarksAboveTheFirstThatStandAlone) {
  auto marked = table({"名称", "階段"});
  marked.rows = {row({"あおば", ""})};
  marked.rows[0].cells[1].text = {{model::AvailabilityMark{model::Availability::ask}, {}}};
  auto const without = words_on(laid_out({{marked, {}}, {marked, {}}}).pages[0]);
  auto const first = without.find("要相談");
  ASSERT_NE(first, without.npos);
  EXPECT_EQ(without.find("要相談", first + 1), without.npos);
  auto const said = words_on(laid_out({paragraph("○ できます　△ 相談"), {marked, {}}}).pages[0]);
  EXPECT_EQ(said.find("要相談"), said.npos);
}

TEST(Blocks, SaysWhatAPictureAndItsTableAreCalledOnce) {
  model::Figure figure;
  figure.picture = model::Drawing{100, 50, {}};
  figure.caption = {model::words("開いた日")};
  auto numbers = table({"月"});
  numbers.rows = {row({"4月"})};
  numbers.caption = {model::words("開いた日")};
  auto const words = words_on(laid_out({{figure, {}}, {numbers, {}}}).pages[0]);
  EXPECT_EQ(words.find("開いた日"), words.rfind("開いた日"));
}

TEST(Blocks, PartsAnAddressBehindASlashButNotBehindAHyphen) {
  for (std::size_t before = 0; before < 24; ++before) {
    std::string text;
    for (std::size_t i = 0; i < before; ++i) text += "あ";
    auto frames = laid_out({paragraph(text + "https://www.city.example.jp/kaigo-iryou/zaitaku-renkei/index.html")});
    for (auto const& run : runs_of(frames)) EXPECT_FALSE(run.text.ends_with('-')) << before << " " << run.text;
  }
}

TEST(Blocks, NeverSkipsALevelOfHeadingInTheTags) {
  auto frames = laid_out({heading(4, "深い見出し", "deep"), heading(2, "浅い見出し", "shallow"), paragraph("本文")});
  EXPECT_EQ(frames.tags.role(find_run(frames, "深い見出し")->tag), Role::h2);
  EXPECT_EQ(frames.tags.role(find_run(frames, "浅い見出し")->tag), Role::h2);
}

TEST(Blocks, StaysOnThePageHoweverDeepListsAreNested) {
  model::Blocks blocks{paragraph("奥の奥の項目")};
  for (int depth = 0; depth < 40; ++depth) {
    model::ListBlock list;
    list.items.push_back({blocks});
    blocks = {{std::move(list), {}}};
  }
  auto frames = laid_out(blocks);
  for (auto const& run : runs_of(frames)) EXPECT_LT(right_end(run), 275) << run.text;
}

TEST(Blocks, SetsCalendarsAndAgendasOfBookletsAsTables) {
  model::Calendar month;
  month.title = "令和8年10月";
  month.weekdays = {"日", "月", "火", "水", "木", "金", "土"};
  month.days.resize(7);
  month.days[6] = {"2026-10-03", "10月3日（土）", 3, "見本の日", {{model::CalendarItem::Kind::deadline, "話す会", {}}}};
  model::Agenda agenda;
  agenda.groups = {{model::AgendaGroup::Kind::upcoming, "これから", {}}};
  agenda.groups[0].lines.emplace_back();
  agenda.groups[0].lines[0].days = "10月3日（土）";
  agenda.groups[0].lines[0].name = "話す会";
  auto const frames = laid_out({{month, {}}, {agenda, {}}});
  EXPECT_EQ(count(frames, Role::table), 2u);
  auto words = words_on(frames.pages[0]);
  words.erase(std::remove(words.begin(), words.end(), '\n'), words.end());
  EXPECT_THAT(words, HasSubstr("3見本の日締切"));
  auto const left = [&](char const* label) { return find_run(frames, label)->origin.x; };
  EXPECT_NEAR(left("木") - left("水"), left("土") - left("金"), 0.5) << "columns of one width";
}

}  // namespace
}  // namespace tebiki::pdf
