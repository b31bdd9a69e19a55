#pragma once
#include <vector>

#include "model/documents.hpp"

namespace tebiki::publishing {

/// The files by path. Throws Failure when a path leads out of the output or into a dot file, cannot be a file name,
/// stands twice, or is both a file and a folder.
std::vector<model::OutputFile const*> checked_order(std::vector<model::OutputFile> const& files);

}  // namespace tebiki::publishing
