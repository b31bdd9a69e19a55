#include "base/files.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>

#include "base/diagnostics.hpp"

namespace tebiki::base {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse_folder(fs::path const& root, std::string_view ja, std::string_view en) {
  throw Failure(
      {fmt::format("フォルダー「{}」{}", root.string(), ja), fmt::format("folder “{}” {}", root.string(), en)});
}

/// What stands at `path`, links followed; `special` for what is neither file nor folder, or unreadable.
EntryKind kind_of(fs::path const& path, fs::path const& root) {
  std::error_code failed;
  if (fs::is_symlink(fs::symlink_status(path, failed))) {
    auto target = fs::weakly_canonical(path, failed);
    if (failed || !lies_inside(target, root)) return EntryKind::link_outside;
  }
  return fs::is_regular_file(path, failed) ? EntryKind::file : EntryKind::special;
}

/// Walks depth first. Linked folders are not entered: they could lead in circles.
void walk(fs::path const& folder, std::string const& prefix, fs::path const& root, std::vector<TreeEntry>& out) {
  std::error_code failed;
  fs::directory_iterator entries(folder, failed);
  if (failed) {
    out.push_back({prefix.empty() ? "." : prefix.substr(0, prefix.size() - 1), EntryKind::special});
    return;
  }
  // Stepping may fail half-way through a folder (a disk gone bad, a network gone): what is unread is no folder of ours.
  for (; entries != fs::directory_iterator(); entries.increment(failed)) {
    auto& entry = *entries;
    auto name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    auto path = prefix + name;
    bool const link = entry.is_symlink(failed);
    if (!link && entry.is_directory(failed))
      walk(entry.path(), path + "/", root, out);
    else if (!link && entry.is_regular_file(failed))  // known from the folder, without a look at the file
      out.push_back({path, EntryKind::file});
    else
      out.push_back({path, kind_of(entry.path(), root)});
  }
  if (failed) out.push_back({prefix.empty() ? "." : prefix.substr(0, prefix.size() - 1), EntryKind::special});
}

/// Whether the path leads down from `root` without a link, so that it lies inside. Much quicker than resolving it.
bool leads_straight_down(fs::path const& root, fs::path const& path) {
  auto here = root;
  for (auto const& part : path) {
    here /= part;
    std::error_code failed;
    if (part == ".." || fs::is_symlink(fs::symlink_status(here, failed))) return false;
  }
  return path.is_relative();
}

}  // namespace

bool lies_inside(fs::path const& path, fs::path const& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

std::optional<std::string> read_file(fs::path const& path) {
  std::error_code failed;
  // Asked first, because opening a pipe would wait for ever: only a regular file has a size.
  auto size = fs::file_size(path, failed);
  if (failed) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes(size, '\0');
  file.read(bytes.data(), std::streamsize(size));
  if (file.gcount() != std::streamsize(size)) return std::nullopt;
  return bytes;
}

std::string composed_path(std::string_view path) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  if (U_SUCCESS(status))
    normalizer->normalizeUTF8(0, icu::StringPiece(path.data(), std::int32_t(path.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? result : std::string(path);
}

DiskTree::DiskTree(fs::path root) {
  std::error_code failed;
  if (!fs::exists(root, failed)) refuse_folder(root, "がありません。", "does not exist");
  if (!fs::is_directory(root, failed)) refuse_folder(root, "はフォルダーではありません。", "is not a folder");
  root_ = fs::canonical(root, failed);
  if (!failed) fs::directory_iterator(root_, failed);
  if (failed)
    refuse_folder(root, "を読むことができません。アクセス権を確かめてください。",
                  "cannot be read; check its permissions");
}

std::vector<TreeEntry> DiskTree::entries() const {
  std::vector<TreeEntry> result;
  walk(root_, "", root_, result);
  std::sort(result.begin(), result.end(), [](auto& a, auto& b) { return a.path < b.path; });
  return result;
}

std::optional<std::string> DiskTree::read(std::string_view path) const {
  fs::path const below(path);
  if (leads_straight_down(root_, below)) return read_file(root_ / below);
  std::error_code failed;
  auto full = fs::weakly_canonical(root_ / below, failed);
  if (failed || !lies_inside(full, root_)) return std::nullopt;
  return read_file(full);
}

std::vector<TreeEntry> MemoryTree::entries() const {
  std::vector<TreeEntry> result;
  for (auto& [path, bytes] : files_) {
    if (!path.starts_with('.') && path.find("/.") == std::string::npos) result.push_back({path, EntryKind::file});
  }
  return result;
}

std::optional<std::string> MemoryTree::read(std::string_view path) const {
  auto found = files_.find(std::string(path));
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

Digest& Digest::add(std::string_view bytes) {
  auto hash = XXH3_128bits(bytes.data(), bytes.size());
  std::uint64_t const words[] = {high_, low_, hash.high64, hash.low64, bytes.size()};
  hash = XXH3_128bits(words, sizeof words);
  high_ = hash.high64;
  low_ = hash.low64;
  return *this;
}

Digest& Digest::add(std::uint64_t number) {
  return add(std::string_view(reinterpret_cast<char const*>(&number), sizeof number));
}

std::string Digest::hex() const { return fmt::format("{:016x}{:016x}", high_, low_); }

std::string digest_of(std::string_view bytes) { return Digest().add(bytes).hex(); }

}  // namespace tebiki::base
