#pragma once
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

}  // namespace tebiki::base
