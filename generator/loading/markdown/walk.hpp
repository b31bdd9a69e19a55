#pragma once
#include <functional>

#include "model/document.hpp"

namespace tebiki::loading {

/// What to do at each block and inline of a tree.
struct Visitor {
  std::function<void(model::Block&)> block;
  std::function<void(model::Inline&)> inline_node;
};

/// Visits every block and inline, outer ones first, in the order of the text.
void walk(model::Blocks& blocks, Visitor const& visitor);

}  // namespace tebiki::loading
