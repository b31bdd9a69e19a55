#include "loading/syntax/json_and_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

bool all_texts(Value const& value) {
  auto* list = value.list();
  return list && std::all_of(list->begin(), list->end(), [](Value const& item) { return item.text() != nullptr; });
}

bool has_shape(Value const& value, Shape shape) {
  switch (shape) {
    case Shape::text:
      return value.text() != nullptr;
    case Shape::texts:
      return all_texts(value);
    case Shape::number:
      return value.number() != nullptr;
    case Shape::boolean:
      return value.boolean() != nullptr;
    case Shape::object:
      return value.object() != nullptr;
    case Shape::list:
      return value.list() != nullptr;
    case Shape::any:
      return true;
  }
  return true;
}

base::Message name_of(Shape shape) {
  switch (shape) {
    case Shape::text:
      return {"文字（「\"」で囲んだもの）", "text (between quotation marks)"};
    case Shape::texts:
      return {fmt::format("文字の並び（{}）", base::in_its_syntax(R"(["…", "…"])")),
              fmt::format("a list of texts ({})", base::in_its_syntax(R"(["…", "…"])"))};
    case Shape::number:
      return {"数", "a number"};
    case Shape::boolean:
      return {"「true」か「false」（「\"」で囲まないもの）", "true or false (without quotation marks)"};
    case Shape::object:
      return {"項目の集まり（{ … }）", "an object ({ … })"};
    case Shape::list:
      return {"並び（[ … ]）", "a list ([ … ])"};
    case Shape::any:
      break;
  }
  return {"値", "a value"};
}

std::vector<std::string> names(std::span<Key const> keys) {
  std::vector<std::string> result;
  for (auto const& key : keys) result.emplace_back(key.name);
  return result;
}

/// `found_by: タクシー`, where brackets are wanted even around one word.
void refuse_single_text(model::Member const& member, std::string const& text, base::Diagnostics& diagnostics) {
  auto const list = base::in_its_syntax("[" + base::json_string(text) + "]");
  diagnostics.error(member.value.at, "wrong-type",
                    {fmt::format("「{}」には、一つだけでも [ ] で囲んだ言葉の並びを書きます。", member.key),
                     fmt::format("“{}” takes a list in brackets, even of one word.", member.key)},
                    {fmt::format("「{}」と書いてください。", list), fmt::format("Write {}.", list)});
}

/// The name with which a Japanese sentence begins: behind Latin letters stands a blank.
std::string subject(std::string const& name) {
  return name.empty() || static_cast<unsigned char>(name.back()) >= 0x80 ? name : name + " ";
}

void check_member(model::Member const& member, std::span<Key const> keys, base::Message const& where,
                  base::Diagnostics& diagnostics) {
  auto key = std::find_if(keys.begin(), keys.end(), [&](Key const& candidate) { return candidate.name == member.key; });
  if (key == keys.end()) {
    diagnostics.error(member.key_at, "unknown-key",
                      {fmt::format("「{}」という項目は{}{}にはありません。", member.key,
                                   subject(where.ja) == where.ja ? "" : " ", subject(where.ja)),
                       fmt::format("{} has no key “{}”.", where.en, member.key)},
                      did_you_mean(member.key, names(keys)));
  } else if (!has_shape(member.value, key->shape)) {
    if (key->shape == Shape::texts && member.value.text())
      return refuse_single_text(member, *member.value.text(), diagnostics);
    auto shape = name_of(key->shape);
    diagnostics.error(member.value.at, "wrong-type",
                      {fmt::format("「{}」は{}でなければなりません。", member.key, shape.ja),
                       fmt::format("“{}” must be {}.", member.key, shape.en)},
                      {fmt::format("{}に書き直してください。", shape.ja), fmt::format("Write it as {}.", shape.en)});
  } else if (key->need == Need::required && member.value.text() && base::trimmed(*member.value.text()).empty()) {
    diagnostics.error(member.value.at, "missing-key",
                      {fmt::format("{}の「{}」が空です。", subject(where.ja), member.key),
                       fmt::format("“{}” in {} is empty.", member.key, where.en)},
                      {"中身を書いてください。", "Write something there."});
  }
}

