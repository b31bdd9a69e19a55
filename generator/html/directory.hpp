#pragma once
#include <map>
#include <string>
#include <string_view>

#include "html/block_writer.hpp"

namespace tebiki::html {

/// Appends a directory: rows in groups. On its list's own page it stands in a finder, with the form that narrows it
/// down, links to its groups and what the marks mean. Rows are written one by one.
void append_directory(std::string& out, model::Directory const& directory, PageState& state);

/// The choices of a directory's filters by number, so that a row names what it has in a few bytes:
/// `0.2` is the third choice of the first filter; of a ○ △ question `1.0` is yes and `1.0?` 要相談.
class FacetNumbers {
 public:
  explicit FacetNumbers(model::Directory const& directory);
  std::string tokens(model::Entry const& entry) const;
  /// Some answer that one can filter by is 要相談.
  bool asks() const { return asks_; }

 private:
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> numbers_;
  bool asks_ = false;
};

/// The form that narrows a directory of `count` entries down; hidden until the script that serves it runs.
/// `wishes_legend` is what the ○ △ questions are called together.
std::string filter_form(model::Directory const& directory, FacetNumbers const& numbers, std::string_view wishes_legend,
                        std::size_t count, Renderer const& renderer);

}  // namespace tebiki::html
