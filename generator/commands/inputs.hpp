#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/typed_values.hpp"

namespace tebiki::commands {

/// Where things stand; by default folders of the current directory.
struct Folders {
  std::filesystem::path content = "content";
  std::filesystem::path templates = "templates";
  std::filesystem::path assets = "assets";
  std::filesystem::path output = "output";
};

struct Settings {
  Folders folders;
  model::Date today;  ///< the only clock: everything dated follows it
  unsigned jobs = 1;
  /// What is made: `site`, `print` or the slug of a publication, whose PDF it is; everything where it is empty.
  std::string only;
  std::string program;  ///< `program_identity`; another one makes everything anew
};

/// What one run of a command gathers on its way: texts read, mistakes found, time spent.
/// Commands fill it; only `main` prints it.
struct Run {
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::function<void(base::Message const&)> progress = [](base::Message const&) {};
  std::vector<std::pair<base::Message, double>> timings;  ///< seconds by step

  /// Takes over what a step found, but for errors at a place that an earlier step found wrong, or around it: they may
  /// only follow from that.
  void add(base::Diagnostics& found);

  /// Announces a step, does it, and notes how long it took.
  template <class Step>
  auto step(base::Message name, Step&& body) {
    progress(name);
    auto begin = std::chrono::steady_clock::now();
    auto result = body();
    timings.emplace_back(std::move(name),
                         std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return result;
  }
};

/// The defaults, but the templates and assets that were installed with the program (`../share/tebiki` beside its own
/// folder) where the current directory has none.
Folders default_folders(std::filesystem::path const& program);

/// A folder that a build reads. It remembers the digest of every file that was read, so that the build's key is made of
/// what the build saw, whatever happens to the folder meanwhile.
class InputFolder : public base::FileTree {
 public:
  /// Throws Failure when there is no such folder; `option` is what names another one on the command line.
  InputFolder(std::filesystem::path const& root, std::string_view option);
  /// Listed once.
  std::vector<base::TreeEntry> entries() const override;
  std::optional<std::string> read(std::string_view path) const override;
  /// Of the names, kinds and bytes of everything in the folder, or below some folders of it (`print/`). Reads what was
  /// not read before, on `jobs` threads.
  std::string digest(unsigned jobs, std::vector<std::string_view> const& below = {""}) const;

 private:
  base::DiskTree tree_;
  mutable std::mutex mutex_;
  mutable std::optional<std::vector<base::TreeEntry>> entries_;
  mutable std::unordered_map<std::string, std::string> digests_;
};

/// What a build reads.
struct Inputs {
  explicit Inputs(Folders const& folders)
      : content(folders.content, "--content"),
        templates(folders.templates, "--templates"),
        assets(folders.assets, "--assets") {}
  InputFolder content, templates, assets;
};

/// Tell whether the output would be the same: made of the inputs as they were read last, the day, the program and the
/// installed fonts of the print style. Not of the number of threads, which changes nothing, nor of where the folders
/// stand.
struct BuildKeys {
  std::string whole;
  std::string print;  ///< of the booklets: templates and assets of pages are no part of it
};
BuildKeys build_keys(Inputs const& inputs, Settings const& settings);

/// Which program and which libraries are running: their paths, sizes and times, and those of the files given besides.
std::string identity_of(std::vector<std::string> const& files);
/// The same of all that this process has mapped to run.
std::string program_identity();

}  // namespace tebiki::commands
