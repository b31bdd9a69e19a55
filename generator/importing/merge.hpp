#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/value.hpp"

namespace tebiki::importing {

/// The record as it is now, with the source's fields in place of its own; fields that the source does not give stay,
/// in their order, new ones follow. Services that the source is not about (`covered` are those it is about) stay.
/// `changed` gets the keys whose values became others.
model::Value merged(model::Value const& present, model::Object fields, std::set<std::string> const& covered,
                    std::vector<std::string>& changed);

}  // namespace tebiki::importing
