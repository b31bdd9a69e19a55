#include "base/images.hpp"

#include <gmock/gmock.h>

#include "base/photograph.hpp"

namespace tebiki::base {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Orientation every_orientation[] = {
    Orientation::upright,    Orientation::mirrored,   Orientation::upside_down,     Orientation::flipped,
    Orientation::transposed, Orientation::turn_right, Orientation::anti_transposed, Orientation::turn_left};

/// What undoes the turning: only the two quarter turns are not their own reverse.
Orientation reverse(Orientation orientation) {
  if (orientation == Orientation::turn_right) return Orientation::turn_left;
  return orientation == Orientation::turn_left ? Orientation::turn_right : orientation;
}

TEST(ImageMetadata, OfAPhotographIsTakenAwayAndNoPixelTouched) {
  auto const photo = photograph::of_a_camera(photograph::four_fields(), Orientation::turn_right);
  ASSERT_TRUE(image_info(photo));
  auto const bare = without_metadata(photo);
  for (auto word : photograph::secrets) {
    EXPECT_THAT(photo, HasSubstr(word));
    EXPECT_THAT(bare, Not(HasSubstr(word)));
  }
  auto const before = decode_image(photo), after = decode_image(bare);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->rgb, after->rgb);
  EXPECT_THAT(bare, HasSubstr("a colour profile"));
  EXPECT_EQ(without_metadata(bare), bare);
}

TEST(ImageMetadata, LeavesAPictureWithoutAnyAsItIs) {
  auto const jpeg = encode_jpeg(photograph::four_fields(), 90);
  EXPECT_EQ(without_metadata(jpeg), jpeg);
  auto const png = encode_png(photograph::four_fields());
  EXPECT_EQ(without_metadata(png), png);
}

TEST(ImageMetadata, IsTakenOutOfASmallCopyInTheHeaderOfJfif) {
  auto jpeg = encode_jpeg(photograph::four_fields(), 90);
  std::string const header = std::string("JFIF\0\1\1\0\0\1\0\1\1\1", 14) + "xyz";
  auto const bare = without_metadata(jpeg.replace(2, 18, photograph::segment('\xE0', header)));
  EXPECT_EQ(bare.substr(0, 20), std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20));
  EXPECT_TRUE(image_info(bare));
}

TEST(ImageMetadata, OrientationIsReadInBothOrdersOfBytes) {
  for (auto orientation : every_orientation) {
    for (bool little_endian : {false, true}) {
      auto const photo = photograph::of_a_camera(photograph::four_fields(), orientation, little_endian);
      EXPECT_EQ(orientation_of(photo), orientation);
      auto const info = image_info(photo);
      ASSERT_TRUE(info);
      EXPECT_EQ(info->width, exchanges_sides(orientation) ? 32U : 48U);
    }
  }
}

TEST(ImageMetadata, OrientationThatMakesNoSenseIsUpright) {
  auto const pixels = photograph::four_fields();
  EXPECT_EQ(orientation_of(photograph::of_a_camera(pixels, Orientation(0))), Orientation::upright);
  EXPECT_EQ(orientation_of(photograph::of_a_camera(pixels, Orientation(9))), Orientation::upright);
  auto const jpeg = encode_jpeg(pixels, 90);
  auto const exif = photograph::exif(Orientation::turn_left);
  for (std::size_t size = 0; size < 38; ++size) {
    auto const cut = jpeg.substr(0, 20) + photograph::segment('\xE1', exif.substr(0, size)) + jpeg.substr(20);
    EXPECT_EQ(orientation_of(cut), Orientation::upright) << size;
  }
}

TEST(ImageMetadata, ShowsAllEightOrientationsUpright) {
  for (auto orientation : every_orientation) {
    auto const stored = photograph::turned(photograph::four_fields(), reverse(orientation));
    EXPECT_EQ(photograph::fields(photograph::turned(stored, orientation)), "rgby") << int(orientation);
    EXPECT_EQ(photograph::fields(stored) == "rgby", orientation == Orientation::upright);
  }
}

