#pragma once
#include <string>
#include <vector>

#include "importing/mhlw_care.hpp"
#include "model/date.hpp"
#include "support/files.hpp"

namespace tebiki::commands {

/// The records of a list that stand in other files than `own_path`, with the file and line of each. Those whose time
/// is over or to come are among them, except those that have both a beginning and an end. Mistakes in those files are
/// not told here; what could be read is returned.
std::vector<importing::Listed> listed_elsewhere(support::FileTree const& content, std::string const& list,
                                                std::string const& own_path, model::Date today);

}  // namespace tebiki::commands
