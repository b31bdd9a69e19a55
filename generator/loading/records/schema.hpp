#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Reads `schema.json` of a list: draft-07 and our `x-` hints. Unknown keywords, formats and types are errors.
/// `source` is the file's object.
model::Schema read_schema(model::Value const& source, base::Diagnostics& diagnostics);

/// Reports each `x-list` that names none of the lists.
void check_reference_lists(model::Value const& source, std::vector<std::string> const& lists,
                           base::Diagnostics& diagnostics);

/// The field of that key; nullptr when there is none.
model::Field const* find_field(std::vector<model::Field> const& fields, std::string_view key);

/// The field of that slot, halves left out; nullptr when there is none.
model::Field const* find_field(std::vector<model::Field> const& fields, std::uint16_t slot);

/// The keys of the schema's fields and of those that every list understands.
std::vector<std::string> known_keys(model::Schema const& schema);

}  // namespace tebiki::loading
