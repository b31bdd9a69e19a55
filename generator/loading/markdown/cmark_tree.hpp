#pragma once
#include <memory>
#include <string>
#include <string_view>

struct cmark_node;

namespace tebiki::loading {

struct FreeCmarkNode {
  void operator()(cmark_node* node) const;
};
using CmarkTree = std::unique_ptr<cmark_node, FreeCmarkNode>;

/// Parses CommonMark with tables, strikethrough, autolinks and footnotes. Safe to use from several threads;
/// but one at a time parses, because cmark-gfm's extensions switch global tables while they do.
CmarkTree parse_with_cmark(std::string_view markdown);

/// What `&amp;` stands for; as written when cmark knows no such entity.
std::string decoded_entity(std::string const& entity);

}  // namespace tebiki::loading
