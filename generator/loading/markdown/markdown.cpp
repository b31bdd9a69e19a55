#include "loading/markdown/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/unicode.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Blocks;

/// Beyond these cmark-gfm takes time that grows with the square, and no one writes so.
constexpr std::size_t longest_line = 50'000;
constexpr std::size_t most_bars = 1'000;
constexpr std::size_t most_brackets = 20'000;

struct Counts {
  std::size_t bytes = 0, bars = 0, brackets = 0;
};

/// Where the text passes one of the limits: bytes and bars are counted by line, brackets by paragraph.
std::optional<std::size_t> find_excess(std::string_view text) {
  Counts counts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool blank_line = text[i] == '\n' && counts.bytes == 0;
    if (text[i] == '\n') counts.bytes = counts.bars = 0;
    if (blank_line) counts.brackets = 0;
    if (text[i] == '\n' || text[i] == '\r') continue;
    ++counts.bytes;
    if (text[i] == '|') ++counts.bars;
    if (text[i] == '[') ++counts.brackets;
    if (counts.bytes > longest_line || counts.bars > most_bars || counts.brackets > most_brackets) return i;
  }
  return std::nullopt;
}

void report_excess(MarkdownFile& markdown, std::size_t offset) {
  markdown.error(
      offset, "too-long", {"この行か段落は長すぎて読めません。", "This line or paragraph is too long to be read."},
      {fmt::format("1 行は {} バイト、「|」は {} 個まで、一つの段落の「[」は {} 個までです。分けてください。",
                   longest_line, most_bars, most_brackets),
       fmt::format("A line may hold {} bytes and {} bars, a paragraph {} brackets. Split it.", longest_line, most_bars,
                   most_brackets)});
}

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

bool MarkdownFile::may_complain(MarkedSpan span) {
  constexpr std::size_t most = 100;
  if (++complaints == most + 1) {
    diagnostics.error(
        at(span.begin), "too-many-mistakes",
        {"このファイルには、ここから先にも誤りがあります。", "This file holds more mistakes from here on."},
        {"ここまでの誤りを直してから、もう一度確かめてください。", "Mend the ones above and check again."});
  }
  return complaints <= most;
}

void MarkdownFile::error(MarkedSpan span, std::string_view code, base::Message message, base::Message hint) {
  if (may_complain(span)) diagnostics.error(at(span), code, std::move(message), std::move(hint));
}

void MarkdownFile::warning(MarkedSpan span, std::string_view code, base::Message message, base::Message hint) {
  if (may_complain(span)) diagnostics.warning(at(span), code, std::move(message), std::move(hint));
}

model::Blocks read_markdown(base::SourceLocation begin, model::Value const& site, base::Sources const& sources,
                            base::Diagnostics& diagnostics) {
  auto source = sources.text(begin.file);
  MarkdownFile markdown{begin.file, source, mark(source, begin.offset), site, diagnostics, {}, {}, 0};
  if (auto excess = find_excess(markdown.marked.text)) {
    report_excess(markdown, *excess);
    return {};
  }
  auto tree = parse_with_cmark(markdown.marked.text);
  auto blocks = read_blocks(markdown, tree.get(), 0);
  report_unused_footnotes(markdown);
  name_headings(markdown, blocks);
  return blocks;
}

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

void lower_top_headings(model::Blocks& blocks) {
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
  auto title = written_text(std::get<model::Heading>(found->node).text);
  blocks.erase(found);
  return title;
}

namespace {

/// Where bytes of a value's text stand in its file.
class Places {
 public:
  Places(std::string_view text, base::SourceLocation at, base::Sources const& sources) : at_(at) {
    auto const file = sources.text(at.file);
    for (std::uint32_t quote : {0u, 1u}) {
      auto const begin = std::min<std::size_t>(at.offset + quote, file.size());
      if (is_verbatim_ || !file.substr(begin).starts_with(text)) continue;
      is_verbatim_ = true;
      begin_ = std::uint32_t(begin);
    }
  }
  base::SourceLocation operator()(base::SourceLocation in_text) const {
    if (!is_verbatim_) return at_;
    return {at_.file, begin_ + in_text.offset, in_text.length};
  }

 private:
  base::SourceLocation at_;
  std::uint32_t begin_ = 0;
  bool is_verbatim_ = false;  ///< without escapes, doubled quotes or indents
};

void move_to_file(model::Blocks& blocks, Places const& places) {
  model::for_each_block(blocks, [&](model::Block& block) {
    block.at = places(block.at);
    model::for_each_text(block, [&](model::Inlines& text) {
      model::for_each_inline(text, [&](model::Inline& piece) { piece.at = places(piece.at); });
    });
  });
}

}  // namespace

model::Blocks read_markdown_text(std::string const& text, base::SourceLocation at, model::Value const& site,
                                 base::Sources const& sources, base::Diagnostics& diagnostics) {
  base::Sources alone;
  base::Diagnostics said;
  auto blocks = read_markdown({alone.add("", text), 0}, site, alone, said);
  lower_top_headings(blocks);
  Places const places(text, at, sources);
  move_to_file(blocks, places);
  for (auto& mistake : said.sorted(alone)) {
    bool const error = mistake.severity == base::Severity::error;
    auto const tell = error ? &base::Diagnostics::error : &base::Diagnostics::warning;
    (diagnostics.*tell)(places(mistake.at), mistake.code, std::move(mistake.message), std::move(mistake.hint));
  }
  return blocks;
}

}  // namespace tebiki::loading
