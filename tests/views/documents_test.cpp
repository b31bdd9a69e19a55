#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

model::Documents compose(model::Site const& site) {
  base::Diagnostics diagnostics;
  auto documents = views::compose(made::settled(site), diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  return documents;
}

std::vector<std::string> paths(model::Documents const& documents) {
  std::vector<std::string> out;
  for (auto& page : documents.pages) out.push_back(page.path);
  return out;
}

model::Part part(std::string slug, model::Blocks blocks) {
  model::Part part;
  part.slug = part.title = std::move(slug);
  part.blocks = std::move(blocks);
  return part;
}

model::Site with_publication(std::vector<model::Part> parts) {
  auto site = made::site();
  model::Publication guide;
  guide.slug = "guide";
  guide.title = "ガイド";
  guide.summary = "見本の冊子です。";
  guide.parts = std::move(parts);
  site.publications.push_back(std::move(guide));
  return site;
}

TEST(Documents, OfTheSmallestSiteAreItsHomePage) {
  model::Site site;
  site.name = "見本";
  auto documents = compose(site);
  ASSERT_EQ(documents.pages.size(), 1u);
  EXPECT_EQ(documents.pages[0].kind, model::DocumentKind::home);
  EXPECT_EQ(documents.pages[0].path, "");
  EXPECT_EQ(documents.pages[0].title, "見本");
  EXPECT_EQ(documents.pages[0].subject, "index");
  EXPECT_TRUE(documents.booklets.empty());
}

TEST(Documents, AreOneForEveryPageListRecordPublicationAndPart) {
  auto site = with_publication({part("consult", {})});
  site.pages.push_back(page("index", {}));
  site.pages.push_back(page("scenes/daily", {}));
  auto documents = compose(site);
  EXPECT_THAT(paths(documents),
              ElementsAre("", "scenes/daily/", "facilities/", "facilities/aoba/", "facilities/kaname/",
                          "facilities/sakura/", "facilities/hamayu/", "guide/", "guide/consult/"));
  EXPECT_EQ(document(documents, "facilities/").description, "見本の事業所です。");
  auto& entry = document(documents, "facilities/aoba/");
  EXPECT_EQ(entry.kind, model::DocumentKind::entry);
  EXPECT_EQ(entry.title, "見本 あおば");
  EXPECT_EQ(entry.record, "aoba");
  EXPECT_EQ(entry.subject, "facilities");
  EXPECT_EQ(entry.description, "訪問看護・居宅介護支援　中原2-3");
}

TEST(Documents, OfARecordTellItsFieldsGroupByGroupThenItsBody) {
  auto site = made::site();
  model::Paragraph words;
  words.text.push_back(model::words("見本です。"));
  site.lists[0].records[1].body.push_back({words, {}});
  auto documents = compose(site);
  EXPECT_EQ(outline(document(documents, "facilities/aoba/").blocks),
            "サービス: 訪問看護、居宅介護支援\n"
            "住所: 中原2-3\n"
            "営業時間: 月〜金 9:00〜17:00\n"
            "地域: 中原\n"
            "heading2 医療処置 #医療処置\n"
            "喀痰吸引: ○ 対応できます\n"
            "在宅酸素: △ 要相談\n"
            "paragraph 見本です。\n");
}

TEST(Documents, OfARecordSayAtTheirHeadWhatOneComesFor) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields.push_back(field({"place", "位置", FieldKind::coordinates}));
  list.schema.fields.push_back(field({"film", "動画", FieldKind::youtube}));
  list.records = {record("a", "見本A", "けんほんえー",
                         {{"services", made::list({"訪問看護"})},
                          {"tel", text("0463-00-0012")},
                          {"fax", text("0463-00-0022")},
                          {"place", text("35.3,139.3")},
                          {"film", text("dQw4w9WgXcQ")},
                          {"confirmed", text("2026-09-05")}})};
  auto documents = compose(site);
  auto& head = document(documents, "facilities/a/").head;
  EXPECT_EQ(head.kana, "けんほんえー");
  EXPECT_THAT(head.tags, ElementsAre("訪問看護"));
  EXPECT_EQ(head.tel, "0463-00-0012");
  EXPECT_EQ(head.fax, "0463-00-0022");
  EXPECT_EQ(head.map_address, "https://maps.gsi.go.jp/#17/35.3/139.3/");
  EXPECT_EQ(head.video_address, "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
  EXPECT_EQ(head.confirmed, "令和8年9月5日");
  EXPECT_EQ(outline(document(documents, "facilities/a/").blocks),
            "サービス: 訪問看護\nheading2 医療処置 #医療処置\n"
            "note paragraph まだ回答をいただいていません（できないという意味ではありません）。\n");
}

TEST(Documents, OfARecordKeepEveryNumberWhoseFieldHasTheSameLabel) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}),
                                 field({"kana", "電話番号", FieldKind::kana}),
                                 field({"tel", "電話番号", FieldKind::tel}),
                                 field({"night", "電話番号", FieldKind::tel}),
                                 field({"fax", "電話番号", FieldKind::fax}),
                                 field({"fax2", "電話番号", FieldKind::fax}),
                                 field({"words", "電話番号"}),
                                 field({"confirmed", "電話番号", FieldKind::date})};
  site.lists[0].records = {record("a", "見本A", "えー",
                                  {{"tel", text("0463-00-0001")},
                                   {"night", text("0463-00-0002")},
                                   {"fax", text("0463-00-0003")},
                                   {"fax2", text("0463-00-0004")},
                                   {"words", text("夜は守衛")},
                                   {"confirmed", text("2026-09-05")}})};
  auto documents = compose(site);
  auto& page = document(documents, "facilities/a/");
  EXPECT_EQ(page.head.tel, "0463-00-0001");
  EXPECT_EQ(page.head.fax, "0463-00-0003");
  EXPECT_EQ(outline(page.blocks),
            "電話番号: **[0463-00-0002](tel:0463000002)**\n電話番号: 0463-00-0004\n電話番号: 夜は守衛\n");
}

