#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string const guide = R"("guide": {"type": "string", "format": "markdown", "x-label": "案内"})";

model::Blocks const& guide_of(Loaded const& loaded) {
  auto const& list = loaded.site.lists.at(0);
  auto const* value = list.records.at(0).find(*list.schema.find("guide"));
  static model::Blocks const none;
  return value && value->as<model::Blocks>() ? *value->as<model::Blocks>() : none;
}

TEST(MarkdownFields, BecomeBlocksInEveryKindOfFile) {
  for (auto [name, records] :
       {std::pair{"a.json", R"([{"id": "a", "guide": "**予約**が要ります。\n\n- 電話\n- 窓口"}])"},
        {"a.csv", "id,案内\na,\"**予約**が要ります。\n\n- 電話\n- 窓口\"\n"},
        {"a.md", "---\nguide: |\n  **予約**が要ります。\n\n  - 電話\n  - 窓口\n---\n"}}) {
    Loaded loaded;
    load_files(loaded, list_of(guide, name, records));
    EXPECT_THAT(loaded.said(), IsEmpty()) << name;
    auto const& blocks = guide_of(loaded);
    ASSERT_EQ(blocks.size(), 2u) << name;
    EXPECT_TRUE(std::holds_alternative<model::Strong>(std::get<model::Paragraph>(blocks[0].node).text.at(0).node));
    EXPECT_EQ(std::get<model::ListBlock>(blocks[1].node).items.size(), 2u);
  }
}

TEST(MarkdownFields, HaveTheirLinksAndPicturesCheckedWhereTheyStand) {
  Loaded loaded;
  load_files(loaded, list_of(guide, "a.csv", "id,案内\na,詳しくは[窓口](ref:madoguchi)へ。\n"));
  EXPECT_THAT(loaded.said(), ElementsAre("lists/x/a.csv:2:7: 参照先「madoguchi」がありません。 → 名前のつづりを確かめて"
                                         "ください。もう無いものなら、ここから消してください。名前を変えたなら、変えた"
                                         "ファイルの始め（JSON や CSV なら、その1件）に aliases: [madoguchi] と書いて"
                                         "ください。"));
}

TEST(MarkdownFields, HaveTheirMistakesToldAtTheValueWhereTheFileWritesItOtherwise) {
  Loaded loaded;
  load_files(loaded, list_of(guide, "a.json", "[{\"id\": \"a\",\n  \"guide\": \"一\\n\\n<b>二</b>\"}]"));
  ASSERT_FALSE(loaded.said().empty());
  EXPECT_THAT(loaded.said().front(), testing::StartsWith("lists/x/a.json:2:12: "));
}

}  // namespace
}  // namespace tebiki::loading
