#include <gmock/gmock.h>

#include "loading/loaded.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Style {
  Loaded loaded;
  model::PrintStyle style;

  explicit Style(base::FileTree const& templates) {
    style = load_print_style(templates, "standard", loaded.sources, loaded.diagnostics);
  }
};

TEST(PrintStyle, OfTheRepositoryIsSound) {
  Style read(base::DiskTree(TEBIKI_SOURCE_DIR "/templates"));
  EXPECT_THAT(read.loaded.said(), IsEmpty());
  ASSERT_FALSE(read.style.body_fonts.empty());
  EXPECT_EQ(read.style.body_fonts[0].name, "BIZ UDPGothic");
  EXPECT_EQ(read.style.body_fonts[0].package, "fonts-morisawa-bizud-gothic");
  EXPECT_GE(read.style.body.size, 12);
  EXPECT_GE(read.style.small.size, 10.5);
  EXPECT_EQ(read.style.body.colour, read.style.ink);
}

/// The tests' own template with some lines changed.
class Changed {
 public:
  Changed() : text_(base::DiskTree(TEBIKI_SOURCE_DIR "/tests").read("print/standard.json").value_or("")) {}

  Changed& line(std::string const& written, std::string const& instead) {
    auto const at = text_.find(written);
    EXPECT_NE(at, text_.npos) << written;
    if (at != text_.npos) text_.replace(at, written.size(), instead);
    return *this;
  }
  Style read() const { return Style(base::MemoryTree(Files{{"print/standard.json", text_}})); }

 private:
  std::string text_;
};

/// What was said, without where in the file.
std::vector<std::string> said(Loaded const& loaded) {
  auto said = loaded.said(base::Language::en);
  for (auto& one : said) one.erase(0, one.find(": ") + 2);
  return said;
}

TEST(PrintStyle, HasItsSizesFromTheTemplateAlone) {
  auto const read = Changed().line("\"quote_indent\": 16", "\"quote_indent\": 17.5").read();
  EXPECT_THAT(said(read.loaded), IsEmpty());
  EXPECT_EQ(read.style.quote_indent, 17.5);
  model::PrintStyle const silent;
  EXPECT_EQ(silent.quote_indent, 0) << "the program has no size of its own";
  EXPECT_EQ(silent.drawings.chart_width, 0);
}

TEST(PrintStyle, TellsAllSizesAndColoursThatAreNotGivenInOneMistake) {
  auto const read = Changed()
                        .line("  \"quote_indent\": 16,\n", "")
                        .line("  \"wash\": \"#f4f7f6\",\n", "")
                        .line("    \"chart_width\": 240,\n", "")
                        .line("\"leading\": 27, ", "")
                        .read();
  EXPECT_THAT(said(read.loaded),
              ElementsAre("Sizes or colours of print are not given: wash, quote_indent, drawings: chart_width, "
                          "heading1: leading. → Copy their lines from the templates/print/standard.json that tebiki "
                          "comes with."));
  Style const bare(
      base::MemoryTree(Files{{"print/standard.json", R"({"body_fonts": [{"name": "X", "package": "x"}]})"}}));
  EXPECT_THAT(said(bare.loaded), ElementsAre(HasSubstr("ink, pale_ink, line, strong_line, wash, tint, yes, ask and")));
}

TEST(PrintStyle, TakesSizesOfDrawingsAndReportsThoseItDoesNotKnow) {
  auto const read = Changed()
                        .line("\"chart_width\": 240", "\"chart_width\": 300")
                        .line("\"cover_wave_high_mm\": 30", "\"cover_wave_high_mm\": 25.4")
                        .line("\"chart_foot\": 5", "\"chart_fot\": 5")
                        .read();
  EXPECT_EQ(read.style.drawings.chart_width, 300);
  EXPECT_NEAR(read.style.drawings.cover_wave_high, 72, 1e-9);
  EXPECT_THAT(said(read.loaded), ElementsAre("drawings has no key “chart_fot”. → Did you mean “chart_foot”?"));
}

