#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::commands {

/// Pixels that each picture needs in print, by its path.
using PrintedSizes = std::map<std::string, base::PixelSize>;

/// Warns of published pictures of more than 300 KB that could be smaller without looking worse: people on phones wait
/// and pay for them. Says how many pixels their places, on the screen and in print, need.
void warn_of_large_pictures(model::Site const& site, std::vector<model::OutputFile> const& published,
                            PrintedSizes const& printed, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::commands
