#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;

TEST(RecordPage, TellsItsFieldsGroupByGroupThenItsBody) {
  auto site = made::site();
  model::Paragraph words;
  words.text.push_back(model::words("見本です。"));
  site.lists[0].records[1].body.push_back({words, {}});
  auto documents = compose(site);
  EXPECT_EQ(outline(document(documents, "facilities/aoba/").blocks),
            "地域: 中原\n"
            "paragraph 見本です。\n");
}

TEST(RecordPage, SaysAtItsHeadWhatTheOfficeAnsweredUnderTheTitleOfTheQuestions) {
  auto const documents = compose(made::site());
  auto const& abilities = document(documents, "facilities/aoba/").head.abilities;
  ASSERT_EQ(abilities.size(), 1u);
  EXPECT_EQ(abilities[0].title, "医療処置");
  ASSERT_EQ(abilities[0].answers.size(), 2u);
  EXPECT_EQ(abilities[0].answers[0].label, "喀痰吸引");
  EXPECT_EQ(abilities[0].answers[0].availability, model::Availability::yes);
  EXPECT_EQ(abilities[0].answers[1].availability, model::Availability::ask);
}

TEST(RecordPage, SaysBesideItsHoursWhatAnOfficeHasAndWhatItSaysOfItself) {
  auto site = made::site();
  auto& list = site.lists[0];
  auto lift = field({"lift", "昇降機", FieldKind::boolean});
  lift.group = "車と設備";
  auto remark = field({"remarks", "ひとこと"});
  remark.role = model::Role::remark;
  list.schema.fields = {field({"name", "名称"}),
                        field({"tel", "電話", FieldKind::tel}),
                        field({"night", "夜間・24時間の電話", FieldKind::boolean}),
                        field({"parking", "駐車場", FieldKind::boolean}),
                        lift,
                        remark};
  list.records = {record("a", "見本A", "えー",
                         {{"tel", text("0463-00-0001")},
                          {"night", flag(true)},
                          {"parking", flag(false)},
                          {"lift", flag(true)},
                          {"remarks", text("24時間電話がつながります。")}})};
  auto const documents = compose(site);
  auto const& page = document(documents, "facilities/a/");
  EXPECT_THAT(page.head.facts, ElementsAre("夜間・24時間の電話"));
  EXPECT_EQ(page.head.remark, "24時間電話がつながります。");
  EXPECT_THAT(outline(page.blocks), testing::Not(testing::ContainsRegex("24時間")));
  EXPECT_THAT(outline(page.blocks), testing::HasSubstr("駐車場")) << "what it has not is told below";
  EXPECT_THAT(outline(page.blocks), testing::HasSubstr("昇降機")) << "under the title of its group";
}

TEST(RecordPage, SaysAtItsHeadWhatOneComesFor) {
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
  EXPECT_EQ(head.tel.written(), "0463-00-0012");
  EXPECT_EQ(head.fax.written(), "0463-00-0022");
  EXPECT_EQ(head.map_address, "https://maps.gsi.go.jp/#17/35.3/139.3/");
  EXPECT_EQ(head.video_address, "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
  EXPECT_EQ(head.confirmed, "令和8年9月5日");
  EXPECT_EQ(outline(document(documents, "facilities/a/").blocks),
            "heading2 医療処置 #医療処置\n"
            "note paragraph まだ回答をいただいていません（できないという意味ではありません）。\n");
}

TEST(RecordPage, SaysOnceWhereAnOfficeIsAndWhenItIsOpen) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields.push_back(field({"code", "郵便番号", FieldKind::postal_code}));
  list.schema.fields.push_back(field({"days", "曜日"}));
  list.records = {record("a", "見本A", "えー",
                         {{"address", text("中原2-3")},
                          {"code", text("254-0075")},
                          {"days", text("月〜土")},
                          {"hours", text("9:00〜17:00")}})};
  auto documents = compose(site);
  auto& page = document(documents, "facilities/a/");
  EXPECT_EQ(page.head.address, "〒254-0075 中原2-3");
  EXPECT_EQ(page.head.days, "月〜土");
  EXPECT_EQ(page.head.hours, "9:00〜17:00");
  EXPECT_THAT(outline(page.blocks), testing::Not(testing::ContainsRegex("中原2-3|9:00|月〜土|254")));
}

TEST(RecordPage, KeepsEveryNumberWhoseFieldHasTheSameLabel) {
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
  EXPECT_EQ(page.head.tel.written(), "0463-00-0001");
  EXPECT_EQ(page.head.fax.written(), "0463-00-0003");
  EXPECT_EQ(outline(page.blocks),
            "電話番号: **[0463-00-0002](tel:0463000002)**\n電話番号: 0463-00-0004\n電話番号: 夜は守衛\n");
}

TEST(RecordPage, TellsBelowWhatHasNoPlaceAtTheHead) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}), field({"tel", "電話", FieldKind::tel}),
                                 field({"confirmed", "確認日", FieldKind::date})};
  site.lists[0].records = {record(
      "a", "見本A", "", {{"tel", made::list({"0463-00-0001", "0463-00-0002"})}, {"confirmed", text("令和8年ごろ")}})};
  auto documents = compose(site);
  EXPECT_EQ(outline(document(documents, "facilities/a/").blocks),
            "電話: **[0463-00-0001](tel:0463000001)**/**[0463-00-0002](tel:0463000002)**\n確認日: 令和8年ごろ\n");
}

