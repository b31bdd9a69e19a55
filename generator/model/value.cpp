#include "model/value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "support/json_text.hpp"

namespace tebiki::model {
namespace {

void append_json(std::string& out, Value const& value, int indent, int depth);

void append_break(std::string& out, int indent, int depth) {
  if (indent) out += "\n" + std::string(std::size_t(indent * depth), ' ');
}

/// Writes `[…]` or `{…}` around the items, each on a line of its own when there is an indent.
template <class Items, class Append>
void append_items(std::string& out, Items const& items, std::string_view brackets, int indent, int depth,
                  Append append) {
  out += brackets[0];
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i) out += indent ? "," : ", ";
    append_break(out, indent, depth + 1);
    append(items[i]);
  }
  if (!items.empty()) append_break(out, indent, depth);
  out += brackets[1];
}

/// Lists of plain values read best on one line.
bool is_plain(Values const& values) {
  return std::none_of(values.begin(), values.end(), [](Value const& value) { return value.list() || value.object(); });
}

struct JsonWriter {
  std::string& out;
  int indent, depth;

  void operator()(std::monostate) { out += "null"; }
  void operator()(bool value) { out += value ? "true" : "false"; }
  void operator()(double value) { out += plain_number(value); }
  void operator()(std::string const& value) { out += support::json_string(value); }
  void operator()(Values const& values) {
    append_items(out, values, "[]", is_plain(values) ? 0 : indent, depth,
                 [&](Value const& value) { append_json(out, value, indent, depth + 1); });
  }
  void operator()(Object const& members) {
    append_items(out, members, "{}", indent, depth, [&](Member const& member) {
      out += support::json_string(member.key) + ": ";
      append_json(out, member.value, indent, depth + 1);
    });
  }
};

void append_json(std::string& out, Value const& value, int indent, int depth) {
  std::visit(JsonWriter{out, indent, depth}, value.data);
}

}  // namespace

Object const* Value::object() const { return std::get_if<Object>(&data); }

Value const* Value::find(std::string_view key) const {
  auto* members = object();
  if (!members) return nullptr;
  auto found = std::find_if(members->begin(), members->end(), [&](Member const& member) { return member.key == key; });
  return found == members->end() ? nullptr : &found->value;
}

std::string_view Value::text_of(std::string_view key) const {
  auto* value = find(key);
  auto* text = value ? value->text() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::string plain_number(double number) {
  if (!std::isfinite(number)) return "0";
  char buffer[400];
  auto [end, _] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return std::string(buffer, end);
}

std::string to_json(Value const& value, int indent) {
  std::string out;
  append_json(out, value, indent, 0);
  return out;
}

}  // namespace tebiki::model
