#pragma once
#include <optional>
#include <span>

#include "loading/records/records.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {

/// A Markdown file with its front matter checked.
struct PageFile {
  model::Value data;
  std::string title;  ///< of the front matter, otherwise the first `#` heading, otherwise empty
  model::Blocks blocks;
  bool sound = true;   ///< false when the front matter could not be read: then nothing is called missing
  bool empty = false;  ///< there is nothing below the title, and nothing was left out because of mistakes
};

PageFile read_page_file(TextFile const& file, std::span<Key const> keys, LoadContext const& context);

/// Reads one file of `pages/`; nothing when it cannot be used.
std::optional<model::Page> read_page(TextFile const& file, LoadContext const& context, OtherNames& names);

/// Reads a publication with its parts; also without a usable `publication.json`, so that the parts' mistakes
/// are found.
std::optional<model::Publication> read_publication(PublicationFolder const& folder, model::Colour brand,
                                                   LoadContext const& context, OtherNames& names);

}  // namespace tebiki::loading
