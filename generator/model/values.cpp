// Values: those of files, which know where they stood, and those of the fields of records, each of its own type.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/unicode.hpp"
#include "model/list.hpp"
#include "model/typed_values.hpp"
#include "model/visit.hpp"

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

// What fields hold.

namespace {

/// Appends the inlines of blocks, each paragraph on a line of its own.
class LineWriter {
 public:
  LineWriter(Inlines& out, std::string_view bullet) : out_(out), bullet_(bullet) {}

  void all(Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }
  void operator()(Paragraph const& node) { line(node.text); }
  void operator()(Heading const& node) { line(node.text); }
  void operator()(Quote const& node) { all(node.blocks); }
  void operator()(Note const& node) { all(node.blocks); }
  void operator()(CodeBlock const& node) { line({words(node.text)}); }
  void operator()(ListBlock const& node) {
    auto number = node.start;
    for (auto const& item : node.items) {
      auto const lines = lines_of(item.blocks, bullet_);
      line(lines, node.ordered ? std::to_string(number++) + ". " : std::string(bullet_));
    }
  }
  template <OneOf<ThematicBreak, PageBreak, Figure, FigureRow, Table, Gantt, Directory, DefinitionList, AnswerList,
                  Calendar, Agenda, Contents, Index, Footnotes, Form, Directive>
                Other>
  void operator()(Other const&) {}

 private:
  void line(Inlines const& inlines, std::string const& mark = {}) {
    if (inlines.empty()) return;
    auto const at = inlines.front().at;
    if (!out_.empty()) out_.push_back({LineBreak{}, at});
    if (!mark.empty()) out_.push_back(words(mark, at));
    out_.insert(out_.end(), inlines.begin(), inlines.end());
  }

  Inlines& out_;
  std::string_view bullet_;
};

struct ExportedText {
  std::string operator()(std::string const& text) const { return text; }
  std::string operator()(Decimal number) const { return text_of(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(Date date) const { return iso(date); }
  std::string operator()(Hours const& hours) const { return written_text(hours); }
  std::string operator()(OpeningDays const& opening) const { return opening.written; }
  std::string operator()(Coordinates const& place) const { return written_text(place); }
  std::string operator()(Availability availability) const { return std::string(key_of(availability)); }
  std::string operator()(Telephone const& telephone) const { return std::string(telephone.written()); }
  std::string operator()(Url const& url) const { return url.address; }
  std::string operator()(Series const& series) const { return written_text(series); }
  std::string operator()(Blocks const& blocks) const { return plain_text(lines_of(blocks, written_bullet())); }
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(FieldValues const&) const { return {}; }
  std::string operator()(FieldRows const&) const { return {}; }
};

struct SortNumbers {
  using Numbers = std::optional<std::array<double, 2>>;

  Numbers operator()(Decimal number) const { return {{number.approximate(), 0}}; }
  Numbers operator()(bool flag) const { return {{flag ? 0.0 : 1.0, 0}}; }
  Numbers operator()(Date date) const { return {{double(date.year), date.month * 100.0 + date.day}}; }
  Numbers operator()(Availability availability) const { return {{double(availability), 0}}; }
  Numbers operator()(Hours const& hours) const {
    return {{double(hours.ranges.front().from), double(hours.ranges.front().until)}};
  }
  Numbers operator()(Coordinates const& place) const {
    return {{place.latitude.approximate(), place.longitude.approximate()}};
  }
  Numbers operator()(Series const& series) const {
    auto const& figures = series.figures;
    auto const earlier = [](YearFigure const& a, YearFigure const& b) { return a.year < b.year; };
    auto const last = std::max_element(figures.begin(), figures.end(), earlier);
    if (last == figures.end()) return std::nullopt;
    return {{last->number.approximate(), double(last->year)}};
  }
  template <OneOf<std::string, OpeningDays, Telephone, Url, Blocks, std::monostate, FieldValues, FieldRows> Other>
  Numbers operator()(Other const&) const {
    return std::nullopt;
  }
};

}  // namespace

FieldData::FieldData() = default;
FieldData::FieldData(FieldData const& other) = default;
FieldData::FieldData(FieldData&& other) noexcept = default;
FieldData& FieldData::operator=(FieldData const& other) = default;
FieldData& FieldData::operator=(FieldData&& other) noexcept = default;
FieldData::~FieldData() = default;

FieldValue const* FieldRow::find(std::uint16_t slot) const {
  auto found = std::find_if(values.begin(), values.end(), [&](FieldValue const& value) { return value.slot == slot; });
  return found == values.end() ? nullptr : &*found;
}

std::vector<FieldValue> const* FieldValue::several() const {
  auto* values = as<FieldValues>();
  return values ? &values->items : nullptr;
}

std::string exported_text(FieldValue const& value) { return std::visit(ExportedText{}, value.data); }

std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value) {
  return std::visit(SortNumbers{}, value.data);
}

Inlines lines_of(Blocks const& blocks, std::string_view bullet) {
  Inlines out;
  LineWriter(out, bullet).all(blocks);
  return out;
}

}  // namespace tebiki::model
