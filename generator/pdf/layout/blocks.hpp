/// What the layout of a booklet looks at, and one function for each kind of block and for what it has beside blocks.
#pragma once
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "model/site.hpp"
#include "pdf/layout/page_flow.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// What the last round of layout found: on which pages an anchor stands, by printed number. Empty in the first round.
using PageNumbers = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What changes in one round of the layout of a booklet: what is noted for its end, and where it has got to.
/// Several threads set paragraphs (`lay_out_paragraphs`): what a paragraph notes is atomic, the rest is theirs to read only.
struct LayoutState {
  base::Diagnostics& diagnostics;
  std::atomic<bool> asked_for_numbers = false;  ///< another round is needed only when a page number was
  std::atomic<bool> table_overfull = false;     ///< one that was told of is wider than its page: its texts overlap
  std::optional<int> heading_level = {};        ///< of the heading tagged last, where none may be skipped below it
  std::string heading = {};                     ///< its words
  std::string heading_anchor = {};              ///< and where it stands, or empty
  std::string chapter = {};                     ///< key of the part that shows what a table names: see chapter_of
  double spacing = 1;                           ///< share of the usual space between flowables: see PartEndings
  double rail_column = 0;                       ///< width beside the rail of the part; 0: it has none
  std::string part = {};                        ///< key of the part being laid out: `care-guide/consult`
};

/// What every step of the layout of one booklet looks at. All that changes in a round is its state.
struct BookletContext : TextContext {
  model::Booklet const& booklet;
  model::Site const& site;
  unsigned jobs;
  std::set<std::string, std::less<>> const& anchors;  ///< everything in the booklet that can be referred to
  PageNumbers const& numbers;
  model::Colour brand;  ///< of the publication, or else the site
  LayoutState& state;

  /// The same booklet in sizes and colours of its own: a form, the answers of a survey.
  BookletContext in_style(model::PrintStyle const& other) const {
    return {{other, fonts, unprintable}, booklet, site, jobs, anchors, numbers, brand, state};
  }
  /// The same, for something that is only tried: what it notes is dropped with `trial`.
  BookletContext for_trial(LayoutState& trial) const {
    return {TextContext(*this), booklet, site, jobs, anchors, numbers, brand, trial};
  }
};

/// The printed number of the first page an anchor stands on; a placeholder of usual width in the first round.
std::string page_number(BookletContext const& context, std::string_view anchor);

/// Every anchor that the booklet will have: parts, headings, directories, records. Linear in blocks and rows.
std::set<std::string, std::less<>> anchors_of(model::Publication const& publication);

/// `care-guide/consult`
std::string part_key(model::Publication const& publication, model::Part const& part);
/// `care-guide/consult#sec`; footnotes are `care-guide/consult#fn-1`.
std::string heading_key(std::string_view part_key, std::string_view anchor);

/// Warns of words that end with “…” on paper for want of room.
void report_shortened(BookletContext const& context, std::string_view words, base::SourceLocation at);

/// Where a reference leads: a record that stands in several parts is shown in the same one, else in that of its kind,
/// else where it stands first.
PrintedTarget printed_target(BookletContext const& context, model::Target const& target);

/// What the words stand in: it decides how much is said of where a link leads.
struct LinkStyle {
  std::string_view own_anchor = {};  ///< a link to the thing that the words are a part of needs no saying
  bool row_name = false;             ///< the name of a row: it links without a line below, its page is named briefly
};

/// Object characters stand for drawn marks and pictures, a line feed for a forced break.
/// A link to a place in the booklet is followed by 「（→12ページ）」.
StyledText flatten(BookletContext const& context, model::Inlines const& inlines, TextLook look,
                   LinkStyle link_style = {});
/// Its lines as written, with blanks for tabs.
StyledText flatten(BookletContext const& context, model::CodeBlock const& code);

/// The column into which blocks are set: measured from the left of the text area, in points.
struct Column {
  double x = 0;
  double width = 0;
};

/// The column within another; deep nesting stops narrowing before nothing is left.
Column indented(model::PrintStyle const& style, Column const& column, double left, double right);

/// Where blocks go: what is looked at, the tree, the pages.
struct BlockTarget {
  BookletContext const& context;
  StructureTree& tags;
  FlowableSink& sink;
  TagId parent = StructureTree::root;
  Column column;
  base::SourceLocation at = {};  ///< of the block that is laid out, for what has no place of its own
};

