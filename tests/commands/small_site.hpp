#pragma once
#include <string>

#include "commands/commands.hpp"
#include "source_dir.hpp"
#include "test_folder.hpp"

namespace tebiki::commands {

/// A folder with the smallest site and the templates of the repository, to be changed and spoilt.
struct SmallSite {
  SmallSite() {
    std::filesystem::copy(source / "templates", root / "templates", std::filesystem::copy_options::recursive);
    write("content/site.json", R"({"name": "見本の手引き"})");
  }

  void write(std::filesystem::path const& path, std::string const& text) const { tebiki::write(root / path, text); }
  Settings settings() const {
    return {{root / "content", root / "templates", source / "assets", root / "output"}, {2026, 10, 15}, 1, "", "this"};
  }

  TestFolder folder;
  std::filesystem::path const root = folder.root;
  std::filesystem::path const source = TEBIKI_SOURCE_DIR;
};

}  // namespace tebiki::commands
