#include "model/document.hpp"

#include <algorithm>

#include "model/inlines.hpp"

namespace tebiki::model {
namespace {

struct PlainText {
  std::string operator()(Text const& node) const { return node.text; }
  std::string operator()(Code const& node) const { return node.text; }
  std::string operator()(Emphasis const& node) const { return plain_text(node.children); }
  std::string operator()(Strong const& node) const { return plain_text(node.children); }
  std::string operator()(Strikethrough const& node) const { return plain_text(node.children); }
  std::string operator()(Small const& node) const { return plain_text(node.children); }
  std::string operator()(Link const& node) const { return plain_text(node.children); }
  std::string operator()(Image const& node) const { return node.alternative; }
  std::string operator()(Ruby const& node) const { return node.base; }
  std::string operator()(LineBreak) const { return " "; }
  std::string operator()(FootnoteMark) const { return ""; }
  std::string operator()(AvailabilityMark node) const { return sign(node.availability); }
};

}  // namespace

InlineNode::InlineNode() = default;
InlineNode::InlineNode(InlineNode const& other) = default;
InlineNode::InlineNode(InlineNode&& other) noexcept = default;
InlineNode& InlineNode::operator=(InlineNode const& other) = default;
InlineNode& InlineNode::operator=(InlineNode&& other) noexcept = default;
InlineNode::~InlineNode() = default;

BlockNode::BlockNode() = default;
BlockNode::BlockNode(BlockNode const& other) = default;
BlockNode::BlockNode(BlockNode&& other) noexcept = default;
BlockNode& BlockNode::operator=(BlockNode const& other) = default;
BlockNode& BlockNode::operator=(BlockNode&& other) noexcept = default;
BlockNode::~BlockNode() = default;

std::string plain_text(Inlines const& inlines) {
  std::string out;
  for (auto& item : inlines) out += std::visit(PlainText{}, item.node);
  return out;
}

Inline words(std::string text, base::SourceLocation at) { return {Text{std::move(text)}, at}; }

Inline telephone(Telephone const& number, base::SourceLocation at) {
  auto shown = words(std::string(number.written()), at);
  if (number.address().empty()) return shown;
  return {Link{Url{std::string(number.address())}, {std::move(shown)}}, at};
}

std::optional<DirectiveKind> directive_kind(std::string_view word) {
  auto const found = std::find(directive_words.begin(), directive_words.end(), word);
  if (found == directive_words.end()) return std::nullopt;
  return DirectiveKind(found - directive_words.begin());
}

}  // namespace tebiki::model
