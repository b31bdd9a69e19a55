#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "model/date.hpp"

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

}  // namespace tebiki::commands
