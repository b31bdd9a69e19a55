#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace tebiki::publishing {

/// Writes a file that must not exist yet. Throws Failure.
void write_new(std::filesystem::path const& path, std::string_view bytes);

/// The bytes of a small file; empty when it cannot be read.
std::string read_whole(std::filesystem::path const& path);

/// Whether `path` is an ordinary file with exactly these bytes.
bool has_bytes(std::filesystem::path const& path, std::string_view bytes);

/// Makes `path` another name of the file `existing`, which may be a link. False where the disk or its rights do
/// not allow that; throws Failure when it is full or broken.
bool hard_link(std::filesystem::path const& existing, std::filesystem::path const& path);

/// Makes one folder; throws Failure.
void make_folder(std::filesystem::path const& path);

/// Renames; throws Failure. Replaces a file, never a folder that holds something.
void rename_one(std::filesystem::path const& from, std::filesystem::path const& to);

/// Removes a file or link; nothing happens when it is gone already. Throws Failure.
void remove_file(std::filesystem::path const& path);

/// Removes a folder; false when it holds something, true when it is gone. Throws Failure.
bool remove_empty_folder(std::filesystem::path const& path);

}  // namespace tebiki::publishing
