#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/documents.hpp"
#include "publishing/contents.hpp"

namespace tebiki::publishing {

/// What is to stand in the output, beside what stands there now.
struct Plan {
  std::vector<model::OutputFile const*> files;  ///< by path
  std::vector<char> unchanged;                  ///< of each file: whether the output has it already
  std::vector<std::string> folders;             ///< all that are needed, each before what is in it
  std::string manifest;
};

/// Compares every file with the one in the output, byte by byte; `files` must outlive the plan. Throws Failure when a
/// path leads out of the output or into a dot file, cannot be a file name, stands twice, or is both a file and a
/// folder.
Plan plan_of(std::vector<model::OutputFile> const& files, Contents const& now, std::filesystem::path const& output,
             unsigned jobs, Disk const& disk);

}  // namespace tebiki::publishing
