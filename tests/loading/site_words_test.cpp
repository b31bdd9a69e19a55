// `{{site.…}}` wherever readers see words.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto site_json =
    R"({"name": "手引き", "contact": {"name": "中央の窓口", "tel": "0463-00-0001", "fax": "0463-00-0101"},
  "areas": [{"id": "atsugi", "label": "厚木市", "name": "厚木の手引き", "contact": {"name": "厚木の窓口", "tel": "0463-00-0041"}}]})";

Files const files = {
    {"site.json", site_json},
    {"pages/a.md",
     "---\ntitle: 相談（{{ site.contact.name }}）\ndescription: 電話 {{site.contact.tel}}\n---\n![絵 "
     "{{site.contact.tel}}](images/a.png \"図 {{site.contact.tel}}\")\n\n```qr\nurl: https://example.jp/\ncaption: "
     "FAX {{site.contact.fax}} 電話 {{site.contact.tel}}\n```\n"},
    {"pages/b.md", "# 電話 {{site.contact.tel}}\n\nあ\n"},
    {"publications/p/publication.json",
     R"({"title": "冊子 {{site.contact.tel}}", "summary": "{{site.contact.name}}", "masthead": {"number": "{{site.contact.tel}}"},
         "cover": {"title_lines": ["{{site.contact.tel}}"], "edition": "{{site.contact.tel}}", "motto": "{{site.name}}"}})"},
    {"publications/p/01-a.md", "---\ntitle: \"{{site.contact.tel}}\"\ntab: \"{{site.contact.tel}}\"\n---\nあ\n"},
    {"lists/x/schema.json", R"({"title": "一覧", "properties": {"name": {"type": "string"},
       "rows": {"format": "rows", "type": "array", "items": {"properties": {"label": {"type": "string"}}}}}})"},
    {"lists/x/a.json",
     R"([{"id": "a", "name": "電話 {{site.contact.tel}}", "rows": [{"label": "{{site.contact.tel}}"}]}])"},
    {"images/a.png", "absent"}};

/// All words that readers of the site see, one behind the other.
std::string words_of(model::Site const& site) {
  std::string out;
  auto const say = [&](std::string_view words) { out.append(words).append("|"); };
  for (auto const& page : site.pages) {
    say(page.title), say(page.description);
    model::for_each_block(page.blocks, [&](model::Block const& block) {
      if (auto const* qr = std::get_if<model::Directive>(&block.node)) say(qr->options.text_of("caption"));
      auto const* figure = std::get_if<model::Figure>(&block.node);
      if (!figure) return;
      say(figure->alternative), say(std::get<model::Image>(figure->picture).alternative);
      say(model::plain_text(figure->caption));
    });
  }
  auto const& publication = site.publications.at(0);
  say(publication.title), say(publication.summary), say(publication.masthead->number);
  say(publication.cover->title_lines.at(0)), say(publication.cover->edition), say(publication.cover->motto);
  say(publication.parts.at(0).title), say(publication.parts.at(0).tab);
  auto const& record = site.lists.at(0).records.at(0);
  say(record.name());
  say(model::exported_text(record.values.back().as<model::FieldRows>()->rows.at(0).values.at(0)));
  return out;
}

struct Filled : Loaded {
  Filled() { load_files(*this, files); }
};

TEST(SiteWords, StandWhereverReadersSeeThem) {
  Filled filled;
  fill_in_site_words(filled.site);
  std::string const tel = "0463-00-0001|";
  EXPECT_EQ(words_of(filled.site), "相談（中央の窓口）|電話 " + tel + "絵 " + tel + "絵 " + tel + "図 " + tel +
                                       "FAX 0463-00-0101 電話 " + tel + "電話 " + tel + "|冊子 " + tel + "中央の窓口|" +
                                       tel + tel + tel + "手引き|" + tel + tel + "電話 " + tel + tel);
}

TEST(SiteWords, AreThoseOfTheAreaInItsSiteAndOfTheWholeWhereItHasNone) {
  Filled filled;
  auto const area = select_area(filled.site, filled.site.areas.at(0));
  std::string const tel = "0463-00-0041|";
  EXPECT_EQ(words_of(area), "相談（厚木の窓口）|電話 " + tel + "絵 " + tel + "絵 " + tel + "図 " + tel +
                                "FAX 0463-00-0101 電話 " + tel + "電話 " + tel + "|冊子 " + tel + "厚木の窓口|" + tel +
                                tel + tel + "厚木の手引き|" + tel + tel + "電話 " + tel + tel);
}

TEST(SiteWords, ThatNameNothingAreErrorsWhereverTheyStand) {
  EXPECT_THAT(
      mistakes({{"pages/a.md",
                 "---\ntitle: 電話 {{site.contact.tell}}\n---\n```qr\nurl: https://example.jp/\ncaption: "
                 "\"{{site.nmae}}へ\"\n```\n"},
                {"lists/x/schema.json", R"({"title": "一覧", "properties": {"name": {"type": "string"}}})"},
                {"lists/x/a.csv", "id,name\na,{{site.nam}}\n"},
                {"site.json", R"({"name": "手引き", "contact": {"tel": "0463-00-0001"}})"},
                {"publications/p/publication.json", R"({"title": "{{title}}"})"},
                {"publications/p/01-a.md", "あ\n"}}),
      ElementsAre(
          "lists/x/a.csv:2:3: 「{{site.nam}}」に当たる文字が site.json にありません。 → "
          "「site.name」のことでしょうか。",
          "pages/a.md:2:8: 「{{site.contact.tell}}」に当たる文字が site.json にありません。 → "
          "「site.contact.tel」のことでしょうか。",
          HasSubstr("pages/a.md:6:10: 「{{site.nmae}}」"),
          HasSubstr("publications/p/publication.json:1:11: 「{{title}}」に当たる文字が site.json にありません。")));
}

