#include "loading/pages.hpp"

#include <fmt/format.h>

#include <array>

#include "loading/aliases.hpp"
#include "loading/page_file.hpp"

namespace tebiki::loading {
namespace {

constexpr std::array page_keys = {Key{"title", Shape::text}, Key{"description", Shape::text},
                                  Key{"publish_from", Shape::text}, Key{"publish_until", Shape::text},
                                  Key{"found_by", Shape::texts}, Key{"aliases", Shape::texts}};

/// `pages/scenes/daily.md` → `scenes/daily`.
std::string slug_of(std::string const& path) {
  auto start = std::string_view("pages/").size();
  return path.substr(start, path.size() - start - std::string_view(".md").size());
}

}  // namespace

std::optional<model::Page> read_page(TextFile const& file, Surroundings const& around, Absent& absent) {
  auto slug = slug_of(file.path);
  refuse_bad_path(slug, file.begin(), around.diagnostics);
  if (!file.usable) {
    absent.doubtful.push_back(slug);
    return std::nullopt;
  }
  auto read = read_page_file(file, page_keys, around);
  if (read.title.empty() && read.sound && !is_meant_by_unknown_key("title", read.data)) {
    around.diagnostics.error(file.begin(), "missing-title",
                             {"このページに題名がありません。", "This page has no title."},
                             {"ファイルの始めに「# 題名」か、「---」で囲んだ「title: 題名」を書いてください。",
                              "Begin the file with “# Title”, or with “title:” between two lines of ---."});
  }
  if (!read.sound) absent.doubtful.push_back(slug + "#");
  read_aliases(read.data, "", slug, absent.aliases, around.diagnostics);
  return model::Page{slug,
                     read.title,
                     text_of(read.data, "description"),
                     std::move(read.blocks),
                     file.begin(),
                     texts_of(read.data, "found_by"),
                     read_period(read.data, around.diagnostics)};
}

}  // namespace tebiki::loading
