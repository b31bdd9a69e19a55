// Holds the layer table of the design: who may include whom, and who may include which third-party headers.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

fs::path const generator = fs::path(TEBIKI_SOURCE_DIR) / "generator";

/// The layers that each layer may include, itself left out.
std::map<std::string, Names> const known_layers{
    {"base", {}},
    {"model", {"base"}},
    {"loading", {"model", "base"}},
    {"views", {"model", "base"}},
    {"html", {"model", "base"}},
    {"pdf", {"model", "base"}},
    {"exporting", {"model", "base"}},
    {"publishing", {"model", "base"}},
    {"importing", {"model", "base"}},
    {"commands", {"base", "model", "loading", "views", "html", "pdf", "exporting", "publishing", "importing"}},
    {"", {"commands", "base", "model", "loading", "views", "html", "pdf", "exporting", "publishing", "importing"}},
};

/// The folders inside a layer in their order: each may include those before it. What lies in the layer itself comes
/// last and may include all of them.
std::map<std::string, std::vector<std::string>> const orders_inside{
    {"loading", {"files", "syntax", "markdown", "records"}},
    {"pdf", {"file", "tagging", "fonts", "text", "layout", "painting"}},
};

/// The third-party headers that each layer may include, by the beginning of their names. fmt goes anywhere.
std::map<std::string, Names> const known_libraries{
    {"base", {"unicode/", "png.h", "jpeglib.h", "jerror.h", "xxhash.h"}},
    {"loading", {"nlohmann/", "yaml.h", "cmark-gfm", "node.h", "footnotes.h"}},
    {"views", {"qrencode.h"}},
    {"html", {"kainjow/"}},
    {"pdf", {"hpdf", "hb", "fontconfig/", "libdeflate.h"}},
    {"exporting", {"xlsxwriter.h"}},
    {"importing", {"zip.h", "pugixml.hpp"}},
    {"", {"CLI/"}},
};

/// Headers of C++, and those of POSIX and Linux that we need; anything else belongs to a library and to its layer.
bool is_system_header(std::string const& name) {
  static std::regex const of_cpp("[a-z_]+");
  static Names const of_posix{"fcntl.h",    "linux/fs.h", "pwd.h",         "sys/file.h",
                              "sys/mman.h", "sys/stat.h", "sys/syscall.h", "unistd.h"};
  return std::regex_match(name, of_cpp) || of_posix.contains(name);
}

bool begins_with_one_of(std::string const& name, Names const& beginnings) {
  for (auto& beginning : beginnings) {
    if (name.starts_with(beginning)) return true;
  }
  return false;
}

struct Include {
  std::string name;
  bool ours = false;
};

