#pragma once
#include "importing/source_row.hpp"
#include "importing/surroundings.hpp"
#include "model/value.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::importing {

/// The fields that the rows of one office give, in the order in which they are to be written; what the source does
/// not know is absent. `present` is the record that the list has of it now, or null. Every doubt is a warning.
model::Object office_fields(OfficeRows const& rows, model::Value const& present, Surroundings const& surroundings,
                            support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
