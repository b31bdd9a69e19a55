/// How files become the output: `publish`, the disk that it asks, and the steps by which it makes the new output and
/// puts it in the place of the old.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"

namespace tebiki::publishing {

// ---- the disk ----

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
/// can make each call of it fail. Finding the place of the output and locking it (`OutputFolder`) come before, and
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
/// Throws Failure when the disk does not let it; the old file then stands. A run that is killed leaves `fresh_file`.
void replace_file(std::filesystem::path const& path, std::string_view bytes, Disk const& disk = LocalDisk());
/// Where the new bytes stand before `replace_file` gives them the name `path`.
std::filesystem::path fresh_file(std::filesystem::path const& path);

// ---- publishing ----

struct Published {
  std::size_t written = 0;    ///< new or changed files
  std::size_t unchanged = 0;  ///< files that were already right and keep their time stamps
  std::size_t removed = 0;    ///< stale files

  friend bool operator==(Published const&, Published const&) = default;
};

/// Which files that an earlier build wrote stay, although they are not made again; asked for their paths.
using Keep = std::function<bool(std::string_view path)>;

/// What a build publishes beside the files that it made.
struct Beside {
  /// Files of earlier builds that stay; the counts tell them as unchanged. None where it is empty.
  Keep keep;
  /// What the build notes of itself beside the output, for `record_of`. Gone while the output changes.
  std::string record;
};

/// The digest of a file's bytes (base::Digest), by its path in the output.
struct FileDigest {
  std::string path;
  std::string digest;
};

/// What the last build that finished noted of itself; empty where it noted nothing or another one was cut short.
std::string record_of(std::filesystem::path const& output, Disk const& disk = LocalDisk());

/// Whether `output` is as a build left it that published just these files, which are sorted by path: no byte changed,
/// no file or folder too many or missing. Reads every file once, on `jobs` threads.
bool stands_as(std::filesystem::path const& output, std::vector<FileDigest> const& files, unsigned jobs,
               Disk const& disk = LocalDisk());

/// Makes `output` hold exactly `files` (and its own dot files), in one step: a reader, or a build killed at any
/// moment, sees the old output or the new one, whole. A second build waits for the first. When nothing changed,
/// nothing is touched; otherwise the folder is a new one, and programs standing in it keep looking at the old.
///
/// Files and folders of `output` whose names begin with a dot belong to the user and stay; so does a `.htaccess` that
/// a build did not write or that does not begin with `# tebiki ` any more, even if `files` has one. The dot file
/// `.tebiki-manifest` lists what tebiki wrote. What a killed build left beside `output` is cleared up by the next.
///
/// `jobs` files are compared and written side by side.
///
/// Nothing is forced to the disk (fsync): a killed process loses nothing, and the next build mends what a power
/// failure tore, because unchanged files are known by comparing their bytes.
///
/// Throws Failure when the folder holds files that tebiki did not write, naming one; when it holds dot files but
/// neither the manifest nor `.git` nor `.gitignore`; when `output` is a link, a file, a mount point, the user's home
/// or the current folder; when a path in `files` is unsafe; when the disk fails or is full.
Published publish(std::vector<model::OutputFile> const& files, std::filesystem::path const& output, unsigned jobs = 1,
                  Disk const& disk = LocalDisk(), Beside const& beside = {});

// ---- its steps ----

/// The output folder and what stands beside it, on the same disk, while a build publishes.
struct OutputFolder {
  std::filesystem::path output;
  std::filesystem::path lock;    ///< held while publishing
  std::filesystem::path stage;   ///< the new output being made; never holds anything that is only there
  std::filesystem::path old;     ///< the output before the swap, until it is cleared up
  std::filesystem::path record;  ///< what the last build noted of itself
};

/// Makes the folders above `output`. Throws Failure when `output` cannot be swapped for another folder:
/// a link, a file, a mount point, the user's home, the current folder, or a folder above one of these two.
OutputFolder find_output_folder(std::filesystem::path const& output);

/// The same where the output stands already; nothing otherwise, or where it is no folder. Changes nothing.
std::optional<OutputFolder> present_output_folder(std::filesystem::path const& output);

/// Keeps other builds out while it lives; they wait. Released by the system when the process dies.
/// The file is gone afterwards.
class Lock {
 public:
  /// Waits without limit. Throws Failure when the file cannot be made or locked.
  explicit Lock(std::filesystem::path file);
  ~Lock();
  Lock(Lock const&) = delete;
  Lock& operator=(Lock const&) = delete;

