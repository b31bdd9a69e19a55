#include "model/value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

/// How JSON is to be written.
struct Style {
  int indent = 0;
  base::Sources const* sources = nullptr;
};

void append_json(std::string& out, Value const& value, Style style, int depth);

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

/// The number as it was written at `at`, when what stands there is that number: 12345678901234567890 has more digits
/// than a `double` keeps.
std::string written_number(double number, base::SourceLocation at, base::Sources const* sources) {
  if (!sources || at.file == base::FileId::none) return plain_number(number);
  auto text = sources->text(at.file);
  text = text.substr(std::min<std::size_t>(at.offset, text.size()));
  text = text.substr(0, text.find_first_not_of("+-.0123456789eE"));
  double written = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), written);
  bool same = error == std::errc() && end == text.data() + text.size() && written == number;
  return same ? std::string(text) : plain_number(number);
}

/// Lists of plain values read best on one line.
bool is_plain(Values const& values) {
  return std::none_of(values.begin(), values.end(), [](Value const& value) { return value.list() || value.object(); });
}

struct JsonWriter {
  std::string& out;
  Style style;
  int depth;
  base::SourceLocation at;

  void operator()(std::monostate) { out += "null"; }
  void operator()(bool value) { out += value ? "true" : "false"; }
  void operator()(double value) { out += written_number(value, at, style.sources); }
  void operator()(std::string const& value) { out += base::json_string(value); }
  void operator()(Values const& values) {
    append_items(out, values, "[]", is_plain(values) ? 0 : style.indent, depth,
                 [&](Value const& value) { append_json(out, value, style, depth + 1); });
  }
  void operator()(Object const& members) {
    append_items(out, members, "{}", style.indent, depth, [&](Member const& member) {
      out += base::json_string(member.key) + ": ";
      append_json(out, member.value, style, depth + 1);
    });
  }
};

void append_json(std::string& out, Value const& value, Style style, int depth) {
  std::visit(JsonWriter{out, style, depth, value.at}, value.data);
}

}  // namespace

ValueData::ValueData() = default;
ValueData::ValueData(ValueData const& other) = default;
ValueData::ValueData(ValueData&& other) noexcept = default;
ValueData& ValueData::operator=(ValueData const& other) = default;
ValueData& ValueData::operator=(ValueData&& other) noexcept = default;
ValueData::~ValueData() = default;

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
  append_json(out, value, {indent, nullptr}, 0);
  return out;
}

std::string to_json(Value const& value, int indent, base::Sources const& sources) {
  std::string out;
  append_json(out, value, {indent, &sources}, 0);
  return out;
}

}  // namespace tebiki::model
