#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Synonyms, AreReadAsGroupsOfWords) {
  Loaded loaded;
  load_files(loaded, {{"site.json",
                       R"({"name": "手引き", "synonyms": [["歯科診療所", " 歯医者 "], ["胃ろう", "いろう", "PEG"]]})"},
                      {"pages/about.md", "# 案内\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_THAT(loaded.site.synonyms,
              ElementsAre(ElementsAre("歯科診療所", "歯医者"), ElementsAre("胃ろう", "いろう", "PEG")));
}

TEST(Synonyms, ThatMakeNoGroupAreReported) {
  Loaded loaded;
  load_files(loaded, {{"site.json", R"({"name": "手引き", "synonyms": ["歯医者", ["歯医者"], [],
["歯医者", 3], ["", "歯医者"], ["ケアマネ", "けあまね", "ケアマネジャー"]]})"},
                      {"pages/about.md", "# 案内\n"}});
  EXPECT_THAT(
      loaded.said(),
      ElementsAre(
          "site.json:1:30: synonyms の中は、ことばの組で書きます。 → 「[\"歯科診療所\", "
          "\"歯医者\"]」のように、同じ意味のことばを並べて書いてください。",
          "site.json:1:37: synonyms に、「歯医者」だけの組があります。 → "
          "「[\"歯科診療所\", \"歯医者\"]」のように、同じ意味のことばを並べて書いてください。",
          "site.json:1:46: synonyms に、ことばのない組があります。 → "
          "「[\"歯科診療所\", \"歯医者\"]」のように、同じ意味のことばを並べて書いてください。",
          "site.json:2:9: synonyms の中は、ことばの組で書きます。 → 「[\"歯科診療所\", "
          "\"歯医者\"]」のように、同じ意味のことばを並べて書いてください。",
          "site.json:2:14: synonyms に、空のことばがあります。 → ことばを書くか、「\"\"」を消してください。",
          "site.json:2:35: 「けあまね」は、この組にもうあります。 → "
          "どちらかを消してください。全角と半角、大文字と小文字、ひらがなとカタカナは、同じことばとしてさがせます。"));
}

}  // namespace
}  // namespace tebiki::loading
