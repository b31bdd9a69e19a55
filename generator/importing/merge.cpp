#include "importing/merge.hpp"

#include <algorithm>

#include "importing/address.hpp"
#include "importing/service_kinds.hpp"

namespace tebiki::importing {

namespace {

using model::Object;
using model::Value;
using model::Values;

Value* member_of(Object& object, std::string_view key) {
  auto const found = std::find_if(object.begin(), object.end(), [&](model::Member const& m) { return m.key == key; });
  return found == object.end() ? nullptr : &found->value;
}

std::string_view text_in(Object const& object, std::string_view key) {
  auto const found = std::find_if(object.begin(), object.end(), [&](model::Member const& m) { return m.key == key; });
  return found == object.end() || !found->value.text() ? std::string_view() : *found->value.text();
}

std::size_t order_of(std::string const& service) {
  auto const kind = service_kind(service);
  return kind ? kind->order : 1000;
}

std::string plain_name(std::string const& service) {
  auto const kind = service_kind(service);
  return kind ? kind->name : service;
}

/// Services of the list that no file speaks of stay; kinds that are not of the care insurance (病院) come first, as
/// they are what the place is.
Values joined_services(Value const& present, Values fresh, std::set<std::string> const& covered) {
  Values joined;
  auto known = [&](std::string const& name) {
    return std::any_of(fresh.begin(), fresh.end(), [&](Value const& v) { return v.text() && *v.text() == name; });
  };
  for (Value const& value : present.list() ? *present.list() : Values{}) {
    std::string const* text = value.text();
    if (text && !covered.contains(plain_name(*text)) && !known(*text)) joined.push_back(value);
  }
  joined.insert(joined.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  auto const rank = [](Value const& value) {
    std::size_t const order = value.text() ? order_of(*value.text()) : 0;
    return service_kind(value.text() ? *value.text() : "") ? order + 1 : (order == 1000 ? 0 : order);
  };
  std::stable_sort(joined.begin(), joined.end(), [&](Value const& a, Value const& b) { return rank(a) < rank(b); });
  return joined;
}

Values joined_details(Value const& present, Values fresh, std::set<std::string> const& covered) {
  Values joined;
  for (Value const& row : present.list() ? *present.list() : Values{}) {
    if (!covered.contains(plain_name(std::string(row.text_of("service"))))) joined.push_back(row);
  }
  joined.insert(joined.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  return joined;
}

bool has(Object const& object, std::string_view key) {
  return std::any_of(object.begin(), object.end(), [&](model::Member const& m) { return m.key == key; });
}

/// What an earlier import wrote and this one says in another way: rows of services, or a single capacity.
void drop_superseded(Object& result, Object const& fields, std::set<std::string> const& covered,
                     std::vector<std::string>& changed) {
  auto const gives_capacity = [](model::Member const& field) {
    return field.key == "service_details" && model::to_json(field.value).find("\"capacity\"") != std::string::npos;
  };
  if (!has(fields, "capacity") && std::any_of(fields.begin(), fields.end(), gives_capacity)) {
    if (std::erase_if(result, [](model::Member const& m) { return m.key == "capacity"; }) != 0)
      changed.push_back("capacity");
  }
  Value* const details = has(fields, "service_details") ? nullptr : member_of(result, "service_details");
  if (!details) return;
  Values kept = joined_details(*details, {}, covered);
  if (kept.size() == (details->list() ? details->list()->size() : 0)) return;
  changed.push_back("service_details");
  details->data = std::move(kept);
  if (details->list()->empty())
    std::erase_if(result, [](model::Member const& m) { return m.key == "service_details"; });
}

/// The source's value of a field that the record has already.
Value joined(std::string_view key, Value const& present, Value fresh, std::set<std::string> const& covered) {
  if (!fresh.list()) return fresh;
  Values values = *fresh.list();
  if (key == "services") fresh.data = joined_services(present, std::move(values), covered);
  if (key == "service_details") fresh.data = joined_details(present, std::move(values), covered);
  return fresh;
}

}  // namespace

Value merged(Value const& present, Object fields, std::set<std::string> const& covered,
             std::vector<std::string>& changed) {
  Object result = present.object() ? *present.object() : Object{};
  drop_superseded(result, fields, covered, changed);
  std::string_view const address = present.text_of("address");
  bool const moved = !address.empty() && address_key(text_in(fields, "address")) != address_key(address);
  for (model::Member& field : fields) {
    Value* const place = member_of(result, field.key);
    if (!place) {
      changed.push_back(field.key);
      result.push_back(std::move(field));
      continue;
    }
    // Where nobody moved, the staff's own areas are the better ones.
    if (field.key == "areas" && !moved) continue;
    Value fresh = joined(field.key, *place, std::move(field.value), covered);
    if (model::to_json(*place) == model::to_json(fresh)) continue;
    changed.push_back(field.key);
    place->data = std::move(fresh.data);
  }
  return {std::move(result), present.at};
}

}  // namespace tebiki::importing
