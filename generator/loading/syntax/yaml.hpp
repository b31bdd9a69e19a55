#pragma once
#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// Reads a piece of YAML (hence also JSON) that begins at `begin` in its file; positions are those of the file.
/// Scalars follow the YAML 1.2 core schema: true/false, null and numbers only when plain; dates, `yes`, telephone
/// numbers and numbers with a leading zero stay text. Aliases and tags are refused.
std::optional<model::Value> read_yaml(std::string_view text, base::SourceLocation begin,
                                      base::Diagnostics& diagnostics);

/// A Markdown file's front matter and where its body begins.
struct FrontMatter {
  model::Value data;  ///< an object, empty without front matter
  base::SourceLocation body;
  bool sound = true;  ///< false when there was a mistake in it
};
/// The block between `---` lines at the top of a file. An unclosed one is an error.
FrontMatter read_front_matter(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
