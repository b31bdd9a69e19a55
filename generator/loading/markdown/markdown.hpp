#pragma once
#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/document.hpp"
#include "model/list.hpp"

struct cmark_node;

namespace tebiki::loading {

/// Reads Markdown from `begin` to the end of its file: CommonMark and GFM made right for Japanese, ruby,
/// `ref:` links, fenced directives, and `{{site.…}}` taken from `site` (the object of site.json).
/// Raw HTML, unsafe link schemes, unknown directives, images without alternative text and unknown `{{…}}` names
/// are errors; emphasis that did not work and footnotes that nothing refers to are warnings.
/// Positions are those of the file, and a Text that was not filled in stands there byte by byte as it is: lines,
/// escapes and entities begin a Text of their own. References and image paths are not looked up here.
/// Safe to use from several threads. Linear, with limits on nesting, lines and paragraphs.
model::Blocks read_markdown(base::SourceLocation begin, model::Value const& site, base::Sources const& sources,
                            base::Diagnostics& diagnostics);

/// Reads Markdown that is the text of a value at `at`. Mistakes are placed in the text where the file has it as it is,
/// otherwise at the value.
model::Blocks read_markdown_text(std::string const& text, base::SourceLocation at, model::Value const& site,
                                 base::Sources const& sources, base::Diagnostics& diagnostics);

/// Makes every `#` heading one of the second level: the first is the page's title, which stands elsewhere.
void lower_top_headings(model::Blocks& blocks);
/// Takes the first top-level `#` heading out of the blocks and returns its words; empty when there is none.
std::string take_title(model::Blocks& blocks);

// ---- `{{site.…}}` outside Markdown ----

/// An error for each `{{site.…}}` that names nothing in site.json, whose object is `site`.
void check_site_words(std::string_view text, base::SourceLocation at, model::Value const& site,
                      base::Diagnostics& diagnostics);
/// Of a record's values; those that stand for a telephone number or address must become one.
void check_site_words(std::vector<model::Field> const& fields, std::vector<model::FieldValue> const& values,
                      model::Value const& site, base::Diagnostics& diagnostics);
/// The same of all texts of a front matter or a publication.json, and doubts of the days that they name.
void check_texts(model::Value const& object, model::Value const& site, base::Diagnostics& diagnostics);
/// An error for each text with `{{site.…}}`: site.json and schemas are not filled in.
void refuse_site_words(model::Value const& object, base::Diagnostics& diagnostics);

// ---- the readers of one Markdown file ----

/// What is put into Markdown before cmark reads it, and taken out of what cmark makes of it.
enum class Mark {
  gap,     ///< a blank, and a sign to know it by: ends a bare URL where Japanese follows without one
  letter,  ///< stands between a delimiter and punctuation, so that cmark sees a letter there
  bar,     ///< in place of the bar of `{漢字|かんじ}`, so that a table does not split there
};

/// Whether the character at `at` stands behind a backslash that is not itself escaped.
bool is_escaped(std::string_view text, std::size_t at);

/// Markdown as cmark gets it. Marks are made of private-use characters that the file does not hold;
/// they are empty, and nothing is marked with them, should it hold all of those.
struct MarkedText {
  std::string text;
  SourceMap map;  ///< from `text` to the file
  std::string gap;
  std::string letter;
  std::string bar;
  std::vector<std::size_t> lines;  ///< where each line begins in `text`

  /// Line `number` (from 1, as cmark counts) without its line end; empty for a number out of range.
  std::string_view line(std::size_t number) const;
  std::size_t line_begin(std::size_t number) const;
  /// The mark that `piece` begins with.
  std::optional<Mark> mark_at(std::string_view piece) const;
  std::string const& written(Mark mark) const;
  std::size_t length(Mark mark) const { return written(mark).size(); }
  /// A piece of `text`, or what cmark made of it, as the author wrote it.
  std::string without_marks(std::string_view piece) const;
};

/// Marks the Markdown from `begin` on in a file's text. Control characters become blanks: they are reported where
/// files are read, and cmark would change their length. Linear.
MarkedText mark(std::string_view file_text, std::size_t begin);

/// A stretch of the marked text; without an end where only its beginning is known.
struct MarkedSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  MarkedSpan(std::size_t begin, std::size_t end = 0) : begin(begin), end(end) {}
};

