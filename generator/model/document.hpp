#pragma once
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/availability.hpp"
#include "model/drawing.hpp"
#include "model/value.hpp"

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

struct Text {
  std::string text;
};
struct Emphasis {
  Inlines children;
};
struct Strong {
  Inlines children;
};
struct Strikethrough {
  Inlines children;
};
struct Code {
  std::string text;
};
struct Link {
  Target target;
  Inlines children;
};
/// `path` is relative to the content folder: `images/room.jpg`.
struct Image {
  std::string path;
  std::string alternative;
};
struct Ruby {
  std::string base;
  std::string reading;
};
struct LineBreak {};
struct FootnoteMark {
  int number = 0;
};
/// ○ △ × — as a drawn mark with its word for those who do not see it, unless the word stands behind it.
struct AvailabilityMark {
  Availability answer = Availability::unanswered;
  bool word_follows = false;
};
/// Secondary words: smaller, paler.
struct Small {
  Inlines children;
};

struct Inline {
  std::variant<Text, Emphasis, Strong, Strikethrough, Code, Link, Image, Ruby, LineBreak, FootnoteMark,
               AvailabilityMark, Small>
      node;
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
struct Paragraph {
  Inlines text;
};
struct Quote {
  Blocks blocks;
};
struct CodeBlock {
  std::string text;
  std::string language;
};
struct ThematicBreak {};
struct PageBreak {};
/// A hint set apart: a legend, a note on a list.
struct Note {
  Blocks blocks;
};

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
struct Cell {
  Inlines text;
};
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
  enum class Widths { by_content, even } widths = Widths::by_content;
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
  struct Ability {
    std::string label;
    Availability answer = Availability::unanswered;
  };
  std::vector<Ability> abilities;  ///< medical procedures and what the office says of each
  std::string confirmed;           ///< 令和8年9月 確認, or empty
  struct Facet {
    std::string key;
    std::vector<std::string> values;
  };
  std::vector<Facet> facets;  ///< for narrowing down in the browser
  base::SourceLocation at;
};
struct EntryGroup {
  std::string title;
  std::vector<Entry> entries;
};
struct Directory {
  std::string list;  ///< slug of the list
  Inlines caption;
  std::vector<EntryGroup> groups;
  struct Filter {
    std::string key;
    std::string label;
    std::vector<std::pair<std::string, int>> choices;
  };
  std::vector<Filter> filters;  ///< each choice with the number of entries that have it
};

/// Terms and what they are: the fields of one record.
struct Definition {
  std::string term;
  Inlines text;
};
struct DefinitionList {
  std::vector<Definition> definitions;
};

/// Whether one can still apply, or come.
enum class EventState { open, closed, over };
/// What is said of it. Sentences stay true on every later day; by the days a script tells what has changed since.
struct EventNotice {
  EventState state = EventState::open;  ///< on the day for which the site is made
  std::string open, closed, over;       ///< what is said in each state; some are empty
  std::string deadline, last_day;       ///< in ISO form, or empty

  std::string const& now() const {
    return state == EventState::open ? open : state == EventState::closed ? closed : over;
  }
};

struct CalendarItem {
  enum class Kind { event, deadline } kind = Kind::event;
  std::string name;
  Reference page;
};
/// A day of a calendar's weeks; those of the months before and after have no date.
struct CalendarDay {
  std::string date;   ///< in ISO form
  std::string title;  ///< 10月24日（土）
  int number = 0;
  std::string holiday;
  std::vector<CalendarItem> items;
};
/// A month in weeks from Sunday; a list of its days where there is no room for a grid.
struct Calendar {
  std::string title;  ///< 令和8年10月
  std::vector<std::string> weekdays;
  std::vector<CalendarDay> days;  ///< whole weeks
};

/// One event as a line that begins with its day.
struct AgendaLine {
  std::string year, month, day, weekday;  ///< of the first day; empty where that is not known
  std::string days;                       ///< all days in words
  std::string name;
  Reference page;
  std::vector<std::string> tags, details;
  EventNotice notice;
};
struct AgendaGroup {
  enum class Kind { upcoming, past, undated } kind = Kind::upcoming;
  std::string title;
  std::vector<AgendaLine> lines;
};
/// Events in the order of their days: those to come, the nearest first, then those that are over, the last one first.
struct Agenda {
  std::string list;  ///< slug of the list
  Inlines caption;
  int level = 2;  ///< of the groups' headings
  std::vector<AgendaGroup> groups;
};

/// Contents of the page or booklet it stands in; filled in by the renderer.
struct Contents {
  int depth = 2;
};

/// 五十音 index of the records that the booklet holds.
struct IndexEntry {
  std::string name;
  std::string kana;
  std::string anchor;
  base::SourceLocation at;
};
struct IndexGroup {
  std::string head;
  std::vector<IndexEntry> entries;
};
struct Index {
  std::vector<IndexGroup> groups;
};

struct Footnote {
  int number = 0;
  Blocks blocks;
};
struct Footnotes {
  std::vector<Footnote> notes;
};

/// A fenced `view`, `qr`, `toc`, `index` or `page-break` as it was written; views turn it into other blocks.
struct Directive {
  std::string kind;
  Value options;  ///< an object
};

struct Block {
  std::variant<Heading, Paragraph, Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Figure, Table,
               Directory, DefinitionList, Calendar, Agenda, Contents, Index, Footnotes, Directive>
      node;
  base::SourceLocation at;
};

}  // namespace tebiki::model
