#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/markdown/addresses.hpp"
#include "loading/markdown/markdown_file.hpp"
#include "model/telephone.hpp"

namespace tebiki::loading {
namespace {

using model::Target;

std::nullopt_t refuse_scheme(MarkdownFile& markdown, std::string const& scheme, std::size_t offset) {
  markdown.error(offset, "unsafe-link",
                 {fmt::format("「{}:」で始まるリンクは使えません。", scheme),
                  fmt::format("Links that begin with “{}:” are not allowed.", scheme)},
                 {"「https:」「mailto:」「tel:」か、サイトの中なら「ref:」を使ってください。",
                  "Use https:, mailto: or tel:, or ref: within the site."});
  return std::nullopt;
}

std::nullopt_t refuse_malformed(MarkdownFile& markdown, std::string_view address, base::Message hint,
                                std::size_t offset) {
  markdown.error(offset, "bad-address",
                 {fmt::format("「{}」は、リンク先として正しくありません。", address),
                  fmt::format("“{}” is no proper address.", address)},
                 std::move(hint));
  return std::nullopt;
}

/// What the author of a relative address most likely meant.
std::string meant_address(std::string_view address) {
  if (address.starts_with("//")) return fmt::format("https:{}", address);
  if (address.starts_with("www.")) return fmt::format("https://{}", address);
  if (address.find('@') != std::string_view::npos) return fmt::format("mailto:{}", address);
  return fmt::format("ref:{}", reference_name(address));
}

std::nullopt_t refuse_relative(MarkdownFile& markdown, std::string_view address, std::size_t offset) {
  auto meant = meant_address(address);
  if (!meant.starts_with("ref:")) {
    return refuse_malformed(markdown, address,
                            {fmt::format("「{}」のように書いてください。", meant), fmt::format("Write {}.", meant)},
                            offset);
  }
  markdown.error(offset, "relative-link",
                 {fmt::format("サイトの中のページは「{}」のような場所では指せません。", address),
                  fmt::format("Pages of the site are not linked by a path such as “{}”.", address)},
                 {fmt::format("名前を書いてください：「{}」。よそのサイトなら「https://」から書きます。", meant),
                  fmt::format("Name the page: {}. For another site begin with https://.", meant)});
  return std::nullopt;
}

std::optional<Target> read_reference(MarkdownFile& markdown, std::string_view name, std::size_t offset) {
  auto hash = std::min(name.find('#'), name.size());
  auto fragment = percent_decoded(name.substr(std::min(hash + 1, name.size())));
  model::Reference reference{percent_decoded(name.substr(0, hash)), std::move(fragment)};
  while (reference.name.ends_with('/')) reference.name.pop_back();
  if (!reference.name.empty() || !reference.fragment.empty()) return reference;
  return refuse_malformed(markdown, "ref:",
                          {"「ref:taxis」「ref:facilities/aoba」のように、名前を続けてください。",
                           "Name the page: ref:taxis, ref:facilities/aoba."},
                          offset);
}

std::nullopt_t refuse_spelling(MarkdownFile& markdown, std::string_view address, std::size_t offset) {
  return refuse_malformed(markdown, address,
                          {"半角の小文字で「ref:」と書いてください。", "Write ref: in small ASCII letters."}, offset);
}

std::optional<Target> read_fragment(MarkdownFile& markdown, std::string_view fragment, std::size_t offset) {
  if (fragment.size() > 1) return model::Reference{"", percent_decoded(fragment.substr(1))};
  return refuse_malformed(markdown, "#",
                          {"「#」の後ろに、見出しの言葉か {#…} で付けた名前を書いてください。",
                           "After # write the words of a heading, or its {#…} name."},
                          offset);
}

bool is_web_address(std::string_view address) {
  auto host = address.find("://");
  if (host == std::string_view::npos) return false;
  auto rest = address.substr(host + 3);
  return !rest.empty() && std::string_view("/?#:@").find(rest[0]) == std::string_view::npos;
}

bool is_mail_address(std::string_view address) {
  auto at = address.find('@');
  return at != std::string_view::npos && at > std::string_view("mailto:").size() && at + 1 < address.size();
}

bool is_telephone_address(std::string_view address) {
  auto number = address.substr(std::string_view("tel:").size());
  auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && number.find_first_not_of("0123456789+-.()*#;=ext") == std::string_view::npos;
}

/// A scheme that may be used, what must hold of its addresses, and how they are written.
struct Scheme {
  std::string_view name;
  bool (*is_sound)(std::string_view address);
  std::string_view example;
};
constexpr std::array<Scheme, 4> schemes{{{"https", is_web_address, "https://www.example.jp/"},
                                         {"http", is_web_address, "http://www.example.jp/"},
                                         {"mailto", is_mail_address, "mailto:center@example.jp"},
                                         {"tel", is_telephone_address, "tel:0463-00-0000"}}};

std::optional<Target> read_url(MarkdownFile& markdown, std::string const& scheme, std::string_view address,
                               std::size_t offset) {
  auto known = std::find_if(schemes.begin(), schemes.end(), [&](Scheme const& item) { return item.name == scheme; });
  if (known == schemes.end()) return refuse_scheme(markdown, scheme, offset);
  bool written_plainly = address.size() > scheme.size() && address[scheme.size()] == ':';
  if (!written_plainly || holds_blanks(address) || !known->is_sound(address)) {
    return refuse_malformed(markdown, address,
                            {fmt::format("「{}」のように、空白を入れずに書いてください。", known->example),
                             fmt::format("Write it without blanks, like {}.", known->example)},
                            offset);
  }
  if (scheme == "tel") return model::Url{model::telephone_address(address.substr(scheme.size() + 1))};
  return model::Url{scheme + std::string(address.substr(scheme.size()))};
}

}  // namespace

std::optional<Target> read_target(MarkdownFile& markdown, std::string_view written, std::size_t offset) {
  auto filled = with_site_words(markdown, written, offset);
  auto address = base::trimmed(filled);
  if (address.empty()) {
    markdown.error(offset, "empty-link", {"リンク先がありません。", "This link leads nowhere."},
                   {"( ) の中に「ref:taxis」か「https://…」を書いてください。",
                    "Write ref:taxis or https://… between the parentheses."});
    return std::nullopt;
  }
  if (address.starts_with("ref:")) return read_reference(markdown, address.substr(4), offset);
  if (address.starts_with("#")) return read_fragment(markdown, address, offset);
  auto scheme = scheme_of(address);
  if (scheme == "ref") return refuse_spelling(markdown, address, offset);
  if (scheme) return read_url(markdown, *scheme, address, offset);
  return refuse_relative(markdown, address, offset);
}

}  // namespace tebiki::loading
