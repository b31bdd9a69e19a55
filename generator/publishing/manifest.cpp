#include "publishing/manifest.hpp"

#include <algorithm>
#include <fstream>

namespace tebiki::publishing {

namespace {
constexpr std::string_view first_line = "tebiki manifest 1";
}

std::string manifest_text(std::vector<std::string_view> const& paths) {
  std::string text(first_line);
  text += '\n';
  for (std::string_view path : paths) (text += path) += '\n';
  return text;
}

std::vector<std::string> read_manifest(std::filesystem::path const& folder) {
  std::ifstream in(folder / manifest_name, std::ios::binary);
  std::vector<std::string> paths;
  std::string line;
  if (!std::getline(in, line) || line != first_line) return paths;
  while (std::getline(in, line)) paths.push_back(line);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace tebiki::publishing