std::vector<Include> includes_of(fs::path const& path) {
  std::vector<Include> found;
  std::ifstream file(path);
  static std::regex const directive("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::smatch match;
  for (std::string line; std::getline(file, line);) {
    if (std::regex_match(line, match, directive)) found.push_back({match[2], match[1] == "\""});
  }
  return found;
}

struct SourceFile {
  fs::path path;
  std::string layer;
};

std::vector<SourceFile> source_files() {
  std::vector<SourceFile> files;
  for (auto& entry : fs::recursive_directory_iterator(generator)) {
    auto ending = entry.path().extension();
    if (ending != ".cpp" && ending != ".hpp") continue;
    auto within = fs::relative(entry.path(), generator);
    files.push_back({entry.path(), within.has_parent_path() ? within.begin()->string() : ""});
  }
  return files;
}

/// The place in its layer's order of `loading/syntax/json_and_yaml.hpp`, or of `loading/load.hpp`; nothing for a path
/// whose layer has no order or does not name the folder.
std::optional<std::size_t> place_inside(std::string const& path) {
  auto layer = path.substr(0, path.find('/'));
  auto order = orders_inside.find(layer);
  if (order == orders_inside.end()) return std::nullopt;
  auto rest = path.substr(layer.size() + 1);
  if (rest.find('/') == rest.npos) return order->second.size();
  auto found = std::find(order->second.begin(), order->second.end(), rest.substr(0, rest.find('/')));
  if (found == order->second.end()) return std::nullopt;
  return found - order->second.begin();
}

/// Whether a file of a layer may include that header of the same layer.
bool keeps_order(std::string const& path, std::string const& header) {
  auto from = place_inside(path), to = place_inside(header);
  return !from || (to && *to <= *from);
}

TEST(Layers, ThereAreSourcesToLookAt) { EXPECT_GT(source_files().size(), 30u); }

TEST(Layers, IncludeOnlyTheLayersTheyMayKnow) {
  for (auto& [path, layer] : source_files()) {
    ASSERT_TRUE(known_layers.contains(layer)) << path << " lies in a folder that the layer table does not name";
    for (auto& include : includes_of(path)) {
      if (!include.ours) continue;
      auto slash = include.name.find('/');
      auto target = slash == std::string::npos ? "" : include.name.substr(0, slash);
      EXPECT_TRUE(target == layer || known_layers.at(layer).contains(target)) << path << " includes " << include.name;
    }
  }
}

TEST(Layers, KeepTheOrderOfTheirFolders) {
  for (auto& [path, layer] : source_files()) {
    auto within = fs::relative(path, generator).generic_string();
    if (!orders_inside.contains(layer)) continue;
    ASSERT_TRUE(place_inside(within)) << path << " lies in a folder that the order of its layer does not name";
    for (auto& include : includes_of(path)) {
      if (!include.ours || !include.name.starts_with(layer + "/")) continue;
      EXPECT_TRUE(keeps_order(within, include.name)) << path << " includes " << include.name;
    }
  }
}

TEST(Layers, AnIncludeAgainstTheOrderOfFoldersIsSeen) {
  EXPECT_TRUE(keeps_order("loading/records/schema.cpp", "loading/syntax/json_and_yaml.hpp"));
  EXPECT_TRUE(keeps_order("loading/load.cpp", "loading/records/records.hpp"));
  EXPECT_FALSE(keeps_order("loading/syntax/json.cpp", "loading/records/schema.hpp"));
  EXPECT_FALSE(keeps_order("loading/markdown/links.cpp", "loading/load.hpp"));
  EXPECT_FALSE(keeps_order("loading/load.cpp", "loading/elsewhere/thing.hpp"));
  EXPECT_TRUE(keeps_order("pdf/painting/page_painter.cpp", "pdf/layout/frames.hpp"));
  EXPECT_TRUE(keeps_order("pdf/text/paragraph.hpp", "pdf/fonts/fonts.hpp"));
  EXPECT_FALSE(keeps_order("pdf/text/paragraph.hpp", "pdf/layout/blocks.hpp"));
  EXPECT_FALSE(keeps_order("pdf/layout/layout.cpp", "pdf/painting/page_painter.hpp"));
  EXPECT_FALSE(keeps_order("pdf/fonts/fonts.cpp", "pdf/text/paragraph.hpp"));
}

/// Whether a source asks lists and their records itself, instead of what views made of them.
bool asks_lists(std::string const& source) {
  static std::regex const pattern("site\\.lists?\\b|\\bschema\\.|model::(?:List|Record|Field)\\b");
  return std::regex_search(source, pattern);
}

TEST(Layers, HtmlAndPdfRenderDocumentsAndKnowNoRecords) {
  for (auto& [path, layer] : source_files()) {
    if (layer != "html" && layer != "pdf") continue;
    std::ifstream file(path);
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(asks_lists(text)) << path;
  }
  EXPECT_TRUE(asks_lists("auto const* list = context.site.list(page.subject);"));
  EXPECT_TRUE(asks_lists("for (auto const& list : site.lists)"));
  EXPECT_FALSE(asks_lists("data.list(\"areas\", areas)"));
}

TEST(Layers, IncludeThirdPartyHeadersOnlyInSourcesOfTheLayerThatOwnsThem) {
  for (auto& [path, layer] : source_files()) {
    for (auto& include : includes_of(path)) {
      if (include.ours || is_system_header(include.name)) continue;
      EXPECT_EQ(path.extension(), ".cpp") << path << " is a header and includes " << include.name;
      auto owned = known_libraries.find(layer);
      bool may = include.name.starts_with("fmt/") ||
                 (owned != known_libraries.end() && begins_with_one_of(include.name, owned->second));
      EXPECT_TRUE(may) << path << " includes " << include.name;
    }
  }
}

}  // namespace
