#pragma once
#include <filesystem>
#include <string>

#include "support/failure.hpp"

namespace tebiki::publishing {

/// What was tried when the system refused.
enum class Attempt { read, write, make_folder, link, rename, remove, lock };

/// The Failure for a system error on `path`, with its cause and, where there is one, its remedy.
support::Failure disk_failure(Attempt attempt, std::filesystem::path const& path, int error);

/// `words_ja` and `words_en` with 「path」 (or "path") put in front.
support::Failure path_failure(std::filesystem::path const& path, std::string const& words_ja,
                              std::string const& words_en);

}  // namespace tebiki::publishing
