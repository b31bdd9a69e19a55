#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::base {

enum class FileId : std::uint32_t { none = 0xFFFFFFFF };

/// A stretch of a source text in bytes; line and column are worked out only when it is shown.
struct SourceLocation {
  FileId file = FileId::none;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;  ///< 0 where only the beginning is known

  friend bool operator==(SourceLocation, SourceLocation) = default;
};

/// Where a location begins, as a person counts: lines and characters from 1.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t length = 0;  ///< bytes of this line that the location covers; 0 where only its beginning is known
  std::string_view source_line;
};

/// Keeps the text of every file that was read, as UTF-8 without byte order mark.
/// Texts stay where they are for the life of the object, so views into them stay valid.
/// Safe to use from several threads.
class Sources {
 public:
  FileId add(std::string path, std::string text);
  std::string const& path(FileId file) const;
  std::string_view text(FileId file) const;
  /// Linear in the length of the file at the first call for it, then in that of the line; constant for places that
  /// are asked for in their order.
  LineColumn place(SourceLocation position) const;

 private:
  /// How many characters of a line lie before a byte of it.
  struct Counted {
    std::uint32_t begin = 0;  ///< of the line
    std::uint32_t offset = 0;
    std::size_t characters = 0;
  };
  struct File {
    std::string path;
    std::string text;
    std::vector<std::uint32_t> line_begins;  ///< empty until a place is asked for
    Counted counted;
  };
  mutable std::mutex mutex_;
  mutable std::deque<File> files_;
};

}  // namespace tebiki::base
