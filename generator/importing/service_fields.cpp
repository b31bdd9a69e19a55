#include "importing/service_fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "importing/reading.hpp"
#include "support/unicode.hpp"

namespace tebiki::importing {

namespace {

/// What one row says of its service.
struct Service {
  SourceRow const* row;
  std::string days;
  std::string days_note;
  std::string capacity;
};

/// `平日,土曜日` → `平日、土曜日`, in the order of the week whatever that of the cell.
std::string days_of(std::string_view cell) {
  constexpr std::array<std::string_view, 4> order = {"平日", "土曜日", "日曜日", "祝日"};
  std::string rest = plain_width(cell);
  std::string known;
  for (std::string_view day : order) {
    auto const at = rest.find(day);
    if (at == std::string::npos) continue;
    rest.erase(at, day.size());
    known += (known.empty() ? "" : "、") + std::string(day);
  }
  bool const all = std::all_of(rest.begin(), rest.end(), [](char c) { return c == ',' || c == ' ' || c == ';'; });
  return all ? known : plain_width(cell);
}

std::vector<Service> services_of(OfficeRows const& rows, support::Diagnostics& diagnostics) {
  std::vector<Service> services;
  for (SourceRow const& row : rows) {
    Reading capacity = read_capacity(row.text(Column::capacity));
    if (auto const& doubt = capacity.doubt) {
      diagnostics.warning(row.at(Column::capacity), doubt->code, doubt->message, doubt->hint);
    }
    services.push_back(
        {&row, days_of(row.text(Column::days)), plain_width(row.text(Column::days_note)), std::move(capacity.text)});
  }
  std::stable_sort(services.begin(), services.end(),
                   [](Service const& a, Service const& b) { return a.row->service_order < b.row->service_order; });
  return services;
}

using Part = std::string Service::*;

bool all_same(std::vector<Service> const& services, Part part) {
  return std::all_of(services.begin(), services.end(),
                     [&](Service const& service) { return service.*part == services.front().*part; });
}

/// The one value; where several differ, each behind the names of its services.
std::string joined(std::vector<Service> const& services, Part part) {
  if (all_same(services, part)) return services.front().*part;
  std::vector<std::pair<std::string, std::string>> by_value;
  for (Service const& service : services) {
    if ((service.*part).empty()) continue;
    auto known =
        std::find_if(by_value.begin(), by_value.end(), [&](auto& entry) { return entry.first == service.*part; });
    if (known == by_value.end()) {
      by_value.emplace_back(service.*part, service.row->service);
    } else if (known->second.find(service.row->service) == std::string::npos) {
      known->second += "・" + service.row->service;
    }
  }
  std::string text;
  for (auto const& [value, names] : by_value) text += (text.empty() ? "" : "／") + names + "：" + value;
  return text;
}

double number(std::string const& digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void add_number(model::Object& object, std::string_view key, std::string const& digits) {
  if (!digits.empty()) object.push_back({std::string(key), {}, model::Value{number(digits), {}}});
}

bool need_details(std::vector<Service> const& services) {
  bool const shortened = std::any_of(services.begin(), services.end(), [](Service const& service) {
    return support::search_key(service.row->service) != support::search_key(service.row->service_detail);
  });
  return shortened || !all_same(services, &Service::days) || !all_same(services, &Service::capacity);
}

model::Values details_of(std::vector<Service> const& services) {
  model::Values details;
  for (Service const& service : services) {
    model::Object row;
    add_member(row, "service", service.row->service_detail);
    add_member(row, "days", service.days);
    add_number(row, "capacity", service.capacity);
    details.push_back({std::move(row), {}});
  }
  return details;
}

}  // namespace

void add_member(model::Object& object, std::string_view key, std::string text) {
  if (!text.empty()) object.push_back({std::string(key), {}, model::Value{std::move(text), {}}});
}

void add_member(model::Object& object, std::string_view key, model::Values values) {
  if (!values.empty()) object.push_back({std::string(key), {}, model::Value{std::move(values), {}}});
}

model::Values service_names(OfficeRows const& rows) {
  std::vector<std::pair<std::size_t, std::string>> names;
  for (SourceRow const& row : rows) {
    if (!row.service.empty()) names.emplace_back(row.service_order, row.service);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  model::Values values;
  for (auto& [order, name] : names) values.push_back({std::move(name), {}});
  return values;
}

void add_service_fields(OfficeRows const& rows, model::Object& fields, support::Diagnostics& diagnostics) {
  std::vector<Service> const services = services_of(rows, diagnostics);
  add_member(fields, "days", joined(services, &Service::days));
  add_member(fields, "days_note", joined(services, &Service::days_note));
  if (all_same(services, &Service::capacity)) add_number(fields, "capacity", services.front().capacity);
  if (need_details(services)) add_member(fields, "service_details", details_of(services));
}

}  // namespace tebiki::importing
