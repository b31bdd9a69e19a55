#include "publishing/replace.hpp"

#include "publishing/disk.hpp"
#include "support/failure.hpp"

namespace tebiki::publishing {

void replace_file(std::filesystem::path const& path, std::string_view bytes) {
  // A dot file: what a killed run leaves behind is nobody's content.
  auto const fresh = path.parent_path() / ("." + path.filename().string() + ".new");
  try {
    remove_file(fresh);
    write_new(fresh, bytes);
    rename_one(fresh, path);
  } catch (support::Failure const&) {
    std::error_code ignored;
    std::filesystem::remove(fresh, ignored);
    throw;
  }
}

}  // namespace tebiki::publishing
