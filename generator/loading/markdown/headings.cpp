#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/markdown/markdown_file.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Blocks;

/// Blanks become hyphens; signs that mean something in an address go.
std::string anchor_from(std::string_view words) {
  constexpr std::string_view signs = "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~";
  std::string anchor;
  for (std::size_t i = 0; i < words.size();) {
    auto begin = i;
    auto c = base::next_character(words, i);
    bool blank = c <= 0x20 || c == 0xA0 || c == 0x3000;
    if (blank && !anchor.empty() && !anchor.ends_with('-')) anchor += '-';
    bool sign = c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos;
    if (!blank && !sign) anchor += words.substr(begin, i - begin);
  }
  while (anchor.ends_with('-')) anchor.pop_back();
  return anchor.empty() ? "section" : anchor;
}

/// Names headings in the order of the text.
class HeadingNames {
 public:
  explicit HeadingNames(std::set<std::string> taken) : taken_(std::move(taken)) {}

  void name(Blocks& blocks) {
    model::for_each_block(blocks, [this](model::Block& block) {
      if (auto* heading = std::get_if<model::Heading>(&block.node)) name(*heading);
    });
  }

 private:
  void name(model::Heading& heading) {
    if (!heading.anchor.empty()) return;
    auto wanted = anchor_from(model::plain_text(heading.text));
    heading.anchor = wanted;
    auto& number = numbers_[wanted];
    while (!taken_.insert(heading.anchor).second) heading.anchor = fmt::format("{}-{}", wanted, ++number + 1);
  }

  std::set<std::string> taken_;
  std::map<std::string, int> numbers_;
};

bool is_anchor(std::string_view anchor) {
  return !anchor.empty() && anchor.find_first_of(" \t\"#$%&'()*+,/:;<=>?@[\\]^`|~!") == std::string_view::npos &&
         anchor.find("　") == std::string_view::npos;
}

}  // namespace

std::string take_anchor(MarkdownFile& markdown, model::Inlines& inlines) {
  if (inlines.empty()) return {};
  auto* text = std::get_if<model::Text>(&inlines.back().node);
  if (!text || base::trimmed(text->text).empty() || !base::trimmed(text->text).ends_with('}')) return {};
  auto begin = text->text.rfind("{#");
  auto at = inlines.back().at.offset + (begin == std::string::npos ? 0 : begin);
  bool escaped = at > 0 && at <= markdown.source.size() && markdown.source[at - 1] == '\\';
  if (begin == std::string::npos || escaped) return {};
  auto end = text->text.find('}', begin);
  auto anchor = text->text.substr(begin + 2, end - begin - 2);
  text->text.erase(begin);
  text->text.erase(text->text.find_last_not_of(" \t") + 1);
  if (text->text.empty()) inlines.pop_back();
  base::SourceLocation place{markdown.file, static_cast<std::uint32_t>(at)};
  if (!is_anchor(anchor)) {
    markdown.diagnostics.error(place, "bad-anchor",
                               {fmt::format("見出しの名前「{}」が正しくありません。", anchor),
                                fmt::format("“{}” is no name for a heading.", anchor)},
                               {"「{#consult}」のように、空白や記号を入れずに書いてください。",
                                "Write it without blanks and signs: {#consult}."});
    return {};
  }
  if (markdown.anchors.insert(anchor).second) return anchor;
  markdown.diagnostics.error(place, "duplicate-anchor",
                             {fmt::format("見出しの名前「{}」は、前の見出しと同じです。", anchor),
                              fmt::format("Another heading is already named “{}”.", anchor)},
                             {"別の名前にしてください。", "Choose another name."});
  return {};
}

void name_headings(MarkdownFile const& markdown, Blocks& blocks) { HeadingNames(markdown.anchors).name(blocks); }

void lower_headings(model::Blocks& blocks) {
  model::for_each_block(blocks, [](model::Block& block) {
    if (auto* heading = std::get_if<model::Heading>(&block.node)) heading->level = std::max(2, heading->level);
  });
}

std::string take_title(model::Blocks& blocks) {
  auto is_title = [](model::Block const& block) {
    auto* heading = std::get_if<model::Heading>(&block.node);
    return heading && heading->level == 1;
  };
  auto found = std::find_if(blocks.begin(), blocks.end(), is_title);
  if (found == blocks.end()) return {};
  auto title = model::plain_text(std::get<model::Heading>(found->node).text);
  blocks.erase(found);
  return title;
}

}  // namespace tebiki::loading
