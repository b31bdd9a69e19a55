#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "views/directory_entries.hpp"
#include "views/option_reader.hpp"

/// The steps by which `compose` makes documents, and what they share.
namespace tebiki::views {

/// What the steps are given, and where mistakes go.
struct ComposeContext {
  SortedLists const& lists;
  DirectoryEntries const& entries;
  model::PrintStyle const& style;
  UnknownFields& unknown_fields;
  base::Diagnostics& diagnostics;
  unsigned jobs = 1;  ///< threads for what reports nothing
};

/// Replaces each directive by the blocks it stands for, inside quotes, notes and lists too.
/// An `index` becomes an empty Index: what it holds is known only when all parts of its booklet are expanded.
/// `level` is that of the heading above the blocks.
void expand(model::Blocks& blocks, ComposeContext const& context, int level = 1);

/// Adds the web pages of a publication – what it is with links to its parts, and each part – and its booklet.
/// Parts are expanded once; in the booklet no row links to itself. A booklet whose publication asks for an index, and
/// has no `index` directive of its own, ends with a part of its own that holds it (`kana-index`, さくいん); that part
/// is no web page.
void add_publication(model::Publication const& publication, ComposeContext const& context, model::Documents& documents);

/// Waves in the publication's colour over the whole page, and a white foot for whom to call: 64 mm of A4, on other
/// paper in proportion to its shorter side. A colour that was not chosen (black) gives way to the site's.
model::CoverArt cover_art(model::Publication const& publication, model::Site const& site,
                          model::PrintStyle const& style);

/// The figure a `qr` directive stands for: `url` or `ref`, and `caption`. Its alternative text is the address.
/// A `ref` was looked up while loading; one without a base_url in site.json and an address that is none are errors.
model::Blocks qr_code(model::Directive const& directive, base::SourceLocation at, model::Site const& site,
                      base::Diagnostics& diagnostics);

/// A QR code (ISO/IEC 18004, error level M, byte mode) with its quiet zone of four modules.
/// Nothing when the text is longer than a code can hold (2331 bytes).
std::optional<model::Drawing> qr_drawing(std::string const& text);

/// What every record and every page is found by. Of a page this is what was written for it – headings, paragraphs,
/// items, captions and tables – and nothing that views made of records: those are found by themselves.
/// Linear in the fields of records and in the blocks.
model::SearchIndex search_index(ComposeContext const& context, std::vector<model::Document> const& pages);

}  // namespace tebiki::views
