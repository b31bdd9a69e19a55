#include "html/markup.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

/// `care-guide/consult/` → `consult`.
std::string_view last_part(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::string reference_name(model::Document const& page) {
  switch (page.kind) {
    case model::DocumentKind::home:
      return "index";
    case model::DocumentKind::entry:
      return page.subject + '/' + page.record;
    case model::DocumentKind::part:
      return page.subject + '/' + std::string(last_part(page.path));
    default:
      return page.subject;
  }
}

std::string_view kind_name(model::DocumentKind kind) {
  switch (kind) {
    case model::DocumentKind::home:
      return "home";
    case model::DocumentKind::list:
      return "list";
    case model::DocumentKind::entry:
      return "entry";
    case model::DocumentKind::page:
      return "page";
    case model::DocumentKind::publication:
      return "publication";
    case model::DocumentKind::part:
      return "part";
  }
  return "page";
}

std::string root_of(std::string_view page_path) {
  std::string root;
  for (auto depth = std::count(page_path.begin(), page_path.end(), '/'); depth > 0; --depth) root += "../";
  return root;
}

std::string file_url(std::string_view page_path) {
  std::string url;
  model::append_url_path(url, page_path);
  if (page_path.empty() || page_path.ends_with('/')) url += "index.html";
  return url;
}

Links::Links(model::Site const& site, std::vector<model::Document> const& pages,
             std::vector<model::OpenDataFile> const& data)
    : site_(site) {
  places_.reserve(pages.size() + site.publications.size());
  for (auto const& page : pages) places_.emplace(reference_name(page), Place{file_url(page.path), &page});
  for (auto const& publication : site.publications)
    places_.emplace(publication.slug + ".pdf", Place{shared_file(publication.pdf_path())});
  for (auto const& file : data) places_.emplace(file.path, Place{file_url(file.path)});
}

std::optional<std::string> Links::file_of(std::string_view name) const {
  if (auto found = places_.find(name); found != places_.end()) return found->second.file;
  if (auto path = site_.path_of(name)) return file_url(*path);
  if (site_.index.is_elsewhere(name)) return shared_file(model::path_of_name(name));
  return std::nullopt;
}

model::Telephone Links::telephone_of(std::string_view record) const {
  auto const found = places_.find(record);
  return found == places_.end() || !found->second.page ? model::Telephone() : found->second.page->head.tel;
}

std::vector<std::string> Links::kind_of(std::string_view record) const {
  auto const found = places_.find(record);
  if (found == places_.end() || !found->second.page || found->second.page->head.tags.empty()) return {};
  auto const& tags = found->second.page->head.tags;
  return tags.size() == 1 ? tags : std::vector{tags.front(), tags.back()};
}

std::string Links::shared_file(std::string_view path) const { return root_of(site_.folder()) + file_url(path); }

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
  model::append_url_path(href, address);
  if (auto at = href.find("%40"); at != std::string::npos) href.replace(at, 3, "@");
  return href;
}

}  // namespace tebiki::html
