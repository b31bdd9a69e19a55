#include "loading/image_files.hpp"

#include <fmt/format.h>

#include "support/parallel.hpp"

namespace tebiki::loading {
namespace {

bool has_picture_ending(std::string path) {
  for (auto& c : path) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return path.ends_with(".png") || path.ends_with(".jpg") || path.ends_with(".jpeg");
}

void report(std::string const& path, bool readable, support::Sources& sources, support::Diagnostics& diagnostics) {
  auto at = whole_file(path, sources);
  if (!readable) {
    diagnostics.error(
        at, "unreadable-file",
        {fmt::format("画像「{}」を読めません。", path), fmt::format("The picture “{}” cannot be read.", path)},
        {"ファイルを読む許可があるか確かめてください。", "See whether you are allowed to read the file."});
  } else if (!has_picture_ending(path)) {
    diagnostics.error(at, "unsupported-image",
                      {fmt::format("「{}」は使えない種類の画像です。", path),
                       fmt::format("“{}” is a kind of picture that is not supported.", path)},
                      {"PNG か JPEG に変換してください。", "Convert it to PNG or JPEG."});
  } else {
    diagnostics.error(at, "damaged-image",
                      {fmt::format("画像「{}」が壊れているか、PNG でも JPEG でもありません。", path),
                       fmt::format("The picture “{}” is damaged, or neither PNG nor JPEG.", path)},
                      {"元の画像から PNG か JPEG で保存し直してください。", "Save the original again as PNG or JPEG."});
  }
}

}  // namespace

std::map<std::string, model::ImageFile> read_images(std::vector<std::string> const& paths,
                                                    support::FileTree const& content, unsigned jobs, Absent& absent,
                                                    support::Sources& sources, support::Diagnostics& diagnostics) {
  struct Read {
    std::optional<std::string> bytes;
    std::optional<support::ImageInfo> info;
  };
  std::vector<Read> read(paths.size());
  support::parallel_for(paths.size(), jobs, [&](std::size_t i) {
    read[i].bytes = content.read(paths[i]);
    if (read[i].bytes && has_picture_ending(paths[i])) read[i].info = support::image_info(*read[i].bytes);
  });
  std::map<std::string, model::ImageFile> images;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (read[i].info) {
      images[paths[i]] = {paths[i], std::move(*read[i].bytes), *read[i].info};
    } else {
      report(paths[i], read[i].bytes.has_value(), sources, diagnostics);
      absent.doubtful.push_back(paths[i]);
    }
  }
  return images;
}

}  // namespace tebiki::loading
