#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// A file of the content whose text stands in Sources; `usable` unless it is unreadable or not UTF-8.
struct TextFile {
  std::string path;
  base::FileId file = base::FileId::none;
  bool usable = false;
  std::string language = {};  ///< of a translation: `en` of `pages/about.en.md`

  base::SourceLocation begin() const { return {file, 0}; }
};

struct ListFolder {
  std::string slug;
  std::optional<TextFile> schema;
  std::vector<TextFile> records;
  std::vector<TextFile> translations;  ///< `schema.en.json`, `aoba.en.md`
};

struct PublicationFolder {
  std::string slug;
  std::optional<TextFile> settings;
  std::vector<TextFile> parts;
};

/// The files of a content folder, sorted by what they are for; each kind in the order of the paths.
struct ContentFolder {
  std::optional<TextFile> site;
  std::vector<TextFile> site_translations;  ///< `site.en.json`
  std::vector<ListFolder> lists;
  std::vector<PublicationFolder> publications;
  std::vector<TextFile> pages;
  std::vector<std::string> images;
  std::vector<std::string> strays;  ///< paths of files that were reported and are not read
  bool empty = true;

  /// All its texts, in the order in which mistakes in them are told.
  std::vector<TextFile*> text_files();
};

/// The language that a file's name says before its ending, `en` of `about.en.md`; empty where it says none.
std::string language_of_file(std::string_view path);
/// The path without its ending and language: `pages/about`.
std::string path_without_language(std::string_view path);

/// Finds out what each file is for. Errors: files that belong nowhere, links out of the folder, special files, names
/// that cannot be used. Warnings: a spreadsheet beside the CSV made of it.
ContentFolder sort_out(std::vector<base::TreeEntry> const& entries, base::Sources& sources,
                       base::Diagnostics& diagnostics);

/// Reads every text file into Sources, in the order of the paths whatever the number of threads.
/// CSV may be CP932. Errors: unreadable, not UTF-8, control characters.
void read_texts(ContentFolder& folder, base::FileTree const& content, unsigned jobs, base::Sources& sources,
                base::Diagnostics& diagnostics);

/// Reads one text file into Sources, with the same errors.
TextFile read_text(std::string const& path, base::FileTree const& tree, base::Sources& sources,
                   base::Diagnostics& diagnostics);

/// Reads the pictures of `images/` without what cameras write beside the pixels, by their composed paths. Errors:
/// unreadable, damaged, too large, neither PNG nor JPEG; their paths go to `unread`.
std::map<std::string, model::ImageFile> read_images(std::vector<std::string> const& paths,
                                                    base::FileTree const& content, unsigned jobs,
                                                    std::vector<std::string>& unread, base::Sources& sources,
                                                    base::Diagnostics& diagnostics);

/// A file that a spreadsheet or word processor keeps, not the CSV or Markdown that is read.
bool is_spreadsheet(std::string_view path);
bool is_word_processor_file(std::string_view path);
/// A file of a kind of picture that is read.
bool is_picture(std::string_view path);

/// A place to hang a mistake on that concerns a file as a whole, or one that is missing.
base::SourceLocation whole_file(std::string const& path, base::Sources& sources);

}  // namespace tebiki::loading
