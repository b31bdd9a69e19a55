#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/drawing.hpp"
#include "model/form.hpp"
#include "model/inlines.hpp"
#include "model/typed_values.hpp"

/// The one tree that the web page and the printed page are both made from.
namespace tebiki::model {

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
  std::string label = {};  ///< ① in place of a bullet or number
};
struct ListBlock {
  bool ordered = false;
  bool tight = true;
  int start = 1;
  std::vector<ListItem> items;
};

/// Who is at a place, in degrees east and north, of a map that can be moved; at that with the number 0 the page's own.
struct MapPlace { int number = 0; Point at; std::string name; Telephone tel; Reference page; };

struct Figure {
  std::variant<Image, Drawing> picture;
  std::string alternative;  ///< empty only for decoration
  Inlines caption;
  /// Of a map: whom its pins stand for, by the numbers of the records of that list.
  struct { std::string list; std::set<int> numbers; } pins = {};
  std::vector<MapPlace> places = {};  ///< of a map that readers can move, see `Outside`
};

/// Pictures side by side where there is room, all in one scale, their feet on one line.
struct FigureRow { std::vector<Figure> figures; };

enum class Alignment { start, centre, end };

struct Column {
  Inlines label;
  Alignment alignment = Alignment::start;
  bool upright = false;  ///< header set vertically in print: narrow columns of a matrix
  std::string group = {};  ///< what it and the columns beside it with the same group are called together
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
  enum class Widths { by_content, even } widths = Widths::by_content;
};

/// What stands for a film where it is not played: a picture drawn from its words, or a still of its own.
struct FilmCard { std::string series, length, still; };

/// Whether one can still apply, or come.
enum class EventState { open, closed, over };
/// What is said of it. Sentences stay true on every later day; by the days a script tells what has changed since.
struct EventNotice {
  EventState state = EventState::open;  ///< on the day for which the site is made
  std::string open, closed, over;       ///< what is said in each state; some are empty
  std::optional<Date> deadline, first_day, last_day;
  std::string further;  ///< of several days what is said below the first: 〜4日, ほか

  std::string const& now() const { return state == EventState::open ? open : state == EventState::closed ? closed : over; }
};

/// One row of a directory: a person reads name and telephone number first.
struct Entry {
  int number = 0;  ///< as in the list on the web and on the map
  int pin = 0;     ///< of its mark on the map of its directory; 0: it has none there
  std::string anchor;
  std::string name;
  std::string kana;
  Reference page;
  std::vector<std::string> tags;
  std::vector<Inlines> details;  ///< address, hours, remarks: short pieces in a row
  /// Which of the details say days and hours: the first, and the one after the last.
  struct { std::size_t first = 0, end = 0; } opening;
  Telephone tel;
  Telephone fax;
  struct Ability { std::string label; Availability availability = Availability::unanswered; };
  std::vector<Ability> abilities;  ///< medical procedures and what the office says of each
  std::vector<Ability> quick;      ///< what is wished most in its list, if it is offered
  std::string confirmed;  ///< 令和8年9月 確認, or empty
  std::string opening_note;  ///< 土曜日は午前だけ; only where its hours of today are told
  struct Facet { std::string key; std::vector<std::string> values; };
  std::vector<Facet> facets;  ///< for narrowing down in the browser
  std::optional<FilmCard> film;
  std::optional<EventNotice> event;
  base::SourceLocation at;
};
struct EntryGroup { std::string title; std::vector<Entry> entries; };
struct Directory {
  std::string list;       ///< slug of the list
  std::string abilities;  ///< what its ○ △ questions are called together: 対応できる医療処置
  Inlines caption;
  std::vector<EntryGroup> groups;
  struct Filter {
    /// One of its choices, or where an office is, or what it can do: its choices are yes and ask, and it is one wish.
    enum class Kind { choice, area, ability };
    std::string key;
    std::string label;
    std::vector<std::pair<std::string, int>> choices;
    Kind kind = Kind::choice;
    std::string quick = {};  ///< what it is called among the wishes above the list; empty: it is none of them
  };
  std::vector<Filter> filters;  ///< each choice with the number of entries that have it
  std::optional<Figure> map = {};  ///< where its entries are, for the web
  std::optional<Table> compared = {};  ///< its entries side by side, for wide screens
};

/// Terms and what they are: the fields of one record.
struct Definition { std::string term; Inlines text; };
struct DefinitionList {
  std::vector<Definition> definitions;
  std::string anchor = {};  ///< `events/talk`
};