TEST(ImageMetadata, OfAnOrientationAloneIsWrittenAndReadAgain) {
  auto const jpeg = encode_jpeg(photograph::four_fields(), 90);
  for (auto orientation : every_orientation) {
    auto const told = with_orientation(jpeg, orientation);
    EXPECT_EQ(orientation_of(told), orientation);
    EXPECT_EQ(told.size(), jpeg.size() + (orientation == Orientation::upright ? 0 : 36));
    EXPECT_EQ(without_metadata(told), jpeg);
    EXPECT_EQ(image_info(told)->width, exchanges_sides(orientation) ? 32U : 48U);
  }
}

std::string chunk(std::string const& type, std::string const& content) {
  auto const size = content.size();
  // Nobody checks the sum: libpng is not asked to read these.
  return std::string{char(size >> 24), char(size >> 16), char(size >> 8), char(size)} + type + content + "sum?";
}

TEST(ImageMetadata, OfAPngIsTakenAwayToTheLastChunk) {
  auto const png = encode_png(photograph::four_fields());
  constexpr std::size_t behind_header = 33;
  auto const exif = photograph::exif(Orientation::turn_left).substr(6);
  auto const full = png.substr(0, behind_header) + chunk("tEXt", "Author") + chunk("eXIf", exif) +
                    chunk("gAMA", "1234") + chunk("tIME", "7 bytes") + chunk("caBX", "who made it") +
                    png.substr(behind_header) + "behind the end";
  EXPECT_EQ(orientation_of(full), Orientation::turn_left);
  EXPECT_EQ(without_metadata(full), png.substr(0, behind_header) + chunk("gAMA", "1234") + png.substr(behind_header));
}

std::string four_bytes(std::uint32_t value) {
  return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
}

std::string sound_chunk(std::string const& type, std::string const& content) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (char c : type + content) {
    sum ^= std::uint8_t(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return four_bytes(std::uint32_t(content.size())) + type + content + four_bytes(~sum);
}

/// A zlib stream of one block that is not compressed.
std::string stored(std::string const& bytes) {
  std::uint32_t a = 1, b = 0;
  for (char c : bytes) a = (a + std::uint8_t(c)) % 65521, b = (b + a) % 65521;
  auto const size = bytes.size();
  return std::string("\x78\x01\x01") + char(size) + char(size >> 8) + char(~size) + char(~size >> 8) + bytes +
         four_bytes(b << 16 | a);
}

std::string png_of(std::uint32_t width, std::uint32_t height, char depth, char colours, std::string const& before,
                   std::string const& rows) {
  return "\x89PNG\r\n\x1a\n" +
         sound_chunk("IHDR", four_bytes(width) + four_bytes(height) + std::string{depth, colours, 0, 0, 0}) + before +
         sound_chunk("IDAT", stored(rows)) + sound_chunk("IEND", "");
}

/// The least that is an ICC profile of a screen (ICC.1 §7.2): a header, and no tags.
std::string colour_profile() {
  std::string profile(132, '\0');
  profile.replace(0, 4, four_bytes(132));
  profile.replace(8, 1, "\4");
  profile.replace(12, 12, "mntrRGB XYZ ");
  profile.replace(36, 4, "acsp");
  profile.replace(68, 12, four_bytes(0xF6D6) + four_bytes(0x10000) + four_bytes(0xD32D));
  return profile;
}

TEST(TurnedPng, KeepsPaletteTransparencyAndColourProfile) {
  std::string const palette("\xDC\x1E\x1E\x1E\xB4\x1E\x1E\x1E\xDC", 9);
  auto const profile = sound_chunk("iCCP", std::string("a profile\0\0", 11) + stored(colour_profile()));
  auto const before = profile + sound_chunk("PLTE", palette) + sound_chunk("tRNS", "\xFF\x80");
  // Three pixels of two bits in each of two rows: 0 1 2, 2 2 1.
  auto const png = png_of(3, 2, 2, 3, before, std::string("\0\x18\0\xA4", 4));
  auto const upright = turned_png(png, Orientation::turn_right);
  ASSERT_TRUE(upright);
  EXPECT_EQ(upright->substr(16, 10), four_bytes(2) + four_bytes(3) + std::string("\2\3"));
  EXPECT_NE(upright->find(sound_chunk("PLTE", palette)), upright->npos);
  EXPECT_NE(upright->find(sound_chunk("tRNS", "\xFF\x80")), upright->npos);
  EXPECT_NE(upright->find(std::string("iCCPa profile\0", 14)), upright->npos);
  auto const before_turning = decode_image(png), seen = decode_image(*upright);
  ASSERT_TRUE(before_turning && seen);
  EXPECT_EQ(seen->rgb, photograph::turned(*before_turning, Orientation::turn_right).rgb);
  EXPECT_EQ(seen->alpha.size(), 6U);
}

TEST(TurnedPng, KeepsTheFinestOfSixteenBits) {
  auto const one = turned_png(png_of(2, 1, 16, 0, "", std::string("\0\x12\x34\x56\x78", 5)), Orientation::mirrored);
  auto const other = turned_png(png_of(2, 1, 16, 0, "", std::string("\0\x12\x34\x56\x79", 5)), Orientation::mirrored);
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->substr(24, 2), std::string("\x10\0", 2));
  EXPECT_NE(*one, *other);
}

