#include "pdf/file/pdf_document.hpp"

#include <gmock/gmock.h>

#include "base/photograph.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (char c : bytes) {
    value ^= std::uint8_t(c);
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0xEDB88320 : 0);
  }
  return ~value;
}

std::string four_bytes(std::uint32_t value) {
  return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
}

std::string chunk(std::string const& type, std::string const& data) {
  return four_bytes(std::uint32_t(data.size())) + type + data + four_bytes(crc(type + data));
}

/// Two by one pixels.
std::string png(char colour_type, std::string const& samples, std::string const& resources = "") {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", four_bytes(2) + four_bytes(1) + std::string{8, colour_type, 0, 0, 0}) +
         resources + chunk("IDAT", deflated(std::string(1, '\0') + samples)) + chunk("IEND", "");
}

TEST(ImageSamples, KeepColourAndTransparencyApart) {
  auto samples = image_samples(png(6, "\xFF\x01\x01\x80\x01\x01\xFF\xFF"));
  EXPECT_THAT(samples.entries,
              HasSubstr("/Width 2/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"));
  EXPECT_EQ(samples.bytes, deflated("\xFF\1\1\1\1\xFF"));
  EXPECT_THAT(samples.mask_entries, HasSubstr("/ColorSpace/DeviceGray"));
  EXPECT_EQ(samples.mask_bytes, deflated("\x80\xFF"));
}

TEST(ImageSamples, StoreOpaqueGreyPicturesAsGrey) {
  auto samples = image_samples(png(6, "\x10\x10\x10\xFF\x20\x20\x20\xFF"));
  EXPECT_THAT(samples.entries, HasSubstr("/ColorSpace/DeviceGray"));
  EXPECT_EQ(samples.bytes, deflated("\x10\x20"));
  EXPECT_THAT(samples.mask_entries, IsEmpty());
}

TEST(ImageSamples, TakeTheRowsOfAPlainPngAsTheyStand) {
  auto samples = image_samples(png(2, "\x10\x20\x30\x40\x50\x60"));
  EXPECT_THAT(samples.entries, HasSubstr("/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns 2>>"));
  EXPECT_EQ(samples.bytes, deflated(std::string("\0\x10\x20\x30\x40\x50\x60", 7)));
}

TEST(ImageSamples, KeepThePaletteOfAPng) {
  auto samples = image_samples(png(3, std::string("\1\0", 2), chunk("PLTE", std::string("\xFF\0\0\0\0\xFF", 6))));
  EXPECT_THAT(samples.entries, HasSubstr("/ColorSpace[/Indexed/DeviceRGB 1<FF00000000FF>]"));
}

TEST(ImageSamples, TakeASmallPhotographByteForByte) {
  auto const photo = base::encode_jpeg(base::photograph::four_fields(120, 80), 80);
  auto const samples = image_samples(photo, base::PixelSize{120, 80});
  EXPECT_EQ(samples.bytes, photo);
  EXPECT_THAT(samples.entries, HasSubstr("/Width 120/Height 80"));
}

TEST(ImageSamples, MakeAPhotographAsSmallAsItsPlace) {
  auto const photo = base::encode_jpeg(base::photograph::four_fields(1200, 800), 95);
  auto const samples = image_samples(photo, base::PixelSize{300, 200});
  EXPECT_THAT(samples.entries, HasSubstr("/Width 300/Height 200/"));
  EXPECT_THAT(samples.entries, HasSubstr("/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"));
  auto const seen = base::decode_image(samples.bytes);
  ASSERT_TRUE(seen);
  EXPECT_EQ(base::photograph::fields(*seen), "rgby");
  EXPECT_LT(samples.bytes.size(), photo.size() / 4);
}

TEST(ImageSamples, MakeALargeDrawingSmallWithoutLoss) {
  auto const drawing = base::encode_png(base::photograph::four_fields(1200, 800));
  auto const samples = image_samples(drawing, base::PixelSize{300, 200});
  EXPECT_THAT(samples.entries, HasSubstr("/Width 300/Height 200/"));
  EXPECT_THAT(samples.entries, HasSubstr("/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"));
}

TEST(ImageSamples, KeepTheSharpRowsOfADrawingLittleLargerThanItsPlace) {
  auto const drawing = base::encode_png(base::photograph::four_fields(1200, 800));
  auto const as_it_is = image_samples(drawing);
  auto const samples = image_samples(drawing, base::PixelSize{930, 620});
  EXPECT_EQ(samples.entries, as_it_is.entries);
  EXPECT_EQ(samples.bytes, as_it_is.bytes);
  EXPECT_THAT(image_samples(drawing, base::PixelSize{900, 600}).entries, HasSubstr("/Width 900/Height 600/"));
}

/// Black and white lines of one pixel, which averaging turns into greys that hardly compress.
TEST(ImageSamples, KeepADrawingThatWouldTakeMoreBytesWhenSmaller) {
  constexpr std::uint32_t side = 400;
  std::string rows;
  std::uint32_t drawn = 1;
  for (std::uint32_t y = 0; y < side; ++y) {
    rows += '\0';
    for (std::uint32_t x = 0; x < side / 8; ++x) rows += char((drawn = drawn * 1664525 + 1013904223) >> 24);
  }
  auto const drawing = "\x89PNG\r\n\x1a\n" +
                       chunk("IHDR", four_bytes(side) + four_bytes(side) + std::string{1, 0, 0, 0, 0}) +
                       chunk("IDAT", deflated(rows)) + chunk("IEND", "");
  auto const samples = image_samples(drawing, base::PixelSize{300, 300});
  EXPECT_THAT(samples.entries, HasSubstr("/Width 400/Height 400/ColorSpace/DeviceGray/BitsPerComponent 1/"));
  EXPECT_LE(samples.bytes.size(), drawing.size());
}

TEST(ImageSamples, KeepAPhotographThatWouldTakeMoreBytesWhenCompressedAgain) {
  auto pixels = base::photograph::four_fields(400, 400);
  std::uint32_t grain = 1;
  for (auto& sample : pixels.rgb) sample = std::uint8_t(sample / 2 + ((grain = grain * 1664525 + 1013904223) >> 25));
  auto const photo = base::encode_jpeg(pixels, 20);
  auto const samples = image_samples(photo, base::PixelSize{300, 300});
  EXPECT_EQ(samples.bytes, photo);
  EXPECT_THAT(samples.entries, HasSubstr("/Width 400/Height 400/"));
}

/// Grain that no filter foretells, as light leaves it on a photograph.
TEST(ImageSamples, StoreALargePhotographInAPngAsAJpeg) {
  auto pixels = base::photograph::four_fields(400, 400);
  std::uint32_t grain = 1;
  for (auto& sample : pixels.rgb) {
    grain = grain * 1664525 + 1013904223;
    sample = std::uint8_t(sample / 2 + 40 + (grain >> 28));
  }
  auto const samples = image_samples(base::encode_png(pixels), base::PixelSize{200, 200});
  EXPECT_THAT(samples.entries, HasSubstr("/Filter/DCTDecode"));
}

TEST(ImageSamples, GiveNothingForADamagedPicture) {
  EXPECT_THAT(image_samples("no picture").entries, IsEmpty());
  EXPECT_THAT(image_samples(png(6, "\x10")).entries, IsEmpty());
}

}  // namespace
}  // namespace tebiki::pdf
