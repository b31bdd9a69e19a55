#include "loading/file_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (auto& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

template <std::size_t Count>
bool ends_with_one_of(std::string_view path, std::array<std::string_view, Count> const& endings) {
  auto lower = lower_case(path);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// What can be shown of a name: bytes that are not UTF-8 and control characters as `?`.
std::string shown(std::string_view name) {
  std::string result(name);
  while (auto bad = base::first_invalid_utf8(result)) result[*bad] = '?';
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, '?');
  std::replace_if(result.begin(), result.end(), base::is_control_character, '?');
  return result;
}

}  // namespace

bool is_dust(std::string_view path) {
  auto name = path.substr(path.rfind('/') + 1);
  auto lower = lower_case(name);
  bool of_office = lower.starts_with("~$") || lower.starts_with("~wrl") || lower.ends_with(".tmp");
  return of_office || lower == "thumbs.db" || lower == "ehthumbs.db" || lower == "desktop.ini" || lower == "icon\r" ||
         path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != path.npos;
}

bool is_spreadsheet(std::string_view path) {
  constexpr std::array<std::string_view, 6> endings = {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"};
  return ends_with_one_of(path, endings);
}

bool is_word_processor_file(std::string_view path) {
  constexpr std::array<std::string_view, 6> endings = {".docx", ".doc", ".odt", ".rtf", ".jtd", ".pages"};
  return ends_with_one_of(path, endings);
}

bool FileNames::refuse(std::string const& path, base::Message message, base::Message hint) {
  diagnostics_.error({sources_.add(path, ""), 0}, "unusable-file-name", std::move(message), std::move(hint));
  return false;
}

bool FileNames::accept(std::string const& path) {
  auto seen = shown(path);
  base::Message hint{"名前を、半角の英小文字、数字、ハイフン（-）だけに変えてください。",
                     "Rename it, with lower-case ASCII letters, digits and hyphens only."};
  if (base::first_invalid_utf8(path))
    return refuse(seen,
                  {fmt::format("「{}」という名前は、文字コードが UTF-8 ではないため読めません。", seen),
                   fmt::format("The name “{}” is not UTF-8.", seen)},
                  hint);
  bool backslash = path.find('\\') != path.npos;
  if (backslash || seen != path)
    return refuse(
        seen,
        {fmt::format("「{}」という名前には、使えない文字（{}）が入っています。", seen,
                     backslash ? "\\" : "目に見えない文字"),
         fmt::format("The name “{}” holds {}.", seen, backslash ? "a backslash" : "a character that cannot be seen")},
        hint);
  auto [first, added] = by_lower_case_.emplace(lower_case(path), path);
  if (added) return true;
  return refuse(path,
                {fmt::format("「{}」は「{}」と、大文字と小文字しか違いません。", path, first->second),
                 fmt::format("“{}” and “{}” differ in capital letters only.", path, first->second)},
                {"Windows では同じファイルになってしまいます。どちらかの名前を変えるか、消してください。",
                 "On Windows the two would be one file; rename or remove one of them."});
}

}  // namespace tebiki::loading
