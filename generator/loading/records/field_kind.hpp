#pragma once
#include <string>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// `type` of a property as one word; of several the first that is not null. Empty when not given.
std::string type_of(model::Value const& property);
/// Reports a `type` that JSON Schema does not know.
void check_type(model::Value const& property, base::Diagnostics& diagnostics);
/// What a property holds: by its `format` (an unknown one is an error), otherwise by its type.
model::FieldKind kind_of(model::Value const& property, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
