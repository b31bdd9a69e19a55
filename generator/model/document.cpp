#include "model/document.hpp"

#include <algorithm>
#include <array>

#include "model/inlines.hpp"
#include "model/telephone.hpp"

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
  std::string operator()(AvailabilityMark node) const { return sign(node.answer); }
};

constexpr std::array<std::string_view, 2> web_schemes{"https://", "http://"};
constexpr std::array<std::string_view, 2> other_schemes{"mailto:", "tel:"};

bool begins_with_one(std::string_view address, std::array<std::string_view, 2> const& schemes) {
  return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return address.starts_with(scheme) && address.size() > scheme.size();
  });
}

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

bool is_web_address(std::string_view address) { return begins_with_one(address, web_schemes); }

bool has_url_scheme(std::string_view address) {
  return is_web_address(address) || begins_with_one(address, other_schemes);
}

std::string plain_text(Inlines const& inlines) {
  std::string out;
  for (auto& item : inlines) out += std::visit(PlainText{}, item.node);
  return out;
}

Inline words(std::string text, base::SourceLocation at) { return {Text{std::move(text)}, at}; }

Inline telephone(std::string number, base::SourceLocation at) {
  auto address = telephone_address(number);
  auto shown = words(std::move(number), at);
  if (address.empty()) return shown;
  return {Link{Url{std::move(address)}, {std::move(shown)}}, at};
}

}  // namespace tebiki::model
