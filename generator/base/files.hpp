#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::base {

/// Whether `path` is the folder or lies below it. Compares the names only: both absolute and without links.
bool lies_inside(std::filesystem::path const& path, std::filesystem::path const& folder);
/// The bytes of a file anywhere on the disk; nothing when it is no regular file or cannot be read.
std::optional<std::string> read_file(std::filesystem::path const& path);

/// A path as it is compared: with each letter and its marks as one character (NFC). macOS writes が as か and a mark.
std::string composed_path(std::string_view path);

/// What stands at a path. A link counts as what it points at while that lies inside the tree.
enum class EntryKind { file, link_outside, special };

struct TreeEntry {
  std::string path;  ///< relative to the tree, parts joined with '/'
  EntryKind kind = EntryKind::file;
};

/// A folder of files to read. Layers see the disk only through this, so tests run in memory.
class FileTree {
 public:
  virtual ~FileTree() = default;
  /// All entries below the folder, sorted by path; hidden ones (a part begins with '.') left out.
  virtual std::vector<TreeEntry> entries() const = 0;
  /// The bytes of a file; nothing when it cannot be read or lies outside the tree. Safe from several threads.
  virtual std::optional<std::string> read(std::string_view path) const = 0;
};

/// A real folder. Throws Failure when it is missing, no folder, or unreadable.
class DiskTree : public FileTree {
 public:
  explicit DiskTree(std::filesystem::path root);
  std::vector<TreeEntry> entries() const override;
  std::optional<std::string> read(std::string_view path) const override;

 private:
  std::filesystem::path root_;
};

/// The in-memory twin, for tests and generated content.
class MemoryTree : public FileTree {
 public:
  explicit MemoryTree(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  std::vector<TreeEntry> entries() const override;
  std::optional<std::string> read(std::string_view path) const override;

 private:
  std::map<std::string, std::string> files_;
};

/// Tells whether bytes are the same as before: 128 bits (XXH3) of all that was added, in its order. It knows no secret:
/// who wants to can make two texts of one digest, and would only be shown their own old output. Ten bytes a nanosecond.
class Digest {
 public:
  /// Each text counts with its length: "a", "bc" is not "ab", "c".
  Digest& add(std::string_view bytes);
  Digest& add(std::uint64_t number);
  /// 32 hexadecimal digits.
  std::string hex() const;

 private:
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

/// The digest of one text.
std::string digest_of(std::string_view bytes);

}  // namespace tebiki::base
