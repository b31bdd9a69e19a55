// What web servers are told: the strictest policy that the pages keep, and that files with a fingerprint never change.
#include <fmt/format.h>

#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view policy =
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

/// Read by Netlify, Cloudflare Pages and others of their kind.
std::string headers_file(std::string_view base_path) {
  return fmt::format(
      "{0}*\n"
      "  Content-Security-Policy: {1}\n"
      "  X-Content-Type-Options: nosniff\n"
      "  Referrer-Policy: strict-origin-when-cross-origin\n"
      "{0}assets/*\n"
      "  Cache-Control: {2}\n",
      base_path, policy, for_ever);
}

/// Read by Apache.
std::string htaccess_file(std::string_view base_path) {
  return fmt::format(
      "AddDefaultCharset utf-8\n"
      "AddType text/calendar .ics\n"
      "ErrorDocument 404 {0}404.html\n"
      "<IfModule mod_headers.c>\n"
      "  Header set Content-Security-Policy \"{1}\"\n"
      "  Header set X-Content-Type-Options nosniff\n"
      "  Header set Referrer-Policy strict-origin-when-cross-origin\n"
      "  <FilesMatch \"-[0-9a-f]{{8}}\\.(css|js|svg)$\">\n"
      "    Header set Cache-Control \"{2}\"\n"
      "  </FilesMatch>\n"
      "</IfModule>\n",
      base_path, policy, for_ever);
}

}  // namespace

std::vector<model::OutputFile> hosting_files(model::Site const& site) {
  auto const path = base_path(site);
  return {{"_headers", headers_file(path)}, {".htaccess", htaccess_file(path)}};
}

}  // namespace tebiki::html
