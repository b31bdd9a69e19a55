#include "publishing/replace.hpp"

#include "publishing/disk.hpp"
#include "support/failure.hpp"

namespace tebiki::publishing {

namespace {

/// Whoever could read and write the old file can read and write the new one.
void keep_rights(std::filesystem::path const& old, std::filesystem::path const& fresh) {
  std::error_code failed;
  auto const status = std::filesystem::status(old, failed);
  if (!failed && std::filesystem::is_regular_file(status))
    std::filesystem::permissions(fresh, status.permissions(), failed);
}

}  // namespace

void replace_file(std::filesystem::path const& path, std::string_view bytes) {
  // A dot file: what a killed run leaves behind is nobody's content.
  auto const fresh = path.parent_path() / ("." + path.filename().string() + ".new");
  std::error_code unknown;
  if (!std::filesystem::exists(path.parent_path(), unknown)) make_folder(path.parent_path());
  try {
    remove_file(fresh);
    write_new(fresh, bytes);
    keep_rights(path, fresh);
    rename_one(fresh, path);
  } catch (support::Failure const&) {
    std::error_code ignored;
    std::filesystem::remove(fresh, ignored);
    throw;
  }
}

}  // namespace tebiki::publishing
