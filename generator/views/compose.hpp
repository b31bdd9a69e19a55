#pragma once
#include "model/documents.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::views {

/// Turns the site into documents: one for every page, list, record, publication and part, with each directive
/// replaced by the blocks it stands for. Mistakes in directives go to `diagnostics`. Linear in blocks and records.
model::Documents compose(model::Site const& site, support::Diagnostics& diagnostics);

}  // namespace tebiki::views
