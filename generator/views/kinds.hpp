#pragma once
#include "views/entries.hpp"
#include "views/selection.hpp"

/// The kinds of view, one file each. All are linear in the records shown.
namespace tebiki::views {

/// Rows of records: the name, with its reading above, leads to the record's page and names the row.
model::Blocks table(View const& view, Selection const& selection, SiteIndex const& site_index);

/// What the marks of a matrix mean is told once on a page.
enum class Legend { wanted, given };

/// Records × availability fields with ○ △ × —, and where it is wanted what the marks mean before it.
/// A list without availability fields and columns of another kind are errors.
model::Blocks matrix(View const& view, Selection const& selection, SiteIndex const& site_index, Legend legend,
                     base::Diagnostics& diagnostics);

/// A directory whose numbers are those of the list's own page.
model::Blocks cards(View const& view, Selection const& selection, SiteIndex const& site_index, Entries const& entries);

/// Everything about a few records. `level` is that of the headings which name them, where there are several.
model::Blocks definition(View const& view, Selection const& selection, SiteIndex const& site_index, int level);

}  // namespace tebiki::views
