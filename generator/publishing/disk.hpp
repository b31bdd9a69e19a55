#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::publishing {

/// What was tried when the system refused.
enum class Attempt { read, write, make_folder, link, rename, remove, lock };

/// The Failure for a system error on `path`, with its cause and, where there is one, its remedy.
base::Failure disk_failure(Attempt attempt, std::filesystem::path const& path, int error);

/// `words_ja` and `words_en` with 「path」 (or "path") put in front.
base::Failure path_failure(std::filesystem::path const& path, std::string const& words_ja, std::string const& words_en);

/// What a folder holds under one name. Links are `other`, whatever they lead to.
struct FolderEntry {
  enum class Kind { file, folder, other };
  std::string name;
  Kind kind = Kind::file;
};

/// What the system says of a file, folder or link itself.
struct FileState {
  bool is_folder = false;
  std::pair<std::uint64_t, std::uint64_t> identity;    ///< equal for two names of one file
  std::pair<std::int64_t, std::int64_t> last_written;  ///< seconds and nanoseconds
};

/// Every way in which publishing reads and changes the output and what stands beside it while it is exchanged; a test
/// can make each call of it fail. Finding the place of the output and locking it (output_folder.hpp) come before, and
/// are no part of it. Functions throw Failure where nothing else is said; none follows a link at the end of its path.
/// Safe to call from several threads for different paths.
class Disk {
 public:
  virtual ~Disk() = default;

  /// In no particular order; nothing when there is no such folder.
  virtual std::optional<std::vector<FolderEntry>> entries(std::filesystem::path const& folder) const = 0;
  /// Nothing when there is no such thing.
  virtual std::optional<FileState> state(std::filesystem::path const& path) const = 0;
  /// The bytes of a small file; empty when it cannot be read. Throws nothing.
  virtual std::string read_whole(std::filesystem::path const& path) const = 0;
  /// Whether `path` is an ordinary file with exactly these bytes. Throws nothing.
  virtual bool has_bytes(std::filesystem::path const& path, std::string_view bytes) const = 0;

  /// Writes a file that must not exist yet.
  virtual void write_new(std::filesystem::path const& path, std::string_view bytes) const = 0;
  /// Makes `path` another name of the file `existing`, which may be a link. False where the disk or its rights do not
  /// allow that; throws when it is full or broken.
  virtual bool hard_link(std::filesystem::path const& existing, std::filesystem::path const& path) const = 0;
  /// The file or link as one of its own, with its rights and times.
  virtual void copy_file(std::filesystem::path const& from, std::filesystem::path const& to) const = 0;
  /// Gives `to` the rights and, as far as we may, the owner of `from`. Throws nothing.
  virtual void copy_rights(std::filesystem::path const& from, std::filesystem::path const& to) const = 0;
  /// Makes one folder, which must not exist yet.
  virtual void make_folder(std::filesystem::path const& path) const = 0;
  /// Makes the folder and those above it where they are missing.
  virtual void make_folders(std::filesystem::path const& path) const = 0;
  /// Replaces a file, never a folder that holds something.
  virtual void rename(std::filesystem::path const& from, std::filesystem::path const& to) const = 0;
  /// Lets two folders change places in one step. False where the disk cannot do that.
  virtual bool exchange(std::filesystem::path const& one, std::filesystem::path const& other) const = 0;
  /// Removes a file or link; nothing happens when it is gone already.
  virtual void remove_file(std::filesystem::path const& path) const = 0;
  /// Removes a folder; false when it holds something, true when it is gone.
  virtual bool remove_empty_folder(std::filesystem::path const& path) const = 0;
  /// Removes whatever stands there with all that it holds; nothing happens when it is gone already.
  virtual void remove_all(std::filesystem::path const& path) const = 0;
};

/// The disk of this machine.
class LocalDisk : public Disk {
 public:
  std::optional<std::vector<FolderEntry>> entries(std::filesystem::path const& folder) const override;
  std::optional<FileState> state(std::filesystem::path const& path) const override;
  std::string read_whole(std::filesystem::path const& path) const override;
  bool has_bytes(std::filesystem::path const& path, std::string_view bytes) const override;
  void write_new(std::filesystem::path const& path, std::string_view bytes) const override;
  bool hard_link(std::filesystem::path const& existing, std::filesystem::path const& path) const override;
  void copy_file(std::filesystem::path const& from, std::filesystem::path const& to) const override;
  void copy_rights(std::filesystem::path const& from, std::filesystem::path const& to) const override;
  void make_folder(std::filesystem::path const& path) const override;
  void make_folders(std::filesystem::path const& path) const override;
  void rename(std::filesystem::path const& from, std::filesystem::path const& to) const override;
  bool exchange(std::filesystem::path const& one, std::filesystem::path const& other) const override;
  void remove_file(std::filesystem::path const& path) const override;
  bool remove_empty_folder(std::filesystem::path const& path) const override;
  void remove_all(std::filesystem::path const& path) const override;
};

/// Writes one file outside the output, such as an imported list: a reader sees the old bytes or the new ones. Makes the
/// folder that it stands in, but not the one above. Rights are those of the old file.
/// Throws Failure when the disk does not let it; the old file then stands.
void replace_file(std::filesystem::path const& path, std::string_view bytes, Disk const& disk = LocalDisk());

}  // namespace tebiki::publishing