TEST(Documents, OfARecordTellBelowWhatHasNoPlaceAtTheHead) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}), field({"tel", "電話", FieldKind::tel}),
                                 field({"confirmed", "確認日", FieldKind::date})};
  site.lists[0].records = {record(
      "a", "見本A", "", {{"tel", made::list({"0463-00-0001", "0463-00-0002"})}, {"confirmed", text("令和8年ごろ")}})};
  auto documents = compose(site);
  EXPECT_EQ(outline(document(documents, "facilities/a/").blocks),
            "電話: **[0463-00-0001](tel:0463000001)**/**[0463-00-0002](tel:0463000002)**\n確認日: 令和8年ごろ\n");
}

TEST(Documents, KeepTheNumbersOfADefinitionViewInABodyAndInPrint) {
  auto view = [] {
    return directive("view", {{"list", text("facilities")},
                              {"as", text("definition")},
                              {"columns", list({"kana", "tel", "fax", "confirmed"})},
                              {"where", where({{"id", text("aoba")}}, 4)}});
  };
  auto site = with_publication({part("who", {view()})});
  site.lists[0].records[3].body = {view()};
  auto const told =
      "よみ: あおば\n電話: **[0463-00-0012](tel:0463000012)**\nFAX: 0463-00-0022\n確認日: 令和8年9月5日\n";
  auto documents = compose(site);
  EXPECT_THAT(outline(document(documents, "facilities/kaname/").blocks), testing::EndsWith(told));
  EXPECT_EQ(outline(document(documents, "guide/who/").blocks), told);
  EXPECT_EQ(outline(documents.booklets.at(0).publication.parts.at(0).blocks), told);
}

TEST(Documents, SayThatAnOfficeHasNotAnsweredAtAllAndNeverNo) {
  EXPECT_EQ(outline(document(compose(made::site()), "facilities/kaname/").blocks),
            "定員: 100\n"
            "heading2 医療処置 #医療処置\n"
            "note paragraph まだ回答をいただいていません（できないという意味ではありません）。\n");
  EXPECT_THAT(outline(document(compose(made::site()), "facilities/sakura/").blocks),
              testing::HasSubstr("喀痰吸引: × 対応していません\n在宅酸素: — 未回答\n"));
}

