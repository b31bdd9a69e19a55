#pragma once
#include "base/diagnostics.hpp"
#include "model/site.hpp"

namespace tebiki::views {

/// A QR code (ISO/IEC 18004, error level M, byte mode) with its quiet zone of four modules.
/// Nothing when the text is longer than a code can hold (2331 bytes).
std::optional<model::Drawing> qr_drawing(std::string const& text);

/// The figure a `qr` directive stands for: `url` or `ref`, and `caption`. Its alternative text is the address.
/// A `ref` was looked up while loading; one without a base_url in site.json and an address that is none are errors.
model::Blocks qr_code(model::Directive const& directive, base::SourceLocation at, model::Site const& site,
                      base::Diagnostics& diagnostics);

}  // namespace tebiki::views