TEST(RecordPage, KeepsTheNumbersOfADefinitionViewInItsBodyAndInPrint) {
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

TEST(RecordPage, SaysThatAnOfficeHasNotAnsweredAtAllAndNeverNo) {
  EXPECT_EQ(outline(document(compose(made::site()), "facilities/kaname/").blocks),
            "定員: 100\n"
            "heading2 医療処置 #医療処置\n"
            "note paragraph まだ回答をいただいていません（できないという意味ではありません）。\n");
  EXPECT_EQ(document(compose(made::site()), "facilities/sakura/").head.abilities.size(), 1u);
}

TEST(RecordPage, OfAFilmDoesNotShowItsPictureAgainThatLeadsToIt) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields = {field({"name", "題名"}), field({"film", "動画", FieldKind::youtube}),
                        field({"still", "静止画", FieldKind::image})};
  list.records = {record("a", "見本A", "", {{"film", text("dQw4w9WgXcQ")}, {"still", text("images/a.jpg")}})};
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks), "figure 見本A：静止画 / \n")
      << "an office with a film";
  list.schema.schema_org = "VideoObject";
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks), "");
}

TEST(RecordPage, OfAFilmHasACardWithSeriesAndLengthBeforeThereIsAnythingToSee) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.schema_org = "VideoObject";
  auto series = field({"series", "シリーズ", FieldKind::choice}), length = field({"duration", "長さ"});
  series.filter = true;
  length.role = model::Role::duration;
  list.schema.fields = {field({"name", "題名"}), series, length};
  list.records = {record("a", "見本A", "", {{"series", text("動画で見よう")}, {"duration", text("6分20秒")}})};
  auto const documents = compose(site);
  auto const& film = document(documents, "facilities/a/").head.film;
  ASSERT_TRUE(film);
  EXPECT_EQ(film->series, "動画で見よう");
  EXPECT_EQ(film->length, "6分20秒");
  auto const& rows = std::get<model::Directory>(document(documents, "facilities/").blocks.front().node);
  EXPECT_TRUE(rows.groups.front().entries.front().film);
  EXPECT_FALSE(document(compose(made::site()), "facilities/aoba/").head.film) << "an office";
}

TEST(RecordPage, OfAFilmListsItsChaptersThatLeadToTheirSecond) {
  auto site = made::site();
  auto& list = site.lists[0];
  auto parts = field({"parts", "目次", FieldKind::rows}), begins = field({"at", "始まり"});
  begins.role = model::Role::chapter_time;
  parts.role = model::Role::chapters;
  parts.fields = {begins, field({"what", "内容"})};
  list.schema.fields = {field({"name", "題名"}), field({"film", "動画", FieldKind::youtube}), parts};
  Value const rows{model::Values{object({{"at", text("0:00")}, {"what", text("はじめに")}}),
                                 object({{"at", text("１分３０秒")}, {"what", text("朝")}})},
                   {}};
  list.records = {record("a", "見本A", "", {{"film", text("https://youtu.be/dQw4w9WgXcQ")}, {"parts", rows}}),
                  record("b", "見本B", "", {{"parts", rows}})};
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks),
            "heading2 目次 #目次\n"
            "item paragraph [0:00　はじめに](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=0s)\n"
            "item paragraph [1:30　朝](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s)\n");
  EXPECT_THAT(outline(document(compose(site), "facilities/b/").blocks), testing::HasSubstr("item paragraph 1:30　朝\n"))
      << "a film that nobody can see yet";
}

TEST(RecordPage, LeavesOutTheColumnsOfATableThatAreEmptyInAllRows) {
  auto site = made::site();
  auto& list = site.lists[0];
  auto services = field({"each", "内容", FieldKind::rows});
  services.fields = {field({"what", "名称"}), field({"closed", "休み"}), field({"seats", "定員"})};
  list.schema.fields = {field({"name", "名称"}), services};
  Value const rows{
      model::Values{object({{"what", text("通い")}, {"seats", text("18")}}), object({{"what", text("泊まり")}})}, {}};
  list.records = {record("a", "見本A", "", {{"each", rows}})};
  auto const documents = compose(site);
  auto const& table = only<model::Table>(document(documents, "facilities/a/").blocks);
  ASSERT_EQ(table.columns.size(), 2u);
  EXPECT_EQ(inline_text(table.columns[1].label), "定員");
  EXPECT_EQ(inline_text(table.rows.at(0).cells.at(1).text), "18");
  EXPECT_TRUE(table.rows.at(1).cells.at(1).text.empty());
}

TEST(RecordPage, LinksAddressesReferencesScenesAndPictures) {
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

TEST(RecordPage, NeverLinksToASchemeThatCouldRun) {
  auto site = made::site();
  site.lists[0].schema.fields = {field({"name", "名称"}), field({"site", "ホームページ", FieldKind::uri}),
                                 field({"film", "動画", FieldKind::youtube})};
  site.lists[0].records = {
      record("a", "見本A", "", {{"site", text("javascript:alert(1)")}, {"film", text("javascript:alert(2)")}})};
  EXPECT_EQ(outline(document(compose(site), "facilities/a/").blocks),
            "ホームページ: javascript:alert(1)\n動画: javascript:alert(2)\n");
}

TEST(RecordPage, RendersMarkdownInlineWhenItIsOneParagraphAndBelowAHeadingOtherwise) {
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
