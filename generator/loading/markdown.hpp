#pragma once
#include "model/document.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::loading {

/// Reads Markdown from `begin` to the end of its file: CommonMark and GFM made right for Japanese, ruby,
/// `ref:` links, fenced directives, and `{{site.…}}` taken from `site` (the object of site.json).
/// Raw HTML, unsafe link schemes, unknown directives, images without alternative text and unknown `{{…}}` names
/// are errors. Positions are those of the file. References and image paths are not looked up here.
model::Blocks read_markdown(support::Position begin, model::Value const& site, support::Sources const& sources,
                            support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
