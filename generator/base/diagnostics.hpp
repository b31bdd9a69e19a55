#pragma once
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
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

// ---- remedies: what a wrong name was meant to be, and how settings are shown ----

/// Whether two neighbours that stand the wrong way round are one slip (optimal string alignment) or two (Levenshtein).
enum class Swaps { one_slip, two_slips };

/// How many characters were added, left out or exchanged, looked for no further than `limit`: a distance of `limit` or
/// more is given as `limit`. Cost: the length times the limit.
std::size_t edit_distance(std::u32string_view one, std::u32string_view other, std::size_t limit, Swaps swaps);

/// The candidate nearest to `word` for a "did you mean"; nothing when none is near. Words with other numbers (2分の1 and
/// 3分の1), with a negation more (対応 and 未対応) and other single characters (市 and 町) mean something else, and are not
/// near.
std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates);

/// The remedy for a name that nobody knows: 「…」のことでしょうか, or what may be written instead.
Message did_you_mean(std::string_view word, std::vector<std::string> const& candidates);

/// 「…」のことでしょうか.
Message meant(std::string_view name);

/// Names of which there may be as many as records, and of which any may be gone: only what differs by a slip of the
/// hand is near, one letter, or two of a long name. Only for the first words that are none of them it is looked which
/// one is near: a column of wrong names is one mistake and not ten thousand.
class NearNames {
 public:
  explicit NearNames(std::vector<std::string> names) : names_(std::move(names)) {}
  std::vector<std::string> const& all() const { return names_; }
  /// Nothing when none is near, and after thirty words.
  std::optional<std::string> nearest(std::string_view word);

 private:
  std::vector<std::string> names_;
  std::size_t looked_at_ = 0;
};

/// The names, as a remedy lists them: 使えるのは「…、…」です; of many the first ones, and how many there are.
Message possible_names(std::vector<std::string> const& names);

/// A piece of a settings file for a message, given as JSON: `"count": 1`, `["名前", "電話"]`. It is shown in the syntax
/// of the file in which the mistake stands: in Markdown, whose settings are YAML, as `count: 1`, `[名前, 電話]`. That
/// is known when the message is, so `Diagnostics::sorted` writes it.
std::string in_its_syntax(std::string_view json);
/// A message of a mistake in the file of that path, with these pieces written out.
Message written_for(std::string_view path, Message message);

}  // namespace tebiki::base
