#pragma once
#include <optional>

#include "loading/records/records.hpp"

namespace tebiki::loading {

/// Reads one file of `pages/`; nothing when it cannot be used.
std::optional<model::Page> read_page(TextFile const& file, Surroundings const& surroundings, Absent& absent);

/// Reads a publication with its parts; also without a usable `publication.json`, so that the parts' mistakes
/// are found.
std::optional<model::Publication> read_publication(PublicationFolder const& folder, model::Colour brand,
                                                   Surroundings const& surroundings, Absent& absent);

}  // namespace tebiki::loading
