// A name that something had before still leads to it.
#include <gmock/gmock.h>

#include "loading/load.hpp"
#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Files renamed_site(Files more) {
  Files files = list_of(R"("name": {"type": "string"}, "office": {"format": "reference", "x-list": "x"})", "a.csv",
                        "id,name,以前のID\naoba,見本 あおば,aoba-old、blue\n");
  files["pages/lesson.md"] = "---\naliases: [kouza, class/first]\n---\n# 教室\n\n本文\n";
  files["publications/guide/publication.json"] = R"({"title": "手引き", "aliases": ["handbook"]})";
  files["publications/guide/10-consult.md"] = "---\naliases: [ask]\n---\n# 相談\n\n## 窓口 {#desk}\n";
  files.merge(more);
  return files;
}

TEST(Aliases, OfRecordsPagesPublicationsAndPartsAreKept) {
  Loaded loaded;
  load_files(loaded, renamed_site({}));
  EXPECT_THAT(loaded.said(), IsEmpty());
  std::vector<std::string> names;
  for (auto const& [name, target, at] : loaded.site.aliases) names.push_back(name + " → " + target);
  EXPECT_THAT(names, ElementsAre("x/aoba-old → x/aoba", "x/blue → x/aoba", "kouza → lesson", "class/first → lesson",
                                 "guide/ask → guide/consult", "handbook/consult → guide/consult", "handbook → guide"));
}

TEST(Aliases, AndPagesLeaveTheNamesOfWhatIsMadeByItself) {
  Loaded loaded;
  load_files(loaded, renamed_site({{"pages/old.md", "---\naliases: [my-list, x/page/2]\n---\n# 前\n\n本文\n"},
                                   {"pages/x/kana/ta.md", "# た\n\n本文\n"},
                                   {"pages/my-list.md", "# 自分で書いたリスト\n\n本文\n"}}));
  EXPECT_THAT(loaded.said(),
              ElementsAre(HasSubstr("my-list.md:1:1: 「my-list」という名前は、できあがったサイトの部品のために"),
                          HasSubstr("old.md:2:11: 「my-list」という名前は"), HasSubstr("「x/page/2」という名前は"),
                          HasSubstr("「x/kana/ta」という名前は")));
}

TEST(PagesMadeByThemselves, CanBeNamedAsOthersCanWhereTheyStand) {
  Files files{{"site.json", R"({"name": "見本", "menu": [{"label": "データ", "ref": "open-data"}]})"},
              {"lists/x/schema.json",
               R"({"title": "事業所", "properties": {"name": {"type": "string"}, "tel": {"format": "tel"}}})"},
              {"lists/x/x.json", R"([{"id": "a", "name": "一", "tel": "0463-00-0001"}])"},
              {"pages/a.md", "# 案内\n\n[リスト](ref:my-list)、[データ](ref:open-data)、[通信](ref:offline)\n"}};
  EXPECT_THAT(mistakes(files), IsEmpty());
  files["lists/x/x.json"] = R"([{"id": "a", "name": "一"}])";
  EXPECT_THAT(mistakes(files), ElementsAre(HasSubstr("「my-list」"))) << "nobody can be called";
}

TEST(Aliases, ReferencesByAnOldNameLeadToTheNewOne) {
  Loaded loaded;
  load_files(
      loaded,
      renamed_site({{"pages/links.md", "# 参照\n\n[a](ref:x/blue) [b](ref:handbook#desk)\n\n```qr\nref: kouza\n```\n"},
                    {"lists/x/b.json", R"([{"id": "b", "name": "見本 い", "office": "blue"}])"}}));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto& blocks = loaded.site.pages.at(1).blocks;
  auto& text = std::get<model::Paragraph>(blocks.at(0).node).text;
  EXPECT_EQ(std::get<model::Reference>(std::get<model::Link>(text.at(0).node).target).name, "x/aoba");
  EXPECT_EQ(std::get<model::Reference>(std::get<model::Link>(text.at(2).node).target).name, "guide/consult");
  EXPECT_EQ(std::get<model::Directive>(blocks.at(1).node).options.text_of("ref"), "lesson");
  auto const& list = loaded.site.lists[0];
  auto const& record = list.records.at(loaded.site.index.find("x/b")->item);
  EXPECT_EQ(record.text_of(list.schema.find("office")->slot), "x/aoba");
}

TEST(Aliases, ThatNameSomethingElseAreRefused) {
  Loaded loaded;
  load_files(loaded, renamed_site({{"lists/x/b.json", R"([{"id": "blue", "name": "見本 い", "aliases": ["blue"]}])"},
                                   {"pages/more.md", "---\naliases: [index, Bad]\n---\n# 続き\n\n本文\n"}}));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre(HasSubstr("a.csv:2:22: 以前の名前「x/blue」（aliases）は、いまも lists/x/b.json の名前です。 → "
                            "aliases から消してください。"),
                  HasSubstr("b.json:1:45: 以前の名前「x/blue」"), HasSubstr("pages/more.md:2:11: 以前の名前「index」"),
                  HasSubstr("pages/more.md:2:18: 「Bad」はURLになる名前として使えません。")));
}

TEST(Aliases, AreWrittenWithoutSlashesAtTheirEnds) {
  Loaded loaded;
  load_files(loaded, renamed_site({{"pages/more.md", "---\naliases: [/tools/, /]\n---\n# 続き\n\n本文\n"}}));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre("pages/more.md:2:11: 「/tools/」の始めか終わりに「/」が付いています。 → 「tools」と書いてください。",
                  HasSubstr("pages/more.md:2:20: 「/」はURLになる名前として使えません。")));
}

TEST(Aliases, OfOneNameStandInBracketsToo) {
  Loaded loaded;
  load_files(loaded, renamed_site({{"pages/more.md", "---\naliases: old\nfound_by: 車\n---\n# 続き\n\n本文\n"}}));
  EXPECT_THAT(loaded.said(),
              ElementsAre("pages/more.md:2:10: 「aliases」には、一つだけでも [ ] で囲んだ言葉の並びを書きます。 → "
                          "「[old]」と書いてください。",
                          HasSubstr("pages/more.md:3:11: 「found_by」には、")));
}

TEST(Aliases, OfTwoPagesAreToldAsAliasesAndNotAsNames) {
  Loaded loaded;
  load_files(loaded, renamed_site({{"pages/more.md", "---\naliases: [kouza]\n---\n# 続き\n\n本文\n"}}));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre("pages/more.md:2:11: 以前の名前「kouza」（aliases）は、pages/lesson.md の aliases にもあります。"
                  " → どちらに移るのかを決めて、もう一方の aliases から消してください。"));
}

TEST(Aliases, LeadNowhereWhileTheirTargetIsNotShown) {
  Loaded loaded;
  load_files(loaded,
             renamed_site({{"pages/fair.md", "---\npublish_until: 2026-11-20\naliases: [old-fair]\n---\n# 会\n"}}));
  auto before = loaded.site.aliases.size();
  select_day(loaded.site, {2026, 11, 21}, loaded.diagnostics);
  EXPECT_EQ(loaded.site.aliases.size(), before - 1);
  EXPECT_THAT(loaded.said(), IsEmpty());
}

}  // namespace
}  // namespace tebiki::loading
