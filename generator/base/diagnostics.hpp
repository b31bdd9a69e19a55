#pragma once
#include <cstdint>
#include <deque>
#include <exception>
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
  std::size_t byte = 0;    ///< of the line, at which the location begins
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

enum class Language { ja, en };

/// One sentence in both languages; both are written where the mistake is found.
struct Message {
  std::string ja;
  std::string en;

  std::string const& in(Language language) const { return language == Language::ja ? ja : en; }
  friend bool operator==(Message const&, Message const&) = default;
};

enum class Severity { error, warning };

/// One mistake in the content: where it is, what is wrong and how to mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< stable, kebab-case: `unknown-key`
  Message message;
  Message hint;
  SourceLocation at;
};

/// Collects mistakes so that one run reports them all. Safe to use from several threads.
class Diagnostics {
 public:
  void error(SourceLocation at, std::string_view code, Message message, Message hint);
  void warning(SourceLocation at, std::string_view code, Message message, Message hint);
  bool has_errors() const;
  /// Takes over everything that `others` collected.
  void merge(Diagnostics& others);
  std::size_t size() const;
  /// By file path, offset, code; identical ones once. Independent of the order of adding.
  std::vector<Diagnostic> sorted(Sources const& sources) const;

 private:
  void add(Diagnostic diagnostic);
  mutable std::mutex mutex_;
  std::vector<Diagnostic> items_;
};

/// `file:line:column: 誤り: …`, the source line, a caret under the place, and the remedy.
/// The caret is placed by display width, so it stands under wide characters too.
std::string text_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language);

/// One array of objects with file, line, column, severity, code, message and hint.
std::string json_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language);

/// Workflow commands that GitHub shows beside the changed line. GitHub wants paths from the repository's root:
/// `content` (such as `content/`) goes before those of content files; templates carry their own.
std::string github_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language,
                          std::string_view content);

/// The world did not do its part: disk, font, library. Mistakes in content are Diagnostics instead.
class Failure : public std::exception {
 public:
  explicit Failure(Message message) : message_(std::move(message)) {}
  char const* what() const noexcept override { return message_.en.c_str(); }
  Message const& message() const { return message_; }

 private:
  Message message_;
};

/// Throws std::bad_alloc where there is hardly any memory left. For libraries that only say that they failed: asked
/// before a file, a font or a package is blamed for it.
void rule_out_lack_of_memory();

}  // namespace tebiki::base
