#pragma once
#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"

namespace tebiki::views {

/// Turns the site into documents: one for every page, list, record, publication and part, with each directive
/// replaced by the blocks it stands for. Mistakes in directives go to `diagnostics`. Linear in blocks and records
/// (but for sorting). `style` says how large the paper of a cover is. In every page and in every booklet a record's
/// anchor stands at one place only. A booklet with an index ends with a part `kana-index` that holds it, unless an
/// `index` directive says where. The result does not depend on `jobs`, the number of threads. `measure` is asked by
/// those views only that draw words.
model::Documents compose(model::Site const& site, model::PrintStyle const& style, base::Diagnostics& diagnostics,
                         unsigned jobs = 1, model::TextMeasure const& measure = model::EvenTextMeasure());

/// The page `open-data`: the files of each list, how they may be used, and what their columns mean. Nothing without
/// files, and where content has a page of that name. `files` stand in the order of the lists.
std::optional<model::Document> open_data_page(model::Site const& site, std::vector<model::OpenDataFile> const& files);

}  // namespace tebiki::views
