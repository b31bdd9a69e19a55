// Whole content folders with what they become. A new case is a folder in tests/golden/ with `content/`, copied from
// another and named after what it shows; UPDATE_GOLDEN=1 writes its `expected/`, which is to be read before it is kept:
//   report.ja.txt, report.en.txt   all that a check of the folder says
//   site/…                         without errors: every page, search data and forward, with fingerprints blanked
//   print/<slug>.txt               and every booklet's frames and structure tree
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>

#include "base/diagnostics.hpp"
#include "commands/commands.hpp"
#include "loading/load.hpp"
#include "pdf/frame_dump.hpp"
#include "pdf/print.hpp"
#include "source_dir.hpp"
#include "test_folder.hpp"
#include "views/compose.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

fs::path const source = TEBIKI_SOURCE_DIR;
fs::path const cases = source / "tests" / "golden";
model::Date const today{2026, 11, 21};

std::vector<std::string> names_of_cases() {
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator(cases)) {
    if (fs::is_directory(entry.path() / "content")) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Settings settings_of(std::string const& name, unsigned jobs) {
  return {{cases / name / "content", source / "templates", source / "assets", "nowhere"}, today, jobs, "", ""};
}

/// Style sheets and scripts are read where they are written, and how large a PDF gets is not what a page shows.
std::string without_fingerprints(std::string const& text) {
  static std::regex const fingerprint("(assets/[a-z0-9._-]+)-[0-9a-f]{8}\\."), size("[0-9.]+(KB|MB)");
  return std::regex_replace(std::regex_replace(text, fingerprint, "$1."), size, "…$1");
}

bool is_text(std::string const& path) { return path.ends_with(".html") || path.find("search-") != path.npos; }

void add_frames(std::string const& name, Files& files) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  Inputs const inputs(settings_of(name, 1).folders);
  auto site = loading::load(inputs.content, today, 1, sources, diagnostics);
  loading::select_day(site, today, diagnostics);
  site.words = loading::load_words(inputs.templates, site.language, sources, diagnostics);
  auto const style = loading::load_print_style(inputs.templates, "standard", sources, diagnostics);
  auto const documents = views::compose(site, style, diagnostics);
  pdf::Fonts const fonts(style, *pdf::installed_fonts());
  pdf::Unprintable unprintable;
  for (auto const& booklet : documents.booklets) {
    files["print/" + booklet.publication.slug + ".txt"] =
        pdf::dump(pdf::lay_out(booklet, site, style, fonts, 1, unprintable, diagnostics));
  }
}

/// What the folder becomes, by path in `expected/`.
Files made_of(std::string const& name, unsigned jobs) {
  Files files;
  Run run;
  auto const settings = settings_of(name, jobs);
  auto const produced = produce(Inputs(settings.folders), settings, {}, run);
  auto const found = run.diagnostics.sorted(run.sources);
  files["report.ja.txt"] = base::text_report(found, run.sources, base::Language::ja);
  files["report.en.txt"] = base::text_report(found, run.sources, base::Language::en);
  if (run.diagnostics.has_errors()) return files;
  for (auto const& file : produced.files) {
    if (is_text(file.path)) files["site/" + without_fingerprints(file.path)] = without_fingerprints(file.bytes);
  }
  add_frames(name, files);
  return files;
}

Files expected(std::string const& name) {
  Files files;
  auto const folder = cases / name / "expected";
  if (!fs::exists(folder)) return files;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder)] = read(entry.path());
  }
  return files;
}

struct Golden : testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatTheFolderBecomes) {
  auto const made = made_of(GetParam(), 1);
  auto const folder = cases / GetParam() / "expected";
  if (std::getenv("UPDATE_GOLDEN")) {
    fs::remove_all(folder);
    for (auto const& [path, text] : made) write(folder / path, text);
  }
  auto const wanted = expected(GetParam());
  for (auto const& [path, text] : made) {
    ASSERT_TRUE(wanted.contains(path)) << path << " is not in " << folder;
    EXPECT_EQ(text, wanted.at(path)) << path;
  }
  EXPECT_EQ(made.size(), wanted.size()) << "files in " << folder << " that are not made";
}

TEST_P(Golden, IsTheSameOnAnyNumberOfThreads) {
  auto const alone = made_of(GetParam(), 1);
  for (unsigned const jobs : {2u, 5u}) EXPECT_EQ(made_of(GetParam(), jobs), alone);
}

std::string test_name(testing::TestParamInfo<std::string> const& info) {
  auto name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Case, Golden, testing::ValuesIn(names_of_cases()), test_name);

}  // namespace
}  // namespace tebiki::commands
