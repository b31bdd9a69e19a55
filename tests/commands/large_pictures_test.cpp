#include "commands/commands.hpp"

#include <gmock/gmock.h>

namespace tebiki::commands {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What is said of one picture of this format, size in pixels and bytes, printed in `place`.
std::vector<std::string> said(base::ImageInfo info, std::size_t bytes, base::PixelSize place = {},
                              bool published = true) {
  model::Site site;
  std::string const path = "images/p";
  site.images[path] = {path, std::make_shared<std::string const>(bytes, 'x'), info};
  std::vector<model::OutputFile> files;
  if (published) files.push_back({path, std::string(bytes, 'x')});
  base::Sources sources;
  base::Diagnostics diagnostics;
  warn_of_large_pictures(site, files, {{path, place}}, sources, diagnostics);
  std::vector<std::string> lines;
  for (auto const& item : diagnostics.sorted(sources)) {
    EXPECT_EQ(item.severity, base::Severity::warning);
    EXPECT_EQ(sources.path(item.at.file), path);
    lines.push_back(item.message.ja + " → " + item.hint.ja);
  }
  return lines;
}

constexpr auto jpeg = base::ImageFormat::jpeg, png = base::ImageFormat::png;

TEST(LargePictures, AreToldWithTheSizeThatTheirPlaceInPrintNeeds) {
  EXPECT_THAT(
      said({jpeg, 6000, 4000}, 9'500'000, {2000, 1334}),
      ElementsAre("画像「images/p」は 9.5 MB あります（横 6000 × 縦 4000 ピクセル）。"
                  "携帯電話では、開くのに時間がかかります。 → 置く場所には、横 2001 × 縦 1334 ピクセルで足ります。"
                  "その大きさに縮めて保存し直してください。"));
}

TEST(LargePictures, ThatAreNotPrintedNeedWhatAScreenShows) {
  EXPECT_THAT(said({jpeg, 3000, 4000}, 400'000), ElementsAre(HasSubstr("横 900 × 縦 1200 ピクセルで足ります")));
}

TEST(LargePictures, OfTheRightSizeAreToldWhenTheyAreHardlyCompressed) {
  EXPECT_THAT(said({jpeg, 1200, 900}, 800'000), ElementsAre(HasSubstr("画質を 80 ぐらいにして")));
  EXPECT_THAT(said({png, 1200, 900}, 1'900'000), ElementsAre(HasSubstr("写真なら、大きさはこのままで、JPEG")));
}

TEST(LargePictures, AreNotToldWhereNothingCanBeMended) {
  EXPECT_THAT(said({jpeg, 2000, 1500}, 600'000, {2000, 1500}), IsEmpty());
  EXPECT_THAT(said({jpeg, 6000, 4000}, 300'000), IsEmpty());
  EXPECT_THAT(said({jpeg, 6000, 4000}, 9'000'000, {}, false), IsEmpty());
}

}  // namespace
}  // namespace tebiki::commands
