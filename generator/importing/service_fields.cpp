#include "importing/office.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/unicode.hpp"
#include "importing/office_rows.hpp"

namespace tebiki::importing {

namespace {

using Part = std::string Service::*;

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

std::string capacity_of(SourceRow const& row, base::Diagnostics& diagnostics) {
  ReadCell const capacity = read_capacity(row.text(Column::capacity));
  if (auto const& doubt = capacity.doubt) {
    diagnostics.warning(row.at(Column::capacity), doubt->code, doubt->message, doubt->hint);
  }
  return capacity.text;
}

/// The number that the rows of one service agree on. Its doubts are the office's, told there.
std::string number_of(std::vector<SourceRow const*> const& rows, Column column, ConflictReport& conflicts) {
  std::vector<Claim> claims;
  for (SourceRow const* row : rows) {
    std::string number = read_telephone(row->text(column)).text;
    if (number.empty()) continue;
    std::string key = base::digits_of(number);
    claims.push_back({std::move(number), std::move(key), row, column});
  }
  return agreed(claims, {}, never_compatible, conflicts);
}

Service read_service(std::vector<SourceRow const*> const& rows, ConflictReport& conflicts,
                     base::Diagnostics& diagnostics) {
  SourceRow const& first = *rows.front();
  Service service{first.service, first.service_detail, {}, {}, {}, {}, {}};
  auto const fill = [](std::string& part, std::string text) {
    if (part.empty()) part = std::move(text);
  };
  for (SourceRow const* row : rows) {
    fill(service.days, days_of(row->text(Column::days)));
    fill(service.days_note, plain_width(row->text(Column::days_note)));
    fill(service.capacity, capacity_of(*row, diagnostics));
  }
  service.tel = number_of(rows, Column::tel, conflicts);
  service.fax = number_of(rows, Column::fax, conflicts);
  return service;
}

std::size_t order_of(Service const& service) {
  auto const kind = service_kind(service.name);
  return kind ? kind->order : 1000;
}

void sort(Services& services) {
  std::stable_sort(services.begin(), services.end(),
                   [](Service const& a, Service const& b) { return order_of(a) < order_of(b); });
}

bool all_same(Services const& services, Part part) {
  return std::all_of(services.begin(), services.end(),
                     [&](Service const& service) { return service.*part == services.front().*part; });
}

/// Whether two services give two numbers; one that gives none does not differ.
bool numbers_differ(Services const& services, Part part) {
  std::set<std::string> numbers;
  for (Service const& service : services) numbers.insert(base::digits_of(service.*part));
  numbers.erase("");
  return numbers.size() > 1;
}

/// The one value; where several differ, each behind the names of its services.
std::string joined(Services const& services, Part part) {
  if (services.empty() || all_same(services, part)) return services.empty() ? "" : services.front().*part;
  std::vector<std::pair<std::string, std::string>> by_value;
  for (Service const& service : services) {
    if ((service.*part).empty()) continue;
    auto known =
        std::find_if(by_value.begin(), by_value.end(), [&](auto& entry) { return entry.first == service.*part; });
    if (known == by_value.end()) {
      by_value.emplace_back(service.*part, service.name);
    } else if (known->second.find(service.name) == std::string::npos) {
      known->second += "・" + service.name;
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

bool need_details(Services const& services) {
  bool const shortened = std::any_of(services.begin(), services.end(), [](Service const& service) {
    return base::search_key(service.name) != base::search_key(service.detail);
  });
  return shortened || !all_same(services, &Service::days) || !all_same(services, &Service::capacity) ||
         numbers_differ(services, &Service::tel) || numbers_differ(services, &Service::fax);
}

/// Whether the number of a service is that of the whole office, so that its row need not say it again.
bool is_of_office(std::string const& number, std::string const& key, model::Object const& fields) {
  return std::any_of(fields.begin(), fields.end(), [&](model::Member const& member) {
    return member.key == key && member.value.text() && base::digits_of(*member.value.text()) == base::digits_of(number);
  });
}

model::Values details_of(Services const& services, ListFields const& list, model::Object const& fields) {
  bool const tel = numbers_differ(services, &Service::tel);
  bool const fax = numbers_differ(services, &Service::fax);
  model::Values details;
  for (Service const& service : services) {
    model::Object row;
    add_member(row, list.service_row[ImportField::services], service.detail);
    add_member(row, list.service_row[ImportField::days], service.days);
    add_number(row, list.service_row[ImportField::capacity], service.capacity);
    auto const add_own = [&](ImportField field, std::string const& number) {
      if (!is_of_office(number, list.record[field], fields)) add_member(row, list.service_row[field], number);
    };
    if (tel) add_own(ImportField::telephone, service.tel);
    if (fax) add_own(ImportField::fax, service.fax);
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

Services read_services(OfficeRows const& rows, ConflictReport& conflicts, base::Diagnostics& diagnostics) {
  std::vector<std::vector<SourceRow const*>> by_service;
  for (SourceRow const& row : rows) {
    auto known = std::find_if(by_service.begin(), by_service.end(),
                              [&](auto const& some) { return some.front()->service_detail == row.service_detail; });
    if (known == by_service.end()) known = by_service.emplace(known);
    known->push_back(&row);
  }
  Services services;
  for (auto const& some : by_service) services.push_back(read_service(some, conflicts, diagnostics));
  sort(services);
  return services;
}

Services with_uncovered(Services services, Services const& last, std::set<std::string> const& covered) {
  for (Service const& service : last) {
    if (!covered.contains(service.name)) services.push_back(service);
  }
  sort(services);
  return services;
}

model::Values service_names(Services const& services) {
  model::Values values;
  for (Service const& service : services) {
    bool const known = std::any_of(values.begin(), values.end(),
                                   [&](model::Value const& value) { return *value.text() == service.name; });
    if (!known && !service.name.empty()) values.push_back({service.name, {}});
  }
  return values;
}

void add_service_fields(Services const& services, ListFields const& list, model::Object& fields) {
  if (services.empty()) return;
  add_member(fields, list.record[ImportField::days], joined(services, &Service::days));
  add_member(fields, list.record[ImportField::days_note], joined(services, &Service::days_note));
  if (all_same(services, &Service::capacity))
    add_number(fields, list.record[ImportField::capacity], services.front().capacity);
  if (need_details(services))
    add_member(fields, list.record[ImportField::service_details], details_of(services, list, fields));
}

}  // namespace tebiki::importing
