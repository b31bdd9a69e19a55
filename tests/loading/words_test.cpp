#include "model/words.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/diagnostics.hpp"
#include "loading/load.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using testing::HasSubstr;

/// The words that tebiki comes with, a piece of their file exchanged; and the mistakes in them.
struct Loaded {
  explicit Loaded(std::string const& piece = {}, std::string const& instead = {}, std::string const& language = "ja") {
    auto text = *base::DiskTree(std::string(TEBIKI_SOURCE_DIR) + "/templates").read("words/ja.json");
    if (auto at = text.find(piece); !piece.empty() && at != text.npos) {
      line = std::to_string(1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n'));
      text.replace(at, piece.size(), instead);
    }
    base::MemoryTree const templates(std::map<std::string, std::string>{{"words/ja.json", text}});
    words = load_words(templates, language, sources, diagnostics);
    report = base::text_report(diagnostics.sorted(sources), sources, base::Language::ja);
  }
  base::Sources sources;
  base::Diagnostics diagnostics;
  model::Words words;
  std::string report;
  std::string line;  ///< of what was exchanged
};

TEST(Words, ThatTebikiComesWithAreAllThatTheProgramAsksFor) {
  Loaded const loaded;
  EXPECT_EQ(loaded.report, "");
  EXPECT_EQ(loaded.words["view.none"], "該当するものはありません。");
  EXPECT_EQ(loaded.words[model::Availability::ask], "要相談");
  EXPECT_EQ(loaded.words.filled("join.label", {{"label", "定員"}}), "定員：");
}

TEST(Words, AMissingOneIsNamedInItsFile) {
  Loaded const loaded("\"view.none\"", "\"view.no\"");
  EXPECT_THAT(loaded.report, HasSubstr("words/ja.json:1:1: 誤り: 言葉「view.none」がありません。 [missing-word]"));
  EXPECT_EQ(loaded.words["view.none"], "view.none");
}

TEST(Words, ANameInBracesThatNothingIsFilledInForIsReportedWhereTheWordStands) {
  Loaded const loaded("\"join.label\": \"{label}", "\"join.label\": \"{lable}");
  EXPECT_THAT(loaded.report, HasSubstr("words/ja.json:" + loaded.line +
                                       ":3: 誤り: 言葉「join.label」の「{lable}」に入れるものがありません。"));
  EXPECT_THAT(loaded.report, HasSubstr("使えるのは「label」です。"));
}

TEST(Words, AreTexts) {
  Loaded const loaded("\"対応できます\"", "1");
  EXPECT_THAT(loaded.report,
              HasSubstr("words/ja.json:" + loaded.line + ":23: 誤り: 「availability.yes」には言葉を書いてください。"));
}

TEST(Words, OfALanguageThatNobodyWroteAreReportedOnce) {
  EXPECT_EQ(
      Loaded("", "", "fr").report,
      "words/fr.json:1:1: 誤り: 画面と冊子の言葉のファイル「templates/words/fr.json」がありません。 [missing-words]\n"
      "    → tebiki に付いてくるファイルを写すか、site.json の language を \"ja\" にしてください。\n");
}

TEST(Words, FillInWhatIsNamedAndLeaveOtherBracesAlone) {
  model::Words words;
  words.add("k", {"{a}と{b}、{ }{", {}});
  EXPECT_EQ(words.filled("k", {{"a", "{b}"}}), "{b}と{b}、{ }{");
}

}  // namespace
}  // namespace tebiki::loading
