#include <system_error>

#include "commands/run.hpp"

namespace tebiki::commands {

Folders default_folders(std::filesystem::path const& program) {
  Folders folders;
  auto installed = program.parent_path().parent_path() / "share" / "tebiki";
  std::error_code failed;
  for (auto* folder : {&folders.templates, &folders.assets}) {
    if (!std::filesystem::exists(*folder, failed) && std::filesystem::exists(installed / *folder, failed)) {
      *folder = installed / *folder;
    }
  }
  return folders;
}

}  // namespace tebiki::commands