/// `scenes/daily`
bool is_path_of_slugs(std::string_view path) {
  for (std::size_t start = 0; start <= path.size();) {
    auto end = std::min(path.find('/', start), path.size());
    if (!is_slug(path.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

/// Whether one of the unknown keys seems to be this one: then it is not missing, too.
bool is_misspelt(Key const& key, model::Object const& object, std::span<Key const> keys) {
  auto known = names(keys);
  return std::any_of(object.begin(), object.end(), [&](model::Member const& member) {
    return std::find(known.begin(), known.end(), member.key) == known.end() &&
           base::nearest(member.key, known) == key.name;
  });
}

}  // namespace

bool check_object(Value const& value, std::span<Key const> keys, base::Message const& where,
                  base::Diagnostics& diagnostics) {
  auto* object = value.object();
  if (!object) {
    diagnostics.error(value.at, "wrong-type",
                      {fmt::format("{}は項目の集まり（{{ … }}）でなければなりません。", subject(where.ja)),
                       fmt::format("{} must be an object ({{ … }}).", where.en)},
                      {fmt::format("「{}」のように書いてください。", base::in_its_syntax(R"({"項目": 値})")),
                       fmt::format("Write it like {}.", base::in_its_syntax(R"({"key": value})"))});
    return false;
  }
  for (auto const& member : *object) check_member(member, keys, where, diagnostics);
  for (auto const& key : keys) {
    if (key.need == Need::optional || value.find(key.name) || is_misspelt(key, *object, keys)) continue;
    diagnostics.error(value.at, "missing-key",
                      {fmt::format("{}に「{}」がありません。", subject(where.ja), key.name),
                       fmt::format("{} lacks “{}”.", where.en, key.name)},
                      {fmt::format("「{}」を書き足してください。", key.name), fmt::format("Add “{}”.", key.name)});
  }
  return true;
}

bool check_object(Value const& value, std::span<Key const> keys, std::string_view where,
                  base::Diagnostics& diagnostics) {
  return check_object(value, keys, base::Message{std::string(where), std::string(where)}, diagnostics);
}

void correct_keys(Value& value, std::span<Key const> keys) {
  auto* object = std::get_if<model::Object>(&value.data);
  if (!object) return;
  auto known = names(keys);
  for (auto& member : *object) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    auto meant = base::nearest(member.key, known);
    if (meant && !value.find(*meant)) member.key = *meant;
  }
}

Value* member(Value& object, std::string_view key) { return const_cast<Value*>(std::as_const(object).find(key)); }

std::string text_of(Value const& object, std::string_view key) {
  return std::string(base::trimmed(object.text_of(key)));
}

base::SourceLocation place_of(Value const& object, std::string_view key) {
  auto const* value = object.find(key);
  return value ? value->at : object.at;
}

std::vector<std::string> texts_of(Value const& object, std::string_view key) {
  std::vector<std::string> result;
  auto* value = object.find(key);
  if (!value || !value->list()) return result;
  for (auto const& item : *value->list()) {
    if (item.text()) result.push_back(*item.text());
  }
  return result;
}

bool flag_of(Value const& object, std::string_view key) {
  auto* value = object.find(key);
  auto* flag = value ? value->boolean() : nullptr;
  return flag && *flag;
}

void read_colour(Value const& object, std::string_view key, model::Colour& colour, base::Diagnostics& diagnostics) {
  auto* value = object.find(key);
  if (!value || !value->text()) return;
  if (auto parsed = model::parse_colour(*value->text())) {
    colour = *parsed;
    return;
  }
  diagnostics.error(
      value->at, "malformed-colour",
      {fmt::format("「{}」は色として読めません。", *value->text()), fmt::format("“{}” is no colour.", *value->text())},
      {"「#00596b」のように、# と6桁の16進数で書いてください。", "Write # and six hexadecimal digits, like #00596b."});
}

model::Reference reference_from(std::string_view text) {
  text = base::trimmed(text);
  if (text.starts_with("ref:")) text.remove_prefix(4);
  auto hash = text.find('#');
  if (hash == text.npos) return {std::string(text), {}};
  return {std::string(text.substr(0, hash)), std::string(text.substr(hash + 1))};
}

bool is_slug(std::string_view text) {
  auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= longest_slug && good(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return good(c) || c == '-'; });
}

base::Message too_long_slug() {
  return {fmt::format("{}文字以内の、短い名前にしてください。", longest_slug),
          fmt::format("Choose a shorter one, of at most {} characters.", longest_slug)};
}

bool refuse_bad_slug(std::string_view slug, base::SourceLocation at, base::Diagnostics& diagnostics) {
  if (is_slug(slug)) return true;
  base::Message const letters{"半角の英小文字、数字、ハイフン（-）だけで、care-guide のように書いてください。",
                              "Use lower-case ASCII letters, digits and hyphens only, like care-guide."};
  diagnostics.error(at, "malformed-name",
                    {fmt::format("「{}」はURLになる名前として使えません。", slug),
                     fmt::format("“{}” cannot be used as a name in a URL.", slug)},
                    slug.size() > longest_slug ? too_long_slug() : letters);
  return false;
}

bool refuse_bad_path(std::string_view path, base::SourceLocation at, base::Diagnostics& diagnostics) {
  if (is_path_of_slugs(path)) return true;
  auto bare = path;
  while (bare.starts_with('/')) bare.remove_prefix(1);
  while (bare.ends_with('/')) bare.remove_suffix(1);
  if (bare.size() == path.size() || !is_path_of_slugs(bare)) return refuse_bad_slug(path, at, diagnostics);
  diagnostics.error(at, "malformed-name",
                    {fmt::format("「{}」の始めか終わりに「/」が付いています。", path),
                     fmt::format("“{}” begins or ends with “/”.", path)},
                    {fmt::format("「{}」と書いてください。", bare), fmt::format("Write {}.", bare)});
  return false;
}

void check_period(model::PublishingPeriod const& period, base::SourceLocation at, base::Diagnostics& diagnostics) {
  if (!period.from || !period.until || *period.from <= *period.until) return;
  diagnostics.error(at, "empty-period",
                    {fmt::format("公開終了日（{}）が公開開始日（{}）より前なので、一日も表示されません。",
                                 model::written_text(*period.until), model::written_text(*period.from)),
                     fmt::format("publish_until ({}) is before publish_from ({}), so this is never shown.",
                                 model::iso(*period.until), model::iso(*period.from))},
                    {"どちらかの日付を直してください。", "Correct one of the two dates."});
}

void read_alias(std::string const& written, base::SourceLocation at, std::string const& folder,
                std::string const& target, std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto name = reference_from(written).name;
  if (!refuse_bad_path(name, at, diagnostics)) return;
  bool const whole = name.find('/') != std::string::npos;
  aliases.push_back({(whole ? std::string() : folder) + name, target, at});
}

void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto const* names = object.find("aliases");
  if (!names || !names->list()) return;
  for (auto const& name : *names->list()) {
    if (name.text()) read_alias(*name.text(), name.at, folder, target, aliases, diagnostics);
  }
}

}  // namespace tebiki::loading