/// Activities over the months of a year. What a bar means is told by its outline and hatching, never by colour alone.
struct Gantt {
  enum class Kind { done, considered };
  enum class Certainty { fixed, yearly, unknown };
  /// A month by itself: a day is fixed, something happens every month, or it was so in another year.
  struct Mark {
    enum class Shape { fixed, monthly, earlier } shape = Shape::fixed;
    std::size_t column = 0;
  };
  struct Activity {
    Inlines name;
    std::string words;  ///< behind the name: 年3回
    std::string told;   ///< what the bar says, for those who do not see it: 実施、4月から3月まで
    Kind kind = Kind::done;
    Certainty certainty = Certainty::unknown;
    std::size_t first = 0, last = 0;  ///< columns that its bar, or else its marks, cover
    bool has_bar = true;
    std::vector<Mark> marks;
    base::SourceLocation at;
  };
  /// Activities of one subject; without a name each says its own.
  struct Row { Inlines name; std::string note; std::vector<Activity> activities; };
  struct Group { std::string title; std::vector<Row> rows; };
  /// How a bar with its label looks.
  struct BarLook {
    Kind kind = Kind::done;
    Certainty certainty = Certainty::unknown;
    friend bool operator==(BarLook, BarLook) = default;
  };
  /// What a sample of it is called.
  struct Sample { std::variant<BarLook, Mark::Shape> of; std::string words; };

  Inlines caption;
  std::string names;                 ///< what heads the names of rows
  std::vector<std::string> columns;  ///< 前年度3月, 4月, …
  std::vector<Group> groups;
  std::vector<Sample> legend;        ///< only what occurs
};

/// What somebody answered, or what was answered to a question: beside the name, as long as it may be.
struct Answer {
  Inlines name;    ///< of several who answered alike, each on its line
  Inlines remark;  ///< smaller, below the name
  std::vector<std::string> anchors;  ///< `survey/atsugi`
  Blocks blocks;
  std::vector<std::size_t> members;  ///< who answered so, of those who were asked
};
/// Several lists of one question, one for each group, know of all who were asked.
struct AnswerList {
  std::vector<Answer> answers;
  std::vector<std::string> asked;  ///< names, in the order of the answers of all groups; empty where one alone is shown
  std::string asked_title;         ///< 17市町村
};


// ---- events ----

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
struct Contents { int depth = 2; };

/// 五十音 index of the records that the booklet holds.
struct IndexEntry { std::string name; std::string kana; std::string anchor; base::SourceLocation at; };
struct IndexGroup { std::string head; std::vector<IndexEntry> entries; };
struct Index { std::vector<IndexGroup> groups; };

struct Footnote { int number = 0; Blocks blocks; };
struct Footnotes { std::vector<Footnote> notes; };

/// What a fenced block may be, and the word behind its fence.
enum class DirectiveKind { view, form, qr, toc, index, page_break };
constexpr std::array<std::string_view, 6> directive_words{"view", "form", "qr", "toc", "index", "page-break"};
constexpr std::string_view word_of(DirectiveKind kind) { return directive_words[std::size_t(kind)]; }
std::optional<DirectiveKind> directive_kind(std::string_view word);

/// A fenced block as it was written; views turn it into other blocks.
struct Directive {
  DirectiveKind kind = DirectiveKind::view;
  Value options;  ///< an object
};

using BlockVariant = std::variant<Heading, Paragraph, Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Figure,
                                  FigureRow, Table, Gantt, Directory, DefinitionList, AnswerList, Calendar, Agenda, Contents,
                                  Index, Footnotes, Form, Directive>;
/// Copied, moved and destroyed by functions that are compiled once: compilers take seconds over them for each file.
struct BlockNode : BlockVariant {
  using BlockVariant::BlockVariant;
  using BlockVariant::operator=;
  BlockNode();
  BlockNode(BlockNode const& other);
  BlockNode(BlockNode&& other) noexcept;
  BlockNode& operator=(BlockNode const& other);
  BlockNode& operator=(BlockNode&& other) noexcept;
  ~BlockNode();
};

struct Block {
  BlockNode node;
  base::SourceLocation at;
  /// Whether somebody wrote it, or a view made it of records.
  enum class Origin : std::uint8_t { written, view } origin = Origin::written;
};

}  // namespace tebiki::model
