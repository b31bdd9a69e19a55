#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "html/page_data.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

/// What writes the blocks of a page as HTML.
namespace tebiki::html {

/// The ids that stand on a page.
class PageIds {
 public:
  /// The id for this anchor; empty where it cannot be one or stands on the page already.
  std::string claim(std::string_view anchor);
  /// An id for what only the page itself refers to: `kind` and a number.
  std::string numbered(std::string_view kind);

 private:
  int numbers_ = 0;
  std::set<std::string, std::less<>> ids_;
};

/// Writes the running text of one page as HTML, one small function per kind of piece. All words are escaped; a link
/// that leads nowhere becomes its words. Linear in the text.
class InlineWriter {
 public:
  /// `page_path` is that of the page, `facilities/`. The site, the links and the ids must outlive the writer.
  InlineWriter(model::Site const& site, Links const& links, std::string_view page_path, PageIds& ids)
      : site_(site), links_(links), folder_(page_path), root_(root_of(page_path)), ids_(ids) {}

  void append(std::string& out, model::Inlines const& inlines) const;
  std::string html(model::Inlines const& inlines) const;
  /// An image with its size, as far as it is known.
  void append(std::string& out, model::Image const& image) const;
  /// From this page to what the reference names; empty when it names nothing.
  std::string href(model::Reference const& reference) const;

 private:
  struct Tags;

  model::Site const& site_;
  Links const& links_;
  std::string folder_, root_;  ///< of the page; from it to the output folder
  PageIds& ids_;
};

/// What the writers of one page's blocks have in common.
struct PageState {
  PageState(RenderContext const& context, model::Document const& page)
      : context(context), page(page), inlines(context.site, context.links, page.path, ids) {}
  PageState(PageState const&) = delete;

  RenderContext const& context;
  model::Document const& page;
  PageIds ids;
  InlineWriter inlines;
  int level = 1;     ///< of the heading that was written last
  int tables = 0;    ///< written so far: regions without a caption are told apart by number
  int contents = 0;  ///< likewise
  int drawings = 0;  ///< likewise, those that are moved sideways
  bool finder_written = false;
  std::string form_pdf;  ///< to which the form before leads
};

/// The HTML of the page's blocks, without its h1. Markup of blocks is that of `templates/site/blocks/`, but for what is
/// simply text: paragraphs, headings, items, quotations. Linear in the blocks.
std::string page_body(RenderContext const& context, model::Document const& page);

/// Appends a table in a box of its own, in which a wide one can be moved sideways. Rows are written one by one.
void append_table(std::string& out, model::Table const& table, PageState& state);

/// Whether some columns hold ○ △ × —.
bool is_matrix(model::Table const& table);
/// The classes of a table that say which columns are not aligned to their start: `end-2 end-3`.
std::string alignment_classes(model::Table const& table);
/// The class of a cell below a question.
std::string cell_class(model::Column const& column);
/// Columns beside each other that are called the same together.
std::vector<TemplateData> column_groups(model::Table const& table);
/// The answer that is all a cell below a question holds: its class and its words say it, style sheets draw the sign.
std::optional<model::Availability> bare_answer(model::Column const& column, model::Cell const& cell);
/// A matrix with the telephone numbers of its records behind their names, unless it shows numbers itself.
model::Table with_telephones(model::Table table, PageState const& state);
/// What kind of office the row of a matrix is, and where: 訪問看護・海岸・花水. Empty where its name leads to no
/// record.
std::string kind_of_row(model::Row const& row, PageState const& state);
/// Before which block of a page with matrices the choice of a question stands: before the headings of the first.
/// Nothing where the matrices do not ask the same in the same columns, counted from the last.
std::optional<std::size_t> questions_place(model::Blocks const& blocks);
/// Appends the choice: the questions with the numbers of ○ and △ in all matrices. Those that are links lead there.
void append_questions(std::string& out, model::Blocks const& blocks, PageState& state);
/// Rules that align columns, and by which a telephone shows but the column that was chosen and the rows with ○ or △ in
/// it, for as many columns as any matrix of the sites has.
std::string table_css(std::vector<model::ComposedSite> const& sites);

/// Appends a directory: rows in groups. On its list's own page it stands in a finder, with the form that narrows it
/// down, links to its groups and what the marks mean. Rows are written one by one.
void append_directory(std::string& out, model::Directory const& directory, PageState& state);

/// Appends a drawing as inline SVG (one point is one unit of its view box). `alternative` names it for those who
/// do not see it; without one it is decoration and hidden from them. Hatching and clips get ids of the page.
void append_svg(std::string& out, model::Drawing const& drawing, std::string_view alternative, PageIds& ids);

/// Of a map that readers can move, whose it is and a JSON array of its places: number, degrees north and east, name,
/// telephone number, its address and that of the page. Nothing of other figures.
std::vector<TemplateData> places_of(model::Figure const& map, PageState const& state);
/// Where the rows are, of those with numbers on a map.
std::vector<TemplateData> map_of(model::Directory const& directory, PageState& state);

/// Adds the pictures of the site that a page, style sheet or script among `files` names; what nobody sees is not
/// published. A JPEG says its orientation, and nothing else of what its camera wrote. Linear in the bytes of `files`.
void add_named_pictures(model::Site const& site, std::vector<model::OutputFile>& files);

/// Appends a Gantt chart as a table whose bars are drawn by style sheets, so that it can be read cell by cell.
void append_gantt(std::string& out, model::Gantt const& gantt, PageState& state);

/// Where bars stand as custom properties of classes, such as `gantt-from-3`, for as many columns as any chart of the
/// sites has: pages hold no styles of their own.
std::string gantt_css(std::vector<model::ComposedSite> const& sites);

/// Appends a month as a grid.
void append_calendar(std::string& out, model::Calendar const& calendar, PageState& state);

/// Appends events line by line, in groups.
void append_agenda(std::string& out, model::Agenda const& agenda, PageState& state);

/// What the page of an event says at its head.
TemplateData event_data(RenderContext const& context, model::Document const& page, model::EventHead const& event);

/// Appends a form as it looks on paper, with a link to its PDF.
void append_form(std::string& out, model::Form const& form, PageState& state);

}  // namespace tebiki::html
