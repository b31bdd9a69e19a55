#include "html/page_writer.hpp"

#include <algorithm>

#include "html/escape.hpp"

namespace tebiki::html {

PageWriter::PageWriter(model::Site const& site, Links const& links, model::Document const& page)
    : site_(site), links_(links), page_(page), root_(root_of(page.path)) {}

std::string PageWriter::body() { return html(page_.blocks); }

std::string PageWriter::html(model::Blocks const& blocks) {
  out_.clear();
  write(blocks);
  return std::move(out_);
}

void PageWriter::write(model::Blocks const& blocks) {
  for (auto const& block : blocks) std::visit(*this, block.node);
}

void PageWriter::write(model::Inlines const& inlines) {
  for (auto const& piece : inlines) std::visit(*this, piece.node);
}

std::string PageWriter::href(model::Reference const& reference) const {
  std::string url;
  if (!reference.name.empty()) {
    auto file = links_.file_of(reference.name);
    if (!file) return {};
    url = root_ + *file;
  }
  append_fragment(url, reference.fragment);
  return url;
}

void PageWriter::text(std::string_view words) { append_escaped(out_, words); }

void PageWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
}

void PageWriter::id(std::string_view anchor) {
  if (anchor.empty() || anchor.find_first_of(" \t\n\r\f") != std::string_view::npos) return;
  if (ids_.emplace(anchor).second) attribute("id", anchor);
}

void PageWriter::operator()(model::Heading const& node) {
  level_ = std::clamp(node.level, 2, 6);
  std::string const tag = "h" + std::to_string(level_);
  out_ += '<' + tag;
  id(node.anchor);
  out_ += '>';
  write(node.text);
  out_ += "</" + tag + ">\n";
}

void PageWriter::operator()(model::Paragraph const& node) {
  out_ += "<p>";
  write(node.text);
  out_ += "</p>\n";
}

void PageWriter::operator()(model::Quote const& node) {
  out_ += "<blockquote>\n";
  write(node.blocks);
  out_ += "</blockquote>\n";
}

void PageWriter::operator()(model::CodeBlock const& node) {
  out_ += "<pre tabindex=\"0\"><code>";
  text(node.text);
  out_ += "</code></pre>\n";
}

void PageWriter::operator()(model::ThematicBreak const&) { out_ += "<hr>\n"; }

void PageWriter::operator()(model::PageBreak const&) { out_ += "<div class=\"page-break\"></div>\n"; }

void PageWriter::operator()(model::Note const& node) {
  out_ += "<div class=\"note\" role=\"note\">\n";
  write(node.blocks);
  out_ += "</div>\n";
}

void PageWriter::operator()(model::ListBlock const& node) {
  std::string const tag = node.ordered ? "ol" : "ul";
  out_ += '<' + tag;
  bool const tasks = std::any_of(node.items.begin(), node.items.end(),
                                 [](auto const& item) { return item.task != model::ListItem::Task::none; });
  if (tasks) out_ += " class=\"tasks\"";
  if (node.ordered && node.start != 1) attribute("start", std::to_string(node.start));
  out_ += ">\n";
  for (auto const& entry : node.items) item(entry, node.tight);
  out_ += "</" + tag + ">\n";
}

void PageWriter::item(model::ListItem const& item, bool tight) {
  out_ += "<li>";
  if (item.task != model::ListItem::Task::none) {
    bool const done = item.task == model::ListItem::Task::done;
    out_ += done ? "<span class=\"task done\" aria-hidden=\"true\">✓</span><span class=\"vh\">済み </span>"
                 : "<span class=\"task\" aria-hidden=\"true\"></span><span class=\"vh\">これから </span>";
  }
  for (auto const& block : item.blocks) {
    auto const* paragraph = std::get_if<model::Paragraph>(&block.node);
    if (paragraph && tight)
      write(paragraph->text);
    else
      std::visit(*this, block.node);
  }
  out_ += "</li>\n";
}

void PageWriter::operator()(model::DefinitionList const& node) {
  if (node.definitions.empty()) return;
  out_ += "<dl class=\"facts\">\n";
  for (auto const& definition : node.definitions) {
    out_ += "<div><dt>";
    text(definition.term);
    out_ += "</dt><dd>";
    write(definition.text);
    out_ += "</dd></div>\n";
  }
  out_ += "</dl>\n";
}

void PageWriter::operator()(model::Footnotes const& node) {
  if (node.notes.empty()) return;
  out_ += "<section class=\"footnotes\" aria-label=\"注\">\n<ol>\n";
  for (auto const& note : node.notes) {
    auto const number = std::to_string(note.number);
    out_ += "<li value=\"" + number + '"';
    id("fn-" + number);
    out_ += '>';
    write(note.blocks);
    out_ += "<a class=\"back\" href=\"#fnref-" + number + "\">本文の注" + number + "へ戻る</a></li>\n";
  }
  out_ += "</ol>\n</section>\n";
}

void PageWriter::operator()(model::Directive const&) {}  // views replaced it, or reported why not

}  // namespace tebiki::html