void lay_out_blocks(BlockTarget const& target, std::span<model::Block const> blocks);
/// The blocks of a part in columns of equal length. Across all of them stand what comes before the first heading, and
/// what is too wide or too high for one: directories, forms, pictures in a row, tables whose type would have to shrink
/// and drawings whose words would get too small, each with the heading before it. A thematic break ends the columns.
/// Linear, but for tables, which are set twice.
void lay_out_in_columns(BlockTarget const& target, std::size_t columns, model::Blocks const& blocks);
void lay_out_block(BlockTarget const& target, model::Block const& block);
/// The blocks of a part with what ○ △ × — mean above its first marks; nothing where there are none, or where it is
/// said already. Linear.
std::optional<model::Blocks> with_legend(BookletContext const& context, model::Blocks const& blocks);

/// Space around a text, and what holds its lines together.
struct TextBlock {
  double before = 0;
  double after = 0;
  bool keep_with_next = false;
  std::vector<std::string> anchors;
  std::string outline;
};

/// Where a flowable of lines that begin at `top` may be parted: between any two.
std::vector<double> cuts_between(Lines const& lines, double top);

/// Hands lines over one by one, no widow and no orphan among them; the tag owns them.
void add_lines(BlockTarget const& target, Lines lines, TagId tag, TextBlock const& block);

void lay_out(BlockTarget const& target, model::Heading const& heading);
void lay_out(BlockTarget const& target, model::Paragraph const& paragraph);
void lay_out(BlockTarget const& target, model::Quote const& quote);
void lay_out(BlockTarget const& target, model::CodeBlock const& code);
void lay_out(BlockTarget const& target, model::ThematicBreak const& rule);
void lay_out(BlockTarget const& target, model::PageBreak const& page_break);
void lay_out(BlockTarget const& target, model::Note const& note);
void lay_out(BlockTarget const& target, model::ListBlock const& list);
void lay_out(BlockTarget const& target, model::Figure const& figure);
void lay_out(BlockTarget const& target, model::FigureRow const& row);
/// Whether the paragraph that follows stands beside the block, a small drawing: a QR code leaves most of a line empty.
bool stands_beside(BlockTarget const& target, model::Block const& block, model::Block const& next);
void lay_out_beside(BlockTarget const& target, model::Block const& figure, model::Block const& paragraph);
void lay_out(BlockTarget const& target, model::Table const& table);
void lay_out(BlockTarget const& target, model::Gantt const& gantt);
void lay_out(BlockTarget const& target, model::Directory const& directory);
void lay_out(BlockTarget const& target, model::DefinitionList const& definitions);
void lay_out(BlockTarget const& target, model::AnswerList const& answers);
void lay_out(BlockTarget const& target, model::Calendar const& calendar);
void lay_out(BlockTarget const& target, model::Agenda const& agenda);
void lay_out(BlockTarget const& target, model::Contents const& contents);
void lay_out(BlockTarget const& target, model::Index const& index);
void lay_out(BlockTarget const& target, model::Footnotes const& footnotes);
/// Cells to be filled in by hand, and the places of fields for viewers over them.
void lay_out(BlockTarget const& target, model::Form const& form);
/// Views have replaced every directive; one that is left prints nothing.
void lay_out(BlockTarget const& target, model::Directive const& directive);

/// The full-bleed first page: edition, title, motto, and at its foot whom to call, as large as they fit. What does not
/// even in the least size is an error where it is written.
PageFrame cover_page(BookletContext const& context, StructureTree& tags, Geometry const& geometry);

/// The head of a newsletter, over the margins of its first page: words above the title, the title; at the right its
/// number, its date and a note, as large as they fit. What does not even in the least size is an error where it is
/// written.
void add_masthead(BlockTarget const& target, Geometry const& geometry);

/// Words as their font sets them, without the spacing of paragraphs: on one line where their type need not be smaller
/// than `least` points for that, otherwise parted between phrases, in that size. Linear.
Lines short_lines(TextContext const& context, std::string_view words, model::TextStyle const& style, double least,
                  Setting const& setting, base::SourceLocation at);

/// What stands on a face of a card, or a panel of a folded sheet, from its top left.
struct Face {
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<std::string> anchors;
};

/// How blocks fill a face: rows share the room that is left, or they stand from the top, a little closer where there
/// would be no room.
enum class Filling { spread, from_top };

/// Where they go, and of which face is told when that is too small for them.
struct FaceArea {
  Rectangle area;
  Filling filling = Filling::spread;
  std::string title;
};

