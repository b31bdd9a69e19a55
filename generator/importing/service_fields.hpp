#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/doubts.hpp"
#include "importing/source.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What the source says of one service of an office.
struct Service {
  std::string name;    ///< plain name
  std::string detail;  ///< national name; no two services of an office share it
  std::string days;
  std::string days_note;
  std::string capacity;  ///< digits
  std::string tel;
  std::string fax;
};
using Services = std::vector<Service>;

/// The services of an office in the order of their codes. Doubts within a service are warnings, contradictions
/// conflicts.
Services read_services(OfficeRows const& rows, ConflictReport& conflicts, base::Diagnostics& diagnostics);
/// As `read_services`, with those of an earlier import (`last`) that the files are not about (`covered`).
Services with_uncovered(Services services, Services const& last, std::set<std::string> const& covered);

/// A list of objects that `services_in` reads.
model::Values services_value(Services const& services);
Services services_in(model::Value const& value);

/// The plain names of services, each once.
model::Values service_names(Services const& services);

/// Adds `days`, `days_note` and `capacity`. Where the services differ, days and notes name the service, `capacity` is
/// absent, and `service_details` has a row for each service, with telephone and fax where those differ from the ones
/// that `fields` has for the whole office; also where a national name says more than the plain one.
void add_service_fields(Services const& services, model::Object& fields);

/// Appends a member unless the value is empty.
void add_member(model::Object& object, std::string_view key, std::string text);
void add_member(model::Object& object, std::string_view key, model::Values values);

}  // namespace tebiki::importing
