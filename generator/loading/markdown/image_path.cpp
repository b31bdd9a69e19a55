#include <fmt/format.h>

#include "base/unicode.hpp"
#include "loading/markdown/addresses.hpp"
#include "loading/markdown/markdown_file.hpp"

namespace tebiki::loading {
namespace {

bool has_dot_part(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    auto end = std::min(path.find('/', begin), path.size());
    auto part = path.substr(begin, end - begin);
    if (part.empty() || part.starts_with('.')) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<std::string> read_image_path(MarkdownFile& markdown, std::string_view written, std::size_t offset) {
  auto address = base::trimmed(written);
  auto path = percent_decoded(address);
  if (scheme_of(address) || path.starts_with("//")) {
    markdown.error(offset, "bad-image",
                   {fmt::format("よその場所にある画像「{}」は使えません。", address.substr(0, 80)),
                    fmt::format("The picture “{}” does not belong to the site.", address.substr(0, 80))},
                   {"許可を得た画像を images フォルダーに置き、「images/room.jpg」のように書いてください。",
                    "Put a picture that you may use into the images folder and write images/room.jpg."});
    return std::nullopt;
  }
  if (path.starts_with('/')) path.erase(0, 1);
  bool sound = path.starts_with("images/") && !has_dot_part(path) && path.find('\\') == std::string::npos &&
               !base::first_invalid_utf8(path) && path.find('\0') == std::string::npos;
  if (sound) return path;
  bool bare = path.find_first_of("/\\") == std::string::npos && path.find('.') != std::string::npos;
  base::Message hint{"画像は images フォルダーに置き、「images/room.jpg」のように書いてください。",
                     "Put the picture into the images folder and write images/room.jpg."};
  if (bare)
    hint = {fmt::format("images フォルダーに置き、フォルダーの名前から「images/{}」と書いてください。", path),
            fmt::format("Put it into the images folder and write images/{}.", path)};
  markdown.error(offset, "bad-image",
                 {fmt::format("画像の場所「{}」が正しくありません。", address),
                  fmt::format("“{}” is no place of a picture.", address)},
                 std::move(hint));
  return std::nullopt;
}

}  // namespace tebiki::loading
