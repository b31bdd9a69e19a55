#include "publishing/disk.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace tebiki::publishing {

namespace {

using base::Message;

Message attempted(Attempt attempt) {
  switch (attempt) {
    case Attempt::read:
      return {"読み取れません", "cannot be read"};
    case Attempt::write:
      return {"書き込めません", "cannot be written"};
    case Attempt::make_folder:
      return {"フォルダーとして作れません", "cannot be made as a folder"};
    case Attempt::link:
      return {"リンクできません", "cannot be linked"};
    case Attempt::rename:
      return {"名前を変えられません", "cannot be renamed"};
    case Attempt::remove:
      return {"削除できません", "cannot be removed"};
    case Attempt::lock:
      return {"ロックできません", "cannot be locked"};
  }
  return {};
}

Message cause(int error) {
  switch (error) {
    case ENOSPC:
      return {"ディスクの空き容量がありません。空きを作ってから、もう一度実行してください。",
              "the disk is full. Free some space and build again."};
    case EDQUOT:
      return {"ディスクの割り当て容量を使い切っています。空きを作ってから、もう一度実行してください。",
              "your disk quota is used up. Free some space and build again."};
    case EACCES:
    case EPERM:
      return {"権限がありません。フォルダーの書き込み権限を確かめてください。",
              "permission is missing. Check who may write to the folder."};
    case EROFS:
      return {"読み取り専用のディスクです。書き込める場所を --output で指定してください。",
              "the disk is read-only. Name a place that can be written with --output."};
    case EXDEV:
    case EBUSY:
      return {
          "別のディスクのマウント点、またはコンテナーの下の層にあるフォルダーのようです。"
          "その中の（または別の）フォルダーを --output で指定してください。",
          "it seems to be a mount point, or a folder of a container's lower layer. "
          "Name a folder inside it, or another one, with --output."};
    case ENAMETOOLONG:
      return {"名前が長すぎます。", "the name is too long."};
    default:
      return {fmt::format("{}。", std::strerror(error)), fmt::format("{}.", std::strerror(error))};
  }
}

}  // namespace

base::Failure disk_failure(Attempt attempt, std::filesystem::path const& path, int error) {
  auto const [tried_ja, tried_en] = attempted(attempt);
  auto const [cause_ja, cause_en] = cause(error);
  return path_failure(path, fmt::format("{}：{}", tried_ja, cause_ja), fmt::format("{}: {}", tried_en, cause_en));
}

base::Failure path_failure(std::filesystem::path const& path, std::string const& words_ja,
                           std::string const& words_en) {
  return base::Failure(
      Message{fmt::format("「{}」{}", path.string(), words_ja), fmt::format("\"{}\" {}", path.string(), words_en)});
}

}  // namespace tebiki::publishing
