#include "model/events_and_films.hpp"

#include <gmock/gmock.h>

namespace tebiki::model {
namespace {

using testing::Eq;
using testing::Optional;

TEST(FilmTimes, AreReadFromWhatPeopleWrite) {
  EXPECT_THAT(film_seconds("6分20秒"), Optional(380));
  EXPECT_THAT(film_seconds("１時間５分"), Optional(3900));
  EXPECT_THAT(film_seconds("6:20"), Optional(380));
  EXPECT_THAT(film_seconds("1:06:20"), Optional(3980));
  EXPECT_THAT(film_seconds("90分"), Optional(5400));
  for (auto words : {"", "短い", "約6分", "分", "90", "6:2", "6:60", "1:2:03", "6秒5分", "99999:00", "1:00:00:00"})
    EXPECT_EQ(film_seconds(words), std::nullopt) << words;
}

TEST(FilmTimes, AreShownAsAClockAndExportedAsDurations) {
  EXPECT_EQ(film_clock(0), "0:00");
  EXPECT_EQ(film_clock(380), "6:20");
  EXPECT_EQ(film_clock(3605), "1:00:05");
  EXPECT_THAT(iso_duration("6分20秒"), Optional(Eq("PT6M20S")));
  EXPECT_THAT(iso_duration("１時間５分"), Optional(Eq("PT1H5M")));
  EXPECT_THAT(iso_duration("90分"), Optional(Eq("PT1H30M")));
  EXPECT_EQ(iso_duration("短い"), std::nullopt);
}

TEST(Films, AreSeenFromTheSecondOnWhateverAddressWasWritten) {
  for (auto const* written :
       {"dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ&t=3"}) {
    EXPECT_EQ(film_address(written, 90), "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s") << written;
  }
  EXPECT_EQ(film_address("", 90), "");
  EXPECT_EQ(film_address("javascript:alert(1)", 90), "");
}

TEST(Films, ArePlayedWithinPagesWhereYouTubeShowsThem) {
  for (auto const* address : {"https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ"})
    EXPECT_EQ(playable_film(address), "dQw4w9WgXcQ") << address;
  for (auto const* address : {"", "dQw4w9WgXcQ", "https://youtu.be/", "https://www.youtube.com.example.jp/watch?v=a",
                              "https://vimeo.com/123", "https://youtu.be/a\"b"})
    EXPECT_EQ(playable_film(address), "") << address;
}

}  // namespace
}  // namespace tebiki::model
