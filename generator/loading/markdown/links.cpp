#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/files.hpp"
#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "model/typed_values.hpp"

namespace tebiki::loading {
namespace {

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

/// `%E5%B9%B3` decoded; a `%` that begins no escape stays.
std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int byte = 0;
    auto const digits = text.substr(i + 1, 2);
    bool const escape = text[i] == '%' && digits.size() == 2 &&
                        digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (escape) std::from_chars(digits.data(), digits.data() + 2, byte, 16);
    result += escape ? static_cast<char>(byte) : text[i];
    if (escape) i += 2;
  }
  return result;
}

/// The scheme that a browser would see, lower case: it passes over control characters and blanks, and what is
/// percent-encoded is decoded to be on the safe side. Nothing for a relative address.
std::optional<std::string> scheme_of(std::string_view address) {
  auto decoded = percent_decoded(address);
  std::erase_if(decoded, is_blank_or_control);
  // Full-width letters are no scheme to a browser, but who writes them means to deceive.
  if (!base::first_invalid_utf8(decoded)) decoded = base::nfkc(decoded);
  auto colon = decoded.find(':');
  auto scheme = decoded.substr(0, colon);
  auto allowed = [](char c) { return base::is_letter(c) || base::is_digit(c) || c == '+' || c == '-' || c == '.'; };
  bool well_formed = colon != std::string::npos && !scheme.empty() && base::is_letter(scheme[0]) &&
                     std::all_of(scheme.begin(), scheme.end(), allowed);
  if (!well_formed) return std::nullopt;
  return base::lower_case(scheme);
}

/// A blank or control character, which no address holds.
bool holds_blanks(std::string_view address) {
  return std::any_of(address.begin(), address.end(), is_blank_or_control) ||
         address.find("　") != std::string_view::npos;
}

/// The `ref:` name that a path of a content file or web page stands for: `../pages/scenes/daily.md` → `scenes/daily`.
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

using model::Target;

std::nullopt_t refuse_scheme(MarkdownFile& markdown, std::string const& scheme, MarkedSpan place) {
  markdown.error(place, "unsafe-link",
                 {fmt::format("「{}:」で始まるリンクは使えません。", scheme),
                  fmt::format("Links that begin with “{}:” are not allowed.", scheme)},
                 {"「https:」「mailto:」「tel:」か、サイトの中なら「ref:」を使ってください。",
                  "Use https:, mailto: or tel:, or ref: within the site."});
  return std::nullopt;
}

