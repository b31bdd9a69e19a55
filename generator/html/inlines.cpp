#include "html/escape.hpp"
#include "html/marks.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

/// Loading refused anything else; a second look costs nothing.
bool is_safe(std::string_view address) {
  for (std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
    if (address.starts_with(scheme)) return true;
  }
  return false;
}

}  // namespace

void PageWriter::operator()(model::Text const& node) { text(node.text); }

void PageWriter::operator()(model::Emphasis const& node) {
  out_ += "<em>";
  write(node.children);
  out_ += "</em>";
}

void PageWriter::operator()(model::Strong const& node) {
  out_ += "<strong>";
  write(node.children);
  out_ += "</strong>";
}

void PageWriter::operator()(model::Strikethrough const& node) {
  out_ += "<del>";
  write(node.children);
  out_ += "</del>";
}

void PageWriter::operator()(model::Code const& node) {
  out_ += "<code>";
  text(node.text);
  out_ += "</code>";
}

void PageWriter::operator()(model::Link const& node) {
  auto const* url = std::get_if<model::Url>(&node.target);
  std::string address = url ? url->address : href(std::get<model::Reference>(node.target));
  if (address.empty() || (url && !is_safe(address))) return write(node.children);
  out_ += "<a";
  if (url && address.starts_with("tel:")) out_ += " class=\"number\"";
  attribute("href", address);
  out_ += '>';
  write(node.children);
  out_ += "</a>";
}

void PageWriter::operator()(model::Image const& node) {
  out_ += "<img src=\"";
  out_ += root_;
  append_url_path(out_, node.path);
  out_ += '"';
  attribute("alt", node.alternative);
  if (auto found = site_.images.find(node.path); found != site_.images.end()) {
    attribute("width", std::to_string(found->second.info.width));
    attribute("height", std::to_string(found->second.info.height));
  }
  out_ += " loading=\"lazy\" decoding=\"async\">";
}

void PageWriter::operator()(model::Ruby const& node) {
  out_ += "<ruby>";
  text(node.base);
  out_ += "<rp>（</rp><rt>";
  text(node.reading);
  out_ += "</rt><rp>）</rp></ruby>";
}

void PageWriter::operator()(model::LineBreak const&) { out_ += "<br>"; }

void PageWriter::operator()(model::FootnoteMark const& node) {
  auto const number = std::to_string(node.number);
  out_ += "<sup class=\"footnote\"><a href=\"#fn-" + number + '"';
  id("fnref-" + number);
  out_ += "><span class=\"vh\">注</span>" + number + "</a></sup>";
}

void PageWriter::operator()(model::AvailabilityMark const& node) {
  if (node.word_follows) return append_mark(out_, node.answer);
  out_ += "<span class=\"mark ";
  out_ += mark_class(node.answer);
  out_ += "\"><span aria-hidden=\"true\">";
  out_ += model::sign(node.answer);
  out_ += "</span><span class=\"vh\">";
  out_ += model::word(node.answer);
  out_ += "</span></span>";
}

void PageWriter::operator()(model::Small const& node) {
  out_ += "<small>";
  write(node.children);
  out_ += "</small>";
}

}  // namespace tebiki::html
