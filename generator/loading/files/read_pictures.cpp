// The pictures of a content folder.
#include <fmt/format.h>

#include "base/images.hpp"
#include "base/parallel.hpp"
#include "loading/files/content_folder.hpp"

namespace tebiki::loading {
namespace {

struct Read {
  std::optional<std::string> bytes;
  std::optional<base::ImageInfo> info;
};

/// Takes away what only tells of the picture, so that nothing later can publish it. A PNG is turned upright, for
/// few browsers heed its orientation, and keeps its palette, depth and colour profile; a JPEG would lose by being
/// compressed once more, and keeps its rows with the orientation beside them.
void prepare(Read& read) {
  auto& [bytes, info] = read;
  if (info->format == base::ImageFormat::png && info->orientation != base::Orientation::upright) {
    bytes = base::turned_png(*bytes, info->orientation);
    if (!bytes) return info.reset();
    info->orientation = base::Orientation::upright;
  }
  bytes = base::without_metadata(*bytes);
}

void report_too_large(std::string const& path, base::ImageInfo const& info, base::SourceLocation at,
                      base::Diagnostics& diagnostics) {
  auto megapixels = std::uint64_t(info.width) * info.height / 1'000'000;
  diagnostics.error(
      at, "image-too-large",
      {fmt::format("画像「{}」は大きすぎます（横 {} × 縦 {} ピクセル、約 {} 百万画素）。", path, info.width,
                   info.height, megapixels),
       fmt::format("The picture “{}” is too large ({} × {} pixels, about {} megapixels).", path, info.width,
                   info.height, megapixels)},
      {"使えるのは 1 億画素までです。紙いっぱいに印刷する写真でも、長いほうの辺が 3500 ピクセルあれば足ります。"
       "縮めて保存し直してください。",
       "The limit is 100 megapixels. Even for a full printed page 3,500 pixels on the longer side are enough: save it "
       "again in a smaller size."});
}

void report(std::string const& path, Read const& read, base::Sources& sources, base::Diagnostics& diagnostics) {
  auto at = whole_file(path, sources);
  auto header = read.bytes ? base::image_header(*read.bytes) : std::nullopt;
  if (!read.bytes) {
    diagnostics.error(
        at, "unreadable-file",
        {fmt::format("画像「{}」を読めません。", path), fmt::format("The picture “{}” cannot be read.", path)},
        {"ファイルを読む許可があるか確かめてください。", "See whether you are allowed to read the file."});
  } else if (!is_picture(path)) {
    diagnostics.error(at, "unsupported-image",
                      {fmt::format("「{}」は使えない種類の画像です。", path),
                       fmt::format("“{}” is a kind of picture that is not supported.", path)},
                      {"PNG か JPEG に変換してください。", "Convert it to PNG or JPEG."});
  } else if (header && std::uint64_t(header->width) * header->height > base::most_pixels) {
    report_too_large(path, *header, at, diagnostics);
  } else {
    diagnostics.error(at, "damaged-image",
                      {fmt::format("画像「{}」が壊れているか、PNG でも JPEG でもありません。", path),
                       fmt::format("The picture “{}” is damaged, or neither PNG nor JPEG.", path)},
                      {"元の画像から PNG か JPEG で保存し直してください。", "Save the original again as PNG or JPEG."});
  }
}

}  // namespace

std::map<std::string, model::ImageFile> read_images(std::vector<std::string> const& paths,
                                                    base::FileTree const& content, unsigned jobs,
                                                    std::vector<std::string>& unread, base::Sources& sources,
                                                    base::Diagnostics& diagnostics) {
  std::vector<Read> read(paths.size());
  base::parallel_for(paths.size(), jobs, [&](std::size_t i) {
    read[i].bytes = content.read(paths[i]);
    if (read[i].bytes && is_picture(paths[i])) read[i].info = base::image_info(*read[i].bytes);
    if (read[i].info) prepare(read[i]);
  });
  std::map<std::string, model::ImageFile> images;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    auto const name = base::composed_path(paths[i]);
    if (read[i].info) {
      images[name] = {name, std::make_shared<std::string const>(std::move(*read[i].bytes)), *read[i].info};
    } else {
      report(paths[i], read[i], sources, diagnostics);
      unread.push_back(name);
    }
  }
  return images;
}

}  // namespace tebiki::loading
