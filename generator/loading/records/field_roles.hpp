#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// The role that `x-role` of a property names; an unknown word, or a role that a field of its kind cannot have, is an
/// error.
model::Role role_of(model::Value const& property, model::FieldKind kind, base::Diagnostics& diagnostics);

/// Makes one field of hours of opening and closing time, and one of coordinates of latitude and longitude. Where the
/// schema does not declare them apart, the fields of these kinds get such parts nevertheless.
void combine_parts(std::vector<model::Field>& fields);

}  // namespace tebiki::loading
