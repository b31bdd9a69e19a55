#include "loading/content_folder.hpp"

#include <fmt/format.h>

#include "support/unicode.hpp"

namespace tebiki::loading {
namespace {

using Parts = std::vector<std::string>;

Parts split(std::string_view path) {
  Parts parts(1);
  for (char c : path) {
    if (c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

template <class Folder>
Folder& folder_of(std::vector<Folder>& folders, std::string const& slug) {
  if (folders.empty() || folders.back().slug != slug) {
    folders.emplace_back();
    folders.back().slug = slug;
  }
  return folders.back();
}

bool is_dust(std::string const& name) { return name == "Thumbs.db" || name == "desktop.ini"; }

/// Puts one file where it belongs; false when it belongs nowhere.
bool place_in_list(ContentFolder& folder, Parts const& parts, std::string const& path) {
  if (parts.size() != 3) return false;
  auto& list = folder_of(folder.lists, parts[1]);
  if (parts[2] == "schema.json") {
    list.schema = TextFile{path};
    return true;
  }
  bool records = path.ends_with(".json") || path.ends_with(".csv") || path.ends_with(".CSV") || path.ends_with(".md");
  if (records) list.records.push_back({path});
  return records;
}

bool place_in_publication(ContentFolder& folder, Parts const& parts, std::string const& path) {
  if (parts.size() != 3) return false;
  auto& publication = folder_of(folder.publications, parts[1]);
  if (parts[2] == "publication.json") {
    publication.settings = TextFile{path};
    return true;
  }
  if (path.ends_with(".md")) publication.parts.push_back({path});
  return path.ends_with(".md");
}

bool place(ContentFolder& folder, Parts const& parts, std::string const& path) {
  if (path == "site.json") {
    folder.site = TextFile{path};
    return true;
  }
  if (parts.size() == 1) return path.starts_with("README") && path.ends_with(".md");
  if (parts[0] == "lists") return place_in_list(folder, parts, path);
  if (parts[0] == "publications") return place_in_publication(folder, parts, path);
  if (parts[0] == "images") {
    folder.images.push_back(path);
    return true;
  }
  if (parts[0] == "pages" && path.ends_with(".md")) {
    folder.pages.push_back({path});
    return true;
  }
  return parts[0] == "geo";
}

/// Where the file may have been meant to go.
support::Words advice(Parts const& parts) {
  static std::vector<std::string> const tops = {"site.json", "lists", "pages", "publications", "images", "geo"};
  static std::vector<std::string> const in_list = {"schema.json"};
  static std::vector<std::string> const in_publication = {"publication.json"};
  bool known = parts.size() > 1 && (parts[0] == "lists" || parts[0] == "pages" || parts[0] == "publications");
  auto near = !known                                            ? support::nearest(parts[0], tops)
              : parts[0] == "lists" && parts.size() == 3        ? support::nearest(parts[2], in_list)
              : parts[0] == "publications" && parts.size() == 3 ? support::nearest(parts[2], in_publication)
                                                                : std::nullopt;
  if (near) return {fmt::format("「{}」のことでしょうか。", *near), fmt::format("Did you mean “{}”?", *near)};
  if (parts[0] == "lists")
    return {"一覧のファイルは lists/<一覧名>/ に、schema.json のほか .json、.csv、.md として置きます。",
            "A list keeps its files in lists/<list>/: schema.json and .json, .csv or .md files."};
  if (parts[0] == "pages") return {"ページは pages/ に .md として置きます。", "Pages are .md files in pages/."};
  if (parts[0] == "publications")
    return {"冊子のファイルは publications/<冊子名>/ に、publication.json のほか .md として置きます。",
            "A publication keeps its files in publications/<name>/: publication.json and .md files."};
  return {"site.json、lists、pages、publications、images、geo のどれかに入れるか、ほかの場所へ移してください。",
          "Put it into lists, pages, publications, images or geo, or move it elsewhere."};
}

}  // namespace

support::Position whole_file(std::string const& path, support::Sources& sources) { return {sources.add(path, ""), 0}; }

ContentFolder sort_out(std::vector<support::TreeEntry> const& entries, support::Sources& sources,
                       support::Diagnostics& diagnostics) {
  ContentFolder folder;
  for (auto const& entry : entries) {
    auto parts = split(entry.path);
    if (is_dust(parts.back())) continue;
    folder.empty = false;
    if (entry.kind == support::EntryKind::link_outside) {
      diagnostics.error(
          whole_file(entry.path, sources), "link-outside",
          {fmt::format("「{}」はコンテンツのフォルダの外を指すリンクです。", entry.path),
           fmt::format("“{}” is a link that points outside the content folder.", entry.path)},
          {"リンクではなく、ファイルそのものを置いてください。", "Put the file itself there and not a link."});
    } else if (entry.kind == support::EntryKind::special) {
      diagnostics.error(
          whole_file(entry.path, sources), "special-file",
          {fmt::format("「{}」は普通のファイルではないか、読めません。", entry.path),
           fmt::format("“{}” is no regular file or cannot be read.", entry.path)},
          {"普通のファイルに置き換えるか、消してください。", "Replace it by a regular file or remove it."});
    } else if (!place(folder, parts, entry.path)) {
      diagnostics.error(whole_file(entry.path, sources), "stray-file",
                        {fmt::format("「{}」は、どこにも使われないファイルです。", entry.path),
                         fmt::format("“{}” belongs to nothing in the content folder.", entry.path)},
                        advice(parts));
    }
  }
  return folder;
}

}  // namespace tebiki::loading
