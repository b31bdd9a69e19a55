// Words as HTML: escaped, and in the elements of their inlines.
#include <algorithm>

#include "base/unicode.hpp"
#include "html/page_writer.hpp"

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

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value);
  out += '"';
}

bool is_japanese(char32_t c) { return base::is_kana(c) || base::is_han(c); }

/// Where the words in Japanese from `from` on begin and end; both the length of the text where there are none. Signs
/// and figures between them are of them, letters are not.
std::pair<std::size_t, std::size_t> japanese_in(std::string_view text, std::size_t from) {
  auto begin = text.size(), end = begin;
  for (auto at = from; at < text.size();) {
    auto const here = at;
    auto const c = base::next_character(text, at);
    if (is_japanese(c)) {
      begin = std::min(begin, here);
      end = at;
    } else if (begin < text.size() && c < 0x80 && base::is_letter(char(c))) {
      break;
    }
  }
  return {begin, end};
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

std::pair<std::size_t, std::size_t> number_in(std::string_view text, std::size_t from) {
  auto const is_part = [&](std::size_t i) { return i < text.size() && (base::is_digit(text[i]) || text[i] == '-'); };
  for (auto at = text.find_first_of("0+", from); at != text.npos; at = text.find_first_of("0+", at)) {
    bool const begins = at == 0 || !(is_part(at - 1) || base::is_letter(text[at - 1]));
    auto end = at + 1;
    std::size_t digits = text[at] == '0', hyphens = 0;
    for (; is_part(end); ++end) ++(text[end] == '-' ? hyphens : digits);
    while (text[end - 1] == '-') --end, --hyphens;
    // 0463-00-0011, 090-0000-0011, +81-463-00-0011
    bool const whole = text[at] == '0' ? digits == 10 || digits == 11 : digits > 10 && digits < 14;
    if (begins && whole && hyphens > 0) return {at, end};
    at = end;
  }
  return {text.size(), text.size()};
}

void append_unbroken(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const [begin, end] = number_in(text, at);
    append_escaped(out, text.substr(at, begin - at));
    if (begin < end) out.append("<span class=\"nobreak\">").append(text.substr(begin, end - begin)).append("</span>");
    at = end;
  }
}

std::string PageIds::claim(std::string_view anchor) {
  if (anchor.find_first_of(" \t\n\r\f") != anchor.npos || !ids_.emplace(anchor).second) return {};
  return std::string(anchor);
}

std::string PageIds::numbered(std::string_view kind) {
  std::string id;
  while (id.empty()) id = claim(std::string(kind) + '-' + std::to_string(++numbers_));
  return id;
}

namespace {

/// Whether the pages are in another language than Japanese, in which the site is written.
bool is_foreign(model::Site const& site) { return !site.translation.empty() && site.language != "ja"; }

void append_words(std::string& out, std::string_view text, model::Site const& site) {
  for (std::size_t at = 0; at < text.size();) {
    auto const [begin, end] = is_foreign(site) ? japanese_in(text, at) : std::pair(text.size(), text.size());
    append_unbroken(out, text.substr(at, begin - at));
    if (begin < end) {
      out += "<span lang=\"ja\">";
      append_unbroken(out, text.substr(begin, end - begin));
      out += "</span>";
    }
    at = end;
  }
}

}  // namespace

/// The element of each kind of piece.
struct InlineWriter::Tags {
  InlineWriter const& writer;
  std::string& out;

  void element(std::string_view tag, model::Inlines const& children) const {
    out.append("<").append(tag).append(">");
    writer.append(out, children);
    out.append("</").append(tag).append(">");
  }

  void operator()(model::Text const& node) const { append_words(out, node.text, writer.site_); }
  void operator()(model::Emphasis const& node) const { element("em", node.children); }
  void operator()(model::Strong const& node) const { element("strong", node.children); }
  void operator()(model::Strikethrough const& node) const { element("del", node.children); }
  void operator()(model::Small const& node) const { element("small", node.children); }
  void operator()(model::LineBreak) const { out += "<br>"; }
  void operator()(model::Image const& node) const { writer.append(out, node); }

