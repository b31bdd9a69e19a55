#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "html/assets.hpp"
#include "html/templates.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// What a name in a template stands for.
enum class NameKind {
  text,    ///< words: `{{title}}`, escaped
  markup,  ///< HTML made by tebiki: `{{{body}}}`, not escaped
  flag,    ///< yes or no: `{{#current}}…{{/current}}`
  list,    ///< `{{#menu}}…{{/menu}}`, once for every item
};

struct Name {
  std::string name;
  NameKind kind = NameKind::text;
  std::vector<Name> items = {};  ///< the names within each item of a list
};
using Names = std::vector<Name>;

/// The names that every page's template gets, whatever its kind, those of icons and assets among them.
Names shared_names(Assets const& assets);
/// The names that a page's own data brings: of `home`, `list`, `entry`, `page`, `publication`, `part` or `404`.
Names page_names(std::string_view kind);

/// A template of `blocks/`, and the names that it gets; no others.
struct BlockNames {
  std::string_view block;
  Names names;
};
std::vector<BlockNames> const& all_block_names();

/// An error when there is no template of that name.
void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics);

/// Checks the layout with each kind of page, each template made for one subject, and those of blocks; `assets` bring
/// names of their own. Errors: unknown names, words and partials, words without escaping, lists used as words, a
/// partial within itself, a template missing that every site needs, a word that nothing asks for.
void check_templates(Templates const& templates, Assets const& assets, base::Diagnostics& diagnostics);

/// Warns of a template made for a list or page that there is not, a slip of the pen: `taxi.entry` for `taxis.entry`.
void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics);

}  // namespace tebiki::html
