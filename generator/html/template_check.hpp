#pragma once
#include <string_view>

#include "base/diagnostics.hpp"
#include "html/names.hpp"
#include "html/templates.hpp"

namespace tebiki::html {

/// Walks a template with its partials as rendering would and compares each name with those that it gets there:
/// kainjow shows an unknown name as nothing. Errors: unknown names and partials, words without escaping, lists used
/// as words, a partial within itself.
void check_template(Templates const& templates, std::string_view name, std::string_view content, Names const& shared,
                    Names const& own, base::Diagnostics& diagnostics);

}  // namespace tebiki::html
