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

TEST(PrintStyle, IsThatOfTheRepositoryWhereATemplateIsSilent) {
  Style const read(base::DiskTree(TEBIKI_SOURCE_DIR "/templates"));
  model::PrintStyle const usual;
  for (auto const& length : print_lengths())
    EXPECT_NEAR(read.style.*length.member, usual.*length.member, 0.01) << length.key;
  for (auto const& length : drawing_lengths())
    EXPECT_NEAR(read.style.drawings.*length.member, usual.drawings.*length.member, 0.001) << length.key;
}

TEST(PrintStyle, NamesEveryLengthOfTheRepositorysTemplate) {
  auto const text = base::DiskTree(TEBIKI_SOURCE_DIR "/templates").read("print/standard.json");
  ASSERT_TRUE(text);
  for (auto const& length : print_lengths())
    EXPECT_THAT(*text, HasSubstr("\"" + std::string(length.key) + "\": ")) << "the template is silent of it";
  for (auto const& length : drawing_lengths())
    EXPECT_THAT(*text, HasSubstr("\"" + std::string(length.key) + "\": ")) << "the template is silent of it";
}

TEST(PrintStyle, TakesSizesOfDrawingsAndReportsThoseItDoesNotKnow) {
  Style read(base::MemoryTree(Files{{"print/standard.json", R"({"body_fonts": [{"name": "X", "package": "x"}],
"drawings": {"chart_width": 300, "cover_wave_high_mm": 25.4, "chart_with": 3}})"}}));
  EXPECT_EQ(read.style.drawings.chart_width, 300);
  EXPECT_NEAR(read.style.drawings.cover_wave_high, 72, 1e-9);
  EXPECT_EQ(read.style.drawings.diagram_width, 474) << "what is not given is as usual";
  EXPECT_THAT(read.loaded.said(base::Language::en),
              ElementsAre("print/standard.json:2:62: drawings has no key “chart_with”. → Did you mean “chart_width”?"));
}

TEST(PrintStyle, ReportsWhatItDoesNotKnowAndLengthsThatCannotBe) {
  Style read(base::MemoryTree(Files{{"print/standard.json", R"({"boddy": {}, "page_width": -1,
"body": {"sise": 12, "size": 0, "colour": "red"}, "body_fonts": [{"name": "X"}]})"}}));
  EXPECT_THAT(
      read.loaded.said(base::Language::en),
      ElementsAre("print/standard.json:1:2: print/standard.json has no key “boddy”. → Did you mean “body”?",
                  "print/standard.json:1:29: “page_width” cannot be -1. → Use a number of points from 0 to 14400.",
                  "print/standard.json:2:10: body has no key “sise”. → Did you mean “size”?",
                  "print/standard.json:2:30: “size” cannot be 0. → Use a number of points from 1 to 14400.",
                  "print/standard.json:2:43: “red” is no colour. → "
                  "Write # and six hexadecimal digits, like #00596b.",
                  "print/standard.json:2:66: body_fonts lacks “package”. → Add “package”."));
}

TEST(PrintStyle, GivesPapersInMillimetresAndSpacesInPoints) {
  Style read(base::MemoryTree(Files{{"print/standard.json", R"({"body_fonts": [{"name": "X", "package": "x"}],
"papers": {"A6": {"width": 127, "height": 254}, "A7": {"widht": 74, "height": 105}}, "tab_width": 22, "table_padding": 3})"}}));
  ASSERT_FALSE(read.style.papers.empty());
  EXPECT_EQ(read.style.papers[0].name, "A6");
  EXPECT_NEAR(read.style.papers[0].width, 360, 1e-9);
  EXPECT_NEAR(read.style.papers[0].height, 720, 1e-9);
  EXPECT_EQ(read.style.tab_width, 22);
  EXPECT_EQ(read.style.tab_gap, 4) << "what is not given is as usual";
  EXPECT_THAT(read.loaded.said(base::Language::en),
              ElementsAre(HasSubstr("A7 has no key “widht”. → Did you mean “width”?"),
                          HasSubstr("no key “table_padding”. → Did you mean “table_padding_x”?")));
}

TEST(PrintStyle, TakesLengthsWhoseKeysEndInMmAsMillimetres) {
  Style read(base::MemoryTree(Files{{"print/standard.json", R"({"body_fonts": [{"name": "X", "package": "x"}],
"card_bleed_mm": 25.4, "cover_foot_mm": 127, "card_band": 22})"}}));
  EXPECT_THAT(read.loaded.said(), IsEmpty());
  EXPECT_NEAR(read.style.card_bleed, 72, 1e-9);
  EXPECT_NEAR(read.style.cover_foot, 360, 1e-9);
  EXPECT_EQ(read.style.card_band, 22);
  EXPECT_NEAR(read.style.card_sheet_margin, 8 * model::millimetre, 1e-9) << "what is not given is as usual";
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