TEST(Documents, LinkAddressesReferencesScenesAndPictures) {
  auto site = made::site();
  site.scenes.push_back({"daily", "ふだんの療養", "日常の療養支援", "", model::Reference{"scenes/daily", {}}, {}});
  auto& list = site.lists[0];
  auto partner = field({"partner", "連携先", FieldKind::reference});
  partner.reference_list = "facilities";
  auto fares = field({"fares", "料金", FieldKind::rows});
  fares.fields = {field({"what", "内容"}), field({"price", "金額", FieldKind::yen})};
  list.schema.fields = {field({"name", "名称"}),
                        field({"site", "ホームページ", FieldKind::uri}),
                        field({"mail", "メール", FieldKind::email}),
                        field({"zip", "郵便番号", FieldKind::postal_code}),
                        field({"film", "動画", FieldKind::youtube}),
                        field({"photo", "外観", FieldKind::image}),
                        field({"place", "位置", FieldKind::coordinates}),
                        field({"memo", "備考"}),
                        partner,
                        fares};
  Value row = object({{"what", text("初乗り")}, {"price", number(1500)}});
  list.records = {record("a", "見本A", "",
                         {{"site", text("https://example.jp/a/")},
                          {"mail", text("a@example.jp")},
                          {"zip", text("254-0000")},
                          {"film", text("dQw4w9WgXcQ")},
                          {"photo", text("images/a.jpg")},
                          {"place", text("35.3,139.3")},
                          {"memo", text("一行目\n二行目")},
                          {"partner", text("b")},
                          {"fares", Value{model::Values{row}, {}}},
                          {"scenes", made::list({"daily"})}}),
                  record("b", "見本B", "")};
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks),
            "ホームページ: [example.jp/a](https://example.jp/a/)\n"
            "メール: [a@example.jp](mailto:a@example.jp)\n"
            "郵便番号: 〒254-0000\n"
            "備考: 一行目/二行目\n"
            "連携先: [見本B](ref:facilities/b)\n"
            "場面: [ふだんの療養](ref:scenes/daily)\n"
            "figure 見本A：外観 / \n"
            "table 内容 | 金額\n");
}

TEST(Documents, NeverLinkToASchemeThatCouldRun) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}), field({"site", "ホームページ", FieldKind::uri}),
                                 field({"film", "動画", FieldKind::youtube})};
  site.lists[0].records = {
      record("a", "見本A", "", {{"site", text("javascript:alert(1)")}, {"film", text("javascript:alert(2)")}})};
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks),
            "ホームページ: javascript:alert(1)\n動画: javascript:alert(2)\n");
}

TEST(Documents, OfAPublicationSayItsSummaryOnceAndLeaveItsChaptersToThePage) {
  auto site = with_publication({part("consult", {}), part("list", {})});
  auto documents = compose(site);
  auto& guide = document(documents, "guide/");
  EXPECT_EQ(guide.description, "見本の冊子です。");
  EXPECT_EQ(outline(guide.blocks), "");
}

TEST(Documents, AndTheBookletHoldTheSameBlocks) {
  auto site = with_publication(
      {part("list", {directive("view", {{"list", text("facilities")}, {"columns", list({"kana", "tel"})}})})});
  auto documents = compose(site);
  ASSERT_EQ(documents.booklets.size(), 1u);
  EXPECT_EQ(rows_text(only<model::Table>(documents.booklets[0].publication.parts.at(0).blocks)),
            rows_text(only<model::Table>(document(documents, "guide/list/").blocks)));
}

TEST(Documents, LinkARowOfABookletToItsEntryButNotToItself) {
  auto row = [](char const* kind) {
    return directive("view", {{"list", text("facilities")},
                              {"as", text(kind)},
                              {"columns", list({"name", "sputum"})},
                              {"where", where({{"id", text("aoba")}}, 4)}});
  };
  auto alone = compose(with_publication({part("answers", {row("matrix")})}));
  EXPECT_EQ(rows_text(only<model::Table>(alone.booklets.at(0).publication.parts.at(0).blocks)),
            "facilities/aoba: 見本 あおば | ○\n");
  EXPECT_EQ(rows_text(only<model::Table>(document(alone, "guide/answers/").blocks)),
            "facilities/aoba: [見本 あおば](ref:facilities/aoba) | ○\n");
  auto both = compose(with_publication({part("answers", {row("matrix"), row("cards")})}));
  EXPECT_EQ(rows_text(only<model::Table>(both.booklets.at(0).publication.parts.at(0).blocks)),
            ": [見本 あおば](ref:facilities/aoba) | ○\n");
}

TEST(Documents, GiveARecordOneAnchorInABookletThatOfItsDirectoryEntry) {
  auto view = [](char const* kind) {
    return directive("view", {{"list", text("facilities")},
                              {"as", text(kind)},
                              {"columns", list({"sputum"})},
                              {"where", where({{"id", text("aoba")}}, 4)}});
  };
  auto documents = compose(with_publication({part("answers", {view("matrix")}), part("list", {view("cards")})}));
  auto& parts = documents.booklets.at(0).publication.parts;
  EXPECT_EQ(only<model::Table>(parts.at(0).blocks).rows.at(0).anchor, "");
  EXPECT_EQ(only<model::Directory>(parts.at(1).blocks).groups.at(0).entries.at(0).anchor, "facilities/aoba");
  EXPECT_EQ(only<model::Table>(document(documents, "guide/answers/").blocks).rows.at(0).anchor, "facilities/aoba")
      << "each web page has anchors of its own";
}

