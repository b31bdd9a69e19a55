#pragma once
#include <map>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace tebiki::html {

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

/// Entries in all groups.
std::size_t entry_count(model::Directory const& directory);

/// Appends the form that narrows the directory down; hidden until the script that serves it runs.
/// `wishes_legend` is what the ○ △ questions are called together.
void append_filters(std::string& out, model::Directory const& directory, FacetNumbers const& numbers,
                    std::string_view wishes_legend);

}  // namespace tebiki::html