  void operator()(model::Code const& node) const {
    out += "<code>";
    append_escaped(out, node.text);
    out += "</code>";
  }

  void operator()(model::Link const& node) const {
    auto const* url = std::get_if<model::Url>(&node.target);
    auto const address = url ? url->address : writer.href(std::get<model::Reference>(node.target));
    if (address.empty() || (url && !model::has_url_scheme(address))) return writer.append(out, node.children);
    out += "<a";
    bool const called = url && address.starts_with("tel:");
    if (called) out += " class=\"number\"";
    append_attribute(out, "href", address);
    out += '>';
    auto const* bare = called && node.children.size() == 1 ? std::get_if<model::Text>(&node.children[0].node) : nullptr;
    bare ? append_escaped(out, bare->text) : writer.append(out, node.children);
    out += "</a>";
  }

  void operator()(model::Ruby const& node) const {
    auto const& words = writer.site_.words;
    out += is_foreign(writer.site_) ? "<ruby lang=\"ja\">" : "<ruby>";
    append_escaped(out, node.base);
    out.append("<rp>").append(words["ruby.open"]).append("</rp><rt>");
    append_escaped(out, node.reading);
    out.append("</rt><rp>").append(words["ruby.close"]).append("</rp></ruby>");
  }

  void operator()(model::FootnoteMark node) const {
    auto const number = std::to_string(node.number);
    out += "<sup class=\"footnote\"><a href=\"#fn-" + number + '"';
    if (auto const id = writer.ids_.claim("fnref-" + number); !id.empty()) append_attribute(out, "id", id);
    out.append("><span class=\"vh\">").append(writer.site_.words["footnote.mark"]).append("</span>");
    out.append(number).append("</a></sup>");
  }

  void operator()(model::AvailabilityMark node) const {
    out.append("<span class=\"mark ").append(model::key_of(node.availability)).append("\"");
    if (node.word_follows) {
      out.append(" aria-hidden=\"true\">").append(model::sign(node.availability)).append("</span>");
      return;
    }
    out.append("><span aria-hidden=\"true\">")
        .append(model::sign(node.availability))
        .append("</span><span class=\"vh\">");
    append_escaped(out, writer.site_.words[node.availability]);
    out += "</span></span>";
  }
};

std::string words_html(std::string_view text, model::Site const& site) {
  std::string out;
  append_words(out, text, site);
  return out;
}

void InlineWriter::append(std::string& out, model::Inlines const& inlines) const {
  Tags const tags{*this, out};
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    // Among other words a mark and its own stand on one line; a cell that holds nothing else needs no saying so.
    auto const* mark = std::get_if<model::AvailabilityMark>(&inlines[i].node);
    bool const held = mark && mark->word_follows && inlines.size() > 2 && i + 1 < inlines.size();
    if (held) out += "<span class=\"nobreak\">";
    std::visit(tags, inlines[i].node);
    if (!held) continue;
    std::visit(tags, inlines[++i].node);
    out += "</span>";
  }
}

std::string InlineWriter::html(model::Inlines const& inlines) const {
  std::string out;
  append(out, inlines);
  return out;
}

void InlineWriter::append(std::string& out, model::Image const& image) const {
  out.append("<img src=\"").append(root_).append(links_.shared_file(image.path));
  out += '"';
  append_attribute(out, "alt", image.alternative);
  if (auto const found = site_.images.find(image.path); found != site_.images.end()) {
    append_attribute(out, "width", std::to_string(found->second.info.width));
    append_attribute(out, "height", std::to_string(found->second.info.height));
  }
  out += " loading=\"lazy\" decoding=\"async\">";
}

std::string InlineWriter::href(model::Reference const& reference) const {
  std::string url;
  if (!reference.name.empty()) {
    auto const file = links_.file_of(reference.name);
    if (!file) return {};
    // Beside the page itself the way through the folder of the site would only be longer.
    url = !folder_.empty() && file->starts_with(folder_) ? file->substr(folder_.size()) : root_ + *file;
  }
  append_fragment(url, reference.fragment);
  return url;
}

}  // namespace tebiki::html
