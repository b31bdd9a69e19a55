#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string const schema = R"({"title": "一覧", "properties": {"name": {"type": "string"}}})";

TEST(FileNames, OfOfficeAndOfTheSystemAreNotMinded) {
  EXPECT_THAT(mistakes({{"lists/x/schema.json", schema},
                        {"lists/x/x.csv", "id,name\na,あ\n"},
                        {"lists/x/~$x.xlsx", "lock"},
                        {"lists/x/Thumbs.db", "x"},
                        {"images/Thumbs.db", "x"},
                        {"images/.DS_Store", "x"},
                        {"pages/desktop.ini", "x"},
                        {"pages/~WRL0001.tmp", "x"},
                        {"__MACOSX/pages/a.md", "x"}}),
              IsEmpty());
}

TEST(FileNames, OfASpreadsheetBesideItsCsvAreNoticed) {
  Loaded loaded;
  load_files(loaded, {{"lists/x/schema.json", schema}, {"lists/x/x.csv", "id,name\na,あ\n"}, {"lists/x/x.xlsx", "PK"}});
  EXPECT_FALSE(loaded.diagnostics.has_errors());
  EXPECT_THAT(loaded.said(),
              ElementsAre("lists/x/x.xlsx:1:1: 「lists/x/x.xlsx」は読まず、同じフォルダの CSV を使いました。 → "
                          "表を直したら、「CSV UTF-8（コンマ区切り）」で保存し直してください。この表は別の場所に移して"
                          "おくと安心です。"));
}

TEST(FileNames, OfASpreadsheetAloneAreAMistake) {
  EXPECT_THAT(
      mistakes({{"lists/x/schema.json", schema}, {"lists/x/x.numbers", "PK"}}),
      ElementsAre("lists/x/x.numbers:1:1: 「lists/x/x.numbers」は、どこにも使われないファイルです。 → "
                  "この形式は読めません。Excel などの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、"
                  "同じフォルダに保存してください。"));
}

TEST(FileNames, ThatNotepadMadeLongerAreExplained) {
  EXPECT_THAT(mistakes({{"pages/about.md.txt", "# 案内"}}),
              ElementsAre("pages/about.md.txt:1:1: 「pages/about.md.txt」は、どこにも使われないファイルです。 → "
                          "名前の終わりの「.txt」を取って、「about.md」にしてください。"));
}

TEST(FileNames, ThatNoComputerCanKeepAreRefusedBeforeAnythingIsBuilt) {
  EXPECT_THAT(
      mistakes({{"images/a\x01.png", "x"}, {"images/a\\b.png", "x"}, {"images/\x8A\xC5.png", "x"}}),
      ElementsAre("images/??.png:1:1: 「images/??.png」という名前は、文字コードが UTF-8 ではないため読めません。 → "
                  "名前を、半角の英小文字、数字、ハイフン（-）だけに変えてください。",
                  "images/a?.png:1:1: 「images/a?.png」という名前には、使えない文字（目に見えない文字）が入って"
                  "います。 → 名前を、半角の英小文字、数字、ハイフン（-）だけに変えてください。",
                  "images/a\\b.png:1:1: 「images/a\\b.png」という名前には、使えない文字（\\）が入っています。 → "
                  "名前を、半角の英小文字、数字、ハイフン（-）だけに変えてください。"));
}

TEST(FileNames, ThatDifferInCapitalsOnlyAreRefused) {
  EXPECT_THAT(mistakes({{"lists/x/schema.json", schema}, {"lists/x/A.csv", "id\na\n"}, {"lists/x/a.csv", "id\nb\n"}}),
              ElementsAre("lists/x/a.csv:1:1: 「lists/x/a.csv」は「lists/x/A.csv」と、大文字と小文字しか違いません。 → "
                          "Windows では同じファイルになってしまいます。どちらかの名前を変えるか、消してください。"));
}

TEST(FileNames, AloneInAListFolderDoNotEndTheProgram) {
  EXPECT_THAT(mistakes({{"lists/x/memo.txt", "x"}}),
              ElementsAre("lists/x/memo.txt:1:1: 「lists/x/memo.txt」は、どこにも使われないファイルです。 → "
                          "一覧のファイルは lists/<一覧名>/ に、schema.json のほか .json、.csv、.md として置きます。"));
}

TEST(FileNames, ThatDifferInTheCompositionOfLettersOnlyAreRefused) {
  EXPECT_THAT(mistakes({{"pages/\u304B\u3099.md", "# あ\n"}, {"pages/\u304C.md", "# あ\n"}}),
              testing::Contains(testing::HasSubstr("という名前のファイルが二つあります。")));
}

}  // namespace
}  // namespace tebiki::loading
