#pragma once
#include <memory>
#include <optional>
#include <string>
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

/// What a form asks for, and how it is written there: by hand on paper, on the screen in the PDF.
struct FormField {
  enum class Kind {
    text,       ///< words on one line
    long_text,  ///< words on several lines
    boxes,      ///< a digit to a box: telephone numbers, the number of an insured person
    marks,      ///< choices of which any may be marked
    one_of,     ///< choices of which one is marked
    list,       ///< choices of which one is written, or picked from a list on the screen
    date,       ///< an era, a year, a month and a day
    signature,  ///< by hand alone
    table,      ///< rows of cells
  } kind = Kind::text;
  enum class Width { automatic, third, half, full } width = Width::automatic;
  std::string name;  ///< unique within the form: what the field is called in the file
  std::string label;
  std::string note;                    ///< a hint beside the label
  std::vector<std::string> choices;    ///< of a date the eras to choose from
  int count = 0;                       ///< of lines, boxes or rows; 0: the usual number
  std::vector<std::string> columns;    ///< of a table
  std::vector<std::string> row_names;  ///< of a table whose rows are named beforehand
  base::SourceLocation at;
};

/// Fields of a form that stand together. The parts of one form share its name.
struct Form {
  enum class Look { framed, ruled } look = Look::framed;  ///< cells in a frame, or dotted lines
  std::string name;         ///< unique within its booklet: fields are told apart by it
  std::string publication;  ///< slug of the booklet in which it is printed; empty: in none
  std::string part;         ///< slug of its part there
  bool first = true;        ///< the others follow under headings of their own
  std::vector<FormField> fields;
};

/// A fenced `view`, `form`, `qr`, `toc`, `index` or `page-break` as it was written; views turn it into other blocks.
struct Directive {
  std::string kind;
  Value options;  ///< an object
};

struct Block {
  std::variant<Heading, Paragraph, Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Figure, Table, Directory,
               DefinitionList, Contents, Index, Footnotes, Form, Directive>
      node;
  base::SourceLocation at;
};

}  // namespace tebiki::model
