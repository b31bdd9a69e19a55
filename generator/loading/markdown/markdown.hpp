#pragma once
#include <string>

#include "base/diagnostics.hpp"
#include "model/document.hpp"

namespace tebiki::loading {

/// Reads Markdown from `begin` to the end of its file: CommonMark and GFM made right for Japanese, ruby,
/// `ref:` links, fenced directives, and `{{site.…}}` taken from `site` (the object of site.json).
/// Raw HTML, unsafe link schemes, unknown directives, images without alternative text and unknown `{{…}}` names
/// are errors; emphasis that did not work and footnotes that nothing refers to are warnings.
/// Positions are those of the file, and a Text that was not filled in stands there byte by byte as it is: lines,
/// escapes and entities begin a Text of their own. References and image paths are not looked up here.
/// Safe to use from several threads. Linear, with limits on nesting, lines and paragraphs.
model::Blocks read_markdown(base::SourceLocation begin, model::Value const& site, base::Sources const& sources,
                            base::Diagnostics& diagnostics);

/// Makes every `#` heading one of the second level: the first is the page's title, which stands elsewhere.
void lower_headings(model::Blocks& blocks);
/// Takes the first top-level `#` heading out of the blocks and returns its words; empty when there is none.
std::string take_title(model::Blocks& blocks);

}  // namespace tebiki::loading