TEST(TurnedPng, IsNothingForADamagedOne) {
  auto png = encode_png(photograph::four_fields());
  png[png.size() / 2] = char(png[png.size() / 2] ^ 0x55);
  EXPECT_FALSE(turned_png(png, Orientation::turn_right));
}

TEST(ImageMetadata, OfBytesCutAnywhereReadsNothingBehindThem) {
  auto const photo = photograph::of_a_camera(photograph::four_fields(), Orientation::turn_right);
  auto const png = encode_png(photograph::four_fields());
  for (auto const& whole : {photo, png}) {
    for (std::size_t size = 0; size < whole.size(); size += 3) {
      std::string const cut = whole.substr(0, size);
      EXPECT_LE(without_metadata(cut).size(), cut.size() + 4);
      orientation_of(cut);
    }
  }
}

TEST(ImageScaling, TakesTheMeanOfWhatAPixelCovers) {
  Pixels const row{3, 1, {0, 0, 0, 90, 90, 90, 240, 240, 240}, {}};
  EXPECT_THAT(shrunk(row, {1, 1}).rgb, ElementsAre(110, 110, 110));
  // Two pixels of one and a half each: a whole one and half of the middle one.
  EXPECT_THAT(shrunk(row, {2, 1}).rgb, ElementsAre(30, 30, 30, 190, 190, 190));
  EXPECT_EQ(photograph::fields(shrunk(photograph::four_fields(480, 320), {31, 17})), "rgby");
}

TEST(ImageScaling, LetsNoColourOfTransparentPixelsRunOut) {
  Pixels const pixels{2, 1, {200, 100, 50, 0, 255, 0}, {255, 0}};
  auto const small = shrunk(pixels, {1, 1});
  EXPECT_THAT(small.rgb, ElementsAre(testing::AllOf(testing::Ge(198), testing::Le(202)),
                                     testing::AllOf(testing::Ge(98), testing::Le(102)),
                                     testing::AllOf(testing::Ge(48), testing::Le(52))));
  EXPECT_THAT(small.alpha, ElementsAre(128));
}

TEST(ImageScaling, ReadsOfALargeJpegOnlyWhatIsEnough) {
  auto const jpeg = encode_jpeg(photograph::four_fields(800, 400), 90);
  auto const some = decode_image(jpeg, PixelSize{150, 60});
  ASSERT_TRUE(some);
  EXPECT_EQ(some->width, 200U);
  EXPECT_EQ(photograph::fields(*some), "rgby");
}

}  // namespace
}  // namespace tebiki::base
