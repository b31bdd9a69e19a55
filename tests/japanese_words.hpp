#pragma once
#include <string>

#include "base/files.hpp"
#include "loading/load.hpp"
#include "source_dir.hpp"

/// The words that tebiki comes with.
inline tebiki::model::Words const& japanese_words() {
  static auto const words = [] {
    using namespace tebiki;
    base::Sources sources;
    base::Diagnostics diagnostics;
    return loading::load_words(base::DiskTree(std::string(TEBIKI_SOURCE_DIR) + "/templates"), "ja", sources,
                               diagnostics);
  }();
  return words;
}
