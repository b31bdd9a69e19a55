#pragma once
#include <exception>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace tebiki::base {

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
