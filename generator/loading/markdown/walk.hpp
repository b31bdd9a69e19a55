#pragma once
#include <functional>

#include "model/document.hpp"

namespace tebiki::loading {

/// What to do at each block and inline of a tree; what is left empty is not done.
struct Visitor {
  std::function<void(model::Block&)> block = {};
  std::function<void(model::Inline&)> inline_node = {};
  /// Gets what follows each other, before each of them is visited: here some can be taken out.
  std::function<void(model::Blocks&)> blocks = {};
  std::function<void(model::Inlines&)> inlines = {};
};

/// Visits every block and inline, outer ones first, in the order of the text.
void walk(model::Blocks& blocks, Visitor const& visitor);

}  // namespace tebiki::loading
