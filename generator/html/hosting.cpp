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

}  // namespace

model::OutputFile hosting_file(model::Site const& site) { return {"_headers", headers_file(base_path(site))}; }

}  // namespace tebiki::html
