#include <fmt/format.h>

#include <algorithm>

#include "importing/reading.hpp"
#include "support/unicode.hpp"

namespace tebiki::importing {

namespace {

/// The narrow spelling, with one kind of hyphen, up to the first blank.
std::string narrow_address(std::string_view text) {
  std::string const folded = support::nfkc(text);
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = support::next_character(folded, at);
    if (c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x200B) break;
    bool const hyphen = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x207B || c == 0x208B;
    support::append_utf8(result, hyphen ? U'-' : c);
  }
  return result;
}

/// `http` or `https`, and what follows the marks behind it, be they `://`, `:/`, `;/` or `.//`.
struct Split {
  std::string_view scheme;
  std::string_view rest;
};

Split split(std::string_view address) {
  for (std::string_view scheme : {"https", "http", "htts", "htt"}) {
    if (!address.starts_with(scheme)) continue;
    std::string_view const rest = address.substr(scheme.size());
    auto const begin = rest.find_first_not_of(":;.,/");
    if (begin == 0 || begin == std::string_view::npos) break;  // a host that begins so: httpd.example
    return {scheme.ends_with('s') ? "https" : "http", rest.substr(begin)};
  }
  return {"http", address};
}

/// A path may hold any character, but some are not to be in an attribute or a line of text.
std::string escaped(std::string_view address) {
  std::string result;
  for (char c : address) {
    bool const unsafe =
        c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`' || c == '{' || c == '}' || c == '|';
    result += unsafe ? fmt::format("%{:02X}", c) : std::string(1, c);
  }
  return result;
}

bool is_host(std::string_view rest) {
  std::string_view const host = rest.substr(0, rest.find_first_of("/?#"));
  auto const dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && !host.ends_with('.') && host.find("..") == std::string_view::npos;
}

Reading refused(std::string_view text, support::Words why) {
  return {"", Doubt{"import-url",
                    std::move(why),
                    {fmt::format("「{}」は取り込みませんでした。正しいURLがあれば書き足してください。", text),
                     fmt::format("\"{}\" was left out. Add the right address if there is one.", text)}}};
}

}  // namespace

Reading read_web_address(std::string_view text) {
  std::string const given = plain_width(text);
  std::string const address = narrow_address(given);
  if (address.empty()) return {};
  auto const [scheme, rest] = split(address);
  std::string_view const host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.find('@') != std::string_view::npos) {
    return refused(given,
                   {"URLの欄にメールアドレスがあります。", "There is an e-mail address instead of a web address."});
  }
  if (!is_host(rest)) return refused(given, {"URLの形ではありません。", "This is no web address."});
  std::string const mended = fmt::format("{}://{}", scheme, escaped(rest));
  if (mended == support::trimmed(text)) return {mended, {}};
  return {mended, Doubt{"import-url",
                        {fmt::format("URL「{}」が正しく書かれていません。", given),
                         fmt::format("The web address \"{}\" is not well written.", given)},
                        {fmt::format("「{}」として取り込みました。開けるか確かめてください。", mended),
                         fmt::format("It was taken as \"{}\". See whether it opens.", mended)}}};
}

std::string web_address_key(std::string_view address) {
  auto const scheme_end = address.find("://");
  std::string key(scheme_end == std::string_view::npos ? address : address.substr(scheme_end + 3));
  while (key.ends_with('/')) key.pop_back();
  std::transform(key.begin(), key.end(), key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return key;
}

}  // namespace tebiki::importing
