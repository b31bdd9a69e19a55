#pragma once

namespace tebiki::base {

/// Throws std::bad_alloc where there is hardly any memory left. For libraries that only say that they failed: asked
/// before a file, a font or a package is blamed for it.
void rule_out_lack_of_memory();

}  // namespace tebiki::base
