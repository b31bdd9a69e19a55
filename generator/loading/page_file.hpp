#pragma once
#include <span>

#include "loading/records/records.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {

/// A front matter, and whether it was sound.
struct CheckedFrontMatter {
  model::Value data;
  base::SourceLocation body;
  bool sound = true;
};

CheckedFrontMatter read_checked_front_matter(TextFile const& file, Surroundings const& surroundings);

/// A Markdown file with its front matter checked.
struct PageFile {
  model::Value data;
  std::string title;  ///< of the front matter, otherwise the first `#` heading, otherwise empty
  model::Blocks blocks;
  bool sound = true;   ///< false when the front matter could not be read: then nothing is called missing
  bool empty = false;  ///< there is nothing below the title, and nothing was left out because of mistakes
};

/// Whether a key of the front matter seems to be this one, misspelt: that was reported, and it is not missing, too.
bool is_meant_by_unknown_key(std::string const& key, model::Value const& data);

PageFile read_page_file(TextFile const& file, std::span<Key const> keys, Surroundings const& surroundings);

}  // namespace tebiki::loading
