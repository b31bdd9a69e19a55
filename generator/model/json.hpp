#pragma once
#include <string>

#include "model/value.hpp"

namespace tebiki::model {

/// As `to_json`, but a number that was read from `sources` is written with the same digits as there: a `double` keeps
/// fifteen, 1234567890123456789 has more.
std::string to_json(Value const& value, int indent, base::Sources const& sources);

}  // namespace tebiki::model
