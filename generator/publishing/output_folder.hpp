#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.hpp"
#include "publishing/disk.hpp"

namespace tebiki::publishing {

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

/// Clears up what a killed build left: the stage goes, an output that was moved away comes back, and what was not
/// tebiki's in an old output is carried over.
void recover(OutputFolder const& folder, Disk const& disk);

/// Removes `folder.old`. Whatever in it tebiki did not write (dot folders above all, and what was put there while
/// publishing) moves into the output. Throws Failure when the output has another thing of that name.
void clear_old(OutputFolder const& folder, Disk const& disk);

/// The same, quicker, when it is known what the old output held and that all but its dot files were tebiki's.
void clear_old(OutputFolder const& folder, Contents const& known, unsigned jobs, Disk const& disk);

}  // namespace tebiki::publishing