TEST(PrintStyle, ReportsWhatItDoesNotKnowAndLengthsThatCannotBe) {
  auto const read =
      Changed()
          .line("\"page_width\": 595.276", "\"page_width\": -1")
          .line("\"body\": {\"size\": 12, ", "\"boddy\": {\"sise\": 0, \"colour\": \"red\", ")
          .line("\"name\": \"BIZ UDPGothic\", \"package\": \"fonts-morisawa-bizud-gothic\"", "\"name\": \"X\"")
          .read();
  EXPECT_THAT(said(read.loaded),
              ElementsAre("“page_width” cannot be -1. → Use a number of points from 0 to 14400.",
                          "body_fonts lacks “package”. → Add “package”.",
                          "print/standard.json has no key “boddy”. → Did you mean “body”?",
                          "body has no key “sise”. → Did you mean “size”?",
                          "“size” cannot be 0. → Use a number of points from 1 to 14400.",
                          "“red” is no colour. → Write # and six hexadecimal digits, like #00596b."));
}

TEST(PrintStyle, GivesPapersInMillimetresAndSpacesInPoints) {
  auto const read = Changed()
                        .line("\"A3\": {\"width\": 297, \"height\": 420}", "\"A6\": {\"width\": 127, \"height\": 254}")
                        .line("{\"width\": 148,", "{\"widht\": 148,")
                        .line("\"tab_width\": 30", "\"tab_width\": 22")
                        .read();
  ASSERT_FALSE(read.style.papers.empty());
  EXPECT_EQ(read.style.papers[0].name, "A6");
  EXPECT_NEAR(read.style.papers[0].width, 360, 1e-9);
  EXPECT_NEAR(read.style.papers[0].height, 720, 1e-9);
  EXPECT_EQ(read.style.tab_width, 22);
  EXPECT_THAT(said(read.loaded), ElementsAre("A5 has no key “widht”. → Did you mean “width”?"));
}

TEST(PrintStyle, TakesLengthsWhoseKeysEndInMmAsMillimetres) {
  auto const read = Changed().line("\"card_bleed_mm\": 3", "\"card_bleed_mm\": 25.4").read();
  EXPECT_THAT(said(read.loaded), IsEmpty());
  EXPECT_NEAR(read.style.card_bleed, 72, 1e-9);
}

TEST(PrintStyle, ThatIsMissingIsSaidSo) {
  Style read(base::MemoryTree(Files{{"site/x.mustache", ""}}));
  EXPECT_THAT(read.loaded.said(), ElementsAre("print/standard.json:1:1: 「print/standard.json」を読めません。 → "
                                              "ファイルがあるか、読む許可があるか確かめてください。"));
}

/// A folder in which one file is a link out of it, one a device and one without permission.
class OddTree : public base::FileTree {
 public:
  std::vector<base::TreeEntry> entries() const override {
    return {{"pages/device.md", base::EntryKind::special},
            {"pages/link.md", base::EntryKind::link_outside},
            {"pages/locked.md", base::EntryKind::file},
            {"site.json", base::EntryKind::file}};
  }
  std::optional<std::string> read(std::string_view path) const override {
    return path == "site.json" ? std::optional<std::string>(R"({"name": "x"})") : std::nullopt;
  }
};

TEST(ContentFolder, RefusesLinksOutOfItDevicesAndLockedFiles) {
  Loaded loaded;
  load(OddTree(), {2026, 11, 21}, 2, loaded.sources, loaded.diagnostics);
  EXPECT_THAT(loaded.said(),
              ElementsAre("pages/device.md:1:1: 「pages/device.md」は普通のファイルではないか、読めません。 → "
                          "普通のファイルに置き換えるか、消してください。",
                          "pages/link.md:1:1: 「pages/link.md」はコンテンツのフォルダの外を指すリンクです。 → "
                          "リンクではなく、ファイルそのものを置いてください。",
                          "pages/locked.md:1:1: 「pages/locked.md」を読めません。 → "
                          "ファイルがあるか、読む許可があるか確かめてください。"));
}

}  // namespace
}  // namespace tebiki::loading
