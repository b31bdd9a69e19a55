#pragma once
#include <string>
#include <string_view>
#include <vector>

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

/// The names that every page's template gets, whatever its kind; `extra` are those of icons and assets.
Names shared_names(Names extra);
/// The names that a page's own data brings: of `home`, `list`, `entry`, `page`, `publication`, `part` or `404`.
Names page_names(std::string_view kind);

/// A template of `blocks/`, and the names that it gets; no others.
struct BlockNames {
  std::string_view block;
  Names names;
};
std::vector<BlockNames> const& all_block_names();

}  // namespace tebiki::html
