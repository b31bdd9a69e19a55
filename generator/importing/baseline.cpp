// The file beside a list that remembers what a source last said. Its words are its own, whatever those of the list.
#include <algorithm>

#include "importing/import.hpp"

namespace tebiki::importing {
namespace {

using model::Object;
using model::Value;
using Part = std::string Service::*;

/// The parts of a service and what they are called.
constexpr std::pair<char const*, Part> parts[] = {
    {"service", &Service::detail},    {"days", &Service::days}, {"days_note", &Service::days_note},
    {"capacity", &Service::capacity}, {"tel", &Service::tel},   {"fax", &Service::fax}};

model::Values services_value(Services const& services) {
  model::Values values;
  for (Service const& service : services) {
    model::Object object;
    for (auto const& [key, part] : parts) add_member(object, key, service.*part);
    values.push_back({std::move(object), {}});
  }
  return values;
}

Services services_in(model::Value const& value) {
  Services services;
  for (model::Value const& object : value.list() ? *value.list() : model::Values{}) {
    Service service;
    for (auto const& [key, part] : parts) service.*part = object.text_of(key);
    auto const kind = service_kind(service.detail);
    service.name = kind ? kind->name : service.detail;
    services.push_back(std::move(service));
  }
  return services;
}

constexpr std::string_view note =
    "tebiki import が、前回の元のデータの値を覚えておくファイルです。直したり消したりしないでください。";

Value value_of(LastSaid const& said) {
  if (said.listing == LastSaid::Listing::removed) return {Object{{"removed", {}, {true, {}}}}, {}};
  Object object{{"fields", {}, {said.fields, {}}}, {"services", {}, {services_value(said.services), {}}}};
  model::Values conflicts;
  for (auto const& [column, taken, other] : said.conflicts) {
    conflicts.push_back({model::Values{{column, {}}, {taken, {}}, {other, {}}}, {}});
  }
  add_member(object, "conflicts", std::move(conflicts));
  return {std::move(object), {}};
}

/// None where an earlier program kept none; nothing when they are something else.
std::optional<Conflicts> conflicts_in(Value const* value) {
  if (!value) return Conflicts{};
  if (!value->list()) return std::nullopt;
  Conflicts conflicts;
  for (Value const& item : *value->list()) {
    auto const* parts = item.list();
    bool const sound = parts && parts->size() == 3 && (*parts)[0].text() && (*parts)[1].text() && (*parts)[2].text();
    if (!sound) return std::nullopt;
    conflicts.insert({*(*parts)[0].text(), *(*parts)[1].text(), *(*parts)[2].text()});
  }
  return conflicts;
}

bool is_service(Value const& value) { return value.object() != nullptr; }

std::optional<LastSaid> said_in(Value const& value) {
  if (value.find("removed")) return LastSaid{{}, {}, LastSaid::Listing::removed};
  Value const* fields = value.find("fields");
  Value const* services = value.find("services");
  if (!fields || !fields->object() || !services || !services->list()) return std::nullopt;
  if (!std::all_of(services->list()->begin(), services->list()->end(), is_service)) return std::nullopt;
  auto conflicts = conflicts_in(value.find("conflicts"));
  if (!conflicts) return std::nullopt;
  return LastSaid{*fields->object(), services_in(*services), LastSaid::Listing::listed, std::move(*conflicts)};
}

}  // namespace

void report_damaged_baseline(base::SourceLocation at, base::Diagnostics& diagnostics) {
  diagnostics.error(
      at, "import-baseline",
      {"前回の取り込みの控えが壊れているため、何も取り込みませんでした。",
       "The record of the last import is damaged, so nothing was imported."},
      {"控えのあるファイルを、バックアップから戻してください。なければ、このファイルを消して、もう一度取り"
       "込んでください。一覧にある値は、すべて残ります。",
       "Restore this file from a backup. If there is none, remove it and import again: everything that "
       "stands in the list stays."});
}

std::optional<Baseline> read_baseline(Value const& value, base::Diagnostics& diagnostics) {
  Value const* offices = value.find("offices");
  Baseline baseline;
  bool sound = offices && offices->object();
  for (model::Member const& office : sound ? *offices->object() : Object{}) {
    auto said = said_in(office.value);
    sound = sound && said;
    if (said) baseline.emplace(office.key, std::move(*said));
  }
  if (sound) return baseline;
  report_damaged_baseline(value.at, diagnostics);
  return std::nullopt;
}

std::string baseline_json(Baseline const& baseline) {
  // An office a line: short, and a comparison of two of these files shows the offices that differ.
  std::string text = "{\n\"note\": " + model::to_json({std::string(note), {}}) + ",\n\"offices\": {";
  for (auto const& [number, said] : baseline) {
    text += text.ends_with('{') ? "\n" : ",\n";
    text += model::to_json({number, {}}) + ": " + model::to_json(value_of(said));
  }
  return text + "\n}\n}\n";
}

}  // namespace tebiki::importing
