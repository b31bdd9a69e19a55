#include "html/escape.hpp"

#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

/// What stands for the character in HTML; nullptr when it stands for itself.
char const* reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return base::is_control_character(c) ? "" : nullptr;
  }
}

bool is_ascii_letter_or_digit(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_unreserved(unsigned char c) {
  return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_percent(std::string& out, unsigned char c) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += '%';
  out += digits[c >> 4];
  out += digits[c & 15];
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const* instead = reference(text[i]);
    if (!instead) continue;
    out.append(text.substr(from, i - from));
    out += instead;
    from = i + 1;
  }
  out.append(text.substr(from));
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_escaped(out, text);
  return out;
}

void append_url_path(std::string& out, std::string_view path) {
  for (unsigned char c : path) {
    if (is_unreserved(c) || c == '/')
      out += static_cast<char>(c);
    else
      append_percent(out, c);
  }
}

void append_fragment(std::string& out, std::string_view fragment) {
  if (fragment.empty()) return;
  out += '#';
  for (unsigned char c : fragment) {
    if (is_unreserved(c) || c == '/' || c >= 0x80)
      out += static_cast<char>(c);
    else
      append_percent(out, c);
  }
}

std::string mail_href(std::string_view address) {
  if (address.empty()) return {};
  std::string href = "mailto:";
  append_url_path(href, address);
  if (auto at = href.find("%40"); at != std::string::npos) href.replace(at, 3, "@");
  return href;
}

}  // namespace tebiki::html
