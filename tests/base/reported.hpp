#pragma once
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::base {

/// Every mistake has a code, words in both languages and a place within a file that can be shown, and the whole report
/// can be printed. A code in `of_no_file` is said of several files together.
inline void expect_places(Diagnostics const& diagnostics, Sources const& sources, std::string_view of_no_file = "") {
  auto const found = diagnostics.sorted(sources);
  for (auto const& item : found) {
    EXPECT_FALSE(item.code.empty() || item.message.ja.empty() || item.message.en.empty()) << item.code;
    if (item.code == of_no_file) continue;
    ASSERT_NE(item.at.file, FileId::none) << item.message.ja;
    EXPECT_FALSE(sources.path(item.at.file).empty()) << item.message.ja;
    EXPECT_LE(item.at.offset, sources.text(item.at.file).size()) << item.message.ja;
    EXPECT_GE(sources.place(item.at).line, 1u) << item.message.ja;
  }
  for (auto language : {Language::ja, Language::en})
    EXPECT_FALSE(first_invalid_utf8(text_report(found, sources, language)));
}

/// Of this process, so far.
inline long peak_memory_in_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

}  // namespace tebiki::base
