#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.hpp"
#include "publishing/output_folder.hpp"

namespace tebiki::publishing {

/// What is to stand in the output, beside what stands there now.
struct Plan {
  std::vector<model::OutputFile const*> files;  ///< by path
  std::vector<char> unchanged;                  ///< of each file: whether the output has it already
  std::vector<std::string> kept;                ///< files of an earlier build that stay as they are, by path
  std::vector<std::string> folders;             ///< all that are needed, each before what is in it
  std::string manifest;
};

/// Every folder that the files and the dot entries of the output need, each before what is in it.
std::vector<std::string> folders_for(std::vector<std::string_view> const& files, Contents const& now);

/// Which files that an earlier build wrote stay, although they are not made again; asked for their paths.
using Keep = std::function<bool(std::string_view path)>;

/// Compares every file with the one in the output, byte by byte; `files` must outlive the plan. Throws Failure when a
/// path leads out of the output or into a dot file, cannot be a file name, stands twice, or is both a file and a
/// folder.
Plan plan_of(std::vector<model::OutputFile> const& files, Contents const& now, std::filesystem::path const& output,
             unsigned jobs, Keep const& keep, Disk const& disk);

}  // namespace tebiki::publishing
