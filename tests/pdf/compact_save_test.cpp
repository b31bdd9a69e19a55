#include "pdf/file/pdf_document.hpp"

#include <gmock/gmock.h>

#include "base/diagnostics.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::Ne;
using testing::Not;
using testing::StartsWith;

std::string saved(std::size_t further, unsigned jobs, std::string const& content = "q Q") {
  PdfDocument document;
  document.add_page(200, 100, content);
  document.set(document.catalog(), "/Lang(ja-JP)");
  return compact_save(document, {further, [](std::size_t i, std::string& to) { append_integer(to, std::int64_t(i)); }},
                      jobs);
}

std::string identifier(std::string const& file) {
  auto at = file.find("/ID[<");
  return file.substr(at + 5, 32);
}

TEST(CompactSave, EndsWithTheOffsetOfTheCrossReferenceStream) {
  auto file = saved(3, 1);
  EXPECT_THAT(file, StartsWith("%PDF-1.7\n"));
  auto at = file.rfind("startxref\n");
  ASSERT_NE(at, file.npos);
  auto offset = std::stoul(file.substr(at + 10));
  auto space = file.find(' ', offset);
  EXPECT_EQ(file.substr(space, 23), " 0 obj\n<</Type/XRef/W[1");
  EXPECT_EQ(file.substr(file.size() - 6), "%%EOF\n");
}

TEST(CompactSave, WritesTheSameBytesOnAnyNumberOfThreads) {
  EXPECT_EQ(saved(5000, 1), saved(5000, 2));
  EXPECT_EQ(saved(5000, 1), saved(5000, 7));
}

TEST(CompactSave, NamesTheFileByItsContent) {
  EXPECT_EQ(identifier(saved(3, 1)), identifier(saved(3, 1)));
  EXPECT_THAT(identifier(saved(3, 1, "q Q q Q")), Ne(identifier(saved(3, 1))));
  EXPECT_THAT(identifier(saved(4, 1)), Ne(identifier(saved(3, 1))));
}

TEST(CompactSave, PacksManyObjectsInFewStreams) {
  auto file = saved(1000, 2);
  EXPECT_THAT(file, HasSubstr("/Type/ObjStm/N 400/"));
  EXPECT_THAT(file, Not(HasSubstr("\n999 0 obj")));
}

TEST(PdfDocument, WritesEntriesAsTheyWereGiven) {
  PdfDocument document;
  auto object = document.add("/Type/Font/BaseFont/見本");
  std::string text;
  document.write(object, text);
  EXPECT_EQ(text, "<<\n/Type/Font/BaseFont/見本>>");
  EXPECT_EQ(std::uint32_t(document.next_number()), std::uint32_t(object) + 1);
}

TEST(PdfDocument, WritesStreamsWithTheirLength) {
  PdfDocument document;
  auto stream = document.add_stream("/Filter/FlateDecode\n", std::string("\0\1\2\3", 4));
  std::string text;
  document.write(stream, text);
  EXPECT_THAT(text, HasSubstr(std::string("stream\r\n\0\1\2\3\nendstream", 22)));
  text.clear();
  document.write(ObjectNumber(std::uint32_t(stream) + 1), text);
  EXPECT_EQ(text, "4");
}

TEST(PdfDocument, SaysWhenAPageCannotBeMade) {
  PdfDocument document;
  EXPECT_THROW(document.add_page(20000, 100, ""), base::Failure);
}

TEST(ContentHash, TellsBytesApart) {
  ContentHash one, other, split;
  one.add("在宅療養の手引き");
  other.add("在宅療養の手引ぎ");
  split.add("在宅療養の");
  split.add("手引き");
  EXPECT_NE(one.hex(), other.hex());
  EXPECT_NE(one.hex(), split.hex());
  EXPECT_EQ(one.hex().size(), 32U);
  EXPECT_THAT(one.subset_tag(), testing::MatchesRegex("[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z]"));
}

}  // namespace
}  // namespace tebiki::pdf
