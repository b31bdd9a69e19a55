#pragma once
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "support/source.hpp"
#include "support/words.hpp"

namespace tebiki::support {

enum class Severity { error, warning };

/// One mistake in the content: where it is, what is wrong and how to mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< stable, kebab-case: `unknown-key`
  Words message;
  Words hint;
  Position at;
};

/// Collects mistakes so that one run reports them all. Safe to use from several threads.
class Diagnostics {
 public:
  void error(Position at, std::string_view code, Words message, Words hint);
  void warning(Position at, std::string_view code, Words message, Words hint);
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

}  // namespace tebiki::support
