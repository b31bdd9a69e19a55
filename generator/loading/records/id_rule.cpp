#include "loading/records/id_rule.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

/// What may stand in a URL: １４ １２３−Ａ becomes 14-123-a. Characters that have no such form stay.
std::string url_form(std::string_view text) {
  std::string out;
  for (char c : base::nfkc(base::trimmed(text))) {
    auto byte = static_cast<unsigned char>(c);
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (letter) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

bool has_matching_braces(std::string_view text) {
  bool inside = false;
  for (char c : text) {
    if ((c == '{' && inside) || (c == '}' && !inside)) return false;
    if (c == '{' || c == '}') inside = c == '{';
  }
  return !inside;
}

Value const* value_called(Value const& record, std::string const& name, model::Schema const& schema) {
  if (auto* value = record.find(name)) return value;
  auto named = [&](model::Field const& field) { return base::nfkc(field.label) == name; };
  auto field = std::find_if(schema.fields.begin(), schema.fields.end(), named);
  return field == schema.fields.end() ? nullptr : record.find(field->key);
}

std::string text_of(Value const* value) {
  if (!value) return {};
  return value->text() ? *value->text() : value->number() ? model::plain_number(*value->number()) : std::string();
}

}  // namespace

IdRule::IdRule(std::string_view text) {
  if (text.empty()) return;
  if (text.find('{') == text.npos) {
    pieces_.push_back({base::nfkc(text), true});
    return;
  }
  while (!text.empty()) {
    auto const open = std::min(text.find('{'), text.size());
    if (open > 0) pieces_.push_back({std::string(text.substr(0, open)), false});
    auto const close = std::min(text.find('}', open), text.size());
    if (open < text.size())
      pieces_.push_back({base::nfkc(base::trimmed(text.substr(open + 1, close - open - 1))), true});
    text.remove_prefix(std::min(close + 1, text.size()));
  }
}

std::vector<std::string> IdRule::names() const {
  std::vector<std::string> names;
  for (auto const& piece : pieces_) {
    if (piece.name) names.push_back(piece.text);
  }
  return names;
}

std::string IdRule::make(std::function<std::string_view(std::size_t)> const& value_of) const {
  std::string id;
  std::size_t index = 0;
  for (auto const& piece : pieces_) id += piece.name ? url_form(value_of(index++)) : piece.text;
  return id;
}

std::string read_id_rule(Value const& source, base::Diagnostics& diagnostics) {
  auto rule = loading::text_of(source, "x-id");
  if (has_matching_braces(rule)) return rule;
  diagnostics.error(source.find("x-id")->at, "malformed-id-rule",
                    {"x-id の「{」と「}」の数が合いません。", "The braces of x-id do not match."},
                    {"列の名前を「office-{事業所番号}」のように囲んでください。",
                     "Put the names of columns between braces, like office-{number}."});
  return {};
}

void make_ids(std::vector<model::Record>& records, model::Schema const& schema) {
  IdRule const rule(schema.id_rule);
  if (rule.empty()) return;
  auto const names = rule.names();
  for (auto& record : records) {
    auto* members = std::get_if<model::Object>(&record.fields.data);
    if (!members || record.fields.find("id")) continue;
    std::vector<std::string> values;
    for (auto const& name : names) values.push_back(text_of(value_called(record.fields, name, schema)));
    if (std::any_of(values.begin(), values.end(), [](auto& value) { return value.empty(); })) continue;
    auto id = rule.make([&](std::size_t i) { return std::string_view(values[i]); });
    members->push_back({"id", record.at, {std::move(id), record.at}});
  }
}

}  // namespace tebiki::loading
