#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace tebiki::loading {

/// Files that Windows, macOS and Office leave lying about; nobody means them to be content: `Thumbs.db`, `~$x.xlsx`.
bool is_dust(std::string_view path);

/// A file that a spreadsheet or word processor keeps, not the CSV or Markdown that is read.
bool is_spreadsheet(std::string_view path);
bool is_word_processor_file(std::string_view path);

/// Looks at the names of all files, before anything else is asked of them.
class FileNames {
 public:
  FileNames(base::Sources& sources, base::Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  /// False for a name that cannot be used. Errors: not UTF-8, control characters, a backslash, names that differ in
  /// capital letters only (one and the same file on Windows and macOS).
  bool accept(std::string const& path);

 private:
  bool refuse(std::string const& path, base::Message message, base::Message hint);

  base::Sources& sources_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, std::string> by_lower_case_;
};

}  // namespace tebiki::loading
