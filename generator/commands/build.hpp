#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "commands/inputs.hpp"
#include "commands/produce.hpp"
#include "model/documents.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {

struct Built {
  std::size_t pages = 0;     ///< of the whole output where nothing had to be made, otherwise those made
  std::size_t booklets = 0;  ///< likewise
  Work work;                 ///< nothing, where the output was known to be right
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
/// Where the inputs and the output are those of the last build, nothing is made: its warnings are told again.
/// With `settings.only`, what is not made stays in the output as it is.
std::optional<Built> build(Settings const& settings, Run& run);

/// What was noted when all booklets were printed from one state of the inputs.
struct PrintRecord {
  std::string key;                            ///< `print_key`; empty where they were printed from several states
  std::vector<publishing::FileDigest> files;  ///< the PDFs
  PrintedSizes pictures;
};

/// What a build notes of itself, so that the next one knows what it need not do again.
struct BuildRecord {
  std::string key;  ///< `build_key` of what the whole output was made of; empty after a build of a part
  std::size_t pages = 0;
  std::vector<model::PrintedBooklet> booklets;  ///< those whose PDFs stand in the output
  std::vector<publishing::FileDigest> files;    ///< of the output, by path
  std::vector<base::Diagnostic> warnings;       ///< by place; told again by a build that has nothing to do
  PrintRecord print;
  std::vector<std::pair<std::string, std::string>> sources;  ///< path and text of the files that warnings point into

  /// Makes the warnings point into the sources of this run.
  void move_warnings(base::Sources& into);
};

/// Makes warnings that point into the sources of a run point into those of the record.
std::vector<base::Diagnostic> noted(std::vector<base::Diagnostic> warnings, base::Sources const& sources,
                                    BuildRecord& record);

/// One line for each thing, its parts separated by tabs.
std::string written(BuildRecord const& record);
/// Nothing where the text is not one that this version wrote.
std::optional<BuildRecord> read_build_record(std::string const& text);

}  // namespace tebiki::commands
