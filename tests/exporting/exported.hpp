#pragma once
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/diagnostics.hpp"
#include "exporting/exporting.hpp"
#include "japanese_words.hpp"
#include "loading/load.hpp"

namespace tebiki::exporting {

/// A site made of these files, as on the 15th of October 2026. Nothing is wrong with them; some of their records are in no
/// data set, which is told.
inline model::Site loaded_site(std::map<std::string, std::string> files) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  files.emplace("site.json", R"({"name": "見本の手引き", "base_url": "https://example.jp/guide/",
                                 "municipality": {"code": "142034", "name": "平塚市"}})");
  auto site = loading::load(base::MemoryTree(std::move(files)), {2026, 10, 15}, 1, sources, diagnostics);
  for (auto const& item : diagnostics.sorted(sources)) EXPECT_EQ(item.code, "export-choices") << item.message.en;
  site.words = japanese_words();
  return site;
}

/// The one list `offices` with these properties and records.
inline std::map<std::string, std::string> offices(std::string const& properties, std::string const& records,
                                                  std::string const& more = "") {
  return {{"lists/offices/schema.json", R"({"title": "事業所", )" + more + R"("properties": {)" + properties + "}}"},
          {"lists/offices/offices.json", "[" + records + "]"}};
}

inline std::string bytes_of(std::vector<model::OutputFile> const& files, std::string_view path) {
  for (auto const& one : files) {
    if (one.path == path) return one.bytes;
  }
  ADD_FAILURE() << "no file " << path;
  return {};
}

}  // namespace tebiki::exporting
