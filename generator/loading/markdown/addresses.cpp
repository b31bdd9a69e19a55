#include "loading/markdown/addresses.hpp"

#include <algorithm>
#include <charconv>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank_or_control(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

/// `02-consult` → `consult`.
std::string_view without_number(std::string_view name) {
  auto digits = std::min(name.find_first_not_of("0123456789"), name.size());
  return digits > 0 && name.substr(digits).starts_with('-') ? name.substr(digits + 1) : name;
}

void remove_prefix(std::string_view& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

void remove_suffix(std::string_view& text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int byte = 0;
    auto digits = text.substr(i + 1, 2);
    bool escape = text[i] == '%' && digits.size() == 2 &&
                  std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr == digits.data() + 2;
    result += escape ? static_cast<char>(byte) : text[i];
    if (escape) i += 2;
  }
  return result;
}

std::optional<std::string> scheme_of(std::string_view address) {
  auto decoded = percent_decoded(address);
  std::erase_if(decoded, is_blank_or_control);
  // Full-width letters are no scheme to a browser, but who writes them means to deceive.
  if (!base::first_invalid_utf8(decoded)) decoded = base::nfkc(decoded);
  auto colon = decoded.find(':');
  auto scheme = decoded.substr(0, colon);
  auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  bool well_formed = colon != std::string::npos && !scheme.empty() && is_letter(scheme[0]) &&
                     std::all_of(scheme.begin(), scheme.end(), allowed);
  if (!well_formed) return std::nullopt;
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return scheme;
}

bool holds_blanks(std::string_view address) {
  return std::any_of(address.begin(), address.end(), is_blank_or_control) ||
         address.find("　") != std::string_view::npos;
}

std::string reference_name(std::string_view path) {
  auto end = std::min(path.find_first_of("?#"), path.size());
  auto fragment = path.substr(end).starts_with('#') ? std::string(path.substr(end)) : std::string();
  path = path.substr(0, end);
  while (path.starts_with('.') || path.starts_with('/')) path.remove_prefix(1);
  for (auto folder : {"content/", "pages/", "lists/", "publications/"}) remove_prefix(path, folder);
  for (auto ending : {".md", ".html", ".htm", "/index", "/"}) remove_suffix(path, ending);
  auto slash = path.rfind('/');
  auto folder = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
  return std::string(folder) + std::string(without_number(path.substr(folder.size()))) + fragment;
}

}  // namespace tebiki::loading
