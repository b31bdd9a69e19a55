#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "views/site_index.hpp"

namespace tebiki::views {

enum class ViewKind { table, cards, matrix, definition };

/// `field: value or [values]`: a record must have one of them.
struct Condition {
  model::Field const* field = nullptr;  ///< nullptr: the record's id
  std::vector<std::string> wanted;      ///< as `comparable` writes them
};

enum class Direction { ascending, descending };
struct Sorting {
  model::Field const* field = nullptr;  ///< nullptr: by reading
  Direction direction = Direction::ascending;
};

/// What a `view` directive asks for, every name in it found.
struct View {
  ListIndex const* list = nullptr;
  ViewKind kind = ViewKind::table;
  std::vector<model::Field const*> columns;  ///< empty: the usual ones of that kind of view
  std::vector<Condition> where;
  model::Field const* group = nullptr;
  Sorting sort;
  std::string caption;
  std::optional<std::size_t> limit;
  base::SourceLocation at;                       ///< of the directive
  std::optional<base::SourceLocation> where_at;  ///< of the key `where`, when it is without mistakes
  base::SourceLocation kind_at;                  ///< of the value of `as`
};

/// Reads the options of a `view`. Unknown keys, lists, fields, groups of fields, kinds and values are errors at their
/// place with the name that was probably meant. Nothing when there is no such list or the kind cannot be shown.
std::optional<View> read_view(model::Directive const& directive, base::SourceLocation at, SiteIndex const& site_index,
                              base::Diagnostics& diagnostics);

}  // namespace tebiki::views
