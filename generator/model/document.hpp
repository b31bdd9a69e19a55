#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/availability.hpp"
#include "model/drawing.hpp"
#include "model/value.hpp"
#include "base/source.hpp"

/// The one tree that the web page and the printed page are both made from.
namespace tebiki::model {

// ---- inlines ----

struct Inline;
using Inlines = std::vector<Inline>;

/// What a link leads to. `ref:` names a thing, never a path: `taxis`, `facilities/aoba`, `care-guide#sec`.
struct Reference {
  std::string name;
  std::string fragment;
};
struct Url {
  std::string address;  ///< http, https, mailto or tel; anything else was refused while loading
};
using Target = std::variant<Url, Reference>;

struct Text { std::string text; };
struct Emphasis { Inlines children; };
struct Strong { Inlines children; };
struct Strikethrough { Inlines children; };
struct Code { std::string text; };
struct Link { Target target; Inlines children; };
/// `path` is relative to the content folder: `images/room.jpg`.
struct Image { std::string path; std::string alternative; };
struct Ruby { std::string base; std::string reading; };
struct LineBreak {};
struct FootnoteMark { int number = 0; };
/// ○ △ × — as a drawn mark with its word for those who do not see it, unless the word stands behind it.
struct AvailabilityMark { Availability answer = Availability::unanswered; bool word_follows = false; };
/// Secondary words: smaller, paler.
struct Small { Inlines children; };

struct Inline {
  std::variant<Text, Emphasis, Strong, Strikethrough, Code, Link, Image, Ruby, LineBreak, FootnoteMark, AvailabilityMark, Small> node;
  base::SourceLocation at;
};

/// Whether an address is one of the web: http, https.
bool is_web_address(std::string_view address);
/// Whether it begins with a scheme that a `Url` may have, and goes on behind it.
bool has_url_scheme(std::string_view address);

/// All words of the inlines, ruby bases included, readings not.
std::string plain_text(Inlines const& inlines);
/// A Text inline.
Inline words(std::string text, base::SourceLocation at = {});
/// A telephone number that can be tapped, shown as written; plain words where there are no digits.
Inline telephone(std::string number, base::SourceLocation at = {});

// ---- blocks ----

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
  int level = 2;  ///< 1 is the title of a page or chapter
  Inlines text;
  std::string anchor;  ///< unique within its page
};
struct Paragraph { Inlines text; };
struct Quote { Blocks blocks; };
struct CodeBlock { std::string text; std::string language; };
struct ThematicBreak {};
struct PageBreak {};
/// A hint set apart: a legend, a note on a list.
struct Note { Blocks blocks; };

struct ListItem {
  Blocks blocks;
  enum class Task { none, open, done } task = Task::none;
};
struct ListBlock {
  bool ordered = false;
  bool tight = true;
  int start = 1;
  std::vector<ListItem> items;
};

struct Figure {
  std::variant<Image, Drawing> picture;
  std::string alternative;  ///< empty only for decoration
  Inlines caption;
};

enum class Alignment { start, centre, end };

struct Column {
  Inlines label;
  Alignment alignment = Alignment::start;
  bool upright = false;  ///< header set vertically in print: narrow columns of a matrix
};
struct Cell { Inlines text; };
/// A row of a table; a group row has one cell over all columns and heads the rows that follow.
struct Row {
  enum class Kind { entry, group } kind = Kind::entry;
  std::vector<Cell> cells;
  std::string anchor;  ///< `facilities/aoba` where the row stands for a record
};
struct Table {
  Inlines caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool row_headers = false;  ///< the first cell of a row names it
};

/// One row of a directory: a person reads name and telephone number first.
struct Entry {
  int number = 0;  ///< as in the list on the web and on the map
  std::string anchor;
  std::string name;
  std::string kana;
  Reference page;
  std::vector<std::string> tags;
  std::vector<Inlines> details;  ///< address, hours, remarks: short pieces in a row
  std::string tel;
  std::string fax;
  struct Ability { std::string label; Availability answer = Availability::unanswered; };
  std::vector<Ability> abilities;  ///< medical procedures and what the office says of each
  std::string confirmed;  ///< 令和8年9月 確認, or empty
  struct Facet { std::string key; std::vector<std::string> values; };
  std::vector<Facet> facets;  ///< for narrowing down in the browser
  base::SourceLocation at;
};
struct EntryGroup { std::string title; std::vector<Entry> entries; };
struct Directory {
  std::string list;  ///< slug of the list
  Inlines caption;
  std::vector<EntryGroup> groups;
  struct Filter { std::string key; std::string label; std::vector<std::pair<std::string, int>> choices; };
  std::vector<Filter> filters;  ///< each choice with the number of entries that have it
};

/// Terms and what they are: the fields of one record.
struct Definition { std::string term; Inlines text; };
struct DefinitionList { std::vector<Definition> definitions; };

/// Contents of the page or booklet it stands in; filled in by the renderer.
struct Contents { int depth = 2; };

/// 五十音 index of the records that the booklet holds.
struct IndexEntry { std::string name; std::string kana; std::string anchor; base::SourceLocation at; };
struct IndexGroup { std::string head; std::vector<IndexEntry> entries; };
struct Index { std::vector<IndexGroup> groups; };

struct Footnote { int number = 0; Blocks blocks; };
struct Footnotes { std::vector<Footnote> notes; };

/// A fenced `view`, `qr`, `toc`, `index` or `page-break` as it was written; views turn it into other blocks.
struct Directive {
  std::string kind;
  Value options;  ///< an object
};

struct Block {
  std::variant<Heading, Paragraph, Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Figure, Table, Directory,
               DefinitionList, Contents, Index, Footnotes, Directive>
      node;
  base::SourceLocation at;
  /// Whether somebody wrote it, or a view made it of records.
  enum class Origin : std::uint8_t { written, view } origin = Origin::written;
};

}  // namespace tebiki::model
