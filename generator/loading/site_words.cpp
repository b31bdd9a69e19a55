#include <fmt/format.h>

#include "loading/markdown/markdown_file.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

/// `site.contact.tel` and all other names of single values, in the order of the file.
void collect_names(model::Value const& value, std::string const& prefix, std::vector<std::string>& names) {
  auto* object = value.object();
  if (!object) {
    if (value.text() || value.number()) names.push_back(prefix);
    return;
  }
  for (auto const& member : *object) collect_names(member.value, prefix + "." + member.key, names);
}

model::Value const* find(model::Value const& site, std::string_view name) {
  if (!name.starts_with("site.")) return nullptr;
  name.remove_prefix(5);
  auto* value = &site;
  while (value) {
    auto dot = name.find('.');
    value = value->find(name.substr(0, dot));
    if (dot == std::string_view::npos) return value;
    name.remove_prefix(dot + 1);
  }
  return nullptr;
}

/// What stands for a word of a site.json that cannot be read, and is right in its place: the page is not to be blamed.
std::string stand_in(std::string_view name) {
  if (name.ends_with("email")) return "name@example.jp";
  if (name.ends_with("url")) return "https://example.jp/";
  return "0463-00-0000";
}

}  // namespace

std::optional<std::string> site_word(MarkdownFile& markdown, std::string_view name, std::size_t offset) {
  if (markdown.site.is_null()) return stand_in(name);
  auto* value = find(markdown.site, name);
  if (value && value->text()) return *value->text();
  if (value && value->number()) return model::plain_number(*value->number());
  std::vector<std::string> names;
  collect_names(markdown.site, "site", names);
  markdown.error(offset, "unknown-name",
                 {fmt::format("「{{{{{}}}}}」に当たる文字が site.json にありません。", name),
                  fmt::format("site.json holds no text for “{{{{{}}}}}”.", name)},
                 did_you_mean(name, names));
  return std::nullopt;
}

std::string with_site_words(MarkdownFile& markdown, std::string_view text, std::size_t offset) {
  constexpr auto npos = std::string_view::npos;
  std::string result;
  for (;;) {
    auto begin = text.find("{{");
    auto end = begin == npos ? npos : text.find("}}", begin);
    if (end == npos) return result.append(text);
    result.append(text.substr(0, begin));
    result += site_word(markdown, text.substr(begin + 2, end - begin - 2), offset).value_or("");
    text.remove_prefix(end + 2);
  }
}

}  // namespace tebiki::loading
