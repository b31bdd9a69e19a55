#include <algorithm>

#include "html/escape.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {

void PageWriter::operator()(model::Contents const& node) {
  std::vector<model::Heading const*> headings;
  for (auto const& block : page_.blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    // The page's title is level 1, so a depth of 1 shows the headings of level 2.
    if (heading && !heading->anchor.empty() && heading->level <= std::max(1, node.depth) + 1)
      headings.push_back(heading);
  }
  if (headings.empty()) return;
  out_ += "<nav class=\"toc\" aria-label=\"このページの目次" + (tocs_++ ? std::to_string(tocs_) : "") + "\"><ul>\n";
  for (auto const* heading : headings) {
    out_ += "<li class=\"level-" + std::to_string(std::clamp(heading->level, 2, 6)) + "\"><a href=\"";
    append_fragment(out_, heading->anchor);
    out_ += "\">";
    text(model::plain_text(heading->text));
    out_ += "</a></li>\n";
  }
  out_ += "</ul></nav>\n";
}

void PageWriter::operator()(model::Index const& node) {
  out_ += "<div class=\"index\">\n";
  for (auto const& group : node.groups) {
    out_ += "<section><p class=\"head\">";
    text(group.head);
    out_ += "</p><ul>\n";
    for (auto const& entry : group.entries) {
      out_ += "<li>";
      auto const address = href({entry.anchor, {}});
      if (!address.empty()) {
        out_ += "<a";
        attribute("href", address);
        out_ += '>';
      }
      text(entry.name);
      out_ += address.empty() ? "</li>\n" : "</a></li>\n";
    }
    out_ += "</ul></section>\n";
  }
  out_ += "</div>\n";
}

}  // namespace tebiki::html