/// Lays out blocks one below the other. What does not fit is left out, with an error at the target's place. The
/// target's sink and column are not used.
void add_to_face(Face& face, BlockTarget const& target, std::span<model::Block const> blocks, FaceArea const& place);

/// Moves all of a face to its place, in points.
void shift(Face& face, double x, double y);

/// The sheets of a publication of cards: every part is a face, with the title down the side of the first and whom to
/// call at its foot. A face that is too small for what stands on it is an error.
Frames lay_out_cards(BookletContext const& context);

/// The two sides of a sheet that is folded in three. Parts, and what page breaks part within them, are panels: inside
/// from left to right, the panel that is folded in, the back. The front is the publication's cover. Another number of
/// panels, and one that is too small for what stands on it, are errors.
Frames lay_out_folded_sheet(BookletContext const& context);

/// The title of a part, H1 with a rule below; `anchors` lead to it, the bookmarks name it.
void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at);

/// Chapters and their sections with page numbers, as TOC below the target's parent.
void add_booklet_contents(BlockTarget const& target);

/// Who publishes it, as of when, and whom to call: the last words of a publication, kept together.
void add_imprint(BlockTarget const& target);

/// Answers are read by those who compare them: they are set as tables are.
model::PrintStyle style_of_answers(model::PrintStyle style);

/// Who answered, in the column of that width.
struct AnswerName {
  BookletContext const& context;
  model::Answer const& answer;
  double width = 0;

  TextLook look() const;
  Lines lines() const;
  Lines remark() const;
  Lines again() const;       ///< where it goes on: with （続き）
  std::string mark() const;  ///< of several who answered alike the first
};

/// Answers beside the rail: in two columns, set anew for every page that they go on to.
void lay_out_beside_rail(BlockTarget const& target, model::AnswerList const& answers);

/// How wide a part is set that has a rail: the names of all who were asked, down the right of its pages. 0: it has
/// none, for want of answers or of room.
double rail_column(BookletContext const& context, Geometry const& geometry, model::Part const& part);

/// Adds the rails of the parts that have one, all decoration. The names of those whose answers stand on a page are
/// reversed, or have a bar where the answer began before the page or goes on behind it.
void add_rails(BookletContext const& context, Geometry const& geometry, FilledPages& filled);

/// Adds what stands on every page around its text, all decoration: the publication's title and the chapter with the
/// page's first and last entry above, the page number below at the fore-edge. Without a cover: whom to call instead.
void add_running_heads(BookletContext const& context, Geometry const& geometry, FilledPages& filled);

/// Adds 爪, the words of the chapters in tabs down the fore-edge; the page's own chapter stands out. All decoration.
/// Chapters with a framed form have none.
void add_thumb_tabs(BookletContext const& context, Geometry const& geometry, FilledPages& filled);

// ---- what forms are laid out from ----

/// How the cells of one form are set. Lengths are points.
struct FormSetting {
  model::TextStyle label, note, choice;
  double padding = 0;  ///< at the left and right of a cell
  double above = 0;    ///< its label
  double below = 0;    ///< what is written
  double line = 0;     ///< height to write in
  double mark = 0;     ///< side of a square or ring
  double gap = 0;      ///< between choices, and between cells without a frame
  bool framed = false;
  bool on_card = false;
};

/// What the cells of one form look at; nothing of it changes.
struct FormTarget {
  BlockTarget const& target;
  FormSetting const& set;
  model::Form const& form;
};

enum class FormLabel { small, heading };

/// A field in its cell: its label, what is written on by hand, and the places of fields for viewers. `column` is what
/// the cell holds, without padding. Tables have rows instead.
Flowable form_cell(FormTarget const& form, model::FormField const& field, Column const& column, FormLabel label);

/// A table to be filled in: its label with the names of its columns, and each row.
std::vector<Flowable> form_table(FormTarget const& form, model::FormField const& field, FormLabel label);

/// How wide words are on one line, with the space between Latin and Japanese; points.
double line_width(BookletContext const& context, std::string_view words, model::TextStyle const& style);

/// Sets the label of a field, its hint behind it, at the top of a column; gives where it ends. As a heading it is
/// larger, with a block of colour before it.
double add_form_label(FormTarget const& form, model::FormField const& field, FormLabel label, Column const& column,
                      TagId tag, std::vector<Item>& items);

}  // namespace tebiki::pdf