/// What all readers of one Markdown file share. Offsets are those of the marked text.
struct MarkdownFile {
  base::FileId file = base::FileId::none;
  std::string_view source;  ///< the whole file
  MarkedText marked;
  model::Value const& site;
  base::Diagnostics& diagnostics;
  std::set<std::string> anchors;  ///< those that headings name with `{#…}`
  std::set<int> used_lines;       ///< of code, and where the footnotes that are referred to begin
  std::size_t complaints = 0;

  base::SourceLocation at(MarkedSpan span) const {
    auto begin = std::min(marked.map(span.begin), source.size());
    auto end = span.end > span.begin ? std::min(marked.map(span.end - 1) + 1, source.size()) : begin;
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end > begin ? end - begin : 0)};
  }
  /// Reports a mistake; after a hundred of one file the rest is only said to be there.
  void error(MarkedSpan span, std::string_view code, base::Message message, base::Message hint);
  void warning(MarkedSpan span, std::string_view code, base::Message message, base::Message hint);

 private:
  bool may_complain(MarkedSpan span);
};

/// Text with the place of each of its bytes.
struct PlacedText {
  std::string_view text;
  std::vector<std::size_t> at;
};

/// Follows cmark's inlines through the content that they were made from, to say where each of them stands:
/// cmark's own columns are wrong behind line breaks, escapes and entities. Nodes must be visited in order.
/// Should it lose its way, it searches forward for the next text, and never fails.
class InlineCursor {
 public:
  /// `content` as cmark took it from the lines of a block; `map` leads from it to the marked text.
  InlineCursor(std::string content, SourceMap map) : content_(std::move(content)), map_(std::move(map)) {}

  /// Where the next inline begins.
  std::size_t at() const { return map_(at_); }
  /// Passes the text, with its escapes and entities.
  PlacedText follow_text(std::string_view literal);
  void follow_code();
  void follow_line_end();
  void follow_footnote_mark();
  /// Passes markup of that many bytes.
  void skip(std::size_t bytes) { at_ = std::min(at_ + bytes, content_.size()); }

  enum class LinkForm { bracketed, angled, bare };
  LinkForm begin_link();
  /// Where the address of a link begins and ends.
  struct Address {
    std::size_t begin = 0, end = 0;
  };
  /// Passes what follows the words of the link; gives where the address stands, when it stands here.
  std::optional<Address> end_link(LinkForm form);

 private:
  char here(std::size_t ahead = 0) const { return at_ + ahead < content_.size() ? content_[at_ + ahead] : '\0'; }
  std::string_view rest() const { return std::string_view(content_).substr(at_); }
  /// What the entity at the cursor stands for, and its length; nothing when there is none.
  struct Entity {
    std::string characters;
    std::size_t length = 0;
  };
  std::optional<Entity> entity_here();
  void search(std::string_view text);

  std::string content_;
  SourceMap map_;
  std::size_t at_ = 0;
  bool verbatim_ = false;  ///< inside a bare URL, where nothing is escaped
  std::map<std::string, std::string> entities_;
};

/// The blocks below a document, quote, list item or footnote. `depth` counts what they stand in.
model::Blocks read_blocks(MarkdownFile& markdown, cmark_node* parent, int depth);
/// A fenced or indented code block, or the directive that it is.
void read_code_block(MarkdownFile& markdown, cmark_node* node, model::Blocks& blocks);
/// The inlines of a paragraph, heading or cell, whose content `cursor` follows.
model::Inlines read_inlines(MarkdownFile& markdown, cmark_node* parent, InlineCursor& cursor);
/// A picture; nothing, and an error, when it cannot be shown.
std::optional<model::Inline> read_image(MarkdownFile& markdown, cmark_node* node, InlineCursor& cursor);

