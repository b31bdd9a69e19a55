// Chapters of films: rows with the role `chapters`.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What is said of a film of 6分20秒 with these chapters, which stand in lines 4 and below.
std::vector<std::string> said_of(std::string const& chapters, std::string const& length = "6分20秒",
                                 base::Language language = base::Language::ja) {
  return mistakes({{"lists/films/schema.json", R"({"title": "動画", "properties": {
                      "title": {"type": "string"}, "length": {"type": "string", "x-label": "長さ", "x-role": "duration"},
                      "parts": {"type": "array", "x-label": "目次", "x-role": "chapters", "items": {"type": "object",
                        "properties": {"at": {"type": "string", "x-label": "始まり", "x-role": "chapter-time"},
                                       "what": {"type": "string", "x-label": "内容"}}}}}})"},
                   {"lists/films/a.md", "---\ntitle: 題\nlength: " + length + "\nparts:\n" + chapters + "---\n"}},
                  language);
}

TEST(FilmChapters, AreTimesInAnyFormInWhichPeopleWriteThem) {
  EXPECT_THAT(said_of("  - {at: \"0:00\", what: はじめに}\n  - {at: 1:30, what: 朝}\n  - {at: 2分, what: 昼}\n"
                      "  - {at: ３：０５, what: 夕}\n  - {at: 5分59秒, what: 夜}\n"),
              IsEmpty());
  EXPECT_THAT(said_of("  - {at: 0:05, what: 一}\n  - {at: 1:02:03, what: 二}\n", "1時間5分"), IsEmpty());
}

TEST(FilmChapters, WhoseTimeCannotBeReadAreToldAtTheTime) {
  EXPECT_THAT(said_of("  - {at: 1:30, what: 朝}\n  - {at: おわり, what: 夜}\n"),
              ElementsAre("lists/films/a.md:6:10: 始まり「おわり」は、動画の中の時間として読めません。 → "
                          "始まってからの時間を「1:30」か「1分30秒」のように書いてください。"));
  for (auto const* wrong : {"1:75", "1:5", "90", "1:00:00:00", "-1:30", "1:30〜2:00"})
    EXPECT_EQ(said_of(std::string("  - {at: \"") + wrong + "\", what: 朝}\n").size(), 1U) << wrong;
  EXPECT_THAT(said_of("  - {what: 朝}\n"),
              ElementsAre("lists/films/a.md:5:5: チャプターに「始まり」がありません。 → "
                          "始まってからの時間を「1:30」か「1分30秒」のように書いてください。"));
}

TEST(FilmChapters, ThatAreNotInTheirOrderAreToldOnceEach) {
  EXPECT_THAT(
      said_of(
          "  - {at: 1:30, what: 朝}\n  - {at: 1:10, what: 昼}\n  - {at: 1:20, what: 夕}\n  - {at: 2:00, what: 夜}\n"),
      ElementsAre("lists/films/a.md:6:10: 始まり（1:10）が、上のチャプター（1:30）より後ではありません。 → "
                  "時間を確かめて、始まる順に並べてください。",
                  "lists/films/a.md:7:10: 始まり（1:20）が、上のチャプター（1:30）より後ではありません。 → "
                  "時間を確かめて、始まる順に並べてください。"));
}

TEST(FilmChapters, ThatBeginWhenTheFilmIsOverAreToldWithItsLength) {
  EXPECT_THAT(said_of("  - {at: 6:20, what: 夜}\n"),
              ElementsAre("lists/films/a.md:5:10: 始まり（6:20）に、動画はもう終わっています（長さは6:20）。 → "
                          "時間か「長さ」を直してください。"));
  EXPECT_THAT(said_of("  - {at: 7:00, what: 夜}\n", "6分20秒", base::Language::en),
              ElementsAre("lists/films/a.md:5:10: “始まり” (7:00) is not within the film, which takes 6:20. → "
                          "Correct the time or “長さ”."));
  EXPECT_THAT(said_of("  - {at: 7:00, what: 夜}\n", "10分ほど"), IsEmpty()) << "how long the film is nobody knows";
}

}  // namespace
}  // namespace tebiki::loading
