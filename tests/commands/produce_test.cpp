#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "commands/build.hpp"
#include "source_dir.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

/// A smallest site with the templates of the repository, to be spoilt.
struct Produce : testing::Test {
  fs::path root = fs::temp_directory_path() / ("tebiki-produce-" + std::to_string(getpid()));
  fs::path source = TEBIKI_SOURCE_DIR;
  commands::Run run;

  void SetUp() override {
    fs::create_directories(root);
    fs::copy(source / "templates", root / "templates", fs::copy_options::recursive);
    write("content/site.json", R"({"name": "見本の手引き"})");
  }
  void TearDown() override { fs::remove_all(root); }

  void write(fs::path const& path, std::string const& text) const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << text;
  }
  std::vector<std::string> mistakes() {
    Settings settings{{root / "content", root / "templates", source / "assets", root / "output"}, {2026, 10, 15}, 1};
    produce(settings, run);
    std::vector<std::string> found;
    for (auto& item : run.diagnostics.sorted(run.sources)) {
      found.push_back(run.sources.path(item.at.file) + ": " + item.message.ja + " → " + item.hint.ja);
    }
    return found;
  }
};

TEST_F(Produce, TellsOfMistakesInContentTemplatesAndPrintStyleInOneRun) {
  write("content/site.json", R"({"name": "見本の手引き", "publishr": "見本市"})");
  write("templates/site/entry.mustache", "{{kanna}}");
  write("templates/site/taxis.entry.mustache", "{{telx}}");
  write("templates/print/standard.json",
        R"({"page_widht": 595, "body_fonts": [{"name": "BIZ UDPGothic", "package": "x"}]})");
  EXPECT_THAT(
      mistakes(),
      ElementsAre("print/standard.json: 「page_widht」という項目は print/standard.json にはありません。 → "
                  "「page_width」のことでしょうか。",
                  "site.json: 「publishr」という項目は site.json にはありません。 → 「publisher」のことでしょうか。",
                  "templates/site/entry.mustache: 「kanna」という名前は、ここでは使えません。 → "
                  "「kana」のことでしょうか。",
                  "templates/site/taxis.entry.mustache: 「telx」という名前は、ここでは使えません。 → "
                  "「tel」のことでしょうか。"));
}

TEST_F(Produce, ListsTheNamesThatATemplateMayUseWhereNoneIsNear) {
  write("templates/site/404.mustache", "{{ventilator_settings}}");
  auto found = mistakes();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0],
              testing::StartsWith("templates/site/404.mustache: 「ventilator_settings」という名前は、ここでは使え"
                                  "ません。 → 使えるのは「title、page_title、description、"));
}

}  // namespace
}  // namespace tebiki::commands
