#include "publishing/replace.hpp"

namespace tebiki::publishing {

void replace_file(std::filesystem::path const& path, std::string_view bytes, Disk const& disk) {
  // A dot file: what a killed run leaves behind is nobody's content.
  auto const fresh = path.parent_path() / ("." + path.filename().string() + ".new");
  if (!disk.state(path.parent_path())) disk.make_folder(path.parent_path());
  try {
    disk.remove_file(fresh);
    disk.write_new(fresh, bytes);
    disk.copy_rights(path, fresh);
    disk.rename(fresh, path);
  } catch (base::Failure const&) {
    try {
      disk.remove_file(fresh);
    } catch (base::Failure const&) {
      // The first failure is the one worth telling.
    }
    throw;
  }
}

}  // namespace tebiki::publishing