std::nullopt_t refuse_malformed(MarkdownFile& markdown, std::string_view address, base::Message hint,
                                MarkedSpan place) {
  markdown.error(place, "bad-address",
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

std::nullopt_t refuse_relative(MarkdownFile& markdown, std::string_view address, MarkedSpan place) {
  auto meant = meant_address(address);
  if (!meant.starts_with("ref:")) {
    return refuse_malformed(markdown, address,
                            {fmt::format("「{}」のように書いてください。", meant), fmt::format("Write {}.", meant)},
                            place);
  }
  markdown.error(place, "relative-link",
                 {fmt::format("サイトの中のページは「{}」のような場所では指せません。", address),
                  fmt::format("Pages of the site are not linked by a path such as “{}”.", address)},
                 {fmt::format("名前を書いてください：「{}」。よそのサイトなら「https://」から書きます。", meant),
                  fmt::format("Name the page: {}. For another site begin with https://.", meant)});
  return std::nullopt;
}

/// `#%FF`: what is decoded names nothing, and cannot even be shown.
bool is_readable(std::string_view decoded) {
  return !base::first_invalid_utf8(decoded) && !base::first_hidden_character(decoded);
}

std::nullopt_t refuse_unreadable(MarkdownFile& markdown, std::string_view address, MarkedSpan place) {
  return refuse_malformed(
      markdown, address,
      {"「%」と16進数で書いたところが、文字になりません。名前や見出しの言葉を、そのまま書いてください。",
       "What is written with “%” stands for no character. Write the name or heading as it is."},
      place);
}

std::optional<Target> read_reference(MarkdownFile& markdown, std::string_view name, MarkedSpan place) {
  auto hash = std::min(name.find('#'), name.size());
  auto fragment = percent_decoded(name.substr(std::min(hash + 1, name.size())));
  model::Reference reference{percent_decoded(name.substr(0, hash)), std::move(fragment)};
  if (!is_readable(reference.name) || !is_readable(reference.fragment))
    return refuse_unreadable(markdown, fmt::format("ref:{}", name), place);
  while (reference.name.ends_with('/')) reference.name.pop_back();
  if (!reference.name.empty() || !reference.fragment.empty()) return reference;
  return refuse_malformed(markdown, "ref:",
                          {"「ref:taxis」「ref:facilities/aoba」のように、名前を続けてください。",
                           "Name the page: ref:taxis, ref:facilities/aoba."},
                          place);
}

std::nullopt_t refuse_spelling(MarkdownFile& markdown, std::string_view address, MarkedSpan place) {
  return refuse_malformed(markdown, address,
                          {"半角の小文字で「ref:」と書いてください。", "Write ref: in small ASCII letters."}, place);
}

std::optional<Target> read_fragment(MarkdownFile& markdown, std::string_view fragment, MarkedSpan place) {
  auto heading = percent_decoded(fragment.substr(1));
  if (!is_readable(heading)) return refuse_unreadable(markdown, fragment, place);
  if (!heading.empty()) return model::Reference{"", std::move(heading)};
  return refuse_malformed(markdown, "#",
                          {"「#」の後ろに、見出しの言葉か {#…} で付けた名前を書いてください。",
                           "After # write the words of a heading, or its {#…} name."},
                          place);
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
  auto const number = address.substr(std::string_view("tel:").size());
  if (number.find_first_not_of("0123456789+-.()*#;=ext") != std::string_view::npos) return false;
  std::string dialled(number.substr(0, number.find_first_of(";e")));
  std::erase_if(dialled, [](char c) { return !base::is_digit(c) && c != '#'; });
  bool const foreign = number.starts_with('+') && !number.starts_with("+81");
  return foreign ? dialled.size() > 4
                 : model::is_whole_telephone(number.starts_with('+') ? "0" + dialled.substr(2) : dialled);
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
                               MarkedSpan place) {
  auto known = std::find_if(schemes.begin(), schemes.end(), [&](Scheme const& item) { return item.name == scheme; });
  if (known == schemes.end()) return refuse_scheme(markdown, scheme, place);
  bool written_plainly = address.size() > scheme.size() && address[scheme.size()] == ':';
  if (!written_plainly || holds_blanks(address) || !known->is_sound(address)) {
    return refuse_malformed(markdown, address,
                            {fmt::format("「{}」のように、終わりまで、空白を入れずに書いてください。", known->example),
                             fmt::format("Write the whole of it without blanks, like {}.", known->example)},
                            place);
  }
  if (scheme == "tel")
    return model::Url{std::string(model::parse_telephone(address.substr(scheme.size() + 1)).address())};
  return model::Url{scheme + std::string(address.substr(scheme.size()))};
}

}  // namespace

std::optional<Target> read_target(MarkdownFile& markdown, std::string_view written, MarkedSpan place) {
  auto filled = with_site_words(markdown, written, place);
  auto address = base::trimmed(filled);
  if (address.empty()) {
    markdown.error(place, "empty-link", {"リンク先がありません。", "This link leads nowhere."},
                   {"( ) の中に「ref:taxis」か「https://…」を書いてください。",
                    "Write ref:taxis or https://… between the parentheses."});
    return std::nullopt;
  }
  if (address.starts_with("ref:")) return read_reference(markdown, address.substr(4), place);
  if (address.starts_with("#")) return read_fragment(markdown, address, place);
  auto scheme = scheme_of(address);
  if (scheme == "ref") return refuse_spelling(markdown, address, place);
  if (scheme) return read_url(markdown, *scheme, address, place);
  return refuse_relative(markdown, address, place);
}

namespace {

bool has_dot_part(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    auto end = std::min(path.find('/', begin), path.size());
    auto part = path.substr(begin, end - begin);
    if (part.empty() || part.starts_with('.')) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<std::string> read_image_path(MarkdownFile& markdown, std::string_view written, MarkedSpan place) {
  auto address = base::trimmed(written);
  auto path = percent_decoded(address);
  if (scheme_of(address) || path.starts_with("//")) {
    markdown.error(place, "bad-image",
                   {fmt::format("よその場所にある画像「{}」は使えません。", base::first_characters(address, 80)),
                    fmt::format("The picture “{}” does not belong to the site.", base::first_characters(address, 80))},
                   {"許可を得た画像を images フォルダーに置き、「images/room.jpg」のように書いてください。",
                    "Put a picture that you may use into the images folder and write images/room.jpg."});
    return std::nullopt;
  }
  if (path.starts_with('/')) path.erase(0, 1);
  bool sound = path.starts_with("images/") && !has_dot_part(path) && path.find('\\') == std::string::npos &&
               !base::first_invalid_utf8(path) && path.find('\0') == std::string::npos;
  if (sound) return base::composed_path(path);
  bool bare = path.find_first_of("/\\") == std::string::npos && path.find('.') != std::string::npos;
  base::Message hint{"画像は images フォルダーに置き、「images/room.jpg」のように書いてください。",
                     "Put the picture into the images folder and write images/room.jpg."};
  if (bare)
    hint = {fmt::format("images フォルダーに置き、フォルダーの名前から「images/{}」と書いてください。", path),
            fmt::format("Put it into the images folder and write images/{}.", path)};
  markdown.error(place, "bad-image",
                 {fmt::format("画像の場所「{}」が正しくありません。", address),
                  fmt::format("“{}” is no place of a picture.", address)},
                 std::move(hint));
  return std::nullopt;
}

}  // namespace tebiki::loading
