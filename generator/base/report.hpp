#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::base {

/// `file:line:column: 誤り: …`, the source line, a caret under the place, and the remedy.
/// The caret is placed by display width, so it stands under wide characters too.
std::string text_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language);

/// One array of objects with file, line, column, severity, code, message and hint.
std::string json_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language);

/// Workflow commands that GitHub shows beside the changed line. GitHub wants paths from the repository's root:
/// `content` (such as `content/`) goes before those of content files; templates carry their own.
std::string github_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language,
                          std::string_view content);

}  // namespace tebiki::base