TEST(SiteWords, AtTheBeginningOfATextOfYamlMustBeQuotedAndThatIsSaid) {
  for (auto const* title : {"{{site.name}}の案内", "{{ site.name }}へ", "{{site.name}}"})
    EXPECT_THAT(
        mistakes({{"pages/a.md", "---\ntitle: " + std::string(title) + "\n---\nあ\n"}}),
        ElementsAre(HasSubstr("言葉の全体を「\"」で囲んで、「\"{{site.name}}の案内\"」のように書いてください。")))
        << title;
}

TEST(SiteWords, AreErrorsInTheSiteFileAndInSchemas) {
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "手引き", "description": "{{site.name}}です"})"},
                        {"lists/x/schema.json", R"({"title": "{{site.name}}の一覧", "properties": {"name": {}}})"},
                        {"lists/x/a.json", R"([{"id": "a", "name": "あ"}])"}}),
              ElementsAre("lists/x/schema.json:1:11: 「{{site.name}}」は、このファイルの中では使えません。 → "
                          "そこに出したい言葉を、そのまま書いてください。",
                          "site.json:1:32: 「{{site.name}}」は、このファイルの中では使えません。 → "
                          "そこに出したい言葉を、そのまま書いてください。"));
}

/// A list of offices, whose numbers are those of the site, and of events.
Files numbers(std::string const& office) {
  return {{"site.json", site_json},
          {"lists/x/schema.json", R"({"title": "一覧", "properties": {"name": {"type": "string"},
             "tel": {"format": "tel", "x-label": "電話"}, "fax": {"format": "fax"}, "mail": {"format": "email"}}})"},
          {"lists/x/a.json", "[" + office + "]"}};
}

TEST(SiteWords, InFieldsOfNumbersBecomeNumbersOfTheSiteOrTheArea) {
  Loaded loaded;
  load_files(loaded, numbers(R"({"id": "a", "tel": "{{site.contact.tel}}", "fax": "{{ site.contact.fax }}"})"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const area = select_area(loaded.site, loaded.site.areas.at(0));
  fill_in_site_words(loaded.site);
  auto const number = [](model::Site const& site, std::size_t i) {
    auto const* telephone = site.lists.at(0).records.at(0).values.at(i).as<model::Telephone>();
    return telephone ? std::string(telephone->address()) : "no number";
  };
  EXPECT_EQ(number(loaded.site, 1), "tel:0463000001");
  EXPECT_EQ(number(loaded.site, 2), "tel:0463000101");
  EXPECT_EQ(number(area, 1), "tel:0463000041");
}

TEST(SiteWords, InFieldsOfNumbersMustBecomeNumbers) {
  EXPECT_THAT(mistakes(numbers(R"({"id": "a", "tel": "{{site.contact.name}}", "fax": "{{site.contact.fxa}}"})")),
              ElementsAre("lists/x/a.json:1:21: 電話の {{site.contact.name}} は「中央の窓口」になり、電話番号の形では"
                          "ありません。 → 半角の数字とハイフンだけで「0463-00-0001」のように書いてください。",
                          HasSubstr("「{{site.contact.fxa}}」に当たる文字が site.json にありません。")));
}

std::string contact_of(model::Site const& site, std::size_t record) {
  auto const& list = site.lists.at(0);
  std::string all;
  for (auto const* key : {"host", "ask", "tel", "fax"}) {
    auto const* value = list.records.at(record).find(*list.schema.find(key));
    all += (value ? model::exported_text(*value) : "-") + " ";
  }
  return all;
}

TEST(SiteContact, IsThatOfEventsToComeThatNameNobody) {
  Loaded loaded;
  load_files(loaded, {{"site.json", site_json},
                      {"lists/x/schema.json", R"({"title": "催し", "properties": {"name": {"type": "string"},
      "day": {"format": "date", "x-role": "begins"}, "host": {"type": "string", "x-role": "host"},
      "ask": {"type": "string", "x-role": "contact"}, "tel": {"format": "tel"}, "fax": {"format": "fax"}}})"},
                      {"lists/x/a.json", R"([{"id": "a", "day": "2026-12-01"},
      {"id": "b", "day": "2026-12-01", "host": "市"}, {"id": "c", "day": "2026-12-01", "ask": "役場"},
      {"id": "d", "day": "2026-11-01"}, {"id": "e", "name": "いつか"}])"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const area = select_area(loaded.site, loaded.site.areas.at(0));
  fill_in_site_words(loaded.site);
  EXPECT_EQ(contact_of(loaded.site, 0), "中央の窓口 中央の窓口 0463-00-0001 0463-00-0101 ");
  EXPECT_EQ(contact_of(loaded.site, 1), "市 中央の窓口 0463-00-0001 0463-00-0101 ");
  EXPECT_EQ(contact_of(loaded.site, 2), "- 役場 - - ") << "another office has numbers of its own";
  EXPECT_EQ(contact_of(loaded.site, 3), "- - - - ") << "over";
  EXPECT_EQ(contact_of(loaded.site, 4), "- - - - ") << "nobody knows when";
  EXPECT_EQ(contact_of(area, 0), "厚木の窓口 厚木の窓口 0463-00-0041 - ");
}

TEST(SiteWords, ThatNameNothingInALinkAreToldOnce) {
  EXPECT_THAT(
      mistakes({{"site.json", site_json}, {"pages/l.md", "# あ\n\n[{{site.contact.telephone}}](tel:119)\n"}}),
      ElementsAre(HasSubstr("pages/l.md:3:2: 「{{site.contact.telephone}}」に当たる文字が site.json にありません。")));
}

}  // namespace
}  // namespace tebiki::loading
