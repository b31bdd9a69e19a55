#include "loading/files/content_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

/// What can be shown of a name: bytes that are not UTF-8 and control characters as `?`.
std::string shown(std::string_view name) {
  std::string result(name);
  while (auto bad = base::first_invalid_utf8(result)) result[*bad] = '?';
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, '?');
  std::replace_if(result.begin(), result.end(), base::is_control_character, '?');
  return result;
}

/// Files that Windows, macOS and Office leave lying about; nobody means them to be content: `Thumbs.db`, `~$x.xlsx`.
bool is_os_clutter(std::string_view path) {
  auto name = path.substr(path.rfind('/') + 1);
  auto lower = base::lower_case(name);
  bool of_office = lower.starts_with("~$") || lower.starts_with("~wrl") || lower.ends_with(".tmp");
  return of_office || lower == "thumbs.db" || lower == "ehthumbs.db" || lower == "desktop.ini" || lower == "icon\r" ||
         path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != path.npos;
}

/// Looks at the names of all files, before anything else is asked of them.
class FileNames {
 public:
  FileNames(base::Sources& sources, base::Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  /// False for a name that cannot be used. Errors: not UTF-8, control characters, a backslash, names that differ in
  /// capital letters or the composition of letters only (one and the same file on Windows and macOS).
  bool accept(std::string const& path);

 private:
  bool refuse(std::string const& path, base::Message message, base::Message hint);

  base::Sources& sources_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, std::string> by_lower_case_;
};

bool FileNames::refuse(std::string const& path, base::Message message, base::Message hint) {
  diagnostics_.error({sources_.add(path, ""), 0}, "unusable-file-name", std::move(message), std::move(hint));
  return false;
}

bool FileNames::accept(std::string const& path) {
  auto seen = shown(path);
  base::Message hint{"名前を、半角の英小文字、数字、ハイフン（-）だけに変えてください。",
                     "Rename it, with lower-case ASCII letters, digits and hyphens only."};
  if (base::first_invalid_utf8(path))
    return refuse(seen,
                  {fmt::format("「{}」という名前は、文字コードが UTF-8 ではないため読めません。", seen),
                   fmt::format("The name “{}” is not UTF-8.", seen)},
                  hint);
  bool backslash = path.find('\\') != path.npos;
  if (backslash || seen != path)
    return refuse(
        seen,
        {fmt::format("「{}」という名前には、使えない文字（{}）が入っています。", seen,
                     backslash ? "\\" : "目に見えない文字"),
         fmt::format("The name “{}” holds {}.", seen, backslash ? "a backslash" : "a character that cannot be seen")},
        hint);
  auto const composed = base::composed_path(path);
  auto [first, added] = by_lower_case_.emplace(base::lower_case(composed), path);
  if (added) return true;
  if (base::composed_path(first->second) == composed)
    return refuse(path,
                  {fmt::format("「{}」という名前のファイルが二つあります。濁点の記録のしかただけが違います。", path),
                   fmt::format("There are two files called “{}”, which differ in how its letters are composed.", path)},
                  {"見比べて、どちらかを消してください。", "Compare them and remove one."});
  return refuse(path,
                {fmt::format("「{}」は「{}」と、大文字と小文字しか違いません。", path, first->second),
                 fmt::format("“{}” and “{}” differ in capital letters only.", path, first->second)},
                {"Windows では同じファイルになってしまいます。どちらかの名前を変えるか、消してください。",
                 "On Windows the two would be one file; rename or remove one of them."});
}

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
  if (folders.empty() || folders.back().slug != slug) folders.emplace_back().slug = slug;
  return folders.back();
}

/// Puts one file where it belongs; false when it belongs nowhere.
bool place_in_list(ContentFolder& folder, Parts const& parts, std::string const& path) {
  bool schema = parts.size() == 3 && parts[2] == "schema.json";
  bool records = path.ends_with(".json") || path.ends_with(".csv") || path.ends_with(".CSV") || path.ends_with(".md");
  if (parts.size() != 3 || !(schema || records)) return false;
  auto& list = folder_of(folder.lists, parts[1]);
  auto const language = language_of_file(path);
  bool const translation = !language.empty() && (path.ends_with(".md") || parts[2].starts_with("schema."));
  if (schema)
    list.schema = TextFile{path};
  else
    (translation ? list.translations : list.records).push_back({path, base::FileId::none, false, language});
  return true;
}

bool place_in_publication(ContentFolder& folder, Parts const& parts, std::string const& path) {
  bool settings = parts.size() == 3 && parts[2] == "publication.json";
  if (parts.size() != 3 || !(settings || path.ends_with(".md"))) return false;
  auto& publication = folder_of(folder.publications, parts[1]);
  if (settings)
    publication.settings = TextFile{path};
  else
    publication.parts.push_back({path});
  return true;
}

bool place(ContentFolder& folder, Parts const& parts, std::string const& path) {
  if (path == "site.json") return folder.site = TextFile{path}, true;
  auto const language = language_of_file(path);
  if (!language.empty() && path == "site." + language + ".json") {
    folder.site_translations.push_back({path, base::FileId::none, false, language});
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
    folder.pages.push_back({path, base::FileId::none, false, language});
    return true;
  }
  return parts[0] == "geo";
}

