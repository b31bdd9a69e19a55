#pragma once
#include <string>

#include "importing/source_row.hpp"
#include "model/value.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::importing {

/// The plain names of an office's services, in the order of their codes, each once.
model::Values service_names(OfficeRows const& rows);

/// Adds `days`, `days_note` and `capacity`. Where the services differ, days and notes name the service, `capacity` is
/// absent, and `service_details` has a row for each service; also where a national name says more than the plain one.
void add_service_fields(OfficeRows const& rows, model::Object& fields, support::Diagnostics& diagnostics);

/// Appends a member unless the value is empty.
void add_member(model::Object& object, std::string_view key, std::string text);
void add_member(model::Object& object, std::string_view key, model::Values values);

}  // namespace tebiki::importing
