#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/source.hpp"
#include "html/tags.hpp"

namespace tebiki::html {

/// A template file as it was read. The views point into Sources.
struct Template {
  base::FileId file = base::FileId::none;
  std::string_view text;
  std::vector<Tag> tags;
};

/// The files of `templates/site/`: a `layout`, one template for each kind of page, replacements of these for one
/// subject (`facilities.entry` beats `entry`), and partials. Names are those of the files without `.mustache`.
class Templates {
 public:
  /// Reads and scans every file. Errors: syntax, text that is not UTF-8.
  Templates(base::FileTree const& tree, base::Sources& sources, base::Diagnostics& diagnostics);

  Template const* find(std::string_view name) const;
  std::vector<std::string> names() const;
  /// The most special template for a page: `facilities.entry` or `entry`.
  std::string name_for(std::string_view kind, std::string_view subject) const;
  /// One text of a template and all its partials; `{{> content}}` is the template of that name. Indentation and
  /// comments are gone. For templates without mistakes only; a partial within itself is left out.
  std::string joined(std::string_view name, std::string_view content) const;

 private:
  void read(std::string const& path, base::FileTree const& tree, base::Sources& sources,
            base::Diagnostics& diagnostics);
  void join(std::string& out, std::string_view name, std::string_view content, int depth) const;

  std::map<std::string, Template, std::less<>> templates_;
};

/// Partials may stand in partials so deep; deeper means that one contains itself.
constexpr int deepest_partial = 20;

}  // namespace tebiki::html
