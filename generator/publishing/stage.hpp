#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.hpp"
#include "publishing/contents.hpp"
#include "publishing/place.hpp"

namespace tebiki::publishing {

/// What is to stand in the output, beside what stands there now.
struct Plan {
  std::vector<model::OutputFile const*> files;  ///< by path
  std::vector<char> unchanged;                  ///< of each file: whether the output has it already
  std::vector<std::string> folders;             ///< all that are needed, each before what is in it
  std::string manifest;
};

/// Compares every file with the one in the output, byte by byte.
Plan plan_of(std::vector<model::OutputFile const*> files, Contents const& now, std::filesystem::path const& output,
             unsigned jobs);

/// Makes the whole new output in `place.stage`: unchanged files and the user's dot files are the same files as in
/// the output (hard links), all else is written. Dot folders stay where they are. Throws Failure.
void build_stage(Plan const& plan, Contents const& now, Place const& place, unsigned jobs);

}  // namespace tebiki::publishing