TEST(Documents, EndABookletWithTheIndexOfWhatItHolds) {
  auto view = directive("view", {{"list", text("facilities")},
                                 {"columns", list({"kana"})},
                                 {"where", where({{"id", list({"hamayu", "aoba", "sakura"})}}, 3)}});
  auto site = with_publication({part("list", {view, view})});
  site.publications[0].index = true;
  auto documents = compose(site);
  auto& parts = documents.booklets.at(0).publication.parts;
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[1].title, "さくいん");
  EXPECT_EQ(outline(parts[1].blocks),
            "index あ: 見本 あおば(あおば)→facilities/aoba\n"
            "index さ: 見本 さくら(サクラ)→facilities/sakura\n"
            "index は: 見本 はまゆう(はまゆう)→facilities/hamayu\n");
}

TEST(Documents, TellOnceForEachListWhoseNamesHaveNoReadingInAnIndex) {
  auto site = with_publication({part("list", {directive("view", {{"list", text("facilities")}})})});
  site.publications[0].index = true;
  for (auto id : {"kaede", "momiji", "sugi", "hinoki"}) site.lists[0].records.push_back(record(id, "見本 楓", ""));
  site.lists[0].records.push_back(record("aoi", "あおい", ""));
  base::Diagnostics diagnostics;
  views::compose(made::settled(site), diagnostics);
  EXPECT_THAT(messages(diagnostics),
              ElementsAre(testing::HasSubstr(
                  "一覧「事業所」の4件に、よみがありません（「見本 楓」「見本 楓」「見本 楓」など）。"
                  "索引では正しい場所に並びません。")));
}

TEST(Documents, PutTheIndexWhereADirectiveSaysSo) {
  auto site =
      with_publication({part("first", {directive("index", {})}),
                        part("list", {directive("view", {{"list", text("facilities")}, {"limit", number(1)}})})});
  site.publications[0].index = true;
  auto documents = compose(site);
  EXPECT_EQ(documents.booklets.at(0).publication.parts.size(), 2u);
  EXPECT_EQ(outline(documents.booklets.at(0).publication.parts[0].blocks),
            "index あ: 見本 あおば(あおば)→facilities/aoba\n");
  EXPECT_EQ(outline(document(documents, "guide/first/").blocks), "index あ: 見本 あおば(あおば)→facilities/aoba\n");
}

TEST(Documents, ReplaceDirectivesInsideListsQuotesAndNotesToo) {
  model::Quote quote;
  quote.blocks.push_back(directive("page-break", {}));
  model::ListBlock items;
  items.items.resize(1);
  items.items[0].blocks.push_back(directive("toc", {{"depth", number(3)}}));
  model::Note note;
  note.blocks.push_back({quote, {}});
  auto site = made::site();
  site.pages.push_back(page("a", {{items, {}}, {note, {}}}));
  auto documents = compose(site);
  auto& blocks = document(documents, "a/").blocks;
  EXPECT_EQ(outline(blocks), "item contents 3\nnote other\n");
  auto& inner = std::get<model::Quote>(std::get<model::Note>(blocks.at(1).node).blocks.at(0).node);
  EXPECT_EQ(outline(inner.blocks), "page break\n");
}

TEST(Documents, OfARecordRenderMarkdownInlineWhenItIsOneParagraphAndBelowAHeadingOtherwise) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields = {field({"name", "名称"}), field({"hint", "ひとこと", FieldKind::markdown}),
                        field({"guide", "案内", FieldKind::markdown})};
  list.records = {record("a", "見本A", "")};
  model::Paragraph paragraph;
  paragraph.text.push_back({model::Strong{{model::words("予約")}}, {}});
  model::Blocks const one{{paragraph, {}}}, two{{paragraph, {}}, {paragraph, {}}};
  list.records[0].values.push_back({one, {}, slot_of("hint")});
  list.records[0].values.push_back({two, {}, slot_of("guide")});
  auto const documents = compose(site);
  auto const& blocks = document(documents, "facilities/a/").blocks;
  ASSERT_EQ(blocks.size(), 4u);
  auto const& definition = std::get<model::DefinitionList>(blocks[0].node).definitions.at(0);
  EXPECT_EQ(definition.term, "ひとこと");
  EXPECT_TRUE(std::holds_alternative<model::Strong>(definition.text.at(0).node));
  EXPECT_EQ(model::plain_text(std::get<model::Heading>(blocks[1].node).text), "案内");
}

}  // namespace