 private:
  bool acquire();
  std::filesystem::path file_;
  int descriptor_ = -1;
};

/// The one dot file that a build may publish: what the web server Apache is told. It begins with the mark; whoever
/// wants to write it by hand takes the mark away.
inline constexpr std::string_view server_file_name = ".htaccess", server_file_mark = "# tebiki ";

inline constexpr std::string_view manifest_name = ".tebiki-manifest";

/// The list of files that tebiki wrote, as it stands in the output: a first line naming the format, then one path
/// a line, in byte order. `paths` are sorted.
std::string manifest_text(std::vector<std::string_view> const& paths);

/// What a folder holds, as sorted paths relative to it. Links are never followed.
/// Whatever has a name beginning with a dot is the user's; the manifest is left out.
struct Contents {
  std::vector<std::string> files;        ///< ordinary files
  std::vector<std::string> others;       ///< links, pipes and the like
  std::vector<std::string> folders;      ///< ordinary folders, each before what is in it
  std::vector<std::string> dot_files;    ///< anything but a folder
  std::vector<std::string> dot_folders;  ///< not looked into
  /// The paths that the manifest names, sorted; none when there is no manifest or it is of no known format.
  std::vector<std::string> written_by_us;
};

/// Whether there is a `.htaccess` of the user's: one that the manifest does not name, or without our mark.
bool keeps_own_server_file(Contents const& now);

/// Throws Failure when a folder cannot be read. Nothing at all when `folder` does not exist.
Contents contents_of(std::filesystem::path const& folder, Disk const& disk);

/// Nobody's files are ever wiped. Throws Failure when the output holds a file that the manifest does not name, or dot
/// files but no sign that somebody made it an output: neither the manifest nor `.git` nor `.gitignore`.
void refuse_foreign(Contents const& now, std::filesystem::path const& output, Disk const& disk);

/// What is to stand in the output, beside what stands there now.
struct Plan {
  std::vector<model::OutputFile const*> files;  ///< by path
  std::vector<char> unchanged;                  ///< of each file: whether the output has it already
  std::vector<std::string> kept;                ///< files of an earlier build that stay as they are, by path
  std::vector<std::string> folders;             ///< all that are needed, each before what is in it
  std::string manifest;
};

/// Makes the whole new output in `folder.stage`: unchanged files and the user's dot files are the same files as in
/// the output (hard links), all else is written. Dot folders stay where they are. Throws Failure.
void build_stage(Plan const& plan, Contents const& now, OutputFolder const& folder, unsigned jobs, Disk const& disk);

/// Puts the finished stage in the place of the output and the output in `folder.old`, in one step. Where the disk
/// cannot exchange folders (NFS and others) in two, between which there is no output for some microseconds; a build
/// killed there is put right by the next.
void swap_in(OutputFolder const& folder, Disk const& disk);

/// Clears up what a killed build left: the stage and a record that was being written go, an output that was moved away
/// comes back, and what was not tebiki's in an old output is carried over.
void recover(OutputFolder const& folder, Disk const& disk);

/// Removes `folder.old`. Whatever in it tebiki did not write (dot folders above all, and what was put there while
/// publishing) moves into the output. Throws Failure when the output has another thing of that name.
void clear_old(OutputFolder const& folder, Disk const& disk);

/// The same, quicker, when it is known what the old output held and that all but its dot files were tebiki's.
void clear_old(OutputFolder const& folder, Contents const& known, unsigned jobs, Disk const& disk);

}  // namespace tebiki::publishing