/// Says that HTML is refused, and what to write instead of this piece.
void report_html(MarkdownFile& markdown, std::string_view html, std::size_t offset);
/// Text with its ruby and `{{site.…}}`, and the warnings about markup that did not work.
void read_text(MarkdownFile& markdown, PlacedText const& text, model::Inlines& inlines);
/// `text` with each `{{site.…}}` filled in; mistakes are reported at `place`.
std::string with_site_words(MarkdownFile& markdown, std::string_view text, MarkedSpan place);
/// What `site.contact.tel` stands for; nothing, and an error, when there is nothing of that name.
std::optional<std::string> site_word(MarkdownFile& markdown, std::string_view name, MarkedSpan place);

/// The words of inlines, what was filled in as it was written: it is filled in again in the site of each area.
std::string written_text(model::Inlines inlines);

/// Says of lines that were meant to be a heading, a list item or a table, and would be shown as they are written.
/// `content` is that of a paragraph, `map` leads to the marked text.
void check_line_beginnings(MarkdownFile& markdown, std::string_view content, SourceMap const& map);

/// Where a link leads; nothing, and an error at `place`, when it may not lead there.
std::optional<model::Target> read_target(MarkdownFile& markdown, std::string_view address, MarkedSpan place);
/// A picture's path below the content folder; nothing, and an error, for any other place.
std::optional<std::string> read_image_path(MarkdownFile& markdown, std::string_view address, MarkedSpan place);

/// Takes `{#sec}` from the end of a heading; empty when there is none.
std::string take_anchor(MarkdownFile& markdown, model::Inlines& text);
/// Gives every heading without `{#…}` an anchor made from its words.
void name_headings(MarkdownFile const& markdown, model::Blocks& blocks);

/// Warns of footnotes that no mark refers to: cmark drops them.
void report_unused_footnotes(MarkdownFile& markdown);

/// Line ends inside a paragraph: nothing between two wide characters, otherwise a blank. Until then they are
/// Text of one "\n".
void join_lines(model::Inlines& inlines);

struct FreeCmarkNode {
  void operator()(cmark_node* node) const;
};
using CmarkTree = std::unique_ptr<cmark_node, FreeCmarkNode>;

/// Parses CommonMark with tables, strikethrough, autolinks and footnotes. Safe to use from several threads;
/// but one at a time parses, because cmark-gfm's extensions switch global tables while they do.
CmarkTree parse_with_cmark(std::string_view markdown);

/// What `&amp;` stands for; as written when cmark knows no such entity.
std::string decoded_entity(std::string const& entity);

/// What cmark makes the inlines of a paragraph, heading or cell from.
std::string content_of(cmark_node* node);

/// cmark takes the content of a block out of lines, without the `> ` and indentation before it.
/// These say where its bytes stood in the marked text.

/// For the lines of a paragraph or code block between two line numbers, link definitions and fences among them.
/// Each line of the content is the end of one of those lines.
SourceMap map_of_lines(MarkedText const& marked, std::string_view content, std::size_t first, std::size_t last);
/// For a paragraph or heading.
SourceMap map_of_block(MarkedText const& marked, cmark_node* node);
/// For a cell whose text (where `\|` became `|`) lies in a line from `begin` on.
SourceMap map_of_cell(MarkedText const& marked, std::string_view content, std::size_t begin);

/// The line of a table's header: cmark gives the line of the paragraph that it split the table from.
std::size_t header_line(cmark_node* table);
/// Where the cells begin in a row's line.
std::vector<std::size_t> cell_begins(MarkedText const& marked, std::size_t line, std::size_t row_begin);

}  // namespace tebiki::loading