/// Notepad hides that it saved `site.json` as `site.json.txt`.
base::Message advice_on_ending(std::string const& name) {
  if (is_spreadsheet(name))
    return {
        "この形式は読めません。Excel などの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、同じフォルダに"
        "保存してください。",
        "This format is not read. Save it as “CSV UTF-8” in the same folder."};
  if (is_word_processor_file(name))
    return {"ワープロの形式は読めません。文章を、メモ帳などで .md のファイルに写してください。",
            "Word processor files are not read. Copy the text into an .md file with a plain text editor."};
  if (name.ends_with(".txt")) {
    auto bare = name.substr(0, name.size() - 4);
    bool known = bare.ends_with(".json") || bare.ends_with(".csv") || bare.ends_with(".md");
    if (known)
      return {fmt::format("名前の終わりの「.txt」を取って、「{}」にしてください。", bare),
              fmt::format("Take “.txt” off its name: “{}”.", bare)};
  }
  return {};
}

/// Where the file may have been meant to go.
base::Message advice(Parts const& parts) {
  static std::vector<std::string> const tops = {"site.json", "lists", "pages", "publications", "images", "geo"};
  static std::vector<std::string> const in_list = {"schema.json"};
  static std::vector<std::string> const in_publication = {"publication.json"};
  if (auto words = advice_on_ending(parts.back()); !words.ja.empty()) return words;
  bool known = parts.size() > 1 && (parts[0] == "lists" || parts[0] == "pages" || parts[0] == "publications");
  auto near = !known                                            ? base::nearest(parts[0], tops)
              : parts[0] == "lists" && parts.size() == 3        ? base::nearest(parts[2], in_list)
              : parts[0] == "publications" && parts.size() == 3 ? base::nearest(parts[2], in_publication)
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

void report_stray(std::string const& path, Parts const& parts, base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostics.error(whole_file(path, sources), "stray-file",
                    {fmt::format("「{}」は、どこにも使われないファイルです。", path),
                     fmt::format("“{}” belongs to nothing in the content folder.", path)},
                    advice(parts));
}

/// `lists/taxis/taxis.xlsx`, from which somebody makes `lists/taxis/taxis.csv`.
bool has_csv_beside(std::string const& spreadsheet, std::vector<base::TreeEntry> const& entries) {
  auto folder = spreadsheet.substr(0, spreadsheet.rfind('/') + 1);
  return std::any_of(entries.begin(), entries.end(), [&](base::TreeEntry const& entry) {
    return entry.path.starts_with(folder) && (entry.path.ends_with(".csv") || entry.path.ends_with(".CSV"));
  });
}

void notice_spreadsheet(std::string const& path, base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostics.warning(
      whole_file(path, sources), "spreadsheet",
      {fmt::format("「{}」は読まず、同じフォルダの CSV を使いました。", path),
       fmt::format("“{}” is not read; the CSV beside it was used.", path)},
      {"表を直したら、「CSV UTF-8（コンマ区切り）」で保存し直してください。この表は別の場所に移しておくと安心です。",
       "After changing it, save it as “CSV UTF-8” again. It is better kept elsewhere."});
}

}  // namespace

base::SourceLocation whole_file(std::string const& path, base::Sources& sources) { return {sources.add(path, ""), 0}; }

std::vector<TextFile*> ContentFolder::text_files() {
  std::vector<TextFile*> files;
  auto add = [&](TextFile& file) { files.push_back(&file); };
  if (site) add(*site);
  for (auto& file : site_translations) add(file);
  for (auto& list : lists) {
    if (list.schema) add(*list.schema);
    for (auto& file : list.records) add(file);
    for (auto& file : list.translations) add(file);
  }
  for (auto& page : pages) add(page);
  for (auto& publication : publications) {
    if (publication.settings) add(*publication.settings);
    for (auto& file : publication.parts) add(file);
  }
  return files;
}

ContentFolder sort_out(std::vector<base::TreeEntry> const& entries, base::Sources& sources,
                       base::Diagnostics& diagnostics) {
  ContentFolder folder;
  FileNames names(sources, diagnostics);
  for (auto const& entry : entries) {
    auto parts = split(entry.path);
    if (is_os_clutter(entry.path)) continue;
    folder.empty = false;
    if (!names.accept(entry.path)) {
      folder.strays.push_back(entry.path);
      continue;
    }
    if (entry.kind != base::EntryKind::file) folder.strays.push_back(entry.path);
    if (entry.kind == base::EntryKind::link_outside) {
      diagnostics.error(
          whole_file(entry.path, sources), "link-outside",
          {fmt::format("「{}」はコンテンツのフォルダの外を指すリンクです。", entry.path),
           fmt::format("“{}” is a link that points outside the content folder.", entry.path)},
          {"リンクではなく、ファイルそのものを置いてください。", "Put the file itself there and not a link."});
    } else if (entry.kind == base::EntryKind::special) {
      diagnostics.error(
          whole_file(entry.path, sources), "special-file",
          {fmt::format("「{}」は普通のファイルではないか、読めません。", entry.path),
           fmt::format("“{}” is no regular file or cannot be read.", entry.path)},
          {"普通のファイルに置き換えるか、消してください。", "Replace it by a regular file or remove it."});
    } else if (is_spreadsheet(entry.path) && has_csv_beside(entry.path, entries)) {
      notice_spreadsheet(entry.path, sources, diagnostics);
    } else if (!place(folder, parts, entry.path)) {
      report_stray(entry.path, parts, sources, diagnostics);
      folder.strays.push_back(entry.path);
    }
  }
  return folder;
}

}  // namespace tebiki::loading
