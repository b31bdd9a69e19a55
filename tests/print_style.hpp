#pragma once
#include <gtest/gtest.h>

#include <string>

#include "base/files.hpp"
#include "loading/load.hpp"
#include "source_dir.hpp"

/// Sizes and colours of the tests' own, in tests/print: whoever changes how print looks breaks none of them.
inline tebiki::model::PrintStyle const& print_style_of_tests() {
  static auto const style = [] {
    using namespace tebiki;
    base::Sources sources;
    base::Diagnostics diagnostics;
    auto style = loading::load_print_style(base::DiskTree(std::string(TEBIKI_SOURCE_DIR) + "/tests"), "standard",
                                           sources, diagnostics);
    for (auto const& mistake : diagnostics.sorted(sources)) ADD_FAILURE() << mistake.message.en;
    return style;
  }();
  return style;
}
