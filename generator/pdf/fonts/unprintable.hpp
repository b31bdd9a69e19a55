#pragma once
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

/// What cannot be printed, with where it stands, gathered over all booklets of a run. Safe to use from several threads.
class Unprintable {
 public:
  /// No font of the list has the character, or it is of a writing system that cannot be set. `at` is at or before the
  /// character in its file.
  void add(char32_t character, FontChoice::List fonts, base::SourceLocation at);
  /// One error for each character, and for each writing system: how often, the first three places, what to do. The
  /// places are looked up in the files, where JSON and Markdown may spell a character by its number.
  void report(base::Sources const& sources, base::Diagnostics& diagnostics) const;

 private:
  struct Key {
    char32_t character = 0;
    FontChoice::List fonts{};
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  using Places = std::map<base::FileId, std::set<std::uint32_t>>;

  mutable std::mutex mutex_;
  std::map<Key, Places> found_;
};

}  // namespace tebiki::pdf
