#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/report.hpp"
#include "loading/load.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

std::filesystem::path const golden = std::filesystem::path(TEBIKI_SOURCE_DIR) / "tests/golden/every-kind-of-mistake";

std::string report(unsigned jobs, base::Language language) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  load(base::DiskTree(golden / "content"), {2026, 11, 21}, jobs, sources, diagnostics);
  return base::text_report(diagnostics.sorted(sources), sources, language);
}

/// What stands in `expected/`; with UPDATE_GOLDEN=1 it is written first.
std::string expected(std::string const& name, std::string const& actual) {
  auto path = golden / "expected" / name;
  if (std::getenv("UPDATE_GOLDEN")) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << actual;
  }
  return base::read_file(path).value_or("no such file: " + path.string());
}

TEST(Mistakes, AreAllReportedInOneRunInJapanese) {
  auto actual = report(1, base::Language::ja);
  EXPECT_EQ(actual, expected("report.ja.txt", actual));
}

TEST(Mistakes, AreAllReportedInOneRunInEnglish) {
  auto actual = report(1, base::Language::en);
  EXPECT_EQ(actual, expected("report.en.txt", actual));
}

TEST(Mistakes, AreTheSameOnAnyNumberOfThreads) {
  auto alone = report(1, base::Language::ja);
  for (unsigned jobs : {2u, 3u, 8u}) EXPECT_EQ(report(jobs, base::Language::ja), alone);
}

}  // namespace
}  // namespace tebiki::loading
