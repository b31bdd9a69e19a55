// A mistake is underlined from its beginning to its end.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;

/// What each mistake underlines.
std::vector<std::string> underlined(Files files) {
  Loaded loaded;
  load_files(loaded, std::move(files));
  std::vector<std::string> parts;
  for (auto const& item : loaded.diagnostics.sorted(loaded.sources))
    parts.emplace_back(loaded.sources.text(item.at.file).substr(item.at.offset, item.at.length));
  return parts;
}

TEST(Spans, OfJsonAreWholeValuesAndKeys) {
  EXPECT_THAT(underlined({{"site.json", R"({"name": "手引き", "theme": {"brand": "blue"}, "leed": "あ", "notice": 12.5,
    "menu": [{"label": "さがす"}], "synonyms": [["一つ\"だけ"]]})"}}),
              ElementsAre("\"blue\"", "\"leed\"", "12.5", R"({"label": "さがす"})", R"(["一つ\"だけ"])"));
}

TEST(Spans, OfFrontMatterAreWholeScalars) {
  EXPECT_THAT(underlined({{"pages/a.md",
                           "---\ntitle: 案内\npublish_from: 2026-13-01\npublish_until: \"2026-02-30\"\n"
                           "descripton: あ\naliases: ['Old''s']\n---\n本文\n"}}),
              ElementsAre("2026-13-01", "\"2026-02-30\"", "descripton", "'Old''s'"));
}

TEST(Spans, OfHeadingsAndCellsOfATableAreTheirWholeText) {
  EXPECT_THAT(underlined(list_of(R"("tel": {"format": "tel"})", "a.csv", "id,tel,備考欄\na,0463-00-0001,\n")),
              ElementsAre("備考欄"));
  EXPECT_THAT(underlined(list_of(R"("tel": {"format": "tel"})", "a.csv", "id,tel\na,,\"あ \"\"い\"\" う\"\n")),
              ElementsAre("あ \"\"い\"\" う"));
}

TEST(Spans, OfListItemsInACellAreTheItems) {
  EXPECT_THAT(underlined(list_of(R"("kinds": {"type": "array", "items": {"enum": ["車いす", "寝台"]}})", "a.csv",
                                 "id,kinds\na,車いす、寝大\nb,\"寝台\r\n 車いすす\"\nc,\"い\"\"す\"\";寝台\"\n")),
              ElementsAre("寝大", "車いすす", "い\"\"す\"\""));
}

TEST(Spans, OfYamlAreWholeValuesThoughTheyGoOverLines) {
  EXPECT_THAT(
      underlined({{"pages/a.md",
                   "---\npublish_from: >-\n  2026年\n\n  四月\npublish_until: |\n  2026-02-30\n\n"
                   "description: {a: [b, c] }\nfound_by: 二行に\n  わたる\naliases:\n  - b\n  - - c\n---\n"
                   "# 案内\n\n本文\n"}}),
      ElementsAre(">-\n  2026年\n\n  四月", "|\n  2026-02-30", "{a: [b, c] }", "二行に\n  わたる", "- b\n  - - c"));
}

TEST(Spans, OfMarkdownAreWholeLinksAddressesAndBlocks) {
  EXPECT_THAT(
      underlined({{"pages/a.md",
                   "# 案内\n\n[ことば **太字**](ref:nowhere)と[これ](<file:///etc>)\n"
                   "と![図](images/none.png)と![絵](room.png \"題\")\n\n```veiw\nlist: x\n```\n"}}),
      ElementsAre("[ことば **太字**](ref:nowhere)", "file:///etc", "![図](images/none.png)", "room.png", "veiw"));
}

}  // namespace
}  // namespace tebiki::loading
