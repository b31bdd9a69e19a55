#include "base/images.hpp"

#include <gmock/gmock.h>

namespace tebiki::base {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Eight by eight pixels of red, in four inks, with the mark of Adobe's programs behind the first two bytes.
std::string const red_in_inks(
    "\xff\xd8\xff\xee\x00\x0e\x41\x64\x6f\x62\x65\x00\x64\x00\x00\x00\x00\x00\xff\xdb\x00\x43\x00\x08\x06\x06\x07\x06"
    "\x05\x08\x07\x07\x07\x09\x09\x08\x0a\x0c\x14\x0d\x0c\x0b\x0b\x0c\x19\x12\x13\x0f\x14\x1d\x1a\x1f\x1e\x1d\x1a\x1c"
    "\x1c\x20\x24\x2e\x27\x20\x22\x2c\x23\x1c\x1c\x28\x37\x29\x2c\x30\x31\x34\x34\x34\x1f\x27\x39\x3d\x38\x32\x3c\x2e"
    "\x33\x34\x32\xff\xc0\x00\x14\x08\x00\x08\x00\x08\x04\x43\x11\x00\x4d\x11\x00\x59\x11\x00\x4b\x11\x00\xff\xc4\x00"
    "\x15\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x07\x08\xff\xc4\x00\x14\x10\x01\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xda\x00\x0e\x04\x43\x00\x4d\x00\x59\x00\x4b\x00\x00"
    "\x3f\x00\x7f\x4f\xe9\xfc\xfe\xff\xd9",
    177);
constexpr std::size_t adobe_mark = 16;

/// Eight by eight pixels of grey.
std::string const grey(
    "\xff\xd8\xff\xe0\x00\x10\x4a\x46\x49\x46\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb\x00\x43\x00\x08\x06\x06"
    "\x07\x06\x05\x08\x07\x07\x07\x09\x09\x08\x0a\x0c\x14\x0d\x0c\x0b\x0b\x0c\x19\x12\x13\x0f\x14\x1d\x1a\x1f\x1e\x1d"
    "\x1a\x1c\x1c\x20\x24\x2e\x27\x20\x22\x2c\x23\x1c\x1c\x28\x37\x29\x2c\x30\x31\x34\x34\x34\x1f\x27\x39\x3d\x38\x32"
    "\x3c\x2e\x33\x34\x32\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00\xff\xc4\x00\x14\x00\x01\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x06\xff\xc4\x00\x14\x10\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x1e\xff\xd9",
    159);

/// One white pixel.
std::string const white(
    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9c"
    "c\xf8\xff\xff?\0\x05\xfe\x02\xfe\r\xef\x46\xb8\0\0\0\0IEND\xae\x42\x60\x82",
    69);

std::vector<int> first_pixel(Pixels const& pixels) { return {pixels.rgb.at(0), pixels.rgb.at(1), pixels.rgb.at(2)}; }

TEST(Images, TellFormatAndSize) {
  auto png = image_info(white);
  ASSERT_TRUE(png);
  EXPECT_EQ(png->format, ImageFormat::png);
  EXPECT_EQ(png->width, 1U);
  auto jpeg = image_info(grey);
  ASSERT_TRUE(jpeg);
  EXPECT_EQ(jpeg->format, ImageFormat::jpeg);
  EXPECT_EQ(jpeg->height, 8U);
}

TEST(Images, AreNotTakenWhenTheirBodyIsDamaged) {
  auto png = white;
  png[48] = char(png[48] ^ 0x55);
  EXPECT_TRUE(image_header(png));
  EXPECT_FALSE(image_info(png));
  EXPECT_FALSE(decode_image(png));
}

TEST(Images, AreNotTakenWhenTheyEndTooEarly) {
  for (auto const& whole : {white, grey, red_in_inks}) {
    auto half = whole.substr(0, whole.size() - 2);
    EXPECT_TRUE(image_header(half));
    EXPECT_FALSE(image_info(half)) << whole.size();
  }
}

TEST(Images, AreNotTakenForAnyCutOrBytesOfNoPicture) {
  for (auto const& whole : {white, grey, red_in_inks})
    for (std::size_t length = 0; length < whole.size(); ++length)
      EXPECT_FALSE(image_info(whole.substr(0, length))) << length;
  EXPECT_FALSE(image_info("no picture"));
}

TEST(Images, AreTakenWithBytesThatHarmNobody) {
  auto end = grey.size() - 2;
  EXPECT_TRUE(image_info(grey.substr(0, end) + std::string(3, '\0') + grey.substr(end)));
}

TEST(Images, InFourInksAreShownInTheirColours) {
  auto pixels = decode_image(red_in_inks);
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixels->rgb.size(), 8U * 8 * 3);
  EXPECT_THAT(first_pixel(*pixels), ElementsAre(255, 0, 0));
}

/// Without Adobe's mark the same numbers are amounts of ink: cyan and black.
TEST(Images, InFourInksWithoutAdobesMarkAreAmountsOfInk) {
  auto pixels = decode_image(red_in_inks.substr(0, 2) + red_in_inks.substr(2 + adobe_mark));
  ASSERT_TRUE(pixels);
  EXPECT_THAT(first_pixel(*pixels), ElementsAre(0, 0, 0));
}

TEST(Images, OfGreyHaveThreeEqualLights) {
  auto pixels = decode_image(grey);
  ASSERT_TRUE(pixels);
  EXPECT_THAT(pixels->rgb, Each(80));
  EXPECT_THAT(pixels->alpha, IsEmpty());
}

/// Claims a size in its header; the rest is no use.
std::string png_of_size(std::string const& width, std::string const& height) {
  auto png = white;
  return png.replace(16, 4, width).replace(20, 4, height);
}

TEST(Images, TellTheSizeTheyClaimEvenWhereItIsTooLarge) {
  auto png = image_header(png_of_size(std::string("\0\1\0\0", 4), std::string("\0\1\0\0", 4)));
  ASSERT_TRUE(png);
  EXPECT_EQ(png->width, 65'536U);
  EXPECT_FALSE(image_info(png_of_size(std::string("\0\1\0\0", 4), std::string("\0\1\0\0", 4))));
  auto jpeg = grey;
  jpeg.replace(94, 4, "\xff\xdc\xff\xdc");
  auto header = image_header(jpeg);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 65'500U);
  EXPECT_EQ(header->height, 65'500U);
  EXPECT_FALSE(image_info(jpeg));
}

}  // namespace
}  // namespace tebiki::base
